// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::runs {

namespace {

struct BadgeExecutorsWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::BadgeExecutors)
};

/// Deleting may be sent again: a badge that is gone is what was wanted. Where a badge goes only while nobody holds it,
/// that is looked at right before each sending, also after a lost answer: somebody may have got it meanwhile.
class DeleteExecutor final : public StepExecutor
{
public:
    DeleteExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<DeleteBadgeStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::Safe; }
    bool goneMeansDone() const override { return true; }

    QString sentence() const override
    {
        return QStringLiteral("delete badge %1 (%2)%3").arg(m_step.badge.id).arg(
            m_step.badge.name, m_step.onlyUnheld ? QStringLiteral(" while nobody holds it") : QString());
    }

    Call<StepOutcome> *send(const StepMemo &, QObject *owner) override
    {
        if (!m_forum->badges() || (m_step.onlyUnheld && !m_forum->grants()))
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        auto *outer = new Call<StepOutcome>(owner);
        if (m_step.onlyUnheld)
            lookAtBadge(outer);
        else
            remove(outer);
        return outer;
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        BadgeDesk *desk = m_forum->badges();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        return mapCall<ReadBackAnswer>(owner, desk->list(), [id = m_step.badge.id](const BadgeCatalogue &all) -> Result<ReadBackAnswer> {
            ReadBackAnswer answer;
            answer.kind = all.find(id) ? ReadBackAnswer::Kind::DidNotHappen : ReadBackAnswer::Kind::Happened;
            answer.outcome.serverId = id;
            answer.outcome.answer = QStringLiteral("badge %1 is gone").arg(id);
            return answer;
        });
    }

private:
    StepOutcome gone() const
    {
        StepOutcome outcome;
        outcome.state = StepState::AlreadySo;
        outcome.serverId = m_step.badge.id;
        outcome.words = BadgeExecutorsWords::tr("The badge was gone already.");
        outcome.answer = QStringLiteral("not found");
        return outcome;
    }

    void lookAtBadge(Call<StepOutcome> *outer)
    {
        auto *list = m_forum->badges()->list();
        follow(outer, list);
        list->then(outer, [this, outer](const Result<BadgeCatalogue> &all) {
            const Badge *badge = all ? all->find(m_step.badge.id) : nullptr;
            if (!all)
                outer->settle(fail(all.error()));
            else if (!badge)
                outer->settle(gone());
            else if (!badge->enabled)
                // The forum names the holders of enabled badges only, and its count may lag behind.
                outer->settle(fail(Error::refusedHere(BadgeExecutorsWords::tr("It stays: it is disabled, so the forum does not say who holds it. Delete it on the Badges page."))));
            else
                lookAtHolders(outer, 0);
        });
    }

    void lookAtHolders(Call<StepOutcome> *outer, int offset)
    {
        if (outer->isSettled())
            return;
        auto *holders = m_forum->grants()->holders(m_step.badge.id, offset);
        follow(outer, holders);
        holders->then(outer, [this, outer, offset](const Result<HolderPage> &page) {
            if (!page) {
                const ErrorKind kind = page.error().kind;
                outer->settle(fail(kind == ErrorKind::Forbidden || kind == ErrorKind::NotFound
                                       ? Error::refusedHere(BadgeExecutorsWords::tr("It stays: who holds it could not be read."))
                                       : page.error()));
                return;
            }
            const auto held = std::find_if(page->grants.cbegin(), page->grants.cend(),
                                           [this](const Grant &grant) { return !m_step.ours.contains(grant.id); });
            if (held != page->grants.cend()) {
                outer->settle(fail(Error::refusedHere(
                    BadgeExecutorsWords::tr("It stays: somebody holds it (%1). Delete it on the Badges page if that is wanted.").arg(held->holder))));
            } else if (page->nextOffset > offset) {
                lookAtHolders(outer, page->nextOffset);
            } else {
                remove(outer);
            }
        });
    }

    void remove(Call<StepOutcome> *outer)
    {
        if (outer->isSettled())
            return;
        auto *inner = m_forum->badges()->remove(m_step.badge.id);
        follow(outer, inner);
        outer->passCancelTo(inner);
        inner->then(outer, [this, outer](const Result<Done> &result) {
            if (!result) {
                outer->settle(result.error().kind == ErrorKind::NotFound ? Result<StepOutcome>(gone()) : fail(result.error()));
                return;
            }
            StepOutcome outcome;
            outcome.serverId = m_step.badge.id;
            outcome.answer = QStringLiteral("deleted");
            outer->settle(outcome);
        });
    }

    DeleteBadgeStep m_step;
};

/// The forum overwrites its whole list. Sent twice, new groupings would be made twice, so the list is read back.
class GroupingsExecutor final : public StepExecutor
{
public:
    GroupingsExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<SaveGroupingsStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::ReconcileFirst; }

    QString sentence() const override
    {
        QStringList names;
        for (const Grouping &grouping : m_step.wanted)
            names.append(grouping.name);
        return QStringLiteral("save groupings: ") + names.join(QStringLiteral(", "));
    }

    Call<StepOutcome> *send(const StepMemo &, QObject *owner) override
    {
        BadgeDesk *desk = m_forum->badges();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        auto *outer = new Call<StepOutcome>(owner);
        const bool known = std::all_of(m_step.basis.cbegin(), m_step.basis.cend(), [](const Grouping &one) { return one.id > 0; });
        if (known) {
            save(outer, m_step.basis);
            return outer;
        }
        auto *list = desk->list();
        follow(outer, list);
        list->then(outer, [this, outer](const Result<BadgeCatalogue> &all) {
            if (!all)
                outer->settle(fail(all.error()));
            else if (!sameGroupings(m_step.basis, all->groupings))
                outer->settle(fail(changedMeanwhile()));
            else
                save(outer, all->groupings);
        });
        return outer;
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        BadgeDesk *desk = m_forum->badges();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        return mapCall<ReadBackAnswer>(owner, desk->list(), [this](const BadgeCatalogue &all) -> Result<ReadBackAnswer> {
            ReadBackAnswer answer;
            answer.kind = sameGroupings(m_step.wanted, all.groupings) ? ReadBackAnswer::Kind::Happened : ReadBackAnswer::Kind::DidNotHappen;
            answer.outcome.answer = QStringLiteral("the groupings are as wanted");
            return answer;
        });
    }

private:
    static Error changedMeanwhile()
    {
        return Error::of(ErrorKind::Conflict, BadgeExecutorsWords::tr("Somebody else changed the groupings meanwhile, so nothing was saved. Read them again and decide anew."));
    }

    void save(Call<StepOutcome> *outer, const QList<Grouping> &basis)
    {
        if (outer->isSettled())
            return;
        auto *inner = m_forum->badges()->saveGroupings(m_step.wanted, basis);
        follow(outer, inner);
        outer->passCancelTo(inner);
        inner->then(outer, [outer](const Result<QList<Grouping>> &saved) {
            if (!saved) {
                outer->settle(fail(saved.error().kind == ErrorKind::Conflict ? changedMeanwhile() : saved.error()));
                return;
            }
            StepOutcome outcome;
            outcome.answer = QStringLiteral("%1 groupings").arg(saved->size());
            outer->settle(outcome);
        });
    }

    SaveGroupingsStep m_step;
};

} // namespace

std::unique_ptr<StepExecutor> makeDeleteExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<DeleteExecutor>(forum, record);
}

std::unique_ptr<StepExecutor> makeGroupingsExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<GroupingsExecutor>(forum, record);
}

} // namespace badgewright::runs
