// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/badge_words.h"

#include "ui/words/words.h"

#include <array>
#include <utility>

namespace badgewright::ui::words {

namespace {

constexpr qsizetype kLongestValue = 120; ///< on one line

QString typeName(const QString &number)
{
    switch (number.toInt()) {
    case kGold:
        return Words::tr("gold");
    case kSilver:
        return Words::tr("silver");
    case kBronze:
        return Words::tr("bronze");
    default:
        return number;
    }
}

bool holdsText(const QString &field)
{
    return field == QLatin1String("name") || field == QLatin1String("description") || field == QLatin1String("long_description")
        || field == QLatin1String("icon") || field == QLatin1String("badge_grouping_id");
}

/// Empty where there is nothing.
QString plainValue(const Badge &badge, const QString &field, const BadgeCatalogue &catalogue)
{
    if (field == QLatin1String("badge_type_id")) {
        for (const BadgeType &type : catalogue.types) {
            if (type.id == badge.typeId)
                return type.name;
        }
        return typeName(QString::number(badge.typeId));
    }
    if (field == QLatin1String("badge_grouping_id")) {
        for (const Grouping &grouping : catalogue.groupings) {
            if (grouping.id == badge.groupingId)
                return grouping.name;
        }
        return {};
    }
    const BadgeFields one = only(allFields(badge), {field});
    for (const std::optional<QString> &text : {one.name, one.description, one.longDescription, one.icon}) {
        if (text)
            return *text;
    }
    for (const std::optional<bool> &flag : {one.allowTitle, one.multipleGrant, one.listable, one.showPosts, one.showInPostHeader, one.enabled}) {
        if (flag)
            return *flag ? Words::tr("yes") : Words::tr("no");
    }
    if (field == QLatin1String("show_posts"))
        return Words::tr("not known");
    return {};
}

QString valueWords(const QString &field, const QString &value, bool before)
{
    if (field == QLatin1String("badge_type_id"))
        return typeName(value);
    if (field == QLatin1String("image_upload_id")) {
        if (value.isEmpty())
            return Words::tr("no picture");
        // A forum names its files by their checksum.
        if (before)
            return Words::tr("the picture it had");
        return value.startsWith(QLatin1String("upload ")) ? Words::tr("an earlier picture") : value;
    }
    const bool isText = holdsText(field);
    if (!isText && value == QLatin1String("true"))
        return Words::tr("yes");
    if (!isText && value == QLatin1String("false"))
        return Words::tr("no");
    if (field == QLatin1String("show_posts") && value.isEmpty())
        return Words::tr("not known");
    return value.isEmpty() ? Words::tr("nothing") : Words::tr("“%1”").arg(value);
}

QString cut(const QString &text)
{
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (line.size() <= kLongestValue)
        return line;
    return line.left(kLongestValue / 2) + QStringLiteral(" … ") + line.right(kLongestValue / 2);
}

} // namespace

QString badgeField(const QString &forumName)
{
    static const std::array<std::pair<const char *, const char *>, 13> words = {{
        {"name", QT_TRANSLATE_NOOP("badgewright::ui::words", "name")},
        {"description", QT_TRANSLATE_NOOP("badgewright::ui::words", "description")},
        {"long_description", QT_TRANSLATE_NOOP("badgewright::ui::words", "long description")},
        {"badge_type_id", QT_TRANSLATE_NOOP("badgewright::ui::words", "type")},
        {"badge_grouping_id", QT_TRANSLATE_NOOP("badgewright::ui::words", "grouping")},
        {"icon", QT_TRANSLATE_NOOP("badgewright::ui::words", "icon")},
        {"image_upload_id", QT_TRANSLATE_NOOP("badgewright::ui::words", "picture")},
        {"allow_title", QT_TRANSLATE_NOOP("badgewright::ui::words", "can be used as a title")},
        {"multiple_grant", QT_TRANSLATE_NOOP("badgewright::ui::words", "can be granted more than once")},
        {"listable", QT_TRANSLATE_NOOP("badgewright::ui::words", "listed")},
        {"show_posts", QT_TRANSLATE_NOOP("badgewright::ui::words", "show the granting post")},
        {"show_in_post_header", QT_TRANSLATE_NOOP("badgewright::ui::words", "show in post header")},
        {"enabled", QT_TRANSLATE_NOOP("badgewright::ui::words", "enabled")},
    }};
    for (const auto &[name, word] : words) {
        if (forumName == QLatin1String(name))
            return Words::tr(word);
    }
    return forumName;
}

QString badgeValue(const Badge &badge, const QString &forumName, const BadgeCatalogue &catalogue)
{
    const QString value = plainValue(badge, forumName, catalogue);
    return value.isEmpty() ? Words::tr("nothing") : value;
}

QString quotedBadgeValue(const Badge &badge, const QString &forumName, const BadgeCatalogue &catalogue)
{
    const QString value = plainValue(badge, forumName, catalogue);
    if (value.isEmpty())
        return Words::tr("nothing");
    return holdsText(forumName) ? Words::tr("“%1”").arg(value) : value;
}

QList<ChangeWords> badgeChanges(const runs::Step &step)
{
    const auto *publish = std::get_if<runs::PublishBadgeStep>(&step.what);
    const bool isNew = publish && publish->id == 0;
    QList<ChangeWords> all;
    const QList<runs::BadgeChange> changes = runs::badgeChanges(step);
    for (const runs::BadgeChange &change : changes)
        all << ChangeWords{badgeField(change.field), isNew ? QString() : valueWords(change.field, change.before, true), valueWords(change.field, change.after, false)};
    return all;
}

ChangeWords changeSince(const runs::BadgeChange &change)
{
    if (change.field != QLatin1String("image_upload_id"))
        return {badgeField(change.field), valueWords(change.field, change.before, true), valueWords(change.field, change.after, false)};
    const QString none = Words::tr("no picture");
    return {badgeField(change.field), change.before.isEmpty() ? none : Words::tr("the picture of the run"),
            change.after.isEmpty() ? none : change.before.isEmpty() ? Words::tr("a picture") : Words::tr("another picture")};
}

QString oneLine(const ChangeWords &change)
{
    if (change.before.isEmpty())
        return Words::tr("%1: %2").arg(change.field, cut(change.after));
    return Words::tr("%1: %2 → %3", "field, before, after").arg(change.field, cut(change.before), cut(change.after));
}

QString changesInALine(const runs::Step &step)
{
    const auto *publish = std::get_if<runs::PublishBadgeStep>(&step.what);
    if (!publish || !publish->id)
        return {};
    QStringList lines;
    const QList<ChangeWords> all = words::badgeChanges(step); // and not those of the run
    for (const ChangeWords &change : all)
        lines << oneLine(change);
    return lines.join(QStringLiteral("; "));
}

} // namespace badgewright::ui::words
