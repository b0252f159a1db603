// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "artwork/design_store.h"
#include "ui/badges/badge_publisher.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_well.h"
#include "ui/badges/publish_question.h"
#include "ui/kit/notice.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

using Stage = artwork::DesignStore::Stage;

namespace {

const Notice *result(const BadgesBench &bench)
{
    return bench.find<Notice>("publishResult");
}

bool hasSaid(const BadgesBench &bench, const QString &part)
{
    return result(bench)->isVisible() && result(bench)->sentence().contains(part);
}

QAction *command(const BadgesBench &bench, const QString &beginning)
{
    for (QAction *action : bench.page->commands()) {
        if (action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

/// A picture for a badge, wherever it may come from: drawn, edited or fetched.
void arrive(const BadgesBench &bench, BadgeId id, const QColor &colour)
{
    bench.page->findChild<PictureIntake *>()->takeBytes(id, png(drawnBadge(colour, Qt::white, {900, 900})), u"late.png"_s, true, true);
}

QString pictureFacts(const BadgesBench &bench)
{
    return bench.find<QLabel>("pictureFacts")->text();
}

/// Lets the forum answer one thing after the other until it has been asked for this so many times; that one waits.
bool answerUntil(BadgesBench &bench, const QString &call, int times)
{
    return QTest::qWaitFor([&] {
        if (bench.forum->count(call) < times) {
            bench.forum->release();
            bench.forum->holding = true;
        }
        return bench.forum->count(call) >= times;
    });
}

} // namespace

/// What comes between the question and the forum's answer is neither lost nor sent unasked.
class BadgesPublishingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesWhileItAsksIsAskedAbout()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        bench.ask.holding = true;
        openOn(bench, "First Seed");
        bench.find<QCheckBox>("allow_title")->click();
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(!bench.ask.confirmed[0].consequence.contains(u"picture"_s));
        arrive(bench, bench.id("First Seed"), Qt::red);
        QTRY_VERIFY(pictureFacts(bench).startsWith(u"late.png"_s));
        bench.ask.answerHeld();
        // The yes was for something else.
        QCOMPARE(bench.ask.confirmed.size(), 2);
        QVERIFY2(bench.ask.confirmed[1].consequence.contains(u"picture"_s), qPrintable(bench.ask.confirmed[1].consequence));
        QCOMPARE(bench.forum->count(u"badge-update"_s), 0);
        bench.ask.answerHeld();
        QTRY_VERIFY(hasSaid(bench, u"Published"_s));
        QCOMPARE(bench.ask.confirmed.size(), 2);
        QVERIFY(bench.badge("First Seed").imageUploadId.has_value());
        QVERIFY(bench.badge("First Seed").allowTitle);
        QVERIFY(!bench.page->hasUnsaved());
    }

    void whatTheKeyDoesNotTellIsNeitherShownNorSent()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        const auto apex = [&bench]() -> Badge & {
            return *std::find_if(bench.forum->catalogue.badges.begin(), bench.forum->catalogue.badges.end(), [](const Badge &one) { return one.name == u"Apex 2026"_s; });
        };
        apex().showPosts.reset();
        apex().showInPostHeader = true;
        openOn(bench, "Apex 2026");
        auto *posts = bench.find<QCheckBox>("show_posts");
        QCOMPARE(posts->checkState(), Qt::PartiallyChecked);
        QVERIFY(posts->isVisibleTo(bench.page.get()) && posts->isEnabled());
        QVERIFY2(posts->accessibleName().endsWith(u"(not readable)"_s), qPrintable(posts->accessibleName()));
        QVERIFY(posts->accessibleDescription().contains(u"with this key"_s));
        QTRY_VERIFY(!pictureWell(bench)->picture().isNull());
        shoot(bench, u"not-readable"_s);
        // Publishing something else leaves it.
        bench.find<QCheckBox>("allow_title")->click();
        button(bench, "publish")->click();
        QTRY_VERIFY(hasSaid(bench, u"Published"_s));
        QVERIFY(!bench.find<Notice>("publishResult")->sentence().contains(u"not all of it"_s));
        QVERIFY(!apex().showPosts);
        QVERIFY(!bench.page->hasUnsaved());
        // Set by the person it is sent, and can be taken back before.
        posts->click();
        QCOMPARE(posts->checkState(), Qt::Checked);
        QCOMPARE(posts->accessibleName(), u"Show the granting post"_s);
        QCOMPARE(bench.find<QLabel>("publishWords")->text(), u"show the granting post"_s);
        button(bench, "discard")->click();
        QTRY_COMPARE(posts->checkState(), Qt::PartiallyChecked);
        QVERIFY(!bench.page->hasUnsaved());
        posts->click();
        posts->click();
        QCOMPARE(posts->checkState(), Qt::Unchecked);
        button(bench, "publish")->click();
        QTRY_COMPARE(apex().showPosts, std::optional(false));
        // Read again, it is not known again.
        apex().showPosts.reset();
        bench.page->refresh();
        QTRY_COMPARE(posts->checkState(), Qt::PartiallyChecked);
    }

