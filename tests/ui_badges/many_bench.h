// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges_bench.h"

#include "ui/badges/bulk_editor.h"
#include "ui/kit/notice.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>

namespace badgewright::test {

inline QAction *command(const BadgesBench &bench, const QString &beginning)
{
    for (QAction *action : bench.page->commands()) {
        if (action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

inline QString result(const BadgesBench &bench)
{
    const auto *notice = bench.find<ui::Notice>("publishResult");
    return notice->isVisible() ? notice->sentence() : QString();
}

/// The foot's.
inline QString words(const BadgesBench &bench)
{
    return bench.find<QLabel>("publishWords")->text();
}

inline QString said(const BadgesBench &bench)
{
    for (auto *notice : bench.page->findChildren<ui::Notice *>()) {
        if (notice->isVisible())
            return notice->sentence();
    }
    return {};
}

/// Chooses badges together, as with the mouse and Ctrl.
inline void chooseAll(const BadgesBench &bench, const QList<const char *> &names)
{
    auto *view = bench.page->findChild<QTreeView *>();
    view->selectionModel()->clearSelection();
    for (const char *name : names) {
        for (int group = 0; group < view->model()->rowCount(); ++group) {
            const QModelIndex heading = view->model()->index(group, 0);
            for (int row = 0; row < view->model()->rowCount(heading); ++row) {
                const QModelIndex index = view->model()->index(row, 0, heading);
                if (index.data().toString() == QLatin1String(name))
                    view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::Select);
            }
        }
    }
}

inline ui::BulkEditor *bulk(const BadgesBench &bench)
{
    return bench.page->findChild<ui::BulkEditor *>();
}

inline QCheckBox *box(const BadgesBench &bench, const char *field)
{
    return bulk(bench)->findChild<QCheckBox *>(u"bulk_"_s + QLatin1String(field));
}

inline void pick(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(box->findData(value));
    Q_EMIT box->activated(box->currentIndex());
}

inline Badge *stored(BadgesBench &bench, const char *name)
{
    const BadgeId id = bench.id(name);
    for (Badge &badge : bench.forum->catalogue.badges) {
        if (badge.id == id)
            return &badge;
    }
    return nullptr;
}


} // namespace badgewright::test
