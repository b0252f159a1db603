// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/forum_places.h"
#include "ui/badges/badge_draft.h"
#include "ui/badges/finding_fixes.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QAction;

namespace badgewright::ui {

class BadgePictures;
class ForumPalette;
class ForumPreviewDialog;
class PreviewColumn;

/// What the forum will make of the badge that is being edited: shown in the preview column and in a window with every
/// place, in the forum's own colours, with what is to be looked at and what can be done about it.
class BadgeTruth : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        FindingFixes::Parts fixes; ///< without colours, which are known here
        BadgePictures *pictures = nullptr;
        PreviewColumn *column = nullptr;
    };
    BadgeTruth(const PageContext &context, const Parts &parts, QObject *parent);
    ~BadgeTruth() override;

    /// "All places…": opens the window.
    QAction *action() const { return m_action; }
    /// Shows the badge that is being edited as it is now.
    void show();
    void showFindings();

private:
    void open();
    void tellWindow();
    artwork::PreviewInput inputOf() const;
    artwork::PreviewInput neighbour(BadgeId id);
    QImage pictureOf(const QUrl &url);
    artwork::PlacesScene scene();

    PageContext m_context;
    Parts m_parts;
    artwork::ForumVersion m_version;
    ForumPalette *m_palette;
    FindingFixes *m_fixes;
    QAction *m_action;
    QPointer<ForumPreviewDialog> m_window;
    QTimer m_windowSoon;
    QHash<QUrl, QImage> m_sharp; ///< pictures of neighbours for the enlarged pages; null while they are being read
};

} // namespace badgewright::ui
