// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_command.h"

#include "app/command/apply_command.h"
#include "app/command/badge_named.h"
#include "app/command/interrupt.h"
#include "artwork/picture_prepare.h"
#include "runs/planner.h"
#include "ui/words/badge_words.h"
#include "ui/words/error_words.h"
#include "ui/words/run_words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace badgewright {

namespace {

QJsonObject toJson(const Badge &badge)
{
    return {{QStringLiteral("id"), badge.id},
            {QStringLiteral("name"), badge.name},
            {QStringLiteral("description"), badge.description},
            {QStringLiteral("long_description"), badge.longDescription},
            {QStringLiteral("badge_type_id"), badge.typeId},
            {QStringLiteral("badge_grouping_id"), badge.groupingId},
            {QStringLiteral("icon"), badge.icon},
            {QStringLiteral("image_url"), badge.imageUrl.toString()},
            {QStringLiteral("allow_title"), badge.allowTitle},
            {QStringLiteral("multiple_grant"), badge.multipleGrant},
            {QStringLiteral("listable"), badge.listable},
            {QStringLiteral("show_posts"), badge.showPosts ? QJsonValue(*badge.showPosts) : QJsonValue()},
            {QStringLiteral("show_in_post_header"), badge.showInPostHeader ? QJsonValue(*badge.showInPostHeader) : QJsonValue()},
            {QStringLiteral("enabled"), badge.enabled},
            {QStringLiteral("system"), badge.system},
            {QStringLiteral("grant_count"), badge.grantCount}};
}

QString typeName(const BadgeCatalogue &catalogue, int id)
{
    for (const BadgeType &type : catalogue.types) {
        if (type.id == id)
            return type.name;
    }
    return QString::number(id);
}

QString groupingName(const BadgeCatalogue &catalogue, GroupingId id)
{
    for (const Grouping &grouping : catalogue.groupings) {
        if (grouping.id == id)
            return grouping.name;
    }
    return QString::number(id);
}

} // namespace

std::optional<int> BadgeCommand::readFields(const QCommandLineParser &parser)
{
    const bool creating = m_verb == QLatin1String("create");
    if (creating) {
        m_badge = m_badge.trimmed(); // as the forum keeps it
        m_fields.name = m_badge;
    }
    const auto text = [&](const char *option, std::optional<QString> BadgeFields::*field) {
        if (parser.isSet(QString::fromLatin1(option)))
            m_fields.*field = parser.value(QString::fromLatin1(option));
    };
    text("name", &BadgeFields::name);
    if (m_fields.name)
        m_fields.name = m_fields.name->trimmed();
    text("description", &BadgeFields::description);
    text("long-description", &BadgeFields::longDescription);
    text("icon", &BadgeFields::icon);
    const auto flag = [&](const char *option, std::optional<bool> BadgeFields::*field, bool value) {
        if (parser.isSet(QString::fromLatin1(option)))
            m_fields.*field = value;
    };
    flag("allow-title", &BadgeFields::allowTitle, true);
    flag("multiple-grant", &BadgeFields::multipleGrant, true);
    flag("unlisted", &BadgeFields::listable, false);
    flag("show-posts", &BadgeFields::showPosts, true);
    flag("show-in-post-header", &BadgeFields::showInPostHeader, true);
    flag("disabled", &BadgeFields::enabled, false);
    flag("no-title", &BadgeFields::allowTitle, false);
    flag("single-grant", &BadgeFields::multipleGrant, false);
    flag("listed", &BadgeFields::listable, true);
    flag("hide-posts", &BadgeFields::showPosts, false);
    flag("hide-in-post-header", &BadgeFields::showInPostHeader, false);
    flag("enabled", &BadgeFields::enabled, true);
    const QStringList types{QStringLiteral("gold"), QStringLiteral("silver"), QStringLiteral("bronze")};
    const auto type = types.indexOf(parser.value(QStringLiteral("type")).toLower());
    if (type < 0)
        return usage(QStringLiteral("--type is gold, silver or bronze."));
    if (creating || parser.isSet(QStringLiteral("type")))
        m_fields.typeId = int(type) + kGold;
    m_grouping = parser.value(QStringLiteral("grouping"));
    m_image = parser.value(QStringLiteral("image"));
    if (!m_image.isEmpty() && parser.isSet(QStringLiteral("icon")))
        return usage(QStringLiteral("A badge has a picture or an icon: --image or --icon."));
    m_noImage = parser.isSet(QStringLiteral("no-image"));
    if (m_noImage && (creating || !m_image.isEmpty()))
        return usage(QStringLiteral("--no-image is for badge update, and not beside --image."));
    if (creating && m_fields.showInPostHeader.value_or(false) && !(m_fields.showPosts.value_or(false) && m_fields.listable.value_or(true)))
        return usage(QStringLiteral("--show-in-post-header has an effect only on a badge that is listed and shows the granting post: add --show-posts."));
    const QStringList problems = problemsOf(m_fields, creating);
    if (!problems.isEmpty())
        return usage(problems.join(u' '));
    if (!creating && m_fields.isEmpty() && m_grouping.isEmpty() && m_image.isEmpty() && !m_noImage)
        return usage(QStringLiteral("badge update needs something to change: --name, --description, --icon …"));
    return std::nullopt;
}

