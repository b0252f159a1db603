// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/discourse_site.h"

#include "sample/object_store.h"
#include "sample/records.h"
#include "sample/text.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr const char *badKey = "You are not permitted to view the requested resource. The API username or key is invalid.";
constexpr const char *version = "3.5.0.beta9-dev";

bool asksJson(const Incoming &request, bool suffix)
{
    return suffix || request.header("accept").find("application/json") != std::string::npos;
}

/// Whatever a browser gets: the program that would fetch the rest is not there, the version is.
Outgoing page()
{
    return {200, "text/html; charset=utf-8",
            std::string("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Gardeners</title>\n<meta name=\"generator\" content=\"Discourse ")
                + version + " - https://github.com/discourse/discourse version 0000000\">\n</head><body><p>This is the sample forum. It answers programs, not browsers.</p></body></html>\n",
            {}};
}

/// Keeps a second request for the same person and badge from running at the same time.
class Flight
{
public:
    Flight(std::mutex &mutex, std::set<std::string> &flying, std::string key) : m_mutex(mutex), m_flying(flying), m_key(std::move(key))
    {
        const std::lock_guard lock(m_mutex);
        m_alone = m_flying.insert(m_key).second;
    }
    ~Flight()
    {
        const std::lock_guard lock(m_mutex);
        if (m_alone)
            m_flying.erase(m_key);
    }
    Flight(const Flight &) = delete;
    Flight &operator=(const Flight &) = delete;
    bool alone() const { return m_alone; }

private:
    std::mutex &m_mutex;
    std::set<std::string> &m_flying;
    std::string m_key;
    bool m_alone = false;
};

} // namespace

DiscourseSite::DiscourseSite(const QDate &today) : m_forum(today)
{
    for (const auto add : {addSiteRoutes, addKeyRoutes, addUserKeyRoutes, addBadgeRoutes, addSiteTextRoutes, addGroupingRoutes, addGrantRoutes, addHolderRoutes, addAwardRoutes, addUploadRoutes,
                           addDirectUploadRoutes, addIconRoutes, addPictureRoutes, addPeopleRoutes, addPeopleListRoutes, addGroupRoutes, addReportRoutes, addTopicRoutes, addSearchRoutes, addScoreRoutes, addLeaderboardRoutes})
        add(m_table);
}

DiscourseSite::~DiscourseSite()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_worker.joinable())
        m_worker.join();
}

Result<std::unique_ptr<Site>> makeDiscourseSite(const SiteOptions &options)
{
    return DiscourseSite::make(options);
}

Result<std::unique_ptr<Site>> DiscourseSite::make(const SiteOptions &options)
{
    std::unique_ptr<DiscourseSite> site;
    auto journal = Journal::open(options.stateFile, [&](const std::string &line) {
        const json record = json::parse(line, nullptr, false);
        if (record.is_discarded() || !record.is_object() || !record.contains("do"))
            return false;
        // The first record says on which day the community was founded: everything else follows from it.
        if (!site) {
            const QDate day = record.at("do") == "founded" ? parseDate(record.at("day")) : QDate();
            if (!day.isValid() || record.value("kind", "") != "discourse")
                return false;
            site.reset(new DiscourseSite(day));
            return true;
        }
        try {
            site->m_forum.community.apply(record);
        } catch (const json::exception &) {
            return false;
        }
        return true;
    });
    if (!journal)
        return tl::unexpected(journal.error());
    const bool fresh = !site;
    if (fresh)
        site.reset(new DiscourseSite(QDateTime::currentDateTimeUtc().date()));
    site->m_journal = std::move(*journal);
    site->m_forum.keep = [raw = site.get()](const std::string &line) { return raw->m_journal->append(line); };
    site->m_forum.wakeWorker = [raw = site.get()] { raw->m_wake.notify_all(); };
    if (options.limitPerMinute)
        site->m_adminLimit.emplace(*options.limitPerMinute, 60);
    site->m_userKeyLimits = options.limitPerMinute.has_value();
    if (options.store) {
        auto store = ObjectStore::open();
        if (!store)
            return tl::unexpected(store.error());
        site->m_store = std::move(*store);
        site->m_forum.store = site->m_store.get();
        site->m_forum.origin = site->m_store->address();
        site->m_forum.community.settle();
        for (const auto &[id, upload] : site->m_forum.community.uploads)
            site->m_store->put("/original/1X/" + upload.sha1 + "." + (upload.extension == "jpg" ? "jpeg" : upload.extension), upload.content);
    }
    if (fresh) {
        if (!site->m_journal->append(json{{"do", "founded"}, {"kind", "discourse"}, {"day", isoDate(site->m_forum.community.founded)}}.dump()))
            return fail(ErrorKind::Storage, QStringLiteral("%1 cannot be written.").arg(options.stateFile));
        try {
            site->makeKeys();
        } catch (const Refusal &) {
            return fail(ErrorKind::Storage, QStringLiteral("%1 cannot be written.").arg(options.stateFile));
        }
    }
    site->m_worker = std::thread([raw = site.get()] { raw->work(); });
    return std::unique_ptr<Site>(std::move(site));
}

