// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/shell/page.h"

#include <QDialog>

class QLineEdit;

namespace badgewright::ui {

class Notice;
class PersonField;

/// Gives or takes reputation with a reason. Gives the step; the page sends it.
class ReputationDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReputationDialog(const PageContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const badgewright::runs::GiveReputationStep &step);

private:
    void submit();

    PageContext m_context;
    PersonField *m_person;
    QLineEdit *m_points;
    QLineEdit *m_reason;
    Notice *m_notice;
};

} // namespace badgewright::ui
