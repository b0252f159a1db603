// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace badgewright::ui {

/// Where one is on a way of several steps: "Source › Match › Review › Run › Result". Steps behind can be gone back to.
class StepTrail : public QWidget
{
    Q_OBJECT

public:
    explicit StepTrail(const QStringList &steps, QWidget *parent = nullptr);
    int current() const { return m_current; }
    void setCurrent(int step);
    /// Whether steps already done can be chosen; off once a run has begun.
    void setBackAllowed(bool allowed);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QRect stepRect(int step) const;
    int stepWidth(int step) const;
    void choose(int step);
    void name();

    QStringList m_steps;
    int m_current = 0;
    bool m_backAllowed = true;
};

} // namespace badgewright::ui
