// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_list_model.h"
#include "ui/badges/badge_shelf.h"
#include "ui/badges/icon_list_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::ui;

namespace {

Badge badge(BadgeId id, const QString &name, GroupingId grouping)
{
    Badge made;
    made.id = id;
    made.name = name;
    made.groupingId = grouping;
    made.icon = QStringLiteral("certificate");
    made.grantCount = int(id);
    return made;
}

BadgeCatalogue catalogue()
{
    BadgeCatalogue all;
    all.types = {{kGold, QStringLiteral("Gold")}, {kSilver, QStringLiteral("Silver")}, {kBronze, QStringLiteral("Bronze")}};
    all.groupings = {{1, QStringLiteral("Getting Started"), {}, 1, true}, {2, QStringLiteral("Community"), {}, 2, true}, {5, QStringLiteral("Other"), {}, 3, true}};
    all.badges = {badge(101, QStringLiteral("Apex"), 1), badge(102, QStringLiteral("Zürich"), 2), badge(103, QStringLiteral("Orphan"), 77)};
    return all;
}

} // namespace

class BadgesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listFollowsTheShelf()
    {
        BadgeShelf shelf;
        BadgeListModel model(&shelf);
        BadgeFilter filter(&shelf);
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shelf.setCatalogue(catalogue());

        // A badge whose grouping was deleted still stands somewhere.
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.indexOf(103).parent().data().toString(), QStringLiteral("No grouping"));
        const QModelIndex apex = model.indexOf(101);
        QCOMPARE(apex.data(BadgeListModel::HoldersRole).toInt(), 101);
        QCOMPARE(apex.data(BadgeListModel::ChangedRole).toBool(), false);
        QVERIFY(!(model.flags(apex.parent()) & Qt::ItemIsEnabled)); // arrow keys pass headings by

        BadgeDraft draft = shelf.draft(101);
        draft.edited.name = QStringLiteral("Summit");
        draft.edited.groupingId = 2;
        shelf.setDraft(draft);
        QCOMPARE(model.indexOf(101).data().toString(), QStringLiteral("Summit"));
        QCOMPARE(model.indexOf(101).parent().data().toString(), QStringLiteral("Community"));
        QVERIFY(model.indexOf(101).data(BadgeListModel::ChangedRole).toBool());

        // Typed back to what it was, it is no change.
        draft.edited.name = QStringLiteral("Apex");
        draft.edited.groupingId = 1;
        shelf.setDraft(draft);
        QCOMPARE(shelf.changedCount(), 0);
        shelf.discard(101);
    }

    void searchIgnoresCaseAndAccents()
    {
        BadgeShelf shelf;
        shelf.setCatalogue(catalogue());
        BadgeListModel model(&shelf);
        BadgeFilter filter(&shelf);
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(filter.badgeCount(), 3);
        filter.setSearch(QStringLiteral("ZURICH"));
        QCOMPARE(filter.badgeCount(), 1);
        QCOMPARE(filter.rowCount(), 1); // headings without badges go
        filter.setSearch(QStringLiteral("community zur"));
        QCOMPARE(filter.badgeCount(), 1);
        filter.setSearch(QStringLiteral("nothing"));
        QCOMPARE(filter.rowCount(), 0);
        filter.setSearch({});
        QCOMPARE(filter.badgeCount(), 3);
        // Headings count what is to be seen below them.
        BadgeDraft moved = shelf.draft(101);
        moved.edited.groupingId = shelf.shown(102).groupingId;
        shelf.setDraft(moved);
        filter.setSearch(QStringLiteral("ZURICH"));
        QCOMPARE(model.indexOf(102).parent().data(BadgeListModel::CountRole).toInt(), 2);
        QCOMPARE(filter.index(0, 0).data(BadgeListModel::CountRole).toInt(), 1);
    }

    void changesSurviveReading()
    {
        BadgeShelf shelf;
        shelf.setCatalogue(catalogue());
        BadgeDraft draft = shelf.draft(101);
        draft.edited.description = QStringLiteral("Mine");
        shelf.setDraft(draft);
        const BadgeId fresh = shelf.addNew();
        QVERIFY(fresh < 0);

        // Somebody else renames the badge meanwhile.
        BadgeCatalogue now = catalogue();
        now.badges[0].name = QStringLiteral("Renamed");
        shelf.setCatalogue(now);
        QCOMPARE(shelf.shown(101).name, QStringLiteral("Renamed"));
        QCOMPARE(shelf.shown(101).description, QStringLiteral("Mine"));
        QCOMPARE(shelf.draft(101).changedWords(), QStringList{QStringLiteral("description")});
        QVERIFY(shelf.contains(fresh));

        // And then deletes it: what was typed lives on as a new badge.
        QSignalSpy renumbered(&shelf, &BadgeShelf::idChanged);
        now.badges.removeFirst();
        shelf.setCatalogue(now);
        QCOMPARE(renumbered.size(), 1);
        const BadgeId rescued = renumbered[0][1].toLongLong();
        QVERIFY(rescued < 0);
        QCOMPARE(shelf.shown(rescued).description, QStringLiteral("Mine"));
        QVERIFY(shelf.draft(rescued).isNew());
    }

    void anOldNumberLeadsToTheBadge()
    {
        BadgeShelf shelf;
        shelf.setCatalogue(catalogue());
        const BadgeId fresh = shelf.addNew();
        Badge there = shelf.shown(fresh);
        there.id = 200;
        there.name = QStringLiteral("Compost");
        shelf.published(fresh, there);
        QCOMPARE(shelf.idNow(fresh), 200);
        // Changed, and deleted on the forum meanwhile.
        BadgeDraft draft = shelf.draft(200);
        draft.edited.description = QStringLiteral("Mine");
        shelf.setDraft(draft);
        shelf.setCatalogue(catalogue());
        const BadgeId rescued = shelf.idNow(fresh);
        QVERIFY(rescued < 0 && shelf.contains(rescued));
        QCOMPARE(shelf.idNow(200), rescued);
        // And there again, under the number that it had.
        there.description = QStringLiteral("Mine");
        shelf.published(rescued, there);
        for (const BadgeId id : {fresh, BadgeId(200), rescued})
            QCOMPARE(shelf.idNow(id), 200);
        QCOMPARE(shelf.idNow(101), 101);
    }

    void problemsAreFoundBeforeSending()
    {
        BadgeShelf shelf;
        shelf.setCatalogue(catalogue());
        BadgeDraft draft = shelf.draft(101);
        draft.edited.name = QStringLiteral("  ");
        QVERIFY(!draft.problems(shelf.catalogue()).isEmpty());
        draft.edited.name = QStringLiteral("Zürich");
        QVERIFY(draft.problems(shelf.catalogue()).first().contains(QStringLiteral("already")));
        draft.edited.name = QString(101, u'x');
        QVERIFY(!draft.problems(shelf.catalogue()).isEmpty());
        draft.edited.name = QStringLiteral("Apex");
        QVERIFY(draft.problems(shelf.catalogue()).isEmpty());
        draft.edited.icon.clear();
        QVERIFY(!draft.problems(shelf.catalogue()).isEmpty()); // neither picture nor icon
        draft.edited.icon = QStringLiteral("leaf");
        draft.edited.description = QString(501, u'x');
        QVERIFY(!draft.problems(shelf.catalogue()).isEmpty());
    }

    void aGroupingThatIsGoneIsNotSent()
    {
        BadgeShelf shelf;
        BadgeCatalogue now = catalogue();
        shelf.setCatalogue(now);
        const GroupingId other = now.groupings.last().id;
        BadgeDraft draft = shelf.draft(101);
        draft.edited.groupingId = other == draft.published.groupingId ? now.groupings.first().id : other;
        QVERIFY(draft.problems(now).isEmpty());
        const GroupingId wanted = draft.edited.groupingId;
        now.groupings.removeIf([wanted](const Grouping &one) { return one.id == wanted; });
        QVERIFY(draft.problems(now).first().contains(QStringLiteral("grouping")));
        // Where it stands already is not sent again.
        draft.published.groupingId = wanted;
        draft.edited.description = QStringLiteral("Mine");
        QVERIFY(draft.problems(now).isEmpty());
        draft.id = -7; // of a new one it is
        draft.edited.name = QStringLiteral("Compost");
        QVERIFY(draft.problems(now).first().contains(QStringLiteral("grouping")));
    }

    // Forums before 3.2 do not say which upload a picture is.
    void aPictureKnownOnlyByItsAddressCanBeRemoved()
    {
        BadgeDraft draft;
        draft.id = 101;
        draft.published = draft.edited = badge(101, QStringLiteral("Apex"), 1);
        draft.published.imageUrl = draft.edited.imageUrl = QUrl(QStringLiteral("https://forum.example/a.png"));
        QVERIFY(!draft.isChanged());
        draft.removePicture();
        QVERIFY(draft.isChanged());
        QCOMPARE(draft.fields().imageUploadId, std::optional<UploadId>(0));
        Badge renamed = draft.published;
        renamed.name = QStringLiteral("Other");
        QVERIFY(draft.rebased(renamed).edited.imageUrl.isEmpty());
    }

    void aPictureThatIsServedFromElsewhereIsTheSame()
    {
        BadgeDraft draft;
        draft.id = 101;
        draft.published = draft.edited = badge(101, QStringLiteral("Apex"), 1);
        draft.published.imageUrl = draft.edited.imageUrl = QUrl(QStringLiteral("http://127.0.0.1:4001/uploads/a.png"));
        draft.picture = ChosenPicture();
        Badge now = draft.published;
        now.imageUrl.setPort(4002);
        QVERIFY(draft.rebased(now).clashes.isEmpty());
        now.imageUrl.setPath(QStringLiteral("/uploads/b.png"));
        QVERIFY(!draft.rebased(now).clashes.isEmpty());
    }

    void draggingOntoAHeadingAsksForTheMove()
    {
        BadgeShelf shelf;
        shelf.setCatalogue(catalogue());
        BadgeListModel model(&shelf);
        QSignalSpy wanted(&model, &BadgeListModel::moveWanted);
        const std::unique_ptr<QMimeData> data(model.mimeData({model.indexOf(101)}));
        model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, model.indexOf(102));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<QList<BadgeId>>(), QList<BadgeId>{101});
        QCOMPARE(wanted[0][1].toLongLong(), 2);
        // Several go together, though each move changes the list.
        const std::unique_ptr<QMimeData> two(model.mimeData({model.indexOf(101), model.indexOf(102)}));
        model.dropMimeData(two.get(), Qt::MoveAction, -1, -1, model.index(0, 0));
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<QList<BadgeId>>(), (QList<BadgeId>{101, 102}));
        QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, -1, -1, {}));
    }

    void iconsAreListed()
    {
        IconListModel model(Qt::red, 28, 1, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIcons({{QStringLiteral("leaf"), QByteArrayLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8H0z\"/></svg>")}});
        QCOMPARE(model.rowOf(QStringLiteral("leaf")), 0);
        const auto glyph = model.index(0).data(Qt::DecorationRole).value<QPixmap>().toImage();
        QCOMPARE(glyph.pixelColor(14, 14), QColor(Qt::red));
    }
};

int runModelTest(int argc, char **argv)
{
    BadgesModelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_model_test.moc"