std::optional<int> BadgeCommand::prepare(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Lists badges, shows one, makes, changes or removes one, and moves many between forums."));
    parser.addPositionalArgument(QStringLiteral("list|show|create|update|remove|export|import"), QStringLiteral("What to do."));
    parser.addPositionalArgument(QStringLiteral("BADGE"), QStringLiteral("Id or name; the name of a new one. export: the badge set to write. import: a badge set, a folder of pictures (with those in it) or a table (name, description, picture, icon, type, grouping; an empty cell changes nothing)."), QStringLiteral("[BADGE|FILE]"));
    parser.addOptions({
        {QStringLiteral("on"), QStringLiteral("The connection."), QStringLiteral("NAME")},
        {QStringLiteral("json"), QStringLiteral("For machines.")},
        {QStringLiteral("type"), QStringLiteral("gold, silver or bronze."), QStringLiteral("TYPE"), QStringLiteral("bronze")},
        {QStringLiteral("grouping"), QStringLiteral("Name or id of a grouping."), QStringLiteral("GROUPING")},
        {QStringLiteral("name"), QStringLiteral("update: the new name."), QStringLiteral("NAME")},
        {QStringLiteral("description"), QStringLiteral("One sentence."), QStringLiteral("TEXT")},
        {QStringLiteral("long-description"), QStringLiteral("For the badge's own page."), QStringLiteral("TEXT")},
        {QStringLiteral("icon"), QStringLiteral("The name of an icon. update: it takes the place of a picture."), QStringLiteral("NAME")},
        {QStringLiteral("image"), QStringLiteral("A picture; it is made square and small enough. update: it takes the place of an icon."), QStringLiteral("FILE")},
        {QStringLiteral("no-image"), QStringLiteral("update: without its picture; it needs an icon then.")},
        {QStringLiteral("allow-title"), QStringLiteral("Holders may use it as a title.")},
        {QStringLiteral("multiple-grant"), QStringLiteral("It can be given several times.")},
        {QStringLiteral("unlisted"), QStringLiteral("Not on the public badges page.")},
        {QStringLiteral("show-posts"), QStringLiteral("Show the granting post.")},
        {QStringLiteral("show-in-post-header"), QStringLiteral("Show it at the post it was given for; only a badge that is listed and shows the granting post.")},
        {QStringLiteral("disabled"), QStringLiteral("Not enabled: nobody gets it.")},
        {QStringLiteral("no-title"), QStringLiteral("update: not as a title.")},
        {QStringLiteral("single-grant"), QStringLiteral("update: only once.")},
        {QStringLiteral("listed"), QStringLiteral("update: on the public badges page.")},
        {QStringLiteral("hide-posts"), QStringLiteral("update: do not show the granting post.")},
        {QStringLiteral("hide-in-post-header"), QStringLiteral("update: not at the post it was given for.")},
        {QStringLiteral("enabled"), QStringLiteral("update: enabled.")},
        {QStringLiteral("save-holders"), QStringLiteral("remove: first write who holds it to this table; plan grant --people loads it again."), QStringLiteral("FILE")},
        {QStringLiteral("badge"), QStringLiteral("export, import: only this one; may be given several times."), QStringLiteral("BADGE")},
        {QStringLiteral("existing"), QStringLiteral("import: skip or update badges that the forum has and that differ."), QStringLiteral("HOW"), QStringLiteral("skip")},
        {QStringLiteral("out"), QStringLiteral("import: write the plan to this file, and send nothing without --yes."), QStringLiteral("PLAN")},
        {QStringLiteral("yes"), QStringLiteral("Do not ask.")},
        {QStringLiteral("confirm"), QStringLiteral("The forum's name, where the connection asks for it."), QStringLiteral("FORUM")},
    });
    if (const auto end = parseArguments(parser, QStringLiteral("badge"), arguments))
        return end;
    const QStringList words = parser.positionalArguments();
    m_verb = words.value(0);
    m_badge = words.value(1);
    m_on = parser.value(QStringLiteral("on"));
    m_json = parser.isSet(QStringLiteral("json"));
    m_yes = parser.isSet(QStringLiteral("yes"));
    m_confirm = parser.value(QStringLiteral("confirm"));
    if (m_on.isEmpty())
        return usage(QStringLiteral("--on names the connection."));
    if (m_verb == QLatin1String("list") && words.size() == 1)
        return std::nullopt;
    if (m_verb == QLatin1String("show") && words.size() == 2)
        return std::nullopt;
    if ((m_verb == QLatin1String("create") || m_verb == QLatin1String("update")) && words.size() == 2)
        return readFields(parser);
    if (m_verb == QLatin1String("remove") && words.size() == 2) {
        m_saveHolders = parser.value(QStringLiteral("save-holders"));
        return std::nullopt;
    }
    if ((m_verb == QLatin1String("export") || m_verb == QLatin1String("import")) && words.size() == 2) {
        m_chosen = parser.values(QStringLiteral("badge"));
        m_existing = parser.value(QStringLiteral("existing"));
        m_out = parser.value(QStringLiteral("out"));
        if (m_existing != QLatin1String("skip") && m_existing != QLatin1String("update"))
            return usage(QStringLiteral("--existing is skip or update."));
        return std::nullopt;
    }
    return usage(QStringLiteral("badge takes: list, show BADGE, create NAME, update BADGE, remove BADGE, export FILE, or import FILE."));
}

