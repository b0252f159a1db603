// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/kept_import.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using artwork::BadgeSet;
using artwork::SetAction;
using artwork::SetBadge;
using artwork::SetPicture;

namespace {

struct KeptImportWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::KeptImport)
};

constexpr int kFormat = 1;

// The one list of what is kept of a badge's fields: an import has neither uploads nor groupings by their numbers.
template <class Fields, class Visit> void eachField(Fields &fields, Visit visit)
{
    visit("name"_L1, fields.name);
    visit("description"_L1, fields.description);
    visit("long_description"_L1, fields.longDescription);
    visit("badge_type_id"_L1, fields.typeId);
    visit("icon"_L1, fields.icon);
    visit("allow_title"_L1, fields.allowTitle);
    visit("multiple_grant"_L1, fields.multipleGrant);
    visit("listable"_L1, fields.listable);
    visit("show_posts"_L1, fields.showPosts);
    visit("show_in_post_header"_L1, fields.showInPostHeader);
    visit("enabled"_L1, fields.enabled);
}

QJsonObject fieldsObject(const BadgeFields &fields)
{
    QJsonObject object;
    eachField(fields, [&object](QLatin1StringView name, const auto &value) {
        if (value)
            object.insert(name, *value);
    });
    return object;
}

void take(const QJsonValue &value, std::optional<QString> &into)
{
    if (value.isString())
        into = value.toString();
}
void take(const QJsonValue &value, std::optional<bool> &into)
{
    if (value.isBool())
        into = value.toBool();
}
void take(const QJsonValue &value, std::optional<int> &into)
{
    if (value.isDouble())
        into = value.toInt();
}

BadgeFields fieldsFrom(const QJsonObject &object)
{
    BadgeFields fields;
    eachField(fields, [&object](QLatin1StringView name, auto &value) { take(object.value(name), value); });
    return fields;
}

QStringList textsFrom(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts << text.toString();
    return texts;
}

QJsonObject fileObject(const Picture &picture, const KeepPicture &keep)
{
    return {{u"name"_s, picture.fileName}, {u"mime"_s, picture.mimeType}, {u"key"_s, keep(picture.bytes)}};
}

QJsonObject pictureObject(const SetPicture &picture, const KeepPicture &keep)
{
    return {{u"file"_s, fileObject(picture.file, keep)}, {u"upload"_s, fileObject(picture.upload, keep)}};
}

std::optional<SetPicture> pictureFrom(const QJsonValue &value, const FindPicture &find)
{
    const auto part = [&value](QLatin1StringView name) {
        const QJsonValue file = value[name];
        return std::pair(Picture{file["name"_L1].toString(), {}, file["mime"_L1].toString()}, file["key"_L1].toString());
    };
    const auto [file, fileKey] = part("file"_L1);
    const auto [upload, uploadKey] = part("upload"_L1);
    return find(file, fileKey, upload, uploadKey);
}

QJsonObject badgeObject(const SetBadge &badge, const KeepPicture &keep)
{
    QJsonObject problems;
    for (auto it = badge.fieldProblems.cbegin(); it != badge.fieldProblems.cend(); ++it)
        problems.insert(it.key(), it.value());
    QJsonObject object{{u"row"_s, badge.row},
                       {u"source"_s, badge.source},
                       {u"fields"_s, fieldsObject(badge.fields)},
                       {u"says_picture"_s, badge.saysPicture},
                       {u"chooses_icon"_s, badge.choosesIcon},
                       {u"query"_s, badge.query},
                       {u"design"_s, badge.design},
                       {u"problems"_s, QJsonArray::fromStringList(badge.problems)},
                       {u"field_problems"_s, problems},
                       {u"remarks"_s, QJsonArray::fromStringList(badge.remarks)},
                       {u"picture_remarks"_s, QJsonArray::fromStringList(badge.pictureRemarks)},
                       {u"notes"_s, QJsonArray::fromStringList(badge.notes)}};
    if (badge.grouping)
        object.insert("grouping"_L1, *badge.grouping);
    if (badge.picture)
        object.insert("picture"_L1, pictureObject(*badge.picture, keep));
    return object;
}

