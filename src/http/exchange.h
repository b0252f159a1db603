// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <memory>

namespace badgewright::http {

class OneShotBody;

/// Which redirects an exchange follows. Reads only.
enum class Redirects {
    None,
    WithinOrigin,  ///< the key goes along
    WithoutSecret, ///< to any origin, as there is nothing to leak
};

/// One request as it leaves, with everything decided.
struct Errand {
    Method method = Method::Get;
    QUrl url;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    SecretHeaders secretHeaders; ///< null: unsigned
    std::chrono::milliseconds timeout{30000};
    qint64 replyCap = 0;
    Lane lane = Lane::Interactive;
    RequestGate *gate = nullptr; ///< null: not counted
    bool hasOwnQuota = false;
    Redirects redirects = Redirects::None;
    int redirectsLeft = 0;
    bool plainHttpAllowed = false; ///< for redirects without a secret
};

/// Carries one call through: waits at the gate, sends, reads, follows redirects, tells the gate, settles the call.
/// It is a child of its call and ends with it.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(Errand errand, QNetworkAccessManager *network, Call<Reply> *call);
    ~Exchange() override;

    void start();

private:
    void enter();
    void depart();
    QNetworkRequest prepared() const;
    void takeBytes();
    void onFinished();
    void onCancelled();
    void onTimedOut();
    bool followRedirect(const Reply &reply);
    /// The server may have the whole request. Exact with a body, because it is handed over in this thread. For a body
    /// of no bytes Qt does not tell when it leaves: the worse is assumed unless no connection was made.
    bool mayHaveArrived() const;
    /// The error as it is, or OutcomeUnknown.
    Error broken(Error error) const;
    void dropReply();
    void endPassage(const PassageEnd &end);
    void logEnd(int status, const QString &remark);
    void conclude(Result<Reply> result);

    Errand m_errand;
    QPointer<QNetworkAccessManager> m_network;
    Call<Reply> *m_call;
    QString m_id;
    std::unique_ptr<QObject> m_waiting; ///< what the gate knows us by; gone: no longer waiting
    bool m_entered = false;             ///< let through, and the gate not told the end yet
    QPointer<QNetworkReply> m_reply;
    OneShotBody *m_body = nullptr; ///< of m_reply
    QByteArray m_received;
    QList<QSslError> m_tlsErrors;
    QTimer m_quiet;
    QTimer m_total;
    QElapsedTimer m_since;
};

} // namespace badgewright::http
