// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/sample_forum.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <utility>
#include <vector>

namespace badgewright::sample {

/// Name and value in the order they came; names may repeat.
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// One part of a multipart body.
struct Part {
    std::string name;
    std::string filename; ///< empty for a plain field
    std::string type;
    std::string content;
    bool file = false;
};

/// A request, read to its end. All text is UTF-8.
struct Incoming {
    std::string method;  ///< GET, HEAD, POST, PUT, DELETE, …
    std::string target;  ///< as it stood in the request line
    std::string path;    ///< decoded, without the query
    Pairs query;         ///< decoded
    Pairs headers;       ///< names in lower case
    std::string body;    ///< as sent; empty for multipart
    std::vector<Part> parts;

    /// The header's value; empty when it is absent. `name` in lower case.
    std::string header(const std::string &name) const;
    bool hasHeader(const std::string &name) const;
    /// Anything but GET, HEAD and OPTIONS.
    bool isWrite() const;
};

/// The answer to it.
struct Outgoing {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
    Pairs headers;
};

/// One kind of forum behind the server. The frame (sample_forum.cpp) reads requests, counts them and makes the
/// faults; a site answers. All methods are called from several threads at once.
class Site
{
public:
    virtual ~Site() = default;
    virtual Outgoing answer(const Incoming &request) = 0;
    /// How this kind of forum words LimitJson, ReadOnly and ServerError.
    virtual Outgoing faultAnswer(FaultKind kind) = 0;

    virtual QString user() const = 0;
    virtual QString secret() const = 0;
    virtual void cleanUp() {} ///< what the forum does every hour
    virtual int timesHeld(const QString &username, const QString &badgeName) const = 0;
    /// What is there, for people who write scripts against it; `base` is the address without a slash at the end.
    virtual nlohmann::json facts(const std::string &base) const = 0;
    /// Called once, when the address is known.
    virtual void listening(const std::string &base) = 0;
};

/// What a site is made with.
struct SiteOptions {
    std::optional<int> limitPerMinute;
    bool store = false;
    QString stateFile;
};

Result<std::unique_ptr<Site>> makeDiscourseSite(const SiteOptions &options);
Result<std::unique_ptr<Site>> makeAnswerHubSite(const SiteOptions &options);

} // namespace badgewright::sample