void DiscourseSite::listening(const std::string &base)
{
    const std::lock_guard lock(m_mutex);
    m_forum.base = base;
    m_forum.host = base.substr(base.find("//") + 2);
}

const Route *DiscourseSite::find(const std::string &method, const std::string &path, bool suffix, Params &params) const
{
    const auto given = split(path.substr(1), '/');
    for (const Route &route : m_table.routes()) {
        const bool methodFits = route.method == method || (method == "HEAD" && route.method == "GET");
        if (!methodFits || (suffix && route.form == Form::NoSuffix))
            continue;
        const auto &wanted = route.segments;
        const bool open = !wanted.empty() && wanted.back()[0] == '*';
        if (open ? given.size() < wanted.size() : given.size() != wanted.size())
            continue;
        bool fits = true;
        for (std::size_t i = 0; i < wanted.size() && fits; ++i) {
            if (wanted[i][0] == '*')
                break;
            // An id is a number: another text is another route, or none.
            const bool number = wanted[i] == ":id" || wanted[i] == ":number" || wanted[i] == ":topic";
            fits = wanted[i][0] == ':' ? !given[i].empty() && (!number || wholeNumber(given[i])) : wanted[i] == given[i];
        }
        if (!fits)
            continue;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (wanted[i][0] == ':')
                params.set(wanted[i].substr(1), given[i]);
            else if (wanted[i][0] == '*') {
                std::string rest = given[i];
                for (std::size_t more = i + 1; more < given.size(); ++more)
                    rest += "/" + given[more];
                params.set(wanted[i].substr(1), rest);
            }
        }
        return &route;
    }
    return nullptr;
}

Outgoing DiscourseSite::answer(const Incoming &request)
{
    std::string path = request.path.empty() ? "/" : request.path;
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    Params params(request);
    // A route that answers everybody alike owns its whole address, so it is looked for first: an upload may end in .json.
    const bool suffix = path.size() > 5 && path.compare(path.size() - 5, 5, ".json") == 0;
    const Route *route = find(request.method, suffix ? path.substr(0, path.size() - 5) : path, suffix, params);
    const bool wantsJson = asksJson(request, suffix);
    if (!route)
        return wantsJson ? notFound() : Outgoing{404, "text/plain; charset=utf-8", "The requested URL or resource could not be found.", {}};
    return dispatch(request, *route, std::move(params), wantsJson);
}

bool DiscourseSite::mayUse(const ApiKey &key, const Route &route, const Params &params) const
{
    if (key.scopes.empty() || route.action == "session/scopes")
        return true;
    return std::any_of(key.scopes.begin(), key.scopes.end(), [&](const ApiKey::Scope &scope) {
        if (scope.id == "global:read")
            return route.method == "GET";
        if (std::find(route.scopes.begin(), route.scopes.end(), scope.id) == route.scopes.end())
            return false;
        return std::all_of(scope.allowed.begin(), scope.allowed.end(), [&](const auto &allowed) {
            const auto value = params.text(allowed.first);
            return allowed.second.empty() || (value && std::find(allowed.second.begin(), allowed.second.end(), *value) != allowed.second.end());
        });
    });
}

