// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/pixels.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace badgewright::artwork {
namespace {

constexpr int kBarelyVisible = 8; // opacity of 255 that antialiasing leaves at the very edge

QImage with32Bits(const QImage &image)
{
    return image.format() == QImage::Format_ARGB32 ? image : image.convertToFormat(QImage::Format_ARGB32);
}

const QRgb *rowOf(const QImage &image, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

} // namespace

QRect visibleBounds(const QImage &image)
{
    if (image.isNull() || !image.hasAlphaChannel())
        return image.rect();
    const QImage argb = with32Bits(image);
    int left = argb.width();
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < argb.height(); ++y) {
        const QRgb *row = rowOf(argb, y);
        const auto visible = [](QRgb p) { return qAlpha(p) >= kBarelyVisible; };
        const QRgb *const end = row + argb.width();
        const QRgb *const first = std::find_if(row, end, visible);
        if (first == end)
            continue;
        top = top < 0 ? y : top;
        bottom = y;
        left = std::min(left, int(first - row));
        const QRgb *last = end - 1;
        while (!visible(*last))
            --last;
        right = std::max(right, int(last - row));
    }
    return bottom < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

bool holdsTransparency(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage argb = with32Bits(image);
    for (int y = 0; y < argb.height(); ++y) {
        const QRgb *row = rowOf(argb, y);
        if (std::any_of(row, row + argb.width(), [](QRgb p) { return qAlpha(p) < 255; }))
            return true;
    }
    return false;
}

QImage inTrueColour(const QImage &image)
{
    if (image.colorCount() == 0)
        return image;
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
}

QImage paddedToSquare(const QImage &image)
{
    if (image.width() == image.height())
        return image;
    const int side = std::max(image.width(), image.height());
    QImage square(side, side, QImage::Format_ARGB32_Premultiplied);
    square.setColorSpace(image.colorSpace());
    square.fill(Qt::transparent);
    QPainter painter(&square);
    painter.drawImage(QPoint((side - image.width()) / 2, (side - image.height()) / 2), image);
    return square;
}

QImage scaledDown(const QImage &image, int side)
{
    QImage small = image;
    if (std::max(image.width(), image.height()) > side)
        small = image.scaled(image.size().scaled(side, side, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)),
                             Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    // Forums strip colour profiles, so the numbers themselves must be right.
    if (small.colorSpace().isValid() && small.colorSpace() != QColorSpace(QColorSpace::SRgb)) {
        small = with32Bits(small);
        small.convertToColorSpace(QColorSpace::SRgb);
    }
    small.setColorSpace({});
    return small;
}

QByteArray pngBytes(const QImage &image, PngEffort effort)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(effort == PngEffort::Most ? 100 : 35); // zlib's 9 and 3
    if (image.format() == QImage::Format_Indexed8)
        writer.write(image);
    else
        writer.write(image.convertToFormat(holdsTransparency(image) ? QImage::Format_ARGB32 : QImage::Format_RGB888));
    return bytes;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace badgewright::artwork
