// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/uploads.h"

#include "sample/object_store.h"
#include "sample/pictures.h"
#include "sample/records.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::size_t mostBytes = 10'240u * 1024;
constexpr qint64 mostPixels = 40'000'000;
constexpr std::array<const char *, 8> extensions = {"jpg", "jpeg", "png", "gif", "heic", "heif", "webp", "avif"};
constexpr qint64 hourMs = 3'600'000;
constexpr int graceHours = 48;

std::string extensionOf(const std::string &filename)
{
    const auto dot = filename.rfind('.');
    return dot == std::string::npos ? std::string() : lower(filename.substr(dot + 1));
}

std::string humanSize(std::size_t bytes)
{
    if (bytes < 1024)
        return std::to_string(bytes) + " Bytes";
    const double kb = static_cast<double>(bytes) / 1024;
    return s(kb < 1024 ? QStringLiteral("%1 KB").arg(kb, 0, 'f', 2) : QStringLiteral("%1 MB").arg(kb / 1024, 0, 'f', 2));
}

/// The short name of an upload: its SHA-1 as a number of base 62.
std::string base62(const std::string &sha1)
{
    static constexpr char digits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::vector<int> number;
    for (const char c : sha1)
        number.push_back(c <= '9' ? c - '0' : c - 'a' + 10);
    std::string text;
    while (!number.empty()) {
        std::vector<int> quotient;
        int rest = 0;
        for (const int digit : number) {
            rest = rest * 16 + digit;
            if (!quotient.empty() || rest >= 62)
                quotient.push_back(rest / 62);
            rest %= 62;
        }
        text.insert(text.begin(), digits[rest]);
        number = std::move(quotient);
    }
    return text;
}

std::string safeSvg(const std::string &svg)
{
    static const QRegularExpression script(QStringLiteral("<script\\b.*?</script\\s*>|<foreignObject\\b.*?</foreignObject\\s*>|\\son[a-z]+\\s*=\\s*(\"[^\"]*\"|'[^']*')"),
                                           QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    return s(q(svg).remove(script));
}

} // namespace

