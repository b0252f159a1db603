// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/session.h"

namespace badgewright::discourse {

namespace {

using namespace std::chrono_literals;

// What makes a forum drop keys is a queue of a second or more; by then it has often passed.
constexpr std::chrono::milliseconds kPauseOfOverload = 3s;

// What a public forum shows to everybody, so that a narrow key is no worse than no key.
bool isPublicRead(http::Method method, const QString &path)
{
    if (method != http::Method::Get && method != http::Method::Head)
        return false;
    static const QStringList prefixes{
        QStringLiteral("/badges"),      QStringLiteral("/user_badges"), QStringLiteral("/user-badges/"),
        QStringLiteral("/t/"),          QStringLiteral("/posts/"),      QStringLiteral("/p/"),
        QStringLiteral("/groups"),      QStringLiteral("/u/"),          QStringLiteral("/user-cards"),
        QStringLiteral("/search"),      QStringLiteral("/leaderboard"), QStringLiteral("/site"),
        QStringLiteral("/about"),       QStringLiteral("/post_action_users"),
    };
    for (const QString &prefix : prefixes) {
        if (path.startsWith(prefix))
            return true;
    }
    return false;
}

} // namespace

Result<Done> decodeDone(const QByteArray &)
{
    return Done{};
}

Session::Session(const Connection &connection, const Secret &secret, RequestGate *gate, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_client(new http::Client(connection.base, gate, this))
    , m_clock(clock)
{
    m_client->setSecretHeaders([secret, user = connection.user.toUtf8()] {
        QList<std::pair<QByteArray, QByteArray>> headers{{"Api-Key", secret.reveal()}};
        if (!user.isEmpty())
            headers.emplaceBack("Api-Username", user);
        return headers;
    });
}

Access Session::accessTo(http::Method method, const QString &path) const
{
    if (m_facts.scopes.permits(method, path).allowed)
        return Access::WithKey;
    return !m_facts.loginRequired && isPublicRead(method, path) ? Access::AsVisitor : Access::None;
}

Call<http::Reply> *Session::send(const http::Request &request, Effect effect)
{
    return start({request, effect, true, 0, false});
}

Call<http::Reply> *Session::send(const http::Request &request)
{
    return send(request, Effect::Reads);
}

Call<http::Reply> *Session::sendToGuess(const http::Request &request)
{
    return start({request, Effect::Reads, true, 0, true});
}

Call<http::Reply> *Session::sendPatiently(const http::Request &request)
{
    Errand errand{request, Effect::Reads, true, 5, false};
    // A long row of reads takes its turn like a run, or it would eat the budget of a minute at once.
    errand.request.lane = Lane::Run;
    return start(errand);
}

Call<http::Reply> *Session::start(Errand errand)
{
    http::Request &request = errand.request;
    if (errand.effect == Effect::Changes)
        request.lane = Lane::Run;
    if (!request.anonymous && accessTo(request.method, request.path) == Access::AsVisitor)
        request.anonymous = true;
    // Routes without ".json", and refusals of all of them, are web pages otherwise.
    if (request.headers.isEmpty() || request.headers.first().first != "Accept")
        request.headers.emplaceFront("Accept", "application/json");
    auto *call = new Call<http::Reply>(this);
    attempt(call, errand);
    return call;
}

void Session::attempt(Call<http::Reply> *call, const Errand &errand)
{
    auto *inner = m_client->send(errand.request);
    follow(call, inner);
    inner->then(call, [this, call, errand](const Result<http::Reply> &result) {
        if (!result) {
            Error error = result.error();
            if (error.kind == ErrorKind::OutcomeUnknown && errand.effect == Effect::Reads)
                error.kind = ErrorKind::Network;
            call->settle(fail(error));
            return;
        }
        if (result->status >= 200 && result->status < 300) {
            call->settle(*result);
            return;
        }
        Error error = errorOf(*result, errand.effect);
        if (errand.request.anonymous && error.kind == ErrorKind::Unauthorised) {
            error.kind = ErrorKind::Forbidden;
            error.detail = QStringLiteral("visitors do not see this, and the key has no scope for it");
        }
        if (error.kind == ErrorKind::RateLimited && errand.waits > 0 && error.retryAfter <= 90s) {
            Errand again = errand;
            --again.waits;
            // A second more: the forum counts in whole seconds.
            m_clock->after(error.retryAfter + 1s, call, [this, call, again] {
                if (!call->isSettled())
                    attempt(call, again);
            });
            return;
        }
        if (errand.suspicious && !errand.request.anonymous && mayConcernTheKey(*result, errand.request.path)) {
            askAboutKey(call, errand, *result);
            return;
        }
        call->settle(fail(error));
    });
}

void Session::askAboutKey(Call<http::Reply> *call, const Errand &errand, const http::Reply &refusal)
{
    http::Request question = http::Request::get(QStringLiteral("/session/scopes.json"));
    question.lane = errand.request.lane;
    auto *inner = m_client->send(question);
    follow(call, inner);
    inner->then(call, [this, call, errand, refusal](const Result<http::Reply> &result) {
        if (!result) {
            call->settle(fail(result.error()));
            return;
        }
        if (result->status == 403) {
            Error error = errorOf(*result, errand.effect);
            error.kind = ErrorKind::Unauthorised;
            error.detail = QStringLiteral("the forum no longer accepts the key");
            call->settle(fail(error));
            return;
        }
        if (result->status == 200) {
            if (auto scopes = KeyScopes::parse(result->body, base().path()))
                m_facts.scopes = *scopes;
        } else if (result->status != 404) {
            // Forums before 3.0 have no such page; anything else leaves the question open.
            call->settle(fail(errorOf(*result, Effect::Reads)));
            return;
        }
        if (maySeeItAfterAll(errand, refusal, *result)) {
            Errand again = errand;
            again.suspicious = false;
            m_clock->after(kPauseOfOverload, call, [this, call, again] {
                if (!call->isSettled())
                    attempt(call, again);
            });
            return;
        }
        call->settle(judged(errand, refusal));
    });
}

/// Whether the refusal may be due to the forum having overlooked the key, as one does under overload.
bool Session::maySeeItAfterAll(const Errand &errand, const http::Reply &refusal, const http::Reply &aboutKey) const
{
    // Who is named in the refusal was recognised.
    if (errand.effect != Effect::Reads || !refusal.header("x-discourse-username").isEmpty())
        return false;
    // A forum that has the page about keys and hides it has overlooked the key there, too.
    const bool tooOldForThePage = m_facts.version.isKnown() && m_facts.version < Version(3, 0);
    if (aboutKey.status == 404 && tooOldForThePage)
        return false;
    if (refusal.status == 404 && (errand.isGuess || (m_facts.roleKnown && !m_facts.admin)))
        return false;
    return m_facts.scopes.permits(errand.request.method, errand.request.path).allowed;
}

Result<http::Reply> Session::judged(const Errand &errand, const http::Reply &refusal) const
{
    Error error = errorOf(refusal, errand.effect);
    const Permission permission = m_facts.scopes.permits(errand.request.method, errand.request.path);
    if (!permission.allowed) {
        error.kind = ErrorKind::Forbidden;
        error.detail = QStringLiteral("the key has no scope for this");
    } else if (refusal.status == 404) {
        if (m_facts.roleKnown && !m_facts.admin) {
            error.kind = ErrorKind::Forbidden;
            error.detail = QStringLiteral("only an admin may do this");
        }
    } else {
        error.kind = ErrorKind::Forbidden;
        if (!permission.onlyFor.isEmpty())
            error.detail = QStringLiteral("the key is good for some values only");
    }
    return fail(error);
}

} // namespace badgewright::discourse
