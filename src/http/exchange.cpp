// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchange.h"

#include "http/one_shot_body.h"
#include "http/reply_reading.h"
#include "http/request_encoding.h"
#include "support/log.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QRandomGenerator>

namespace badgewright::http {

using namespace Qt::StringLiterals;

namespace {

// Limits that all requests share are of a minute or two; one that says to wait longer may be of this request alone.
constexpr std::chrono::milliseconds kLongestPause = std::chrono::minutes(10);

// Unlike in the log of another day, like nothing else in this one.
QString nextId()
{
    static const QString start = QString::number(QRandomGenerator::global()->bounded(0x1000, 0xffff), 16);
    static int count = 0;
    return start + u'-' + QString::number(++count);
}

} // namespace

Exchange::Exchange(Errand errand, QNetworkAccessManager *network, Call<Reply> *call)
    : QObject(call), m_errand(std::move(errand)), m_network(network), m_call(call), m_id(nextId())
{
    m_quiet.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &Exchange::onTimedOut);
    connect(&m_total, &QTimer::timeout, this, &Exchange::onTimedOut);
    call->onCancel([this] { onCancelled(); });
}

Exchange::~Exchange()
{
    dropReply();
    endPassage({});
}

void Exchange::start()
{
    enter();
}

void Exchange::enter()
{
    if (!m_errand.gate) {
        depart();
        return;
    }
    m_waiting = std::make_unique<QObject>();
    m_errand.gate->enter(m_errand.lane, m_waiting.get(), [this] {
        m_entered = true;
        depart();
    });
}

QNetworkRequest Exchange::prepared() const
{
    QNetworkRequest request(m_errand.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setRawHeader("User-Agent"_ba, "Badgewright/" BADGEWRIGHT_VERSION ""_ba);
    // Qt would add the language of the desktop, and the words of the server would follow it.
    request.setRawHeader("Accept-Language"_ba, "en"_ba);
    for (const auto &[name, value] : m_errand.headers)
        request.setRawHeader(name, value);
    if (m_errand.secretHeaders) {
        for (const auto &[name, value] : m_errand.secretHeaders())
            request.setRawHeader(name, value);
    }
    if (isWrite(m_errand.method))
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_errand.body.size());
    return request;
}

void Exchange::depart()
{
    if (!m_network) { // the client is on its way out
        endPassage({});
        return;
    }
    m_since.start();
    m_received.clear();
    const QNetworkRequest request = prepared();
    if (isWrite(m_errand.method)) {
        m_body = new OneShotBody(m_errand.body, this);
        m_reply = m_network->sendCustomRequest(request, verbOf(m_errand.method), m_body);
        m_body->setParent(m_reply);
    } else {
        m_reply = m_errand.method == Method::Head ? m_network->head(request) : m_network->get(request);
    }

    QNetworkReply *reply = m_reply;
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(reply, &QNetworkReply::readyRead, this, &Exchange::takeBytes);
    connect(reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    const bool upload = !m_errand.body.isEmpty();
    const auto moved = [this](bool tell, qint64 done, qint64 total) {
        if (m_call->isSettled())
            return;
        m_quiet.start();
        if (tell)
            Q_EMIT m_call->progress(done, total);
    };
    connect(reply, &QNetworkReply::uploadProgress, this,
            [moved, upload](qint64 done, qint64 total) { moved(upload && total > 0, done, total); });
    connect(reply, &QNetworkReply::downloadProgress, this,
            [moved, upload](qint64 done, qint64 total) { moved(!upload, done, total); });
    m_quiet.start(m_errand.timeout);
    if (!m_total.isActive())
        m_total.start(m_errand.timeout * 10);
}

void Exchange::takeBytes()
{
    if (m_call->isSettled() || !m_reply)
        return;
    m_quiet.start();
    m_received += m_reply->readAll();
    const qint64 announced = m_errand.method == Method::Head ? 0 : m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_received.size() <= m_errand.replyCap && announced <= m_errand.replyCap)
        return;
    Error error = Error::of(ErrorKind::Unreadable, u"The answer is larger than %1 bytes."_s.arg(m_errand.replyCap));
    error.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    conclude(fail(broken(error)));
}

