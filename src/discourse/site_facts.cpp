// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/site_facts.h"

#include "discourse/json_tools.h"

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

// The recipe for "a picture may have these": what the site allows, cut to what can be a picture at all.
QStringList pictureExtensions(const Json &settings)
{
    static const QStringList pictures{
        QStringLiteral("png"),  QStringLiteral("jpg"),  QStringLiteral("jpeg"), QStringLiteral("gif"),  QStringLiteral("webp"),
        QStringLiteral("avif"), QStringLiteral("heic"), QStringLiteral("heif"), QStringLiteral("svg"),
    };
    const QStringList allowed = (text(settings, "authorized_extensions") + u'|'
                                 + text(settings, "authorized_extensions_for_staff"))
                                    .toLower()
                                    .split(u'|', Qt::SkipEmptyParts);
    if (allowed.contains(QLatin1String("*")))
        return pictures;
    QStringList both;
    for (const QString &extension : pictures) {
        if (allowed.contains(extension) || allowed.contains(u'.' + extension))
            both << extension;
    }
    return both;
}

} // namespace

Result<Done> readBasicInfo(const QByteArray &body, SiteFacts *facts)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    // Anything may answer JSON; these two are there on every version.
    if (!member(*answer, "title").is_string() || !answer->contains("header_primary_color"))
        return fail(ErrorKind::Unreadable, QStringLiteral("not the basic facts of a Discourse forum"));
    facts->title = text(*answer, "title");
    facts->loginRequired = flag(*answer, "login_required");
    return Done{};
}

Result<Done> readSettings(const QByteArray &body, SiteFacts *facts)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    if (!answer->contains("enable_badges"))
        return fail(ErrorKind::Unreadable, QStringLiteral("not the settings of a Discourse forum"));
    facts->settingsKnown = true;
    facts->badgesOn = flag(*answer, "enable_badges", true);
    facts->points = optionalFlag(*answer, "discourse_gamification_enabled");
    facts->reports = optionalFlag(*answer, "data_explorer_enabled");
    facts->imageExtensions = pictureExtensions(*answer);
    facts->maxImageBytes = integer(*answer, "max_image_size_kb") * 1024;
    facts->directUploads = flag(*answer, "enable_direct_s3_uploads");
    facts->loginRequired = flag(*answer, "login_required", facts->loginRequired);
    return Done{};
}

Result<Done> readAbout(const QByteArray &body, SiteFacts *facts)
{
    const auto answer = parseMemberObject(body, "about");
    if (!answer)
        return fail(answer.error());
    const Json &about = member(*answer, "about");
    facts->versionText = text(about, "version");
    facts->version = Version::parse(facts->versionText);
    if (facts->title.isEmpty())
        facts->title = text(about, "title");
    const Json &stats = member(about, "stats");
    facts->people = narrow(integer(stats, "users_count", integer(stats, "user_count", -1)));
    return Done{};
}

Result<Done> readCurrentUser(const QByteArray &body, SiteFacts *facts)
{
    const auto answer = parseMemberObject(body, "current_user");
    if (!answer)
        return fail(answer.error());
    const Json &user = member(*answer, "current_user");
    facts->actingUser = text(user, "username");
    facts->admin = flag(user, "admin");
    facts->moderator = flag(user, "moderator");
    facts->roleKnown = true;
    return Done{};
}

} // namespace badgewright::discourse
