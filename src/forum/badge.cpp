// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/badge.h"

#include "support/characters.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace badgewright {

namespace {

// The one list of what a badge and a change of it have in common: forum's name, member of Badge, member of BadgeFields.
template <class Visit> void eachField(Visit visit)
{
    visit("name", &Badge::name, &BadgeFields::name);
    visit("description", &Badge::description, &BadgeFields::description);
    visit("long_description", &Badge::longDescription, &BadgeFields::longDescription);
    visit("badge_type_id", &Badge::typeId, &BadgeFields::typeId);
    visit("badge_grouping_id", &Badge::groupingId, &BadgeFields::groupingId);
    visit("icon", &Badge::icon, &BadgeFields::icon);
    visit("allow_title", &Badge::allowTitle, &BadgeFields::allowTitle);
    visit("multiple_grant", &Badge::multipleGrant, &BadgeFields::multipleGrant);
    visit("listable", &Badge::listable, &BadgeFields::listable);
    visit("show_posts", &Badge::showPosts, &BadgeFields::showPosts);
    visit("enabled", &Badge::enabled, &BadgeFields::enabled);
}

} // namespace

bool BadgeFields::isEmpty() const
{
    return *this == BadgeFields();
}

BadgeFields difference(const Badge &from, const Badge &to)
{
    BadgeFields fields;
    eachField([&](const char *, auto inBadge, auto inFields) {
        if (from.*inBadge != to.*inBadge)
            fields.*inFields = to.*inBadge; // absent in `to`: nothing to send
    });
    if (from.showInPostHeader != to.showInPostHeader)
        fields.showInPostHeader = to.showInPostHeader.value_or(false);
    if (from.imageUploadId != to.imageUploadId)
        fields.imageUploadId = to.imageUploadId.value_or(0);
    return fields;
}

BadgeFields changedBetween(const Badge &then, const Badge &now)
{
    Badge known = then;
    Badge told = now;
    if (!then.showPosts || !now.showPosts)
        known.showPosts = told.showPosts = std::nullopt;
    if (!then.showInPostHeader || !now.showInPostHeader)
        known.showInPostHeader = told.showInPostHeader = std::nullopt;
    const bool toldBoth = then.imageUploadId && now.imageUploadId;
    known.imageUploadId = told.imageUploadId = std::nullopt;
    BadgeFields fields = difference(known, told);
    // Without numbers the files tell. Where they are served from may change, and is no other picture.
    const bool samePicture = toldBoth ? *then.imageUploadId == *now.imageUploadId : then.imageUrl.fileName() == now.imageUrl.fileName();
    if (!samePicture)
        fields.imageUploadId = now.imageUploadId.value_or(0);
    return fields;
}

Badge applied(const Badge &badge, const BadgeFields &fields)
{
    Badge result = badge;
    eachField([&](const char *, auto inBadge, auto inFields) {
        if (fields.*inFields)
            result.*inBadge = *(fields.*inFields);
    });
    if (fields.showInPostHeader)
        result.showInPostHeader = fields.showInPostHeader;
    if (fields.imageUploadId) {
        result.imageUploadId = *fields.imageUploadId ? fields.imageUploadId : std::nullopt;
        if (!result.imageUploadId)
            result.imageUrl.clear();
    }
    return result;
}

BadgeFields merged(BadgeFields below, const BadgeFields &above)
{
    const auto take = [](auto &value, const auto &other) {
        if (other)
            value = other;
    };
    eachField([&](const char *, auto, auto inFields) { take(below.*inFields, above.*inFields); });
    take(below.showInPostHeader, above.showInPostHeader);
    take(below.imageUploadId, above.imageUploadId);
    return below;
}

BadgeFields allFields(const Badge &badge)
{
    BadgeFields fields;
    eachField([&](const char *, auto inBadge, auto inFields) { fields.*inFields = badge.*inBadge; });
    fields.showInPostHeader = badge.showInPostHeader;
    if (badge.imageUploadId)
        fields.imageUploadId = badge.imageUploadId;
    return fields;
}

