// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/people_source.h"

#include "people/column_mapping.h"
#include "people/source_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::people {
namespace {

struct PeopleSourceWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::PeopleSource)
};

constexpr qsizetype kMostReportRows = 10'000; // of any Data Explorer
constexpr qsizetype kColumnsNamed = 8;

/// The first column that is called by one of the names.
int columnCalled(const QStringList &columns, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        for (int i = 0; i < columns.size(); ++i) {
            if (columns.at(i).compare(name, Qt::CaseInsensitive) == 0)
                return i;
        }
    }
    return -1;
}

} // namespace

QString sourceName(const SourceSpec &spec)
{
    switch (spec.kind) {
    case SourceKind::List:
        return spec.title;
    case SourceKind::Group:
        return PeopleSourceWords::tr("members of %1").arg(spec.title.isEmpty() ? spec.group : spec.title);
    case SourceKind::Holders:
        return PeopleSourceWords::tr("holders of %1").arg(spec.title.isEmpty() ? QString::number(spec.badge) : spec.title);
    case SourceKind::Topic:
        return PeopleSourceWords::tr("writers in %1").arg(spec.title.isEmpty() ? spec.link : spec.title);
    case SourceKind::Likers:
        return PeopleSourceWords::tr("likers of %1").arg(spec.title.isEmpty() ? spec.link : spec.title);
    case SourceKind::Report:
        return PeopleSourceWords::tr("report %1").arg(spec.title.isEmpty() ? QString::number(spec.report) : spec.title);
    }
    return {};
}

QList<Report::Parameter> neededParameters(const Report &report, const QHash<QString, QString> &given)
{
    QList<Report::Parameter> needed;
    std::copy_if(report.parameters.cbegin(), report.parameters.cend(), std::back_inserter(needed), [&](const Report::Parameter &one) {
        return one.defaultValue.isEmpty() && !one.nullable && given.value(one.name).trimmed().isEmpty();
    });
    return needed;
}

Result<SourcePeople> recipientsFrom(const ReportRows &rows)
{
    Table table;
    table.columnCount = int(rows.columns.size());
    table.rows.reserve(rows.rows.size() + 1);
    table.rows.append({0, rows.columns});
    for (const QStringList &cells : rows.rows)
        table.rows.append({int(table.rows.size()), cells});

    // Guessed is only what goes with the people. Any other number might be taken for theirs, a post's say.
    ColumnMapping mapping = guessMapping(table);
    mapping.firstRowIsHeader = true;
    for (const ColumnRole role : {ColumnRole::Id, ColumnRole::Username, ColumnRole::ProfileUrl, ColumnRole::Email, ColumnRole::ExternalId})
        mapping.set(role, -1);
    if (const int id = columnCalled(rows.columns, {QLatin1String("user_id")}); id >= 0)
        mapping.set(ColumnRole::Id, id);
    else if (const int name = columnCalled(rows.columns, {QLatin1String("username"), QLatin1String("user")}); name >= 0)
        mapping.set(ColumnRole::Username, name);
    else if (const int mail = columnCalled(rows.columns, {QLatin1String("email"), QLatin1String("user_email")}); mail >= 0)
        mapping.set(ColumnRole::Email, mail);
    else
        return fail(Error::refusedHere(
            PeopleSourceWords::tr("The report names nobody: it has no column user_id, username or email, but %1.")
                .arg(rows.columns.mid(0, kColumnsNamed).join(QStringLiteral(", ")))));

    const Result<MappedTable> mapped = recipientsFrom(table, mapping);
    if (!mapped)
        return fail(mapped.error());
    SourcePeople people{mapped->recipients, {}, {}};
    if (const QString skipped = skippedRowsSentence(*mapped); !skipped.isEmpty())
        people.remarks << skipped;
    if (rows.rows.size() >= kMostReportRows)
        people.remarks << PeopleSourceWords::tr("The forum gives no more than %L1 rows of a report; there may be more.").arg(kMostReportRows);
    return people;
}

Call<SourcePeople> *readSource(const SourceDesks &desks, const SourceSpec &spec, QObject *parent)
{
    auto *call = new Call<SourcePeople>(parent);
    (new SourceReader(desks, spec, call))->start();
    return call;
}

} // namespace badgewright::people
