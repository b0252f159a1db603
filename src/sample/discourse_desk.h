// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/community.h"
#include "sample/params.h"
#include "sample/site.h"
#include "sample/sliding_window.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace badgewright::sample {

/// Thrown by a handler to answer something else than it promised; caught by the dispatcher.
struct Refusal {
    Outgoing answer;
    bool inAction = true; ///< the action ran: its name stands in the headers
};

/// Who acts, by which key.
struct Actor {
    const Person *person = nullptr;
    const ApiKey *key = nullptr; ///< none: a user API key
    bool admin() const { return person && person->admin; }
    bool staff() const { return person && person->staff(); }
};

class ObjectStore;

/// A direct upload that was begun: what was declared, to be held against what arrives in the store.
struct ExternalStub {
    std::string key;
    std::string filename;
    std::string checksum; ///< SHA-1; empty when none was given
    std::string parts;    ///< name of the multipart upload; empty for a single PUT
    qint64 size = 0;
    qint64 created = 0;
    int person = 0;
};

/// What all handlers of the Discourse side share. The dispatcher holds its lock while a handler runs.
class Forum
{
public:
    explicit Forum(const QDate &today) : community(today) {}

    Community community;
    std::string base;            ///< http://127.0.0.1:PORT
    std::string host;            ///< 127.0.0.1:PORT
    std::string origin;          ///< the store's address, without a store empty
    ObjectStore *store = nullptr;
    std::map<std::string, SlidingWindow> limits; ///< by what and whom
    std::map<std::string, ExternalStub> stubs;   ///< by unique_identifier
    std::map<int, qint64> presignRefusedUntil;   ///< person → when
    std::function<bool(const std::string &line)> keep; ///< the journal; false when it could not
    std::function<void()> wakeWorker;

    /// Keeps the change, then carries it out. Refusal 500 when it could not be kept: then nothing has changed.
    void change(const nlohmann::json &record);
};

/// One request on its way through the Discourse side.
struct Ask {
    Forum &forum;
    const Incoming &in;
    Params params;
    Actor actor;

    Community &community() const { return forum.community; }
    /// Refusal 400 "param is missing" unless present.
    std::string require(const std::string &name) const;
};

using Handler = std::function<Outgoing(Ask &)>;

/// Who gets past the router.
enum class Gate {
    Open,     ///< everybody; the handler looks at the actor itself
    SignedIn, ///< 403 not_logged_in for others
    Staff,    ///< a route constraint: 404 for others, whatever is wrong with them
    Admin,    ///< the same
};

/// How a GET without .json and without a JSON Accept is answered.
enum class Form {
    Json,       ///< with a page
    Any,        ///< the same for all
    NoSuffix,   ///< as Json, but with .json there is no such route
};

struct Route {
    std::string method;
    std::vector<std::string> segments; ///< ":name" takes one segment, "*name" all that are left
    std::string action;
    Gate gate = Gate::Open;
    std::vector<std::string> scopes;   ///< API key scopes that open it, besides "everything"
    Handler handler;
    Form form = Form::Json;
    bool onePerPerson = false;         ///< answers 500 when it is asked twice at once for one person and badge
};

class RouteTable
{
public:
    struct Options {
        Gate gate = Gate::Open;
        std::vector<std::string> scopes = {};
        Form form = Form::Json;
        bool onePerPerson = false;
    };
    void add(const char *method, const char *pattern, const char *action, const Options &options, Handler handler);
    const std::vector<Route> &routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

// Every area adds its routes.
void addSiteRoutes(RouteTable &table);
void addKeyRoutes(RouteTable &table);
void addUserKeyRoutes(RouteTable &table);
void addBadgeRoutes(RouteTable &table);
void addSiteTextRoutes(RouteTable &table);
void addGroupingRoutes(RouteTable &table);
void addGrantRoutes(RouteTable &table);
void addHolderRoutes(RouteTable &table);
void addAwardRoutes(RouteTable &table);
void addUploadRoutes(RouteTable &table);
void addDirectUploadRoutes(RouteTable &table);
void addIconRoutes(RouteTable &table);
void addPictureRoutes(RouteTable &table);
void addPeopleRoutes(RouteTable &table);
void addPeopleListRoutes(RouteTable &table);
void addGroupRoutes(RouteTable &table);
void addReportRoutes(RouteTable &table);
void addTopicRoutes(RouteTable &table);
void addSearchRoutes(RouteTable &table);
void addScoreRoutes(RouteTable &table);
void addLeaderboardRoutes(RouteTable &table);

/// Purges uploads nobody refers to, 48 hours after they were made (or as long as was asked for).
void purgeOrphans(Forum &forum);
/// Makes the next grant of a bulk award; false when none is left.
bool stepBulkAward(Forum &forum);

// Answers.
Outgoing jsonAnswer(const nlohmann::json &body, int status = 200);
Outgoing success();                                             ///< {"success":"OK"}
Outgoing emptyAnswer(int status, const std::string &type = "text/plain; charset=utf-8");
Outgoing errorAnswer(int status, const std::string &words, const std::string &type = {});
Outgoing notFound();                                            ///< 404 not_found
Outgoing railsNotFound();                                       ///< 404 {"status":404,"error":"Not Found"}
Outgoing serverFault();                                         ///< 500
Outgoing limited(int waitSeconds, const std::string &words, const std::string &code = {});

// Refusals.
[[noreturn]] void refuse(Outgoing answer, bool inAction = true);
[[noreturn]] void refuseNotFound();
[[noreturn]] void refuseMissing(const std::string &parameter);
[[noreturn]] void refuseInvalid(const std::string &parameter);
[[noreturn]] void refuseWords(const std::string &words);        ///< 422
[[noreturn]] void refuseAccess();                               ///< 403 invalid_access
std::string waitWords(int seconds);

} // namespace badgewright::sample
