// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stall.h"
#include "bench/until.h"
#include "ui/badge_sets/import_dialog.h"
#include "ui/kit/theme.h"
#include "ui_badges/badges_bench.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>

namespace badgewright::bench {

bool dropFigure(const Wish &wish)
{
    const int count = wish.small ? 5 : 50;
    const int side = wish.small ? 200 : 1500;
    ui::Theme theme(*qApp, ui::ThemeChoice::Light);
    test::BadgesBench bench;
    QDir folder(bench.folder.path());
    folder.mkdir(QStringLiteral("many"));
    qint64 bytes = 0;
    for (int i = 0; i < count; ++i) {
        QFile file(folder.filePath(QStringLiteral("many/badge %1.png").arg(i)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no %s", qPrintable(file.fileName()));
        bytes += file.write(test::png(test::drawnBadge(QColor::fromHsv(i * 7, 200, 200), Qt::black, {side, side})));
    }
    ui::BadgesPage *page = bench.open({1280, 800});
    auto *view = page->findChild<QTreeView *>();
    runUntil([&] { return view->isVisible() && view->model()->rowCount() > 0; });

    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder.filePath(QStringLiteral("many")))});
    const QPoint at = view->viewport()->rect().center();
    QElapsedTimer timer;
    Stall stall;
    stall.longest();
    timer.start();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &enter);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &drop);
    ui::ImportDialog *dialog = nullptr;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *one = qobject_cast<ui::ImportDialog *>(window); one && one->isVisible())
            dialog = one;
    }
    if (!dialog)
        qFatal("the pictures were not taken");
    auto *rows = dialog->findChild<QAbstractItemView *>();
    runUntil([&] { return rows->model()->rowCount() == count; });
    const qint64 took = timer.elapsed();
    const qint64 longest = stall.longest();
    dialog->close();

    const bool met = wish.small || longest <= 50;
    print(QStringLiteral("drop: %1 pictures of %2 px, %3 MB").arg(count).arg(side).arg(double(bytes) / 1e6, 0, 'f', 1),
          {{QStringLiteral("part"), QStringLiteral("takes"), QStringLiteral("longest stall")},
           {QStringLiteral("dropped, until every one is a row that can be published"), QStringLiteral("%1 ms").arg(took),
            QStringLiteral("%1 ms").arg(longest)},
           {QStringLiteral("no stall above 50 ms"), verdict(met), {}}});
    return met;
}

} // namespace badgewright::bench
