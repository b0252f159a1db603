// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reply_reading.h"

#include "support/log.h"

#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>

namespace badgewright::http {

using namespace Qt::StringLiterals;

namespace {

QDateTime httpDate(const QByteArray &text)
{
    // The C locale: day and month names in a header are English wherever the program runs.
    QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    when.setTimeSpec(Qt::UTC);
    return when;
}

bool bodyCanBeMissing(const QNetworkReply &reply, int status)
{
    return reply.operation() == QNetworkAccessManager::HeadOperation || status == 204 || status == 304;
}

QString certificateFault(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (static_cast<int>(error.error())) {
    case QSslError::SelfSignedCertificate:
        return u"The certificate of %1 is self-signed."_s.arg(host);
    case QSslError::SelfSignedCertificateInChain:
        return u"The certificate of %1 goes back to a self-signed one."_s.arg(host);
    case QSslError::CertificateExpired:
        return u"The certificate of %1 expired on %2."_s.arg(host, certificate.expiryDate().date().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid:
        return u"The certificate of %1 is valid only from %2."_s.arg(host, certificate.effectiveDate().date().toString(Qt::ISODate));
    case QSslError::HostNameMismatch:
        return u"The certificate of %1 has the wrong name: it was made for %2."_s.arg(
            host, certificate.subjectInfo(QSslCertificate::CommonName).join(u", "_s));
    case QSslError::CertificateRevoked:
        return u"The certificate of %1 was revoked."_s.arg(host);
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return u"The certificate of %1 was issued by an authority this computer does not know."_s.arg(host);
    default:
        return u"The certificate of %1 is not accepted: %2."_s.arg(host, error.errorString());
    }
}

Error tlsError(const QNetworkReply &reply, const QList<QSslError> &errors)
{
    QStringList sentences;
    for (const QSslError &error : errors) {
        const QString sentence = certificateFault(error, reply.url().host());
        if (!sentences.contains(sentence))
            sentences.append(sentence);
    }
    return Error::of(ErrorKind::Tls, sentences.isEmpty() ? reply.errorString() : sentences.join(u' '));
}

} // namespace

std::chrono::milliseconds retryAfterOf(const QByteArray &value, const QByteArray &serverDate)
{
    using namespace std::chrono;
    constexpr qint64 longest = seconds(hours(24)).count();
    bool isNumber = false;
    const double count = value.trimmed().toDouble(&isNumber);
    if (isNumber)
        return milliseconds(static_cast<qint64>(qBound(0.0, count, double(longest)) * 1000));
    const QDateTime then = httpDate(value);
    if (!then.isValid())
        return 0ms;
    const QDateTime said = httpDate(serverDate);
    const QDateTime now = said.isValid() ? said : QDateTime::currentDateTimeUtc();
    return milliseconds(qBound<qint64>(0, now.msecsTo(then), longest * 1000));
}

Reply readHead(const QNetworkReply &reply)
{
    Reply head;
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply.rawHeaderPairs())
        head.headers.insert(name.toLower(), value);
    head.contentType = head.header("content-type"_ba).split(';').constFirst().trimmed().toLower();
    head.retryAfter = retryAfterOf(head.header("retry-after"_ba), head.header("date"_ba));
    return head;
}

bool isClosedJson(const QByteArray &json)
{
    qsizetype depth = 0;
    bool inString = false;
    for (auto at = json.cbegin(); at != json.cend(); ++at) {
        if (inString) {
            if (*at == '\\' && at + 1 != json.cend())
                ++at;
            else if (*at == '"')
                inString = false;
        } else if (*at == '"') {
            inString = true;
        } else if (*at == '{' || *at == '[') {
            ++depth;
        } else if (*at == '}' || *at == ']') {
            --depth;
        }
    }
    return depth <= 0 && !inString;
}

bool isWholeAnswer(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return false;
    // The answer is there; Qt is unhappy only because a redirect that nobody follows would need the body again.
    if (reply.error() == QNetworkReply::ContentReSendError)
        return status == 307 || status == 308;
    const bool refusal = status >= 400
        && ((reply.error() >= QNetworkReply::ContentAccessDenied && reply.error() <= QNetworkReply::UnknownContentError)
            || reply.error() == QNetworkReply::ProtocolInvalidOperationError || reply.error() >= QNetworkReply::InternalServerError);
    if (reply.error() != QNetworkReply::NoError && !refusal)
        return false;
    if (bodyCanBeMissing(reply, status))
        return true;
    if (!reply.hasRawHeader("Content-Length"_ba))
        return !readHead(reply).isJson() || isClosedJson(body);
    // Unpacked bodies have another length than the header says.
    return reply.hasRawHeader("Content-Encoding"_ba) || body.size() >= reply.rawHeader("Content-Length"_ba).toLongLong();
}

bool neverConnected(const QNetworkReply &reply)
{
    switch (static_cast<int>(reply.error())) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

Error readingError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString words = SecretFilter::redacted(reply.errorString());
    Error error;
    switch (static_cast<int>(reply.error())) {
    case QNetworkReply::SslHandshakeFailedError:
        error = tlsError(reply, tlsErrors);
        break;
    case QNetworkReply::TimeoutError:
        error = Error::of(ErrorKind::TimedOut, words);
        break;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        error = Error::of(ErrorKind::Unreadable, words);
        break;
    case QNetworkReply::ContentReSendError: // its own words are "Unknown error"
    case QNetworkReply::NoError:
        error = Error::of(ErrorKind::Network, u"The connection closed before the answer was whole."_s);
        break;
    default:
        error = Error::of(ErrorKind::Network, words);
        break;
    }
    error.httpStatus = status;
    return error;
}

bool Reply::isJson() const
{
    return contentType == "application/json" || contentType.endsWith("+json");
}

} // namespace badgewright::http
