// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace badgewright {

using BadgeId = qint64;
using GroupingId = qint64;
using UploadId = qint64;

/// Gold, silver, bronze; the ids are the forum's own and the same on every Discourse.
struct BadgeType {
    int id = 3;
    QString name;
};
inline constexpr int kGold = 1;
inline constexpr int kSilver = 2;
inline constexpr int kBronze = 3;

struct Grouping {
    GroupingId id = 0; ///< -1 for one that is to be created
    QString name;
    QString description;
    int position = 0;
    bool system = false; ///< never deleted; ids 1 to 5
    bool operator==(const Grouping &) const = default;
};

/// A badge as the forum describes it. Texts are shown as plain text, though the forum may hold HTML in them.
/// The list that a key of few scopes may read leaves some fields out: those are absent then, and neither yes nor no.
struct Badge {
    BadgeId id = 0;
    QString name;            ///< the display name; a translation may hide the stored one
    QString description;     ///< up to 500
    QString longDescription; ///< up to 1,000
    int typeId = kBronze;
    GroupingId groupingId = 5;
    QString icon;                          ///< a symbol name; empty: none
    std::optional<UploadId> imageUploadId; ///< absent on forums before 3.2, which name only the address
    QUrl imageUrl;                         ///< absolute; an image wins over an icon
    bool allowTitle = false;
    bool multipleGrant = false;
    bool listable = true;
    std::optional<bool> showPosts = false; ///< absent: not told
    std::optional<bool> showInPostHeader; ///< absent where the forum does not know it
    std::optional<bool> targetPosts = false; ///< absent: not told
    std::optional<bool> autoRevoke = true;   ///< absent: not told
    bool enabled = true;
    std::optional<QString> query = QString(); ///< empty: none; absent: not told
    std::optional<int> trigger;               ///< absent: none, or not told
    bool system = false;
    bool manuallyGrantable = true;
    int grantCount = 0; ///< grants, not people; may lag behind
    QString slug;

    /// Whether the forum grants it by a query of its own; absent: not told.
    std::optional<bool> isGrantedByQuery() const;
};

/// What is to be different about a badge: only what is set is sent. An empty text or upload 0 clears.
struct BadgeFields {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> longDescription;
    std::optional<int> typeId;
    std::optional<GroupingId> groupingId;
    std::optional<QString> icon;
    std::optional<UploadId> imageUploadId;
    std::optional<bool> allowTitle;
    std::optional<bool> multipleGrant;
    std::optional<bool> listable;
    std::optional<bool> showPosts;
    std::optional<bool> showInPostHeader;
    std::optional<bool> enabled;
    bool isEmpty() const;
    bool operator==(const BadgeFields &) const = default;
};

/// What would have to be sent to make `from` look like `to`. What `to` does not know stays as it is.
BadgeFields difference(const Badge &from, const Badge &to);
/// What differs between two readings of a badge, as far as both tell: the values of `now`.
BadgeFields changedBetween(const Badge &then, const Badge &now);
/// `badge` with `fields` laid over it.
Badge applied(const Badge &badge, const BadgeFields &fields);
/// What is set in `above` in place of what `below` says.
BadgeFields merged(BadgeFields below, const BadgeFields &above);
/// Everything that is known about a badge, for creating it.
BadgeFields allFields(const Badge &badge);
/// Those of the fields whose forum names are in the list.
BadgeFields only(const BadgeFields &fields, const QStringList &names);
/// The forum's own names of the fields that are set ("name", "badge_type_id", …), for messages and the ledger.
QStringList fieldNames(const BadgeFields &fields);
/// Sentences about what no forum should be sent: lengths, empty name. An empty list: fine. `creating`: a name must be there.
QStringList problemsOf(const BadgeFields &fields, bool creating);

/// What is wrong with a list of groupings before it is sent; empty: nothing.
QString groupingsProblem(const QList<Grouping> &wanted);
/// Whether the forum kept the list that it was sent: the names in their order, and the ids but of new ones.
bool sameGroupings(const QList<Grouping> &wanted, const QList<Grouping> &kept);

struct BadgeCatalogue {
    QList<Badge> badges;
    QList<BadgeType> types;
    QList<Grouping> groupings; ///< in display order
    QStringList protectedSystemFields; ///< what the forum fixes about its own badges

    const Badge *find(BadgeId id) const;
    const Badge *findByName(const QString &name) const; ///< exactly, as the forum compares
};

/// A badge after it was written, and which fields the forum silently left as they were.
struct BadgeWritten {
    Badge badge;
    QStringList ignored; ///< the forum's names of the fields
};

struct Icon {
    QString name;
    QByteArray svg; ///< a whole document, glyph in currentColor or black
};

struct Picture {
    QString fileName; ///< with the right extension
    QByteArray bytes;
    QString mimeType; ///< "image/png" …
};

struct Upload {
    UploadId id = 0;
    QUrl url; ///< absolute
    QString fileName;
    QString extension; ///< may differ from what was sent: forums convert
    qint64 bytes = 0;
    int width = 0;
    int height = 0;
};

} // namespace badgewright