void BadgeCommand::start(Services *services)
{
    m_services = services;
    withForum(m_on, [this](const ForumPtr &forum) {
        if (!forum->badges()) {
            Console::note(QStringLiteral("%1 has no badges of this kind.").arg(forum->connection().address()));
            finish(kConnection);
            return;
        }
        ask<BadgeCatalogue>([forum] { return forum->badges()->list(); }, [this, forum](const Result<BadgeCatalogue> &catalogue) {
            if (!catalogue)
                failWith(catalogue.error(), forum->connection().address());
            else if (m_verb == QLatin1String("list"))
                list(*catalogue);
            else if (m_verb == QLatin1String("show"))
                show(*catalogue);
            else if (m_verb == QLatin1String("remove"))
                remove(forum, *catalogue);
            else if (m_verb == QLatin1String("update"))
                update(forum, *catalogue);
            else if (m_verb == QLatin1String("export"))
                exportSet(forum, *catalogue);
            else if (m_verb == QLatin1String("import"))
                importSet(forum, *catalogue);
            else
                create(forum, *catalogue);
        });
    });
}

void BadgeCommand::list(const BadgeCatalogue &catalogue)
{
    if (m_json) {
        QJsonArray badges;
        for (const Badge &badge : catalogue.badges)
            badges << toJson(badge);
        Console::json(QJsonDocument(badges));
    } else {
        QList<QStringList> rows;
        for (const Badge &badge : catalogue.badges) {
            rows << QStringList{QString::number(badge.id), typeName(catalogue, badge.typeId), groupingName(catalogue, badge.groupingId),
                                QString::number(badge.grantCount), badge.enabled ? QStringLiteral("yes") : QStringLiteral("no"), badge.name};
        }
        Console::table({QStringLiteral("Id"), QStringLiteral("Type"), QStringLiteral("Grouping"), QStringLiteral("Grants"),
                        QStringLiteral("Enabled"), QStringLiteral("Name")},
                       rows);
    }
    finish(kAllDone);
}

