// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/reply_error.h"
#include "discourse/site_facts.h"
#include "forum/connection.h"
#include "http/client.h"
#include "support/clock.h"

#include <QObject>

namespace badgewright::discourse {

/// How a page can be read.
enum class Access { WithKey, AsVisitor, None };

/// One signed-in conversation with a forum: the client with its key, what is known of the site, and the one place
/// where replies become errors. All calls are its children.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(const Connection &connection, const Secret &secret, RequestGate *gate, Clock *clock, QObject *parent);

    const QUrl &base() const { return m_client->base(); }
    http::Client &client() { return *m_client; }
    Clock *clock() const { return m_clock; }
    const SiteFacts &facts() const { return m_facts; }
    void setFacts(const SiteFacts &facts) { m_facts = facts; }

    /// Whether the key opens the route, or, for what every visitor may see on a public forum, whether going without
    /// the key does.
    Access accessTo(http::Method method, const QString &path) const;

    /// Sends; a value is a reply with a status of 2xx. Before a 403, or a 404 under /admin, is believed, the key is
    /// asked about: Unauthorised when it is dead, Forbidden when it lacks the scope or its user the role. A refused
    /// read is tried once more, after a pause, when the key turns out well: an overloaded forum drops keys (contract
    /// discourse §11.4).
    Call<http::Reply> *send(const http::Request &request, Effect effect);
    Call<http::Reply> *send(const http::Request &request);
    /// For one of many reads in a row: waits out short limits (up to 90 s, five times) instead of giving up.
    Call<http::Reply> *sendPatiently(const http::Request &request);

    /// For the first of several addresses of which the forum has one: that it is not there is likely, so no pause.
    Call<http::Reply> *sendToGuess(const http::Request &request);

    /// send(), then `decode(body)`, which answers a Result<T>. What cannot be understood is OutcomeUnknown when it
    /// answered a change.
    template <class T, class Decode> Call<T> *ask(const http::Request &request, Effect effect, Decode decode)
    {
        return decoded<T>(send(request, effect), effect, std::move(decode));
    }
    template <class T, class Decode>
    Call<T> *read(const http::Request &request, Decode decode, Lane lane = Lane::Interactive)
    {
        return decoded<T>(lane == Lane::Run ? sendPatiently(request) : send(request), Effect::Reads, std::move(decode));
    }
    template <class T, class Decode> Call<T> *readGuess(const http::Request &request, Decode decode)
    {
        return decoded<T>(sendToGuess(request), Effect::Reads, std::move(decode));
    }
    template <class T, class Decode> Call<T> *change(const http::Request &request, Decode decode)
    {
        return ask<T>(request, Effect::Changes, std::move(decode));
    }

private:
    struct Errand {
        http::Request request;
        Effect effect = Effect::Reads;
        bool suspicious = true; ///< a refusal is still to be checked
        int waits = 0;          ///< how many limits may still be waited out
        bool isGuess = false;   ///< another address follows
    };
    template <class T, class Decode> Call<T> *decoded(Call<http::Reply> *sent, Effect effect, Decode decode)
    {
        return mapCall<T>(this, sent, [effect, decode = std::move(decode)](const http::Reply &reply) -> Result<T> {
            return witnessed(decode(reply.body), reply, effect);
        });
    }
    Call<http::Reply> *start(Errand errand);
    void attempt(Call<http::Reply> *call, const Errand &errand);
    void askAboutKey(Call<http::Reply> *call, const Errand &errand, const http::Reply &refusal);
    bool maySeeItAfterAll(const Errand &errand, const http::Reply &refusal, const http::Reply &aboutKey) const;
    Result<http::Reply> judged(const Errand &errand, const http::Reply &refusal) const;

    /// Gives an error of decoding the marks of the reply it came from.
    template <class T> static Result<T> witnessed(Result<T> result, const http::Reply &reply, Effect effect)
    {
        if (result)
            return result;
        Error error = result.error();
        if (error.kind == ErrorKind::Unreadable && effect == Effect::Changes)
            error.kind = ErrorKind::OutcomeUnknown;
        error.httpStatus = reply.status;
        error.requestId = reply.requestId;
        return fail(error);
    }

    http::Client *m_client;
    Clock *m_clock;
    SiteFacts m_facts;
};

/// Cancelling `outer` cancels `inner`, one of several steps, whose bytes are not the progress of the whole.
template <class U, class T> void cancelWith(Call<U> *outer, Call<T> *inner)
{
    outer->onCancel([inner = QPointer<PendingCall>(inner)] {
        if (inner)
            inner->cancel();
    });
}
/// For replies in which nothing needs to be read.
Result<Done> decodeDone(const QByteArray &body);

} // namespace badgewright::discourse
