// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "support/result.h"

#include <QDate>

#include <optional>

namespace badgewright::artwork {

/// The icons of one forum that were seen so far, with their drawings, in one file that may be deleted at any time: so they
/// show, and can be searched, when the forum cannot be asked.
class IconStore
{
public:
    static constexpr int kFreshDays = 7;
    static constexpr int kMostIcons = 6000;
    static constexpr qsizetype kLargestSvg = 64 * 1024;

    /// Keeps nothing beyond its own life.
    IconStore() = default;
    /// `folder` holds the icons of all forums; an empty one keeps nothing. Read when it is first asked.
    IconStore(const QString &folder, const QString &forumId);

    bool keeps() const { return !m_path.isEmpty(); }
    struct Kept {
        Icon icon;
        QDate seen;
        bool isFresh(const QDate &today) const { return seen.daysTo(today) < kFreshDays; }
    };
    std::optional<Kept> find(const QString &name) const;
    /// Those whose name holds the part, by name; an empty one means all.
    QList<Icon> search(const QString &part) const;
    void keep(const Icon &icon, const QDate &today);
    /// The forum does not have it any more.
    void forget(const QString &name);

    bool hasChanges() const { return !m_changed.isEmpty(); }
    /// What has changed since, for save(); from then on it counts as saved.
    struct Changes {
        QString path;
        QHash<QString, std::optional<Kept>> icons; ///< absent: forgotten
    };
    Changes takeChanges();
    /// Into the file beside what others have put there. May run in any thread.
    static Result<Done> save(const Changes &changes);
    /// Together with its connection.
    void removeAll();

private:
    void load() const;

    QString m_path;
    mutable bool m_loaded = false;
    mutable QHash<QString, Kept> m_icons;
    QHash<QString, std::optional<Kept>> m_changed;
};

} // namespace badgewright::artwork
