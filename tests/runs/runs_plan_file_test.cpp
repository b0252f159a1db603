// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/plan_check.h"
#include "runs/plan_file.h"
#include "runs_bench.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;

/// Plans in files, and whether a plan of some time ago still fits the forum.
class RunsPlanFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planFileKeepsEverything()
    {
        Bench bench;
        const Plan plan = planOfEverything(bench);
        const QString path = bench.folder.filePath(u"plan.json"_s);
        QVERIFY(savePlan(plan, path));
        const Result<Plan> loaded = loadPlan(path, u"fake"_s);
        QVERIFY(loaded);
        QCOMPARE(planToJson(*loaded), planToJson(plan));
        QCOMPARE(loaded->steps.size(), plan.steps.size());
        const auto &publish = std::get<PublishBadgeStep>(loaded->steps[4].what);
        QCOMPARE(publish.picture->bytes, QByteArray("\x89PNG\0\x01", 6));
        QCOMPARE(publish.before.description, u"old"_s);
        QVERIFY(!publish.fields.icon);
        QCOMPARE(std::get<UpdateScoreEventStep>(loaded->steps[3].what).description, std::optional(QString(u""_s)));
        QVERIFY(!planToJson(plan).contains("secret"));
    }

    void planFileRefusals()
    {
        Bench bench;
        const QByteArray good = planToJson(planOfEverything(bench));
        const auto sentence = [](const QByteArray &bytes) {
            const Result<Plan> plan = planFromJson(bytes);
            return plan ? QString() : plan.error().detail;
        };
        QVERIFY(sentence(good).isEmpty());
        QByteArray edited = good;
        edited.replace("\"username\": \"ada\"", "\"username\": \"eve\"");
        QVERIFY(edited != good);
        QVERIFY(sentence(edited).contains(u"changed after"_s));
        QByteArray newer = good;
        newer.replace("\"badgewright-plan\": 1", "\"badgewright-plan\": 2");
        QVERIFY(sentence(newer).contains(u"newer version"_s));
        QVERIFY(sentence(good.left(good.size() / 2)).contains(u"damaged"_s));
        QVERIFY(sentence("{}").contains(u"damaged"_s));
        QVERIFY(sentence("").contains(u"damaged"_s));
        QVERIFY(sentence("[1,2]").contains(u"damaged"_s));
        const QString path = bench.folder.filePath(u"plan.json"_s);
        QVERIFY(savePlan(planOfEverything(bench), path));
        QVERIFY(loadPlan(path, u"other"_s).error().detail.contains(u"another forum"_s));
        QVERIFY(!loadPlan(path + u"x"_s, {}));
        QVERIFY(!savePlan(planOfEverything(bench), bench.folder.filePath(u"no/such/plan.json"_s)));
    }

    void aBadgeThatChangedSinceIsNoticed_data()
    {
        QTest::addColumn<std::function<void(Badge *)>>("change");
        QTest::addColumn<QString>("sentence");
        using Change = std::function<void(Badge *)>;
        QTest::newRow("nothing") << Change([](Badge *) {}) << QString();
        QTest::newRow("deleted") << Change([](Badge *b) { b->id = 9; }) << u"is not on the forum any more"_s;
        QTest::newRow("renamed") << Change([](Badge *b) { b->name = u"Summit"_s; }) << u"is called Summit now"_s;
        QTest::newRow("disabled") << Change([](Badge *b) { b->enabled = false; }) << u"was disabled meanwhile"_s;
        QTest::newRow("several times") << Change([](Badge *b) { b->multipleGrant = true; }) << u"can be held several times now"_s;
    }
    void aBadgeThatChangedSinceIsNoticed()
    {
        QFETCH(std::function<void(Badge *)>, change);
        QFETCH(QString, sentence);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(2));
        change(&bench.fake->catalogue.badges[0]);
        const Result<Done> fits = checked(bench, plan);
        QCOMPARE(fits.has_value(), sentence.isEmpty());
        if (!fits) {
            QCOMPARE(fits.error().kind, ErrorKind::RefusedHere);
            QVERIFY2(fits.error().detail.contains(sentence), qPrintable(fits.error().detail));
        }
    }

    void aBadgeThatSomebodyElseEditedIsNotOverwritten()
    {
        Bench bench;
        PublishBadgeStep publish;
        publish.before = bench.fake->addBadge(u"Apex"_s);
        publish.id = publish.before.id;
        publish.fields.icon = u"mountain"_s;
        const Plan plan = planPublish(bench.fake, {publish}, bench.clock);
        QVERIFY(checked(bench, plan));
        bench.fake->catalogue.badges[0].description = u"somebody else's words"_s;
        QVERIFY(checked(bench, plan).error().detail.contains(u"was changed meanwhile: description"_s));
    }

    void damagedPlanFilesNeverCrash()
    {
        Bench bench;
        const QByteArray good = planToJson(planOfEverything(bench));
        for (int i = 0; i < good.size(); i += 7) {
            QByteArray bad = good;
            bad[i] = char(bad[i] ^ 0x15);
            if (const Result<Plan> plan = planFromJson(bad))
                QCOMPARE(planToJson(*plan), good); // only white space differed
        }
    }

private:
    static Result<Done> checked(Bench &bench, const Plan &plan)
    {
        std::optional<Result<Done>> result;
        checkPlan(plan, bench.fake, bench.fake.get())->then(bench.fake.get(), [&](const Result<Done> &answer) { result = answer; });
        bench.wind([&] { return result.has_value(); });
        return result.value_or(fail(ErrorKind::TimedOut));
    }

    static Plan planOfEverything(Bench &bench)
    {
        Account ada;
        ada.id = 7;
        ada.username = u"ada"_s;
        ada.name = u"Ada Möss"_s;
        Plan plan = Plan::empty(bench.fake->connection(), u"admin"_s, u"All"_s, QDateTime(QDate(2026, 11, 22), QTime(8, 1, 2, 3), Qt::UTC));
        plan.remarks = {u"one"_s};
        GrantStep grant{101, u"Apex"_s, true, ada, QUrl(u"https://forum.example/t/-/14/2"_s), u"Spring"_s, 55};
        RevokeStep revoke{9, 101, u"Apex"_s, ada, QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC), {}};
        CreateScoreEventStep create{ada, QDate(2026, 5, 12), -3, u"x \"y\""_s};
        UpdateScoreEventStep update{4, ada, QDate(2026, 5, 12), 1, 2, u"was"_s, u""_s};
        PublishBadgeStep publish;
        publish.id = 101;
        publish.fields.name = u"Apex"_s;
        publish.fields.allowTitle = false;
        publish.before.description = u"old"_s;
        publish.picture = Picture{u"a.png"_s, QByteArray("\x89PNG\0\x01", 6), u"image/png"_s};
        AwardForActionStep forAction{900, u"Editor"_s, u"per_user"_s, 1125, ada};
        AwardToUserStep toUser{900, u"Editor"_s, ada};
        GiveReputationStep reputation{ada, 12, u"thanks"_s};
        for (const StepWhat &what : QList<StepWhat>{grant, revoke, create, update, publish, forAction, toUser, reputation}) {
            Step step;
            step.row = int(plan.steps.size()) + 1;
            step.recipient = u"ada"_s;
            step.what = what;
            step.suggestions = {ada};
            plan.steps.append(step);
        }
        return plan;
    }
};

QTEST_GUILESS_MAIN(RunsPlanFileTest)
#include "runs_plan_file_test.moc"