void BadgeCommand::show(const BadgeCatalogue &catalogue)
{
    const Badge *badge = badgeNamed(catalogue, m_badge);
    if (!badge) {
        Console::note(QStringLiteral("There is no badge \"%1\".").arg(m_badge));
        finish(kSomeFailed);
        return;
    }
    const QJsonObject object = toJson(*badge);
    if (m_json) {
        Console::json(QJsonDocument(object));
    } else {
        for (auto it = object.begin(); it != object.end(); ++it)
            Console::line(QStringLiteral("%1: %2").arg(it.key(), it.value().isNull() ? QStringLiteral("not known") : it.value().toVariant().toString()));
    }
    finish(kAllDone);
}

void BadgeCommand::create(const ForumPtr &forum, const BadgeCatalogue &catalogue)
{
    if (catalogue.findByName(m_badge)) {
        Console::note(QStringLiteral("There is a badge \"%1\" already; choose another name.").arg(m_badge));
        finish(kSomeFailed);
        return;
    }
    if (!takeGrouping(catalogue))
        return;
    if (m_fields.icon && !m_fields.icon->isEmpty())
        checkIcon(forum);
    else
        preparePicture(forum);
}

/// False: there is no such grouping, and it ended.
bool BadgeCommand::takeGrouping(const BadgeCatalogue &catalogue)
{
    m_groupings = catalogue.groupings;
    if (!m_grouping.isEmpty()) {
        for (const Grouping &grouping : catalogue.groupings) {
            if (grouping.name.compare(m_grouping, Qt::CaseInsensitive) == 0 || QString::number(grouping.id) == m_grouping)
                m_fields.groupingId = grouping.id;
        }
        if (!m_fields.groupingId) {
            Console::note(QStringLiteral("There is no grouping \"%1\".").arg(m_grouping));
            finish(kSomeFailed);
            return false;
        }
    }
    return true;
}

void BadgeCommand::preparePicture(const ForumPtr &forum)
{
    if (m_image.isEmpty()) {
        publish(forum, std::nullopt);
        return;
    }
    const SiteInfo &site = forum->site();
    QList<artwork::Finding> found;
    const auto prepared = artwork::checkPictureFile(m_image, artwork::limitsFor(site)).and_then([&](const artwork::CheckedPicture &checked) {
        found = checked.findings;
        return artwork::preparePicture(checked, artwork::optionsFor(site));
    });
    if (!prepared) {
        Console::note(ui::words::sentence(prepared.error(), {}));
        finish(kSomeFailed);
        return;
    }
    for (const QString &sentence : prepared->done)
        Console::note(sentence);
    // What a window would show beside the badge.
    for (const artwork::Finding &finding : found + prepared->findings)
        Console::note(finding.sentence);
    publish(forum, prepared->picture);
}

