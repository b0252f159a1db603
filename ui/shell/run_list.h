// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace badgewright::runs {
class Run;
class RunCentre;
} // namespace badgewright::runs

namespace badgewright::ui {

class RunRow;

/// The runs that are going on, each with its progress; nothing when there is none.
class RunList : public QWidget
{
    Q_OBJECT

public:
    explicit RunList(runs::RunCentre *runs, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(int runId);

private:
    void refresh();

    runs::RunCentre *m_runs;
    QVBoxLayout *m_column;
    QHash<int, RunRow *> m_rows;
};

} // namespace badgewright::ui
