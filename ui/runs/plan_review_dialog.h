// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"
#include "runs/plan.h"
#include "ui/kit/ask_user.h"

#include <QDialog>

namespace badgewright::ui {

/// A plan that needs no decisions row by row, before it is carried out: what will be done, whom it concerns, what it costs
/// and what cannot be taken back. The button says what happens.
class PlanReviewDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `danger`: something of it cannot be taken back, so Return alone does not do it.
    PlanReviewDialog(const runs::Plan &plan, const QString &title, const QString &lead, bool danger, QWidget *parent);
};

/// Shows the plan and goes on after the person's yes; where the connection asks for the forum's name, that is asked for
/// besides. On a connection that is read only this says so, and nothing is shown.
void reviewAndRun(QWidget *over, AskUser *ask, const Connection &connection, const runs::Plan &plan, const QString &title,
                  const QString &lead, std::function<void()> go);

} // namespace badgewright::ui
