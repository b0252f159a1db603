// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/connection_command.h"

#include "artwork/icon_store.h"
#include "artwork/picture_store.h"
#include "forum/connection_store.h"
#include "support/lone_lock.h"
#include "ui/badge_sets/import_store.h"
#include "ui/badges/draft_store.h"
#include "ui/words/ability_words.h"
#include "ui/words/error_words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QLockFile>
#include <QUuid>

namespace badgewright {

namespace {

QJsonObject toJson(const Connection &connection)
{
    return {{QStringLiteral("name"), connection.name},
            {QStringLiteral("id"), connection.id},
            {QStringLiteral("url"), connection.base.toString()},
            {QStringLiteral("kind"), forumKindName(connection.kind)},
            {QStringLiteral("user"), connection.user},
            {QStringLiteral("safe"), safeModeName(connection.safeMode)}};
}

} // namespace

std::optional<int> ConnectionCommand::prepare(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Keeps the forums you work on. The secret goes into the keychain, nowhere else."));
    parser.addPositionalArgument(QStringLiteral("add|list|check|remove"), QStringLiteral("What to do."));
    parser.addPositionalArgument(QStringLiteral("NAME"), QStringLiteral("What you call the forum."), QStringLiteral("[NAME]"));
    parser.addPositionalArgument(QStringLiteral("URL"), QStringLiteral("Its address, with add."), QStringLiteral("[URL]"));
    parser.addOptions({
        {QStringLiteral("kind"), QStringLiteral("discourse or answerhub; found out by itself."), QStringLiteral("KIND")},
        {QStringLiteral("user"), QStringLiteral("The account to act as."), QStringLiteral("USER")},
        {QStringLiteral("safe"), QStringLiteral("read-only, ask or ask-typed."), QStringLiteral("MODE"), QStringLiteral("ask")},
        {QStringLiteral("secret-stdin"), QStringLiteral("Read the key or password from standard input (add).")},
        {QStringLiteral("plain-http"), QStringLiteral("The key may travel unencrypted to another computer (add).")},
        {QStringLiteral("yes"), QStringLiteral("Changes that were not published may be thrown away (remove).")},
        {QStringLiteral("json"), QStringLiteral("For machines.")},
    });
    if (const auto end = parseArguments(parser, QStringLiteral("connection"), arguments))
        return end;
    const QStringList words = parser.positionalArguments();
    m_verb = words.value(0);
    m_name = words.value(1).trimmed();
    m_url = words.value(2);
    m_user = parser.value(QStringLiteral("user"));
    m_kind = parser.value(QStringLiteral("kind"));
    m_json = parser.isSet(QStringLiteral("json"));
    m_yes = parser.isSet(QStringLiteral("yes"));
    m_plainHttp = parser.isSet(QStringLiteral("plain-http"));
    if (!safeModeFromName(parser.value(QStringLiteral("safe")), &m_safe))
        return usage(QStringLiteral("--safe is read-only, ask or ask-typed."));
    ForumKind kind = ForumKind::Discourse;
    if (!m_kind.isEmpty() && !forumKindFromName(m_kind, &kind))
        return usage(QStringLiteral("--kind is discourse or answerhub."));
    if (m_verb == QLatin1String("list") && words.size() == 1)
        return std::nullopt;
    if ((m_verb == QLatin1String("check") || m_verb == QLatin1String("remove")) && words.size() == 2)
        return std::nullopt;
    if (m_verb != QLatin1String("add") || words.size() != 3 || m_name.isEmpty())
        return usage(QStringLiteral("connection takes: add NAME URL, list, check NAME, or remove NAME."));
    if (parser.isSet(QStringLiteral("secret-stdin"))) {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly))
            m_secret = Secret(input.readLine(4096).trimmed());
        if (m_secret.isEmpty())
            return usage(QStringLiteral("There was no secret on standard input."));
    }
    return std::nullopt;
}

void ConnectionCommand::start(Services *services)
{
    m_services = services;
    if (m_verb == QLatin1String("add"))
        add();
    else if (m_verb == QLatin1String("list"))
        list();
    else if (m_verb == QLatin1String("check"))
        check();
    else
        remove();
}

