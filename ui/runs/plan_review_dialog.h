// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/shell/page.h"

#include <QDialog>

#include <functional>

namespace badgewright::ui {

class SegmentedControl;
class TextLabel;

/// What is shown of a plan before the yes, beside its steps.
struct PlanReview {
    runs::Plan plan;
    QString title;
    QString lead;         ///< a sentence below it; may be empty
    bool danger = false;  ///< something of it cannot be taken back, so Return alone does not do it
    runs::Pace pace = runs::Pace::Considerate;
};

/// A plan that needs no decisions row by row any more, before it is carried out: how many of each verdict, what will be
/// done, whom it concerns, by which road, what it costs and what cannot be taken back. The button says what happens.
class PlanReviewDialog final : public QDialog
{
    Q_OBJECT

public:
    PlanReviewDialog(const PlanReview &review, QWidget *parent);
    /// As the person has chosen.
    runs::Pace pace() const;

private:
    QWidget *makeTable();
    void addCost();
    void dressCost();
    void addButtons();

    PlanReview m_review;
    TextLabel *m_cost;
    SegmentedControl *m_pace;
    int m_moreRows = 0; ///< height for rows beyond the least
};

/// Shows the plan and goes on after the person's yes; where the connection asks for the forum's name, that is asked for
/// besides. On a connection that is read only this says so, and nothing is shown: then, and only then, null.
PlanReviewDialog *reviewAndRun(QWidget *over, const PageContext &context, const runs::Plan &plan, const QString &title, const QString &lead,
                               std::function<void(runs::Pace)> go);

} // namespace badgewright::ui
