// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/pixels.h"

#include <algorithm>
#include <array>
#include <climits>
#include <unordered_map>
#include <vector>

namespace badgewright::artwork {
namespace {

constexpr size_t kChannels = 4;
using Channels = std::array<int, kChannels>; // red, green, blue, alpha; colours multiplied with alpha

Channels channelsOf(QRgb straight)
{
    const QRgb p = qPremultiply(straight);
    return {qRed(p), qGreen(p), qBlue(p), qAlpha(p)};
}

struct Shade {
    Channels value;
    int count;
};

/// A box of shades in the four-dimensional cube of colours.
struct Box {
    size_t from;
    size_t to;
    size_t widest = 0;
    double weight = 0; ///< how much would be gained by cutting it

    void measure(const std::vector<Shade> &shades)
    {
        Channels low{255, 255, 255, 255};
        Channels high{};
        double count = 0;
        for (size_t i = from; i < to; ++i) {
            for (size_t c = 0; c < kChannels; ++c) {
                low[c] = std::min(low[c], shades[i].value[c]);
                high[c] = std::max(high[c], shades[i].value[c]);
            }
            count += shades[i].count;
        }
        int span = 0;
        for (size_t c = 0; c < kChannels; ++c) {
            if (high[c] - low[c] > span) {
                span = high[c] - low[c];
                widest = c;
            }
        }
        weight = to - from < 2 ? 0 : double(span) * span * count;
    }
};

/// Median cut: the box with most to gain is cut where half of its pixels lie on either side.
std::vector<Channels> palette(std::vector<Shade> shades, int colours)
{
    std::vector<Box> boxes{{0, shades.size()}};
    boxes.front().measure(shades);
    while (int(boxes.size()) < colours) {
        const auto largest = std::max_element(boxes.begin(), boxes.end(),
                                              [](const Box &a, const Box &b) { return a.weight < b.weight; });
        if (largest->weight <= 0)
            break;
        const auto begin = shades.begin() + std::ptrdiff_t(largest->from);
        const auto end = shades.begin() + std::ptrdiff_t(largest->to);
        std::sort(begin, end,
                  [c = largest->widest](const Shade &a, const Shade &b) { return a.value[c] < b.value[c]; });
        double half = 0;
        for (auto it = begin; it != end; ++it)
            half += it->count;
        half /= 2;
        auto cut = begin;
        for (double sum = 0; cut != end - 1 && sum < half; ++cut)
            sum += cut->count;
        cut = std::clamp(cut, begin + 1, end - 1);
        Box upper{size_t(cut - shades.begin()), largest->to};
        largest->to = upper.from;
        largest->measure(shades);
        upper.measure(shades);
        boxes.push_back(upper);
    }
    std::vector<Channels> means;
    for (const Box &box : boxes) {
        std::array<double, kChannels> sum{};
        double count = 0;
        for (size_t i = box.from; i < box.to; ++i) {
            for (size_t c = 0; c < kChannels; ++c)
                sum[c] += double(shades[i].value[c]) * shades[i].count;
            count += shades[i].count;
        }
        Channels mean{};
        for (size_t c = 0; c < kChannels; ++c)
            mean[c] = int(sum[c] / count + 0.5);
        means.push_back(mean);
    }
    return means;
}

class Nearest
{
public:
    explicit Nearest(std::vector<Channels> palette)
        : m_palette(std::move(palette))
    {
    }
    size_t size() const { return m_palette.size(); }
    const Channels &colour(size_t index) const { return m_palette[index]; }
    size_t index(const Channels &wanted)
    {
        unsigned key = 0;
        for (int v : wanted)
            key = key << 8 | unsigned(v);
        const auto known = m_known.find(key);
        if (known != m_known.end())
            return known->second;
        size_t best = 0;
        int bestDistance = INT_MAX;
        for (size_t i = 0; i < m_palette.size(); ++i) {
            int distance = 0;
            for (size_t c = 0; c < kChannels; ++c) {
                const int d = wanted[c] - m_palette[i][c];
                distance += d * d;
            }
            if (distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        m_known.emplace(key, best);
        return best;
    }

private:
    std::vector<Channels> m_palette;
    std::unordered_map<unsigned, size_t> m_known;
};

} // namespace

QImage quantised(const QImage &image, int colours)
{
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
    std::unordered_map<QRgb, int> counts;
    for (int y = 0; y < argb.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x)
            ++counts[qAlpha(row[x]) ? row[x] : 0];
    }
    std::vector<Shade> shades;
    shades.reserve(counts.size());
    for (const auto &[rgb, count] : counts)
        shades.push_back({channelsOf(rgb), count});
    // The order of a hash table differs from run to run; pictures must not.
    std::sort(shades.begin(), shades.end(), [](const Shade &a, const Shade &b) { return a.value < b.value; });
    const bool dither = int(shades.size()) > colours;
    Nearest nearest(palette(std::move(shades), std::clamp(colours, 2, 256)));

    QImage result(argb.size(), QImage::Format_Indexed8);
    QList<QRgb> table;
    for (size_t i = 0; i < nearest.size(); ++i) {
        const Channels &c = nearest.colour(i);
        table.append(qUnpremultiply(qRgba(std::min(c[0], c[3]), std::min(c[1], c[3]), std::min(c[2], c[3]), c[3])));
    }
    result.setColorTable(table);

    // Errors go on to the right and to the next row (Floyd and Steinberg); none into what cannot be seen.
    const auto width = size_t(argb.width());
    std::vector<std::array<int, kChannels>> now(width + 2);
    std::vector<std::array<int, kChannels>> next(width + 2);
    for (int y = 0; y < argb.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        uchar *out = result.scanLine(y);
        std::fill(next.begin(), next.end(), Channels{});
        for (size_t x = 0; x < width; ++x) {
            Channels wanted = channelsOf(row[x]);
            const bool hidden = wanted[3] == 0;
            for (size_t c = 0; c < kChannels && dither && !hidden; ++c)
                wanted[c] = std::clamp(wanted[c] + now[x + 1][c] / 16, 0, 255);
            const size_t index = nearest.index(wanted);
            out[x] = uchar(index);
            if (hidden)
                continue;
            for (size_t c = 0; c < kChannels; ++c) {
                const int error = wanted[c] - nearest.colour(index)[c];
                now[x + 2][c] += error * 7;
                next[x][c] += error * 3;
                next[x + 1][c] += error * 5;
                next[x + 2][c] += error;
            }
        }
        std::swap(now, next);
    }
    return result;
}

} // namespace badgewright::artwork
