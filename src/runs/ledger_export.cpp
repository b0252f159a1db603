// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/badge_changes.h"
#include "runs/csv_line.h"
#include "runs/ledger.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace badgewright::runs {

namespace {

QString idText(qint64 id)
{
    return id == 0 ? QString() : QString::number(id);
}

QString toWholeSecond(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

/// A line for each field: "name: Apex → Summit".
QString changesText(const Step &step)
{
    QStringList lines;
    const QList<BadgeChange> changes = badgeChanges(step);
    for (const BadgeChange &change : changes)
        lines << QStringLiteral("%1: %2 → %3").arg(change.field, change.before, change.after);
    return lines.join(QLatin1Char('\n'));
}

QJsonArray changesJson(const Step &step)
{
    QJsonArray all;
    const QList<BadgeChange> changes = badgeChanges(step);
    for (const BadgeChange &change : changes)
        all.append(QJsonObject{{QStringLiteral("field"), change.field}, {QStringLiteral("before"), change.before}, {QStringLiteral("after"), change.after}});
    return all;
}

QString nameOf(const StepRecord &record)
{
    return record.recipient().isEmpty() ? record.account().username : record.recipient();
}

/// The header and the values of a failed step, so that the import understands them by their names.
struct Reload {
    QStringList header;
    QStringList values;
};

struct ReloadOf {
    const StepRecord &record;
    Reload operator()(const GrantStep &s) const
    {
        return {{QStringLiteral("recipient"), QStringLiteral("badge"), QStringLiteral("reason")},
                {nameOf(record), s.badgeName, s.reason.toString()}};
    }
    Reload operator()(const RevokeStep &s) const
    {
        return {{QStringLiteral("recipient"), QStringLiteral("badge"), QStringLiteral("grant")},
                {nameOf(record), s.badgeName, idText(s.grantId)}};
    }
    Reload operator()(const CreateScoreEventStep &s) const
    {
        return {{QStringLiteral("user"), QStringLiteral("date"), QStringLiteral("points"), QStringLiteral("description")},
                {nameOf(record), s.date.toString(Qt::ISODate), QString::number(s.points), s.description}};
    }
    Reload operator()(const UpdateScoreEventStep &s) const
    {
        return {{QStringLiteral("event"), QStringLiteral("user"), QStringLiteral("date"), QStringLiteral("points"),
                 QStringLiteral("description")},
                {idText(s.id), nameOf(record), s.date.toString(Qt::ISODate), QString::number(s.points),
                 s.description.value_or(s.oldDescription)}};
    }
    Reload operator()(const PublishBadgeStep &s) const { return {{QStringLiteral("badge")}, {s.badgeName()}}; }
    Reload operator()(const AwardForActionStep &s) const
    {
        return {{QStringLiteral("recipient"), QStringLiteral("award"), QStringLiteral("action")},
                {nameOf(record), s.typeName, idText(s.actionId)}};
    }
    Reload operator()(const AwardToUserStep &s) const
    {
        return {{QStringLiteral("recipient"), QStringLiteral("award")}, {nameOf(record), s.typeName}};
    }
    Reload operator()(const GiveReputationStep &s) const
    {
        return {{QStringLiteral("recipient"), QStringLiteral("points"), QStringLiteral("description")},
                {nameOf(record), QString::number(s.points), s.reason}};
    }
    Reload operator()(const DeleteBadgeStep &s) const { return {{QStringLiteral("badge")}, {s.badge.name}}; }
    Reload operator()(const SaveGroupingsStep &s) const
    {
        QStringList names;
        for (const Grouping &grouping : s.wanted)
            names.append(grouping.name);
        return {{QStringLiteral("groupings")}, {names.join(QLatin1Char('\n'))}};
    }
    Reload operator()(const RecalculateStep &s) const { return {{QStringLiteral("from")}, {s.from.toString(Qt::ISODate)}}; }
};

} // namespace

QJsonObject toJson(const RunSummary &run)
{
    return {{QStringLiteral("id"), run.id},
            {QStringLiteral("title"), run.title},
            {QStringLiteral("forum"), run.forumAddress},
            {QStringLiteral("forum_id"), run.forumId},
            {QStringLiteral("acting_user"), run.actingUser},
            {QStringLiteral("source"), run.source},
            {QStringLiteral("state"), runStateName(run.state)},
            {QStringLiteral("note"), run.note},
            {QStringLiteral("pace"), paceName(run.pace)},
            {QStringLiteral("road"), roadName(run.road)},
            {QStringLiteral("total"), run.total},
            {QStringLiteral("done"), run.done},
            {QStringLiteral("failed"), run.failed},
            {QStringLiteral("undo_of"), run.undoOf},
            {QStringLiteral("undone_by"), run.undoneBy},
            {QStringLiteral("created_at"), toWholeSecond(run.createdAt)},
            {QStringLiteral("started_at"), toWholeSecond(run.startedAt)},
            {QStringLiteral("finished_at"), toWholeSecond(run.finishedAt)}};
}

Result<QByteArray> Ledger::exportCsv(int runId) const
{
    const Result<QList<StepRecord>> records = steps(runId);
    if (!records)
        return fail(records.error());
    QByteArray csv = csvLine({QStringLiteral("position"), QStringLiteral("row"), QStringLiteral("recipient"),
                           QStringLiteral("account"), QStringLiteral("type"), QStringLiteral("what"), QStringLiteral("state"),
                           QStringLiteral("words"), QStringLiteral("id"), QStringLiteral("time"), QStringLiteral("changes")});
    for (const StepRecord &record : *records) {
        csv += csvLine({QString::number(record.position + 1), idText(record.row()), record.recipient(),
                     record.account().username, stepTypeName(record.step.type()), record.step.subject(),
                     stepStateName(record.state), record.words, idText(record.serverId), toWholeSecond(record.at), changesText(record.step)});
    }
    return csv;
}

Result<QByteArray> Ledger::exportJson(int runId) const
{
    const Result<RunSummary> summary = run(runId);
    if (!summary)
        return fail(summary.error());
    const Result<QList<StepRecord>> records = steps(runId);
    if (!records)
        return fail(records.error());
    QJsonArray rows;
    for (const StepRecord &record : *records) {
        QJsonObject row{
            {QStringLiteral("position"), record.position + 1},
            {QStringLiteral("row"), record.row()},
            {QStringLiteral("recipient"), record.recipient()},
            {QStringLiteral("account"), record.account().username},
            {QStringLiteral("type"), stepTypeName(record.step.type())},
            {QStringLiteral("what"), record.step.subject()},
            {QStringLiteral("state"), stepStateName(record.state)},
            {QStringLiteral("words"), record.words},
            {QStringLiteral("error"), record.errorKind},
            {QStringLiteral("id"), record.serverId},
            {QStringLiteral("attempts"), record.attempts},
            {QStringLiteral("time"), toWholeSecond(record.at)},
            {QStringLiteral("sent"), record.sent},
            {QStringLiteral("answer"), record.answer},
        };
        if (const QJsonArray changes = changesJson(record.step); !changes.isEmpty())
            row.insert(QStringLiteral("changes"), changes);
        rows.append(row);
    }
    QJsonObject whole = toJson(*summary);
    whole.insert(QStringLiteral("steps"), rows);
    return QJsonDocument(whole).toJson();
}

Result<QByteArray> Ledger::failedRowsCsv(int runId) const
{
    StepFilter filter;
    filter.states = {StepState::Failed, StepState::Unknown};
    const Result<QList<StepRecord>> records = steps(runId, filter);
    if (!records)
        return fail(records.error());
    QByteArray csv;
    QStringList header;
    for (const StepRecord &record : *records) {
        const Reload row = std::visit(ReloadOf{record}, record.step.what);
        if (row.header != header) {
            header = row.header;
            csv += csvLine(header + QStringList{QStringLiteral("error")}, false);
        }
        csv += csvLine(row.values + QStringList{record.words}, false);
    }
    return csv;
}

} // namespace badgewright::runs
