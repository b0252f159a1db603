// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/pictures.h"

#include "sample/glyphs.h"
#include "sample/text.h"

#include <QBuffer>
#include <QColor>
#include <QCryptographicHash>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace badgewright::sample {

namespace {

std::string encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes.toStdString();
}

QImage canvas(int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

// Letters of five by seven dots: text from a font would need a running QGuiApplication.
constexpr std::array<const char *, 36> letterDots = {
    "01110 10001 10001 11111 10001 10001 10001", "11110 10001 10001 11110 10001 10001 11110", "01110 10001 10000 10000 10000 10001 01110",
    "11110 10001 10001 10001 10001 10001 11110", "11111 10000 10000 11110 10000 10000 11111", "11111 10000 10000 11110 10000 10000 10000",
    "01110 10001 10000 10111 10001 10001 01111", "10001 10001 10001 11111 10001 10001 10001", "01110 00100 00100 00100 00100 00100 01110",
    "00111 00010 00010 00010 00010 10010 01100", "10001 10010 10100 11000 10100 10010 10001", "10000 10000 10000 10000 10000 10000 11111",
    "10001 11011 10101 10101 10001 10001 10001", "10001 11001 10101 10011 10001 10001 10001", "01110 10001 10001 10001 10001 10001 01110",
    "11110 10001 10001 11110 10000 10000 10000", "01110 10001 10001 10001 10101 10010 01101", "11110 10001 10001 11110 10100 10010 10001",
    "01111 10000 10000 01110 00001 00001 11110", "11111 00100 00100 00100 00100 00100 00100", "10001 10001 10001 10001 10001 10001 01110",
    "10001 10001 10001 10001 10001 01010 00100", "10001 10001 10001 10101 10101 10101 01010", "10001 10001 01010 00100 01010 10001 10001",
    "10001 10001 01010 00100 00100 00100 00100", "11111 00001 00010 00100 01000 10000 11111", "01110 10011 10101 10101 10101 11001 01110",
    "00100 01100 00100 00100 00100 00100 01110", "01110 10001 00001 00110 01000 10000 11111", "11110 00001 00001 01110 00001 00001 11110",
    "00010 00110 01010 10010 11111 00010 00010", "11111 10000 11110 00001 00001 10001 01110", "01110 10000 11110 10001 10001 10001 01110",
    "11111 00001 00010 00100 01000 01000 01000", "01110 10001 10001 01110 10001 10001 01110", "01110 10001 10001 01111 00001 00001 01110"};

QRgb typeColour(int type)
{
    return type == 1 ? 0xFFE7C300 : type == 2 ? 0xFFC0C0C0 : 0xFFCD7F32;
}

} // namespace

std::string drawBadge(const std::string &glyph, int type, std::uint32_t colour)
{
    QImage image = canvas(512);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(typeColour(type)));
    painter.drawPath(starPath(256, 256, 252, 212, 12));
    painter.setBrush(QColor::fromRgb(0xFF000000 | colour));
    painter.drawEllipse(QPointF(256, 256), 186, 186);
    painter.setBrush(Qt::white);
    painter.translate(132, 132);
    painter.scale(248.0 / 512, 248.0 / 512);
    painter.drawPath(glyphPath(glyph));
    painter.end();
    return encoded(image, "PNG", 80);
}

std::string drawLetter(const std::string &letter, const std::string &colour, int size)
{
    QImage image(size, size, QImage::Format_RGB32);
    QColor ground(QStringLiteral("#") + q(colour));
    image.fill(ground.isValid() ? ground : QColor(0x55, 0x66, 0x77));
    const QString plain = q(letter).normalized(QString::NormalizationForm_KD).toLower();
    const char32_t c = plain.isEmpty() ? U'x' : plain.at(0).unicode();
    const char *dots = c >= U'a' && c <= U'z' ? letterDots[c - U'a'] : c >= U'0' && c <= U'9' ? letterDots[26 + c - U'0'] : letterDots[14];
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double dot = size * 0.085;
    const double left = size / 2.0 - dot * 2.5;
    const double top = size / 2.0 - dot * 3.5;
    for (int row = 0; row < 7; ++row)
        for (int column = 0; column < 5; ++column)
            if (dots[row * 6 + column] == '1')
                painter.fillRect(QRectF(left + column * dot, top + row * dot, dot * 1.02, dot * 1.02), Qt::white);
    painter.end();
    return encoded(image, "PNG");
}

