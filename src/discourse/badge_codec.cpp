// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/badge_codec.h"

#include "discourse/plain_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::discourse {

namespace {

Grouping decodeGrouping(const Json &grouping)
{
    Grouping g;
    g.id = integer(grouping, "id");
    g.name = text(grouping, "name");
    g.description = text(grouping, "description");
    g.position = narrow(integer(grouping, "position"));
    g.system = flag(grouping, "system", g.id >= 1 && g.id <= 5);
    return g;
}

QList<Grouping> groupingsIn(const Json &answer)
{
    QList<Grouping> groupings;
    for (const Json &grouping : list(answer, "badge_groupings"))
        groupings << decodeGrouping(grouping);
    std::stable_sort(groupings.begin(), groupings.end(),
                     [](const Grouping &a, const Grouping &b) { return a.position < b.position; });
    return groupings;
}

QStringList usuallyProtected()
{
    QStringList fields;
    for (const char *field : {"name", "badge_type_id", "multiple_grant", "target_posts", "show_posts", "query", "trigger", "auto_revoke", "listable"})
        fields << QString::fromLatin1(field);
    return fields;
}

bool readsTheSame(const QString &sent, const QString &stored)
{
    return sent == stored || plainText(sent) == plainText(stored);
}

bool imageTaken(UploadId sent, const Badge &badge, const QUrl &imageUrl)
{
    if (sent == 0)
        return badge.imageUrl.isEmpty() && !badge.imageUploadId;
    // The number of an upload that the forum has thrown away is taken without a word, and shows no picture.
    if (badge.imageUrl.isEmpty())
        return false;
    if (badge.imageUploadId)
        return *badge.imageUploadId == sent;
    // Hosts differ between a CDN and the site; the file does not.
    return imageUrl.isEmpty() || imageUrl.fileName() == badge.imageUrl.fileName();
}

} // namespace

Badge decodeBadge(const Json &badge, const QUrl &base)
{
    Badge b;
    b.id = integer(badge, "id");
    b.name = text(badge, "name");
    b.description = text(badge, "description");
    b.longDescription = text(badge, "long_description");
    b.typeId = narrow(integer(badge, "badge_type_id", kBronze));
    b.groupingId = integer(badge, "badge_grouping_id", 5);
    b.icon = text(badge, "icon");
    b.imageUploadId = optionalInteger(badge, "image_upload_id");
    b.imageUrl = absoluteUrl(base, text(badge, "image_url"));
    b.allowTitle = flag(badge, "allow_title");
    b.multipleGrant = flag(badge, "multiple_grant");
    b.listable = flag(badge, "listable", true);
    b.showPosts = optionalFlag(badge, "show_posts");
    b.showInPostHeader = optionalFlag(badge, "show_in_post_header");
    b.targetPosts = optionalFlag(badge, "target_posts");
    b.autoRevoke = optionalFlag(badge, "auto_revoke");
    b.enabled = flag(badge, "enabled", true);
    if (const auto trigger = optionalInteger(badge, "trigger"))
        b.trigger = narrow(*trigger);
    b.system = flag(badge, "system");
    const std::optional<bool> grantable = optionalFlag(badge, "manually_grantable");
    // The public list has no query, but says of each badge whether there is one.
    b.query = badge.contains("query") || grantable.value_or(false) ? std::optional(text(badge, "query")) : std::nullopt;
    b.manuallyGrantable = grantable.value_or(!b.system && b.query.value_or(QString()).isEmpty());
    b.grantCount = narrow(integer(badge, "grant_count"));
    b.slug = text(badge, "slug");
    return b;
}

Result<BadgeCatalogue> decodeCatalogue(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseMemberArray(body, "badges");
    if (!answer)
        return fail(answer.error());
    BadgeCatalogue catalogue;
    for (const Json &badge : list(*answer, "badges"))
        catalogue.badges << decodeBadge(badge, base);
    for (const Json &type : list(*answer, "badge_types"))
        catalogue.types << BadgeType{narrow(integer(type, "id")), text(type, "name")};
    std::sort(catalogue.types.begin(), catalogue.types.end(),
              [](const BadgeType &a, const BadgeType &b) { return a.id < b.id; });
    catalogue.groupings = groupingsIn(*answer);
    for (const Json &field : list(member(*answer, "admin_badges"), "protected_system_fields"))
        catalogue.protectedSystemFields << asText(field);
    if (catalogue.protectedSystemFields.isEmpty())
        catalogue.protectedSystemFields = usuallyProtected(); // the public list does not name them
    return catalogue;
}

