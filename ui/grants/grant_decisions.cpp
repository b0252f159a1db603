// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_decisions.h"

#include <algorithm>

namespace badgewright::ui {

namespace {

BadgeId badgeOf(const runs::Step &step)
{
    if (const auto *revoke = std::get_if<runs::RevokeStep>(&step.what))
        return revoke->badgeId;
    const auto *grant = std::get_if<runs::GrantStep>(&step.what);
    return grant ? grant->badgeId : 0;
}

} // namespace

void GrantDecisions::layOver(QList<people::Match> *matches) const
{
    if (m_accounts.isEmpty())
        return;
    for (people::Match &match : *matches) {
        const auto chosen = m_accounts.constFind(match.recipient.text);
        if (chosen == m_accounts.cend() || (match.status == people::MatchStatus::Found && match.account.id == chosen->id))
            continue;
        match.status = people::MatchStatus::Found;
        match.account = *chosen;
        match.error.reset();
        match.byEmailBeside = false;
    }
}

int GrantDecisions::before(const runs::Plan &plan, int stepIndex)
{
    const runs::Step &step = plan.steps.at(stepIndex);
    const auto begin = plan.steps.cbegin();
    return int(std::count_if(begin, begin + stepIndex, [&](const runs::Step &other) {
        return other.recipient == step.recipient && badgeOf(other) == badgeOf(step);
    }));
}

void GrantDecisions::useReason(const runs::Plan &plan, int stepIndex, const QString &reason)
{
    m_reasons[plan.steps.at(stepIndex).recipient].insert(before(plan, stepIndex), reason);
}

std::optional<QString> GrantDecisions::reason(const QString &recipient, int before) const
{
    const auto rows = m_reasons.constFind(recipient);
    if (rows == m_reasons.cend() || !rows->contains(before))
        return {};
    return rows->value(before);
}

void GrantDecisions::decide(const runs::Plan &plan, int stepIndex, Decision decision)
{
    const runs::Step &step = plan.steps.at(stepIndex);
    const int before = GrantDecisions::before(plan, stepIndex);
    QList<Entry> &entries = m_decisions[step.recipient];
    entries.removeIf([&](const Entry &entry) { return entry.badge == badgeOf(step) && entry.before == before; });
    if (decision != Decision::AsPlanned)
        entries.append({badgeOf(step), before, decision});
    else if (entries.isEmpty())
        m_decisions.remove(step.recipient);
}

QHash<int, Decision> GrantDecisions::about(const runs::Plan &plan) const
{
    QHash<int, Decision> found;
    if (m_decisions.isEmpty())
        return found;
    QHash<QString, QHash<BadgeId, int>> seen;
    for (int i = 0; i < plan.steps.size(); ++i) {
        const runs::Step &step = plan.steps.at(i);
        const auto entries = m_decisions.constFind(step.recipient);
        if (entries == m_decisions.cend())
            continue;
        const BadgeId badge = badgeOf(step);
        const int before = seen[step.recipient][badge]++;
        for (const Entry &entry : *entries) {
            if (entry.badge == badge && entry.before == before)
                found.insert(i, entry.decision);
        }
    }
    return found;
}

} // namespace badgewright::ui
