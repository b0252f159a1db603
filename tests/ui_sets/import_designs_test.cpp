// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui_badges/sets_bench.h"

#include "artwork/design_store.h"
#include "ui/badge_sets/awaited_designs.h"
#include "ui/kit/notice.h"
#include "ui/studio/design_model.h"
#include "ui/studio/studio_dialog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;
using artwork::DesignStore;
using Stage = DesignStore::Stage;

/// Designs travel with their badges, and are seen where one draws.
class ImportDesignsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void designsGoWithTheirBadges()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        const QString folder = bench.folder.filePath(u"designs"_s);
        DesignStore store(folder, bench.forum->connection().id);
        artwork::BadgeDesign design = artwork::startDesign(kGold);
        design.layers.last().turn = 33;
        QVERIFY(store.keep(DesignStore::keyOf(bench.id("Apex 2026")), Stage::InUse, design));
        QVERIFY(store.keep(DesignStore::keyOf(bench.id("Lightning Reply")), Stage::InUse, design)); // it has an icon now
        choose(bench, {u"Apex 2026"_s, u"Lightning Reply"_s});
        const QString path = bench.folder.filePath(u"apex.badges.zip"_s);
        bench.ask.nextChoice = 0;
        bench.ask.nextSavePath = path;
        action(bench, u"Export…"_s)->trigger();
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(action(bench, u"Export…"_s)->isEnabled());

        // To where neither is.
        const QList<BadgeId> before{bench.id("Apex 2026"), bench.id("Lightning Reply")};
        for (const BadgeId id : before)
            store.remove(DesignStore::keyOf(id), Stage::InUse);
        bench.forum->catalogue.badges.removeIf([&](const Badge &badge) { return before.contains(badge.id); });
        ImportDialog *dialog = imported(bench, path);
        QVERIFY(dialog);
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 2"_s)->click();
        QTRY_VERIFY(bench.id("Apex 2026") && bench.id("Lightning Reply"));
        QVERIFY(!before.contains(bench.id("Apex 2026")));
        const QString key = DesignStore::keyOf(bench.id("Apex 2026"));
        QTRY_VERIFY(store.read(key, Stage::InUse)); // has() remembers
        QCOMPARE(store.read(key, Stage::InUse)->layers, design.layers);
        // The picture that came with it is the one that it was drawn to.
        QTRY_VERIFY(store.isDesignOf(key, *bench.forum->catalogue.findByName(u"Apex 2026"_s)));
        Badge other = *bench.forum->catalogue.findByName(u"Apex 2026"_s);
        other.imageUrl.clear();
        QVERIFY(store.picture(key) && !store.isDesignOf(key, other));
        QVERIFY(!store.has(DesignStore::keyOf(bench.id("Lightning Reply")), Stage::InUse));
        QCOMPARE(store.keys(u"plan-"_s), QStringList());
        dialog->close();
    }

    void aDesignIsTakenOverWhereTheBadgeIsTheSame()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        artwork::BadgeDesign design = artwork::startDesign(kGold);
        design.layers.last().turn = 33;
        const QStringList names{u"Apex 2026"_s, u"Karaoke Night"_s};
        QStringList keys;
        for (const QString &name : names) {
            keys << DesignStore::keyOf(bench.forum->catalogue.findByName(name)->id);
            QVERIFY(store.keep(keys.last(), Stage::InUse, design));
        }
        QVERIFY(store.keep(DesignStore::keyOf(bench.id("Problem Solver")), Stage::InUse, design));
        choose(bench, {names.first(), names.last(), u"Problem Solver"_s, u"Lightning Reply"_s});
        const QString path = bench.folder.filePath(u"two.badges.zip"_s);
        bench.ask.nextChoice = 0;
        bench.ask.nextSavePath = path;
        action(bench, u"Export…"_s)->trigger();
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(action(bench, u"Export…"_s)->isEnabled());

        const auto noticed = [](ImportDialog *dialog) {
            const auto notices = dialog->findChildren<Notice *>();
            for (Notice *one : notices) {
                if (one->isVisible() && one->sentence().contains(u"design"_s))
                    return one;
            }
            return static_cast<Notice *>(nullptr);
        };
        // All but one are here: nothing is offered of the others.
        store.remove(DesignStore::keyOf(bench.id("Problem Solver")), Stage::InUse);
        ImportDialog *dialog = imported(bench, path);
        QVERIFY(dialog);
        QTRY_VERIFY(noticed(dialog));
        QVERIFY2(noticed(dialog)->sentence().startsWith(u"1 of these badges"_s), qPrintable(noticed(dialog)->sentence()));
        for (int row = 0; row < rowsOf(dialog)->rowCount(); ++row) {
            dialog->findChild<TableView *>()->selectRow(row);
            QCOMPARE(buttonWith(dialog, u"Take over the design"_s) != nullptr, cell(dialog, row, Column::NameColumn) == u"Problem Solver"_s);
        }
        buttonWith(noticed(dialog), u"Take over"_s)->click();
        QVERIFY(!noticed(dialog));
        dialog->close();

        // One is not here, of the other there is another.
        store.remove(keys.first(), Stage::InUse);
        artwork::BadgeDesign mine = design;
        mine.layers.last().turn = 12;
        QVERIFY(store.keep(keys.last(), Stage::InUse, mine));
        dialog = imported(bench, path);
        QVERIFY(dialog);
        QTRY_VERIFY(noticed(dialog));
        QVERIFY2(noticed(dialog)->sentence().startsWith(u"1 of these badges"_s), qPrintable(noticed(dialog)->sentence()));
        shootDialog(dialog, u"designs"_s);
        const int written = bench.forum->count(u"badge-"_s) + bench.forum->count(u"upload"_s);
        int row = 0;
        while (cell(dialog, row, Column::NameColumn) != names.first())
            ++row;
        QCOMPARE(cell(dialog, row, Column::StateColumn), u"Same"_s);
        buttonWith(noticed(dialog), u"Take over"_s)->click();
        QCOMPARE(store.read(keys.first(), Stage::InUse)->layers, design.layers);
        QVERIFY(store.isDesignOf(keys.first(), bench.badge("Apex 2026")));
        QVERIFY(!noticed(dialog));
        QCOMPARE(store.read(keys.last(), Stage::InUse)->layers, mine.layers); // a drawing of one's own goes only on purpose
        auto *table = dialog->findChild<TableView *>();
        table->selectAll();
        bench.ask.nextYes = false;
        buttonWith(dialog, u"Take over the design"_s)->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.ask.confirmed.first().title, u"Replace 1 design(s) of this computer?"_s);
        QTest::qWait(0);
        QCOMPARE(store.read(keys.last(), Stage::InUse)->layers, mine.layers);
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Take over the design"_s)->click();
        QTRY_COMPARE(store.read(keys.last(), Stage::InUse)->layers, design.layers);
        QVERIFY(!buttonWith(dialog, u"Take over the design"_s));
        QCOMPARE(bench.forum->count(u"badge-"_s) + bench.forum->count(u"upload"_s), written); // nothing was sent
        dialog->close();
    }

    void aDesignWaitsForARunThatEndsElsewhere()
    {
        BadgesBench bench;
        const DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        artwork::SetBadge badge;
        badge.row = 4;
        badge.fields.name = u"Later"_s;
        badge.picture = artwork::SetPicture{};
        badge.picture->upload = {u"later.png"_s, png(drawnBadge(Qt::red, Qt::blue)), u"image/png"_s};
        badge.design = QJsonDocument::fromJson(artwork::designToJson(artwork::startDesign(kSilver))).object();
        ImportRow row{badge, {}, artwork::SetAction::Create};
        const runs::Plan plan = planImport(bench.forum, bench.forum->catalogue, {row}, {}, bench.clock);
        AwaitedDesigns awaited(store, bench.ledger.get());
        QVERIFY(awaited.add(plan, {row}));
        QCOMPARE(awaited.settle(bench.clock.utcNow()), QList<BadgeId>());
        QCOMPARE(store.keys(u"plan-"_s).size(), 1); // the plan may be carried out yet
        bench.forum->refuseNext(u"upload"_s, Error::of(ErrorKind::Invalid, u"not today"_s));
        const auto run = bench.runs->start(plan, bench.forum, runs::Pace::All);
        QVERIFY(run);
        QTRY_COMPARE((*run)->state(), runs::RunState::Done);
        QCOMPARE(awaited.settle(bench.clock.utcNow()), QList<BadgeId>());
        QCOMPARE(store.keys(u"plan-"_s).size(), 1); // and a failed step tried again
        (*run)->retryFailed();
        QTRY_VERIFY(bench.id("Later"));
        QTRY_COMPARE((*run)->state(), runs::RunState::Done);
        openOn(bench, "Later"); // the page looks for itself
        QVERIFY(store.has(DesignStore::keyOf(bench.id("Later")), Stage::InUse));
        QCOMPARE(store.keys(u"plan-"_s), QStringList());
    }

    void aDrawingOfOnesOwnStaysWhereThePictureDoes()
    {
        BadgesBench bench;
        DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        const QString key = DesignStore::keyOf(bench.id("Apex 2026"));
        artwork::BadgeDesign mine = artwork::startDesign(kGold);
        mine.layers.last().turn = 33;
        artwork::SetBadge badge;
        badge.row = 1;
        badge.fields.name = u"Apex 2026"_s;
        badge.fields.description = u"Another"_s;
        badge.picture = artwork::SetPicture{};
        badge.design = QJsonDocument::fromJson(artwork::designToJson(artwork::startDesign(kSilver))).object();
        ImportRow row{badge, artwork::matchOf(badge, bench.forum->catalogue, artwork::PictureSameness::Same), artwork::SetAction::Update};
        runs::Plan plan = planImport(bench.forum, bench.forum->catalogue, {row}, {}, bench.clock);
        AwaitedDesigns awaited(store, bench.ledger.get());
        QVERIFY(awaited.add(plan, {row}));
        QCOMPARE(store.keys(u"plan-"_s).size(), 1); // there is none yet
        for (const QString &waiting : store.keys(u"plan-"_s))
            store.remove(waiting, Stage::InUse);
        QVERIFY(store.keep(key, Stage::InUse, mine));
        QVERIFY(awaited.add(plan, {row}));
        QCOMPARE(store.keys(u"plan-"_s), QStringList());
        // With another picture comes another drawing.
        row.match.picture = artwork::PictureSameness::Different;
        QVERIFY(awaited.add(plan, {row}));
        QCOMPARE(store.keys(u"plan-"_s).size(), 1);
    }

    void whatIsTakenOverIsSeenOnThePage()
    {
        BadgesBench bench;
        DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        const QString key = DesignStore::keyOf(bench.id("Apex 2026"));
        artwork::BadgeDesign design = artwork::startDesign(kGold);
        design.layers.last().turn = 33;
        QVERIFY(store.keep(key, Stage::InUse, design));
        openOn(bench, "Apex 2026");
        const QString path = bench.folder.filePath(u"apex.badges.zip"_s);
        bench.ask.nextChoice = 0;
        bench.ask.nextSavePath = path;
        action(bench, u"Export…"_s)->trigger();
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(action(bench, u"Export…"_s)->isEnabled());
        store.remove(key, Stage::InUse);
        openOn(bench, "Apex 2026");
        const auto entry = [&bench](const QString &words) -> QAction * {
            const auto all = pictureSection(bench)->findChildren<QAction *>();
            const auto found = std::find_if(all.begin(), all.end(), [&words](const QAction *each) { return each->text() == words; });
            return found == all.end() ? nullptr : *found;
        };
        QTRY_VERIFY(entry(u"Draw a picture…"_s));

        ImportDialog *dialog = imported(bench, path);
        QVERIFY(dialog);
        QTRY_VERIFY(buttonWith(dialog, u"Take over"_s));
        buttonWith(dialog, u"Take over"_s)->click();
        dialog->close();
        QTRY_VERIFY(entry(u"Edit the design…"_s));
        // And opened with it, without a word of another picture.
        entry(u"Edit the design…"_s)->trigger();
        StudioDialog *studio = nullptr;
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all)
            studio = studio ? studio : qobject_cast<StudioDialog *>(widget);
        QVERIFY(studio);
        QCOMPARE(studio->model()->design().layers, design.layers);
        const auto notices = studio->findChildren<Notice *>();
        for (const Notice *one : notices)
            QVERIFY2(!one->isVisible(), qPrintable(one->sentence()));
        studio->close();
    }
};

int runImportDesignsTest(int argc, char **argv)
{
    ImportDesignsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "import_designs_test.moc"
