// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/holdings_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::runs {

namespace {

constexpr int kHoldersAPage = 96; // at most, as far as is known; only for choosing the shorter way

struct HoldingsWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Holdings)
};

} // namespace

HoldingsReader::HoldingsReader(Forum *forum, const QList<Badge> &badges, const QList<Account> &people, Readings *readings, QObject *parent)
    : QObject(parent), m_forum(forum), m_readings(readings), m_people(people)
{
    int pages = 0;
    bool allListed = true;
    QHash<BadgeId, QString> whyNot;
    for (const Badge &badge : badges) {
        if (m_wanted.contains(badge.id))
            continue;
        m_wanted.insert(badge.id);
        pages += badge.grantCount / kHoldersAPage + 1;
        whyNot.insert(badge.id, whyNotListed(badge));
        allListed = allListed && whyNot.value(badge.id).isEmpty();
    }
    const bool mayAsk = forum->grants() && forum->capabilities().may(Ability::ListHeldBy);
    if (mayAsk && !people.isEmpty() && (people.size() < pages || !allListed)) {
        for (const Account &person : people)
            readPerson(person);
        return;
    }
    for (const BadgeId badge : std::as_const(m_wanted)) {
        if (whyNot.value(badge).isEmpty())
            readPage(badge, 0, Readings::Turn::Last);
        else
            m_holdings.unreadBadges.insert(badge, Error::refusedHere(whyNot.value(badge)));
    }
    readings->expect(pages - m_wanted.size());
}

/// Empty: they can be listed.
QString HoldingsReader::whyNotListed(const Badge &badge) const
{
    const Capability may = m_forum->capabilities().of(Ability::ListHolders);
    if (!may.allowed || !m_forum->grants())
        return may.reason.isEmpty() ? HoldingsWords::tr("This connection may not list who holds a badge.") : may.reason;
    return badge.enabled ? QString() : HoldingsWords::tr("%1 is disabled, and the forum does not list the holders of a disabled badge.").arg(badge.name);
}

void HoldingsReader::readPerson(const Account &person)
{
    m_readings->add<QList<Grant>>([this, name = person.username](Lane lane) { return m_forum->grants()->heldBy(name, lane); },
                                  [this, person](const Result<QList<Grant>> &grants) {
                                      if (!grants)
                                          m_holdings.unread.insert(person.id);
                                      for (const Grant &grant : grants.value_or(QList<Grant>()))
                                          note(grant, person);
                                  });
}

void HoldingsReader::readPage(BadgeId badge, int offset, Readings::Turn turn)
{
    const auto answered = [this, badge, offset](const Result<HolderPage> &page) {
        if (!page) {
            m_holdings.unreadBadges.insert(badge, page.error());
            return;
        }
        QHash<AccountId, Account> known;
        for (const Account &account : page->accounts)
            known.insert(account.id, account);
        for (const Grant &grant : page->grants) {
            Account holder = known.value(grant.holderId);
            holder.id = grant.holderId != 0 ? grant.holderId : accountOf(grant.holder);
            if (holder.username.isEmpty())
                holder.username = grant.holder;
            note(grant, holder);
        }
        if (page->nextOffset > offset)
            readPage(badge, page->nextOffset, Readings::Turn::Next);
    };
    m_readings->add<HolderPage>([this, badge, offset](Lane lane) { return m_forum->grants()->holders(badge, offset, lane); }, answered, turn);
}

void HoldingsReader::note(const Grant &grant, const Account &holder)
{
    m_holdings.newest = std::max(m_holdings.newest, grant.id);
    // Rows shift while others are granting: the same grant may come on two pages.
    if (!m_wanted.contains(grant.badgeId) || m_seen.contains(grant.id))
        return;
    m_seen.insert(grant.id);
    Grant whole = grant;
    whole.holderId = holder.id;
    whole.holder = holder.username;
    m_holdings.grants.append(whole);
    m_holdings.accounts.insert(holder.id, holder);
}

AccountId HoldingsReader::accountOf(const QString &username)
{
    if (m_accountOf.isEmpty()) {
        for (const Account &person : std::as_const(m_people))
            m_accountOf.insert(person.username.toLower(), person.id);
    }
    return m_accountOf.value(username.toLower());
}

} // namespace badgewright::runs
