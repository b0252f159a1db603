// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/badge_files_drop.h"

#include "ui/badge_sets/import_plan.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace badgewright::ui {

QStringList BadgeFilesDrop::filesIn(const QMimeData *data)
{
    QStringList paths;
    if (!data || !data->hasUrls())
        return paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && mayHoldBadges(url.toLocalFile()))
            paths << url.toLocalFile();
    }
    return paths;
}

void BadgeFilesDrop::watch(QWidget *root)
{
    root->setAcceptDrops(true);
    root->installEventFilter(this);
    const auto children = root->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->acceptDrops())
            child->installEventFilter(this);
    }
}

bool BadgeFilesDrop::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (m_enabled && (type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop)) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (const QStringList paths = filesIn(drop->mimeData()); !paths.isEmpty()) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            if (type == QEvent::Drop)
                Q_EMIT dropped(paths);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace badgewright::ui
