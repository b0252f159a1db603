// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/common_cause.h"

namespace badgewright::runs {

namespace {

constexpr int kEnough = 3;
// People who are gone come in crowds, too: the badge is not asked about for each of them.
constexpr int kAskAgainAfter = 20;

const QString kNotAllowed = QStringLiteral("not allowed");

QString badgeCause(const GrantStep &grant)
{
    return QStringLiteral("badge %1").arg(grant.badgeId);
}

/// What a refusal may have in common with others; empty: nothing.
QString causeOf(const Step &step, ErrorKind refusal)
{
    const auto *grant = std::get_if<GrantStep>(&step.what);
    if (refusal == ErrorKind::NotFound && grant)
        return badgeCause(*grant);
    const bool award = step.type() == StepType::AwardForAction || step.type() == StepType::AwardToUser;
    return refusal == ErrorKind::Forbidden && !award ? kNotAllowed : QString();
}

} // namespace

void CommonCause::note(const ForumPtr &forum, const Step &step, const std::optional<Error> &refusal, bool moreWait)
{
    const auto *grant = std::get_if<GrantStep>(&step.what);
    if (!refusal) {
        m_refusals.remove(kNotAllowed);
        if (grant)
            m_refusals.remove(badgeCause(*grant));
        return;
    }
    const QString cause = causeOf(step, refusal->kind);
    if (cause.isEmpty() || m_asking || !m_found.isEmpty())
        return;
    const int count = ++m_refusals[cause];
    if (!moreWait || (count != kEnough && count % kAskAgainAfter != 0))
        return;
    if (cause != kNotAllowed) {
        ask(forum, *grant);
        return;
    }
    m_found = cause;
    Q_EMIT found(*refusal, m_known.contains(cause));
}

void CommonCause::ask(const ForumPtr &forum, const GrantStep &grant)
{
    BadgeDesk *desk = forum->badges();
    if (!desk)
        return;
    m_asking = true;
    desk->list()->then(this, [this, grant](const Result<BadgeCatalogue> &catalogue) {
        m_asking = false;
        if (!catalogue) {
            // A key that may not look: then nobody can tell.
            if (catalogue.error().kind == ErrorKind::Forbidden || catalogue.error().kind == ErrorKind::NotFound) {
                Q_EMIT cleared();
                return;
            }
            m_refusals[badgeCause(grant)] = kEnough - 1; // the next one asks again
            Q_EMIT couldNotAsk(catalogue.error());
            return;
        }
        const Badge *badge = catalogue->find(grant.badgeId);
        if (badge && badge->enabled) {
            Q_EMIT cleared();
            return;
        }
        m_found = badgeCause(grant);
        Q_EMIT found(Error::refusedHere(badge ? tr("The badge %1 has been disabled on the forum. Enable it there, then go on.").arg(badge->name)
                                              : tr("The badge %1 is no longer on the forum.").arg(grant.badgeName)),
                     m_known.contains(m_found));
    });
}

bool CommonCause::covers(const Step &step, ErrorKind refusal) const
{
    return !m_found.isEmpty() && causeOf(step, refusal) == m_found;
}

void CommonCause::goOn()
{
    if (!m_found.isEmpty())
        m_known.insert(m_found);
    m_found.clear();
    m_refusals.clear();
}

} // namespace badgewright::runs