BadgeFields only(const BadgeFields &fields, const QStringList &names)
{
    BadgeFields some;
    eachField([&](const char *name, auto, auto inFields) {
        if (names.contains(QLatin1String(name)))
            some.*inFields = fields.*inFields;
    });
    if (names.contains(QLatin1String("show_in_post_header")))
        some.showInPostHeader = fields.showInPostHeader;
    if (names.contains(QLatin1String("image_upload_id")))
        some.imageUploadId = fields.imageUploadId;
    return some;
}

QStringList fieldNames(const BadgeFields &fields)
{
    QStringList names;
    eachField([&](const char *name, auto, auto inFields) {
        if (fields.*inFields)
            names << QString::fromLatin1(name);
    });
    if (fields.showInPostHeader)
        names << QStringLiteral("show_in_post_header");
    if (fields.imageUploadId)
        names << QStringLiteral("image_upload_id");
    return names;
}

QStringList problemsOf(const BadgeFields &fields, bool creating)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Badge", text); };
    QStringList problems;
    if ((creating && !fields.name) || (fields.name && fields.name->trimmed().isEmpty()))
        problems << tr("A badge needs a name.");
    // Forums before 3.1 store longer texts without a word; newer ones refuse them.
    const auto tooLong = [&](const std::optional<QString> &text, int most, const char *sentence) {
        if (text && characterCount(*text) > most)
            problems << tr(sentence).arg(most).arg(characterCount(*text));
    };
    tooLong(fields.name, 100, QT_TRANSLATE_NOOP("Badge", "The name may have %1 characters; this one has %2."));
    tooLong(fields.description, 500, QT_TRANSLATE_NOOP("Badge", "The description may have %1 characters; this one has %2."));
    tooLong(fields.longDescription, 1000,
            QT_TRANSLATE_NOOP("Badge", "The long description may have %1 characters; this one has %2."));
    if (fields.typeId && (*fields.typeId < kGold || *fields.typeId > kBronze))
        problems << tr("The type must be gold, silver or bronze.");
    return problems;
}

QString groupingsProblem(const QList<Grouping> &wanted)
{
    constexpr qsizetype kLongestName = 100;
    const auto tr = [](const char *text) { return QCoreApplication::translate("Badge", text); };
    if (wanted.isEmpty())
        return tr("The list of groupings is empty.");
    QSet<GroupingId> ids;
    for (const Grouping &grouping : wanted) {
        if (grouping.name.trimmed().isEmpty())
            return tr("A grouping needs a name.");
        // The forum would keep the old name without a word.
        if (const qsizetype count = characterCount(grouping.name); count > kLongestName) {
            return tr("The name of a grouping may have %1 characters; “%2…” has %3.")
                .arg(kLongestName)
                .arg(firstCharacters(grouping.name, 20))
                .arg(count);
        }
        if (grouping.id > 0 && ids.contains(grouping.id))
            return tr("The grouping “%1” is in the list twice.").arg(grouping.name);
        ids.insert(grouping.id);
    }
    return {};
}

bool sameGroupings(const QList<Grouping> &wanted, const QList<Grouping> &kept)
{
    return std::equal(wanted.begin(), wanted.end(), kept.begin(), kept.end(), [](const Grouping &w, const Grouping &k) {
        return w.name.trimmed() == k.name.trimmed() && (w.id <= 0 || w.id == k.id);
    });
}

std::optional<bool> Badge::isGrantedByQuery() const
{
    if (query)
        return !query->trimmed().isEmpty();
    // Nobody is offered for granting what the forum grants by itself.
    return !system && !manuallyGrantable ? std::optional(true) : std::nullopt;
}

const Badge *BadgeCatalogue::find(BadgeId id) const
{
    const auto it = std::find_if(badges.begin(), badges.end(), [id](const Badge &b) { return b.id == id; });
    return it == badges.end() ? nullptr : &*it;
}

const Badge *BadgeCatalogue::findByName(const QString &name) const
{
    const auto it = std::find_if(badges.begin(), badges.end(), [&](const Badge &b) { return b.name == name; });
    return it == badges.end() ? nullptr : &*it;
}

} // namespace badgewright
