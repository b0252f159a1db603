// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/desks.h"

namespace badgewright::discourse {

/// Points of the Gamification plugin: /admin/plugins/gamification/score_events and /leaderboard; see SERVER.md.
class DiscourseScoreDesk final : public ScoreDesk
{
public:
    explicit DiscourseScoreDesk(Session *session) : m_session(session) {}

    Call<ScoreEventList> *list(const ScoreFilter &filter) override;
    Call<ScoreEvent> *create(AccountId user, QDate date, qint32 points, const QString &description) override;
    Call<Done> *update(ScoreEventId id, qint32 points, const std::optional<QString> &description) override;
    Call<Done> *recalculate(QDate from) override;
    Call<Leaderboards> *leaderboards() override;
    Call<QList<LeaderboardRow>> *leaderboard(qint64 id, const QString &period, int page) override;

private:
    Call<Leaderboards> *leaderboardsAt(const QString &path);

    Session *m_session;
    QString m_boardsPath; ///< the address that worked
};

} // namespace badgewright::discourse