void Exchange::onFinished()
{
    takeBytes();
    if (m_call->isSettled())
        return;
    if (!isWholeAnswer(*m_reply, m_received)) {
        conclude(fail(broken(readingError(*m_reply, m_tlsErrors))));
        return;
    }
    Reply reply = readHead(*m_reply);
    if (followRedirect(reply))
        return;
    reply.requestId = m_id;
    reply.body = std::exchange(m_received, {});
    conclude(std::move(reply));
}

bool Exchange::followRedirect(const Reply &reply)
{
    if (m_errand.redirects == Redirects::None || m_errand.redirectsLeft == 0 || isWrite(m_errand.method) || !isRedirect(reply.status))
        return false;
    const QUrl target = redirectTarget(m_errand.url, reply.header("location"_ba));
    if (!target.isValid())
        return false;
    if (m_errand.redirects == Redirects::WithinOrigin && !sameOrigin(target, m_errand.url))
        return false;
    if (m_errand.redirects == Redirects::WithoutSecret && target.scheme() != "https"_L1 && !m_errand.plainHttpAllowed)
        return false;
    logEnd(reply.status, u"followed"_s);
    dropReply();
    endPassage({reply.status, reply.retryAfter});
    --m_errand.redirectsLeft;
    m_errand.url = target;
    enter();
    return true;
}

void Exchange::onCancelled()
{
    m_waiting.reset();
    if (m_reply)
        conclude(fail(broken(Error::of(ErrorKind::Cancelled))));
    else
        conclude(fail(ErrorKind::Cancelled));
}

void Exchange::onTimedOut()
{
    if (m_call->isSettled())
        return;
    conclude(fail(broken(Error::of(ErrorKind::TimedOut, u"No answer within %1 ms."_s.arg(m_since.elapsed())))));
}

bool Exchange::mayHaveArrived() const
{
    if (!isWrite(m_errand.method) || (m_reply && neverConnected(*m_reply)))
        return false;
    return m_errand.body.isEmpty() || (m_body && m_body->isHandedOver());
}

Error Exchange::broken(Error error) const
{
    if (mayHaveArrived()) {
        const QString why = error.detail.isEmpty() ? errorKindName(error.kind) : error.detail;
        error.kind = ErrorKind::OutcomeUnknown;
        error.detail = u"Sent, but no whole answer came: %1"_s.arg(why);
    }
    return error;
}

void Exchange::dropReply()
{
    m_quiet.stop();
    m_body = nullptr;
    m_tlsErrors.clear();
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

void Exchange::endPassage(const PassageEnd &end)
{
    if (!std::exchange(m_entered, false))
        return;
    m_errand.gate->left(m_errand.lane, end);
}

void Exchange::logEnd(int status, const QString &remark)
{
    const QString line = u"%1 %2 %3 %4 %5 ms"_s.arg(m_id, QString::fromLatin1(verbOf(m_errand.method)), addressForLog(m_errand.url),
                                                    status ? QString::number(status) : u"-"_s, QString::number(m_since.isValid() ? m_since.elapsed() : 0));
    qCInfo(lcHttp).noquote() << SecretFilter::redacted(remark.isEmpty() ? line : line + u' ' + remark);
}

void Exchange::conclude(Result<Reply> result)
{
    PassageEnd end;
    if (result) {
        end = {result->status, result->retryAfter, m_errand.hasOwnQuota && result->retryAfter > kLongestPause};
    } else {
        result.error().requestId = m_id;
        end.httpStatus = result.error().httpStatus;
    }
    logEnd(end.httpStatus, result ? QString::number(result->body.size()) + u" bytes"_s : errorKindName(result.error().kind));
    dropReply();
    m_total.stop();
    m_call->settle(std::move(result));
    endPassage(end);
}

} // namespace badgewright::http
