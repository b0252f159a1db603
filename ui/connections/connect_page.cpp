// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connect_page.h"

#include "ui/connections/ability_card.h"
#include "ui/connections/colour_picker.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/words/ability_words.h"
#include "ui/words/connect_words.h"

#include <QComboBox>
#include <QLineEdit>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using State = ConnectionCheck::State;

ConnectPage::ConnectPage(const ConnectServices &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    build();
    arrange();
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) { m_check->setAddress(text); });
    connect(m_address, &QLineEdit::returnPressed, this, [this] { m_check->now(); });
    connect(m_user, &QLineEdit::textChanged, this, &ConnectPage::credentialsEdited);
    connect(m_secret, &QLineEdit::textChanged, this, &ConnectPage::credentialsEdited);
    connect(m_user, &QLineEdit::returnPressed, this, [this] { m_check->now(); });
    connect(m_secret, &QLineEdit::returnPressed, this, [this] { m_check->now(); });
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameTouched = true;
        showState();
    });
    connect(m_help, &LinkButton::clicked, this, &ConnectPage::helpWithKey);
    connect(m_abilities, &AbilityCard::helpWanted, this, &ConnectPage::helpWithKey);
    connect(m_abilities, &AbilityCard::actionTriggered, this, [this] {
        if (m_check->state() == State::NeedsHttpYes)
            askForPlainHttp();
        else
            m_check->now();
    });
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        switch (m_offer) {
        case Offer::SessionOnly:
            keep(m_services.session);
            break;
        case Offer::RemoveAnyway:
            m_services.store->remove(m_edited->id);
            Q_EMIT removed(m_edited->id);
            break;
        case Offer::None:
            break;
        }
    });
    connect(m_cancel, &QPushButton::clicked, this, &ConnectPage::cancel);
    connect(m_save, &QPushButton::clicked, this, &ConnectPage::save);
    connect(m_remove, &QPushButton::clicked, this, &ConnectPage::askToRemove);
    connect(m_services.keychain, &keychain::Keychain::waiting, this, [this](bool waiting) {
        if (m_busy)
            m_wait->setText(waiting ? tr("Waiting for the keychain. It may be asking for its password in another window.")
                                    : QString());
    });
    begin({});
}

void ConnectPage::begin(const QString &address)
{
    delete m_check;
    m_check = new ConnectionCheck(m_services.opener, m_services.gateFor, this);
    connect(m_check, &ConnectionCheck::changed, this, &ConnectPage::showState);
    ++m_visit;
    m_edited.reset();
    m_nameTouched = false;
    m_offer = Offer::None;
    m_secret->clear();
    m_secret->setPlaceholderText({});
    m_user->clear();
    m_name->clear();
    m_colour->setColour(connectionColours().value(int(m_services.store->all().size() % connectionColours().size())).value);
    m_safeMode->setCurrentIndex(m_safeMode->findData(int(SafeMode::Ask)));
    m_notice->clear();
    m_address->setReadOnly(false);
    m_address->setText(address);
    m_check->setAddress(address);
    m_check->now();
    m_remove->hide();
    setBusy(false);
    showState();
    (address.isEmpty() ? m_address : m_secret)->setFocus();
}

void ConnectPage::edit(const Connection &connection)
{
    begin({});
    m_edited = connection;
    m_nameTouched = true;
    m_check->setKnown(connection); // first, so that the address is not taken for one to look at
    m_address->setText(connection.base.toString());
    m_address->setReadOnly(true); // pinned: another address is another connection
    m_user->setText(connection.user);
    m_name->setText(connection.name);
    m_colour->setColour(connection.colour);
    m_safeMode->setCurrentIndex(m_safeMode->findData(int(connection.safeMode)));
    m_secret->setPlaceholderText(tr("unchanged"));
    m_remove->show();
    showState();
    m_name->setFocus();
    for (keychain::Keychain *from : {m_services.session, m_services.keychain}) {
        from->read(connection.id)->then(m_check, [this](const Result<keychain::Reading> &reading) {
            if (reading && reading->state == keychain::Reading::State::Found && m_secret->text().isEmpty())
                m_check->setStoredSecret(reading->secret);
        });
    }
}

void ConnectPage::focusSecret()
{
    m_secret->setFocus();
}

void ConnectPage::credentialsEdited()
{
    m_check->setCredentials(m_user->text(), m_secret->text());
    showState();
}

void ConnectPage::showKind(ForumKind kind)
{
    const bool discourse = kind == ForumKind::Discourse;
    m_userLabel->setText(discourse ? tr("Act as") : tr("Name"));
    m_user->setPlaceholderText(discourse ? tr("an administrator’s username") : tr("your username"));
    m_user->setAccessibleName(m_userLabel->text());
    m_secretLabel->setText(discourse ? tr("API key") : tr("Password"));
    m_secret->setAccessibleName(m_secretLabel->text());
    m_help->setVisible(discourse);
    m_abilities->setHelpOffered(discourse);
    orderSignIn(discourse);
    m_abilities->setHeading(discourse ? tr("What this key may do") : tr("What this account may do"));
}