bool authorisedExtension(const std::string &filename, bool alsoSvg)
{
    const std::string extension = extensionOf(filename);
    return (alsoSvg && extension == "svg") || std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

void limitUploads(Ask &ask, const std::string &what, int count)
{
    if (ask.actor.staff())
        return;
    auto &window = ask.forum.limits.try_emplace(what + std::to_string(ask.actor.person->id), count, 60).first->second;
    if (const auto wait = window.take(nowMs() / 1'000))
        refuse(limited(*wait, "You’ve performed this action too many times."));
}

json uploadShape(const Forum &forum, const Upload &u)
{
    const double scale = u.width > 0 && u.height > 0 ? std::min({1.0, 690.0 / u.width, 500.0 / u.height}) : 1.0;
    const bool measured = u.width > 0;
    const std::string path = uploadPath(forum, u);
    const std::string name = base62(u.sha1) + "." + u.extension;
    return {{"id", u.id}, {"url", startsWith(path, "//") ? path : "//" + forum.host + path}, {"original_filename", u.name}, {"filesize", u.content.size()},
            {"width", measured ? json(u.width) : json()}, {"height", measured ? json(u.height) : json()},
            {"thumbnail_width", measured ? json(static_cast<int>(u.width * scale)) : json()}, {"thumbnail_height", measured ? json(static_cast<int>(u.height * scale)) : json()},
            {"extension", u.extension}, {"short_url", "upload://" + name}, {"short_path", "/uploads/short-url/" + name},
            {"retain_hours", u.retainHours > 0 ? json(u.retainHours) : json()}, {"human_filesize", humanSize(u.content.size())}, {"dominant_color", u.colour}, {"thumbnail", nullptr}};
}

Upload takeUpload(Ask &ask, const Arriving &arriving)
{
    const bool special = arriving.forSiteSetting && ask.actor.staff();
    if (!authorisedExtension(arriving.filename, special))
        refuseWords("Sorry, the file you are trying to upload is not authorized (authorized extensions: jpg, jpeg, png, gif, heic, heif, webp, avif).");
    if (arriving.content.empty())
        refuseWords("Sorry, but the file you provided is empty.");
    if (arriving.content.size() > mostBytes)
        refuseWords("Sorry, the image you are trying to upload is too big (maximum size is 10 MB), please resize it and try again.");

    Upload upload;
    upload.name = arriving.filename;
    upload.extension = extensionOf(arriving.filename);
    if (upload.extension == "svg") {
        upload.content = safeSvg(arriving.content);
    } else {
        auto measured = measure(arriving.content, special);
        if (!measured)
            refuseWords("Sorry, but we couldn't determine the size of the image. Maybe your image is corrupted?");
        if (static_cast<qint64>(measured->width) * measured->height > mostPixels)
            refuseWords("Sorry, the image you are trying to upload is too large (maximum dimension is 40-megapixels), please resize it and try again.");
        upload.content = std::move(measured->content);
        upload.width = measured->width;
        upload.height = measured->height;
        upload.colour = measured->colour;
        upload.extension = measured->format == "jpeg" ? "jpg" : measured->format;
        if (measured->converted)
            upload.name = upload.name.substr(0, upload.name.rfind('.')) + ".jpg";
    }
    upload.sha1 = sha1Of(upload.content);
    if (const Upload *same = ask.community().uploadBySha1(upload.sha1))
        return *same;
    upload.id = ask.community().nextUploadId();
    upload.person = ask.actor.person->id;
    upload.created = nowMs();
    upload.retainHours = ask.actor.admin() ? arriving.retainHours : 0;
    ask.forum.change({{"do", "upload"}, {"upload", toRecord(upload)}});
    if (ask.forum.store)
        ask.forum.store->put("/original/1X/" + upload.sha1 + "." + (upload.extension == "jpg" ? "jpeg" : upload.extension), upload.content);
    return upload;
}

namespace {

Outgoing create(Ask &ask)
{
    if (!ask.params.present("upload_type") && !ask.params.present("type"))
        refuseMissing("upload_type");
    limitUploads(ask, "uploads", 10);
    const auto part = std::find_if(ask.in.parts.begin(), ask.in.parts.end(), [](const Part &p) { return !p.filename.empty() && (p.name == "file" || p.name == "files[]"); });
    if (part == ask.in.parts.end())
        refuseWords("Sorry, you must provide a file to upload.");
    const Arriving arriving{part->filename, part->content, ask.params.isTrueText("for_site_setting"), ask.params.number("retain_hours", 0)};
    return jsonAnswer(uploadShape(ask.forum, takeUpload(ask, arriving)));
}

const char *typeOf(const std::string &extension)
{
    return extension == "png" ? "image/png" : extension == "gif" ? "image/gif" : extension == "svg" ? "image/svg+xml" : extension == "webp" ? "image/webp" : extension == "avif" ? "image/avif" : "image/jpeg";
}

Outgoing serve(Ask &ask)
{
    if (ask.in.hasHeader("x-requested-with"))
        refuseNotFound(); // a page asking by script is not given the file
    const std::string file = *ask.params.text("file");
    const Upload *upload = ask.community().uploadBySha1(file.substr(0, file.find('.')));
    if (!upload)
        return emptyAnswer(404);
    Outgoing out{200, typeOf(upload->extension), upload->content, {}};
    out.headers.emplace_back("Cache-Control", "max-age=31556952, public, immutable");
    return out;
}

Outgoing shortUrl(Ask &ask)
{
    const std::string name = *ask.params.text("file");
    for (const auto &[id, upload] : ask.community().uploads)
        if (base62(upload.sha1) == name.substr(0, name.find('.'))) {
            Outgoing out = emptyAnswer(302, "text/html; charset=utf-8");
            const std::string path = uploadPath(ask.forum, upload);
            out.headers.emplace_back("Location", startsWith(path, "//") ? "http:" + path : ask.forum.base + path);
            return out;
        }
    return emptyAnswer(404);
}

} // namespace

void purgeOrphans(Forum &forum)
{
    forum.community.settle();
    json gone = json::array();
    for (const auto &[id, upload] : forum.community.uploads) {
        const bool used = std::any_of(forum.community.badges.begin(), forum.community.badges.end(), [&, number = id](const auto &entry) { return entry.second.upload == number; });
        if (!used && nowMs() - upload.created > std::max(graceHours, upload.retainHours) * hourMs)
            gone.push_back(id);
    }
    if (!gone.empty())
        forum.change({{"do", "uploads-gone"}, {"ids", gone}});
}

void addUploadRoutes(RouteTable &table)
{
    table.add("POST", "/uploads", "uploads/create", {Gate::SignedIn, {"uploads:create"}}, create);
    table.add("GET", "/uploads/default/original/1X/:file", "static/upload", {.form = Form::Any}, serve);
    table.add("GET", "/uploads/short-url/:file", "uploads/show_short", {.form = Form::Any}, shortUrl);
}

} // namespace badgewright::sample
