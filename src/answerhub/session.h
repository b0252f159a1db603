// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/serial_gate.h"
#include "forum/connection.h"
#include "http/client.h"
#include "support/clock.h"

#include <QObject>

namespace badgewright::answerhub {

/// Who we are to the forum: name and password as HTTP Basic, and a bearer token where the server gives one (contract
/// answerhub §3). Sends requests one at a time and renews the token before it runs out.
class Session final : public QObject
{
    Q_OBJECT

public:
    Session(const Connection &connection, const Secret &password, RequestGate *gate, Clock *clock,
            std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~Session() override;

    /// Asks for a token. True: there is one. False: this server has none, and Basic goes on being used.
    /// Unauthorised when it answers 401; Network, Tls, TimedOut.
    Call<bool> *signIn();
    bool usesToken() const { return !m_token.isEmpty(); }

    /// `path` below /services/v2/, as in "award.json".
    Call<http::Reply> *get(const QString &path, const http::Query &query = {});
    /// A write without a body. Never repeated, whatever comes of it.
    Call<http::Reply> *change(http::Method method, const QString &path, const http::Query &query = {});
    /// A picture of the forum's own.
    Call<http::Reply> *picture(const QUrl &url);

    const QUrl &base() const { return m_client.base(); }

private:
    Call<http::Reply> *send(const http::Request &request);
    Call<http::Reply> *sendSigned(const http::Request &request);
    bool tokenIsRunningOut() const;
    void takeToken(const QByteArray &text, std::chrono::seconds validFor);
    void noteRefusal();

    Clock *m_clock;
    std::chrono::milliseconds m_timeout;
    Secret m_basic;
    Secret m_token;
    bool m_tokensOffered = false;
    std::chrono::milliseconds m_tokenTaken{0};
    std::chrono::milliseconds m_tokenRunsOut{0};
    SerialGate m_gate;
    http::Client m_client; ///< signs with the token, or Basic where there is none
    http::Client m_door;   ///< signs with Basic, to fetch a token
};

} // namespace badgewright::answerhub
