// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/ledger_command.h"

#include "ui/words/badge_words.h"
#include "ui/words/run_words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace badgewright {

std::optional<int> LedgerCommand::prepare(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Lists the runs, newest first, or the steps of one run."));
    parser.addPositionalArgument(QStringLiteral("RUN"), QStringLiteral("The number of a run."), QStringLiteral("[RUN]"));
    parser.addOptions({{QStringLiteral("json"), QStringLiteral("For machines.")},
                       {QStringLiteral("failed"), QStringLiteral("The rows of a run that failed, as a table that --people loads again.")},
        {QStringLiteral("csv"), QStringLiteral("The steps of RUN as CSV.")}});
    if (const auto end = parseArguments(parser, QStringLiteral("ledger"), arguments))
        return end;
    m_json = parser.isSet(QStringLiteral("json"));
    m_csv = parser.isSet(QStringLiteral("csv"));
    m_failed = parser.isSet(QStringLiteral("failed"));
    const QStringList words = parser.positionalArguments();
    if (words.size() > 1 || (m_json && (m_csv || m_failed)))
        return usage(QStringLiteral("ledger takes one run at most, and --json or --csv or --failed."));
    if (!words.isEmpty()) {
        bool ok = false;
        m_run = words.first().toInt(&ok);
        if (!ok || m_run < 1)
            return usage(QStringLiteral("\"%1\" is not the number of a run.").arg(words.first()));
    }
    if ((m_csv || m_failed) && !m_run)
        return usage(QStringLiteral("--csv and --failed need the number of a run."));
    return std::nullopt;
}

void LedgerCommand::start(Services *services)
{
    m_services = services;
    if (const Error *error = services->ledgerError()) {
        failWith(*error);
        return;
    }
    if (m_run)
        showRun();
    else
        listRuns();
}

void LedgerCommand::listRuns()
{
    const auto runs = m_services->ledger()->runs();
    if (!runs) {
        failWith(runs.error());
        return;
    }
    if (m_json) {
        QJsonArray list;
        for (const runs::RunSummary &run : *runs)
            list << runs::toJson(run);
        Console::json(QJsonDocument(list));
    } else if (runs->isEmpty()) {
        Console::line(QStringLiteral("No runs yet."));
    } else {
        QList<QStringList> rows;
        for (const runs::RunSummary &run : *runs) {
            rows << QStringList{QString::number(run.id), run.createdAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")),
                                ui::words::runState(run.state), QStringLiteral("%1 of %2").arg(run.done).arg(run.total),
                                QString::number(run.failed), run.forumAddress, run.title};
        }
        Console::table({QStringLiteral("Run"), QStringLiteral("When"), QStringLiteral("State"), QStringLiteral("Steps"),
                        QStringLiteral("Failed"), QStringLiteral("Forum"), QStringLiteral("What")},
                       rows);
    }
    finish(kAllDone);
}

/// A run that is not there is no matter of the forum.
void LedgerCommand::failToShow(const Error &error)
{
    if (error.kind != ErrorKind::NotFound) {
        failWith(error);
        return;
    }
    Console::note(error.detail);
    finish(kSomeFailed);
}

void LedgerCommand::showRun()
{
    if (m_json || m_csv || m_failed) {
        const runs::Ledger *ledger = m_services->ledger();
        const auto bytes = m_json ? ledger->exportJson(m_run) : m_failed ? ledger->failedRowsCsv(m_run) : ledger->exportCsv(m_run);
        if (!bytes) {
            failToShow(bytes.error());
            return;
        }
        Console::bytes(*bytes);
        finish(kAllDone);
        return;
    }
    const auto run = m_services->ledger()->run(m_run);
    const auto steps = m_services->ledger()->steps(m_run);
    if (!run || !steps) {
        failToShow(run ? steps.error() : run.error());
        return;
    }
    Console::line(QStringLiteral("Run %1: %2 (%3), %4").arg(run->id).arg(run->title, run->forumAddress, ui::words::runState(run->state)));
    QList<QStringList> rows;
    for (const runs::StepRecord &step : *steps) {
        rows << QStringList{step.row() ? QString::number(step.row()) : QString(), step.recipient(), step.account().username,
                            step.step.subject(), ui::words::stepState(step.state, step.step.type()), step.words};
    }
    Console::table({QStringLiteral("Row"), QStringLiteral("Recipient"), QStringLiteral("Account"), QStringLiteral("What"),
                    QStringLiteral("State"), QStringLiteral("Said")},
                   rows);
    for (const runs::StepRecord &step : *steps) {
        const QList<ui::words::ChangeWords> changes = ui::words::badgeChanges(step.step);
        if (changes.isEmpty())
            continue;
        Console::line({});
        Console::line(step.step.subject());
        for (const ui::words::ChangeWords &change : changes)
            Console::line(QStringLiteral("  ") + ui::words::oneLine(change));
    }
    finish(kAllDone);
}

} // namespace badgewright