Result<Badge> decodeOneBadge(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseMemberObject(body, "badge");
    if (!answer)
        return fail(answer.error());
    const Badge badge = decodeBadge(member(*answer, "badge"), base);
    if (badge.id == 0)
        return fail(ErrorKind::Unreadable, QStringLiteral("a badge without an id"));
    return badge;
}

Result<QList<Grouping>> decodeGroupings(const QByteArray &body)
{
    const auto answer = parseMemberArray(body, "badge_groupings");
    if (!answer)
        return fail(answer.error());
    return groupingsIn(*answer);
}

Result<Upload> decodeUpload(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    Upload upload;
    upload.id = integer(*answer, "id");
    if (upload.id <= 0) {
        // Some refusals of uploads come with a good status.
        Error error = Error::of(ErrorKind::Invalid, QStringLiteral("the forum did not keep the picture"));
        for (const Json &said : list(*answer, "errors"))
            error.serverWords << plainText(asText(said));
        if (error.serverWords.isEmpty() && !text(*answer, "message").isEmpty())
            error.serverWords << plainText(text(*answer, "message"));
        if (error.serverWords.isEmpty())
            error.kind = ErrorKind::Unreadable;
        return fail(error);
    }
    upload.url = absoluteUrl(base, text(*answer, "url"));
    upload.fileName = text(*answer, "original_filename");
    upload.extension = text(*answer, "extension");
    upload.bytes = integer(*answer, "filesize");
    upload.width = narrow(integer(*answer, "width"));
    upload.height = narrow(integer(*answer, "height"));
    return upload;
}

FormFields formOf(const BadgeFields &fields)
{
    FormFields form;
    const auto text = [&](const char *name, const std::optional<QString> &value) {
        if (value)
            form.append({QString::fromLatin1(name), *value});
    };
    const auto number = [&](const char *name, auto value) {
        if (value)
            form.append({QString::fromLatin1(name), QString::number(*value)});
    };
    const auto yesNo = [&](const char *name, std::optional<bool> value) {
        if (value)
            form.append({QString::fromLatin1(name), *value ? QStringLiteral("true") : QStringLiteral("false")});
    };
    text("name", fields.name);
    text("description", fields.description);
    text("long_description", fields.longDescription);
    number("badge_type_id", fields.typeId);
    number("badge_grouping_id", fields.groupingId);
    text("icon", fields.icon);
    if (fields.imageUploadId) {
        // An empty text clears; 0 would be kept as the number of an upload.
        form.append({QStringLiteral("image_upload_id"),
                     *fields.imageUploadId > 0 ? QString::number(*fields.imageUploadId) : QString()});
    }
    yesNo("allow_title", fields.allowTitle);
    yesNo("multiple_grant", fields.multipleGrant);
    yesNo("listable", fields.listable);
    yesNo("show_posts", fields.showPosts);
    yesNo("show_in_post_header", fields.showInPostHeader);
    yesNo("enabled", fields.enabled);
    return form;
}

QStringList ignoredFields(const BadgeFields &sent, const Badge &badge, const QUrl &imageUrl)
{
    QStringList ignored;
    const auto check = [&](const char *name, bool taken) {
        if (!taken)
            ignored << QString::fromLatin1(name);
    };
    const auto same = [&](const char *name, const auto &wanted, const auto &stored) {
        check(name, !wanted || *wanted == stored);
    };
    check("name", !sent.name || sent.name->simplified() == badge.name.simplified());
    // Placeholders like %{base_uri} are filled in on reading.
    const auto kept = [](const std::optional<QString> &text, const QString &stored) {
        return !text || text->contains(QLatin1String("%{")) || readsTheSame(*text, stored);
    };
    check("description", kept(sent.description, badge.description));
    check("long_description", kept(sent.longDescription, badge.longDescription));
    same("badge_type_id", sent.typeId, badge.typeId);
    same("badge_grouping_id", sent.groupingId, badge.groupingId);
    same("icon", sent.icon, badge.icon);
    check("image_upload_id", !sent.imageUploadId || imageTaken(*sent.imageUploadId, badge, imageUrl));
    same("allow_title", sent.allowTitle, badge.allowTitle);
    same("multiple_grant", sent.multipleGrant, badge.multipleGrant);
    same("listable", sent.listable, badge.listable);
    check("show_posts", !sent.showPosts || !badge.showPosts || *sent.showPosts == *badge.showPosts);
    // A forum that does not know the field shows nothing there, which is what "no" asks for.
    check("show_in_post_header",
          !sent.showInPostHeader || *sent.showInPostHeader == badge.showInPostHeader.value_or(false));
    same("enabled", sent.enabled, badge.enabled);
    return ignored;
}

} // namespace badgewright::discourse