    void whatSomebodyElseDidIsSeenBeforeItIsAsked()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        const BadgeId id = bench.id("Apex 2026");
        for (Badge &badge : bench.forum->catalogue.badges) {
            if (badge.id == id)
                badge.name = u"Summit"_s;
        }
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY2(bench.ask.confirmed[0].consequence.contains(u"Somebody changed"_s), qPrintable(bench.ask.confirmed[0].consequence));
        QCOMPARE(bench.forum->count(u"badge-update"_s), 0);
        // An undo brings back what was really there.
        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->catalogue.find(id)->name, u"Apex 2026!"_s);
        const auto steps = bench.ledger->steps(1);
        QVERIFY(steps);
        QCOMPARE(std::get<runs::PublishBadgeStep>(steps->first().step.what).before.name, u"Summit"_s);
    }

    void withoutTheForumNothingIsAskedOrSent()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        button(bench, "publish")->click();
        QVERIFY(bench.find<QLabel>("publishWords")->text().startsWith(u"Looking at"_s));
        button(bench, "publish")->click(); // once more changes nothing
        QTRY_VERIFY2(hasSaid(bench, u"Nothing was sent."_s), qPrintable(result(bench)->sentence()));
        QVERIFY(bench.ask.confirmed.isEmpty());
        QCOMPARE(bench.forum->count(u"badges"_s), 2);
        QVERIFY(button(bench, "publish")->isEnabled());
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
    }

    void whatIsDiscardedWhileItAsksIsNotSent()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        bench.ask.holding = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        button(bench, "discard")->click();
        bench.ask.answerHeld();
        QVERIFY(hasSaid(bench, u"nothing left"_s));
        QCOMPARE(bench.forum->count(u"badge-update"_s), 0);
    }

    void whatComesOnTheWayStaysADraft()
    {
        BadgesBench bench;
        bench.drafts = bench.folder.filePath(u"drafts"_s);
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        const BadgeId id = bench.id("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.forum->holding = true;
        button(bench, "publish")->click();
        QVERIFY(answerUntil(bench, u"badge-update"_s, 1));
        arrive(bench, id, Qt::red);
        QVERIFY(bench.page->hasUnsaved()); // in no file yet
        QTRY_VERIFY(pictureFacts(bench).startsWith(u"late.png"_s));
        QVERIFY(!bench.page->hasUnsaved());
        const QDir kept(bench.drafts + u'/' + bench.forum->theConnection.id);
        QVERIFY2(!kept.entryList({u"badge-*"_s}, QDir::Files).filter(QRegularExpression(u"\\.(png|picture|original)"_s)).isEmpty(),
                 qPrintable(kept.entryList(QDir::Files).join(u' ')));
        bench.forum->release();
        QTRY_VERIFY(hasSaid(bench, u"Published to forum.example, but not all of it."_s));
        QVERIFY2(result(bench)->details().contains(u"not published yet: picture."_s), qPrintable(result(bench)->details()));
        QCOMPARE(bench.forum->catalogue.find(id)->name, u"Apex 2026!"_s);
        QVERIFY(pictureFacts(bench).startsWith(u"late.png"_s));
        QVERIFY(button(bench, "publish")->isEnabled());
        QVERIFY2(bench.find<QLabel>("publishWords")->text().startsWith(u"picture"_s), qPrintable(bench.find<QLabel>("publishWords")->text()));
        const std::optional<UploadId> before = bench.forum->catalogue.find(id)->imageUploadId;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"upload late.png"_s), 1);
        QTRY_VERIFY(hasSaid(bench, u"Published to forum.example."_s));
        QVERIFY(bench.forum->catalogue.find(id)->imageUploadId != before);
        QVERIFY(!button(bench, "publish")->isEnabled());
    }

    void aPictureForANewBadgeFollowsItToTheForum()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        const BadgeId fresh = -1;
        bench.forum->holding = true;
        button(bench, "publish")->click();
        QVERIFY(answerUntil(bench, u"badge-create"_s, 1));
        arrive(bench, fresh, Qt::red);
        QTRY_VERIFY(pictureFacts(bench).startsWith(u"late.png"_s));
        bench.forum->release();
        QTRY_VERIFY(hasSaid(bench, u"not all"_s));
        // One more that was begun before the badge had its number.
        arrive(bench, fresh, Qt::green);
        QTest::qWait(0);
        QTRY_VERIFY(!bench.page->findChild<PictureIntake *>()->isWorking());
        QCOMPARE(nameField(bench)->text(), u"Compost"_s);
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.badge("Compost").imageUploadId.has_value());
        QTRY_VERIFY(hasSaid(bench, u"Published to forum.example."_s));
        QCOMPARE(bench.forum->count(u"badge-create"_s), 1);
    }

    void readingWaitsForWhatIsOnItsWay()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        artwork::DesignStore designs(bench.folder.filePath(u"designs"_s), bench.forum->theConnection.id);
        artwork::BadgeDesign design;
        design.title = u"Apex"_s;
        QVERIFY(designs.keep(artwork::DesignStore::keyOf(bench.id("Apex 2026")), Stage::InUse, design));
        // Two new badges, each with a design.
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026 (copy)"_s);
        bench.page->open(bench.id("Apex 2026"));
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026 (copy 2)"_s);
        QCOMPARE(designs.loose({}).size(), 2);
        bench.forum->holding = true;
        command(bench, u"Publish all"_s)->trigger();
        QVERIFY(answerUntil(bench, u"badge-create"_s, 2));
        QVERIFY(bench.id("Apex 2026 (copy)") > 0); // and the page does not know it yet
        const int readBefore = bench.forum->count(u"badges"_s);
        bench.page->refresh();
        QCOMPARE(bench.forum->count(u"badges"_s), readBefore);
        bench.forum->release();
        QTRY_VERIFY(hasSaid(bench, u"2 badge(s) are published"_s));
        QTRY_COMPARE(bench.forum->count(u"badges"_s), readBefore + 2); // what it made, and what was asked for
        for (const char *name : {"Apex 2026 (copy)", "Apex 2026 (copy 2)"})
            QVERIFY2(designs.has(artwork::DesignStore::keyOf(bench.id(name)), Stage::InUse), name);
        QVERIFY(designs.loose({}).isEmpty());
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026 (copy 2)"_s);
        QVERIFY(!bench.page->hasUnsaved());
    }

    void whatCannotBeReadAfterwardsIsShownAsSent()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network), 1, 1); // it is looked at before
        button(bench, "publish")->click();
        QTRY_VERIFY(hasSaid(bench, u"Published to forum.example."_s));
        QCOMPARE(nameField(bench)->text(), u"Compost"_s);
        QVERIFY(!bench.page->hasUnsaved());
    }

    void theQuestionSaysWhatHappensToEach()
    {
        const auto change = [](BadgeId id, const QString &name) {
            BadgeDraft draft;
            draft.id = id;
            draft.published.id = id;
            draft.published.name = name;
            draft.published.icon = u"leaf"_s;
            draft.edited = draft.published;
            return draft;
        };
        BadgeDraft title = change(1, u"Apex"_s);
        title.published.allowTitle = title.edited.allowTitle = true;
        title.edited.name = u"Summit"_s;
        BadgeDraft hidden = change(2, u"Fair"_s);
        hidden.edited.enabled = false;
        BadgeDraft clashing = change(3, u"Bee"_s);
        clashing.edited.description = u"Mine"_s;
        clashing.edited.typeId = kGold;
        Badge theirs = clashing.published;
        theirs.description = u"Theirs"_s;
        clashing = clashing.rebased(theirs);
        BadgeDraft plain = change(4, u"Moth"_s);
        plain.edited.typeId = kGold;
        BadgePublisher::Batch batch;
        batch.ids = {1, 2, 3};
        batch.leftOut = {{4, u"Not today."_s}};
        const Question many = publishQuestion({title, hidden, clashing, plain}, batch, u"forum.example"_s);
        QCOMPARE(many.consequence,
                 u"Changes at once for everyone there: “Summit” (name), “Fair” (enabled), “Bee” (description, type). "
                 "Somebody changed these on the forum since you began, and yours takes the place of theirs: “Bee” (description). "
                 "Whoever wears one of these as a title gets the new name: “Summit”. "
                 "No longer shown to anybody, though the holders keep them: “Fair”. “Moth” is left out: Not today."_s);
        batch.ids = {4};
        batch.leftOut.clear();
        const Question quiet = publishQuestion({plain, title}, batch, u"forum.example"_s);
        QCOMPARE(quiet.consequence, u"Changes at once for everyone there: “Moth” (type)."_s);
        batch.ids = {3};
        const Question one = publishQuestion({clashing}, batch, u"forum.example"_s);
        QVERIFY2(one.consequence.contains(u"takes the place of theirs: description."_s), qPrintable(one.consequence));
    }

    void aGroupingThatSomebodyRemovedIsNotPublishedInto()
    {
        BadgesBench bench;
        openOn(bench, "Good Neighbour");
        auto *grouping = bench.find<QComboBox>("grouping");
        grouping->setCurrentIndex(grouping->findData(102));
        Q_EMIT grouping->activated(grouping->currentIndex());
        QVERIFY(button(bench, "publish")->isEnabled());
        QVERIFY(!bench.find<QLabel>("groupingProblem")->isVisible());
        bench.forum->catalogue.groupings.removeIf([](const Grouping &one) { return one.id == 102; });
        bench.page->refresh();
        QTRY_VERIFY(!button(bench, "publish")->isEnabled());
        QVERIFY(bench.find<QLabel>("groupingProblem")->isVisible());
        QCOMPARE(grouping->accessibleDescription(), bench.find<QLabel>("groupingProblem")->text());
        shoot(bench, u"grouping-gone"_s);
        grouping->setCurrentIndex(grouping->findData(1));
        Q_EMIT grouping->activated(grouping->currentIndex());
        QVERIFY(button(bench, "publish")->isEnabled());
        QVERIFY(!bench.find<QLabel>("groupingProblem")->isVisible());
        QVERIFY(grouping->accessibleDescription().isEmpty());
    }

    void theKeyboardStaysInTheEditor()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        typeInName(bench, u"!"_s);
        bench.forum->holding = true;
        QTest::keyClick(nameField(bench), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(answerUntil(bench, u"badge-update"_s, 1));
        QTRY_VERIFY(!nameField(bench)->isEnabled());
        QVERIFY(bench.page->hasFocus()); // and not on a button that happens to come next
        bench.forum->release();
        QTRY_VERIFY(nameField(bench)->isEnabled());
        QVERIFY(nameField(bench)->hasFocus());
        QTRY_VERIFY(hasSaid(bench, u"Published"_s));
        QVERIFY(nameField(bench)->hasFocus());
        // The same by the button, which goes while the badge is on its way.
        typeInName(bench, u"?"_s);
        button(bench, "publish")->setFocus();
        QTest::keyClick(button(bench, "publish"), Qt::Key_Space);
        QTRY_VERIFY(bench.id("Apex 2026!?"));
        QTRY_VERIFY(nameField(bench)->isEnabled() && hasSaid(bench, u"Published"_s));
        QVERIFY(nameField(bench)->hasFocus());
        // Whoever has gone elsewhere stays there.
        typeInName(bench, u"."_s);
        bench.forum->holding = true;
        QTest::keyClick(nameField(bench), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(answerUntil(bench, u"badge-update"_s, 3));
        QTRY_VERIFY(!nameField(bench)->isEnabled());
        auto *view = bench.page->findChild<QTreeView *>();
        view->setFocus();
        bench.forum->release();
        QTRY_VERIFY(hasSaid(bench, u"Published"_s));
        QVERIFY(view->hasFocus());
    }

    void whatTheForumLeftIsSaidOfABadgeThatIsNotLookedAt()
    {
        BadgesBench bench;
        bench.forum->ignoredBadgeFields = {u"badge_type_id"_s};
        bench.ask.nextYes = true;
        openOn(bench, "Karaoke Night");
        auto *type = bench.find<QComboBox>("type");
        type->setCurrentIndex(type->findData(kBronze));
        Q_EMIT type->activated(type->currentIndex());
        bench.forum->holding = true;
        button(bench, "publish")->click();
        QVERIFY(answerUntil(bench, u"badge-update"_s, 1));
        bench.page->open(bench.id("Apex 2026"));
        bench.forum->release();
        QTRY_VERIFY(hasSaid(bench, u"“Karaoke Night” is published to forum.example, but not all of it."_s));
        QVERIFY(result(bench)->details().contains(u"left as it was: type."_s));
    }
};

int runPublishingTest(int argc, char **argv)
{
    BadgesPublishingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_publishing_test.moc"
