// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QList>
#include <QWidget>

class QTimer;

namespace badgewright::ui {

/// Something is under way and nobody knows how long: a turning arc. Shown only after a moment, so that quick work does
/// not flicker.
class Spinner : public QWidget
{
    Q_OBJECT

public:
    explicit Spinner(QWidget *parent = nullptr, int size = 18);
    void start();
    void stop();
    bool isRunning() const { return m_running; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer *m_turn;
    int m_angle = 0;
    bool m_running = false;
    bool m_visible = false;
};

/// Progress told honestly: what went well, what wants a look, what failed, and the rest still to do. Give it an accessible
/// name; the description is kept up to date by setParts.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    struct Part {
        Tone tone;
        qint64 count;
    };

    explicit ProgressStrip(QWidget *parent = nullptr, int height = 8);
    void setParts(const QList<Part> &parts, qint64 total);
    /// One part in the accent colour.
    void setProgress(qint64 done, qint64 total);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Part> m_parts;
    qint64 m_total = 0;
};

} // namespace badgewright::ui
