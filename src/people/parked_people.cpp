// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/parked_people.h"

#include "support/csv_writer.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace badgewright::people {
namespace {

struct ParkedPeopleWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::ParkedPeople)
};

bool waits(const Match &match)
{
    return match.status != MatchStatus::Found;
}

QString problem(const Match &match)
{
    QStringList names;
    for (const Account &account : match.suggestions)
        names << account.username;
    const QString similar = names.join(QStringLiteral(", "));
    switch (match.status) {
    case MatchStatus::Found:
        return {};
    case MatchStatus::NotFound:
        if (match.error)
            return match.error->detail;
        return names.isEmpty() ? ParkedPeopleWords::tr("no such account") : ParkedPeopleWords::tr("no such account; similar: %1").arg(similar);
    case MatchStatus::Ambiguous:
        return ParkedPeopleWords::tr("several accounts fit: %1").arg(similar);
    case MatchStatus::Failed:
        return ParkedPeopleWords::tr("could not be looked up");
    }
    return {};
}

struct ParkedColumn {
    const char *title; ///< as the import knows it, whatever the language of the program
    std::function<QString(const Recipient &)> cell;
};

ParkedColumn personColumn(const char *title, RecipientKind kind)
{
    return {title, [kind](const Recipient &r) { return r.kind == kind ? r.key : QString(); }};
}

QList<ParkedColumn> allColumns()
{
    return {
        personColumn("username", RecipientKind::Username),
        {"profile", [](const Recipient &r) { return r.kind == RecipientKind::ProfileUrl ? r.profile.toString(QUrl::FullyEncoded) : QString(); }},
        {"email", [](const Recipient &r) { return r.kind == RecipientKind::Email ? r.key : r.email; }},
        personColumn("user_id", RecipientKind::Id),
        personColumn("external_id", RecipientKind::ExternalId),
        {"name", [](const Recipient &r) { return r.name; }},
        {"reason", [](const Recipient &r) { return r.reason; }},
        {"points", [](const Recipient &r) { return r.points; }},
        {"date", [](const Recipient &r) { return r.date; }},
        {"description", [](const Recipient &r) { return r.description; }},
    };
}

bool isReason(const ParkedColumn &column)
{
    return QLatin1String(column.title) == QLatin1String("reason");
}

} // namespace

int parkedCount(const QList<Match> &matches)
{
    return int(std::count_if(matches.cbegin(), matches.cend(), waits));
}

QByteArray parkedCsv(const QList<Match> &matches, const QString &reasonTitle)
{
    QList<ParkedColumn> columns;
    const QList<ParkedColumn> all = allColumns();
    for (const ParkedColumn &column : all) {
        const bool isChosen = !reasonTitle.isEmpty() && isReason(column);
        if (isChosen || std::any_of(matches.cbegin(), matches.cend(), [&](const Match &match) { return waits(match) && !column.cell(match.recipient).isEmpty(); }))
            columns << column;
    }
    if (std::none_of(columns.cbegin(), columns.cend(), [](const ParkedColumn &column) { return !isReason(column); }))
        columns.prepend(all.first());

    // Rows that are loaded again come back as they were, so nothing is put in front of what looks like a formula.
    CsvWriter csv(CsvWriter::Formulas::Kept);
    QStringList cells;
    for (const ParkedColumn &column : std::as_const(columns))
        cells << QString::fromLatin1(column.title);
    cells << QStringLiteral("problem");
    if (const auto reason = std::find_if(columns.cbegin(), columns.cend(), isReason);
        reason != columns.cend() && !reasonTitle.isEmpty() && !cells.contains(reasonTitle, Qt::CaseInsensitive))
        cells[reason - columns.cbegin()] = reasonTitle;
    csv.row(cells);
    for (const Match &match : matches) {
        if (!waits(match))
            continue;
        cells.clear();
        for (const ParkedColumn &column : std::as_const(columns))
            cells << column.cell(match.recipient);
        csv.row(cells + QStringList{problem(match)});
    }
    return csv.bytes();
}

} // namespace badgewright::people
