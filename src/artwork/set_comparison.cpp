// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/set_comparison.h"

#include "support/characters.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace badgewright::artwork {

namespace {

struct SetComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::SetComparison)
};

/// Forums name the file of a picture after what is in it.
bool addressNames(const QUrl &url, const QByteArray &bytes)
{
    const QByteArray checksum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex();
    return url.fileName().toLower().startsWith(QString::fromLatin1(checksum));
}

bool samePixels(const QByteArray &a, const QByteArray &b)
{
    const Result<CheckedPicture> one = checkPicture(a, QStringLiteral("a"));
    const Result<CheckedPicture> other = checkPicture(b, QStringLiteral("b"));
    if (!one || !other || one->animated != other->animated || one->still.size() != other->still.size())
        return false;
    return one->still.convertToFormat(QImage::Format_RGBA8888_Premultiplied) == other->still.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
}

BadgeFields changesOf(const SetBadge &badge, const Badge &existing)
{
    BadgeFields said = badge.fields;
    said.groupingId.reset();
    said.imageUploadId.reset();
    // Forums trim their texts, and older ones do not know the post header.
    for (auto member : {&BadgeFields::name, &BadgeFields::description, &BadgeFields::longDescription}) {
        if (said.*member)
            said.*member = (said.*member)->trimmed();
    }
    Badge trimmed = existing;
    trimmed.description = trimmed.description.trimmed();
    trimmed.longDescription = trimmed.longDescription.trimmed();
    if (!existing.showInPostHeader)
        said.showInPostHeader.reset();
    // What is not known is not called different, and an undo could not bring it back.
    if (!existing.showPosts)
        said.showPosts.reset();
    return difference(trimmed, applied(trimmed, said));
}

QString groupingOf(const BadgeCatalogue &catalogue, GroupingId id)
{
    for (const Grouping &grouping : catalogue.groupings) {
        if (grouping.id == id)
            return grouping.name;
    }
    return {};
}

} // namespace

QString setStateName(SetState state)
{
    switch (state) {
    case SetState::New: return QStringLiteral("new");
    case SetState::Same: return QStringLiteral("same");
    case SetState::Changed: return QStringLiteral("changed");
    case SetState::NameClash: return QStringLiteral("name-clash");
    case SetState::Problem: break;
    }
    return QStringLiteral("problem");
}

QString setActionName(SetAction action)
{
    switch (action) {
    case SetAction::Create: return QStringLiteral("create");
    case SetAction::Update: return QStringLiteral("update");
    case SetAction::Skip: break;
    }
    return QStringLiteral("skip");
}

QStringList SetMatch::changedFields() const
{
    QStringList names = fieldNames(changes);
    if (changesGrouping)
        names << QStringLiteral("badge_grouping_id");
    if (picture == PictureSameness::Different)
        names << QStringLiteral("image_upload_id");
    return names;
}

bool SetMatch::allows(SetAction action) const
{
    switch (action) {
    case SetAction::Create: return state == SetState::New;
    case SetAction::Update: return state == SetState::Changed;
    case SetAction::Skip: break;
    }
    return true;
}

bool needsForumPicture(const SetBadge &badge, const Badge &existing)
{
    return badge.picture && !existing.imageUrl.isEmpty() && !existing.system && !addressNames(existing.imageUrl, badge.picture->file.bytes)
        && !addressNames(existing.imageUrl, badge.picture->upload.bytes);
}

