// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/finding.h"
#include "artwork/picture_check.h"
#include "artwork/preview_colours.h"
#include "ui/badges/badge_draft.h"
#include "ui/badges/field_locks.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace badgewright::ui {

class BadgeEditor;
class BadgeFace;
class BadgeShelf;
class PictureIntake;

/// What can be done about findings, and doing it. Every fix changes the draft only, the way a person would: with edit(), or
/// with a picture that goes through the intake.
class FindingFixes : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        BadgeShelf *shelf = nullptr;
        BadgeFace *face = nullptr;
        PictureIntake *intake = nullptr;
        BadgeEditor *editor = nullptr;
        std::function<BadgeId()> current;
        std::function<FieldLocks(const BadgeDraft &)> locks;
        std::function<void(const BadgeDraft &)> edit;
        std::function<void()> chooseIcon;
        std::function<artwork::PreviewColours()> colours;
    };
    FindingFixes(const Parts &parts, QObject *parent);

    /// The words of each link; kinds that nothing can be done about here are not among them.
    QHash<artwork::Finding::Kind, QString> wordsFor(const QList<artwork::Finding> &findings) const;
    void apply(artwork::Finding::Kind kind);

private:
    using Pixels = std::function<QImage(const QImage &)>;
    QString words(const artwork::Finding &finding, const FieldLocks &locks) const;
    bool isAnimated() const;
    void reframe(bool square, bool trim);
    void remake(const Pixels &pixels, bool square, bool trim);
    void putRimRound(artwork::Finding::Kind kind);
    void dropHtml();
    bool isSquare() const;

    Parts m_parts;
    QList<artwork::Finding> m_findings;
};

} // namespace badgewright::ui
