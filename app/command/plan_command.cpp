// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/plan_command.h"

#include "app/command/badge_named.h"
#include "app/command/plan_summary.h"
#include "runs/plan_file.h"
#include "runs/road.h"
#include "ui/grants/plan_rows.h"

#include <QJsonObject>

#include <algorithm>

namespace badgewright {

namespace {

/// The account that a person means by a name, an id or the address of a profile; never one that is only similar.
const Account *meant(const QString &text, const QList<Account> &found)
{
    for (const Account &account : found) {
        if (account.username.compare(text, Qt::CaseInsensitive) == 0 || QString::number(account.id) == text)
            return &account;
    }
    return found.size() == 1 && text.contains(u'/') ? &found.first() : nullptr;
}

} // namespace

std::optional<int> PlanCommand::prepare(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Makes a plan and says what would happen. Nothing is changed on the forum."));
    parser.addPositionalArgument(QStringLiteral("grant|revoke|points|award"), QStringLiteral("What is planned."));
    parser.addOptions({
        {QStringLiteral("on"), QStringLiteral("The connection."), QStringLiteral("NAME")},
        {QStringLiteral("badge"), QStringLiteral("grant, revoke: id or name; for grant it may be given several times."), QStringLiteral("BADGE")},
    });
    parser.addOptions(PeopleReading::options());
    parser.addOptions({
        {QStringLiteral("all-holders"), QStringLiteral("revoke: from everybody who holds it, instead of --people.")},
        {QStringLiteral("reason"), QStringLiteral("grant: the address of a topic or post, for all."), QStringLiteral("URL")},
        {QStringLiteral("points"), QStringLiteral("points: for rows that have none."), QStringLiteral("N")},
        {QStringLiteral("date"), QStringLiteral("points: YYYY-MM-DD, for rows that have none; today by default."), QStringLiteral("DAY")},
        {QStringLiteral("description"), QStringLiteral("points: for rows that have none."), QStringLiteral("TEXT")},
        {QStringLiteral("type"), QStringLiteral("award: the id of the award type."), QStringLiteral("ID")},
        {QStringLiteral("action"), QStringLiteral("award: the id of the action it is given for."), QStringLiteral("ID")},
        {QStringLiteral("user"), QStringLiteral("award: the person it is given to directly, by name or id."), QStringLiteral("USER")},
        {QStringLiteral("road"), QStringLiteral("grant: auto (the default), single (one by one) or bulk (one request for all, without reasons)."),
         QStringLiteral("ROAD")},
        {QStringLiteral("again"), QStringLiteral("grant, award: also to people who hold it already, where it can be held several times.")},
        {QStringLiteral("anyway"), QStringLiteral("Also suspended people, and awards that are expected to change nothing.")},
        {QStringLiteral("out"), QStringLiteral("Write the plan to this file."), QStringLiteral("PLAN")},
        {QStringLiteral("json"), QStringLiteral("The counts, for machines.")},
    });
    if (const auto end = parseArguments(parser, QStringLiteral("plan"), arguments))
        return end;
    m_verb = parser.positionalArguments().value(0);
    m_on = parser.value(QStringLiteral("on"));
    m_badges = parser.values(QStringLiteral("badge"));
    m_reason = parser.value(QStringLiteral("reason"));
    m_points = parser.value(QStringLiteral("points"));
    m_date = parser.value(QStringLiteral("date"));
    m_description = parser.value(QStringLiteral("description"));
    m_awardType = parser.value(QStringLiteral("type"));
    m_action = parser.value(QStringLiteral("action"));
    m_user = parser.value(QStringLiteral("user")).trimmed();
    if (const QString road = parser.value(QStringLiteral("road")); !road.isEmpty() && road != QLatin1String("auto")) {
        m_road = runs::roadFromName(road);
        if (!m_road)
            return usage(QStringLiteral("--road is auto, single or bulk."));
    }
    m_again = parser.isSet(QStringLiteral("again"));
    m_anyway = parser.isSet(QStringLiteral("anyway"));
    m_out = parser.value(QStringLiteral("out"));
    m_json = parser.isSet(QStringLiteral("json"));
    if (m_on.isEmpty())
        return usage(QStringLiteral("--on names the connection."));
    if (m_verb == QLatin1String("award")) {
        const bool forAction = m_user.isEmpty() && m_action.toLongLong() > 0;
        const bool toUser = !m_user.isEmpty() && m_action.isEmpty();
        if (m_awardType.toLongLong() < 1 || (!forAction && !toUser))
            return usage(QStringLiteral("plan award needs --type ID and either --action ID or --user USER; ids are numbers above 0."));
        return std::nullopt;
    }
    m_allHolders = parser.isSet(QStringLiteral("all-holders"));
    if (m_verb == QLatin1String("revoke")) {
        if (m_badges.size() != 1)
            return usage(QStringLiteral("plan revoke needs one --badge."));
        if (m_allHolders == parser.isSet(QStringLiteral("people")))
            return usage(QStringLiteral("plan revoke needs either --people SOURCE or --all-holders."));
        return m_allHolders ? std::nullopt : m_people->prepare(parser, m_out);
    }
    if (m_verb != QLatin1String("grant") && m_verb != QLatin1String("points"))
        return usage(QStringLiteral("plan takes: grant, revoke, points or award."));
    if (m_verb == QLatin1String("grant") && m_badges.isEmpty())
        return usage(QStringLiteral("--badge names the badge."));
    if (!m_points.isEmpty()) {
        if (const auto points = runs::pointsFromText(m_points); !points)
            return usage(points.error().detail);
    }
    if (!m_date.isEmpty()) {
        if (const auto date = runs::dateFromText(m_date); !date)
            return usage(date.error().detail);
    }
    return m_people->prepare(parser, m_out);
}

void PlanCommand::start(Services *services)
{
    m_services = services;
    withForum(m_on, [this](const ForumPtr &forum) {
        const bool has = m_verb == QLatin1String("award")    ? forum->awards() != nullptr
                         : m_verb == QLatin1String("points") ? forum->scores() != nullptr && forum->people() != nullptr
                                                             : forum->grants() != nullptr && forum->people() != nullptr;
        if (!has) {
            Console::note(QStringLiteral("%1 is a forum of another kind: it has no %2 of this sort.")
                              .arg(forum->connection().address(), m_verb));
            finish(kUsage);
        } else if (m_verb == QLatin1String("award")) {
            planAward(forum);
        } else if (m_allHolders) {
            planRevoke(forum, {});
        } else {
            match(forum);
        }
    });
}

void PlanCommand::match(const ForumPtr &forum)
{
    m_people->match(forum, m_services->clock())->then(this, [this, forum](const Result<QList<people::Match>> &matches) {
        if (!matches)
            failWith(matches.error(), forum->connection().address());
        else if (m_verb == QLatin1String("grant"))
            planGrant(forum, *matches);
        else if (m_verb == QLatin1String("revoke"))
            planRevoke(forum, *matches);
        else
            planPoints(forum, *matches);
    });
}

void PlanCommand::planGrant(const ForumPtr &forum, const QList<people::Match> &matches)
{
    ask<BadgeCatalogue>([forum] { return forum->badges()->list(); }, [this, forum, matches](const Result<BadgeCatalogue> &catalogue) {
        if (!catalogue) {
            failWith(catalogue.error(), forum->connection().address());
            return;
        }
        runs::GrantInput input;
        input.forum = forum;
        input.reasonForAll = m_reason;
        input.source = m_people->name();
        for (const QString &wanted : std::as_const(m_badges)) {
            const Badge *badge = badgeNamed(*catalogue, wanted);
            if (!badge) {
                Console::note(QStringLiteral("There is no badge \"%1\" on %2.").arg(wanted, forum->connection().address()));
                finish(kUsage);
                return;
            }
            input.badges << *badge;
        }
        input.rows = ui::grantRowsOf(matches);
        Call<runs::Plan> *call = runs::planGrants(input, m_services->clock(), this);
        call->then(this, [this, forum](const Result<runs::Plan> &plan) {
            if (!plan) {
                failWith(plan.error(), forum->connection().address());
                return;
            }
            runs::Plan made = *plan;
            insist(&made);
            if (takeRoad(&made, forum->capabilities()))
                deliver(made);
        });
    });
}

/// Who is insisted on counts: somebody who gets the badge once more cannot go in bulk. False: it said why not, and ended.
bool PlanCommand::takeRoad(runs::Plan *plan, const Capabilities &may)
{
    runs::chooseRoad(plan, may, m_road);
    const QString why = runs::adviseRoad(*plan, may).why;
    if (m_road == runs::Road::Bulk && plan->road != runs::Road::Bulk) {
        Console::note(QStringLiteral("A bulk award is not possible here. %1").arg(why));
        finish(kUsage);
        return false;
    }
    m_roadWords = m_road == plan->road ? runs::roadMeaning(plan->road, *plan) : why;
    return true;
}

void PlanCommand::planPoints(const ForumPtr &forum, const QList<people::Match> &matches)
{
    runs::ScoreInput input;
    input.forum = forum;
    input.source = m_people->name();
    input.dateForAll = m_date.isEmpty() ? m_services->clock()->utcNow().date() : *runs::dateFromText(m_date);
    if (!m_points.isEmpty())
        input.pointsForAll = *runs::pointsFromText(m_points);
    input.descriptionForAll = m_description;
    input.rows = ui::scoreRowsOf(matches);
    deliver(runs::planScoreEvents(input, *m_services->clock()));
}

void PlanCommand::planAward(const ForumPtr &forum)
{
    ask<QList<AwardType>>([forum] { return forum->awards()->types(); }, [this, forum](const Result<QList<AwardType>> &types) {
        if (!types) {
            failWith(types.error(), forum->connection().address());
            return;
        }
        const AwardTypeId wanted = m_awardType.toLongLong();
        const auto type = std::find_if(types->cbegin(), types->cend(), [wanted](const AwardType &one) { return one.id == wanted; });
        if (type == types->cend()) {
            Console::note(QStringLiteral("There is no award type %1 on %2.").arg(m_awardType, forum->connection().address()));
            finish(kUsage);
        } else if (m_user.isEmpty()) {
            planAwardForAction(forum, *type);
        } else {
            planAwardToUser(forum, *type);
        }
    });
}

void PlanCommand::planAwardForAction(const ForumPtr &forum, const AwardType &type)
{
    runs::AwardForActionStep step;
    step.typeId = type.id;
    step.typeName = type.name;
    step.mode = type.mode;
    step.actionId = m_action.toLongLong();
    // Who would receive it is worth knowing, but an account that may not read actions may still give awards.
    ask<Action>([forum, id = step.actionId] { return forum->awards()->action(id); }, [this, forum, step](const Result<Action> &action) {
        runs::AwardForActionStep known = step;
        if (action)
            known.receiver = action->user;
        else
            Console::note(QStringLiteral("The receiver could not be checked."));
        if (action && action->cancelled)
            Console::note(QStringLiteral("Action %1 has been cancelled on the forum.").arg(m_action));
        runs::AwardInput input;
        input.forum = forum;
        input.forActions << known;
        planAwards(input);
    });
}

void PlanCommand::planAwardToUser(const ForumPtr &forum, const AwardType &type)
{
    ask<QList<Account>>([this, forum] { return forum->awards()->findUsers(m_user); }, [this, forum, type](const Result<QList<Account>> &found) {
        if (!found) {
            failWith(found.error(), forum->connection().address());
            return;
        }
        const Account *receiver = meant(m_user, *found);
        if (!receiver) {
            QStringList similar;
            for (const Account &account : *found)
                similar << account.username;
            Console::note(QStringLiteral("There is no account \"%1\" on %2.").arg(m_user, forum->connection().address()));
            if (!similar.isEmpty())
                Console::note(QStringLiteral("Similar: %1.").arg(firstOf(similar)));
            finish(kSomeFailed);
            return;
        }
        runs::AwardInput input;
        input.forum = forum;
        input.toUsers << runs::AwardToUserStep{type.id, type.name, *receiver};
        planAwards(input);
    });
}

void PlanCommand::planAwards(const runs::AwardInput &input)
{
    runs::planAwards(input, m_services->clock(), this)->then(this, [this, address = input.forum->connection().address()](const Result<runs::Plan> &plan) {
        if (plan)
            deliver(*plan);
        else
            failWith(plan.error(), address);
    });
}

void PlanCommand::insist(runs::Plan *plan) const
{
    for (runs::Step &step : plan->steps) {
        const bool held = step.verdict == runs::Verdict::AlreadyHolds;
        const bool advised = step.verdict == runs::Verdict::Suspended || step.verdict == runs::Verdict::NoEffectExpected;
        step.insisted = step.mayInsist() && ((held && m_again) || (advised && m_anyway));
    }
}

void PlanCommand::deliver(runs::Plan plan)
{
    insist(&plan);
    if (m_out.isEmpty()) {
        Console::bytes(runs::planToJson(plan));
    } else if (const auto saved = runs::savePlan(plan, m_out); !saved) {
        failWith(saved.error());
        return;
    }
    if (m_json && !m_out.isEmpty()) {
        QJsonObject summary = planSummary(plan);
        summary.insert(QStringLiteral("plan"), m_out);
        Console::json(QJsonDocument(summary));
    } else {
        describePlan(plan);
        if (!m_roadWords.isEmpty())
            Console::note(m_roadWords);
    }
    finish(plan.wantedCount() > 0 ? kAllDone : kSomeFailed);
}

} // namespace badgewright
