// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/findings.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/contrasts.h"
#include "artwork/html_text.h"
#include "artwork/pixels.h"
#include "support/characters.h"
#include "support/unbroken.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace badgewright::artwork {
namespace {

struct FindingsWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Findings)
};

using Level = Finding::Level;
using Kind = Finding::Kind;

constexpr int kSharpOnTwofold = 112; // 56 px twice
constexpr int kSharpOnThreefold = 168;
constexpr qint64 kNeverConvertedBelow = 75'000;
constexpr int kNameCutAbove = 22;
constexpr int kSampleSide = 56;

class Remarks
{
public:
    void add(const Finding &finding)
    {
        if (!m_all.contains(finding))
            m_all.append(finding);
    }
    void good(const QString &sentence) { m_all.append({Level::Good, Kind::Fine, sentence}); }
    void look(Kind kind, const QString &sentence) { m_all.append({Level::Look, kind, sentence}); }
    void note(Kind kind, const QString &sentence) { m_all.append({Level::Note, kind, sentence}); }
    bool has(Kind kind) const
    {
        return std::any_of(m_all.cbegin(), m_all.cend(), [kind](const Finding &f) { return f.kind == kind; });
    }
    /// What is to be looked at first, then what is fine, then what is good to know.
    QList<Finding> sorted()
    {
        const auto rank = [](const Finding &f) { return f.level == Level::Look ? 0 : f.level == Level::Good ? 1 : 2; };
        std::stable_sort(m_all.begin(), m_all.end(),
                         [&](const Finding &a, const Finding &b) { return rank(a) < rank(b); });
        for (Finding &finding : m_all)
            finding.sentence = unbroken(finding.sentence);
        return std::move(m_all);
    }

private:
    QList<Finding> m_all;
};

QString typeName(int typeId)
{
    return typeId == kGold ? FindingsWords::tr("gold") : typeId == kSilver ? FindingsWords::tr("silver") : FindingsWords::tr("bronze");
}

void lookAtPicture(const FindingsInput &input, Remarks &remarks)
{
    const QImage &image = input.image;
    const bool svg = input.imageFormat == u"svg";
    const int shorter = std::min(image.width(), image.height());
    const int longer = std::max(image.width(), image.height());
    if (image.width() != image.height())
        remarks.look(Kind::NotSquare, (input.version == ForumVersion::FromJune2026
                                           ? FindingsWords::tr("Not square (%1 × %2): beside others it looks small. Pad it to a square or draw it as one.")
                                           : FindingsWords::tr("Not square (%1 × %2): it is squeezed in user cards. Pad it to a square."))
                                          .arg(image.width())
                                          .arg(image.height()));
    if (longer < kSharpOnTwofold && !svg)
        remarks.look(Kind::TooSmall,
                     FindingsWords::tr("Below %1 px: blurred or tiny on sharp screens. Use 256 or 512 px.")
                         .arg(kSharpOnTwofold));
    if (input.imageBytes > kNeverConvertedBelow && (input.imageFormat == u"png" || input.imageFormat.isEmpty()))
        remarks.look(
            Kind::Heavy,
            FindingsWords::tr("Above 75 kB: some forums make a JPEG of it, and its transparency is lost."));
    // Animations are as heavy as they are; nothing here makes them lighter.
    const bool still = input.imageFormat == u"png" || input.imageFormat == u"jpg" || input.imageFormat == u"jpeg" ||
                       input.imageFormat == u"webp";
    if (input.forumBytes > kNeverConvertedBelow && still)
        remarks.look(Kind::Heavy,
                     FindingsWords::tr("It has %1: 75 kB are enough for a sharp picture.")
                         .arg(QLocale().formattedDataSize(input.forumBytes, 0, QLocale::DataSizeSIFormat)));

    const bool transparent = holdsTransparency(image);
    const bool lossy = input.imageFormat == u"jpg" || input.imageFormat == u"jpeg" || input.imageFormat == u"heic" ||
                       input.imageFormat == u"bmp";
    if (lossy)
        remarks.look(
            Kind::TransparencyLost,
            FindingsWords::tr("No transparency: its corners show, most of all on a dark page."));
    const QRect visible = visibleBounds(image);
    if (!visible.isEmpty() && std::max(visible.width(), visible.height()) * 10 < longer * 7)
        remarks.look(Kind::MuchEmptyBorder, FindingsWords::tr("A wide empty border makes it look small. Trim it."));

    const QImage small = scaledDown(image, kSampleSide);
    const auto fadesOnPage = [&small](const PreviewTokens &page) {
        return std::any_of(std::begin(kGrounds), std::end(kGrounds),
                           [&](Ground ground) { return fadesOn(small, groundColour(page, ground)); });
    };
    if (fadesOnPage(input.colours.light))
        remarks.look(Kind::FadesOnLight, FindingsWords::tr("Nearly vanishes on a light page."));
    if (fadesOnPage(input.colours.dark))
        remarks.look(Kind::FadesOnDark, FindingsWords::tr("Nearly vanishes on a dark page."));

    if (!remarks.has(Kind::NotSquare) && !remarks.has(Kind::TooSmall)) {
        if (shorter >= kSharpOnThreefold || svg)
            remarks.good(transparent ? FindingsWords::tr("Square, transparent, sharp at 16 px and at 168 px.")
                                     : FindingsWords::tr("Square, sharp at 16 px and at 168 px."));
        else
            remarks.good(FindingsWords::tr("Square, sharp on screens of twofold density."));
    }
    if (wearsTypeColour(small, input.badge.typeId))
        remarks.note(Kind::TypeColourHidden,
                     FindingsWords::tr("The type’s colour is not shown with a picture; its edge shows it."));
    else
        remarks.note(Kind::TypeColourHidden,
                     FindingsWords::tr("The type’s colour is not shown with a picture; a ring of %1 would show it.")
                         .arg(typeName(input.badge.typeId)));
}

