// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/plan_rows.h"

namespace badgewright::ui {

namespace {

void takeOver(const people::Match &match, runs::RecipientRow *row)
{
    row->row = match.recipient.row;
    row->recipient = match.recipient.text;
    if (match.status == people::MatchStatus::Found)
        row->account = match.account;
    row->suggestions = match.suggestions;
    row->ambiguous = match.status == people::MatchStatus::Ambiguous;
    row->lookUpError = match.error;
}

} // namespace

runs::GrantRow grantRowOf(const people::Match &match)
{
    runs::GrantRow row;
    takeOver(match, &row);
    row.reasonText = match.recipient.reason;
    return row;
}

QList<runs::GrantRow> grantRowsOf(const QList<people::Match> &matches)
{
    QList<runs::GrantRow> rows;
    rows.reserve(matches.size());
    for (const people::Match &match : matches)
        rows.append(grantRowOf(match));
    return rows;
}

QList<runs::ScoreRow> scoreRowsOf(const QList<people::Match> &matches)
{
    QList<runs::ScoreRow> rows;
    rows.reserve(matches.size());
    for (const people::Match &match : matches) {
        runs::ScoreRow row;
        takeOver(match, &row);
        row.dateText = match.recipient.date;
        row.pointsText = match.recipient.points;
        row.description = match.recipient.description;
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace badgewright::ui
