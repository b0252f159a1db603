// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/matcher.h"

#include "people/match_operation.h"

namespace badgewright::people {

Matcher::Matcher(PeopleDesk *people, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_clock(clock)
    , m_memory(std::make_unique<MatchMemory>())
{
}

Matcher::Matcher(AwardDesk *awards, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_awards(awards)
    , m_clock(clock)
    , m_memory(std::make_unique<MatchMemory>())
{
}

Matcher::~Matcher()
{
    // The calls and their operations use the memory, so they go first.
    qDeleteAll(findChildren<PendingCall *>(Qt::FindDirectChildrenOnly));
}

Call<QList<Match>> *Matcher::match(const QList<Recipient> &recipients, const MatchOptions &options)
{
    auto *call = new Call<QList<Match>>(this);
    (new MatchOperation({m_people, m_awards, m_clock}, m_memory.get(), recipients, options, call))->start();
    return call;
}

void Matcher::remember(const QList<Account> &accounts)
{
    for (const Account &account : accounts)
        m_memory->remember(account);
}

void Matcher::forget()
{
    *m_memory = {};
}

} // namespace badgewright::people
