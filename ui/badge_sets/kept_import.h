// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/set_comparison.h"
#include "support/result.h"

#include <QHash>

#include <functional>

namespace badgewright::ui {

/// What the person typed over what a row's source says.
struct ImportEdits {
    BadgeFields fields;
    std::optional<QString> grouping; ///< empty: none
    std::optional<artwork::SetPicture> picture;
    bool withoutPicture = false;

    bool isEmpty() const { return fields.isEmpty() && !grouping && !picture && !withoutPicture; }
    void layOver(artwork::SetBadge *badge) const;
    bool operator==(const ImportEdits &other) const;
};
/// Whether both say the same about the picture.
bool samePictureIn(const ImportEdits &a, const ImportEdits &b);

/// All that a person has made of one row.
struct RowWork {
    ImportEdits edits;
    std::optional<artwork::SetAction> chosen; ///< what is to be done with it; absent: the usual
    bool operator==(const RowWork &) const = default;
};

/// An import that is not finished: what was read of its source, so that it can go on where that is gone, and what the
/// person has made of it since. Rows go by the keys of ImportFlow.
struct KeptImport {
    QStringList paths; ///< where it came from
    artwork::BadgeSet set;
    QHash<QString, ImportEdits> edits;
    QHash<QString, artwork::SetAction> chosen;
    int run = 0;          ///< that publishes it and was not over when last seen; 0: none
    QStringList troubles; ///< read again: sentences about what is not there any more
};

// As it stands in files: pictures lie beside them, each once, and are told by their checksums.

/// Hands the bytes over and gets their name.
using KeepPicture = std::function<QString(const QByteArray &)>;
/// The picture with those two names; none: it cannot be read again.
using FindPicture = std::function<std::optional<artwork::SetPicture>(const Picture &file, const QString &fileKey, const Picture &upload, const QString &uploadKey)>;

QByteArray importedSetToJson(const artwork::BadgeSet &set, const KeepPicture &keep);
/// RefusedHere: a later version of this program wrote it. File: damaged. A picture that is gone is a problem of its row.
Result<artwork::BadgeSet> importedSetFromJson(const QByteArray &json, const FindPicture &find);

/// All but the set, which is in the file `setFile`.
QByteArray importToJson(const KeptImport &kept, const QString &setFile, const KeepPicture &keep);
struct ImportOnFile {
    KeptImport kept; ///< without its set
    QString setFile;
    int badges = 0; ///< in the set
};
/// Without `find` no pictures are looked for.
Result<ImportOnFile> importFromJson(const QByteArray &json, const FindPicture &find);

} // namespace badgewright::ui
