// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "ui/badges/badge_pictures.h"
#include "ui/kit/notice.h"
#include "ui/studio/design_canvas.h"
#include "ui/studio/design_model.h"
#include "ui/studio/studio_dialog.h"

#include "../ui_badges/badges_bench.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>

namespace badgewright::test {

/// A forum, and the studio on one of its badges.
struct StudioBench {
    BadgesBench badges;
    ui::BadgePictures pictures{badges.forum->badges()};
    artwork::DesignStore store{badges.folder.filePath(u"designs"_s), u"forum"_s};
    ui::StudioStart start;
    std::unique_ptr<ui::StudioDialog> studio;

    StudioBench()
    {
        start.key = artwork::DesignStore::keyOf(7);
        start.badgeName = u"Apex 2026"_s;
        start.typeId = kGold;
    }
    ~StudioBench() { studio.reset(); }

    ui::PageContext context()
    {
        return {badges.forum, badges.runs.get(), &badges.clock, badges.settings.get(), &badges.ask, nullptr, badges.folder.filePath(u"designs"_s)};
    }
    ui::StudioDialog *open(QSize size = {1280, 760})
    {
        studio = std::make_unique<ui::StudioDialog>(context(), &pictures, store, start);
        studio->resize(size);
        studio->show();
        studio->activateWindow();
        (void)QTest::qWaitForWindowActive(studio.get());
        return studio.get();
    }
    const artwork::BadgeDesign &design() const { return studio->model()->design(); }
    QPushButton *button(const QString &text) const
    {
        const auto all = studio->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text && each->isVisibleTo(studio.get()))
                return each;
        }
        return nullptr;
    }
    QListWidget *layers() const { return studio->findChild<QListWidget *>(); }
    QStringList layerNames() const
    {
        QStringList names;
        for (int i = 0; i < layers()->count(); ++i)
            names << layers()->item(i)->text();
        return names;
    }
    /// The menu that is open now.
    QMenu *menu() const
    {
        const auto all = studio->findChildren<QMenu *>();
        for (QMenu *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    void chooseInMenu(const QString &text) const
    {
        QMenu *open = menu();
        QVERIFY2(open, "no menu is open");
        const auto actions = open->actions();
        for (QAction *action : actions) {
            if (action->text() == text) {
                open->close();
                action->trigger();
                studio->activateWindow();
                (void)QTest::qWaitForWindowActive(studio.get());
                return;
            }
        }
        QFAIL(qPrintable(u"no entry “%1”"_s.arg(text)));
    }
    void addLayer(const QString &text) const
    {
        button(u"Layer"_s)->click();
        chooseInMenu(text);
    }
};

inline QString notice(const StudioBench &bench)
{
    const auto *shown = bench.studio->findChild<ui::Notice *>();
    return shown->isVisible() ? shown->sentence() : QString();
}

inline void shootStudio(QWidget *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (folder.isEmpty())
        return;
    const QString ratio = window->devicePixelRatioF() > 1 ? u"-2x"_s : QString();
    window->grab().save(u"%1/studio-%2%3.png"_s.arg(folder, name, ratio));
}

} // namespace badgewright::test