void ConnectionCommand::add()
{
    if (m_services->connections()->byName(m_name) || m_name == QLatin1String("sample")) {
        Console::note(QStringLiteral("There is a connection called %1 already.").arg(m_name));
        finish(kUsage);
        return;
    }
    m_keepSecret = !m_secret.isEmpty();
    if (!m_keepSecret)
        m_secret = m_services->environmentSecret();
    if (m_secret.isEmpty()) {
        Console::note(QStringLiteral("Give the key or password on standard input: --secret-stdin."));
        finish(kUsage);
        return;
    }
    ask<SiteProbe>([this] { return m_services->opener()->probe(m_url); }, [this](const Result<SiteProbe> &probe) {
        if (!probe) {
            failToOpen(probe.error(), m_url);
            return;
        }
        if (!m_kind.isEmpty() && m_kind != forumKindName(probe->kind)) {
            Console::note(QStringLiteral("%1 is a forum of the kind %2.").arg(m_url, forumKindName(probe->kind)));
            finish(kConnection);
            return;
        }
        if (probe->plainHttp && !m_plainHttp) {
            Console::note(QStringLiteral("%1 is not encrypted: everybody on the way could read the key. If that is meant, add --plain-http.")
                              .arg(probe->base.toString()));
            finish(kConnection);
            return;
        }
        Connection connection;
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        connection.name = m_name;
        connection.base = probe->base;
        connection.kind = probe->kind;
        connection.user = m_user;
        connection.colour = QStringLiteral("#3056c8");
        connection.safeMode = m_safe;
        connection.plainHttpAccepted = m_plainHttp;
        if (runs::Ledger *ledger = m_services->ledger()) {
            // It was connected before: its runs and plans go on being its own.
            if (const QString id = ledger->forumIdOf(connection.address(), connection.kind); !id.isEmpty() && !m_services->connections()->byId(id))
                connection.id = id;
        }
        tellPauses(connection);
        const auto open = [this, connection] { return m_services->opener()->open(connection, m_secret, m_services->gateFor(connection)); };
        ask<ForumPtr>(open, [this, connection](const Result<ForumPtr> &forum) {
            if (!forum) {
                failToOpen(forum.error(), connection.address());
                return;
            }
            Connection known = connection;
            if (known.user.isEmpty())
                known.user = (*forum)->site().actingUser;
            save(known);
        });
    });
}

void ConnectionCommand::save(const Connection &connection)
{
    if (!m_services->connections()->add(connection)) {
        failToSave();
        return;
    }
    if (!m_keepSecret) {
        // What the environment gives is for this once; the keychain is for what was handed over to be kept.
        Console::note(QStringLiteral("The secret from BADGEWRIGHT_SECRET was not stored; set it again when you use this connection."));
        added(connection, false);
        return;
    }
    m_services->keychain()->write(connection.id, m_secret)->then(this, [this, connection](const Result<Done> &written) {
        if (!written)
            Console::note(QStringLiteral("%1 The connection was saved without its secret; set BADGEWRIGHT_SECRET when you use it.")
                              .arg(ui::words::sentence(written.error(), connection.address())));
        added(connection, written.has_value());
    });
}

void ConnectionCommand::added(const Connection &connection, bool secretStored)
{
    if (m_json) {
        QJsonObject object = toJson(connection);
        object.insert(QStringLiteral("secret_stored"), secretStored);
        Console::json(QJsonDocument(object));
    } else {
        Console::line(QStringLiteral("Added %1: %2 on %3 as %4.")
                          .arg(connection.name, forumKindName(connection.kind), connection.address(), connection.user));
    }
    finish(kAllDone);
}

void ConnectionCommand::failToSave()
{
    Console::note(QStringLiteral("The connections could not be saved: %1 cannot be written. Nothing was changed.")
                      .arg(m_services->connections()->file()));
    finish(kConnection);
}

void ConnectionCommand::list()
{
    const QList<Connection> all = m_services->connections()->all();
    if (m_json) {
        QJsonArray array;
        for (const Connection &c : all)
            array << toJson(c);
        Console::json(QJsonDocument(array));
    } else if (all.isEmpty()) {
        Console::line(QStringLiteral("No connections yet. Add one: badgewright connection add NAME URL --user USER --secret-stdin"));
    } else {
        QList<QStringList> rows;
        for (const Connection &c : all)
            rows << QStringList{c.name, forumKindName(c.kind), c.user, safeModeName(c.safeMode), c.base.toString()};
        Console::table({QStringLiteral("Name"), QStringLiteral("Kind"), QStringLiteral("Acts as"), QStringLiteral("Safe mode"),
                        QStringLiteral("Address")},
                       rows);
    }
    finish(kAllDone);
}

