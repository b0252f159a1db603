// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/run_list_model.h"

#include "support/clock.h"
#include "ui/kit/pill.h"
#include "ui/words/value_words.h"
#include "ui/words/run_words.h"

#include <QLocale>

#include <algorithm>

namespace badgewright::ui {

QString runOutcomeWords(const runs::RunSummary &run)
{
    if (run.undoneBy)
        return run.undoOpen ? RunListModel::tr("Partly undone") : RunListModel::tr("Undone");
    if (run.state == runs::RunState::Done && run.failed)
        return RunListModel::tr("%Ln failed", nullptr, run.failed);
    return words::runState(run.state);
}

Tone runOutcomeTone(const runs::RunSummary &run)
{
    if (run.undoneBy)
        return run.undoOpen ? Tone::Look : Tone::Note;
    switch (run.state) {
    case runs::RunState::Running:
    case runs::RunState::Stopping:
        return Tone::Accent;
    case runs::RunState::Done:
        return run.failed ? Tone::Look : Tone::Good;
    case runs::RunState::Paused:
    case runs::RunState::Stopped:
    case runs::RunState::Interrupted:
        return Tone::Look;
    case runs::RunState::Ready:
        break;
    }
    return Tone::Note;
}

RunListModel::RunListModel(const Clock *clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) {}

void RunListModel::setRuns(const QList<runs::RunSummary> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

void RunListModel::updateRun(const runs::RunSummary &run)
{
    const QModelIndex index = indexOf(run.id);
    if (!index.isValid()) {
        const auto place = std::find_if(m_runs.cbegin(), m_runs.cend(), [&](const runs::RunSummary &one) { return one.id < run.id; });
        const int row = int(place - m_runs.cbegin());
        beginInsertRows({}, row, row);
        m_runs.insert(row, run);
        endInsertRows();
        return;
    }
    m_runs[index.row()] = run;
    Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
}

const runs::RunSummary *RunListModel::find(int runId) const
{
    const QModelIndex index = indexOf(runId);
    return index.isValid() ? &m_runs.at(index.row()) : nullptr;
}

QModelIndex RunListModel::indexOf(int runId) const
{
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        if (m_runs.at(i).id == runId)
            return index(int(i), 0);
    }
    return {};
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runs::RunSummary &run = m_runs.at(index.row());
    if (role == RunIdRole)
        return run.id;
    if (role == kToneRole && index.column() == StateColumn)
        return int(runOutcomeTone(run));
    if (role == Qt::ToolTipRole && index.column() == StateColumn)
        return run.note;
    if (role == Qt::ToolTipRole && index.column() == WhatColumn)
        return run.title;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NumberColumn:
        return run.id;
    case WhatColumn:
        return run.title;
    case StepsColumn:
        return tr("%1 of %2").arg(QLocale().toString(run.done), QLocale().toString(run.total));
    case StateColumn:
        return runOutcomeWords(run);
    case WhenColumn:
        return words::moment(run.startedAt.isValid() ? run.startedAt : run.createdAt, m_clock->utcNow());
    default:
        return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Run");
    case WhatColumn:
        return tr("What");
    case StepsColumn:
        return tr("Steps");
    case StateColumn:
        return tr("State");
    case WhenColumn:
        return tr("When");
    default:
        return {};
    }
}

} // namespace badgewright::ui
