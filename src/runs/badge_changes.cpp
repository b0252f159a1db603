// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/badge_changes.h"

namespace badgewright::runs {

namespace {

const QString kGroupingField = QStringLiteral("badge_grouping_id");
const QString kPictureField = QStringLiteral("image_upload_id");

const QString &text(const QString &value) { return value; }
QString text(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }
QString text(qint64 value) { return QString::number(value); }
QString text(int value) { return QString::number(value); }

/// The value of the one field that is set.
QString valueOf(const BadgeFields &one)
{
    QString found;
    const auto look = [&](const auto &field) {
        if (field)
            found = text(*field);
    };
    look(one.name);
    look(one.description);
    look(one.longDescription);
    look(one.typeId);
    look(one.groupingId);
    look(one.icon);
    look(one.allowTitle);
    look(one.multipleGrant);
    look(one.listable);
    look(one.showPosts);
    look(one.showInPostHeader);
    look(one.enabled);
    return found;
}

QString pictureAfter(const PublishBadgeStep &step)
{
    if (step.picture)
        return step.picture->fileName;
    return step.fields.imageUploadId.value_or(0) ? QStringLiteral("upload %1").arg(*step.fields.imageUploadId) : QString();
}

} // namespace

QList<BadgeChange> badgeChanges(const Step &step)
{
    const auto *publish = std::get_if<PublishBadgeStep>(&step.what);
    if (!publish)
        return {};
    const bool isNew = publish->id == 0;
    const BadgeFields before = allFields(publish->before);
    QList<BadgeChange> changes;
    const QStringList fields = fieldNames(publish->fields);
    for (const QString &field : fields) {
        if (field == kPictureField || (field == kGroupingField && !publish->groupingName.isEmpty()))
            continue;
        BadgeChange change{field, isNew ? QString() : valueOf(only(before, {field})), valueOf(only(publish->fields, {field}))};
        if (isNew ? change.after.isEmpty() : change.before == change.after)
            continue;
        if (field == kGroupingField) {
            if (!isNew && !publish->groupingWas.isEmpty())
                change.before = publish->groupingWas;
            if (!publish->groupingNow.isEmpty())
                change.after = publish->groupingNow;
        }
        changes << change;
    }
    if (!publish->groupingName.isEmpty()) {
        const QString was = publish->groupingWas.isEmpty() ? QString::number(publish->before.groupingId) : publish->groupingWas;
        changes << BadgeChange{kGroupingField, isNew ? QString() : was, publish->groupingName};
    }
    if (publish->picture || publish->fields.imageUploadId)
        changes << BadgeChange{kPictureField, publish->before.imageUrl.toString(), pictureAfter(*publish)};
    changes.removeIf([isNew](const BadgeChange &one) { return isNew && one.field == kPictureField && one.after.isEmpty(); });
    return changes;
}

} // namespace badgewright::runs
