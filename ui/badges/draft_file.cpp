// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/draft_file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

struct DraftFileWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::DraftFile)
};

constexpr int kFormat = 1;

// The one list of what is kept of a badge. `visit` gets the name and a reference; numbers, texts and flags.
template <class AnyBadge, class Visit> void eachKept(AnyBadge &badge, Visit visit)
{
    visit("id"_L1, badge.id);
    visit("name"_L1, badge.name);
    visit("description"_L1, badge.description);
    visit("long_description"_L1, badge.longDescription);
    visit("badge_type_id"_L1, badge.typeId);
    visit("badge_grouping_id"_L1, badge.groupingId);
    visit("icon"_L1, badge.icon);
    visit("image_upload_id"_L1, badge.imageUploadId);
    visit("image_url"_L1, badge.imageUrl);
    visit("allow_title"_L1, badge.allowTitle);
    visit("multiple_grant"_L1, badge.multipleGrant);
    visit("listable"_L1, badge.listable);
    visit("show_posts"_L1, badge.showPosts);
    visit("show_in_post_header"_L1, badge.showInPostHeader);
    visit("target_posts"_L1, badge.targetPosts);
    visit("auto_revoke"_L1, badge.autoRevoke);
    visit("enabled"_L1, badge.enabled);
    visit("query"_L1, badge.query);
    visit("trigger"_L1, badge.trigger);
    visit("system"_L1, badge.system);
    visit("manually_grantable"_L1, badge.manuallyGrantable);
    visit("grant_count"_L1, badge.grantCount);
    visit("slug"_L1, badge.slug);
}

struct Put {
    QJsonObject &into;
    void operator()(QLatin1StringView name, const QUrl &url) const { into.insert(name, url.toString(QUrl::FullyEncoded)); }
    template <class T> void operator()(QLatin1StringView name, const T &value) const { into.insert(name, value); }
    template <class T> void operator()(QLatin1StringView name, const std::optional<T> &value) const
    {
        if (value)
            into.insert(name, *value);
    }
};

/// What is missing keeps the value that a badge starts with.
struct Take {
    const QJsonObject &from;
    static void value(const QJsonValue &json, QString &text) { text = json.toString(text); }
    static void value(const QJsonValue &json, bool &flag) { flag = json.toBool(flag); }
    static void value(const QJsonValue &json, int &number) { number = json.toInt(number); }
    static void value(const QJsonValue &json, qint64 &number) { number = json.toInteger(number); }
    static void value(const QJsonValue &json, QUrl &url) { url = QUrl(json.toString(), QUrl::StrictMode); }
    template <class T> static void value(const QJsonValue &json, std::optional<T> &one)
    {
        T read{};
        value(json, read);
        one = read;
    }
    template <class T> void operator()(QLatin1StringView name, T &into) const
    {
        if (const auto it = from.find(name); it != from.end())
            value(it.value(), into);
    }
    /// One that is missing was absent.
    template <class T> void operator()(QLatin1StringView name, std::optional<T> &into) const
    {
        into.reset();
        if (const auto it = from.find(name); it != from.end())
            value(it.value(), into);
    }
};

QJsonObject toJson(const Badge &badge)
{
    QJsonObject object;
    eachKept(badge, Put{object});
    return object;
}

Badge badgeFrom(const QJsonObject &object)
{
    Badge badge;
    eachKept(badge, Take{object});
    return badge;
}

Result<QJsonObject> readObject(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int format = object.value("format"_L1).toInt();
    if (format > kFormat)
        return fail(Error::refusedHere(DraftFileWords::tr("A later version of this program wrote it.")));
    if (format < 1)
        return fail(ErrorKind::File, DraftFileWords::tr("The file is damaged."));
    return object;
}

} // namespace

