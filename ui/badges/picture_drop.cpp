// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_drop.h"

#include <QDropEvent>
#include <QWidget>

namespace badgewright::ui {

void PictureDrop::watch(QWidget *root)
{
    root->setAcceptDrops(true);
    root->installEventFilter(this);
    const auto children = root->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->acceptDrops())
            child->installEventFilter(this);
    }
}

bool PictureDrop::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (m_enabled && holdsPicture(drop->mimeData())) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            Q_EMIT hovering(type != QEvent::Drop);
            if (type != QEvent::Drop)
                return true;
            if (const std::optional<PictureSource> source = pictureIn(drop->mimeData()))
                Q_EMIT dropped(*source);
            return true;
        }
    } else if (type == QEvent::DragLeave) {
        Q_EMIT hovering(false);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace badgewright::ui
