// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/reply_error.h"

#include "discourse/json_tools.h"
#include "discourse/plain_text.h"

#include <QUrl>

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kMostWords = 10;
constexpr qsizetype kLongestWord = 500;

void addWord(QStringList &words, const QString &said)
{
    const QString word = plainText(said).left(kLongestWord);
    if (!word.isEmpty() && words.size() < kMostWords && !words.contains(word))
        words << word;
}

void addWords(QStringList &words, const Json &value)
{
    if (value.is_string())
        addWord(words, asText(value));
    if (value.is_array()) {
        for (const Json &item : value)
            addWord(words, shown(item));
    }
}

Json bodyOf(const http::Reply &reply)
{
    // Error bodies are small; a huge one is a web page.
    if (reply.body.size() > 256 * 1024)
        return {};
    return parseJson(reply.body).value_or(Json());
}

bool isPage(const http::Reply &reply)
{
    return reply.contentType.contains("html") || reply.body.trimmed().startsWith('<');
}

std::chrono::milliseconds delayOf(const http::Reply &reply)
{
    if (reply.retryAfter > 0ms)
        return reply.retryAfter;
    const Json body = bodyOf(reply);
    const qint64 seconds = integer(member(body, "extras"), "wait_seconds");
    // A limit that names no time: the shortest of the forum's windows.
    return std::chrono::seconds(seconds > 0 ? std::min<qint64>(seconds, 86'400 * 7) : 10);
}

} // namespace

QStringList serverWords(const http::Reply &reply)
{
    QStringList words;
    const Json body = bodyOf(reply);
    if (body.is_object()) {
        addWords(words, member(body, "errors"));
        addWords(words, member(body, "message"));
        if (words.isEmpty())
            addWords(words, member(body, "error"));
        return words;
    }
    if (body.is_array()) {
        addWords(words, body);
        return words;
    }
    const QString said = QString::fromUtf8(reply.body.left(64 * 1024));
    if (isPage(reply)) {
        // Of a web page only the heading is worth reading.
        const QString lower = said.toLower();
        for (const auto &tag : {QStringLiteral("h1"), QStringLiteral("title")}) {
            const qsizetype open = lower.indexOf(u'<' + tag);
            const qsizetype start = open < 0 ? -1 : lower.indexOf(u'>', open);
            const qsizetype end = start < 0 ? -1 : lower.indexOf(QLatin1String("</") + tag, start);
            if (end > start) {
                addWord(words, said.mid(start + 1, end - start - 1));
                if (!words.isEmpty())
                    break;
            }
        }
        return words;
    }
    addWord(words, said);
    return words;
}

QString errorType(const http::Reply &reply)
{
    return text(bodyOf(reply), "error_type");
}

Error errorOf(const http::Reply &reply, Effect effect)
{
    Error error;
    error.httpStatus = reply.status;
    error.requestId = reply.requestId;
    error.serverWords = serverWords(reply);
    const QString type = errorType(reply);
    switch (reply.status) {
    case 401:
        error.kind = ErrorKind::Unauthorised;
        error.detail = QStringLiteral("something in front of the forum asks for a sign-in of its own");
        return error;
    case 403:
        error.kind = ErrorKind::Forbidden;
        if (bodyOf(reply).is_array()) {
            // Only a request without a key is asked for the token against forged forms.
            error.kind = ErrorKind::Unauthorised;
            error.detail = QStringLiteral("the key did not reach the forum; something in between takes it out");
        } else if (type == QLatin1String("not_logged_in")) {
            error.kind = ErrorKind::Unauthorised;
            error.detail = QStringLiteral("the forum wants a sign-in");
        }
        return error;
    case 404:
    case 410:
        error.kind = ErrorKind::NotFound;
        return error;
    case 409:
        error.kind = ErrorKind::Conflict;
        return error;
    case 413:
        error.kind = ErrorKind::Invalid;
        error.detail = QStringLiteral("larger than the web server in front of the forum takes");
        return error;
    case 429:
        error.kind = ErrorKind::RateLimited;
        error.retryAfter = delayOf(reply);
        return error;
    case 503:
        if (type == QLatin1String("read_only") || reply.header("discourse-readonly") == "true") {
            error.kind = effect == Effect::Changes ? ErrorKind::ReadOnly : ErrorKind::Server;
            return error;
        }
        break;
    default:
        break;
    }
    if (reply.status >= 500) {
        error.kind = effect == Effect::Changes ? ErrorKind::OutcomeUnknown : ErrorKind::Server;
    } else if (reply.status >= 400) {
        error.kind = ErrorKind::Invalid;
    } else if (reply.status >= 300) {
        error.kind = ErrorKind::Unreadable;
        error.serverWords.clear();
        const QUrl target(QString::fromUtf8(reply.header("location")));
        error.detail = QStringLiteral("the forum sends on to %1; nothing was sent there")
                           .arg(target.host().isEmpty() ? QStringLiteral("another address") : target.host());
    } else {
        error.kind = effect == Effect::Changes ? ErrorKind::OutcomeUnknown : ErrorKind::Unreadable;
        error.detail = QStringLiteral("an answer with the status %1").arg(reply.status);
    }
    return error;
}

bool mayConcernTheKey(const http::Reply &reply, const QString &path)
{
    if (reply.status == 404 && path.startsWith(QLatin1String("/admin/"))) {
        // {"status":404,"error":"Not Found"} is a record that is missing behind an open door.
        return !member(bodyOf(reply), "status").is_number();
    }
    if (reply.status != 403)
        return false;
    const QString type = errorType(reply);
    return type == QLatin1String("invalid_access") || type == QLatin1String("not_logged_in");
}

} // namespace badgewright::discourse
