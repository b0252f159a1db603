// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "ui/kit/notice.h"

#include <QAction>
#include <QFile>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QAction *deleting(const BadgesBench &bench)
{
    for (QAction *action : bench.page->commands()) {
        if (action->text() == u"Delete…"_s)
            return action;
    }
    return nullptr;
}

QString said(const BadgesBench &bench)
{
    for (auto *notice : bench.page->findChildren<Notice *>()) {
        if (notice->isVisible())
            return notice->sentence();
    }
    return {};
}

} // namespace

/// Deleting a badge from its page: what vanishes is said, who holds it is saved first where that is wanted.
class BadgesRemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHoldersAreSavedFirst()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s); // unpublished
        const QString path = bench.folder.filePath(u"holders.csv"_s);
        bench.ask.nextChoice = 0;
        bench.ask.nextSavePath = path;
        bench.ask.nextYes = true;
        const BadgeId id = bench.id("Apex 2026");
        QTRY_VERIFY(deleting(bench)->isEnabled());
        deleting(bench)->trigger();
        QTRY_COMPARE(said(bench), u"“Apex 2026” is deleted from forum.example."_s);
        QVERIFY(bench.ask.choices.first().consequence.startsWith(u"12"_s) || bench.ask.choices.first().consequence.startsWith(u"13"_s));
        // The question counts what was read, and says all that goes.
        QCOMPARE(bench.ask.confirmed.size(), 1);
        const Question &asked = bench.ask.confirmed.first();
        QVERIFY(asked.danger);
        QVERIFY2(asked.consequence.startsWith(u"1 grant"_s), qPrintable(asked.consequence));
        QVERIFY(asked.consequence.contains(u"cannot be undone"_s));
        QVERIFY2(asked.consequence.contains(u"Whoever wears it as a title loses the title."_s), qPrintable(asked.consequence));
        QVERIFY(asked.consequence.contains(u"Your unpublished changes go with it."_s));
        QVERIFY(asked.consequence.contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\r\nbobby,"));
        QVERIFY(!bench.forum->catalogue.find(id));
        // It is in the ledger, and what was typed for it does not come back as a new badge.
        QCOMPARE(bench.ledger->runs()->first().title, u"Delete Apex 2026"_s);
        QCOMPARE(bench.ledger->runs()->first().source, path); // so that the ledger knows where they are
        QTRY_VERIFY(!bench.page->hasUnsaved());
        QTRY_VERIFY(nameField(bench)->text() != u"Apex 2026!"_s);
    }

    void nothingIsDeletedWhenTheyCannotBeSaved()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(deleting(bench)->isEnabled());
        bench.ask.nextChoice = 0;
        bench.ask.nextYes = true;
        bench.ask.nextSavePath = bench.folder.filePath(u"no/such/folder/holders.csv"_s);
        deleting(bench)->trigger();
        QTRY_VERIFY2(said(bench).contains(u"could not be saved"_s), qPrintable(said(bench)));
        QVERIFY(bench.id("Apex 2026"));
        QVERIFY(bench.ask.confirmed.isEmpty());
        QVERIFY(deleting(bench)->isEnabled()); // again
        // Thought better of it, at each question.
        bench.ask.nextSavePath.clear();
        deleting(bench)->trigger();
        QTRY_VERIFY(deleting(bench)->isEnabled());
        bench.ask.nextChoice = -1;
        deleting(bench)->trigger();
        QTRY_VERIFY(deleting(bench)->isEnabled());
        bench.ask.nextChoice = 1;
        bench.ask.nextYes = false;
        deleting(bench)->trigger();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QTRY_VERIFY(deleting(bench)->isEnabled());
        QCOMPARE(bench.forum->count(u"badge-remove"_s), 0);
        QVERIFY(bench.id("Apex 2026"));
    }

    void aCountThatLagsBehindIsNotBelieved()
    {
        BadgesBench bench;
        // As after a bulk award: the forum says that nobody holds it.
        for (Badge &badge : bench.forum->catalogue.badges) {
            if (badge.id == bench.id("Apex 2026"))
                badge.grantCount = 0;
        }
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(deleting(bench)->isEnabled());
        bench.forum->refuseNext(u"holders"_s, Error::of(ErrorKind::Forbidden));
        deleting(bench)->trigger();
        QTRY_VERIFY2(said(bench).startsWith(u"Who holds “Apex 2026” could not be read, so it was not deleted."_s), qPrintable(said(bench)));
        bench.ask.nextChoice = -1;
        deleting(bench)->trigger();
        QTRY_COMPARE(bench.ask.choices.size(), 1);
        QVERIFY2(bench.ask.choices.first().consequence.startsWith(u"1 grant"_s), qPrintable(bench.ask.choices.first().consequence));
        QTRY_VERIFY(deleting(bench)->isEnabled());
        QVERIFY(bench.id("Apex 2026"));
    }

    void whatCannotBeSavedIsSaid()
    {
        BadgesBench bench;
        openOn(bench, "Spring Fair Helper"); // disabled
        QTRY_VERIFY(deleting(bench)->isEnabled());
        deleting(bench)->trigger();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.ask.choices.isEmpty());
        QVERIFY2(bench.ask.confirmed.first().consequence.contains(u"disabled"_s), qPrintable(bench.ask.confirmed.first().consequence));
        QVERIFY(bench.ask.confirmed.first().consequence.startsWith(u"214"_s));
    }

    void aRefusalIsSaidAndTheBadgeStays()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(deleting(bench)->isEnabled());
        bench.ask.nextChoice = 1;
        bench.ask.nextYes = true;
        Error refused = Error::of(ErrorKind::Forbidden);
        refused.serverWords = {u"You may not"_s};
        bench.forum->refuseNext(u"badge-remove"_s, refused);
        deleting(bench)->trigger();
        QTRY_COMPARE(said(bench), u"“Apex 2026” was not deleted."_s);
        QVERIFY(bench.id("Apex 2026"));
    }

    void whatMayNotBeDeletedSaysWhy()
    {
        BadgesBench bench;
        openOn(bench, "First Seed");
        QVERIFY(!deleting(bench)->isEnabled());
        QVERIFY(deleting(bench)->toolTip().contains(u"belongs to the forum"_s));
        bench.forum->abilities.deny(Ability::DeleteBadges, u"The key has no scope for it."_s);
        bench.page->open(bench.id("Apex 2026"));
        QVERIFY(!deleting(bench)->isEnabled());
        QCOMPARE(deleting(bench)->toolTip(), u"The key has no scope for it."_s);
    }
};

int runRemovalTest(int argc, char **argv)
{
    BadgesRemovalTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_removal_test.moc"
