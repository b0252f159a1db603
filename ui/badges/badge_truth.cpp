// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_truth.h"

#include "artwork/findings.h"
#include "artwork/picture_check.h"
#include "artwork/pixels.h"
#include "support/settings.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_shelf.h"
#include "ui/badges/preview_column.h"
#include "ui/kit/icon.h"
#include "ui/kit/own_window.h"
#include "ui/preview/forum_palette.h"
#include "ui/preview/forum_preview_dialog.h"

#include <QAction>

namespace badgewright::ui {

namespace {

constexpr int kAlsoHeld = 5; // others in the card about a person: two are shown, and "+3 More"
constexpr int kSharpest = 240; // px: a card of 80 px at 3×
constexpr int kWindowPause = 40; // ms: pictures of neighbours arrive one by one

/// What the forum says, or said when it was last open.
artwork::ForumVersion versionOf(const PageContext &context)
{
    const QString name = QStringLiteral("version");
    const QString id = context.connection().id;
    QString installed = context.forum->site().version;
    if (context.settings && installed.isEmpty())
        installed = context.settings->forumValue(id, name).toString();
    else if (context.settings)
        context.settings->setForumValue(id, name, installed);
    return artwork::forumVersionOf(installed);
}

} // namespace

BadgeTruth::BadgeTruth(const PageContext &context, const Parts &parts, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_parts(parts),
      m_version(versionOf(context)),
      m_palette(new ForumPalette(context.settings, context.connection().id, this)),
      m_action(new QAction(icon(QStringLiteral("eye")), tr("All places in the forum…"), this))
{
    m_parts.fixes.colours = [this] { return m_palette->colours(); };
    m_fixes = new FindingFixes(m_parts.fixes, this);
    m_action->setEnabled(false);
    connect(m_action, &QAction::triggered, this, &BadgeTruth::open);
    m_parts.column->setPlacesAction(m_action);
    connect(m_parts.column, &PreviewColumn::fixWanted, m_fixes, &FindingFixes::apply);
    connect(m_palette, &ForumPalette::changed, this, [this] {
        show();
        showFindings();
    });
    m_windowSoon.setSingleShot(true);
    m_windowSoon.setInterval(kWindowPause);
    connect(&m_windowSoon, &QTimer::timeout, this, &BadgeTruth::tellWindow);
    const auto soon = [this] {
        if (m_window)
            m_windowSoon.start();
    };
    connect(m_parts.pictures, &BadgePictures::pictureArrived, this, soon);
    connect(m_parts.pictures, &BadgePictures::iconArrived, this, soon);
    connect(m_parts.fixes.shelf, &BadgeShelf::badgeChanged, this, soon);
    connect(m_parts.fixes.shelf, &BadgeShelf::reset, this, soon);
}

BadgeTruth::~BadgeTruth()
{
    delete m_window;
}

artwork::PreviewInput BadgeTruth::inputOf() const
{
    artwork::PreviewInput input;
    input.badge = m_parts.fixes.shelf->shown(m_parts.fixes.current());
    input.image = m_parts.fixes.face->image();
    input.iconSvg = m_parts.fixes.face->iconSvg();
    input.colours = m_palette->colours();
    input.version = m_version;
    return input;
}

void BadgeTruth::show()
{
    m_action->setEnabled(m_parts.fixes.current() != 0);
    m_parts.column->setBadge(inputOf());
    if (m_window)
        m_windowSoon.start();
}

void BadgeTruth::showFindings()
{
    const BadgeFace *face = m_parts.fixes.face;
    const BadgeDraft draft = m_parts.fixes.shelf->draft(m_parts.fixes.current());
    artwork::FindingsInput input;
    input.badge = draft.edited;
    input.image = face->image();
    (draft.picture ? input.imageBytes : input.forumBytes) = face->image().isNull() ? 0 : face->bytes().size();
    input.imageFormat = face->format();
    input.iconUnknown = face->isIconUnknown();
    input.colours = m_palette->colours();
    input.version = m_version;
    input.ofThePicture = face->findings();
    const QList<artwork::Finding> findings = artwork::findingsOf(input);
    m_parts.column->setFindings(findings, m_fixes->wordsFor(findings));
}

void BadgeTruth::open()
{
    if (!m_window) {
        m_window = new ForumPreviewDialog(m_context.settings, m_palette, nullptr);
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_window, &QObject::destroyed, this, [this] { m_sharp.clear(); });
        m_window->setScene(scene());
    }
    showOver(m_window, m_parts.column);
}

void BadgeTruth::tellWindow()
{
    if (m_window)
        m_window->setScene(scene());
}

QImage BadgeTruth::pictureOf(const QUrl &url)
{
    const BadgePictures::Entry entry = m_parts.pictures->picture(url);
    if (entry.state != BadgePictures::State::Ready)
        return {};
    if (!m_sharp.contains(url)) {
        m_sharp.insert(url, {});
        artwork::checkPictureLater(this, entry.bytes, url.fileName())->then(this, [this, url](const Result<artwork::CheckedPicture> &checked) {
            if (!checked)
                return;
            m_sharp.insert(url, artwork::scaledDown(checked->still, kSharpest));
            m_windowSoon.start();
        });
    }
    // The thumb of the list will do until then.
    const QImage sharp = m_sharp.value(url);
    return sharp.isNull() ? entry.thumb : sharp;
}

artwork::PreviewInput BadgeTruth::neighbour(BadgeId id)
{
    artwork::PreviewInput input;
    const BadgeDraft draft = m_parts.fixes.shelf->draft(id);
    input.badge = draft.edited;
    if (draft.picture)
        input.image = draft.picture->prepared.still;
    else if (!input.badge.imageUrl.isEmpty())
        input.image = pictureOf(input.badge.imageUrl);
    else if (!input.badge.icon.isEmpty())
        input.iconSvg = m_parts.pictures->icon(input.badge.icon).bytes;
    return input;
}

artwork::PlacesScene BadgeTruth::scene()
{
    artwork::PlacesScene scene;
    const BadgeId current = m_parts.fixes.current();
    const BadgeShelf *shelf = m_parts.fixes.shelf;
    scene.badge = inputOf();
    scene.grouping = shelf->groupingName(scene.badge.badge.groupingId);
    const QList<BadgeId> ids = shelf->ids();
    bool passed = false;
    for (const BadgeId id : ids) {
        passed = passed || id == current;
        if (id == current)
            continue;
        const Badge badge = shelf->shown(id);
        // What is switched off or not listed shows nowhere.
        if (!badge.enabled || !badge.listable)
            continue;
        const bool near = badge.groupingId == scene.badge.badge.groupingId;
        if (!near && scene.alsoHeld.size() >= kAlsoHeld)
            continue;
        const artwork::PreviewInput input = neighbour(id);
        if (near) {
            scene.neighbours.append(input);
            if (!passed)
                ++scene.position;
        }
        if (scene.alsoHeld.size() < kAlsoHeld)
            scene.alsoHeld.append(input);
    }
    return scene;
}

} // namespace badgewright::ui
