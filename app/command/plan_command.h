// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command.h"
#include "app/command/people_reading.h"
#include "runs/planner.h"

namespace badgewright {

/// badgewright plan grant|revoke|points|award --on NAME … [--out PLAN]
/// Reads, matches and looks at everything; changes nothing. Without --out the plan goes to standard output.
class PlanCommand final : public Command
{
    Q_OBJECT

public:
    std::optional<int> prepare(const QStringList &arguments) override;
    void start(Services *services) override;

private:
    void match(const ForumPtr &forum);
    void planGrant(const ForumPtr &forum, const QList<people::Match> &matches);
    void planRevoke(const ForumPtr &forum, const QList<people::Match> &matches);
    void planPoints(const ForumPtr &forum, const QList<people::Match> &matches);
    void planAward(const ForumPtr &forum);
    void planAwardForAction(const ForumPtr &forum, const AwardType &type);
    void planAwardToUser(const ForumPtr &forum, const AwardType &type);
    void planAwards(const runs::AwardInput &input);
    void insist(runs::Plan *plan) const;
    bool takeRoad(runs::Plan *plan, const Capabilities &may);
    void deliver(runs::Plan plan);

    QString m_verb;
    QString m_on;
    QStringList m_badges;
    QString m_reason;
    QString m_points;
    QString m_date;
    QString m_description;
    QString m_awardType;
    QString m_action;
    QString m_user;
    std::optional<runs::Road> m_road; ///< absent: the best
    QString m_roadWords;
    bool m_again = false;
    bool m_anyway = false;
    bool m_allHolders = false;
    QString m_out;
    bool m_json = false;
    PeopleReading *m_people = new PeopleReading(this);
};

} // namespace badgewright
