// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/people_set.h"
#include "runs/plan.h"
#include "runs/run.h"
#include "ui/grants/added_sources.h"
#include "ui/grants/grant_decisions.h"
#include "ui/grants/grant_source.h"
#include "ui/shell/page.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace badgewright::ui {

/// What the grant dialog is about, step by step: people from a source, their accounts, the plan, the run. The dialog's
/// pages show it and change it; it knows no widgets. Every step can be gone back from until the run has begun.
class GrantFlow : public QObject
{
    Q_OBJECT

public:
    enum class Step { Source, Match, Review, Run, Result };
    /// The same way leads to giving a badge to people and to taking it back from them.
    enum class Purpose { Grant, Revoke };

    explicit GrantFlow(const PageContext &context, Purpose purpose, QObject *parent = nullptr);

    const PageContext &context() const { return m_context; }
    bool revokes() const { return m_purpose == Purpose::Revoke; }
    Step step() const { return m_step; }
    bool isBusy() const { return m_busy; }

    // Source
    void setBadges(const QList<Badge> &badges);
    const QList<Badge> &badges() const { return m_badges; }
    GrantSource *source() const { return m_source; }
    /// What goes together with it; without a list the first of these is the beginning.
    AddedSources *added() const { return m_added; }
    bool isReading() const { return m_source->isReading() || m_added->isReading(); }
    bool hasPeople() const { return !m_source->isEmpty() || !m_added->isEmpty(); }
    /// How many are named, before sets are put together.
    int peopleNamed() const;
    /// "people.csv, without holders of Apex"
    QString sourceName() const;
    void setReasonForAll(const QString &reason) { m_reasonForAll = reason; }
    /// Why the source cannot be gone on from; empty: it can.
    QString sourceProblem() const;

    // Match and Review
    void match();
    const QList<people::Match> &matches() const { return m_matches; }
    /// They were found, and put together; nobody may be left.
    bool isMatched() const { return m_matched; }
    /// Sentences about rows of which it is not clear whether they are in a set.
    const QStringList &matchRemarks() const { return m_remarks; }
    void review();
    const runs::Plan &plan() const { return m_plan; }
    /// The person says who is meant by these words; in Review the plan is made again.
    void useAccount(const QString &recipient, const Account &account);
    bool isChosenByHand(const QString &recipient) const { return m_decisions.hasAccount(recipient); }
    /// Another reason for the row of this step, in all badges; empty: none. The plan is made again.
    void useReason(int stepIndex, const QString &reason);
    /// Holds for this row of the plan and of those made after it.
    void decide(int stepIndex, Decision decision);
    void setPace(runs::Pace pace);
    runs::Pace pace() const { return m_pace; }
    /// Taken where it is possible; the plan says which it is.
    void setRoad(runs::Road road);

    // Run
    Result<Done> start();
    runs::Run *run() const { return m_run; }

    void goBack(Step step);
    /// Stops reading; what was found stays.
    void cancel();

    /// "Grant Apex", "Revoke Apex", for titles.
    QString title() const;

Q_SIGNALS:
    void stepChanged();
    void busyChanged();
    void sourceChanged();
    void matchesChanged();
    void planChanged();
    void progress(qint64 done, qint64 total);
    void failed(const badgewright::Error &error);

private:
    void go(Step step);
    void findAccounts(const QList<people::Recipient> &everybody);
    void settleMatches();
    void splitMatches(const QList<people::Match> &matches);
    /// Takes the sets, puts them together in a thread, and goes on.
    void combine(std::function<QList<people::MatchedSet>()> take, std::function<void()> goOn);
    void lookFirst();
    void setBusy(bool busy);
    Call<runs::Plan> *makePlan();
    void dropPlan();
    void put(int stepIndex, Decision decision);
    void chooseRoad();

    PageContext m_context;
    const Purpose m_purpose;
    Step m_step = Step::Source;
    bool m_busy = false;
    QList<Badge> m_badges;
    GrantSource *m_source;
    AddedSources *m_added;
    QString m_reasonForAll;
    people::Matcher *m_matcher;
    QList<people::MatchedSet> m_sets; ///< when there are several
    QList<people::Match> m_matches;
    QStringList m_remarks;
    bool m_matched = false;
    GrantDecisions m_decisions;
    runs::Plan m_plan;
    QHash<int, runs::Step> m_asPlanned; ///< steps that were decided about, as the planner made them
    runs::Pace m_pace = runs::Pace::Considerate;
    std::optional<runs::Road> m_wishedRoad;
    QPointer<PendingCall> m_call;
    QPointer<runs::Run> m_run;
};

} // namespace badgewright::ui