void BadgeCommand::publish(const ForumPtr &forum, const std::optional<Picture> &picture)
{
    runs::PublishBadgeStep step;
    step.id = m_before.id;
    step.before = m_before;
    step.fields = m_fields;
    step.picture = picture;
    step.nameGroupings(m_groupings); // for the ledger
    const runs::Plan plan = runs::planPublish(forum, {step}, *m_services->clock());
    if (const runs::Step &only = plan.steps.first(); !only.wanted()) {
        Console::note(QStringLiteral("%1: %2").arg(ui::words::verdict(only.verdict, only.type()), only.verdictDetail));
        finish(only.verdict == runs::Verdict::NotAllowed         ? kConnection
               : only.verdict == runs::Verdict::NoEffectExpected ? kAllDone
                                                                 : kUsage);
        return;
    }
    carryOut(forum, plan, QStringLiteral("Publish the badge %1 on %2").arg(m_badge, forum->connection().address()), [this](const runs::StepRecord &record) {
        QStringList changed;
        for (const QString &field : fieldNames(m_fields))
            changed << ui::words::badgeField(field);
        if (!m_image.isEmpty())
            changed << ui::words::badgeField(QStringLiteral("image_upload_id"));
        if (!m_before.id)
            Console::line(QStringLiteral("Badge %1 has the id %2.").arg(m_badge).arg(record.serverId));
        else if (record.words.isEmpty())
            Console::line(QStringLiteral("Badge %1 (%2) was changed: %3.").arg(m_before.name).arg(m_before.id).arg(changed.join(QStringLiteral(", "))));
        else
            Console::line(QStringLiteral("Badge %1 (%2) was not changed as wanted. Sent was: %3.").arg(m_before.name).arg(m_before.id).arg(changed.join(QStringLiteral(", "))));
    });
}

/// Null: it said why not, and ended.
runs::Run *BadgeCommand::startRun(const ForumPtr &forum, const runs::Plan &plan)
{
    if (const Error *error = m_services->ledgerError()) {
        failWith(*error);
        return nullptr;
    }
    if (!takeForum(forum))
        return nullptr;
    const auto started = m_services->runs()->start(plan, forum, runs::Pace::Considerate);
    if (!started) {
        failWith(started.error(), forum->connection().address());
        return nullptr;
    }
    return *started;
}

/// Asks, and sends the one step of the plan.
void BadgeCommand::carryOut(const ForumPtr &forum, const runs::Plan &plan, const QString &what, std::function<void(const runs::StepRecord &)> sayDone)
{
    if (const auto refusal = confirmAtTerminal(forum->connection(), what, m_yes, m_confirm)) {
        Console::note(*refusal);
        finish(kUsage);
        return;
    }
    runs::Run *run = startRun(forum, plan);
    if (!run)
        return;
    connect(new Interrupt(this), &Interrupt::asked, run, &runs::Run::stopAfterCurrent);
    connect(run, &runs::Run::idle, this, [this, run, sayDone] {
        if (run->state() != runs::RunState::Done && run->state() != runs::RunState::Paused && run->state() != runs::RunState::Stopped)
            return;
        const runs::StepRecord &record = run->steps().first();
        if (run->state() != runs::RunState::Done || run->counts().failed()) {
            Console::note(record.words.isEmpty() ? run->pauseReason() : record.words);
            finish(run->state() == runs::RunState::Done ? kSomeFailed : kStopped);
            return;
        }
        if (m_json)
            Console::json(QJsonDocument(QJsonObject{{QStringLiteral("id"), record.serverId}, {QStringLiteral("run"), run->id()}}));
        else
            sayDone(record);
        if (!record.words.isEmpty())
            Console::note(record.words);
        // What is said of a published badge is what the forum did not take.
        const bool lacking = !record.words.isEmpty() && record.step.type() == runs::StepType::PublishBadge;
        finish(lacking ? kSomeFailed : kAllDone);
    });
}

} // namespace badgewright
