// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "ui/badges/badge_draft.h"

#include <QHash>

namespace badgewright::ui {

/// Which fields of a badge cannot be changed here, and why.
struct FieldLocks {
    QString everything;               ///< a sentence when nothing can be changed at all
    QString remark;                   ///< a sentence for the head of the editor; may be empty
    QHash<QString, QString> byField;  ///< the forum's field name to a sentence
    /// Free, but what the forum has there is not known: the forum's field name to a sentence.
    QHash<QString, QString> unread = {};
    QString reason(const QString &field) const { return everything.isEmpty() ? byField.value(field) : everything; }
};

/// Of a field that the forum does not tell this key about.
QString notReadable();

FieldLocks locksFor(const BadgeDraft &draft, const BadgeCatalogue &catalogue, const Forum &forum);

} // namespace badgewright::ui