void ConnectionCommand::check()
{
    withForum(m_name, [this](const ForumPtr &forum) {
        const SiteInfo &site = forum->site();
        QJsonObject abilities;
        QList<QStringList> rows;
        for (int i = 0; i <= int(Ability::GiveReputation); ++i) {
            const Ability ability = Ability(i);
            if (!forum->capabilities().knows(ability))
                continue;
            const Capability capability = forum->capabilities().of(ability);
            rows << QStringList{capability.allowed ? QStringLiteral("yes") : QStringLiteral("no"), ui::words::ability(ability), capability.reason};
            abilities.insert(abilityName(ability), QJsonObject{{QStringLiteral("what"), ui::words::ability(ability)},
                                                               {QStringLiteral("allowed"), capability.allowed},
                                                               {QStringLiteral("reason"), capability.reason}});
        }
        if (m_json) {
            QJsonObject object = toJson(forum->connection());
            object.insert(QStringLiteral("title"), site.title);
            object.insert(QStringLiteral("version"), site.version);
            object.insert(QStringLiteral("acting_user"), site.actingUser);
            object.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(site.warnings));
            object.insert(QStringLiteral("abilities"), abilities);
            Console::json(QJsonDocument(object));
        } else {
            Console::line(QStringLiteral("%1 (%2 %3), as %4")
                              .arg(site.title, forumKindName(forum->connection().kind), site.version, site.actingUser));
            Console::table({QStringLiteral("May"), QStringLiteral("What"), QStringLiteral("Remark")}, rows);
            for (const QString &warning : site.warnings)
                Console::note(warning);
        }
        finish(kAllDone);
    });
}

QString ConnectionCommand::workThatIsLost(const QString &forumId) const
{
    QStringList lost;
    if (const int changed = ui::DraftStore(m_services->draftsFolder(), forumId).count())
        lost << (changed == 1 ? QStringLiteral("1 badge with changes that were not published") : QStringLiteral("%1 badges with changes that were not published").arg(changed));
    const ui::ImportStore::Found import = ui::ImportStore(m_services->draftsFolder(), forumId).look();
    if (import.badges > 0 || !import.why.isEmpty())
        lost << QStringLiteral("an import that is not finished");
    return lost.join(QStringLiteral(" and "));
}

void ConnectionCommand::remove()
{
    const std::optional<Connection> connection = m_services->connections()->byName(m_name);
    if (!connection) {
        Console::note(QStringLiteral("There is no connection called %1.").arg(m_name));
        finish(kConnection);
        return;
    }
    const ui::DraftStore drafts(m_services->draftsFolder(), connection->id);
    QLockFile lock(drafts.lockFile());
    if (const QString lost = workThatIsLost(connection->id); !lost.isEmpty()) {
        if (!takeLock(lock) && lock.error() == QLockFile::LockFailedError) {
            Console::note(QStringLiteral("A window is at work on %1. Close it first.").arg(m_name));
            finish(kStopped);
            return;
        }
        if (!m_yes) {
            Console::note(QStringLiteral("%1 has %2 on this computer. Publish it first, or remove the forum with --yes: then it is gone.").arg(m_name, lost));
            finish(kUsage);
            return;
        }
        Console::note(QStringLiteral("Thrown away: %1.").arg(lost));
    }
    // The list first: when it cannot be written the connection stays, and needs its secret.
    if (!m_services->connections()->remove(connection->id)) {
        failToSave();
        return;
    }
    m_services->settings()->forgetForum(connection->id);
    drafts.removeAll();
    artwork::IconStore(m_services->iconsFolder(), connection->id).removeAll();
    artwork::PictureStore(m_services->picturesFolder(), connection->id).removeAll();
    m_services->keychain()->remove(connection->id)->then(this, [this, connection = *connection](const Result<keychain::Removal> &removed) {
        if (!removed)
            Console::note(QStringLiteral("The secret may still be in the keychain: %1").arg(ui::words::sentence(removed.error(), {})));
        if (m_json)
            Console::json(QJsonDocument(toJson(connection)));
        else
            Console::line(QStringLiteral("Removed %1.").arg(m_name));
        finish(kAllDone);
    });
}

} // namespace badgewright
