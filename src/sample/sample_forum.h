// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace badgewright::sample {

enum class Kind { Discourse, AnswerHub };

/// One thing that goes wrong on purpose. Cut-before, cut-after, read-only and server-error are about changes and strike
/// writes only; the others strike any request. The paths of a real outage are kept: a limit changes nothing, bad JSON
/// hides a change that was made, a redirect leads to another origin (localhost) that really answers.
enum class FaultKind {
    Slow,           ///< answers only after a while
    CutBefore,      ///< drops the connection before anything was changed
    CutAfter,       ///< makes the change, then drops the connection without an answer
    LimitJson,      ///< 429 in the application's JSON form
    LimitHtml,      ///< 429 as a proxy's HTML page
    ReadOnly,       ///< writes are refused with 503 read_only
    BadJson,        ///< 200 with a body that is not JSON
    Redirect,       ///< redirects to another origin
    NoKeepAlive,    ///< closes the connection after every answer, without having said so
    ServerError,    ///< 500 before anything was changed
};

/// Names as the command line spells them: slow, cut-before, cut-after, limit-json, limit-html,
/// read-only, bad-json, redirect, no-keep-alive, server-error.
std::optional<FaultKind> faultFromName(const QString &name);
QStringList faultNames();

struct Fault {
    FaultKind kind;
    int everyN = 1; ///< strikes every Nth request that it can strike; 1 is each
    std::chrono::milliseconds slowness{2000}; ///< of Slow
};

struct Options {
    Kind kind = Kind::Discourse;
    quint16 port = 0;                  ///< 0 takes a free one; always on the loopback address
    std::optional<int> limitPerMinute; ///< admin API requests a minute, as contract §11.1; none by default
    bool store = false;                ///< uploads go to an S3-like store on a second port
    QString factsFile;                 ///< written (renamed into place) once the server listens; empty: none
    QString stateFile;                 ///< what is changed is kept there, written before the answer leaves; empty: in memory only
    QList<Fault> faults;
};

/// The sample forum: a real HTTP server on the loopback address, in threads of its own, that behaves as the
/// contracts say a real Discourse or AnswerHub does. It is a peer of the adapters, not a part of them.
///
/// start() returns when the server listens; the destructor stops it and joins its threads.
/// All methods may be called from any thread.
class SampleForum
{
public:
    static Result<std::unique_ptr<SampleForum>> start(const Options &options);
    ~SampleForum();
    SampleForum(const SampleForum &) = delete;
    SampleForum &operator=(const SampleForum &) = delete;

    QUrl url() const;       ///< http://127.0.0.1:PORT, without a slash at the end
    QString user() const;   ///< "system" for Discourse, the sign-in name for AnswerHub
    QString secret() const; ///< an all-users API key for Discourse, the password for AnswerHub; made anew at every start without a state file

    /// For tests: replaces the faults in force, and counts what came in.
    void setFaults(const QList<Fault> &faults);
    int requestCount() const;
    /// For tests: the hour is over, and uploads go that nothing has used for 48 hours.
    void cleanUp();
    /// For tests: how often `username` holds the badge called `badgeName`, asked of the state itself, not over HTTP.
    int timesHeld(const QString &username, const QString &badgeName) const;

private:
    struct Private;
    explicit SampleForum(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace badgewright::sample
