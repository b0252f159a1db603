// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stall.h"
#include "people/column_mapping.h"
#include "people/matcher.h"
#include "runs/plan_file.h"
#include "runs/planner.h"
#include "support/await.h"
#include "support/fake_forum.h"
#include "support/worker_call.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace badgewright::bench {

namespace {

struct Columns {
    people::Table table;
    people::ColumnMapping mapping;
    people::MappedTable mapped;
};

/// In the worker, as the window reads a file.
Result<Columns> readColumns(const QString &path)
{
    Columns columns;
    Result<people::Table> table = people::readTableFile(path);
    if (!table)
        return fail(table.error());
    columns.table = *std::move(table);
    columns.mapping = people::guessMapping(columns.table);
    Result<people::MappedTable> mapped = people::recipientsFrom(columns.table, columns.mapping);
    if (!mapped)
        return fail(mapped.error());
    columns.mapped = *std::move(mapped);
    return columns;
}

qint64 peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, 20).trimmed().split(' ').first().toLongLong() / 1024;
}

/// What Python takes to read the file into dictionaries and nothing else; its own start is not counted.
double pythonSeconds(const QString &path)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import csv, sys, time\nt = time.monotonic()\nwith open(sys.argv[1], newline='') as f:\n    rows = list(csv.DictReader(f))\n"
                                 "print(time.monotonic() - t)"),
                  path});
    if (!python.waitForFinished(60000) || python.exitCode() != 0)
        qFatal("python3 could not read it");
    return python.readAllStandardOutput().trimmed().toDouble();
}

QString milliseconds(qint64 value)
{
    return QStringLiteral("%1 ms").arg(value);
}

} // namespace

bool csvFigure(const Wish &wish)
{
    const int rows = wish.small ? 2000 : 100'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("people.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no %s", qPrintable(path));
    QByteArray text = "username,name,reason,points,date,description\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "person" + n + ",\"Person, the " + n + "th\",https://forum.example/t/-/" + QByteArray::number(14 + i % 20) + "/1," + n
            + ",2026-11-20,\"helped at the fair, day " + QByteArray::number(i % 7) + "\"\n";
    }
    file.write(text);
    file.close();

    SystemClock clock;
    auto forum = std::make_shared<test::FakeForum>(&clock);
    const Badge badge = forum->addBadge(QStringLiteral("Apex"));
    QList<Account> accounts;
    for (int i = 0; i < rows; ++i) {
        Account account;
        account.id = 1'000'000 + i;
        account.username = QStringLiteral("person%1").arg(i);
        accounts.append(account);
    }
    for (int topic = 14; topic < 34; ++topic) {
        const QString link = QStringLiteral("https://forum.example/t/-/%1/1").arg(topic);
        forum->reasons.insert(link, {QUrl(link), topic, 1, {}});
    }
    people::Matcher matcher(forum->people(), &clock);
    matcher.remember(accounts);
    accounts.clear();
    const qint64 memoryBefore = peakMegabytes();

    const bool compares = !wish.small || !QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty();
    const double python = compares ? pythonSeconds(path) : 0;
    Stall stall;
    QElapsedTimer timer;
    QList<QStringList> table{{QStringLiteral("part"), QStringLiteral("takes"), QStringLiteral("longest stall")}};
    qint64 all = 0;
    qint64 worst = 0;
    const auto part = [&](const QString &name, bool counts) {
        const qint64 stalled = stall.longest();
        const qint64 took = timer.restart();
        if (counts) {
            all += took;
            worst = std::max(worst, stalled);
        }
        table.append({name, milliseconds(took), milliseconds(stalled)});
    };
    stall.longest();
    timer.start();
    Result<Columns> columns = test::await(runLater<Columns>(qApp, [path] { return readColumns(path); }), 60000);
    if (!columns || columns->mapped.recipients.size() != rows)
        qFatal("the table was not read");
    part(QStringLiteral("read and mapped"), true);
    people::MatchOptions options;
    options.forumBase = forum->connection().base;
    const Result<QList<people::Match>> matches = test::await(matcher.match(columns->mapped.recipients, options), 60000);
    if (!matches)
        qFatal("nobody was matched");
    part(QStringLiteral("matched"), true);
    runs::GrantInput grants;
    grants.forum = forum;
    grants.badges = {badge};
    runs::ScoreInput scores;
    scores.forum = forum;
    grants.rows.reserve(matches->size());
    for (const people::Match &match : *matches) {
        runs::GrantRow row;
        row.row = match.recipient.row;
        row.recipient = match.recipient.text;
        row.account = match.account;
        row.reasonText = match.recipient.reason;
        grants.rows.append(std::move(row));
    }
    part(QStringLiteral("rows of the plan"), true);
    const Result<runs::Plan> plan = test::await(runs::planGrants(grants, &clock, qApp), 60000);
    part(QStringLiteral("verdicts: grants"), true);
    const qint64 memory = peakMegabytes();
    for (const people::Match &match : *matches) {
        runs::ScoreRow row;
        row.row = match.recipient.row;
        row.recipient = match.recipient.text;
        row.account = match.account;
        row.pointsText = match.recipient.points;
        row.dateText = match.recipient.date;
        row.description = match.recipient.description;
        scores.rows.append(row);
    }
    timer.restart();
    stall.longest();
    const runs::Plan scorePlan = runs::planScoreEvents(scores, clock);
    part(QStringLiteral("beside it: verdicts, score events"), false);
    const QByteArray written = plan ? runs::planToJson(*plan) : QByteArray();
    part(QStringLiteral("beside it: the plan as a file, %1 MB").arg(written.size() / 1000 / 1000), false);
    const Result<runs::Plan> readAgain = runs::planFromJson(written);
    part(QStringLiteral("beside it: read again"), false);
    const bool right = plan && readAgain && readAgain->steps.size() == rows && plan->wantedCount() == rows && scorePlan.wantedCount() == rows;
    const bool met = right && (wish.small || (double(all) / 1000 <= python && worst <= 50));
    table.append({QStringLiteral("file to verdicts"), milliseconds(all), milliseconds(worst)});
    table.append({QStringLiteral("Python: csv.DictReader alone"), milliseconds(qint64(python * 1000)), QString()});
    table.append({QStringLiteral("peak memory"), QStringLiteral("%1 MB").arg(memory), QStringLiteral("%1 MB before").arg(memoryBefore)});
    print(QStringLiteral("csv: %1 rows, accounts read already; no slower than Python reads the file, no stall above 50 ms: %2").arg(rows).arg(verdict(met)),
          table);
    return met;
}

} // namespace badgewright::bench
