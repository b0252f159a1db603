// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_drop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace badgewright::ui {

namespace {

bool looksLikePicture(const QString &path)
{
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toLatin1();
    return QImageReader::supportedImageFormats().contains(suffix);
}

} // namespace

std::optional<PictureSource> pictureIn(const QMimeData *data)
{
    if (!data)
        return std::nullopt;
    // A file first: its bytes are better than pixels that another program decoded.
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && looksLikePicture(url.toLocalFile()))
            return PictureSource{url.toLocalFile(), {}};
    }
    if (data->hasImage()) {
        const auto image = qvariant_cast<QImage>(data->imageData());
        if (!image.isNull())
            return PictureSource{{}, image};
    }
    return std::nullopt;
}

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
        if (const std::optional<PictureSource> source = m_enabled ? pictureIn(drop->mimeData()) : std::nullopt) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            Q_EMIT hovering(type != QEvent::Drop);
            if (type == QEvent::Drop)
                Q_EMIT dropped(*source);
            return true;
        }
    } else if (type == QEvent::DragLeave) {
        Q_EMIT hovering(false);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace badgewright::ui
