// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/object_store.h"
#include "sample/pictures.h"
#include "sample/shapes.h"
#include "sample/text.h"
#include "sample/uploads.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr qint64 refusalMs = 5 * 60'000;
constexpr int mostParts = 10'000;
constexpr qint64 mostAttachmentBytes = 10'240LL * 1024;

void needStore(const Ask &ask)
{
    if (!ask.forum.store)
        refuseNotFound();
}

std::string uniqueId()
{
    const std::string hex = randomHex(32);
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

std::string temporaryKey(const std::string &filename)
{
    const auto dot = filename.rfind('.');
    return "temp/uploads/default/" + randomHex(32) + "/" + randomHex(32) + (dot == std::string::npos ? std::string() : filename.substr(dot));
}

std::string checksumOf(const Ask &ask)
{
    const json &tree = ask.params.tree();
    if (!tree.contains("metadata") || !tree.at("metadata").is_object())
        return {};
    return tree.at("metadata").value("sha1-checksum", "");
}

ExternalStub &stubOf(Ask &ask, const std::string &id)
{
    const auto stub = ask.forum.stubs.find(id);
    if (stub == ask.forum.stubs.end() || stub->second.person != ask.actor.person->id || nowMs() - stub->second.created > 3'600'000)
        refuseNotFound();
    return stub->second;
}

ExternalStub newStub(const Ask &ask, const std::string &filename)
{
    ExternalStub stub;
    stub.key = temporaryKey(filename);
    stub.filename = filename;
    stub.size = leadingInteger(ask.require("file_size"));
    stub.checksum = checksumOf(ask);
    stub.person = ask.actor.person->id;
    stub.created = nowMs();
    return stub;
}

[[noreturn]] void uploadFailed()
{
    refuseWords("Sorry, but your upload failed. Please try again.");
}

Outgoing presign(Ask &ask)
{
    needStore(ask);
    limitUploads(ask, "generate-presigned-put", 10);
    if (const auto until = ask.forum.presignRefusedUntil.find(ask.actor.person->id); until != ask.forum.presignRefusedUntil.end() && until->second > nowMs())
        refuseAccess();
    const std::string filename = ask.require("file_name");
    const ExternalStub stub = newStub(ask, filename); // neither size nor extension is looked at before the end
    ask.require("type");
    const std::string id = uniqueId();
    Pairs headers = {{"x-amz-acl", "private"}};
    if (!stub.checksum.empty())
        headers.emplace_back("x-amz-meta-sha1-checksum", stub.checksum);
    const std::string address = ask.forum.store->presign("PUT", "/" + stub.key, headers);
    ask.forum.stubs[id] = stub;
    return jsonAnswer({{"url", address}, {"key", stub.key}, {"unique_identifier", id}, {"signed_headers", headers.size() > 1 ? json{{headers[0].first, headers[0].second}, {headers[1].first, headers[1].second}} : json{{headers[0].first, headers[0].second}}}});
}

/// What both kinds of upload end with.
Outgoing complete(Ask &ask, const std::string &id)
{
    const ExternalStub stub = stubOf(ask, id);
    const auto content = ask.forum.store->read("/" + stub.key);
    if (!content)
        uploadFailed();
    if (static_cast<qint64>(content->size()) != stub.size) {
        ask.forum.store->remove("/" + stub.key);
        ask.forum.stubs.erase(id);
        ask.forum.presignRefusedUntil[ask.actor.person->id] = nowMs() + refusalMs;
        uploadFailed();
    }
    const bool special = ask.params.isTrueText("for_site_setting");
    if ((!stub.checksum.empty() && sha1Of(*content) != stub.checksum) || !authorisedExtension(stub.filename, special))
        uploadFailed();
    try {
        const Upload upload = takeUpload(ask, {stub.filename, *content, special, 0});
        ask.forum.store->remove("/" + stub.key);
        ask.forum.stubs.erase(id);
        return jsonAnswer(uploadShape(ask.forum, upload));
    } catch (const Refusal &refusal) {
        if (refusal.answer.status == 422)
            uploadFailed(); // the reason is not told on this road
        throw;
    }
}

Outgoing completeExternal(Ask &ask)
{
    needStore(ask);
    limitUploads(ask, "complete-external-upload", 10);
    return complete(ask, ask.require("unique_identifier"));
}

Outgoing createMultipart(Ask &ask)
{
    needStore(ask);
    limitUploads(ask, "create-multipart", 10);
    const std::string filename = ask.require("file_name");
    ExternalStub stub = newStub(ask, filename);
    ask.require("upload_type");
    if (stub.size > mostAttachmentBytes)
        refuseWords("Sorry, the file you are trying to upload is too big (maximum size is 10 MB).");
    stub.parts = ask.forum.store->startParts("/" + stub.key);
    const std::string id = uniqueId();
    ask.forum.stubs[id] = stub;
    return jsonAnswer({{"external_upload_identifier", stub.parts}, {"key", stub.key}, {"unique_identifier", id}});
}

Outgoing presignParts(Ask &ask)
{
    needStore(ask);
    limitUploads(ask, "batch-presign", 20);
    const ExternalStub &stub = stubOf(ask, ask.require("unique_identifier"));
    const auto numbers = ask.params.numbers("part_numbers");
    if (numbers.empty())
        refuseMissing("part_numbers");
    json addresses = json::object();
    for (const int number : numbers) {
        if (number < 1 || number > mostParts)
            refuseInvalid("Each part number should be between 1 and 10000");
        addresses[std::to_string(number)] = ask.forum.store->presign("PUT", "/" + stub.key, {}, {{"partNumber", std::to_string(number)}, {"uploadId", stub.parts}});
    }
    return jsonAnswer({{"presigned_urls", addresses}});
}

Outgoing completeMultipart(Ask &ask)
{
    needStore(ask);
    limitUploads(ask, "complete-multipart", 10);
    const std::string id = ask.require("unique_identifier");
    const ExternalStub &stub = stubOf(ask, id);
    const json &tree = ask.params.tree();
    if (!tree.contains("parts"))
        refuseMissing("parts");
    std::vector<std::pair<int, std::string>> parts;
    for (const json &part : tree.at("parts")) {
        if (!part.is_object() || !part.contains("part_number") || !part.contains("etag"))
            refuseInvalid("All parts must have an etag and a valid part number");
        const json &number = part.at("part_number");
        parts.emplace_back(number.is_number() ? number.get<int>() : static_cast<int>(leadingInteger(number)), part.at("etag"));
    }
    std::sort(parts.begin(), parts.end());
    if (!ask.forum.store->joinParts(stub.parts, parts))
        uploadFailed();
    return complete(ask, id);
}

Outgoing abortMultipart(Ask &ask)
{
    needStore(ask);
    const std::string parts = ask.require("external_upload_identifier");
    const auto stub = std::find_if(ask.forum.stubs.begin(), ask.forum.stubs.end(), [&](const auto &entry) { return entry.second.parts == parts; });
    if (stub != ask.forum.stubs.end() && stub->second.person == ask.actor.person->id) {
        ask.forum.store->abortParts(parts);
        ask.forum.stubs.erase(stub);
    }
    return success();
}

} // namespace

void addDirectUploadRoutes(RouteTable &table)
{
    const RouteTable::Options open{Gate::SignedIn, {"uploads:create"}};
    table.add("POST", "/uploads/generate-presigned-put", "uploads/generate_presigned_put", open, presign);
    table.add("POST", "/uploads/complete-external-upload", "uploads/complete_external_upload", open, completeExternal);
    table.add("POST", "/uploads/create-multipart", "uploads/create_multipart", open, createMultipart);
    table.add("POST", "/uploads/batch-presign-multipart-parts", "uploads/batch_presign_multipart_parts", open, presignParts);
    table.add("POST", "/uploads/complete-multipart", "uploads/complete_multipart", open, completeMultipart);
    table.add("POST", "/uploads/abort-multipart", "uploads/abort_multipart", open, abortMultipart);
}

} // namespace badgewright::sample
