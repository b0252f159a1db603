// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges_bench.h"

#include "ui/badge_sets/import_dialog.h"
#include "ui/badge_sets/import_list_model.h"
#include "ui/kit/table_view.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>

// Badges by the dozen, dropped on the page.

namespace badgewright::test {

using namespace badgewright::ui;
using Column = ImportListModel::Column;

inline ImportDialog *dialogOf(const BadgesBench &)
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        auto *dialog = qobject_cast<ImportDialog *>(widget);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

inline bool dropOn(QWidget *onto, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint at = onto->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &drop);
    return drop.isAccepted();
}

inline void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

inline QAction *action(const BadgesBench &bench, const QString &text)
{
    for (QAction *one : bench.page->commands()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

inline QPushButton *buttonWith(QWidget *root, const QString &beginning)
{
    for (auto *one : root->findChildren<QPushButton *>()) {
        if (one->text().startsWith(beginning) && one->isVisible())
            return one;
    }
    return nullptr;
}

inline QAbstractItemModel *rowsOf(ImportDialog *dialog)
{
    return dialog->findChild<TableView *>()->model();
}

/// How a row stands when the run is over and all is compared anew; until then "under way".
inline QString stateAfter(ImportDialog *dialog, int row)
{
    const QModelIndex index = rowsOf(dialog)->index(row, Column::StateColumn);
    const bool over = index.siblingAtColumn(Column::NameColumn).flags() & Qt::ItemIsEditable;
    return over ? index.data().toString() : QStringLiteral("under way");
}
inline QString cell(ImportDialog *dialog, int row, Column column)
{
    return rowsOf(dialog)->index(row, column).data().toString();
}

inline QString about(ImportDialog *dialog, int row)
{
    return rowsOf(dialog)->index(row, Column::StateColumn).data(Qt::ToolTipRole).toString();
}

inline bool type(ImportDialog *dialog, int row, Column column, const QString &text)
{
    return rowsOf(dialog)->setData(rowsOf(dialog)->index(row, column), text);
}

/// These badges of the list, as by clicks with Ctrl.
inline void choose(BadgesBench &bench, const QStringList &names)
{
    auto *view = bench.page->findChild<QTreeView *>();
    view->selectionModel()->clearSelection();
    for (int heading = 0; heading < view->model()->rowCount(); ++heading) {
        const QModelIndex parent = view->model()->index(heading, 0);
        for (int row = 0; row < view->model()->rowCount(parent); ++row) {
            const QModelIndex index = view->model()->index(row, 0, parent);
            if (names.contains(index.data().toString()))
                view->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
}

/// What the forum will do to each of the rows is known.
inline bool isJudged(ImportDialog *dialog)
{
    auto *flow = dialog->findChild<ImportFlow *>();
    return QTest::qWaitFor([flow] { return flow->isJudged(); }, 60000);
}

/// By the menu; the rows read.
inline ImportDialog *imported(BadgesBench &bench, const QString &path)
{
    bench.ask.nextChoice = 0;
    bench.ask.nextOpenPath = path;
    action(bench, u"Import…"_s)->trigger();
    if (!QTest::qWaitFor([&] { return dialogOf(bench); }))
        return nullptr;
    ImportDialog *dialog = dialogOf(bench);
    return QTest::qWaitFor([dialog] { return dialog->findChild<TableView *>()->isVisible(); }, 20000) && isJudged(dialog) ? dialog : nullptr;
}

/// The page with these files dropped on its list, and the rows read.
inline ImportDialog *dropped(BadgesBench &bench, const QStringList &paths)
{
    openOn(bench, "Apex 2026");
    if (!dropOn(bench.page->findChild<QTreeView *>()->viewport(), paths))
        return nullptr;
    ImportDialog *dialog = dialogOf(bench);
    if (dialog && !(QTest::qWaitFor([dialog] { return dialog->findChild<TableView *>()->isVisible(); }, 20000) && isJudged(dialog)))
        return nullptr;
    return dialog;
}

inline QString aTable(const BadgesBench &bench)
{
    put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
    const QString path = bench.folder.filePath(u"badges.csv"_s);
    put(path, "Name,Description,Picture,Type,Grouping\nBee Keeper,Keeps bees,bee.png,gold,Orchard\nFirst Seed,Sowed,bee.png,,\nWasp,,wasp.png,,\n"
              "Moth,,bee.png,lead,\nApex 2026,Another description,,gold,\n");
    return path;
}

inline void shootDialog(ImportDialog *dialog, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        dialog->grab().save(u"%1/import-%2.png"_s.arg(folder, name));
}

} // namespace badgewright::test
