// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/step_list_model.h"

#include "ui/kit/pill.h"
#include "ui/words/badge_words.h"
#include "ui/words/error_words.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QLocale>

namespace badgewright::ui {

using runs::StepState;

Tone stepTone(StepState state)
{
    switch (state) {
    case StepState::Done:
        return Tone::Good;
    case StepState::Sending:
        return Tone::Accent;
    case StepState::ReadBack:
    case StepState::Unconfirmed:
    case StepState::Unknown:
        return Tone::Look;
    case StepState::Failed:
        return Tone::Bad;
    case StepState::Waiting:
    case StepState::AlreadySo:
    case StepState::NoEffect:
        break;
    }
    return Tone::Note;
}

namespace {

/// Of a badge its name stands beside it: which fields are changed says more.
QString whatOf(const runs::Step &step)
{
    const auto *publish = std::get_if<runs::PublishBadgeStep>(&step.what);
    if (!publish)
        return step.subject();
    if (publish->id == 0)
        return StepListModel::tr("New badge");
    QStringList fields;
    const QList<runs::BadgeChange> changes = runs::badgeChanges(step);
    for (const runs::BadgeChange &change : changes)
        fields << words::badgeField(change.field);
    return fields.isEmpty() ? step.subject() : fields.join(QStringLiteral(", "));
}

} // namespace

QString stepRemark(const runs::StepRecord &step)
{
    if (!step.words.isEmpty() || step.errorKind.isEmpty() || step.state != StepState::Failed)
        return step.words;
    QString why = words::describe(Error::of(errorKindFromName(step.errorKind)), {}).happened;
    if (!why.isEmpty())
        why[0] = why.at(0).toUpper(); // it begins with the forum's address, which is not known here
    return why;
}

void StepListModel::setSteps(const QList<runs::StepRecord> &steps)
{
    beginResetModel();
    m_steps = steps;
    lookWhatTells();
    endResetModel();
}

/// Once for all steps: there may be many, and what they are about does not change any more.
void StepListModel::lookWhatTells()
{
    m_whatTells = m_accountTells = m_rowTells = false;
    m_ofBadges = !m_steps.isEmpty();
    const QString what = m_steps.isEmpty() ? QString() : m_steps.constFirst().step.subject();
    for (const runs::StepRecord &step : std::as_const(m_steps)) {
        m_ofBadges = m_ofBadges && (step.step.type() == runs::StepType::PublishBadge || step.step.type() == runs::StepType::DeleteBadge);
        m_rowTells = m_rowTells || step.row() > 0;
        m_whatTells = m_whatTells || step.step.subject() != what || step.step.type() == runs::StepType::PublishBadge;
        m_accountTells = m_accountTells || (step.account().id > 0 && words::person(step.account(), step.recipient()) != step.recipient());
    }
}

bool StepListModel::tells(Column column) const
{
    switch (column) {
    case RowColumn:
        return m_rowTells;
    case AccountColumn:
        return m_accountTells;
    case WhatColumn:
        return m_whatTells;
    case RecipientColumn:
    case StateColumn:
    case WordsColumn:
    case TimeColumn:
    case ColumnCount:
        break;
    }
    return true;
}

void StepListModel::updateStep(const runs::StepRecord &step)
{
    if (step.position < 0 || step.position >= m_steps.size())
        return;
    m_steps[step.position] = step;
    Q_EMIT dataChanged(index(step.position, 0), index(step.position, ColumnCount - 1));
}

int StepListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int StepListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runs::StepRecord &step = m_steps.at(index.row());
    switch (role) {
    case PositionRole:
        return step.position;
    case NeedsLookRole:
        return step.state == StepState::Failed || step.state == StepState::Unknown;
    case kToneRole:
        return index.column() == StateColumn ? QVariant(int(stepTone(step.state))) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == AccountColumn || index.column() == RecipientColumn)
            return step.account().id ? words::person(step.account()) : step.recipient();
        if (index.column() == WhatColumn)
            return whatOf(step.step);
        return index.column() == WordsColumn || index.column() == StateColumn ? stepRemark(step) : QString();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case RowColumn:
        return step.row() ? QString::number(step.row()) : QString();
    case RecipientColumn:
        return step.recipient();
    case AccountColumn:
        return words::person(step.account(), step.recipient());
    case WhatColumn:
        return whatOf(step.step);
    case StateColumn:
        return words::stepState(step.state, step.step.type());
    case WordsColumn:
        return stepRemark(step);
    case TimeColumn:
        return step.at.isValid() && runs::isOver(step.state)
                   ? QLocale().toString(step.at.toLocalTime().time(), QStringLiteral("HH:mm:ss"))
                   : QString();
    default:
        return {};
    }
}

QVariant StepListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RowColumn:
        return tr("Row");
    case RecipientColumn:
        return m_ofBadges ? tr("Badge") : tr("Recipient");
    case AccountColumn:
        return tr("Account");
    case WhatColumn:
        return tr("What");
    case StateColumn:
        return tr("State");
    case WordsColumn:
        return tr("Remark");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace badgewright::ui
