// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/object_store.h"

#include "sample/text.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace badgewright::sample {

namespace {

constexpr int expirySeconds = 600;

Outgoing refused(int status, const std::string &code, const std::string &words)
{
    return {status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + words + "</Message></Error>", {}};
}

std::string parameter(const Pairs &query, const std::string &name)
{
    const auto found = std::find_if(query.begin(), query.end(), [&](const auto &pair) { return pair.first == name; });
    return found == query.end() ? std::string() : found->second;
}

std::string md5(const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Md5).toHex().toStdString();
}

const char *typeOf(const std::string &key)
{
    const std::string extension = key.substr(key.rfind('.') + 1);
    return extension == "png" ? "image/png" : extension == "gif" ? "image/gif" : extension == "svg" ? "image/svg+xml" : extension == "webp" ? "image/webp" : "image/jpeg";
}

} // namespace

ObjectStore::ObjectStore() : m_secret(randomHex(40)) {}

Result<std::unique_ptr<ObjectStore>> ObjectStore::open()
{
    std::unique_ptr<ObjectStore> store(new ObjectStore);
    auto server = HttpServer::listen(0, [raw = store.get()](const Incoming &request) { return Reply{raw->answer(request)}; });
    if (!server)
        return tl::unexpected(server.error());
    store->m_server = std::move(*server);
    return store;
}

std::string ObjectStore::address() const
{
    return "http://127.0.0.1:" + std::to_string(m_server->port());
}

std::string ObjectStore::signature(const std::string &method, const std::string &key, const Pairs &query, const Pairs &headers) const
{
    std::string text = method + "\n" + key + "\n";
    Pairs sorted = query;
    std::sort(sorted.begin(), sorted.end());
    for (const auto &[name, value] : sorted)
        if (name != "X-Amz-Signature")
            text += name + "=" + value + "&";
    for (const auto &[name, value] : headers)
        text += "\n" + name + ":" + value;
    return QMessageAuthenticationCode::hash(QByteArray::fromStdString(text), QByteArray::fromStdString(m_secret), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string ObjectStore::presign(const std::string &method, const std::string &key, const Pairs &signedHeaders, const Pairs &query)
{
    std::string names = "host";
    for (const auto &[name, value] : signedHeaders)
        names += ";" + name;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Pairs all = query;
    all.emplace_back("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    all.emplace_back("X-Amz-Credential", "SAMPLE/" + s(now.toString(QStringLiteral("yyyyMMdd"))) + "/local/s3/aws4_request");
    all.emplace_back("X-Amz-Date", s(now.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))));
    all.emplace_back("X-Amz-Expires", std::to_string(expirySeconds));
    all.emplace_back("X-Amz-SignedHeaders", names);
    all.emplace_back("X-Amz-Signature", signature(method, key, all, signedHeaders));
    std::string address = this->address() + key + "?";
    for (std::size_t i = 0; i < all.size(); ++i)
        address += (i > 0 ? "&" : "") + percentEncoded(all[i].first) + "=" + percentEncoded(all[i].second);
    return address;
}

Outgoing ObjectStore::answer(const Incoming &request)
{
    // What belongs to the forum alone has no business here: a client that sends it has lost its key.
    for (const char *name : {"api-key", "api-username", "user-api-key", "cookie"})
        if (request.hasHeader(name))
            return refused(403, "AccessDenied", std::string("The header ") + name + " is not signed.");
    if (request.method == "PUT")
        return take(request);
    if (request.method != "GET" && request.method != "HEAD")
        return refused(405, "MethodNotAllowed", "The method is not allowed.");
    if (!startsWith(request.path, "/original/"))
        return refused(403, "AccessDenied", "Access denied.");
    const auto content = read(request.path);
    return content ? Outgoing{200, typeOf(request.path), *content, {}} : refused(404, "NoSuchKey", "There is nothing by this key.");
}

Outgoing ObjectStore::take(const Incoming &request)
{
    const std::string names = parameter(request.query, "X-Amz-SignedHeaders");
    Pairs headers;
    for (const auto &name : split(names, ';')) {
        if (name == "host")
            continue;
        if (!request.hasHeader(name))
            return refused(403, "SignatureDoesNotMatch", "The signed header " + name + " is missing.");
        headers.emplace_back(name, request.header(name));
    }
    for (const auto &[name, value] : request.headers)
        if (startsWith(name, "x-amz-") && std::none_of(headers.begin(), headers.end(), [&, given = name](const auto &h) { return h.first == given; }))
            return refused(403, "AccessDenied", "The header " + name + " is not signed.");
    if (parameter(request.query, "X-Amz-Signature") != signature("PUT", request.path, request.query, headers))
        return refused(403, "SignatureDoesNotMatch", "The signature does not fit the request.");
    const QDateTime made = QDateTime::fromString(q(parameter(request.query, "X-Amz-Date")), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    if (QDateTime(made.date(), made.time(), Qt::UTC).secsTo(QDateTime::currentDateTimeUtc()) > expirySeconds)
        return refused(403, "AccessDenied", "Request has expired");

    Outgoing done;
    done.headers.emplace_back("ETag", "\"" + md5(request.body) + "\"");
    const std::lock_guard lock(m_mutex);
    if (const std::string id = parameter(request.query, "uploadId"); !id.empty()) {
        const auto parts = m_parts.find(id);
        if (parts == m_parts.end() || parts->second.key != request.path)
            return refused(404, "NoSuchUpload", "There is no such upload.");
        parts->second.content[static_cast<int>(leadingInteger(parameter(request.query, "partNumber")))] = request.body;
    } else {
        m_objects[request.path] = request.body;
    }
    return done;
}

std::string ObjectStore::startParts(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    const std::string id = randomHex(48);
    m_parts[id].key = key;
    return id;
}

bool ObjectStore::abortParts(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    return m_parts.erase(id) > 0;
}

bool ObjectStore::joinParts(const std::string &id, const std::vector<std::pair<int, std::string>> &parts)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_parts.find(id);
    if (found == m_parts.end() || parts.empty())
        return false;
    std::string whole;
    for (const auto &[number, etag] : parts) {
        const auto part = found->second.content.find(number);
        std::string plain = etag;
        plain.erase(std::remove(plain.begin(), plain.end(), '"'), plain.end());
        if (part == found->second.content.end() || md5(part->second) != plain)
            return false;
        whole += part->second;
    }
    m_objects[found->second.key] = whole;
    m_parts.erase(found);
    return true;
}

void ObjectStore::put(const std::string &key, const std::string &content)
{
    const std::lock_guard lock(m_mutex);
    m_objects[key] = content;
}

std::optional<std::string> ObjectStore::read(const std::string &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(key);
    return found == m_objects.end() ? std::nullopt : std::optional(found->second);
}

void ObjectStore::remove(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    m_objects.erase(key);
}

} // namespace badgewright::sample
