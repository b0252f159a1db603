// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/ledger.h"
#include "runs/step_runner.h"
#include "support/clock.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace badgewright::runs {

/// The grants of one badge to many people in one request (contract discourse §4.8). The forum answers soon and gives the
/// badge during the following minutes, so the holders are read, newest first, until everybody has it. What each person
/// has got is known by the grant's id: what was there before is older than the newest grant seen before sending.
///
/// A second request for the same people could give it twice while the first is still at work; so it is never sent again
/// by itself. When nothing more arrives for a while it ends as *unread* and says when to look again; long after the
/// request, those who still have nothing have failed.
///
/// Like StepRunner it asks the run before it sends, so that the ledger is written first.
class BulkAward : public QObject
{
    Q_OBJECT

public:
    /// The steps of `records` are grants of one badge. `underWay`: they were sent before, and nobody knows who has it.
    BulkAward(const ForumPtr &forum, const QList<StepRecord> &records, bool underWay, Clock *clock, QObject *parent);

    /// The forum is known to have taken the request that was under way.
    void setAccepted();
    void begin();
    /// The positions that are still open: nobody knows yet, or they have not been sent.
    QList<int> open() const;
    /// Whether the request may have reached the forum.
    bool wasSent() const { return m_sent; }
    /// On its way, and not answered yet.
    bool isSending() const { return m_sending; }
    /// For the ledger: what must be known to find out later.
    StepMemo memo() const { return m_memo; }
    QString sentence() const;
    /// What the forum said to the request; empty: no answer.
    const QString &answer() const { return m_answer; }
    void noteSending(const QDateTime &at) { m_memo.sentAt = at; }
    void send();

    /// The most people in one request.
    static constexpr int kMost = 50'000;

Q_SIGNALS:
    void asksToSend();
    /// The forum took the request; the badge arrives from now on.
    void accepted();
    /// No answer, or none that tells whether the forum took it: it is looked for.
    void answerLost();
    void settled(int position, const badgewright::runs::StepOutcome &outcome);
    /// Nothing is open any more, or with an error: what is open waits again (it was certainly not carried out), or stays
    /// unread.
    void ended(const std::optional<badgewright::Error> &error);

private:
    struct Row {
        int position = 0;
        QString username;
    };
    void readTop();
    void topCame(const HolderPage &page);
    void answered(const Result<BulkAwardAnswer> &result);
    void unmatched(const BulkAwardAnswer &answer);
    void look();
    void readPage(int offset, bool whole);
    void pageCame(const HolderPage &page, int offset, bool whole);
    void passOver(bool whole);
    void readFailed(const Error &error, std::function<void()> again);
    void take(const Grant &grant, bool before);
    void settle(AccountId account, StepState state, const QString &words, const Grant *grant = nullptr);
    void finish(const std::optional<Error> &error);
    void later(std::chrono::milliseconds delay, std::function<void()> fn);

    ForumPtr m_forum;
    Clock *m_clock;
    BadgeId m_badge = 0;
    QString m_badgeName;
    const int m_total;
    QHash<AccountId, Row> m_open;
    QHash<QString, AccountId> m_accountOf; ///< by username in lower case
    QSet<GrantId> m_seen;
    GrantId m_newestSeen = 0; ///< by the plan
    StepMemo m_memo;
    QString m_answer;
    int m_unmatchedUnnamed = 0; ///< entries that the forum could not match and did not name
    bool m_sent;
    bool m_sending = false;
    bool m_newInPass = false;
    bool m_newsSinceWhole = false; ///< somebody new was seen after the last pass from the top to the bottom
    bool m_over = false;
    int m_readFailures = 0;
    std::chrono::milliseconds m_lookDelay;
    std::chrono::milliseconds m_lastNews{0};
};

} // namespace badgewright::runs
