// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/discourse_desk.h"

#include "sample/text.h"

#include <nlohmann/json.hpp>

namespace badgewright::sample {

using nlohmann::json;

namespace {
constexpr const char *jsonType = "application/json; charset=utf-8";
}

Outgoing jsonAnswer(const json &body, int status)
{
    return {status, jsonType, body.dump(-1, ' ', false, json::error_handler_t::replace), {}};
}

Outgoing success()
{
    return jsonAnswer({{"success", "OK"}});
}

Outgoing emptyAnswer(int status, const std::string &type)
{
    return {status, type, {}, {}};
}

Outgoing errorAnswer(int status, const std::string &words, const std::string &type)
{
    json body = {{"errors", json::array({words})}};
    if (!type.empty())
        body["error_type"] = type;
    return jsonAnswer(body, status);
}

Outgoing notFound()
{
    return errorAnswer(404, "The requested URL or resource could not be found.", "not_found");
}

Outgoing railsNotFound()
{
    return jsonAnswer({{"status", 404}, {"error", "Not Found"}}, 404);
}

Outgoing serverFault()
{
    return jsonAnswer({{"status", 500}, {"error", "Internal Server Error"}}, 500);
}

std::string waitWords(int seconds)
{
    const auto counted = [](int n, const char *unit) { return std::to_string(n) + " " + unit + (n == 1 ? "" : "s"); };
    if (seconds < 60)
        return counted(seconds, "second");
    if (seconds < 3'600)
        return counted((seconds + 30) / 60, "minute");
    return counted(seconds / 3'600, "hour");
}

Outgoing limited(int waitSeconds, const std::string &words, const std::string &code)
{
    const std::string left = waitWords(waitSeconds);
    Outgoing answer = jsonAnswer({{"errors", json::array({words + " Please wait " + left + " before trying again."})},
                                  {"error_type", "rate_limit"},
                                  {"extras", {{"wait_seconds", waitSeconds}, {"time_left", left}}}},
                                 429);
    answer.headers.emplace_back("Retry-After", std::to_string(waitSeconds));
    if (!code.empty())
        answer.headers.emplace_back("Discourse-Rate-Limit-Error-Code", code);
    return answer;
}

void refuse(Outgoing answer, bool inAction)
{
    throw Refusal{std::move(answer), inAction};
}

void refuseNotFound()
{
    refuse(notFound());
}

void refuseMissing(const std::string &parameter)
{
    refuse(errorAnswer(400, "param is missing or the value is empty or invalid: " + parameter));
}

void refuseInvalid(const std::string &parameter)
{
    refuse(errorAnswer(400, "You supplied invalid parameters to the request: " + parameter, "invalid_parameters"));
}

void refuseWords(const std::string &words)
{
    refuse(errorAnswer(422, words));
}

void refuseAccess()
{
    refuse(errorAnswer(403, "You are not permitted to view the requested resource.", "invalid_access"));
}

std::string Ask::require(const std::string &name) const
{
    const auto value = params.present(name);
    if (!value)
        refuseMissing(name);
    return *value;
}

void Forum::change(const json &record)
{
    if (keep && !keep(record.dump(-1, ' ', false, json::error_handler_t::replace)))
        refuse(serverFault(), false);
    community.apply(record);
}

void RouteTable::add(const char *method, const char *pattern, const char *action, const Options &options, Handler handler)
{
    Route route;
    route.method = method;
    route.segments = split(std::string(pattern).substr(1), '/');
    route.action = action;
    route.gate = options.gate;
    route.scopes = options.scopes;
    route.form = options.form;
    route.onePerPerson = options.onePerPerson;
    route.handler = std::move(handler);
    m_routes.push_back(std::move(route));
}

} // namespace badgewright::sample