Actor DiscourseSite::authenticate(const Incoming &request, const Route &route, const Params &params)
{
    Community &community = m_forum.community;
    const qint64 seconds = nowMs() / 1'000;
    if (request.hasHeader("api-key")) {
        const std::string text = request.header("api-key");
        const auto key = std::find_if(community.keys.begin(), community.keys.end(), [&](const ApiKey &k) { return k.key == text && !k.revoked; });
        if (key == community.keys.end())
            refuse(errorAnswer(403, badKey, "invalid_access"), false);
        const Person *named = request.hasHeader("api-username") ? community.personByName(request.header("api-username"))
            : request.hasHeader("api-user-id")                  ? community.person(static_cast<int>(leadingInteger(request.header("api-user-id"))))
                                                                : nullptr;
        const bool namesSomebody = request.hasHeader("api-username") || request.hasHeader("api-user-id");
        const Person *person = key->person ? community.person(*key->person) : named;
        if (!person || (key->person && namesSomebody && named != person) || !mayUse(*key, route, params))
            refuse(errorAnswer(403, badKey, "invalid_access"), false);
        if (!person->active || (person->suspendedTill && *person->suspendedTill > nowMs()))
            refuse(errorAnswer(403, "You are not permitted to view the requested resource.", "invalid_access"), false);
        if (m_adminLimit)
            if (const auto wait = m_adminLimit->take(seconds))
                refuse(limited(*wait, "You’ve performed this action too many times.", "admin_api_key_rate_limit"), false);
        return {person, &*key};
    }
    if (request.hasHeader("user-api-key")) {
        const std::string text = request.header("user-api-key");
        const auto key = std::find_if(community.userKeys.begin(), community.userKeys.end(), [&](const UserKey &k) { return k.key == text && !k.revoked; });
        const auto has = [&](const char *scope) { return key != community.userKeys.end() && std::find(key->scopes.begin(), key->scopes.end(), scope) != key->scopes.end(); };
        const bool reads = request.method == "GET" || request.method == "HEAD";
        const bool may = has("write") || (has("read") && reads) || (has("session_info") && route.action == "session/current") || route.action == "user_api_keys/revoke";
        if (key == community.userKeys.end() || !may)
            refuse(errorAnswer(403, "You are not permitted to view the requested resource.", "invalid_access"), false);
        if (m_userKeyLimits) {
            for (const auto &[name, count, span] : {std::tuple("user_api_key_limiter_60_secs", 20, 60), std::tuple("user_api_key_limiter_1_day", 2'880, 86'400)}) {
                auto &window = m_forum.limits.try_emplace(std::string(name) + text, count, span).first->second;
                if (const auto wait = window.take(seconds))
                    refuse(limited(*wait, "You’ve performed this action too many times.", name), false);
            }
        }
        return {community.person(key->person), nullptr};
    }
    return {};
}

