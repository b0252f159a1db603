// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"
#include "ui/badges/badge_draft.h"

namespace badgewright::ui {

/// A draft as it stands in a file, without the picture's own bytes.
struct DraftOnFile {
    BadgeDraft draft; ///< its picture is not read yet
    QString pictureFile; ///< beside the draft's file; empty: none was chosen
    QString pictureName;
    bool square = true;
    bool trim = true;
    int side = 0;
};

QByteArray draftToJson(const BadgeDraft &draft, const QString &pictureFile);
/// Whether a later version of this program wrote it, which will want it back as it is.
bool isOfLaterVersion(const QByteArray &json);
/// File, RefusedHere with a sentence: damaged, of a later version.
Result<DraftOnFile> draftFromJson(const QByteArray &json);

/// What a forum had, to be looked at while it cannot be asked.
struct CatalogueOnFile {
    BadgeCatalogue catalogue;
    QDateTime readAt; ///< UTC
};
QByteArray catalogueToJson(const CatalogueOnFile &kept);
Result<CatalogueOnFile> catalogueFromJson(const QByteArray &json);

} // namespace badgewright::ui
