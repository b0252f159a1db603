// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace badgewright::artwork {
namespace {

using Matrix = std::array<float, 9>;

constexpr Matrix kUsual{1, 0, 0, 0, 1, 0, 0, 0, 1};
constexpr Matrix kRedBlind{0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F, 0.099216F, -0.003882F, -0.048116F, 1.051998F};
constexpr Matrix kGreenBlind{0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F, 0.047413F, -0.011820F, 0.042940F, 0.968881F};
constexpr Matrix kBlueBlind{1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F, 0.147602F, 0.004733F, 0.691367F, 0.303900F};
constexpr Matrix kGrey{0.2126F, 0.7152F, 0.0722F, 0.2126F, 0.7152F, 0.0722F, 0.2126F, 0.7152F, 0.0722F};

const Matrix &matrixOf(Vision vision)
{
    switch (vision) {
    case Vision::Usual:
        break;
    case Vision::RedBlind:
        return kRedBlind;
    case Vision::GreenBlind:
        return kGreenBlind;
    case Vision::BlueBlind:
        return kBlueBlind;
    case Vision::Grey:
        return kGrey;
    }
    return kUsual;
}

/// A page has millions of pixels: both ways by tables.
constexpr int kSteps = 4096;

const std::array<float, 256> &linearTable()
{
    static const std::array<float, 256> table = [] {
        std::array<float, 256> t{};
        for (int i = 0; i < 256; ++i) {
            const double v = i / 255.0;
            t[size_t(i)] = float(v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
        }
        return t;
    }();
    return table;
}

const std::array<uchar, kSteps + 1> &screenTable()
{
    static const std::array<uchar, kSteps + 1> table = [] {
        std::array<uchar, kSteps + 1> t{};
        for (int i = 0; i <= kSteps; ++i) {
            const double v = double(i) / kSteps;
            t[size_t(i)] = uchar(std::lround(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055)));
        }
        return t;
    }();
    return table;
}

} // namespace

QImage seenWith(const QImage &image, Vision vision)
{
    if (vision == Vision::Usual || image.isNull())
        return image;
    const Matrix &m = matrixOf(vision);
    const auto &linear = linearTable();
    const auto &screen = screenTable();
    const auto shown = [&screen](float v) { return int(screen[size_t(std::clamp(v, 0.0F, 1.0F) * kSteps + 0.5F)]); };
    QImage seen = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    QRgb before = 0;
    QRgb after = 0;
    bool first = true;
    for (int y = 0; y < seen.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(seen.scanLine(y));
        for (int x = 0; x < seen.width(); ++x) {
            // Most pixels of a page look like their neighbour.
            if (first || row[x] != before) {
                before = row[x];
                first = false;
                const float r = linear[size_t(qRed(before))];
                const float g = linear[size_t(qGreen(before))];
                const float b = linear[size_t(qBlue(before))];
                after = qRgba(shown(m[0] * r + m[1] * g + m[2] * b), shown(m[3] * r + m[4] * g + m[5] * b),
                              shown(m[6] * r + m[7] * g + m[8] * b), qAlpha(before));
            }
            row[x] = after;
        }
    }
    return seen;
}

} // namespace badgewright::artwork
