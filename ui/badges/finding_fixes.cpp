// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/finding_fixes.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/contrasts.h"
#include "artwork/findings.h"
#include "artwork/html_text.h"
#include "artwork/picture_edit.h"
#include "artwork/picture_rim.h"
#include "artwork/pixels.h"
#include "support/worker_call.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_shelf.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"

#include <algorithm>

namespace badgewright::ui {

using artwork::Finding;
using Kind = Finding::Kind;

namespace {

constexpr int kLightSide = 128; // sharp on screens of twofold density, and below 75 kB even as raw pixels

QString nameOfType(int typeId)
{
    return typeId == kGold     ? FindingFixes::tr("gold")
           : typeId == kSilver ? FindingFixes::tr("silver")
                               : FindingFixes::tr("bronze");
}

bool isAutomatic(const BadgeDraft &draft)
{
    return draft.picture && draft.picture->side == artwork::kAutomaticSide;
}

} // namespace

FindingFixes::FindingFixes(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
}

QHash<Kind, QString> FindingFixes::wordsFor(const QList<Finding> &findings) const
{
    const BadgeId id = m_parts.current();
    QHash<Kind, QString> all;
    // Several are edited in fields of their own, where these would change one unseen.
    if (!id || m_parts.editor->isHidden())
        return all;
    const FieldLocks locks = m_parts.locks(m_parts.shelf->draft(id));
    for (const Finding &finding : findings) {
        const QString text = words(finding, locks);
        if (!text.isEmpty())
            all.insert(finding.kind, text);
    }
    return all;
}

bool FindingFixes::isAnimated() const
{
    const QList<Finding> all = m_parts.face->findings();
    return std::any_of(all.begin(), all.end(), [](const Finding &f) { return f.kind == Kind::Animated; });
}

bool FindingFixes::isSquare() const
{
    const QImage &image = m_parts.face->image();
    return image.width() == image.height();
}

QString FindingFixes::words(const Finding &finding, const FieldLocks &locks) const
{
    const bool picture = locks.reason(QStringLiteral("image_upload_id")).isEmpty();
    // An edit would leave one still frame of an animation.
    const bool pixels = picture && !m_parts.face->image().isNull() && !isAnimated();
    const Badge badge = m_parts.shelf->shown(m_parts.current());
    switch (finding.kind) {
    case Kind::NotSquare:
        return pixels ? tr("Make it square") : QString();
    case Kind::MuchEmptyBorder:
        return pixels ? tr("Trim the border") : QString();
    case Kind::Heavy:
        if (!pixels)
            return {};
        // What was made here as large as it can be light is as light as it can be at its size.
        return isAutomatic(m_parts.shelf->draft(m_parts.current())) ? tr("Make it %1 px", "a picture smaller").arg(kLightSide) : tr("Make it lighter");
    case Kind::TransparencyLost:
        return pixels ? tr("Cut it round") : QString();
    case Kind::FadesOnLight:
    case Kind::FadesOnDark:
        return pixels ? tr("Put a rim round it") : QString();
    case Kind::TypeColourHidden:
        return pixels && !artwork::wearsTypeColour(m_parts.face->image(), badge.typeId)
            ? tr("Draw a ring of %1 round it").arg(nameOfType(badge.typeId))
            : QString();
    case Kind::TooSmall:
        return picture ? tr("Choose another picture…") : QString();
    case Kind::LongName:
        return locks.reason(QStringLiteral("name")).isEmpty() ? tr("Shorten the name") : QString();
    case Kind::NoLongDescription:
        return locks.reason(QStringLiteral("long_description")).isEmpty() ? tr("Write one") : QString();
    case Kind::DroppedHtml: {
        const bool here = !artwork::droppedHtml(badge.description).isEmpty() && locks.reason(QStringLiteral("description")).isEmpty();
        return here ? tr("Remove it") : QString();
    }
    case Kind::UnknownIcon:
    case Kind::NoPicture:
        return locks.reason(QStringLiteral("icon")).isEmpty() ? tr("Choose an icon…") : QString();
    case Kind::Fine:
    case Kind::FaintGlyph:
    case Kind::Mislabelled:
    case Kind::Animated:
    case Kind::SvgCleaned:
    case Kind::Converted:
        break;
    }
    return {};
}

void FindingFixes::apply(Kind kind)
{
    const BadgeId id = m_parts.current();
    // What is on its way to the forum must not change.
    if (!id || !m_parts.editor->isEnabled())
        return;
    const BadgeDraft draft = m_parts.shelf->draft(id);
    const bool square = draft.picture ? draft.picture->square : isSquare();
    const bool trim = draft.picture && draft.picture->trim;
    switch (kind) {
    case Kind::NotSquare:
        reframe(true, trim);
        break;
    case Kind::MuchEmptyBorder:
        reframe(square, true);
        break;
    case Kind::Heavy:
        if (isAutomatic(draft)) {
            remake([](const QImage &image) { return artwork::scaledDown(image, kLightSide); }, square, trim);
        } else if (draft.picture) {
            ChosenPicture lighter = *draft.picture;
            lighter.side = artwork::kAutomaticSide; // its size was chosen by hand
            m_parts.intake->remake(draft.id, lighter, square, trim);
        } else {
            reframe(square, trim);
        }
        break;
    case Kind::TransparencyLost:
        remake(artwork::cutRound, true, false);
        break;
    case Kind::FadesOnLight:
    case Kind::FadesOnDark:
    case Kind::TypeColourHidden:
        putRimRound(kind);
        break;
    case Kind::TooSmall:
        m_parts.editor->picture()->openFile();
        break;
    case Kind::LongName:
        m_parts.editor->window()->activateWindow();
        m_parts.editor->focusName();
        break;
    case Kind::NoLongDescription:
        m_parts.editor->window()->activateWindow();
        m_parts.editor->focusLongDescription();
        break;
    case Kind::DroppedHtml:
        dropHtml();
        break;
    case Kind::UnknownIcon:
    case Kind::NoPicture:
        m_parts.chooseIcon();
        break;
    case Kind::Fine:
    case Kind::FaintGlyph:
    case Kind::Mislabelled:
    case Kind::Animated:
    case Kind::SvgCleaned:
    case Kind::Converted:
        break;
    }
}

void FindingFixes::reframe(bool square, bool trim)
{
    const BadgeDraft draft = m_parts.shelf->draft(m_parts.current());
    // An SVG goes to the forum as it is, with its own frame; as pixels it can have another.
    if (m_parts.face->format() == QStringLiteral("svg"))
        remake([](const QImage &image) { return image; }, square, trim);
    else if (draft.picture)
        m_parts.intake->remake(draft.id, *draft.picture, square, trim);
    else
        m_parts.intake->takeBytes(draft.id, m_parts.face->bytes(), m_parts.face->fileName(), square, trim);
}

void FindingFixes::putRimRound(Kind kind)
{
    const Badge badge = m_parts.shelf->shown(m_parts.current());
    QColor colour = artwork::badgeTypeColour(badge.typeId);
    if (kind != Kind::TypeColourHidden) {
        const artwork::PreviewColours colours = m_parts.colours();
        const QImage &image = m_parts.face->image();
        // The ground that it vanishes on.
        const auto ground = [&image](const artwork::PreviewTokens &page) {
            for (const artwork::Ground one : artwork::kGrounds) {
                if (const QColor below = artwork::groundColour(page, one); artwork::fadesOn(image, below))
                    return below;
            }
            return page.secondary;
        };
        const QColor light = ground(colours.light);
        const QColor dark = ground(colours.dark);
        colour = artwork::rimColour(light, dark, artwork::fadesOn(image, light), artwork::fadesOn(image, dark));
    }
    // Trimmed to what can be seen it has its size already.
    remake([colour](const QImage &image) { return artwork::withRim(image, colour); },
           isSquare() || m_parts.shelf->draft(m_parts.current()).picture.has_value(), false);
}

void FindingFixes::dropHtml()
{
    BadgeDraft draft = m_parts.shelf->draft(m_parts.current());
    if (m_parts.locks(draft).reason(QStringLiteral("description")).isEmpty())
        draft.edited.description = artwork::keptHtml(draft.edited.description);
    m_parts.edit(draft);
}

void FindingFixes::remake(const Pixels &pixels, bool square, bool trim)
{
    if (m_parts.face->image().isNull())
        return;
    // What one sees is what is edited: trimmed and square already, where it was made so.
    artwork::CheckedPicture from;
    from.fileName = m_parts.face->fileName();
    from.still = m_parts.face->image();
    from.animated = isAnimated();
    auto *edited = runLater<artwork::CheckedPicture>(this, [from, pixels]() -> Result<artwork::CheckedPicture> {
        const Result<QImage> image = artwork::editablePixels(from);
        if (!image)
            return fail(image.error());
        return artwork::editedPicture(from, pixels(*image));
    });
    m_parts.intake->takeWhenReady(m_parts.current(), edited, square, trim);
}

} // namespace badgewright::ui
