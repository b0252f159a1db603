// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/kit/labels.h"

#include <QScrollArea>

namespace badgewright::ui {

/// What one step changes about a badge, field by field: before, after.
class StepChanges : public QScrollArea
{
    Q_OBJECT

public:
    explicit StepChanges(QWidget *parent);

    /// Hides where it changes nothing about a badge.
    void setStep(const runs::Step *step);

    /// As high as what it says, up to this; then it scrolls.
    void setMostHeight(int most);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    int m_most = 0;
    TextLabel *m_title;
    QWidget *m_rows = nullptr;
    QString m_shown; ///< what the rows say
};

} // namespace badgewright::ui