PictureSameness comparePicture(const SetBadge &badge, const Badge &existing, const QByteArray &forumBytes)
{
    if (!badge.saysPicture) {
        // Behind a picture nobody would ever see the icon. One that lies there already was not chosen now.
        const bool takesItsPlace = badge.choosesIcon && !badge.picture && !existing.imageUrl.isEmpty()
            && !badge.fields.icon.value_or(QString()).isEmpty() && *badge.fields.icon != existing.icon;
        return takesItsPlace ? PictureSameness::Different : PictureSameness::Same; // nothing is said, so nothing is changed
    }
    if (!badge.picture || existing.imageUrl.isEmpty())
        return !badge.picture == existing.imageUrl.isEmpty() ? PictureSameness::Same : PictureSameness::Different;
    if (!needsForumPicture(badge, existing))
        return PictureSameness::Same;
    if (forumBytes.isEmpty())
        return PictureSameness::Unknown;
    const SetPicture &picture = *badge.picture;
    const bool same = forumBytes == picture.file.bytes || forumBytes == picture.upload.bytes || samePixels(forumBytes, picture.file.bytes)
        || samePixels(forumBytes, picture.upload.bytes);
    return same ? PictureSameness::Same : PictureSameness::Different;
}

SetMatch matchOf(const SetBadge &badge, const BadgeCatalogue &catalogue, PictureSameness picture)
{
    SetMatch match;
    const QString name = badge.name().trimmed();
    const Badge *existing = name.isEmpty() ? nullptr : catalogue.findByName(name);
    if (existing)
        match.existing = existing->id;
    if (const QStringList problems = badge.allProblems(); !problems.isEmpty()) {
        match.state = SetState::Problem;
        match.why = problems.join(u' ');
        return match;
    }
    if (!existing) {
        const auto similar = std::find_if(catalogue.badges.cbegin(), catalogue.badges.cend(),
                                          [&](const Badge &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
        if (similar != catalogue.badges.cend())
            match.why = SetComparisonWords::tr("The forum has “%1”, which differs only in capital letters.").arg(similar->name);
        return match;
    }
    if (existing->system) {
        match.state = SetState::NameClash;
        match.why = SetComparisonWords::tr("“%1” is a badge of the forum itself and cannot be replaced. Give this one another name.").arg(name);
        return match;
    }
    const std::optional<bool> byQuery = existing->isGrantedByQuery();
    if (!byQuery) {
        match.state = SetState::NameClash;
        match.why = SetComparisonWords::tr("Whether the forum grants its badge “%1” by a query is not readable with this key, so that badge is left alone. Give this one another name, or use a key that reads more.").arg(name);
        return match;
    }
    if (*byQuery && (!existing->query || existing->query->trimmed() != badge.query.trimmed())) {
        match.state = SetState::NameClash;
        match.why = SetComparisonWords::tr("The forum grants its badge “%1” by a query, so that is another badge. Give this one another name.").arg(name);
        return match;
    }
    match.changes = changesOf(badge, *existing);
    match.changesGrouping = badge.grouping && *badge.grouping != groupingOf(catalogue, existing->groupingId);
    match.picture = picture;
    // A badge shows one or the other.
    if (picture == PictureSameness::Different && badge.picture && !badge.fields.icon && existing->imageUrl.isEmpty() && !existing->icon.isEmpty())
        match.changes.icon = QString();
    match.state = match.changedFields().isEmpty() ? SetState::Same : SetState::Changed;
    QStringList why;
    if (picture == PictureSameness::Unknown)
        why << SetComparisonWords::tr("Whether its picture is the same could not be looked at.");
    else if (picture == PictureSameness::Different && !badge.picture)
        why << SetComparisonWords::tr("The picture that it has on the forum is taken away.");
    else if (match.changes.icon && !match.changes.icon->isEmpty() && !badge.saysPicture && !existing->imageUrl.isEmpty())
        why << SetComparisonWords::tr("The picture that it has on the forum stays and hides the icon.");
    if (badge.fields.showPosts && !existing->showPosts)
        why << SetComparisonWords::tr("Whether it shows the granting post is not readable with this key and stays as it is.");
    match.why = why.join(u' ');
    return match;
}

QString freeName(const QString &name, const QSet<QString> &taken)
{
    QString free = name;
    for (int number = 2; taken.contains(free); ++number) {
        const QString ending = QStringLiteral(" %1").arg(number);
        free = firstCharacters(name, 100 - ending.size()).trimmed() + ending;
    }
    return free;
}

} // namespace badgewright::artwork
