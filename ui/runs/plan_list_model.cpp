// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/plan_list_model.h"

#include "ui/kit/pill.h"
#include "ui/words/badge_words.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

namespace badgewright::ui {

using runs::Verdict;

namespace {

/// Of a badge that is there each field with what it is and what it becomes.
QString whatOf(const runs::Step &step)
{
    const QString changes = words::changesInALine(step);
    return changes.isEmpty() ? step.subject() : PlanListModel::tr("%1: %2", "badge, changes").arg(std::get<runs::PublishBadgeStep>(step.what).badgeName(), changes);
}

} // namespace

Tone verdictTone(const runs::Step &step)
{
    switch (step.verdict) {
    case Verdict::Ready:
        return Tone::Good;
    case Verdict::AlreadyHolds:
    case Verdict::DuplicateRow:
    case Verdict::LeftOut:
    case Verdict::NotHeld:
        return Tone::Note;
    case Verdict::NoSuchAccount:
    case Verdict::Ambiguous:
    case Verdict::Suspended:
    case Verdict::NoEffectExpected:
        return Tone::Look;
    case Verdict::ReasonElsewhere:
    case Verdict::BadgeDisabled:
    case Verdict::NotAllowed:
    case Verdict::NotLookedUp:
    case Verdict::InvalidValue:
        return Tone::Bad;
    }
    return Tone::Note;
}

void PlanListModel::setPlan(const runs::Plan &plan)
{
    // A decision about one row keeps the selection and the scroll position.
    if (plan.id == m_plan.id && plan.steps.size() == m_plan.steps.size() && !plan.steps.isEmpty()) {
        m_plan = plan;
        Q_EMIT dataChanged(index(0, 0), index(int(plan.steps.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_plan = plan;
    endResetModel();
}

int PlanListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.steps.size());
}

int PlanListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runs::Step &step = m_plan.steps.at(index.row());
    if (role == WantedRole)
        return step.wanted();
    if (role == kToneRole && index.column() == VerdictColumn)
        return int(verdictTone(step));
    const auto *grant = std::get_if<runs::GrantStep>(&step.what);
    const auto *revoke = std::get_if<runs::RevokeStep>(&step.what);
    if (role == Qt::ToolTipRole && index.column() == ReasonColumn && (grant || revoke))
        return (grant ? grant->reason : revoke->reason).toString();
    if (role == Qt::ToolTipRole && (index.column() == AccountColumn || index.column() == RecipientColumn))
        return step.account().id ? words::person(step.account()) : step.recipient;
    if (role == Qt::ToolTipRole && index.column() == WhatColumn)
        return whatOf(step);
    if (role == Qt::ToolTipRole && index.column() == VerdictColumn)
        return words::verdictWhole(step, m_plan.undoOf != 0);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case RecipientColumn:
        return step.recipient;
    case AccountColumn:
        return step.account().id ? words::person(step.account(), step.recipient) : QStringLiteral("–");
    case RowColumn:
        return step.row ? QString::number(step.row) : QString();
    case WhatColumn:
        return whatOf(step);
    case ReasonColumn:
        if (revoke)
            return revoke->reason.toString();
        if (!grant)
            return {};
        return words::reason(grant->reasonTitle, grant->reason);
    case VerdictColumn:
        return words::verdictWhole(step, m_plan.undoOf != 0);
    default:
        return {};
    }
}

QVariant PlanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RecipientColumn:
        return tr("Recipient");
    case AccountColumn:
        return tr("Account");
    case RowColumn:
        return tr("Row");
    case WhatColumn:
        return tr("What");
    case ReasonColumn:
        return tr("Reason");
    case VerdictColumn:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace badgewright::ui
