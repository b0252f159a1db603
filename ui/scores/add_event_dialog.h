// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/shell/page.h"

#include <QDialog>

class QDateEdit;
class QLineEdit;
class QPushButton;

namespace badgewright::ui {

class Notice;
class PersonField;
class TextLabel;

/// Enters points for one person on one day. Gives the step; the page sends it.
class AddEventDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddEventDialog(const PageContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The values are sound; the dialog stays open until the page closes it, so that nothing typed is lost.
    void wanted(const badgewright::runs::Plan &plan);

private:
    void check();
    void submit();

    PageContext m_context;
    PersonField *m_person;
    QDateEdit *m_day;
    QLineEdit *m_points;
    QLineEdit *m_description;
    TextLabel *m_remark;
    Notice *m_notice;
    QPushButton *m_add;
};

} // namespace badgewright::ui
