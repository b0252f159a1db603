// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_clock.h"
#include "ui/awards/award_models.h"
#include "ui/grants/grant_list_model.h"
#include "ui/ledger/run_list_model.h"
#include "ui/runs/plan_list_model.h"
#include "ui/runs/step_list_model.h"
#include "ui/scores/score_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

Account account(AccountId id, const QString &name)
{
    Account made;
    made.id = id;
    made.username = name;
    return made;
}

Grant grant(GrantId id, AccountId holder)
{
    Grant made;
    made.id = id;
    made.badgeId = 5;
    made.holderId = holder;
    made.grantedAt = QDateTime(QDate(2026, 11, 19), QTime(9, 0), Qt::UTC);
    return made;
}

ScoreEvent points(ScoreEventId id, QDate date, qint32 points, const QString &description = {})
{
    return {id, 7, date, points, description, {}, {}};
}

runs::Step grantStep(int row, const QString &name)
{
    runs::Step step;
    step.row = row;
    step.recipient = name;
    runs::GrantStep what;
    what.badgeName = u"Apex"_s;
    what.account = account(row, name);
    step.what = what;
    return step;
}

runs::StepRecord record(int position, runs::StepState state)
{
    runs::StepRecord made;
    made.position = position;
    made.step = grantStep(position + 1, u"person-%1"_s.arg(position));
    made.state = state;
    return made;
}

const QDate kDay(2026, 11, 20);

} // namespace

/// Every model of these pages keeps the rules of item models through all it does, and what its page relies on.
class ModelsTest : public QObject
{
    Q_OBJECT

    using Tester = QAbstractItemModelTester;
    static constexpr auto kFatal = Tester::FailureReportingMode::QtTest;

private Q_SLOTS:
    void grants()
    {
        GrantListModel model;
        Tester tester(&model, kFatal);
        model.setBadges({{5, u"Apex"_s}});
        model.append({grant(1, 1), grant(2, 2)}, {account(1, u"ada"_s), account(2, u"bobby"_s)});
        model.append({grant(2, 2), grant(3, 3)}, {}); // a row that has shifted to the next page
        QCOMPARE(model.rowCount(), 3);
        model.remove(1);
        model.remove(99);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, GrantListModel::PersonColumn).data().toString(), u"bobby"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void aRevokeKnowsWhatGrantingAgainNeeds()
    {
        GrantListModel model;
        model.setBadges({{5, u"Apex"_s}});
        Grant given = grant(1, 2);
        given.topicId = 44;
        given.postNumber = 3;
        model.append({given}, {account(2, u"bobby"_s)});
        const runs::RevokeStep step = model.revokeStep(*model.find(1), QUrl(u"https://forum.example/community"_s));
        QCOMPARE(step.badgeName, u"Apex"_s);
        QCOMPARE(step.holder.username, u"bobby"_s);
        QCOMPARE(step.grantedAt, given.grantedAt);
        QCOMPARE(step.reason, QUrl(u"https://forum.example/community/t/-/44/3"_s));
    }

    void awardTypes()
    {
        AwardTypeModel model;
        Tester tester(&model, kFatal);
        model.setTypes({{1, u"Editor"_s, {}, u"bronze"_s, u"per_user"_s, true, {}}, {2, u"Guru"_s, {}, {}, {}, true, {}}});
        QCOMPARE(model.find(2)->name, u"Guru"_s);
        QCOMPARE(model.find(3), nullptr);
        QCOMPARE(model.index(1, 0).data(AwardTypeModel::DetailRole).toString(), QString());
        model.setTypes({});
    }

    void actions()
    {
        ActionListModel model;
        Tester tester(&model, kFatal);
        Action action;
        action.id = 1125;
        action.verb = u"edited"_s;
        action.cancelled = true;
        model.setActions({action}, QDateTime(kDay, QTime(12, 0), Qt::UTC));
        QCOMPARE(model.index(0, ActionListModel::VerbColumn).data().toString(), u"edited (cancelled)"_s);
        QCOMPARE(model.index(0, ActionListModel::ReceiverColumn).data().toString(), u"not said"_s);
        model.setActions({}, {});
    }

