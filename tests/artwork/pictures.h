// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QtEndian>

/// Pictures made on the spot, so that no binary files lie about.
namespace pictures {

/// A disc with a ring, transparent outside.
inline QImage disc(const QSize &size, const QColor &inner = QColor(0x20, 0x50, 0xc8),
                   const QColor &ring = QColor(0xe7, 0xc3, 0x00))
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = std::min(size.width(), size.height()) * 0.12;
    painter.setPen(QPen(ring, pen));
    painter.setBrush(inner);
    painter.drawEllipse(QRectF(image.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
    return image;
}

/// Noise over a gradient: as hard to pack as a photo.
inline QImage photo(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 seed = 12345;
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            seed = seed * 1664525 + 1013904223;
            const int noise = int(seed >> 27);
            row[x] = qRgb(std::min(255, 255 * x / size.width() + noise), std::min(255, 255 * y / size.height() + noise),
                          100 + noise);
        }
    }
    return image;
}

inline QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return bytes;
}

inline quint32 crc(const QByteArray &bytes)
{
    quint32 c = 0xffffffff;
    for (char b : bytes) {
        c ^= quint8(b);
        for (int k = 0; k < 8; ++k)
            c = c & 1 ? 0xedb88320 ^ (c >> 1) : c >> 1;
    }
    return ~c;
}

/// A PNG whose header claims any size, with a sound checksum.
inline QByteArray pngClaiming(quint32 width, quint32 height)
{
    const auto be = [](quint32 v) {
        QByteArray b(4, '\0');
        qToBigEndian(v, b.data());
        return b;
    };
    const auto chunk = [&](const QByteArray &type, const QByteArray &data) {
        return be(quint32(data.size())) + type + data + be(crc(type + data));
    };
    const QByteArray header = be(width) + be(height) + QByteArray("\x08\x06\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", header) +
           chunk("IDAT", QByteArray::fromHex("789c030000000001")) + chunk("IEND", {});
}

/// An animated GIF of one-colour frames, 8 × 8.
inline QByteArray animatedGif(int frames)
{
    QByteArray gif("GIF89a\x08\0\x08\0\x80\0\0\xff\0\0\0\0\xff", 19);
    for (int i = 0; i < frames; ++i) {
        gif += QByteArray("\x21\xf9\x04\0\x0a\0\0\0", 8);
        gif += QByteArray("\x2c\0\0\0\0\x08\0\x08\0\0", 10);
        // 64 pixels of one index, each after a clear code so that the codes stay three bits wide.
        QByteArray codes;
        quint32 bits = 0;
        int have = 0;
        const auto put = [&](quint32 code) {
            bits |= code << have;
            have += 3;
            while (have >= 8) {
                codes += char(bits & 0xff);
                bits >>= 8;
                have -= 8;
            }
        };
        for (int p = 0; p < 64; ++p) {
            put(4);
            put(quint32(i % 2));
        }
        put(5);
        codes += char(bits & 0xff);
        gif += QByteArray("\x02", 1) + char(codes.size()) + codes + '\0';
    }
    return gif + '\x3b';
}

} // namespace pictures
