// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "runs/undo.h"
#include "support/accessibility_walk.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/text_field.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// What stands below the heading of the editor.
QString remark(const BadgesBench &bench)
{
    const auto labels = bulk(bench)->findChildren<QLabel *>();
    const auto found = std::find_if(labels.begin(), labels.end(), [](QLabel *label) { return label->text().startsWith(u"What you set here"_s); });
    return found == labels.end() ? QString() : (*found)->text();
}

} // namespace

/// Several badges at once: edited, moved, published, deleted; the forum's own keep what the forum fixes.
class BadgesManyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsTouchedChanges()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QVERIFY(!bulk(bench)->isVisible());
        chooseAll(bench, {"Green Thumb", "Apex 2026", "Karaoke Night"});
        QVERIFY(bulk(bench)->isVisible());
        QVERIFY(!named(bench, u"Name"_s));
        auto *type = bench.find<QComboBox>("bulkType");
        QCOMPARE(type->currentIndex(), -1); // two gold, one silver
        QCOMPARE(bench.find<QComboBox>("bulkGrouping")->currentIndex(), -1);
        QCOMPARE(box(bench, "allow_title")->checkState(), Qt::PartiallyChecked);
        QCOMPARE(box(bench, "enabled")->checkState(), Qt::Checked);
        pick(type, kBronze);
        box(bench, "allow_title")->click();
        QCOMPARE(box(bench, "allow_title")->checkState(), Qt::Checked);
        box(bench, "allow_title")->click();
        QCOMPARE(box(bench, "allow_title")->checkState(), Qt::Unchecked); // and never back in between
        box(bench, "allow_title")->click();
        auto *text = qobject_cast<QPlainTextEdit *>(bulk(bench)->findChildren<TextField *>().first()->input());
        QVERIFY(text->toPlainText().isEmpty());
        QVERIFY(text->placeholderText().startsWith(u"They differ"_s));
        QTest::keyClicks(text, u"Thanks"_s);
        QCOMPARE(text->toPlainText(), u"Thanks"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: description of 3 badge(s)"_s);
        // What nobody touched is not sent.
        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"badge-update"_s), 3);
        QTRY_COMPARE(result(bench), u"3 badge(s) are published to forum.example."_s);
        QCOMPARE(bench.badge("Apex 2026").typeId, kBronze);
        QCOMPARE(bench.badge("Apex 2026").description, u"Thanks"_s);
        QVERIFY(bench.badge("Green Thumb").allowTitle);
        QCOMPARE(bench.badge("Apex 2026").longDescription, u"Blessing of the orchard council. You are awesome and everyone should know!"_s);
        QCOMPARE(bench.badge("Green Thumb").groupingId, 1);
        // One run, which can be undone.
        QCOMPARE(bench.ledger->runs()->size(), 1);
        const runs::Plan undo = *runs::planUndo(*bench.ledger, bench.ledger->runs()->first().id, bench.forum, bench.clock);
        QCOMPARE(undo.steps.size(), 3);
        QVERIFY(bench.runs->start(undo, bench.forum, runs::Pace::All));
        QTRY_COMPARE(bench.badge("Karaoke Night").typeId, kSilver);
        QTRY_COMPARE(bench.badge("Apex 2026").description, u"Blessing of the orchard council"_s);
    }

    void undoGivesEachItsOwnBack()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        chooseAll(bench, {"Green Thumb", "Apex 2026"});
        auto *text = qobject_cast<QPlainTextEdit *>(bulk(bench)->findChildren<TextField *>().first()->input());
        text->setFocus();
        QTest::keyClicks(text, u"Thanks"_s);
        QTest::keySequence(text, QKeySequence::Undo); // from within the text
        QVERIFY(text->toPlainText().isEmpty());
        QVERIFY(!bench.page->hasUnsaved());
        QCOMPARE(bulk(bench)->isVisible(), true); // the choice stays
    }

    void theForumsOwnKeepWhatItFixes()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026"}); // First Seed is the forum's
        auto labels = bulk(bench)->findChildren<QLabel *>();
        const bool told = std::any_of(labels.begin(), labels.end(), [](QLabel *label) {
            return label->isVisible() && label->text().contains(u"1 of them belong(s) to the forum, which fixes there: type, description"_s);
        });
        QVERIFY(told);
        pick(bench.find<QComboBox>("bulkType"), kSilver);
        box(bench, "listable")->click();
        box(bench, "multiple_grant")->click();
        qobject_cast<QPlainTextEdit *>(bulk(bench)->findChildren<TextField *>().first()->input())->setPlainText(u"Ours"_s);
        box(bench, "enabled")->click(); // that one may be switched
        QCOMPARE(box(bench, "enabled")->checkState(), Qt::Unchecked);
        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"badge-update"_s), 2);
        QTRY_VERIFY(!bench.badge("First Seed").enabled);
        QCOMPARE(bench.badge("First Seed").typeId, kBronze);
        QVERIFY(bench.badge("First Seed").listable);
        QVERIFY(!bench.badge("First Seed").multipleGrant);
        QVERIFY(bench.badge("First Seed").description.isEmpty());
        QTRY_COMPARE(bench.badge("Apex 2026").typeId, kSilver);
        // All of them the forum's: nothing to set there.
        stored(bench, "Lightning Reply")->system = true;
        const int read = bench.forum->count(u"badges"_s);
        bench.page->refresh();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), read + 1);
        QTRY_VERIFY(bulk(bench)->isVisible());
        chooseAll(bench, {"First Seed", "Lightning Reply"});
        QTRY_VERIFY(!bench.find<QComboBox>("bulkType")->isEnabled());
        QCOMPARE(command(bench, u"Delete"_s)->text(), u"Delete…"_s);
        QVERIFY(!box(bench, "multiple_grant")->isEnabled());
        QVERIFY(box(bench, "enabled")->isEnabled());
        QVERIFY(!command(bench, u"Delete"_s)->isEnabled());
        QVERIFY(command(bench, u"Delete"_s)->toolTip().contains(u"belong to the forum"_s));
    }

    void whatIsTypedStaysThoughOneOfThemIsLocked()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026"}); // First Seed is the forum's, and keeps its text
        auto *text = qobject_cast<QPlainTextEdit *>(bulk(bench)->findChildren<TextField *>().first()->input());
        text->selectAll();
        QTest::keyClicks(text, u"Thanks"_s);
        QCOMPARE(text->toPlainText(), u"Thanks"_s); // letter by letter
        pick(bench.find<QComboBox>("bulkType"), kSilver);
        QCOMPARE(bench.find<QComboBox>("bulkType")->currentData().toInt(), kSilver);
        box(bench, "multiple_grant")->click();
        QCOMPARE(box(bench, "multiple_grant")->checkState(), Qt::Checked);
        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.badge("Apex 2026").description, u"Thanks"_s);
        QVERIFY(bench.badge("First Seed").description.isEmpty());
    }

    void whatIsTypedStaysThoughOneOfThemIsOnItsWay()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        bench.ask.holding = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        bench.forum->holding = true;
        bench.ask.answerHeld();
        chooseAll(bench, {"Apex 2026!", "Karaoke Night"});
        QVERIFY2(remark(bench).endsWith(u"Not for 1 of them: It is being published."_s), qPrintable(remark(bench)));
        auto *text = qobject_cast<QPlainTextEdit *>(bulk(bench)->findChildren<TextField *>().first()->input());
        text->selectAll();
        QTest::keyClicks(text, u"Thanks"_s);
        QCOMPARE(text->toPlainText(), u"Thanks"_s); // letter by letter
        pick(bench.find<QComboBox>("bulkType"), kBronze);
        QCOMPARE(bench.find<QComboBox>("bulkType")->currentData().toInt(), kBronze);
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_COMPARE(result(bench), u"“Apex 2026!” is published to forum.example."_s);
        QVERIFY(!remark(bench).contains(u"published"_s)); // it can be changed again
        QCOMPARE(bench.badge("Apex 2026!").typeId, kGold);
        QCOMPARE(text->toPlainText(), QString()); // they differ
        bench.ask.holding = false;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.badge("Karaoke Night").description, u"Thanks"_s);
        QCOMPARE(bench.badge("Apex 2026!").description, u"Blessing of the orchard council"_s);
    }

    void whatFailsIsToldBadgeByBadge()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Green Thumb", "Apex 2026", "Karaoke Night"});
        box(bench, "multiple_grant")->click();
        Error refused = Error::of(ErrorKind::Invalid);
        refused.serverWords = {u"Not today"_s};
        bench.forum->refuseNext(u"badge-update"_s, refused);
        button(bench, "publish")->click();
        QTRY_COMPARE(result(bench), u"2 of 3 badge(s) are published to forum.example."_s);
        QVERIFY2(bench.find<Notice>("publishResult")->details().contains(u"“Green Thumb”: "_s), qPrintable(bench.find<Notice>("publishResult")->details()));
        QVERIFY(bench.find<Notice>("publishResult")->details().contains(u"Not today"_s));
        // What failed is a draft still, and nothing else is.
        QVERIFY(bench.page->hasUnsaved());
        QCOMPARE(bench.find<QPushButton>("publish")->text(), u"Publish to forum.example"_s);
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.badge("Green Thumb").multipleGrant);
        QTRY_VERIFY(!bench.page->hasUnsaved());
    }

    void allThatChangedGoesAtOnceAndCanPause()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        QVERIFY(!button(bench, "publishAll")->isVisible());
        bench.page->open(bench.id("Karaoke Night"));
        typeInName(bench, u"?"_s);
        command(bench, u"New badge"_s)->trigger(); // without a name: it waits
        QTRY_VERIFY(button(bench, "publishAll")->isVisible());
        QCOMPARE(button(bench, "publishAll")->text(), u"Publish all 3"_s);
        bench.page->open(bench.id("Karaoke Night"));
        bench.forum->refuseNext(u"badge-update"_s, Error::of(ErrorKind::ReadOnly));
        button(bench, "publishAll")->click();
        QTRY_VERIFY(result(bench).contains(u"paused"_s));
        const Question asked = bench.ask.confirmed.first();
        QCOMPARE(asked.title, u"Publish 2 badge(s) to forum.example?"_s);
        QVERIFY2(asked.consequence.contains(u"“Apex 2026!” (name)"_s), qPrintable(asked.consequence));
        QVERIFY2(asked.consequence.contains(u"is left out: A badge needs a name."_s), qPrintable(asked.consequence));
        pressInResult(bench, u"Go on"_s);
        QTRY_VERIFY(bench.id("Karaoke Night?") && bench.id("Apex 2026!"));
        QTRY_COMPARE(result(bench), u"2 badge(s) are published to forum.example."_s);
        QVERIFY(bench.page->hasUnsaved()); // the new one
    }

    void severalAreMovedByDraggingAndByKeyboard()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Green Thumb", "First Seed", "Apex 2026"});
        auto *list = bench.page->findChild<BadgeListModel *>();
        QModelIndexList dragged;
        for (const char *name : {"Green Thumb", "First Seed", "Apex 2026"})
            dragged << list->indexOf(bench.id(name));
        const std::unique_ptr<QMimeData> data(list->mimeData(dragged));
        list->dropMimeData(data.get(), Qt::MoveAction, -1, -1, list->indexOf(bench.id("Good Neighbour")));
        for (const char *name : {"Green Thumb", "First Seed", "Apex 2026"})
            QCOMPARE(list->indexOf(bench.id(name)).parent().data().toString(), u"Community"_s);
        QVERIFY(bulk(bench)->isVisible()); // still chosen
        QCOMPARE(bench.find<QComboBox>("bulkGrouping")->currentData().toLongLong(), 2);
        command(bench, u"Undo: grouping of 3"_s)->trigger();
        QCOMPARE(list->indexOf(bench.id("Apex 2026")).parent().data().toString(), u"Events"_s);
        pick(bench.find<QComboBox>("bulkGrouping"), 5); // a grouping that shows no heading to drop on
        QCOMPARE(list->indexOf(bench.id("First Seed")).parent().data().toString(), u"Other"_s);
    }

    void severalAreDeletedAndTheirHoldersSaved()
    {
        BadgesBench bench;
        bench.forum->addAccount(u"carol"_s);
        bench.forum->addGrant(bench.id("Karaoke Night"), u"carol"_s, bench.clock.utcNow());
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026", "Karaoke Night", "Spring Fair Helper"});
        const QString path = bench.folder.filePath(u"holders.csv"_s);
        bench.ask.nextChoice = 0;
        bench.ask.nextSavePath = path;
        bench.ask.nextYes = true;
        QCOMPARE(command(bench, u"Delete"_s)->text(), u"Delete 3…"_s);
        command(bench, u"Delete"_s)->trigger();
        QTRY_COMPARE(said(bench), u"3 badge(s) are deleted from forum.example."_s);
        QVERIFY(bench.id("First Seed"));
        QVERIFY(!bench.id("Apex 2026") && !bench.id("Karaoke Night") && !bench.id("Spring Fair Helper"));
        const Question asked = bench.ask.confirmed.first();
        QVERIFY(asked.danger);
        for (const QString &part : {u"“Apex 2026” (1 grant(s)), “Karaoke Night” (1 grant(s)), “Spring Fair Helper” (214 grant(s))."_s, u"216 grant(s) vanish"_s,
                                    u"cannot be undone"_s, u"1 of the chosen badges stay"_s, u"Who holds “Spring Fair Helper” cannot be saved first"_s, path})
            QVERIFY2(asked.consequence.contains(part), qPrintable(asked.consequence));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.startsWith("username,name,granted_at,granted_by,reason,badge\r\n"));
        QVERIFY2(QRegularExpression(u"bobby,.*,Apex 2026\r\n"_s).match(QString::fromUtf8(csv)).hasMatch(), csv.constData());
        QVERIFY(QRegularExpression(u"carol,.*,Karaoke Night\r\n"_s).match(QString::fromUtf8(csv)).hasMatch());
        QCOMPARE(bench.ledger->runs()->size(), 1);
    }

    void nothingIsDeletedWhenOneCannotBeRead()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Apex 2026", "Karaoke Night"});
        bench.ask.nextChoice = 0;
        bench.ask.nextYes = true;
        bench.ask.nextSavePath = bench.folder.filePath(u"holders.csv"_s);
        bench.forum->refuseNext(u"holders"_s, Error::of(ErrorKind::Forbidden));
        bench.forum->holding = true;
        command(bench, u"Delete"_s)->trigger();
        QTRY_VERIFY(!command(bench, u"Delete"_s)->isEnabled());
        QCOMPARE(command(bench, u"Delete"_s)->text(), u"Delete…"_s); // no number that it will not do
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY2(said(bench).startsWith(u"The holders could not be saved, so nothing was deleted."_s), qPrintable(said(bench)));
        QVERIFY(bench.id("Apex 2026") && bench.id("Karaoke Night"));
        QVERIFY(command(bench, u"Delete"_s)->isEnabled());
    }

    void fiveHundredBadgesStayQuick()
    {
        BadgesBench bench;
        for (int i = 0; i < 500; ++i)
            bench.add(u"Badge %1"_s.arg(i), i % 2 ? 102 : 2, kBronze, i, {}, {});
        openOn(bench, "Badge 7");
        auto *view = bench.page->findChild<QTreeView *>();
        QElapsedTimer timer;
        timer.start();
        view->selectAll();
        const qint64 chosen = timer.restart();
        pick(bench.find<QComboBox>("bulkGrouping"), 1);
        const qint64 moved = timer.restart();
        box(bench, "allow_title")->click();
        const qint64 switched = timer.restart();
        command(bench, u"Undo"_s)->trigger();
        qInfo("508 badges: chosen in %lld ms, moved in %lld ms, switched in %lld ms, undone in %lld ms", chosen, moved, switched, timer.elapsed());
        QVERIFY(bench.page->hasUnsaved());
    }

    void looks()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026", "Karaoke Night"});
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
        box(bench, "allow_title")->click();
        QCoreApplication::processEvents(); // it is laid out
        shoot(bench, u"bulk"_s);
        bench.page->resize(848, 666);
        QCoreApplication::processEvents();
        shoot(bench, u"bulk-narrow"_s);
        bench.page->open(bench.id("Apex 2026"));
        typeInName(bench, u"!"_s);
        // Not cut, not even for a moment.
        const auto labels = bench.page->findChildren<QLabel *>();
        const auto counter = std::find_if(labels.begin(), labels.end(), [](QLabel *label) { return label->isVisible() && label->text() == u"10 of 100"_s; });
        QVERIFY(counter != labels.end());
        QVERIFY((*counter)->width() >= (*counter)->sizeHint().width());
        shoot(bench, u"narrow-typing"_s);
        // The forum's own, which fixes most of it.
        for (const char *name : {"Green Thumb", "First Seed", "Lightning Reply"})
            stored(bench, name)->system = true;
        stored(bench, "Green Thumb")->description = u"Grows things"_s;
        bench.page->refresh();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 2);
        chooseAll(bench, {"Green Thumb", "First Seed", "Lightning Reply"});
        QTRY_VERIFY(!bench.find<QComboBox>("bulkType")->isEnabled());
        auto *description = qobject_cast<QPlainTextEdit *>(bulk(bench)->findChildren<TextField *>().first()->input());
        QCOMPARE(description->placeholderText(), u"They differ."_s);
        QVERIFY(!description->isEnabled());
        QVERIFY(!description->accessibleDescription().isEmpty());
        QCoreApplication::processEvents();
        shoot(bench, u"bulk-system"_s);
    }
};

int runManyTest(int argc, char **argv)
{
    BadgesManyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_many_test.moc"