    void runsOfTheLedger()
    {
        ManualClock clock;
        RunListModel model(&clock);
        Tester tester(&model, kFatal);
        runs::RunSummary first;
        first.id = 1;
        model.setRuns({first});
        runs::RunSummary second;
        second.id = 2;
        second.state = runs::RunState::Done;
        second.failed = 3;
        model.updateRun(second); // not known yet: on top
        QCOMPARE(model.indexOf(2).row(), 0);
        second.failed = 0;
        model.updateRun(second);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, RunListModel::StateColumn).data().toString(), u"Done"_s);
        model.setRuns({});
        QCOMPARE(model.find(2), nullptr);
    }

    void plans()
    {
        PlanListModel model;
        Tester tester(&model, kFatal);
        runs::Plan plan;
        plan.id = u"a"_s;
        plan.steps = {grantStep(1, u"ada"_s), grantStep(2, u"bobby"_s)};
        model.setPlan(plan);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        plan.steps[1].verdict = runs::Verdict::LeftOut;
        model.setPlan(plan); // a decision about one row keeps selection and scrolling
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.index(1, PlanListModel::VerdictColumn).data().toString(), u"Left out"_s);
        model.setPlan({});
        QCOMPARE(model.rowCount(), 0);
    }

    void steps()
    {
        StepListModel model;
        Tester tester(&model, kFatal);
        model.setSteps({record(0, runs::StepState::Waiting), record(1, runs::StepState::Waiting)});
        runs::StepRecord failed = record(1, runs::StepState::Failed);
        failed.words = u"Not this one"_s;
        model.updateStep(failed);
        runs::StepRecord silent = record(0, runs::StepState::Failed);
        silent.errorKind = errorKindName(ErrorKind::NotFound);
        QVERIFY(stepRemark(silent).startsWith(u"The forum"_s)); // it said nothing itself
        model.updateStep(record(7, runs::StepState::Done)); // not of this run
        QCOMPARE(model.index(1, StepListModel::WordsColumn).data().toString(), u"Not this one"_s);
        QVERIFY(model.index(1, 0).data(StepListModel::NeedsLookRole).toBool());
        QVERIFY(!model.index(0, 0).data(StepListModel::NeedsLookRole).toBool());
        model.setSteps({});
    }

    void scores()
    {
        ScoreListModel model;
        Tester tester(&model, kFatal);
        model.setEvents({points(1, kDay, 15), points(2, kDay, -200)});
        model.setPeople({{7, account(7, u"delia"_s)}});
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        const QModelIndex cell = model.index(0, ScoreListModel::PointsColumn);
        QVERIFY(model.setData(cell, u"25"_s, Qt::EditRole));
        QCOMPARE(model.index(0, ScoreListModel::ChangeColumn).data().toString(), u"was +15"_s);
        QSignalSpy refused(&model, &ScoreListModel::refused);
        QVERIFY(!model.setData(cell, u"12abc"_s, Qt::EditRole));
        QCOMPARE(refused.count(), 1);
        QVERIFY(model.setData(cell, u"15"_s, Qt::EditRole)); // as it was: no correction
        QCOMPARE(model.stagedCount(), 0);
        model.stagePoints(2, 0);
        QCOMPARE(model.voidCount(), 1);
        model.discardStaged();
        QCOMPARE(model.stagedCount(), 0);
        model.setEvents({});
    }

    void correctionsOutliveTheListTheyWereMadeIn()
    {
        ScoreListModel model;
        Tester tester(&model, kFatal);
        model.setEvents({points(1, kDay, 15, u"Karaoke"_s), points(2, kDay.addDays(1), 30)});
        model.stagePoints(1, 25);
        model.stagePoints(2, 0);
        model.setEvents({points(2, kDay.addDays(1), 30), points(9, kDay, 1)}); // another person, say
        QCOMPARE(model.stagedCount(), 2);
        QCOMPARE(model.stagedElsewhere(), 1);
        const QList<runs::UpdateScoreEventStep> steps = model.stagedSteps();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps.at(0).id, ScoreEventId(2)); // newest day first
        QCOMPARE(steps.at(1).points, 25);
        QCOMPARE(steps.at(1).oldPoints, 15);
        QCOMPARE(steps.at(1).oldDescription, u"Karaoke"_s);
        model.setEvents({points(1, kDay, 25)}); // somebody has entered the same
        QCOMPARE(model.stagedCount(), 1);
    }

    void whatTheForumHasIsNoCorrectionAnyMore()
    {
        ScoreListModel model;
        Tester tester(&model, kFatal);
        model.setEvents({points(1, kDay, 15), points(2, kDay, 30)});
        model.stagePoints(1, 25);
        model.stagePoints(2, 0);
        const QList<runs::UpdateScoreEventStep> sent = model.stagedSteps();
        model.stagePoints(2, 5); // corrected again while the first correction is on its way
        for (const runs::UpdateScoreEventStep &step : sent)
            model.settle(step);
        QCOMPARE(model.stagedCount(), 1);
        QCOMPARE(model.index(0, ScoreListModel::PointsColumn).data().toString(), u"+25"_s);
        QCOMPARE(model.index(1, ScoreListModel::PointsColumn).data().toString(), u"+5"_s);
        QCOMPARE(model.index(1, ScoreListModel::ChangeColumn).data().toString(), u"was 0"_s);
    }
};

int runModelsTest(int argc, char **argv)
{
    ModelsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "models_test.moc"