SetBadge badgeFrom(const QJsonObject &object, const FindPicture &find)
{
    SetBadge badge;
    badge.row = object.value("row"_L1).toInt();
    badge.source = object.value("source"_L1).toString();
    badge.fields = fieldsFrom(object.value("fields"_L1).toObject());
    badge.saysPicture = object.value("says_picture"_L1).toBool();
    badge.choosesIcon = object.value("chooses_icon"_L1).toBool();
    badge.query = object.value("query"_L1).toString();
    badge.design = object.value("design"_L1).toObject();
    badge.problems = textsFrom(object.value("problems"_L1));
    const QJsonObject problems = object.value("field_problems"_L1).toObject();
    for (auto it = problems.begin(); it != problems.end(); ++it)
        badge.fieldProblems.insert(it.key(), it.value().toString());
    badge.remarks = textsFrom(object.value("remarks"_L1));
    badge.pictureRemarks = textsFrom(object.value("picture_remarks"_L1));
    badge.notes = textsFrom(object.value("notes"_L1));
    take(object.value("grouping"_L1), badge.grouping);
    if (object.contains("picture"_L1)) {
        badge.picture = pictureFrom(object.value("picture"_L1), find);
        if (!badge.picture)
            badge.fieldProblems.insert(SetBadge::kPictureField,
                                       KeptImportWords::tr("Its picture, which was kept on this computer, cannot be read any more. Choose it anew, or read the file again."));
    }
    return badge;
}

Result<QJsonObject> readObject(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int format = object.value("format"_L1).toInt();
    if (format > kFormat)
        return fail(Error::refusedHere(KeptImportWords::tr("A later version of this program wrote it.")));
    if (format < 1)
        return fail(ErrorKind::File, KeptImportWords::tr("The file is damaged."));
    return object;
}

std::optional<SetAction> actionFrom(const QString &word)
{
    for (const SetAction action : {SetAction::Skip, SetAction::Create, SetAction::Update}) {
        if (word == artwork::setActionName(action))
            return action;
    }
    return std::nullopt;
}

} // namespace

void ImportEdits::layOver(SetBadge *badge) const
{
    badge->fields = merged(badge->fields, fields);
    const QStringList given = fieldNames(fields);
    for (const QString &field : given)
        badge->fieldProblems.remove(field);
    if (grouping)
        badge->grouping = grouping->isEmpty() ? std::nullopt : grouping;
    badge->choosesIcon = badge->choosesIcon || !fields.icon.value_or(QString()).isEmpty();
    if (!picture && !withoutPicture)
        return;
    // What it was drawn with is not what it shows then.
    badge->design = {};
    badge->picture = withoutPicture ? std::nullopt : picture;
    // Nor is what was said of it.
    badge->pictureRemarks = badge->picture ? badge->picture->sentences(artwork::Finding::Level::Look) : QStringList();
    badge->notes = badge->picture ? badge->picture->sentences(artwork::Finding::Level::Note) : QStringList();
    badge->saysPicture = !withoutPicture;
    badge->fieldProblems.remove(SetBadge::kPictureField);
}

bool samePictureIn(const ImportEdits &a, const ImportEdits &b)
{
    if (a.withoutPicture != b.withoutPicture || a.picture.has_value() != b.picture.has_value())
        return false;
    return !a.picture || (a.picture->upload.bytes == b.picture->upload.bytes && a.picture->upload.fileName == b.picture->upload.fileName);
}

bool ImportEdits::operator==(const ImportEdits &other) const
{
    return fields == other.fields && grouping == other.grouping && samePictureIn(*this, other);
}

QByteArray importedSetToJson(const BadgeSet &set, const KeepPicture &keep)
{
    QJsonArray groupings;
    for (const Grouping &grouping : set.groupings)
        groupings.append(QJsonObject{{u"name"_s, grouping.name}, {u"description"_s, grouping.description}});
    QJsonArray badges;
    for (const SetBadge &badge : set.badges)
        badges.append(badgeObject(badge, keep));
    return QJsonDocument(QJsonObject{{u"format"_s, kFormat},
                                     {u"title"_s, set.title},
                                     {u"origin"_s, set.origin},
                                     {u"made_at"_s, set.madeAt.toUTC().toString(Qt::ISODate)},
                                     {u"groupings"_s, groupings},
                                     {u"badges"_s, badges},
                                     {u"remarks"_s, QJsonArray::fromStringList(set.remarks)}})
        .toJson(QJsonDocument::Compact);
}

