// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace badgewright {

/// What went wrong, as a closed list, so that callers decide by kind and never by text.
enum class ErrorKind {
    Cancelled,      ///< the person, or the owner of the call, called it off
    TimedOut,       ///< no answer in time; for unsafe requests see OutcomeUnknown
    Network,        ///< no connection, or it broke before anything was sent
    Tls,            ///< certificate or handshake; never ignored
    Unauthorised,   ///< the key or password is not accepted
    Forbidden,      ///< accepted, but this may not be done with it
    NotFound,
    Conflict,       ///< somebody else changed the same thing meanwhile
    Invalid,        ///< the server refused the values; its words say which
    RateLimited,    ///< retryAfter says how long to wait; nothing was carried out
    ReadOnly,       ///< the forum takes no changes at present; nothing was carried out
    Server,         ///< 5xx, or a fault that is the server's own
    Unreadable,     ///< an answer arrived but is not what the contract says (HTML, cut JSON, too large)
    OutcomeUnknown, ///< sent, but no trustworthy answer: it may or may not have happened
    Keychain,
    File,
    Storage,        ///< our own database
    RefusedHere,    ///< found wrong before anything was sent; detail is the whole sentence
};

/// Why a Result has no value. The sentence a person reads is made from it in ui/words.
struct Error {
    ErrorKind kind = ErrorKind::Server;
    /// Plain English, for the log and for the person; with RefusedHere, File and Storage it is the whole sentence. Never
    /// holds a secret.
    QString detail;
    int httpStatus = 0;            ///< 0 when no answer came
    QStringList serverWords;       ///< what the server said, as plain text
    std::chrono::milliseconds retryAfter{0};
    QString requestId;             ///< finds the request in the log

    static Error refusedHere(const QString &sentence) { return {ErrorKind::RefusedHere, sentence, 0, {}, {}, {}}; }
    static Error of(ErrorKind kind, const QString &detail = {}) { return {kind, detail, 0, {}, {}, {}}; }
};

/// Stable lower-case names for the log, the ledger and --json, e.g. "rate-limited".
QString errorKindName(ErrorKind kind);
ErrorKind errorKindFromName(const QString &name);

} // namespace badgewright
