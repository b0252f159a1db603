// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/notice.h"
#include "ui/studio/design_model.h"
#include "ui/studio/studio_dialog.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

// What is dropped on the studio: drawings become layers, a design is opened.

namespace badgewright::ui {

namespace {

const QString kSvgType = QStringLiteral("image/svg+xml");

bool hasEnding(const QString &path, const char *ending)
{
    return QFileInfo(path).suffix().compare(QLatin1String(ending), Qt::CaseInsensitive) == 0;
}

} // namespace

void StudioDialog::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *mime = event->mimeData();
    // What cannot be used is taken too, so that it can be said why.
    if (!mime->hasUrls() && !mime->hasImage() && !mime->hasFormat(kSvgType))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void StudioDialog::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QMimeData *mime = event->mimeData();
    QStringList paths;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        takeFiles(paths);
    else if (mime->hasFormat(kSvgType))
        takeDropped([this, svg = mime->data(kSvgType)] { takeSymbol(tr("drawing"), svg, true, false); });
    else
        sayNoLayer(tr("That"));
}

void StudioDialog::takeFiles(const QStringList &paths)
{
    QStringList unfit;
    for (const QString &path : paths) {
        if (hasEnding(path, "svg"))
            takeDropped([this, path] { readSvg(path, false); });
        else if (hasEnding(path, "json"))
            readDesign(path);
        else
            unfit << tr("“%1”").arg(QFileInfo(path).fileName());
    }
    if (!unfit.isEmpty())
        sayNoLayer(unfit.join(tr(", ")));
}

void StudioDialog::takeDropped(const std::function<void()> &take)
{
    if (m_model->canAdd())
        take();
    else
        complain(tr("A design has at most %1 layers.").arg(artwork::design_limits::kMostLayers));
}

void StudioDialog::sayNoLayer(const QString &what)
{
    m_notice->say(Tone::Look, tr("%1 cannot be a layer: only SVG drawings can. To give the badge this picture as it is, drop it on the badge.").arg(what));
}

} // namespace badgewright::ui