void lookAtIcon(const FindingsInput &input, Remarks &remarks)
{
    const Badge &badge = input.badge;
    if (!badge.imageUrl.isEmpty())
        return; // there is a picture, it is only not here yet
    if (badge.icon.isEmpty()) {
        remarks.look(Kind::NoPicture, FindingsWords::tr("It has neither a picture nor an icon. Choose one of them."));
        return;
    }
    if (input.iconUnknown)
        remarks.look(Kind::UnknownIcon,
                     FindingsWords::tr("This forum has no icon “%1”: an empty box shows. Choose another.").arg(badge.icon));
    const QColor glyph = badgeTypeColour(badge.typeId);
    for (const bool dark : {false, true}) {
        // The ground where it is the faintest.
        double contrast = kStandsOut;
        for (const Ground ground : kGrounds) {
            const QColor below = groundColour(input.colours.tokens(dark), ground);
            if (glyphIsFaint(glyph, below))
                contrast = std::min(contrast, contrastRatio(glyph, below));
        }
        if (contrast < kStandsOut)
            remarks.note(Kind::FaintGlyph,
                         (dark ? FindingsWords::tr("A glyph in %1 is faint on a dark page (%2 : 1). All such badges are.")
                               : FindingsWords::tr("A glyph in %1 is faint on a light page (%2 : 1). All such badges are."))
                             .arg(typeName(badge.typeId), QLocale().toString(contrast, 'f', 1)));
    }
    if (!input.iconUnknown)
        remarks.good(FindingsWords::tr("An icon: sharp at every size."));
}

/// Whether a user card has room for the name: measured, because letters are of different widths.
void lookAtName(const FindingsInput &input, Remarks &remarks)
{
    PreviewInput pill;
    pill.badge = input.badge;
    pill.image = input.image;
    const qreal wanted = naturalPillWidth(pill);
    if (wanted > kUserCardRow)
        remarks.look(Kind::LongName, FindingsWords::tr("The name is %1 px wide: every user card cuts it at %2 px.")
                                         .arg(std::ceil(wanted))
                                         .arg(kUserCardRow));
    else if (wanted > kUserCardRowOnPhone)
        remarks.look(Kind::LongName, FindingsWords::tr("The name is %1 px wide: user cards on phones cut it at %2 px.")
                                         .arg(std::ceil(wanted))
                                         .arg(kUserCardRowOnPhone));
    else if (characterCount(input.badge.name) > kNameCutAbove)
        remarks.look(Kind::LongName, FindingsWords::tr("The name has %1 characters: user cards cut names after about %2.")
                                         .arg(input.badge.name.size())
                                         .arg(kNameCutAbove));
}

void lookAtTexts(const FindingsInput &input, Remarks &remarks)
{
    const Badge &badge = input.badge;
    lookAtName(input, remarks);
    // The long one is kept as it is written.
    const QStringList dropped = droppedHtml(badge.description);
    if (!dropped.isEmpty())
        remarks.look(
            Kind::DroppedHtml,
            FindingsWords::tr("The forum takes this out of the description: %1.").arg(dropped.join(QStringLiteral(", "))));
    if (badge.longDescription.trimmed().isEmpty())
        remarks.note(Kind::NoLongDescription,
                     FindingsWords::tr("No long description: the badge’s own page shows the short one."));
}

} // namespace

bool wearsTypeColour(const QImage &image, int typeId)
{
    const QColor type = badgeTypeColour(typeId);
    const QImage argb = scaledDown(image, kSampleSide).convertToFormat(QImage::Format_ARGB32);
    const double middleX = argb.width() / 2.0;
    const double middleY = argb.height() / 2.0;
    int hits = 0;
    constexpr int rays = 72;
    for (int i = 0; i < rays; ++i) {
        const double angle = 2 * M_PI * i / rays;
        const auto isType = [&](QRgb p) {
            return std::abs(qRed(p) - type.red()) < 48 && std::abs(qGreen(p) - type.green()) < 48 &&
                   std::abs(qBlue(p) - type.blue()) < 48;
        };
        // From outside to the first pixels that can be seen.
        int seen = 0;
        for (double r = std::hypot(middleX, middleY); r > 0 && seen < 6; r -= 0.5) {
            const QPoint at(int(middleX + r * std::cos(angle)), int(middleY + r * std::sin(angle)));
            if (!argb.rect().contains(at) || qAlpha(argb.pixel(at)) < 200)
                continue;
            ++seen;
            if (isType(argb.pixel(at))) {
                ++hits;
                break;
            }
        }
    }
    return hits * 2 >= rays;
}

QList<Finding> findingsOf(const FindingsInput &input)
{
    Remarks remarks;
    if (!input.image.isNull())
        lookAtPicture(input, remarks);
    else
        lookAtIcon(input, remarks);
    lookAtTexts(input, remarks);
    for (const Finding &finding : input.ofThePicture)
        remarks.add(finding);
    QList<Finding> all = remarks.sorted();
    if (all.isEmpty())
        all.append({Level::Good, Kind::Fine, FindingsWords::tr("Nothing to mend.")});
    return all;
}

} // namespace badgewright::artwork
