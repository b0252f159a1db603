// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/site_check.h"

#include "discourse/json_tools.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace badgewright::discourse {

using namespace std::chrono_literals;

namespace {

constexpr QLatin1String kBasicInfo("/site/basic-info.json");
constexpr QLatin1String kScopes("/session/scopes.json");
constexpr QLatin1String kCurrent("/session/current.json");
constexpr QLatin1String kAdminList("/admin/badges.json");
constexpr QLatin1String kSettings("/site/settings.json");
constexpr QLatin1String kAbout("/about.json");
constexpr QLatin1String kVersionCheck("/admin/version_check.json");
constexpr auto kLongestWait = 5s; // somebody is looking at a page that opens

} // namespace

Call<Done> *SiteCheck::run(Session *session, QObject *parent)
{
    auto *call = new Call<Done>(parent);
    auto *check = new SiteCheck(session, call);
    check->askBasicInfo();
    return call;
}

SiteCheck::SiteCheck(Session *session, Call<Done> *call)
    : QObject(call)
    , m_session(session)
    , m_call(call)
    , m_facts(session->facts())
    , m_askedFor(m_facts.actingUser)
{
}

void SiteCheck::give(const Error &error)
{
    m_stage = Stage::Over;
    m_call->settle(fail(error));
}

void SiteCheck::send(const http::Request &request, std::function<void(const http::Reply &)> next, int waits)
{
    // Several are under way at once: a cancelled check takes its session, and their sockets, with it.
    auto *inner = m_session->client().send(request);
    inner->then(this, [this, request, next = std::move(next), waits](const Result<http::Reply> &result) {
        if (m_stage == Stage::Over || m_call->isSettled())
            return;
        if (!result)
            return give(result.error());
        if (result->status != 429)
            return next(*result);
        // Asked all over again the check would meet the next refusal at another question, and never come to its end.
        const Error error = errorOf(*result, Effect::Reads);
        if (waits == 0 || error.retryAfter > kLongestWait)
            return give(error);
        m_session->clock()->after(error.retryAfter + 1s, this, [this, request, next, waits] {
            if (m_stage != Stage::Over && !m_call->isSettled())
                send(request, next, waits - 1);
        });
    });
}

void SiteCheck::askBasicInfo()
{
    http::Request request = http::Request::get(kBasicInfo);
    request.anonymous = true;
    send(request, [this](const http::Reply &reply) {
        if (reply.status != 200) {
            Error error = errorOf(reply, Effect::Reads);
            if (reply.status == 404)
                error.kind = ErrorKind::Unreadable;
            return give(error);
        }
        m_facts.readOnly = reply.header("discourse-readonly") == "true";
        if (const auto read = readBasicInfo(reply.body, &m_facts); !read)
            return give(read.error());
        askScopes();
    });
}

Error SiteCheck::refusedKey(const http::Reply &reply) const
{
    Error error = errorOf(reply, Effect::Reads);
    error.kind = ErrorKind::Unauthorised;
    error.detail = m_askedFor.isEmpty()
        ? QStringLiteral("the key may be mistyped, revoked, not allowed from this network, "
                         "or be a key for all users, which needs a user name")
        : QStringLiteral("as “%1” the key may be mistyped, revoked, not allowed from this network, bound to another "
                         "user, or the user does not exist or is suspended")
              .arg(m_askedFor);
    return error;
}

void SiteCheck::askScopes()
{
    m_stage = Stage::Scopes;
    send(http::Request::get(kScopes), [this](const http::Reply &reply) {
        if (const QByteArray user = reply.header("x-discourse-username"); !user.isEmpty())
            m_facts.actingUser = QString::fromUtf8(user);
        if (reply.status == 200) {
            const auto scopes = KeyScopes::parse(reply.body, m_session->base().path());
            if (!scopes)
                return give(scopes.error());
            m_facts.scopes = *scopes;
        } else if (reply.status == 403) {
            return give(refusedKey(reply));
        } else if (reply.status != 404) {
            return give(errorOf(reply, Effect::Reads));
        }
        // 404: a forum before 3.0 has no such page; the current user tells whether the key is good there.
        askRest();
    });
}

void SiteCheck::askRest()
{
    m_stage = Stage::Rest;
    m_session->setFacts(m_facts);
    const auto open = [this](const QString &path) { return m_session->accessTo(http::Method::Get, path); };
    if (open(kCurrent) == Access::WithKey)
        ask(Question::CurrentUser, kCurrent);
    else if (open(kAdminList) == Access::WithKey)
        ask(Question::AdminList, kAdminList);
    if (open(kSettings) != Access::None)
        ask(Question::Settings, kSettings);
    if (open(kAbout) != Access::None)
        ask(Question::About, kAbout);
    finishWhenAllAnswered();
}

void SiteCheck::ask(Question question, const QString &path)
{
    ++m_open;
    http::Request request = http::Request::get(path);
    request.anonymous = m_session->accessTo(http::Method::Get, path) == Access::AsVisitor;
    send(request, [this, question](const http::Reply &reply) {
        --m_open;
        answered(question, reply);
        finishWhenAllAnswered();
    });
}

void SiteCheck::answered(Question question, const http::Reply &reply)
{
    const bool good = reply.status == 200;
    m_facts.readOnly = m_facts.readOnly || reply.header("discourse-readonly") == "true";
    switch (question) {
    case Question::CurrentUser:
        if (good) {
            if (const auto read = readCurrentUser(reply.body, &m_facts); !read)
                give(read.error());
        } else if (reply.status >= 400 && reply.status < 500) {
            // The page is open to every key that reaches it: whoever is refused here is not signed in at all.
            give(refusedKey(reply));
        } else {
            give(errorOf(reply, Effect::Reads));
        }
        break;
    case Question::AdminList:
        m_facts.roleKnown = good;
        m_facts.admin = good;
        break;
    case Question::Settings:
        if (good)
            (void)readSettings(reply.body, &m_facts);
        break;
    case Question::About:
        if (!good || !readAbout(reply.body, &m_facts)) {
            if (m_session->accessTo(http::Method::Get, kVersionCheck) == Access::WithKey)
                ask(Question::VersionCheck, kVersionCheck);
        }
        break;
    case Question::VersionCheck:
        if (const auto answer = parseObject(reply.body); good && answer) {
            m_facts.versionText = text(*answer, "installed_version");
            m_facts.version = Version::parse(m_facts.versionText);
        }
        break;
    }
}

void SiteCheck::finishWhenAllAnswered()
{
    if (m_open > 0 || m_stage == Stage::Over)
        return;
    m_stage = Stage::Over;
    m_session->setFacts(m_facts);
    m_call->settle(Done{});
}

} // namespace badgewright::discourse
