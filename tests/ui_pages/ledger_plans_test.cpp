// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "runs/plan_file.h"
#include "runs/road.h"
#include "ui/kit/buttons.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/progress.h"
#include "ui/ledger/ledger_page.h"
#include "ui/ledger/run_detail.h"
#include "ui/ledger/run_list_model.h"
#include "ui/runs/plan_list_model.h"
#include "ui/runs/plan_review_dialog.h"

#include <QAction>
#include <QFile>
#include <QUrl>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

/// A saved plan: Apex for two people, with a third row that nobody was found for.
struct PlanBench : PageBench<LedgerPage> {
    Badge apex = fake->addBadge(u"Apex"_s);
    runs::Plan saved;

    PlanBench()
    {
        fake->addAccount(u"ada.moss"_s, u"Ada Moss"_s);
        fake->addAccount(u"finn"_s);
        saved = grantPlan(apex, {u"ada.moss"_s, u"nobody"_s, u"finn"_s});
        saved.source = u"fair.csv"_s;
    }

    QString file(const QString &name = u"apex.json"_s) const { return folder.filePath(name); }
    /// Saves the plan and opens it as a person does.
    void openSaved()
    {
        QVERIFY(runs::savePlan(saved, file()));
        openFile();
    }
    void openFile()
    {
        if (!page)
            open();
        ask.nextOpenPath = file();
        click(u"Open a plan…"_s);
        QVERIFY(QTest::qWaitFor([this] { return review() || !said().isEmpty(); }));
    }
    PlanReviewDialog *review() const
    {
        for (auto *dialog : page->findChildren<PlanReviewDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        for (auto *label : review()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    RunDetail *detail() const { return page->findChild<RunDetail *>(); }
    /// Nothing was asked of the person, and nothing done.
    bool nothingHappened() const { return !review() && runCount() == 0 && fake->given.isEmpty(); }
};

} // namespace

/// Plans from files, in the window.
class LedgerPlansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSavedPlanIsShownAndCarriedOut()
    {
        PlanBench bench;
        bench.openSaved();
        auto *review = bench.review();
        QVERIFY(review);
        QVERIFY(QTest::qWaitForWindowActive(review));
        QVERIFY(bench.says(u"apex.json, made today"_s));
        QVERIFY(bench.says(u"People from fair.csv."_s));
        QVERIFY(bench.says(u"at 45 a minute."_s));
        auto *table = review->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 3);
        // The counts filter, as in Review.
        auto *tiles = review->findChild<CountTileRow *>();
        QCOMPARE(tiles->tile(int(runs::Verdict::Ready))->count(), 2);
        QTest::mouseClick(tiles->tile(int(runs::Verdict::Ambiguous)), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, PlanListModel::RecipientColumn).data().toString(), u"nobody"_s);
        QTest::mouseClick(tiles->tile(int(runs::Verdict::Ambiguous)), Qt::LeftButton);
        QCOMPARE(unnamedControls(review), QStringList());
        bench.shootWindow(review, u"plan-review"_s);
        QCOMPARE(bench.runCount(), 0);
        bench.click(u"Grant Apex to 2 people on forum.example"_s);
        QVERIFY(bench.wind([&] { return bench.fake->given.size() == 2; }));
        QVERIFY(bench.wind([&] { return bench.centre->active().isEmpty(); }));
        QCOMPARE(bench.ask.confirmed.size(), 0); // the button was the yes
        QCOMPARE(bench.detail()->runId(), 1);    // and the ledger shows it
        QCOMPARE(bench.cell(0, 1), bench.saved.title);
        QVERIFY(!bench.table()->isColumnHidden(RunListModel::StepsColumn)); // there is room
        bench.shoot(u"plan-carried-out"_s);
    }

    void cancellingDoesNothing()
    {
        PlanBench bench;
        bench.openSaved();
        bench.click(u"Cancel"_s);
        bench.settle();
        QVERIFY(bench.nothingHappened());
        bench.ask.nextOpenPath.clear(); // no file chosen
        bench.click(u"Open a plan…"_s);
        bench.settle();
        QVERIFY(bench.nothingHappened());
        QVERIFY(bench.said().isEmpty());
    }

    void thePaceIsChosenAndKept()
    {
        PlanBench bench;
        bench.openSaved();
        for (auto *control : bench.review()->findChildren<SegmentedControl *>())
            control->setCurrent(1);
        QVERIFY(bench.says(u"as fast as the forum allows."_s));
        bench.click(u"Grant Apex to 2 people on forum.example"_s);
        bench.settle();
        QCOMPARE(bench.ledger->run(1)->pace, runs::Pace::All);
        QCOMPARE(bench.settings->value(settings::kPace), runs::paceName(runs::Pace::All));
        bench.wind([&] { return bench.centre->active().isEmpty(); });
    }

    void aPlanThatWasCarriedOutIsNotOpenedAgain()
    {
        PlanBench bench;
        runs::Run *run = bench.begin(bench.saved);
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        bench.openSaved();
        QVERIFY(!bench.review());
        QVERIFY2(bench.said().contains(u"This plan was carried out as run 1."_s), qPrintable(bench.said()));
        QCOMPARE(bench.runCount(), 1);
    }

    void whatCannotBeUsedIsSaidAndNothingElseHappens_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("edited") << QByteArray("finn") << QByteArray("fynn") << u"was changed after it was saved"_s;
        QTest::newRow("newer") << QByteArray("\"badgewright-plan\": 1") << QByteArray("\"badgewright-plan\": 99") << u"newer version"_s;
        QTest::newRow("damaged") << QByteArray("{") << QByteArray("") << u"apex.json cannot be carried out."_s;
    }

    void whatCannotBeUsedIsSaidAndNothingElseHappens()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, sentence);
        PlanBench bench;
        QByteArray json = runs::planToJson(bench.saved);
        QVERIFY(json.contains(from));
        QFile file(bench.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json.replace(from, to));
        file.close();
        bench.openFile();
        QVERIFY2(bench.said().contains(sentence), qPrintable(bench.said()));
        QVERIFY(bench.nothingHappened());
        bench.shoot(u"plan-refused"_s);
    }

    void aPlanForAnotherForumIsNotForThisOne()
    {
        PlanBench bench;
        bench.saved.forumId = u"other"_s;
        bench.saved.forumAddress = u"other.example"_s;
        bench.openSaved();
        QVERIFY2(bench.said().contains(u"This plan was made for another forum: other.example."_s), qPrintable(bench.said()));
        QVERIFY(bench.nothingHappened());
    }

    void aFileThatIsNotThereIsSaid()
    {
        PlanBench bench;
        bench.openFile();
        QVERIFY2(bench.said().contains(u"could not be read"_s), qPrintable(bench.said()));
        QVERIFY(bench.nothingHappened());
    }

    void aBadgeThatChangedSinceIsSaid()
    {
        PlanBench bench;
        for (Badge &badge : bench.fake->catalogue.badges)
            badge.name = u"Summit"_s;
        bench.openSaved();
        QVERIFY2(bench.said().contains(u"The badge Apex is called Summit now. Make the plan again."_s), qPrintable(bench.said()));
        QVERIFY(bench.nothingHappened());
    }

    void theForumIsAskedAgainAfterAFailure()
    {
        PlanBench bench;
        bench.fake->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        bench.openSaved();
        QVERIFY(bench.nothingHappened());
        QVERIFY(bench.noticeButton());
        bench.noticeButton()->click();
        QTRY_VERIFY(bench.review());
        QVERIFY(bench.said().isEmpty());
    }

    void whileTheForumIsAskedASpinnerTurns()
    {
        PlanBench bench;
        QVERIFY(runs::savePlan(bench.saved, bench.file()));
        bench.open();
        bench.fake->holding = true;
        bench.page->open(QUrl::fromLocalFile(bench.file()));
        auto *spinner = qobject_cast<Spinner *>(bench.named(u"Reading the plan"_s));
        for (auto *one : bench.page->findChildren<Spinner *>())
            spinner = one->accessibleName() == u"Reading the plan"_s ? one : spinner;
        QVERIFY(spinner && spinner->isRunning());
        bench.settle();
        QVERIFY(!bench.review());
        bench.fake->release();
        QTRY_VERIFY(bench.review());
        QVERIFY(!spinner->isRunning());
    }

    void theFileOpenedLastCounts()
    {
        PlanBench bench;
        QVERIFY(runs::savePlan(bench.saved, bench.file()));
        const runs::Plan other = bench.grantPlan(bench.fake->addBadge(u"Summit"_s), {u"finn"_s});
        QVERIFY(runs::savePlan(other, bench.file(u"summit.json"_s)));
        bench.open();
        bench.page->open(QUrl::fromLocalFile(bench.file()));
        bench.page->open(QUrl::fromLocalFile(bench.file(u"summit.json"_s)));
        QTRY_VERIFY(bench.review());
        bench.settle();
        QVERIFY(bench.button(u"Grant Summit to 1 people on forum.example"_s));
        QVERIFY(!bench.button(u"Grant Apex to 2 people on forum.example"_s));
    }

    void aBulkAwardIsCalledOneBeforeTheYes()
    {
        PlanBench bench;
        bench.anyRoad = true;
        QStringList names;
        for (int i = 0; i < 80; ++i)
            names << bench.fake->addAccount(u"person-%1"_s.arg(i)).username;
        bench.saved = bench.grantPlan(bench.apex, names);
        QCOMPARE(bench.saved.road, runs::Road::Bulk);
        bench.openSaved();
        QVERIFY(bench.review());
        QVERIFY(bench.says(u"One bulk award."_s));
        QVERIFY(bench.says(runs::roadMeaning(runs::Road::Bulk, bench.saved)));
        for (auto *control : bench.review()->findChildren<SegmentedControl *>())
            QVERIFY(!control->isVisible()); // it has no pace
        bench.shootWindow(bench.review(), u"plan-review-bulk"_s);
        bench.click(u"Cancel"_s);
        // A road that is closed by now is not gone.
        bench.fake->abilities.deny(Ability::BulkAward, u"The key has no scope for it."_s);
        bench.openFile();
        QVERIFY2(bench.said().contains(u"The key has no scope for it."_s), qPrintable(bench.said()));
    }

    void theNameIsAskedForWhereTheConnectionDoes()
    {
        PlanBench bench;
        bench.fake->theConnection.safeMode = SafeMode::AskTyped;
        bench.openSaved();
        bench.click(u"Grant Apex to 2 people on forum.example"_s);
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.ask.confirmed.first().typed, u"forum.example"_s);
        QVERIFY(bench.nothingHappened());
        bench.fake->theConnection.safeMode = SafeMode::ReadOnly;
        bench.openFile();
        QVERIFY2(bench.said().contains(u"read only"_s), qPrintable(bench.said()));
    }

    void theButtonSaysWhatHappens()
    {
        PlanBench bench;
        runs::PublishBadgeStep step;
        step.fields.name = u"Peak"_s;
        bench.saved = runs::planPublish(bench.fake, {step}, bench.clock);
        bench.openSaved();
        QVERIFY(bench.button(u"Publish Peak on forum.example"_s));
        bench.shootWindow(bench.review(), u"plan-review-publish"_s);
        bench.click(u"Cancel"_s);
        bench.saved = runs::planDeleteBadges(bench.fake, {bench.apex}, bench.clock);
        bench.openSaved();
        QVERIFY(bench.button(u"Delete Apex on forum.example"_s));
        // Return alone does not do what cannot be undone.
        QVERIFY(QTest::qWaitForWindowActive(bench.review()));
        QTest::keyClick(bench.review(), Qt::Key_Return);
        bench.settle();
        QVERIFY(bench.nothingHappened());
    }

    void manyVerdictsAndLongNamesFit()
    {
        PlanBench bench;
        const Badge long1 = bench.fake->addBadge(u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen am Bande"_s);
        bench.fake->theConnection.base = QUrl(u"https://gemeinschaft.gartenfreunde-oberfranken.example"_s);
        bench.fake->addAccount(u"wolfeschlegelsteinhausenbergerdorff_1"_s, u"Adelheid Wolfeschlegelsteinhausenbergerdorff"_s);
        bench.saved = bench.grantPlan(long1, {u"ada.moss"_s, u"finn"_s, u"wolfeschlegelsteinhausenbergerdorff_1"_s, u"nobody"_s});
        for (int i = 0; i < 30; ++i)
            bench.saved.steps << bench.saved.steps.at(i % 4);
        const runs::Verdict verdicts[] = {runs::Verdict::AlreadyHolds, runs::Verdict::DuplicateRow, runs::Verdict::Suspended,
                                          runs::Verdict::ReasonElsewhere, runs::Verdict::LeftOut, runs::Verdict::NotAllowed};
        for (int i = 0; i < 6; ++i)
            bench.saved.steps[8 + i].verdict = verdicts[i];
        bench.saved.steps << bench.grantPlan(bench.apex, {u"finn"_s}).steps;
        bench.saved.remarks << u"Whether people are suspended could not be looked up; the forum says it when it is their turn."_s;
        bench.openSaved();
        auto *review = bench.review();
        QVERIFY(review);
        QVERIFY(QTest::qWaitForWindowActive(review));
        review->resize(900, 620);
        bench.settle();
        QVERIFY2(review->minimumSizeHint().width() <= 900, qPrintable(QString::number(review->minimumSizeHint().width())));
        QVERIFY(review->minimumSizeHint().height() <= 620);
        bench.shootWindow(review, u"plan-review-long"_s);
    }

    void thePageGoesWhileAPlanIsRead()
    {
        PlanBench bench;
        QVERIFY(runs::savePlan(bench.saved, bench.file()));
        bench.open();
        bench.fake->holding = true;
        bench.page->open(QUrl::fromLocalFile(bench.file()));
        bench.settle();
        bench.page.reset();
        bench.fake->release();
        bench.settle();
    }
};

int runLedgerPlansTest(int argc, char **argv)
{
    LedgerPlansTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ledger_plans_test.moc"
