// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "support/result.h"

#include <QSqlDatabase>

#include <memory>

class QJsonObject;
class QLockFile;

namespace badgewright::runs {

enum class RunState {
    Ready,       ///< written, not started
    Running,
    Paused,      ///< by the person or by itself; the note says why
    Stopping,    ///< finishes what is under way
    Stopped,     ///< can be resumed
    Done,        ///< every step has come to an end, some perhaps failed
    Interrupted, ///< the program ended while it ran; can be resumed
};
QString runStateName(RunState state); ///< "ready", "running", "paused", "stopping", "stopped", "done", "interrupted"
std::optional<RunState> runStateFromName(const QString &name);

enum class StepState {
    Waiting,
    Sending,     ///< under way; after a crash: nobody knows, to be read back
    Done,        ///< the forum said so
    ReadBack,    ///< done; the answer was lost and the forum was asked again
    AlreadySo,   ///< it was so before (held already, gone already); undo never touches it
    NoEffect,    ///< accepted, and nothing changed
    Unconfirmed, ///< accepted, could not be confirmed
    Unknown,     ///< nobody knows; never sent again by itself, the person decides
    Failed,
};
inline constexpr int kStepStateCount = int(StepState::Failed) + 1;
QString stepStateName(StepState state); ///< "waiting", "sending", "done", "read-back", "already-so", "no-effect", …
std::optional<StepState> stepStateFromName(const QString &name);
/// Neither Waiting nor Sending.
bool isOver(StepState state);

/// What must be known to find out later whether a request was carried out; on disk before it leaves.
struct StepMemo {
    QDateTime sentAt;              ///< by this computer's clock
    std::optional<int> countBefore; ///< grants or awards the person had
    qint64 newestBefore = 0;       ///< the newest grant of that badge they had, or of this run, whichever is newer
    QString token;                 ///< the mark in a score event's description
    /// The picture that a badge had before: its file is kept with the run, for an undo, since a forum throws away what no
    /// badge uses. Empty: it had none, it stays, or it could not be read.
    QString keptPicture = {};
    QByteArray keptBytes = {};     ///< of it, until the ledger has them
    bool operator==(const StepMemo &) const = default;
};

struct StepRecord {
    int position = 0; ///< from 0 within its run
    Step step;
    StepState state = StepState::Waiting;
    QString words;       ///< what the forum said, or a remark of ours; plain text
    QString errorKind;   ///< errorKindName of the failure; empty: none
    qint64 serverId = 0; ///< grant, score event or badge id; 0: none
    QDateTime at;        ///< UTC, of the last change of state
    int attempts = 0;
    StepMemo memo;
    QString sent;        ///< in a few words
    QString answer;
    std::optional<Badge> left; ///< a badge that was published, as the forum described it then

    int row() const { return step.row; }
    const QString &recipient() const { return step.recipient; }
    Account account() const { return step.account(); }
};

struct RunSummary {
    int id = 0;
    QString title;
    QString planId;
    QString forumId;
    QString forumAddress;
    ForumKind forumKind = ForumKind::Discourse;
    QString actingUser;
    QString source;
    RunState state = RunState::Ready;
    QString note; ///< why it paused or stopped; may be empty
    Pace pace = Pace::Considerate;
    Road road = Road::Single;
    int undoOf = 0;   ///< the run this one undoes
    int undoneBy = 0; ///< the run that undoes this one
    int undoOpen = 0; ///< steps of that run which are not done: waiting, under way, failed
    int total = 0;
    int done = 0;     ///< came to an end, also failed ones
    int failed = 0;   ///< Failed and Unknown
    QDateTime createdAt;
    QDateTime startedAt;
    QDateTime finishedAt; ///< invalid while it is not over
    /// As far as the ledger knows: one that stands as Running may have ended with its program.
    bool canResume() const { return state != RunState::Done; }
};

/// For machines; the same keys wherever runs are written down.
QJsonObject toJson(const RunSummary &run);

struct RunFilter {
    QString text;    ///< in title, source, forum, or a person of the run
    QString forumId; ///< empty: every forum
    int limit = 0;   ///< 0: all
    QString planId = {}; ///< empty: every plan
};

struct StepFilter {
    QString text;            ///< in recipient, account or words
    QList<StepState> states; ///< empty: all
    int limit = 0;           ///< 0: all
    int offset = 0;
};

/// The local record of every run and every step: SQLite (WAL, synchronous=FULL), one connection of its own, used from
/// one thread. What is written is on disk when the call returns. Where nothing else is said an error is
/// ErrorKind::Storage with a sentence: locked, full, damaged, written by a newer version; nothing is half written.
class Ledger
{
public:
    /// Makes the file and its folder when they are not there.
    static Result<std::unique_ptr<Ledger>> open(const QString &path);
    ~Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    QString path() const { return m_path; }

    /// The wanted steps of the plan as a run in state Ready.
    Result<int> createRun(const Plan &plan, Pace pace);
    Result<QList<RunSummary>> runs(const RunFilter &filter = {}) const; ///< newest first
    Result<RunSummary> run(int id) const;                              ///< NotFound
    Result<QList<StepRecord>> steps(int runId, const StepFilter &filter = {}) const;
    Result<Done> removeRun(int id); ///< forgets it; the forum is not touched

    Result<Done> setRunState(int id, RunState state, const QString &note, const QDateTime &at);
    Result<Done> setPace(int id, Pace pace);
    /// All of them or none; with the pictures that their memos bring.
    Result<Done> writeSteps(int runId, const QList<StepRecord> &records);

    /// The file of a picture that was kept (StepMemo::keptPicture). Empty: it is not there any more.
    Result<QByteArray> keptPicture(const QString &name) const;
    /// Where all kept pictures together come to more bytes, the oldest go.
    void setRoomForPictures(qint64 bytes) { m_roomForPictures = bytes; }

    /// One program at a time works on a forum. RefusedHere when another one does. Freed by unlockForum or with the
    /// ledger; to take it again is nothing.
    Result<Done> lockForum(const QString &forumId);
    void unlockForum(const QString &forumId);

    /// position, row, recipient, account, type, what, state, words, id, time, and what it changes about a badge
    Result<QByteArray> exportCsv(int runId) const;
    Result<QByteArray> exportJson(int runId) const;
    /// Failed and unknown rows with the columns that the import reads: recipient, reason; user, date, points, description.
    Result<QByteArray> failedRowsCsv(int runId) const;
    /// The id of the forum with this address in the newest run there; empty: none. Who removes a connection and adds it
    /// again has the runs of that forum again.
    QString forumIdOf(const QString &address, ForumKind kind) const;
    /// Whether another run on the same forum made this grant: then it is not this run's to undo.
    bool isGrantOfAnotherRun(qint64 grantId, int runId) const;

private:
    Ledger() = default;
    Result<Done> keepPicture(const StepMemo &memo);

    QString m_path;
    QString m_connectionName;
    QSqlDatabase m_db;
    QHash<QString, std::shared_ptr<QLockFile>> m_locks;
    qint64 m_roomForPictures = 256 * 1024 * 1024;
};

} // namespace badgewright::runs
