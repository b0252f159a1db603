// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_check.h"
#include "artwork/picture_prepare.h"
#include "artwork/pictures.h"
#include "bench/figure.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

namespace badgewright::bench {

namespace {

constexpr int kSide = 512;

struct Made {
    QList<qint64> milliseconds;
    QByteArray png;
    bool there() const { return !milliseconds.isEmpty(); }
    qint64 median() const
    {
        QList<qint64> sorted = milliseconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(sorted.size() / 2);
    }
};

/// From the file to the bytes that are uploaded, as the window does it.
void makeOurs(const QString &photo, const artwork::PrepareOptions &options, Made *made)
{
    QElapsedTimer timer;
    timer.start();
    const Result<artwork::CheckedPicture> checked = artwork::checkPictureFile(photo);
    if (!checked)
        qFatal("%s", qPrintable(checked.error().detail));
    const Result<artwork::PreparedPicture> prepared = artwork::preparePicture(*checked, options);
    if (!prepared)
        qFatal("%s", qPrintable(prepared.error().detail));
    made->milliseconds.append(timer.elapsed());
    made->png = prepared->picture.bytes;
}

/// The same as a whole program: upright, fitted, in the middle of a transparent square.
void makeTheirs(const QString &program, const QStringList &reading, const QStringList &writing, const QString &photo, Made *made)
{
    const QString out = photo + QStringLiteral(".theirs.png");
    QStringList arguments = reading;
    const QString size = QStringLiteral("%1x%1").arg(kSide);
    arguments << photo << QStringLiteral("-auto-orient") << QStringLiteral("-resize") << size << QStringLiteral("-background")
              << QStringLiteral("none") << QStringLiteral("-gravity") << QStringLiteral("center") << QStringLiteral("-extent") << size
              << QStringLiteral("-strip") << writing << QStringLiteral("PNG:") + out;
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        qFatal("%s could not do it: %s", qPrintable(program), process.readAllStandardError().constData());
    made->milliseconds.append(timer.elapsed());
    QFile file(out);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(out));
    made->png = file.readAll();
}

/// How far two pictures are apart where they can be seen, in decibels: above 30 few people tell them apart.
double peakSignalToNoise(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 0;
    const QImage left = a.convertToFormat(QImage::Format_ARGB32);
    const QImage right = b.convertToFormat(QImage::Format_ARGB32);
    double sum = 0;
    qint64 count = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const QRgb p = left.pixel(x, y);
            const QRgb q = right.pixel(x, y);
            if (qAlpha(p) < 255 || qAlpha(q) < 255)
                continue;
            for (const int d : {qRed(p) - qRed(q), qGreen(p) - qGreen(q), qBlue(p) - qBlue(q)})
                sum += d * d;
            count += 3;
        }
    }
    return sum > 0 && count ? 10 * std::log10(255.0 * 255.0 * count / sum) : 99;
}

/// Soft shapes with grain and sharp edges, as a camera gives them.
QImage likeAPhoto(const QSize &size)
{
    QImage image = pictures::photo(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.6);
    for (int i = 0; i < 60; ++i) {
        painter.setBrush(QColor::fromHsv(i * 53 % 360, 120 + i, 80 + i * 2));
        painter.setPen(QPen(Qt::black, i % 7));
        painter.drawEllipse(QPointF(size.width() * (i * 37 % 100) / 100.0, size.height() * (i * 61 % 100) / 100.0), size.width() / (8.0 + i),
                            size.height() / (6.0 + i));
    }
    return image;
}

} // namespace

bool photoFigure(const Wish &wish)
{
    QTemporaryDir folder;
    const QString photo = folder.filePath(QStringLiteral("photo.jpg"));
    QFile file(photo);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no %s", qPrintable(photo));
    const QSize size = wish.small ? QSize(800, 600) : QSize(4000, 3000);
    file.write(pictures::encoded(likeAPhoto(size), "jpeg", 92));
    file.close();

    QString program = QStandardPaths::findExecutable(QStringLiteral("magick"));
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(QStringLiteral("convert"));
    Made ours;
    Made heavy;
    artwork::PrepareOptions anyWeight;
    anyWeight.wantedBytes = anyWeight.maxBytes = 100'000'000;
    Made plain;
    Made hinted;
    Made few;
    const QStringList hint{QStringLiteral("-define"), QStringLiteral("jpeg:size=1024x1024")};
    // By turns, so that whatever else the machine does befalls all of them.
    for (int i = 0; i < (wish.small ? 1 : 7); ++i) {
        makeOurs(photo, {}, &ours);
        makeOurs(photo, anyWeight, &heavy);
        if (program.isEmpty())
            continue;
        makeTheirs(program, {}, {}, photo, &plain);
        makeTheirs(program, hint, {}, photo, &hinted);
        makeTheirs(program, hint, {QStringLiteral("-colors"), QStringLiteral("256")}, photo, &few);
    }

    QList<QStringList> table{{QStringLiteral("way"), QStringLiteral("median"), QStringLiteral("file"), QStringLiteral("against our 512 px")}};
    const QImage still = QImage::fromData(heavy.png);
    const auto row = [&](const QString &name, const Made &made) {
        if (!made.there())
            return;
        const QImage image = QImage::fromData(made.png);
        const bool other = &made != &heavy && image.size() == still.size();
        table.append({name, QStringLiteral("%1 ms").arg(made.median()), QStringLiteral("%1 px, %2 kB").arg(image.width()).arg(made.png.size() / 1000.0, 0, 'f', 1),
                      other ? QStringLiteral("%1 dB").arg(peakSignalToNoise(still, image), 0, 'f', 1) : QString()});
    };
    row(QStringLiteral("ours: below 75 kB, as the window makes it"), ours);
    row(QStringLiteral("ours, of whatever weight: 512 px"), heavy);
    row(QStringLiteral("ImageMagick"), plain);
    row(QStringLiteral("ImageMagick, told that a small size will do"), hinted);
    row(QStringLiteral("the same with 256 colours"), few);
    const bool light = ours.png.size() <= 75'000;
    const bool met = wish.small ? light : light && plain.there() && std::max(ours.median(), heavy.median()) <= plain.median();
    table.append({QStringLiteral("not slower than ImageMagick, below 75 kB"),
                  !wish.small && program.isEmpty() ? QStringLiteral("ImageMagick is not installed") : verdict(met)});
    print(QStringLiteral("photo: %1 × %2 JPEG to a badge of 512 px").arg(size.width()).arg(size.height()), table);
    return met;
}

} // namespace badgewright::bench
