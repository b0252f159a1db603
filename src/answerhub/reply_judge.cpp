// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/reply_judge.h"

#include "answerhub/codec.h"

namespace badgewright::answerhub {

namespace {

constexpr qsizetype longestWords = 2000;

Error errorOf(const http::Reply &reply, ErrorKind kind, const QString &detail)
{
    Error error = Error::of(kind, detail);
    error.httpStatus = reply.status;
    error.requestId = reply.requestId;
    error.retryAfter = reply.retryAfter;
    if (!isWebPage(reply))
        error.serverWords = verdictOf(reply.body).words;
    return error;
}

QString redirectSentence(const http::Reply &reply)
{
    const QUrl target(QString::fromUtf8(reply.header("location")));
    if (target.host().isEmpty())
        return Words::tr("The forum answered with a redirect instead of a result. It was not followed.");
    return Words::tr("The forum answered with a redirect to %1 instead of a result. It was not followed.").arg(target.host());
}

QString nobodyThere(Giving giving)
{
    switch (giving) {
    case Giving::AwardForAction:
        return Words::tr("The award type or the action was not found, or the forum’s API is switched off at this address.");
    case Giving::AwardToUser:
        return Words::tr("The award type or the user was not found, or the forum’s API is switched off at this address.");
    case Giving::Reputation:
        return Words::tr("The user was not found, or the forum’s API is switched off at this address.");
    }
    return {};
}

bool looksLikeJson(const http::Reply &reply)
{
    const QByteArray body = reply.body.trimmed();
    return reply.isJson() || body.startsWith('{') || body.startsWith('[');
}

Result<AwardReply> judgedSuccess(const http::Reply &reply)
{
    if (reply.body.trimmed().isEmpty())
        return AwardReply{AwardReply::Kind::Accepted, {}};
    if (isWebPage(reply))
        return fail(errorOf(reply, ErrorKind::Unreadable,
                            Words::tr("The server sent a web page instead of a result. It is probably a page to sign in or about "
                                      "a missing permission, so nothing counts as given.")));
    const Verdict verdict = verdictOf(reply.body);
    if (verdict.json && verdict.saysFailed)
        return AwardReply{AwardReply::Kind::Refused, verdict.words.join(u'\n')};
    if (verdict.json)
        return AwardReply{AwardReply::Kind::Accepted, verdict.document};
    if (looksLikeJson(reply)) // broken off: what is missing may say that it failed
        return fail(errorOf(reply, ErrorKind::OutcomeUnknown, Words::tr("The forum’s answer broke off.")));
    return AwardReply{AwardReply::Kind::Accepted, QString::fromUtf8(reply.body).simplified().left(longestWords)};
}

} // namespace

bool isWebPage(const http::Reply &reply)
{
    const QByteArray body = reply.body.trimmed();
    return !body.isEmpty() && (body.startsWith('<') || (reply.contentType.contains("html") && !verdictOf(body).json));
}

std::optional<Error> readError(const http::Reply &reply, const Reading &reading)
{
    const QString &what = reading.what;
    const QString permissions = reading.permission.isEmpty()
        ? Words::tr("The permission to check is “Use API”.")
        : Words::tr("The permissions to check are “Use API” and “%1”.").arg(reading.permission);
    switch (reply.status) {
    case 401:
        if (!verdictOf(reply.body).words.isEmpty())
            return errorOf(reply, ErrorKind::Forbidden, Words::tr("The forum does not let this account read %1.").arg(what) + u' ' + permissions);
        return errorOf(reply, ErrorKind::Unauthorised,
                       Words::tr("The forum did not let this account read %1: it is not allowed to, or the sign-in failed.").arg(what)
                           + u' ' + permissions);
    case 403:
        return errorOf(reply, ErrorKind::Forbidden, Words::tr("The forum does not let this account read %1.").arg(what) + u' ' + permissions);
    case 404:
        return errorOf(reply, ErrorKind::NotFound,
                       Words::tr("%1: not found, or the forum’s API is switched off at this address.").arg(what));
    case 429:
        return errorOf(reply, ErrorKind::RateLimited, Words::tr("The forum asks for a pause."));
    default:
        break;
    }
    if (reply.status >= 500)
        return errorOf(reply, ErrorKind::Server, Words::tr("The forum could not read %1.").arg(what));
    if (reply.status >= 400)
        return errorOf(reply, ErrorKind::Invalid, Words::tr("The forum refused to read %1.").arg(what));
    if (reply.status >= 300)
        return errorOf(reply, ErrorKind::Unreadable, redirectSentence(reply));
    if (isWebPage(reply))
        return errorOf(reply, ErrorKind::Unreadable, Words::tr("The server sent a web page instead of %1.").arg(what));
    if (!verdictOf(reply.body).json)
        return errorOf(reply, ErrorKind::Unreadable, Words::tr("The server’s answer about %1 could not be read.").arg(what));
    return std::nullopt;
}

Result<AwardReply> judged(const http::Reply &reply, Giving giving)
{
    const QString permissions =
        Words::tr("The permissions to check are “Use API” and “Award bonus reputation” (Moderation).");
    if (reply.status >= 200 && reply.status < 300)
        return judgedSuccess(reply);
    switch (reply.status) {
    case 401:
        if (!verdictOf(reply.body).words.isEmpty())
            return fail(errorOf(reply, ErrorKind::Forbidden, Words::tr("The forum does not let this account do that.") + u' ' + permissions));
        return fail(errorOf(reply, ErrorKind::Unauthorised, Words::tr("Not allowed, or the sign-in failed.") + u' ' + permissions));
    case 403:
        return fail(errorOf(reply, ErrorKind::Forbidden, Words::tr("The forum does not let this account do that.") + u' ' + permissions));
    case 404:
        return fail(errorOf(reply, ErrorKind::NotFound, nobodyThere(giving)));
    case 400:
    case 422:
        return AwardReply{AwardReply::Kind::Refused,
                          isWebPage(reply) ? QString() : verdictOf(reply.body).words.join(u'\n').left(longestWords)};
    case 408: // the server gave up waiting for the request; how much of it it had is not said
    case 429:
        return fail(errorOf(reply, ErrorKind::OutcomeUnknown,
                            Words::tr("The forum was too busy (status %1). Whether it happened is not known; it is not sent again by itself.")
                                .arg(reply.status)));
    default:
        break;
    }
    if (reply.status >= 500)
        return fail(errorOf(reply, ErrorKind::OutcomeUnknown,
                            Words::tr("The forum failed (status %1). Whether it happened is not known; it is not sent again by itself.")
                                .arg(reply.status)));
    if (reply.status >= 400)
        return fail(errorOf(reply, ErrorKind::Invalid, Words::tr("The forum refused it (status %1).").arg(reply.status)));
    return fail(errorOf(reply, ErrorKind::Unreadable, redirectSentence(reply)));
}

Error judgedFailure(const Error &error)
{
    // A reply that was there but too large, and a deadline: it was sent, so it may have happened.
    if (error.kind != ErrorKind::Unreadable && error.kind != ErrorKind::TimedOut)
        return error;
    Error unknown = error;
    unknown.kind = ErrorKind::OutcomeUnknown;
    return unknown;
}

} // namespace badgewright::answerhub
