// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/plan_check.h"
#include "runs/plan_file.h"
#include "runs/undo.h"
#include "runs_bench.h"
#include "support/await.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Plan createPlan(Bench &bench, const QString &name)
{
    PublishBadgeStep step;
    step.fields.name = name;
    step.fields.typeId = kGold;
    return planPublish(bench.fake, {step}, bench.clock);
}

Grouping fresh(const QString &name)
{
    Grouping grouping;
    grouping.id = -1;
    grouping.name = name;
    return grouping;
}

QStringList namesOf(const QList<Grouping> &groupings)
{
    QStringList names;
    for (const Grouping &grouping : groupings)
        names << grouping.name;
    return names;
}

Error rateLimited(std::chrono::milliseconds wait)
{
    Error error = Error::of(ErrorKind::RateLimited);
    error.retryAfter = wait;
    return error;
}

} // namespace

/// Deleting badges, saving groupings, recalculating; and what undoes the making of a badge and of groupings.
class RunsBadgeStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanOfThemIsSavedAndLoaded()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        Plan plan = planDeleteBadges(bench.fake, {badge}, bench.clock);
        std::get<DeleteBadgeStep>(plan.steps.first().what).onlyUnheld = true;
        std::get<DeleteBadgeStep>(plan.steps.first().what).ours = {7, 8};
        std::get<DeleteBadgeStep>(plan.steps.first().what).grants = 3;
        plan.steps += planGroupings(bench.fake, {{1, u"Start"_s, u"words"_s, 10, true}, fresh(u"Fairs"_s)}, {{1, u"Begin"_s, {}, 10, true}}, bench.clock).steps;
        plan.steps += planRecalculate(bench.fake, QDate(2026, 11, 1), bench.clock).steps;
        const Result<Plan> loaded = planFromJson(planToJson(plan));
        QVERIFY(loaded);
        QCOMPARE(loaded->steps.size(), 3);
        const auto &gone = std::get<DeleteBadgeStep>(loaded->steps.at(0).what);
        QCOMPARE(gone.badge.id, badge.id);
        QCOMPARE(gone.badge.name, u"Apex"_s);
        QCOMPARE(gone.grants, 3);
        QVERIFY(gone.onlyUnheld);
        QCOMPARE(gone.ours, (QList<GrantId>{7, 8}));
        const auto &groupings = std::get<SaveGroupingsStep>(loaded->steps.at(1).what);
        QCOMPARE(groupings.wanted, std::get<SaveGroupingsStep>(plan.steps.at(1).what).wanted);
        QCOMPARE(groupings.basis, std::get<SaveGroupingsStep>(plan.steps.at(1).what).basis);
        QCOMPARE(std::get<RecalculateStep>(loaded->steps.at(2).what).from, QDate(2026, 11, 1));
    }

    void whatTheKeyDoesNotTellIsLeftAlone()
    {
        Bench bench;
        const BadgeId id = bench.fake->addBadge(u"Apex"_s).id;
        const auto badge = [&]() -> Badge & { return *std::find_if(bench.fake->catalogue.badges.begin(), bench.fake->catalogue.badges.end(), [id](const Badge &one) { return one.id == id; }); };
        badge().showPosts.reset();
        PublishBadgeStep step;
        step.id = id;
        step.before = badge();
        step.fields.description = u"New"_s;
        step.fields.showPosts = true;
        const Plan plan = planPublish(bench.fake, {step}, bench.clock);
        // It stays unknown in a file, and a key that reads more finds nothing changed.
        const Result<Plan> loaded = planFromJson(planToJson(plan));
        QVERIFY(loaded);
        QVERIFY(!std::get<PublishBadgeStep>(loaded->steps.first().what).before.showPosts);
        badge().showPosts = false;
        QVERIFY(test::await(checkPlan(*loaded, bench.fake, this)));
        badge().description = u"Other"_s;
        QVERIFY(!test::await(checkPlan(*loaded, bench.fake, this)));
        badge().description.clear();

        Run *run = bench.begin(*loaded);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(badge().showPosts, std::optional(true));
        const Result<Plan> undo = planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QVERIFY(undo);
        QCOMPARE(fieldNames(std::get<PublishBadgeStep>(undo->steps.first().what).fields), QStringList{u"description"_s});
        QVERIFY2(undo->remarks.join(u' ').contains(u"was not readable"_s), qPrintable(undo->remarks.join(u' ')));
    }

    void aBadgeIsDeletedWithItsGrants()
    {
        Bench bench;
        Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList people = bench.people(3);
        for (const QString &name : people)
            bench.fake->addGrant(badge.id, name, bench.clock.utcNow());
        badge = *bench.fake->catalogue.find(badge.id);
        const Plan plan = planDeleteBadges(bench.fake, {badge}, bench.clock);
        QCOMPARE(plan.title, u"Delete Apex"_s);
        QVERIFY2(plan.remarks.first().startsWith(u'3'), qPrintable(plan.remarks.first()));
        QVERIFY(plan.remarks.contains(u"Deleting a badge cannot be undone."_s));
        bench.fake->loseNext(u"badge-remove"_s);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().first().state, StepState::ReadBack);
        QVERIFY(!bench.fake->catalogue.find(badge.id));
        QVERIFY(bench.fake->given.isEmpty());
        // It is gone for good, and the undo says so.
        const auto undo = planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QVERIFY(!undo);
        QCOMPARE(undo.error().detail, u"Apex was deleted and does not come back."_s);
        QVERIFY(!canBeUndone(StepType::DeleteBadge));
        // Once more: gone already.
        Run *again = bench.begin(planDeleteBadges(bench.fake, {badge}, bench.clock));
        QVERIFY(bench.windUntil(again, RunState::Done));
        QCOMPARE(again->steps().first().state, StepState::AlreadySo);
    }

    void whatMayNotBeDeleted()
    {
        Bench bench;
        const Badge own = bench.fake->addBadge(u"Apex"_s);
        Badge system = bench.fake->addBadge(u"Basic"_s);
        system.system = true;
        Plan plan = planDeleteBadges(bench.fake, {own, system, own}, bench.clock);
        QCOMPARE(plan.steps.at(0).verdict, Verdict::Ready);
        QCOMPARE(plan.steps.at(1).verdict, Verdict::NotAllowed);
        QVERIFY(plan.steps.at(1).verdictDetail.contains(u"belongs to the forum"_s));
        QCOMPARE(plan.steps.at(2).verdict, Verdict::DuplicateRow);
        QCOMPARE(plan.wantedCount(), 1);
        bench.fake->abilities.deny(Ability::DeleteBadges, u"The key has no scope for it."_s);
        plan = planDeleteBadges(bench.fake, {own}, bench.clock);
        QCOMPARE(plan.steps.first().verdict, Verdict::NotAllowed);
        QCOMPARE(plan.steps.first().verdictDetail, u"The key has no scope for it."_s);
    }

    void aCreatedBadgeGoesWithTheUndo()
    {
        Bench bench;
        Run *run = bench.begin(createPlan(bench, u"Apex"_s));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.fake->catalogue.findByName(u"Apex"_s));
        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QCOMPARE(undo.steps.size(), 1);
        QCOMPARE(undo.steps.first().type(), StepType::DeleteBadge);
        QVERIFY2(undo.remarks.join(u' ').contains(u"only while nobody else holds it"_s), qPrintable(undo.remarks.join(u' ')));
        bench.fake->loseNext(u"badge-remove"_s);
        Run *undoing = bench.begin(undo);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::ReadBack);
        QVERIFY(!bench.fake->catalogue.findByName(u"Apex"_s));
    }

    void aCreatedBadgeStaysWhenSomebodyGotItMeanwhile()
    {
        Bench bench;
        bench.fake->pageSize = 1;
        bench.people(2);
        Run *run = bench.begin(createPlan(bench, u"Apex"_s));
        QVERIFY(bench.windUntil(run, RunState::Done));
        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        // After the plan was made: only what is looked at right before can know.
        bench.fake->addGrant(run->steps().first().serverId, u"user1"_s, bench.clock.utcNow());
        Run *undoing = bench.begin(undo);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::Failed);
        QVERIFY2(undoing->steps().first().words.contains(u"user1"_s), qPrintable(undoing->steps().first().words));
        QVERIFY(bench.fake->catalogue.findByName(u"Apex"_s));
        QCOMPARE(bench.fake->count(u"badge-remove"_s), 0);
    }

    void nobodyLosesItBetweenALostAnswerAndTheNextTry()
    {
        Bench bench;
        bench.people(1);
        Run *run = bench.begin(createPlan(bench, u"Apex"_s));
        QVERIFY(bench.windUntil(run, RunState::Done));
        // The first try does not get through; then somebody is given it.
        bench.fake->refuseNext(u"badge-remove"_s, Error::of(ErrorKind::OutcomeUnknown));
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.wind([&] { return bench.fake->count(u"badge-remove"_s) == 1; }));
        bench.fake->addGrant(run->steps().first().serverId, u"user0"_s, bench.clock.utcNow());
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::Failed);
        QCOMPARE(bench.fake->count(u"badge-remove"_s), 1);
        QCOMPARE(bench.fake->given.size(), 1);
    }

    void aCreatedBadgeStaysWhenNobodyCanTellWhoHoldsIt()
    {
        Bench bench;
        Run *run = bench.begin(createPlan(bench, u"Apex"_s));
        QVERIFY(bench.windUntil(run, RunState::Done));
        bench.fake->refuseNext(u"holders"_s, Error::of(ErrorKind::Forbidden));
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::Failed);
        QVERIFY(bench.fake->catalogue.findByName(u"Apex"_s));

        Run *other = bench.begin(createPlan(bench, u"Summit"_s));
        QVERIFY(bench.windUntil(other, RunState::Done));
        bench.fake->catalogue.badges.last().enabled = false;
        undoing = bench.begin(*planUndo(*bench.ledger, other->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::Failed);
        QVERIFY2(undoing->steps().first().words.contains(u"disabled"_s), qPrintable(undoing->steps().first().words));
        QVERIFY(bench.fake->catalogue.findByName(u"Summit"_s));
    }

    void grantsOfTheSameRunDoNotKeepIt()
    {
        Bench bench;
        bench.fake->pageSize = 1;
        const QStringList people = bench.people(2);
        // A run that makes a badge and gives it: its id is the next one of the forum.
        Plan plan = createPlan(bench, u"Apex"_s);
        Badge badge;
        badge.id = bench.fake->accounts.last().id + 1;
        badge.name = u"Apex"_s;
        plan.steps += bench.grantPlan(badge, people).steps;
        Run *run = bench.begin(plan, Pace::Considerate);
        bench.wind([&] { return run->state() == RunState::Done && run->counts()[StepState::Failed] == 0; });
        if (run->counts()[StepState::Failed]) { // the badge was not there yet
            run->retryFailed();
            QVERIFY(bench.windUntil(run, RunState::Done));
        }
        QCOMPARE(run->counts()[StepState::Done], 3);
        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QCOMPARE(undo.steps.first().type(), StepType::Revoke); // what was given goes first
        QCOMPARE(undo.steps.last().type(), StepType::DeleteBadge);
        QCOMPARE(std::get<DeleteBadgeStep>(undo.steps.last().what).ours.size(), 2);
        Run *undoing = bench.begin(undo);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->counts().failed(), 0);
        QVERIFY(bench.fake->given.isEmpty());
        QVERIFY(!bench.fake->catalogue.findByName(u"Apex"_s));
    }

    void aChangedBadgeGetsItsOldFieldsBack()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        PublishBadgeStep step;
        step.id = badge.id;
        step.before = badge;
        step.fields.name = u"Summit"_s;
        step.fields.allowTitle = true;
        Run *run = bench.begin(planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->catalogue.find(badge.id)->name, u"Summit"_s);
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.fake->catalogue.find(badge.id)->name, u"Apex"_s);
        QVERIFY(!bench.fake->catalogue.find(badge.id)->allowTitle);
    }

    void aReplacedPictureComesBackWhereItIsKnown()
    {
        Bench bench;
        Badge badge = bench.fake->addBadge(u"Apex"_s);
        badge.imageUploadId = 41;
        badge.imageUrl = QUrl(u"https://forum.example/uploads/41.png"_s);
        bench.fake->catalogue.badges.last() = badge;
        PublishBadgeStep step;
        step.id = badge.id;
        step.before = badge;
        step.picture = Picture{u"new.png"_s, "bytes", u"image/png"_s};
        Run *run = bench.begin(planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.fake->catalogue.find(badge.id)->imageUploadId != 41);
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.fake->catalogue.find(badge.id)->imageUploadId, std::optional<UploadId>(41));
        // Forums before 3.2 name only the address of a picture.
        step.before.imageUploadId.reset();
        run = bench.begin(planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        const auto undo = planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QVERIFY(!undo);
        QVERIFY2(undo.error().detail.contains(u"was not kept"_s), qPrintable(undo.error().detail));
    }

    void onePictureForManyBadgesIsSentOnce()
    {
        Bench bench;
        QList<PublishBadgeStep> steps;
        for (const char *name : {"Ant", "Bee", "Cricket"}) {
            PublishBadgeStep step;
            step.before = bench.fake->addBadge(QString::fromLatin1(name));
            step.id = step.before.id;
            step.picture = Picture{u"new.png"_s, "bytes", u"image/png"_s};
            steps << step;
        }
        steps.last().picture->bytes = "others";
        const Plan plan = planPublish(bench.fake, steps, bench.clock);
        QCOMPARE(plan.estimate(Pace::All).requests, 5);
        bench.fake->refuseNext(u"badge-update"_s, Error::of(ErrorKind::Invalid));
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"upload"_s), 2);
        const auto pictureOf = [&](int step) { return bench.fake->catalogue.find(steps.at(step).id)->imageUploadId; };
        QVERIFY(pictureOf(1));
        QVERIFY(pictureOf(2) && pictureOf(2) != pictureOf(1));
        // A forum throws away what no badge uses: taken up again, the run sends it anew.
        run->retryFailed();
        QVERIFY(bench.wind([&] { return run->state() == RunState::Done && run->counts().failed() == 0; }));
        QCOMPARE(bench.fake->count(u"upload"_s), 3);
        QVERIFY(pictureOf(0));
    }

    void badgesGoIntoGroupingsThatAreMadeFirst()
    {
        Bench bench;
        const QList<Grouping> before = bench.fake->catalogue.groupings;
        const Badge apex = bench.fake->addBadge(u"Apex"_s);
        PublishBadgeStep bee;
        bee.fields.name = u"Bee"_s;
        bee.groupingName = u" Garden "_s;
        PublishBadgeStep ant = bee;
        ant.fields.name = u"Ant"_s;
        ant.groupingName = before.last().name;
        PublishBadgeStep moved;
        moved.id = apex.id;
        moved.before = apex;
        moved.groupingName = u"Seasons"_s;
        const Plan plan = planPublishInto(bench.fake, {bee, ant, moved}, before, {u"Seasons"_s, u"Garden"_s}, bench.clock);
        QVERIFY(plan.title.startsWith(u"Publish 3 "_s)); // the groupings are not counted
        QCOMPARE(plan.steps.size(), 4);
        QCOMPARE(plan.steps.first().type(), StepType::SaveGroupings);
        QCOMPARE(plan.wantedCount(), 4);
        QCOMPARE(std::get<PublishBadgeStep>(plan.steps.at(2).what).fields.groupingId, before.last().id);
        QCOMPARE(requestsFor(plan.steps.at(3)), 2);
        const Plan loaded = *planFromJson(planToJson(plan));
        QCOMPARE(planToJson(loaded), planToJson(plan));

        Run *run = bench.begin(loaded);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        const BadgeCatalogue &all = bench.fake->catalogue;
        QCOMPARE(namesOf(all.groupings).mid(before.size()), (QStringList{u"Seasons"_s, u"Garden"_s}));
        QCOMPARE(all.findByName(u"Bee"_s)->groupingId, all.groupings.last().id);
        QCOMPARE(all.findByName(u"Ant"_s)->groupingId, before.last().id);
        QCOMPARE(all.find(apex.id)->groupingId, all.groupings.at(before.size()).id);

        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->counts().failed(), 0);
        QCOMPARE(all.badges.size(), 1);
        QCOMPARE(all.find(apex.id)->groupingId, apex.groupingId);
        QCOMPARE(namesOf(all.groupings), namesOf(before));
    }

    void badgesFindTheGroupingThatAnUndoMakesAnew()
    {
        Bench bench;
        BadgeCatalogue &all = bench.fake->catalogue;
        all.groupings = {{1, u"Start"_s, {}, 10, true}, {102, u"Fairs"_s, {}, 11, false}};
        const Badge apex = bench.fake->addBadge(u"Apex"_s);
        all.badges.last().groupingId = 102;
        PublishBadgeStep away;
        away.id = apex.id;
        away.before = all.badges.last();
        away.fields.groupingId = 1;
        Plan plan = planPublish(bench.fake, {away}, bench.clock);
        plan.steps += planGroupings(bench.fake, {all.groupings.first()}, all.groupings, bench.clock).steps;
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(namesOf(all.groupings), QStringList{u"Start"_s});

        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->counts().failed(), 0);
        QCOMPARE(namesOf(all.groupings), (QStringList{u"Start"_s, u"Fairs"_s}));
        QVERIFY(all.groupings.last().id != 102);
        QCOMPARE(all.find(apex.id)->groupingId, all.groupings.last().id);
    }

    void aGroupingThatCannotBeMadeKeepsItsBadgesBack()
    {
        Bench bench;
        PublishBadgeStep bee;
        bee.fields.name = u"Bee"_s;
        bee.groupingName = u"Garden"_s;
        PublishBadgeStep ant = bee;
        ant.fields.name = u"Ant"_s;
        ant.groupingName.clear();
        const QList<Grouping> before = bench.fake->catalogue.groupings;
        const Plan plan = planPublishInto(bench.fake, {bee, ant}, before, {}, bench.clock);
        // It goes wrong when it is sent: the badge says so and is not put anywhere else.
        bench.fake->refuseNext(u"groupings"_s, Error::of(ErrorKind::Forbidden));
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 2);
        QVERIFY2(run->steps().at(1).words.contains(u"There is no grouping called Garden"_s), qPrintable(run->steps().at(1).words));
        QVERIFY(!bench.fake->catalogue.findByName(u"Bee"_s));
        QVERIFY(bench.fake->catalogue.findByName(u"Ant"_s));
        // It is known before: nothing is sent for it.
        bench.fake->abilities.deny(Ability::SaveGroupings, u"The key has no scope for it."_s);
        const Plan denied = planPublishInto(bench.fake, {bee, ant}, before, {}, bench.clock);
        QCOMPARE(denied.steps.size(), 2);
        QCOMPARE(denied.steps.first().verdict, Verdict::InvalidValue);
        QVERIFY(denied.steps.first().verdictDetail.contains(u"The key has no scope for it. Choose another grouping."_s));
        QCOMPARE(denied.wantedCount(), 1);
    }

    void groupingsAreSavedAndUndone()
    {
        Bench bench;
        QList<Grouping> &there = bench.fake->catalogue.groupings;
        there.insert(1, {77, u"Seasons"_s, u"by the calendar"_s, 12, false});
        const QList<Grouping> before = there;
        const QList<Grouping> wanted{before.at(2), fresh(u" Fairs "_s), before.at(0)};
        const Plan plan = planGroupings(bench.fake, wanted, before, bench.clock);
        QCOMPARE(plan.steps.first().verdict, Verdict::Ready);
        bench.fake->loseNext(u"groupings"_s);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().first().state, StepState::ReadBack);
        QCOMPARE(bench.fake->count(u"groupings"_s), 1); // a second sending would make a second grouping
        QCOMPARE(namesOf(there), (QStringList{u"Other"_s, u"Fairs"_s, u"Getting Started"_s}));

        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QVERIFY2(undo.remarks.join(u' ').contains(u"without its description"_s), qPrintable(undo.remarks.join(u' ')));
        Run *undoing = bench.begin(undo);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::Done);
        QCOMPARE(namesOf(there), namesOf(before));
        QCOMPARE(there.at(0).id, before.at(0).id);
        QVERIFY(there.at(1).id != 77); // a new one
    }

    void groupingsThatSomebodyElseChangedAreNotOverwritten()
    {
        Bench bench;
        QList<Grouping> &there = bench.fake->catalogue.groupings;
        const QList<Grouping> before = there;
        const Plan plan = planGroupings(bench.fake, before + QList<Grouping>{fresh(u"Fairs"_s)}, before, bench.clock);
        there.append({78, u"Theirs"_s, {}, 20, false});
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().first().state, StepState::Failed);
        QCOMPARE(run->steps().first().errorKind, errorKindName(ErrorKind::Conflict));
        QVERIFY2(run->steps().first().words.contains(u"Somebody else changed the groupings"_s), qPrintable(run->steps().first().words));
        QCOMPARE(there.last().name, u"Theirs"_s);

        // The undo neither, though it does not know the ids of what it made.
        there.removeLast();
        run = bench.begin(planGroupings(bench.fake, before + QList<Grouping>{fresh(u"Fairs"_s)}, before, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        there.append({79, u"Theirs"_s, {}, 20, false});
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->steps().first().state, StepState::Failed);
        QCOMPARE(there.last().name, u"Theirs"_s);
    }

    void groupingsThatAreNotSaved()
    {
        Bench bench;
        const QList<Grouping> there = bench.fake->catalogue.groupings;
        QCOMPARE(planGroupings(bench.fake, there, there, bench.clock).steps.first().verdict, Verdict::NoEffectExpected);
        QCOMPARE(planGroupings(bench.fake, there + QList<Grouping>{fresh(u" "_s)}, there, bench.clock).steps.first().verdict, Verdict::InvalidValue);
        QCOMPARE(planGroupings(bench.fake, there.mid(1), there, bench.clock).steps.first().verdict, Verdict::InvalidValue);
        QCOMPARE(planGroupings(bench.fake, there + QList<Grouping>{fresh(u"Fairs"_s)}, there, bench.clock).steps.first().verdict, Verdict::Ready);
        bench.fake->abilities.deny(Ability::SaveGroupings, u"Only an admin may."_s);
        QCOMPARE(planGroupings(bench.fake, there, there, bench.clock).steps.first().verdict, Verdict::NotAllowed);
    }

    void recalculating()
    {
        Bench bench;
        const QDate today = bench.clock.utcNow().date();
        const Plan plan = planRecalculate(bench.fake, today.addDays(-30), bench.clock);
        QVERIFY(plan.remarks.join(u' ').contains(u"cannot be undone"_s));
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().first().state, StepState::Done);
        QCOMPARE(bench.fake->calls.filter(u"recalculate"_s), QStringList{u"recalculate "_s + today.addDays(-30).toString(Qt::ISODate)});
        const auto undo = planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QCOMPARE(undo.error().detail, u"A recalculation cannot be undone."_s);
        QVERIFY(!canBeUndone(StepType::Recalculate));

        QCOMPARE(planRecalculate(bench.fake, today, bench.clock).steps.first().verdict, Verdict::Ready);
        QCOMPARE(planRecalculate(bench.fake, today.addDays(1), bench.clock).steps.first().verdict, Verdict::InvalidValue);
        QCOMPARE(planRecalculate(bench.fake, {}, bench.clock).steps.first().verdict, Verdict::InvalidValue);
        bench.fake->abilities.deny(Ability::Recalculate, u"Only an admin may."_s);
        QCOMPARE(planRecalculate(bench.fake, today, bench.clock).steps.first().verdict, Verdict::NotAllowed);
    }

    void aUsedUpQuotaHoldsNobody()
    {
        Bench bench;
        const Account ada = bench.fake->addAccount(u"ada"_s);
        Plan plan = planRecalculate(bench.fake, bench.clock.utcNow().date(), bench.clock);
        plan.steps += bench.scorePlan(ada, 3).steps;
        bench.fake->refuseNext(u"recalculate"_s, rateLimited(20h));
        const auto begun = bench.clock.monotonic();
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY2(bench.clock.monotonic() - begun < 1min, "the run waited for the quota");
        QCOMPARE(run->steps().first().state, StepState::Failed);
        QVERIFY2(run->steps().first().words.contains(u"The next one is possible from"_s), qPrintable(run->steps().first().words));
        QCOMPARE(run->counts()[StepState::Done], 3);
        QCOMPARE(bench.fake->count(u"recalculate"_s), 1);
        QVERIFY(!bench.centre->pacerFor(bench.fake->connection())->isHeld());
    }

    void aRecalculationIsNeverSentAgainByItself()
    {
        Bench bench;
        bench.fake->loseNext(u"recalculate"_s);
        Run *run = bench.begin(planRecalculate(bench.fake, bench.clock.utcNow().date(), bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().first().state, StepState::Unknown);
        QCOMPARE(bench.fake->count(u"recalculate"_s), 1);

        // The limit of all requests: nothing of the quota is gone, and the person decides.
        bench.fake->refuseNext(u"recalculate"_s, rateLimited(8s));
        run = bench.begin(planRecalculate(bench.fake, bench.clock.utcNow().date(), bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().first().state, StepState::Failed);
        QVERIFY2(run->steps().first().words.contains(u"asked for a pause"_s), qPrintable(run->steps().first().words));
        QCOMPARE(bench.fake->count(u"recalculate"_s), 2);
    }

    void whatCannotBeUndoneIsLeftToTheRemarks()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Badge other = bench.fake->addBadge(u"Summit"_s);
        Plan plan = bench.grantPlan(badge, bench.people(1));
        plan.steps += planDeleteBadges(bench.fake, {other}, bench.clock).steps;
        plan.steps += planRecalculate(bench.fake, bench.clock.utcNow().date(), bench.clock).steps;
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QCOMPARE(undo.steps.size(), 1);
        QVERIFY(undo.remarks.contains(u"Summit was deleted and does not come back."_s));
        QVERIFY(undo.remarks.contains(u"A recalculation cannot be undone."_s));
    }
};

QTEST_GUILESS_MAIN(RunsBadgeStepsTest)
#include "runs_badge_steps_test.moc"
