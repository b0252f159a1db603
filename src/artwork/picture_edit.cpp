// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_edit.h"

#include "artwork/pixels.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

struct PictureEditWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::PictureEdit)
};

constexpr int kLongestEdited = 3072;

} // namespace

Result<QImage> editablePixels(const CheckedPicture &picture)
{
    if (picture.animated)
        return fail(Error::refusedHere(PictureEditWords::tr(
            "This picture is animated. An edit would leave one still frame of it, so it is kept whole. Edit it in the "
            "program that made it.")));
    return scaledDown(picture.still, kLongestEdited).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage croppedTo(const QImage &image, const QRect &rect)
{
    const QRect part = rect.normalized().intersected(image.rect());
    return part.isEmpty() ? image : image.copy(part);
}

QImage turned(const QImage &image, int quarters)
{
    const int turns = (quarters % 4 + 4) % 4;
    return turns ? image.transformed(QTransform().rotate(90 * turns)) : image;
}

QImage trimmedToContent(const QImage &image)
{
    const QRect visible = visibleBounds(image);
    return visible.isEmpty() || visible == image.rect() ? image : image.copy(visible);
}

QImage cutRound(const QImage &image)
{
    const int side = std::min(image.width(), image.height());
    QImage round(side, side, QImage::Format_ARGB32_Premultiplied);
    round.setColorSpace(image.colorSpace());
    round.fill(Qt::transparent);
    QPainter painter(&round);
    painter.setRenderHint(QPainter::Antialiasing);
    QBrush brush(image);
    brush.setTransform(QTransform::fromTranslate((side - image.width()) / 2, (side - image.height()) / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawEllipse(round.rect());
    return round;
}

QImage withBorder(const QImage &image, double share)
{
    const int border = int(std::lround(std::max(image.width(), image.height()) * std::clamp(share, 0.0, 1.0)));
    if (image.isNull() || border < 1)
        return image;
    QImage wider(image.size() + QSize(2 * border, 2 * border), QImage::Format_ARGB32_Premultiplied);
    wider.fill(Qt::transparent);
    QPainter painter(&wider);
    painter.drawImage(border, border, image);
    return wider;
}

QRect viewedPart(const QSize &image, const SquareView &view)
{
    const double zoom = std::clamp(view.zoom, SquareView::kLeastZoom, SquareView::kMostZoom);
    const int side = std::max(1, int(std::lround(std::max(image.width(), image.height()) / zoom)));
    const QPointF centre(std::clamp(view.centre.x(), 0.0, 1.0) * image.width(),
                         std::clamp(view.centre.y(), 0.0, 1.0) * image.height());
    return {int(std::lround(centre.x() - side / 2.0)), int(std::lround(centre.y() - side / 2.0)), side, side};
}

QImage seenThrough(const QImage &image, const SquareView &view)
{
    const QRect part = viewedPart(image.size(), view);
    QImage square(part.size(), QImage::Format_ARGB32_Premultiplied);
    square.fill(Qt::transparent);
    QPainter painter(&square);
    painter.drawImage(-part.topLeft(), image);
    return square;
}

CheckedPicture editedPicture(const CheckedPicture &from, const QImage &image)
{
    CheckedPicture edited;
    edited.still = image;
    // It is packed as small as it can be only after preparing; until then time counts more.
    QBuffer buffer(&edited.original);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 80);
    edited.fileName = QFileInfo(from.fileName).completeBaseName() + QStringLiteral(".png");
    edited.mimeType = QStringLiteral("image/png");
    edited.format = PictureFormat::Png;
    // Where less than the file was edited, its size is said as if all of it had been: 4000 × 3000 turned is 3000 × 4000.
    const int had = std::min(std::max(from.still.width(), from.still.height()), kLongestEdited);
    const bool smaller = from.format != PictureFormat::Svg && had > 0 && std::max(from.size.width(), from.size.height()) > had;
    const double shrunk = smaller ? double(std::max(from.size.width(), from.size.height())) / had : 1;
    edited.size = QSize(int(std::lround(image.width() * shrunk)), int(std::lround(image.height() * shrunk)));
    edited.hasTransparency = holdsTransparency(image);
    return edited;
}

} // namespace badgewright::artwork
