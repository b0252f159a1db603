// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/http_server.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace badgewright::sample {

/// An S3-like store on a port of its own: takes what was signed and nothing else, gives public objects to everybody.
/// May be called from any thread.
class ObjectStore
{
public:
    static Result<std::unique_ptr<ObjectStore>> open();

    std::string address() const; ///< http://127.0.0.1:PORT

    /// An address for one PUT of `key`, good for ten minutes, with exactly these headers besides the usual ones.
    std::string presign(const std::string &method, const std::string &key, const Pairs &signedHeaders, const Pairs &query = {});
    /// Starts a multipart upload and gives its name.
    std::string startParts(const std::string &key);
    bool abortParts(const std::string &id);
    /// Puts the parts together under their key; false unless all are there with these ETags.
    bool joinParts(const std::string &id, const std::vector<std::pair<int, std::string>> &parts);

    void put(const std::string &key, const std::string &content);
    std::optional<std::string> read(const std::string &key) const;
    void remove(const std::string &key);

private:
    struct Parts {
        std::string key;
        std::map<int, std::string> content;
    };

    ObjectStore();
    Outgoing answer(const Incoming &request);
    Outgoing take(const Incoming &request);
    std::string signature(const std::string &method, const std::string &key, const Pairs &query, const Pairs &headers) const;

    mutable std::mutex m_mutex;
    std::string m_secret;
    std::map<std::string, std::string> m_objects;
    std::map<std::string, Parts> m_parts;
    std::unique_ptr<HttpServer> m_server;
};

} // namespace badgewright::sample
