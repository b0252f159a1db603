// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grants_page.h"

#include "ui/grants/grant_list_model.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/people/person_field.h"
#include "ui/runs/run_errand.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

// What the page reads, and what it shows of it.

namespace badgewright::ui {

void GrantsPage::readCatalogue()
{
    m_state = State::Reading;
    m_stale = false;
    m_spinner->start();
    context().forum->badges()->list()->then(this, [this](const Result<BadgeCatalogue> &catalogue) {
        if (!m_reading)
            m_spinner->stop();
        if (!catalogue) {
            m_state = State::Unread;
            showError(catalogue.error(), tr("The badges could not be read."));
            return;
        }
        m_state = State::Read;
        m_catalogue = *catalogue;
        fillBadges();
        readList();
    });
}

void GrantsPage::fillBadges()
{
    const BadgeId wanted = m_wantedBadge ? m_wantedBadge : m_badge->currentData().toLongLong();
    m_wantedBadge = wanted;
    QHash<BadgeId, QString> names;
    m_badge->clear();
    for (const Badge &badge : std::as_const(m_catalogue.badges)) {
        names.insert(badge.id, badge.name);
        m_badge->addItem(badge.enabled ? badge.name : tr("%1 (disabled)").arg(badge.name), badge.id);
    }
    m_model->setBadges(names);
    // A badge that is gone is not silently replaced by another.
    m_badge->setCurrentIndex(wanted ? m_badge->findData(wanted) : 0);
}

const Badge *GrantsPage::currentBadge() const
{
    return m_catalogue.find(m_badge->currentData().toLongLong());
}

void GrantsPage::reading(PendingCall *call)
{
    m_reading = call;
    m_spinner->start();
}

/// Whether this is the answer the page waits for.
bool GrantsPage::ended(const PendingCall *call)
{
    if (call != m_reading)
        return false;
    m_reading.clear();
    m_stop->hide();
    if (m_state != State::Reading)
        m_spinner->stop();
    return true;
}

void GrantsPage::stopReading()
{
    PendingCall *call = m_reading;
    if (!call || !ended(call))
        return;
    call->cancel();
    showState();
}

void GrantsPage::readList()
{
    if (m_state != State::Read) {
        activate();
        return;
    }
    stopReading();
    if (!m_errand->isBusy())
        m_notice->clear();
    m_model->clear();
    const Badge *badge = currentBadge();
    if (m_mode->current() == 1)
        readPerson();
    else if (badge && badge->enabled)
        readHolders(badge->id, 0);
    else if (badge)
        showEmpty(tr("The forum does not list the holders of a disabled badge."));
    else if (m_wantedBadge)
        showEmpty(tr("This badge is not on %1 any more. Choose another one.").arg(context().address()));
    else
        showEmpty(tr("There is no badge on %1 yet.").arg(context().address()));
}

void GrantsPage::readHolders(BadgeId badge, int offset)
{
    m_emptySentence = tr("Nobody holds this badge yet.");
    m_stop->setVisible(offset > 0);
    Call<HolderPage> *call = context().forum->grants()->holders(badge, offset);
    reading(call);
    call->then(this, [this, call, badge](const Result<HolderPage> &page) {
        if (!ended(call))
            return;
        if (!page) {
            showError(page.error(), tr("The grants could not be read."));
            return;
        }
        m_model->append(page->grants, page->accounts);
        showState();
        if (page->nextOffset >= 0)
            readHolders(badge, page->nextOffset);
    });
}

void GrantsPage::readPerson()
{
    const Account account = m_person->account();
    if (m_finding)
        return;
    if (!account.id) {
        showEmpty(tr("Type a username to see what that person holds."));
        return;
    }
    m_emptySentence = tr("%1 holds no badge yet.").arg(account.username);
    Call<QList<Grant>> *call = context().forum->grants()->heldBy(account.username);
    reading(call);
    call->then(this, [this, call, account](const Result<QList<Grant>> &grants) {
        if (!ended(call))
            return;
        if (!grants) {
            showError(grants.error(), tr("The grants could not be read."));
            return;
        }
        QList<Grant> theirs = *grants;
        for (Grant &grant : theirs) {
            grant.holderId = account.id;
            grant.holder = account.username;
        }
        m_model->append(theirs, {account});
        showState();
    });
}

void GrantsPage::showState()
{
    const int count = m_model->rowCount();
    m_count->setText(count ? tr("%Ln grant(s)", nullptr, count) : QString());
    m_empty->setSentence(m_emptySentence);
    m_empty->setButtonText(m_grant->isEnabled() ? m_grant->text() : QString());
    m_stack->setCurrentIndex(count ? 0 : 1);
}

void GrantsPage::showEmpty(const QString &sentence)
{
    m_emptySentence = sentence;
    showState();
}

void GrantsPage::showError(const Error &error, const QString &what)
{
    if (error.kind != ErrorKind::Cancelled)
        m_notice->sayError(error, context().address(), what, [this] { refresh(); });
}

} // namespace badgewright::ui