Result<BadgeSet> importedSetFromJson(const QByteArray &json, const FindPicture &find)
{
    return readObject(json).map([&find](const QJsonObject &object) {
        BadgeSet set;
        set.title = object.value("title"_L1).toString();
        set.origin = object.value("origin"_L1).toString();
        set.madeAt = QDateTime::fromString(object.value("made_at"_L1).toString(), Qt::ISODate);
        const QJsonArray groupings = object.value("groupings"_L1).toArray();
        for (const QJsonValue &one : groupings)
            set.groupings << Grouping{0, one["name"_L1].toString(), one["description"_L1].toString(), int(set.groupings.size()), false};
        const QJsonArray badges = object.value("badges"_L1).toArray();
        for (const QJsonValue &badge : badges)
            set.badges << badgeFrom(badge.toObject(), find);
        set.remarks = textsFrom(object.value("remarks"_L1));
        return set;
    });
}

QByteArray importToJson(const KeptImport &kept, const QString &setFile, const KeepPicture &keep)
{
    QJsonObject edits;
    for (auto it = kept.edits.cbegin(); it != kept.edits.cend(); ++it) {
        if (it->isEmpty())
            continue;
        QJsonObject one{{u"fields"_s, fieldsObject(it->fields)}, {u"without_picture"_s, it->withoutPicture}};
        if (it->grouping)
            one.insert("grouping"_L1, *it->grouping);
        if (it->picture)
            one.insert("picture"_L1, pictureObject(*it->picture, keep));
        edits.insert(it.key(), one);
    }
    QJsonObject chosen;
    for (auto it = kept.chosen.cbegin(); it != kept.chosen.cend(); ++it)
        chosen.insert(it.key(), artwork::setActionName(it.value()));
    return QJsonDocument(QJsonObject{{u"format"_s, kFormat},
                                     {u"set"_s, setFile},
                                     {u"badges"_s, int(kept.set.badges.size())},
                                     {u"from"_s, QJsonArray::fromStringList(kept.paths)},
                                     {u"edits"_s, edits},
                                     {u"chosen"_s, chosen},
                                     {u"run"_s, kept.run}})
        .toJson(QJsonDocument::Indented);
}

Result<ImportOnFile> importFromJson(const QByteArray &json, const FindPicture &find)
{
    return readObject(json).and_then([&find](const QJsonObject &object) -> Result<ImportOnFile> {
        ImportOnFile file;
        file.setFile = object.value("set"_L1).toString();
        file.badges = object.value("badges"_L1).toInt();
        // It stands beside this one; a name that leads elsewhere is none of ours.
        if (file.setFile.isEmpty() || file.setFile.contains(u'/') || file.setFile.contains(u'\\') || file.badges < 1)
            return fail(ErrorKind::File, KeptImportWords::tr("The file is damaged."));
        file.kept.paths = textsFrom(object.value("from"_L1));
        file.kept.run = object.value("run"_L1).toInt();
        if (!find)
            return file;
        const QJsonObject edits = object.value("edits"_L1).toObject();
        for (auto it = edits.begin(); it != edits.end(); ++it) {
            const QJsonObject one = it.value().toObject();
            ImportEdits &edit = file.kept.edits[it.key()];
            edit.fields = fieldsFrom(one.value("fields"_L1).toObject());
            edit.withoutPicture = one.value("without_picture"_L1).toBool();
            take(one.value("grouping"_L1), edit.grouping);
            if (!one.contains("picture"_L1))
                continue;
            edit.picture = pictureFrom(one.value("picture"_L1), find);
            if (!edit.picture)
                file.kept.troubles << KeptImportWords::tr("The picture chosen for “%1” cannot be read any more; everything else about it is here.").arg(it.key().section(u'/', 1));
        }
        const QJsonObject chosen = object.value("chosen"_L1).toObject();
        for (auto it = chosen.begin(); it != chosen.end(); ++it) {
            if (const auto action = actionFrom(it.value().toString()))
                file.kept.chosen.insert(it.key(), *action);
        }
        return file;
    });
}

} // namespace badgewright::ui