std::string drawPortrait(int person, int size)
{
    const auto seed = static_cast<std::uint32_t>(person);
    const int hue = static_cast<int>(mix(seed, 81) % 360);
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(hue, 60, 235));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.scale(size / 100.0, size / 100.0);
    // Shoulders, head, hair or hat.
    painter.setBrush(QColor::fromHsv((hue + 140 + static_cast<int>(mix(seed, 82) % 80)) % 360, 140, 170));
    painter.drawEllipse(QPointF(50, 104), 42, 34);
    painter.setBrush(QColor::fromHsv(20 + static_cast<int>(mix(seed, 83) % 14), 60 + static_cast<int>(mix(seed, 84) % 120), 240 - static_cast<int>(mix(seed, 85) % 130)));
    painter.drawEllipse(QPointF(50, 46), 22, 26);
    painter.setBrush(QColor::fromHsv(static_cast<int>(mix(seed, 86) % 50), 150, 40 + static_cast<int>(mix(seed, 87) % 150)));
    QPainterPath hair;
    hair.addEllipse(QPointF(50, 38), 25, 25);
    QPainterPath face;
    face.addRect(0, mix(seed, 88) % 2 == 0 ? 36 : 40, 100, 60);
    painter.drawPath(hair.subtracted(face));
    if (mix(seed, 89) % 3 == 0) {
        painter.setBrush(QColor::fromHsv((hue + 40) % 360, 120, 190));
        painter.drawRoundedRect(QRectF(20, 30, 60, 7), 3, 3);
        painter.drawRoundedRect(QRectF(32, 12, 36, 20), 8, 8);
    }
    painter.end();
    return encoded(image, "PNG");
}

std::string drawLogo(int size)
{
    QImage image = canvas(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x2E, 0x8B, 0x57));
    painter.drawRoundedRect(0, 0, size, size, size / 6.0, size / 6.0);
    painter.setBrush(Qt::white);
    painter.translate(size * 0.14, size * 0.14);
    painter.scale(size * 0.72 / 512, size * 0.72 / 512);
    painter.drawPath(glyphPath("seedling"));
    painter.end();
    return encoded(image, "PNG");
}

std::string sha1Of(const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Sha1).toHex().toStdString();
}

std::string hexColour(std::uint32_t rgb)
{
    return s(QStringLiteral("%1").arg(rgb & 0xFFFFFF, 6, 16, QLatin1Char('0')).toUpper());
}

std::optional<Measured> measure(const std::string &bytes, bool keepPng)
{
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    Measured result;
    result.format = QString::fromLatin1(reader.format()).toStdString();
    const QSize size = reader.size(); // by the header alone: a cut picture passes, as on a real forum
    if (result.format.empty() || !size.isValid())
        return std::nullopt;
    result.width = size.width();
    result.height = size.height();
    result.content = bytes;
    reader.setAutoTransform(true);
    const QImage image = static_cast<qint64>(size.width()) * size.height() > 60'000'000 ? QImage() : reader.read();
    if (image.isNull())
        return result;
    result.width = image.width();
    result.height = image.height();
    result.colour = hexColour(image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixel(0, 0));
    if (result.format == "png" && !keepPng && static_cast<qint64>(size.width()) * size.height() > 1280LL * 720) {
        QImage flat(image.size(), QImage::Format_RGB32);
        flat.fill(Qt::white);
        QPainter painter(&flat);
        painter.drawImage(0, 0, image);
        painter.end();
        std::string jpeg = encoded(flat, "JPEG", 95);
        const auto saved = static_cast<qint64>(bytes.size()) - static_cast<qint64>(jpeg.size());
        if (saved >= 75'000 && saved * 100 >= static_cast<qint64>(bytes.size()) * 30) {
            result.content = std::move(jpeg);
            result.format = "jpeg";
            result.converted = true;
        }
    }
    return result;
}

} // namespace badgewright::sample
