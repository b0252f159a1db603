// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/step_executor.h"
#include "support/clock.h"

#include <QObject>

namespace badgewright::runs {

/// What became of a step that was under way.
struct StepEnd {
    enum class Kind {
        Over,     ///< `outcome` holds; with an error: Failed
        Wait,     ///< certainly not carried out: waits again
        Unread,   ///< still nobody knows, and the forum cannot be asked: stays Sending
    };
    Kind kind = Kind::Over;
    StepOutcome outcome;
    std::optional<Error> error; ///< why it failed, waits, or could not be read
};

/// One step on its way: prepare, send, and when the answer is lost read back, until it is known what became of it.
/// It asks the run before every sending, so that the ledger is written first.
class StepRunner : public QObject
{
    Q_OBJECT

public:
    enum class State { Preparing, AsksToSend, Sending, ReadingBack };

    /// `underWay`: the record was Sending when it was found, so nobody knows whether it was carried out.
    StepRunner(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory, bool underWay, Clock *clock, QObject *parent);

    int position() const { return m_position; }
    State state() const { return m_state; }
    bool isUnknown() const { return m_unknown; } ///< an earlier sending may have been carried out
    const StepMemo &memo() const { return m_memo; }
    /// What the record goes back to when this time nothing was carried out.
    const StepMemo &memoBefore() const { return m_memoBefore; }
    QString sentence() const { return m_executor->sentence(); }
    QString person() const { return m_person; }
    static QString personOf(const Step &step);

    void begin();
    /// It is about to leave. When it left before and may have been carried out, what was noted then is kept.
    /// `newestGrant`: the newest grant of the run so far, which is therefore none of this step.
    void noteSending(const QDateTime &at, qint64 newestGrant);
    /// The ledger has it: off it goes.
    void send();

Q_SIGNALS:
    void asksToSend();
    void ended(const badgewright::runs::StepEnd &end);

private:
    void askToSend();
    void sendingFailed(const Error &error);
    void lost();
    void readBack();
    void readBackCame(const ReadBackAnswer &answer);
    void readBackFailed(const Error &error);
    void finish(const StepEnd &end);
    void finishWith(StepOutcome outcome);
    void failWith(const Error &error);
    void finishUnsent(const Error &error);
    std::chrono::milliseconds mayStillArrive() const;
    void later(std::chrono::milliseconds delay, void (StepRunner::*next)());

    std::unique_ptr<StepExecutor> m_executor;
    Clock *m_clock;
    const int m_position;
    const QString m_person;
    const bool m_never; ///< must never be sent again by itself
    State m_state = State::Preparing;
    const StepMemo m_memoBefore;
    StepMemo m_memo;
    bool m_unknown;
    bool m_found;               ///< sent by a program that has gone, and not by this one yet
    bool m_lookedTwice = false;
    bool m_over = false;
    int m_sendings = 0;
    int m_readFailures = 0;
    std::optional<Error> m_lastError;
};

} // namespace badgewright::runs