void ConnectPage::showProbe()
{
    const std::optional<SiteProbe> &probe = m_check->probe();
    if (m_edited) {
        m_title->setText(tr("Edit %1").arg(m_edited->name));
        const ForumPtr forum = m_check->forum();
        SiteProbe known;
        known.kind = m_edited->kind;
        if (forum) {
            known.title = forum->site().title;
            known.version = forum->site().version;
            known.people = forum->site().people;
        }
        m_site->setText(words::siteLine(known));
        showKind(m_edited->kind);
    } else {
        const QString address = probe ? m_check->connection().address() : QString();
        m_title->setText(address.isEmpty() ? tr("Connect a forum") : tr("Connect %1").arg(address));
        m_site->setText(probe ? words::siteLine(*probe) : tr("Discourse or AnswerHub, found out by itself"));
        showKind(probe ? probe->kind : ForumKind::Discourse);
        if (probe && !m_nameTouched)
            m_name->setText(probe->title.isEmpty() ? address : probe->title);
    }
    const QString where = m_edited || probe ? m_check->connection().address() : tr("the forum");
    m_promise->setText(tr("The key goes into this computer’s keychain and to %1, nowhere else.").arg(where));
    m_save->setText(m_edited ? tr("Save") : address().isEmpty() ? tr("Add forum") : tr("Add %1").arg(address()));
}

QString ConnectPage::address() const
{
    return m_check->probe() ? m_check->connection().address() : QString();
}

void ConnectPage::showState()
{
    showProbe();
    const Connection &connection = m_check->connection();
    const QString typed = m_address->text().trimmed();
    const auto problem = [this](const words::ErrorWords &said) {
        m_abilities->showProblem(said.happened, QStringList{said.why, said.todo}.join(u' ').trimmed(),
                                 said.retryHelps ? tr("Try again") : QString());
    };
    const bool key = connection.kind == ForumKind::Discourse;
    switch (m_check->state()) {
    case State::Idle:
        m_abilities->showHint(tr("Enter the forum’s address first. It is looked at without showing any key."));
        break;
    case State::Probing:
        m_abilities->showChecking(tr("Looking at %1…").arg(typed));
        break;
    case State::ProbeFailed:
        problem(words::describeProbe(m_check->error(), typed));
        break;
    case State::NeedsSecret:
        if (m_edited)
            m_abilities->showHint(key ? tr("The saved key was not found. The keychain may be locked; or enter a new key.")
                                      : tr("The saved password was not found. The keychain may be locked; or enter it again."));
        else
            m_abilities->showHint(key ? tr("Enter an API key, and this list says what may be done with it.")
                                      : tr("Enter name and password, and this list says what may be done."));
        break;
    case State::NeedsHttpYes:
        m_abilities->showProblem(tr("%1 does not encrypt.").arg(connection.address()),
                                 tr("Everybody on the way could read the key and everything else. Nothing has been sent yet."),
                                 tr("Use it anyway…"));
        break;
    case State::SigningIn:
        m_abilities->showChecking(key ? tr("Finding out what this key may do…") : tr("Signing in…"));
        break;
    case State::SignInFailed:
        problem(words::describeSignIn(m_check->error(), connection));
        break;
    case State::Good:
        m_abilities->showAbilities(m_check->forum()->capabilities(), m_check->forum()->site());
        break;
    }
    // A saved connection can be renamed while its forum is away; a new key must have worked.
    const bool untouched = m_edited && m_secret->text().isEmpty() && m_user->text().trimmed() == m_edited->user;
    m_save->setEnabled(!m_busy && (m_check->state() == State::Good || untouched) && !m_name->text().trimmed().isEmpty());
}

void ConnectPage::askForPlainHttp()
{
    const QString host = m_check->connection().base.host();
    Question question;
    question.title = tr("Send the key to %1 unencrypted?").arg(host);
    question.consequence = tr("Everybody on the way can read it, and do with it what you may do. Only a forum on your own "
                              "network should be used like this.");
    question.yes = tr("Send unencrypted");
    question.danger = true;
    question.typed = host;
    m_services.ask->confirm(this, question, [this](bool yes) {
        if (yes)
            m_check->acceptPlainHttp();
    });
}

