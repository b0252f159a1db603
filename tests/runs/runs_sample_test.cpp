// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/discourse_opener.h"
#include "runs/planner.h"
#include "runs/run.h"
#include "runs/undo.h"
#include "sample/sample_forum.h"
#include "support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::await;
using namespace Qt::StringLiterals;

/// Steps about badges, groupings and recalculations on a forum that really answers, and what undoes them.
class RunsSampleTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<sample::SampleForum> m_sample;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<RunCentre> m_centre;
    ForumPtr m_forum;

    Run *carryOut(const Plan &plan)
    {
        const Result<Run *> run = m_centre->start(plan, m_forum, Pace::All);
        if (!run)
            qFatal("not started: %s", qPrintable(run.error().detail));
        if (!QTest::qWaitFor([&] { return (*run)->state() == RunState::Done; }, 20000))
            qFatal("not done");
        return *run;
    }
    Run *undo(const Run *run)
    {
        const Result<Plan> plan = planUndo(*m_ledger, run->id(), m_forum, m_clock);
        if (!plan)
            qFatal("no undo: %s", qPrintable(plan.error().detail));
        return carryOut(*plan);
    }
    BadgeCatalogue catalogue() const
    {
        const Result<BadgeCatalogue> all = await(m_forum->badges()->list());
        return all ? *all : BadgeCatalogue{};
    }
    Run *make(const QString &name)
    {
        PublishBadgeStep step;
        step.fields.name = name;
        step.fields.typeId = kGold;
        return carryOut(planPublish(m_forum, {step}, m_clock));
    }
    static QStringList namesOf(const QList<Grouping> &groupings)
    {
        QStringList names;
        for (const Grouping &grouping : groupings)
            names << grouping.name;
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto started = sample::SampleForum::start({});
        QVERIFY(started);
        m_sample = *std::move(started);
        m_ledger = *Ledger::open(m_folder.filePath(u"ledger.sqlite"_s));
        m_centre = std::make_unique<RunCentre>(m_ledger.get(), &m_clock);
        Connection connection;
        connection.id = u"sample"_s;
        connection.base = m_sample->url();
        connection.user = m_sample->user();
        const Result<ForumPtr> forum = await(discourse::open(connection, Secret(m_sample->secret().toUtf8()), m_centre->pacerFor(connection), this));
        QVERIFY2(forum, forum ? "" : qPrintable(forum.error().detail));
        m_forum = *forum;
    }

    void cleanupTestCase()
    {
        m_forum.reset();
        m_centre.reset();
        m_ledger.reset();
        m_sample.reset();
    }

    void aCreatedBadgeGoesUnlessSomebodyHoldsIt()
    {
        const Run *run = make(u"Short-lived"_s);
        QVERIFY(catalogue().findByName(u"Short-lived"_s));
        QCOMPARE(undo(run)->steps().first().state, StepState::Done);
        QVERIFY(!catalogue().findByName(u"Short-lived"_s));

        run = make(u"Wanted"_s);
        const Badge wanted = *catalogue().findByName(u"Wanted"_s);
        const Result<QList<Account>> people = await(m_forum->people()->search(u"a"_s, 1));
        QVERIFY(people && !people->isEmpty());
        QVERIFY(await(m_forum->grants()->grant({people->first().username, wanted.id, {}})));
        const Run *kept = undo(run);
        QCOMPARE(kept->steps().first().state, StepState::Failed);
        QVERIFY2(kept->steps().first().words.contains(people->first().username), qPrintable(kept->steps().first().words));
        QVERIFY(catalogue().find(wanted.id));

        // Deleted knowingly, it goes with its grant.
        const Plan plan = planDeleteBadges(m_forum, {*catalogue().find(wanted.id)}, m_clock);
        QVERIFY(plan.remarks.first().startsWith(u'1'));
        QCOMPARE(carryOut(plan)->steps().first().state, StepState::Done);
        QVERIFY(!catalogue().find(wanted.id));
    }

    void anUndoTakesBackWhatTheForumMadeOfIt()
    {
        const Badge before = *catalogue().findByName(u"Problem Solver"_s);
        const QByteArray old = *await(m_forum->badges()->image(before.imageUrl));
        PublishBadgeStep step;
        step.id = before.id;
        step.before = before;
        step.fields.description = u"Knew it <script>alert(1)</script>"_s; // cleaned there
        step.fields.longDescription = u"See %{base_uri}/faq: %{max_likes_per_day} likes"_s;
        step.picture = Picture{u"another.png"_s, *await(m_forum->badges()->image(catalogue().findByName(u"Karaoke Night"_s)->imageUrl)), u"image/png"_s};
        const Run *run = carryOut(planPublish(m_forum, {step}, m_clock));
        QVERIFY2(run->steps().first().words.isEmpty(), qPrintable(run->steps().first().words));
        const Badge left = *catalogue().find(before.id);
        QVERIFY(left.description != step.fields.description);
        QCOMPARE(left.longDescription, u"See /faq: 50 likes"_s);
        QVERIFY(left.imageUploadId != before.imageUploadId);
        // Nothing uses the old upload any more, and it is older than two days.
        m_sample->cleanUp();
        QVERIFY(!await(m_forum->badges()->image(before.imageUrl)));
        // Its number is taken all the same, and the badge has no picture then: that is no success.
        BadgeFields number;
        number.imageUploadId = before.imageUploadId;
        const Badge other = *catalogue().findByName(u"Well Said"_s);
        const Result<BadgeWritten> hollow = await(m_forum->badges()->update(other.id, number));
        QVERIFY(hollow && hollow->badge.imageUrl.isEmpty());
        QCOMPARE(hollow->ignored, QStringList{u"image_upload_id"_s});

        const Result<ComparedUndo> undo = await(compareUndo(*m_ledger, run->id(), m_forum, m_clock, this));
        QVERIFY2(undo, undo ? "" : qPrintable(undo.error().detail));
        QVERIFY(undo->changed.isEmpty());
        QCOMPARE(carryOut(undo->plan)->steps().first().state, StepState::Done);
        const Badge now = *catalogue().find(before.id);
        QCOMPARE(now.description, before.description);
        QCOMPARE(now.longDescription, before.longDescription);
        QCOMPARE(*await(m_forum->badges()->image(now.imageUrl)), old);
        // The number of an upload that a copy has kept.
        PublishBadgeStep copy;
        copy.fields.name = u"Hollow"_s;
        copy.fields.typeId = kGold;
        copy.fields.imageUploadId = 4711;
        const Run *made = carryOut(planPublish(m_forum, {copy}, m_clock));
        QVERIFY2(made->steps().first().words.contains(u"has thrown that picture away"_s), qPrintable(made->steps().first().words));
        QCOMPARE(carryOut(planUndo(*m_ledger, made->id(), m_forum, m_clock).value())->steps().first().state, StepState::Done);
    }

    void groupingsGoBackToTheOldList()
    {
        const QList<Grouping> before = catalogue().groupings;
        QList<Grouping> wanted = before;
        Grouping fresh;
        fresh.id = -1;
        fresh.name = u"Night shift"_s;
        wanted.insert(1, fresh);
        std::swap(wanted[2], wanted[3]);
        const Run *run = carryOut(planGroupings(m_forum, wanted, before, m_clock));
        QVERIFY2(run->steps().first().state == StepState::Done, qPrintable(run->steps().first().words));
        QCOMPARE(namesOf(catalogue().groupings), namesOf(wanted));
        // From a list that is old by now: refused, with a sentence.
        const Run *late = carryOut(planGroupings(m_forum, {before.rbegin(), before.rend()}, before, m_clock));
        QCOMPARE(late->steps().first().state, StepState::Failed);
        QVERIFY(late->steps().first().words.contains(u"Somebody else changed the groupings"_s));
        const Run *undone = undo(run);
        QVERIFY2(undone->steps().first().state == StepState::Done, qPrintable(undone->steps().first().words));
        const QList<Grouping> after = catalogue().groupings;
        QCOMPARE(namesOf(after), namesOf(before));
        for (int i = 0; i < before.size(); ++i)
            QCOMPARE(after.at(i).id, before.at(i).id);
    }

    void theQuotaOfADayHoldsNothingElse()
    {
        const Plan plan = planRecalculate(m_forum, m_clock.utcNow().date().addDays(-20), m_clock);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(carryOut(planRecalculate(m_forum, m_clock.utcNow().date().addDays(-20), m_clock))->steps().first().state, StepState::Done);
        const Run *sixth = carryOut(plan);
        QCOMPARE(sixth->steps().first().state, StepState::Failed);
        QVERIFY2(sixth->steps().first().words.contains(u"The next one is possible from"_s), qPrintable(sixth->steps().first().words));
        // The forum said to wait for a day; who makes a badge need not.
        QVERIFY(!m_centre->pacerFor(m_forum->connection())->isHeld());
        make(u"At once"_s);
        QVERIFY(catalogue().findByName(u"At once"_s));
    }
};

QTEST_GUILESS_MAIN(RunsSampleTest)
#include "runs_sample_test.moc"
