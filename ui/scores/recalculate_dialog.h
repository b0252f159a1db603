// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/shell/page.h"

#include <QDialog>

class QDateEdit;
class QPushButton;

namespace badgewright::ui {

class Notice;
class TextLabel;

/// Asks from which day on everybody's scores are to be counted anew, and says how many times that can be done today.
class RecalculateDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RecalculateDialog(const PageContext &context, QWidget *parent);

Q_SIGNALS:
    void wanted(const badgewright::runs::Plan &plan);

private:
    void readQuota();
    void submit();

    PageContext m_context;
    QDateEdit *m_from;
    TextLabel *m_quota;
    Notice *m_notice;
    QPushButton *m_go;
};

} // namespace badgewright::ui
