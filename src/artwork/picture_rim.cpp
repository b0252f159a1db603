// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_rim.h"

#include "artwork/contrasts.h"
#include "artwork/pixels.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace badgewright::artwork {
namespace {

constexpr double kFar = 1e12;
constexpr int kSteepest = 16; // greys tried between black and white

/// The squared distance of each place to the nearest seed, in one line: the lower envelope of parabolas (Felzenszwalb and
/// Huttenlocher, "Distance Transforms of Sampled Functions").
class LineOfDistances
{
public:
    explicit LineOfDistances(int length) : m_f(size_t(length)), m_v(size_t(length)), m_z(size_t(length) + 1) {}

    template <class Read, class Write> void run(int n, const Read &read, const Write &write)
    {
        for (int q = 0; q < n; ++q)
            m_f[size_t(q)] = read(q);
        int k = 0;
        m_v[0] = 0;
        m_z[0] = -std::numeric_limits<double>::infinity();
        m_z[1] = std::numeric_limits<double>::infinity();
        for (int q = 1; q < n; ++q) {
            double meet = meeting(q, m_v[size_t(k)]);
            while (meet <= m_z[size_t(k)]) {
                --k;
                meet = meeting(q, m_v[size_t(k)]);
            }
            ++k;
            m_v[size_t(k)] = q;
            m_z[size_t(k)] = meet;
            m_z[size_t(k) + 1] = std::numeric_limits<double>::infinity();
        }
        k = 0;
        for (int q = 0; q < n; ++q) {
            while (m_z[size_t(k) + 1] < q)
                ++k;
            const int at = m_v[size_t(k)];
            write(q, double(q - at) * (q - at) + m_f[size_t(at)]);
        }
    }

private:
    double meeting(int q, int p) const
    {
        return ((m_f[size_t(q)] + double(q) * q) - (m_f[size_t(p)] + double(p) * p)) / (2.0 * (q - p));
    }

    std::vector<double> m_f;
    std::vector<int> m_v;
    std::vector<double> m_z;
};

/// Of every pixel to the edge of what can be seen. Half opaque pixels are where the edge runs, so it is known finer than
/// a pixel and the rim comes out smooth.
std::vector<double> distances(const QImage &argb)
{
    const int w = argb.width();
    const int h = argb.height();
    std::vector<double> d(size_t(w) * size_t(h));
    const auto at = [&d, w](int x, int y) -> double & { return d[size_t(y) * size_t(w) + size_t(x)]; };
    for (int y = 0; y < h; ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < w; ++x) {
            const double alpha = qAlpha(row[x]) / 255.0;
            const double outside = std::max(0.0, 0.5 - alpha);
            at(x, y) = alpha <= 0.02 ? kFar : outside * outside;
        }
    }
    LineOfDistances line(std::max(w, h));
    for (int x = 0; x < w; ++x)
        line.run(h, [&](int y) { return at(x, y); }, [&](int y, double v) { at(x, y) = v; });
    for (int y = 0; y < h; ++y)
        line.run(w, [&](int x) { return at(x, y); }, [&](int x, double v) { at(x, y) = v; });
    return d;
}

} // namespace

QImage withRim(const QImage &image, const QColor &colour, double share, int side)
{
    const QRect visible = visibleBounds(image);
    if (visible.isEmpty())
        return image;
    const QImage art = visible == image.rect() ? image : image.copy(visible);
    const int longest = std::min(side, std::max(art.width(), art.height()));
    // Rounded up to whole px: a rim narrower than one is no rim.
    const int width = std::max(1, int(std::lround(longest * share)));
    const QImage inner = scaledDown(art, std::max(1, longest - 2 * width));
    // A hair more room than the rim takes, for its smooth outer edge.
    const int room = width + 1;
    QImage whole(inner.size() + QSize(2 * room, 2 * room), QImage::Format_ARGB32_Premultiplied);
    whole.fill(Qt::transparent);
    {
        QPainter painter(&whole);
        painter.drawImage(room, room, inner);
    }
    const std::vector<double> far = distances(whole.convertToFormat(QImage::Format_ARGB32));
    QImage rim(whole.size(), QImage::Format_ARGB32);
    for (int y = 0; y < rim.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(rim.scanLine(y));
        for (int x = 0; x < rim.width(); ++x) {
            const double distance = std::sqrt(far[size_t(y) * size_t(rim.width()) + size_t(x)]);
            const double cover = std::clamp(width + 0.5 - distance, 0.0, 1.0);
            row[x] = qRgba(colour.red(), colour.green(), colour.blue(), int(std::lround(255 * cover)));
        }
    }
    QImage done(whole.size(), QImage::Format_ARGB32_Premultiplied);
    done.fill(Qt::transparent);
    QPainter painter(&done);
    painter.drawImage(0, 0, rim);
    painter.drawImage(0, 0, whole);
    painter.end();
    const QRect kept = visibleBounds(done);
    return kept == done.rect() ? done : done.copy(kept);
}

QColor rimColour(const QColor &lightGround, const QColor &darkGround, bool fadesOnLight, bool fadesOnDark)
{
    const auto weakest = [&](const QColor &colour) {
        const double onLight = fadesOnLight ? contrastRatio(colour, lightGround) : 21;
        const double onDark = fadesOnDark ? contrastRatio(colour, darkGround) : 21;
        return std::min(onLight, onDark);
    };
    QColor best = Qt::white;
    for (int i = 1; i <= kSteepest; ++i) {
        const int grey = 0xff - i * (0xff - 0x20) / kSteepest;
        const QColor colour(grey, grey, grey);
        if (weakest(colour) > weakest(best))
            best = colour;
    }
    return best;
}

} // namespace badgewright::artwork
