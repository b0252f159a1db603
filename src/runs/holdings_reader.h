// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/holdings.h"
#include "runs/readings.h"

namespace badgewright::runs {

/// Adds to the readings of a plan what tells who holds these badges: all holders, or each person, whichever takes fewer
/// requests. A badge that cannot be read is noted as such; the readings go on.
class HoldingsReader : public QObject
{
public:
    /// Without people: everybody's. `forum` has to be there until the readings are over.
    HoldingsReader(Forum *forum, const QList<Badge> &badges, const QList<Account> &people, Readings *readings, QObject *parent);

    /// Complete when the readings have finished.
    const Holdings &holdings() const { return m_holdings; }

private:
    QString whyNotListed(const Badge &badge) const;
    void readPerson(const Account &person);
    void readPage(BadgeId badge, int offset, Readings::Turn turn);
    void note(const Grant &grant, const Account &holder);
    AccountId accountOf(const QString &username);

    Forum *m_forum;
    Readings *m_readings;
    QList<Account> m_people;
    QHash<QString, AccountId> m_accountOf; ///< by username in lower case; made when somebody is first named so
    QSet<BadgeId> m_wanted;
    QSet<GrantId> m_seen;
    Holdings m_holdings;
};

} // namespace badgewright::runs