Outgoing DiscourseSite::dispatch(const Incoming &request, const Route &route, Params params, bool wantsJson)
{
    std::optional<Flight> flight;
    if (route.onePerPerson)
        flight.emplace(m_flightMutex, m_inFlight,
                       params.text("badge_id").value_or(params.text("badge_name").value_or("")) + "/" + lower(params.text("username").value_or("")));
    const std::lock_guard lock(m_mutex);
    m_forum.community.settle();
    Ask ask{m_forum, request, std::move(params), {}};
    bool inAction = true;
    Outgoing out;
    const bool constrained = route.gate == Gate::Staff || route.gate == Gate::Admin;
    try {
        try {
            ask.actor = authenticate(request, route, ask.params);
        } catch (const Refusal &refusal) {
            // A route constraint swallows what is wrong with the key, but not the limit.
            if (constrained && refusal.answer.status != 429)
                refuse(notFound(), false);
            throw;
        }
        if ((route.gate == Gate::Admin && !ask.actor.admin()) || (route.gate == Gate::Staff && !ask.actor.staff()))
            refuse(notFound(), false);
        const bool signedIn = ask.actor.person != nullptr;
        if (!signedIn && request.isWrite() && !startsWith(route.action, "user_api_keys/"))
            refuse(jsonAnswer(json::array({"BAD CSRF"}), 403), false);
        if (!signedIn && route.gate == Gate::SignedIn)
            refuse(errorAnswer(403, "You need to be logged in to do that.", "not_logged_in"));
        if (flight && !flight->alone())
            refuse(serverFault(), false);
        const bool reads = request.method == "GET" || request.method == "HEAD";
        out = reads && !wantsJson && route.form != Form::Any ? page() : route.handler(ask);
    } catch (const Refusal &refusal) {
        out = refusal.answer;
        inAction = refusal.inAction;
        if (!inAction && out.status == 404 && !wantsJson && !request.isWrite())
            out = {404, "text/plain; charset=utf-8", "The requested URL or resource could not be found.", {}};
    } catch (const json::exception &) {
        out = serverFault();
        inAction = false;
    }
    if (inAction) {
        out.headers.emplace_back("X-Discourse-Route", route.action);
        if (ask.actor.person)
            out.headers.emplace_back("X-Discourse-Username", percentEncoded(ask.actor.person->username));
    }
    const auto named = [&](const char *name) { return std::any_of(out.headers.begin(), out.headers.end(), [&](const auto &h) { return h.first == name; }); };
    if (!named("Cache-Control"))
        out.headers.emplace_back("Cache-Control", "no-cache, no-store");
    return out;
}

void DiscourseSite::work()
{
    std::unique_lock lock(m_mutex);
    const auto hour = [] { return nowMs() / 3'600'000; };
    qint64 counted = hour();
    while (!m_stopping) {
        try {
            if (stepBulkAward(m_forum)) {
                lock.unlock(); // one person at a time, as the job queue of a real forum: others get their turn
                std::this_thread::sleep_for(std::chrono::microseconds(200));
                lock.lock();
                continue;
            }
            if (hour() != counted) {
                const QDate today = QDateTime::currentDateTimeUtc().date();
                const bool newDay = hour() / 24 != counted / 24;
                counted = hour();
                m_forum.change({{"do", "counted"}, {"from", isoDate(today.addDays(newDay ? -10 : 0))}, {"views", true}});
                purgeOrphans(m_forum);
            }
        } catch (const Refusal &) {
            // The disk is full: tried again at the next turn.
        }
        m_wake.wait_for(lock, std::chrono::seconds(5));
    }
}

Outgoing DiscourseSite::faultAnswer(FaultKind kind)
{
    if (kind == FaultKind::LimitJson)
        return limited(2, "You’ve performed this action too many times.", "admin_api_key_rate_limit");
    if (kind == FaultKind::ReadOnly)
        return errorAnswer(503, "The site is in read only mode. Interactions are disabled.", "read_only");
    return serverFault();
}

void DiscourseSite::cleanUp()
{
    const std::lock_guard lock(m_mutex);
    purgeOrphans(m_forum);
}

int DiscourseSite::timesHeld(const QString &username, const QString &badgeName) const
{
    const std::lock_guard lock(m_mutex);
    const Community &community = m_forum.community;
    const Person *person = community.personByName(s(username));
    const Badge *badge = community.badgeByName(s(badgeName));
    if (!person || !badge)
        return 0;
    const auto &ids = community.grantsTo(person->id);
    return static_cast<int>(std::count_if(ids.begin(), ids.end(), [&](int id) { return community.grant(id)->badge == badge->id; }));
}

} // namespace badgewright::sample
