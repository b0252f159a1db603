// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/error_words.h"
#include "ui/words/words.h"

namespace badgewright::ui::words {

namespace {

/// What the server said, in quotes, so that nobody takes it for our own words.
QString quoted(const QStringList &serverWords)
{
    QStringList kept;
    for (const QString &line : serverWords) {
        const QString simple = line.simplified();
        if (!simple.isEmpty())
            kept += simple.size() > 300 ? simple.left(299) + u'…' : simple;
    }
    return kept.isEmpty() ? QString() : Words::tr("The forum said: “%1”").arg(kept.join(Words::tr("”, “")));
}

QString seconds(std::chrono::milliseconds delay)
{
    const qint64 whole = (delay.count() + 999) / 1000;
    return whole < 90 ? Words::tr("%n second(s)", nullptr, int(whole)) : Words::tr("%n minute(s)", nullptr, int((whole + 59) / 60));
}

QString trimmedDetail(const Error &error)
{
    QString text = error.detail.simplified();
    if (!text.isEmpty() && !text.endsWith(u'.') && !text.endsWith(u'!') && !text.endsWith(u'?'))
        text += u'.';
    return text;
}

/// What the forum said, and what the program found out besides: a scope that is missing, a permission to check.
QString reasons(const Error &error)
{
    QString known = trimmedDetail(error);
    for (const QString &line : error.serverWords) {
        if (line.simplified().contains(error.detail.simplified(), Qt::CaseInsensitive))
            known.clear(); // the forum says the same
    }
    if (!known.isEmpty())
        known[0] = known.at(0).toUpper();
    return QStringList{quoted(error.serverWords), known}.join(u' ').trimmed();
}

} // namespace

ErrorWords describe(const Error &error, const QString &forumAddress)
{
    const QString forum = forumAddress.isEmpty() ? Words::tr("the forum") : forumAddress;
    const QString said = quoted(error.serverWords);
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return {Words::tr("Cancelled."), {}, {}, true};
    case ErrorKind::TimedOut:
        return {Words::tr("No answer from %1 in time.").arg(forum), {},
                Words::tr("Try again; if it stays so, look whether the forum opens in a browser."), true};
    case ErrorKind::Network:
        return {Words::tr("%1 could not be reached.").arg(forum), trimmedDetail(error),
                Words::tr("Check the network and try again."), true};
    case ErrorKind::Tls:
        return {Words::tr("The connection to %1 is not safe, so nothing was sent.").arg(forum), trimmedDetail(error),
                Words::tr("Whoever runs the forum has to put its certificate right."), true};
    case ErrorKind::Unauthorised:
        // The detail tells how it failed, and that need not be the key: a proxy may want a sign-in of its own.
        return {error.detail.isEmpty() ? Words::tr("%1 does not accept the key or password.").arg(forum)
                                       : Words::tr("%1 refused the sign-in.").arg(forum),
                reasons(error), Words::tr("Check the key or password, or enter a new one in the connection."), false};
    case ErrorKind::Forbidden:
        return {Words::tr("%1 does not allow this with your key or account.").arg(forum), reasons(error),
                Words::tr("Use a key that may do it, or an account with more rights."), false};
    case ErrorKind::NotFound:
        return {Words::tr("%1 does not have this any more.").arg(forum), reasons(error), Words::tr("Refresh and look again."),
                false};
    case ErrorKind::Conflict:
        return {Words::tr("Somebody else changed the same thing on %1 meanwhile.").arg(forum), said,
                Words::tr("Refresh, look at the new state and decide again."), false};
    case ErrorKind::Invalid:
        return {Words::tr("%1 did not accept the values.").arg(forum), said.isEmpty() ? trimmedDetail(error) : said,
                Words::tr("Correct them and try again."), false};
    case ErrorKind::RateLimited:
        return {Words::tr("%1 asks us to slow down.").arg(forum), said,
                error.retryAfter.count() > 0 ? Words::tr("Try again in %1.").arg(seconds(error.retryAfter))
                                             : Words::tr("Try again in a minute."),
                true};
    case ErrorKind::ReadOnly:
        return {Words::tr("%1 takes no changes at present.").arg(forum), said,
                Words::tr("It is in read-only mode; try again when that is over."), true};
    case ErrorKind::Server:
        return {error.httpStatus > 0 ? Words::tr("%1 failed with its own error %2.").arg(forum).arg(error.httpStatus)
                                     : Words::tr("%1 failed with an error of its own.").arg(forum),
                reasons(error), Words::tr("Try again later; if it stays so, tell whoever runs the forum."), true};
    case ErrorKind::Unreadable:
        return {Words::tr("%1 sent an answer that is not what a forum would send.").arg(forum), trimmedDetail(error),
                Words::tr("A proxy or sign-in page may stand in between."), true};
    case ErrorKind::OutcomeUnknown:
        return {Words::tr("The request was sent to %1, but no trustworthy answer came.").arg(forum), reasons(error),
                Words::tr("It may or may not have happened: look on the forum before doing it again."), false};
    case ErrorKind::Keychain:
        return {Words::tr("The computer’s keychain did not help."), trimmedDetail(error),
                Words::tr("It may be locked: unlock it and try again."), true};
    case ErrorKind::File:
        return {trimmedDetail(error).isEmpty() ? Words::tr("The file could not be used.") : trimmedDetail(error), {}, {}, true};
    case ErrorKind::Storage:
        return {Words::tr("The ledger on this computer could not be used."), trimmedDetail(error),
                Words::tr("Look whether the disk is full. Nothing is sent while the ledger cannot be written."), true};
    case ErrorKind::RefusedHere:
        return {trimmedDetail(error), {}, {}, false};
    }
    return {};
}

QString sentence(const Error &error, const QString &forumAddress)
{
    const ErrorWords said = describe(error, forumAddress);
    QStringList parts{said.happened};
    if (!said.why.isEmpty())
        parts += said.why;
    if (!said.todo.isEmpty())
        parts += said.todo;
    return parts.join(u' ');
}

} // namespace badgewright::ui::words