QByteArray draftToJson(const BadgeDraft &draft, const QString &pictureFile)
{
    QJsonObject object{{u"format"_s, kFormat},
                       {u"new"_s, draft.isNew()},
                       {u"published"_s, toJson(draft.published)},
                       {u"edited"_s, toJson(draft.edited)},
                       {u"clashes"_s, QJsonArray::fromStringList(draft.clashes)}};
    if (draft.picture && !pictureFile.isEmpty()) {
        object.insert("picture"_L1, QJsonObject{{u"file"_s, pictureFile},
                                                {u"name"_s, draft.picture->original.fileName},
                                                {u"square"_s, draft.picture->square},
                                                {u"trim"_s, draft.picture->trim},
                                                {u"side"_s, draft.picture->side}});
    }
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

bool isOfLaterVersion(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value("format"_L1).toInt() > kFormat;
}

Result<DraftOnFile> draftFromJson(const QByteArray &json)
{
    return readObject(json).and_then([](const QJsonObject &object) -> Result<DraftOnFile> {
        if (!object.value("published"_L1).isObject() || !object.value("edited"_L1).isObject())
            return fail(ErrorKind::File, DraftFileWords::tr("The file is damaged."));
        DraftOnFile kept;
        BadgeDraft &draft = kept.draft;
        draft.published = badgeFrom(object.value("published"_L1).toObject());
        draft.edited = badgeFrom(object.value("edited"_L1).toObject());
        const bool isNew = object.value("new"_L1).toBool();
        if (!isNew && (draft.published.id <= 0 || draft.published.id != draft.edited.id))
            return fail(ErrorKind::File, DraftFileWords::tr("The file is damaged."));
        draft.id = draft.published.id = draft.edited.id = isNew ? -1 : draft.published.id;
        for (const QJsonValue &field : object.value("clashes"_L1).toArray())
            draft.clashes << field.toString();
        const QJsonObject picture = object.value("picture"_L1).toObject();
        kept.pictureFile = picture.value("file"_L1).toString();
        kept.pictureName = picture.value("name"_L1).toString();
        kept.square = picture.value("square"_L1).toBool(true);
        kept.trim = picture.value("trim"_L1).toBool(true);
        kept.side = artwork::masterSide(picture.value("side"_L1).toInt());
        // It stands beside the draft; a name that leads elsewhere is none of ours.
        if (kept.pictureFile.contains(u'/') || kept.pictureFile.contains(u'\\'))
            return fail(ErrorKind::File, DraftFileWords::tr("The file is damaged."));
        return kept;
    });
}

QByteArray catalogueToJson(const CatalogueOnFile &kept)
{
    QJsonArray badges;
    for (const Badge &badge : kept.catalogue.badges)
        badges.append(toJson(badge));
    QJsonArray types;
    for (const BadgeType &type : kept.catalogue.types)
        types.append(QJsonObject{{u"id"_s, type.id}, {u"name"_s, type.name}});
    QJsonArray groupings;
    for (const Grouping &one : kept.catalogue.groupings) {
        groupings.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, one.name}, {u"description"_s, one.description},
                                     {u"position"_s, one.position}, {u"system"_s, one.system}});
    }
    const QJsonObject object{{u"format"_s, kFormat},
                             {u"read_at"_s, kept.readAt.toString(Qt::ISODate)},
                             {u"badges"_s, badges},
                             {u"types"_s, types},
                             {u"groupings"_s, groupings},
                             {u"protected"_s, QJsonArray::fromStringList(kept.catalogue.protectedSystemFields)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<CatalogueOnFile> catalogueFromJson(const QByteArray &json)
{
    return readObject(json).map([](const QJsonObject &object) {
        CatalogueOnFile kept;
        kept.readAt = QDateTime::fromString(object.value("read_at"_L1).toString(), Qt::ISODate);
        for (const QJsonValue &badge : object.value("badges"_L1).toArray())
            kept.catalogue.badges << badgeFrom(badge.toObject());
        for (const QJsonValue &type : object.value("types"_L1).toArray())
            kept.catalogue.types << BadgeType{type["id"_L1].toInt(), type["name"_L1].toString()};
        for (const QJsonValue &one : object.value("groupings"_L1).toArray()) {
            kept.catalogue.groupings << Grouping{one["id"_L1].toInteger(), one["name"_L1].toString(), one["description"_L1].toString(),
                                                 one["position"_L1].toInt(), one["system"_L1].toBool()};
        }
        for (const QJsonValue &field : object.value("protected"_L1).toArray())
            kept.catalogue.protectedSystemFields << field.toString();
        return kept;
    });
}

} // namespace badgewright::ui
