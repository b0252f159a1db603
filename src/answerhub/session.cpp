// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/session.h"

#include "answerhub/codec.h"
#include "answerhub/reply_judge.h"

#include <QUrlQuery>

#include <algorithm>

namespace badgewright::answerhub {

namespace {

using namespace std::chrono_literals;

constexpr auto unsaidLife = 1h;   // a token that does not say how long it is good for
constexpr auto longestMargin = 2min;
constexpr auto freshFor = 1min;

QList<std::pair<QByteArray, QByteArray>> authorization(const QByteArray &value)
{
    return {{"Authorization", value}};
}

http::Request requestFor(http::Method method, const QString &path, const http::Query &query)
{
    http::Request request;
    request.method = method;
    request.path = QStringLiteral("/services/v2/") + path;
    request.query = query;
    // The vendor's samples send both, also without a body.
    request.headers = {{"Accept", "application/json"}};
    request.contentType = "application/json";
    return request;
}

} // namespace

Session::Session(const Connection &connection, const Secret &password, RequestGate *gate, Clock *clock,
                 std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_timeout(timeout),
      m_basic((connection.user.toUtf8() + ':' + password.reveal()).toBase64()),
      m_gate(gate),
      m_client(connection.base, &m_gate),
      m_door(connection.base, &m_gate)
{
    m_door.setSecretHeaders([this] { return authorization("Basic " + m_basic.reveal()); });
    m_client.setSecretHeaders([this] {
        return authorization(m_token.isEmpty() ? "Basic " + m_basic.reveal() : "Bearer " + m_token.reveal());
    });
}

Session::~Session() = default;

Call<bool> *Session::signIn()
{
    http::Request request = requestFor(http::Method::Post, QStringLiteral("auth/token.json"), {});
    request.timeout = m_timeout;
    auto *call = new Call<bool>(this);
    Call<http::Reply> *sent = m_door.send(request);
    follow(call, sent);
    sent->then(call, [this, call](const Result<http::Reply> &reply) {
        if (!reply) {
            // Asking for a token changes nothing, so "outcome unknown" would only puzzle.
            Error error = reply.error();
            if (error.kind == ErrorKind::OutcomeUnknown)
                error.kind = ErrorKind::Network;
            call->settle(fail(error));
            return;
        }
        if (reply->status == 401 || reply->status == 429) {
            m_token = {};
            call->settle(fail(*readError(*reply, {Words::tr("a sign-in token"), {}})));
            return;
        }
        // Servers before 2.18.0 have no tokens and say so in many ways; the first read shows whether Basic is enough.
        const auto token = reply->status == 200 ? tokenFrom(reply->body) : Result<Token>(fail(ErrorKind::NotFound));
        m_tokensOffered = token.has_value();
        if (token)
            takeToken(token->text, token->validFor);
        else
            m_token = {};
        call->settle(m_tokensOffered);
    });
    return call;
}

Call<http::Reply> *Session::get(const QString &path, const http::Query &query)
{
    return send(requestFor(http::Method::Get, path, query));
}

Call<http::Reply> *Session::change(http::Method method, const QString &path, const http::Query &query)
{
    http::Request request = requestFor(method, path, query);
    request.lane = Lane::Run;
    return send(request);
}

Call<http::Reply> *Session::picture(const QUrl &url)
{
    http::Request request;
    request.path = url.path(QUrl::FullyDecoded).mid(base().path(QUrl::FullyDecoded).size());
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        request.query.addQueryItem(name, value);
    request.replyCap = 10 * 1024 * 1024;
    request.followRedirects = true;
    request.anonymous = true;
    return send(request);
}

Call<http::Reply> *Session::send(const http::Request &plain)
{
    http::Request request = plain;
    request.timeout = m_timeout;
    if (request.anonymous || !tokenIsRunningOut())
        return sendSigned(request);

    // Renewed before and not after a refusal: a write that was refused must not be sent a second time by itself.
    auto *call = new Call<http::Reply>(this);
    Call<bool> *renewed = signIn();
    call->passCancelTo(renewed);
    renewed->then(call, [this, call, request](const Result<bool> &token) {
        if (!token) {
            call->settle(fail(token.error()));
            return;
        }
        Call<http::Reply> *sent = sendSigned(request);
        call->passCancelTo(sent);
        QObject::connect(sent, &PendingCall::progress, call, &PendingCall::progress);
        sent->then(call, [call](const Result<http::Reply> &reply) { call->settle(reply); });
    });
    return call;
}

Call<http::Reply> *Session::sendSigned(const http::Request &request)
{
    Call<http::Reply> *sent = m_client.send(request);
    sent->then(this, [this](const Result<http::Reply> &reply) {
        if (reply && reply->status == 401)
            noteRefusal();
    });
    return sent;
}

bool Session::tokenIsRunningOut() const
{
    return m_tokensOffered && (m_token.isEmpty() || m_clock->monotonic() >= m_tokenRunsOut);
}

void Session::takeToken(const QByteArray &text, std::chrono::seconds validFor)
{
    const std::chrono::seconds life = validFor > 0s ? validFor : std::chrono::seconds(unsaidLife);
    const std::chrono::milliseconds margin = std::min<std::chrono::milliseconds>(longestMargin, life / 5);
    m_token = Secret(text);
    m_tokenTaken = m_clock->monotonic();
    m_tokenRunsOut = m_tokenTaken + life - margin;
}

void Session::noteRefusal()
{
    // 401 mostly means a missing permission, but it may be a token the server has forgotten: take a new one next time.
    if (usesToken() && m_clock->monotonic() - m_tokenTaken > freshFor)
        m_token = {};
}

} // namespace badgewright::answerhub