void ConnectPage::helpWithKey()
{
    const Connection &connection = m_check->connection();
    if (connection.base.isEmpty()) {
        m_notice->say(Tone::Note, tr("On the forum: Admin › Advanced › API keys."),
                      tr("Enter the forum’s address, and the page can be opened from here."));
        return;
    }
    Choice choice;
    choice.title = tr("Make an API key on %1").arg(connection.address());
    choice.consequence = tr("An administrator makes it under Admin › Advanced › API keys. Choose “Single user” with an "
                            "administrator’s account, and “Global” as scope: listing holders and score events has no narrower "
                            "one. The forum shows the key once; copy it and paste it here.");
    choice.options = {tr("Open that page in the browser")};
    m_services.ask->choose(this, choice, [this, base = connection.base](int index) {
        if (index == 0)
            m_services.ask->openAddress(base.toString() + "/admin/api/keys"_L1);
    });
}

Connection ConnectPage::composed() const
{
    Connection connection = m_edited ? *m_edited : m_check->connection();
    connection.name = m_name->text().trimmed();
    connection.colour = m_colour->colour();
    connection.safeMode = SafeMode(m_safeMode->currentData().toInt());
    connection.user = m_user->text().trimmed();
    if (connection.user.isEmpty() && m_check->forum())
        connection.user = m_check->forum()->site().actingUser;
    if (!m_edited && m_services.formerId) {
        if (const QString id = m_services.formerId(connection); !id.isEmpty() && !m_services.store->byId(id))
            connection.id = id;
    }
    return connection;
}

void ConnectPage::save()
{
    const Connection connection = composed();
    const std::optional<Connection> namesake = m_services.store->byName(connection.name);
    if (namesake && namesake->id != connection.id) {
        m_offer = Offer::None;
        m_notice->say(Tone::Look, tr("There is a forum called %1 already.").arg(connection.name), tr("Choose another name."));
        m_name->setFocus();
        m_name->selectAll();
        return;
    }
    if (m_edited && m_secret->text().isEmpty())
        finishSaving(connection);
    else
        keep(m_services.keychain);
}

void ConnectPage::keep(keychain::Keychain *keychain)
{
    setBusy(true);
    m_notice->clear();
    const Connection connection = composed();
    keychain->write(connection.id, m_check->secret())->then(this, [=, this, visit = m_visit](const Result<Done> &written) {
        if (visit != m_visit) {
            // Called off meanwhile: a key that nothing points to would stay for ever.
            if (written && !m_services.store->byId(connection.id))
                keychain->remove(connection.id);
            return;
        }
        setBusy(false);
        if (written) {
            finishSaving(connection);
            return;
        }
        const words::ErrorWords said = words::describe(written.error(), {});
        m_offer = Offer::SessionOnly;
        m_notice->say(Tone::Look, said.happened,
                      QStringList{said.why, tr("Unlock it and try again, or use the key for this session only: it is then "
                                               "asked for again the next time.")}.join(u' '),
                      tr("For this session only"));
    });
}

void ConnectPage::finishSaving(const Connection &connection)
{
    const std::optional<Connection> before = m_services.store->byId(connection.id);
    if (before)
        m_services.store->update(connection);
    else
        m_services.store->add(connection);
    const bool signsInAnew = !before || !m_secret->text().isEmpty() || before->user != connection.user
        || before->safeMode != connection.safeMode;
    m_secret->clear();
    Q_EMIT saved(connection.id, signsInAnew);
}

void ConnectPage::cancel()
{
    begin({}); // forgets the key that was typed, and whatever the keychain still answers
    Q_EMIT cancelled();
}

void ConnectPage::askToRemove()
{
    Question question;
    question.title = tr("Remove %1?").arg(m_edited->name);
    question.consequence = tr("The connection and its key are removed from this computer. The forum is not changed, and the "
                              "ledger keeps its runs.");
    const QString lost = m_services.lostWith ? m_services.lostWith(m_edited->id) : QString();
    if (!lost.isEmpty())
        question.consequence += u' ' + lost;
    question.yes = tr("Remove");
    question.danger = true;
    m_services.ask->confirm(this, question, [this](bool yes) {
        if (yes)
            remove();
    });
}

void ConnectPage::remove()
{
    setBusy(true);
    const QString id = m_edited->id;
    m_services.session->remove(id);
    m_services.keychain->remove(id)->then(this, [this, id, visit = m_visit](const Result<keychain::Removal> &gone) {
        if (visit == m_visit)
            setBusy(false);
        if (gone) {
            m_services.store->remove(id);
            Q_EMIT removed(id);
            return;
        }
        if (visit != m_visit)
            return;
        m_offer = Offer::RemoveAnyway;
        m_notice->say(Tone::Look, tr("The key could not be taken out of the keychain."), gone.error().detail,
                      tr("Remove the connection anyway"));
    });
}

void ConnectPage::setBusy(bool busy, const QString &why)
{
    m_busy = busy;
    m_wait->setText(why);
    if (busy)
        m_spinner->start();
    else
        m_spinner->stop();
    m_remove->setEnabled(!busy);
    showState();
}

} // namespace badgewright::ui
