// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace badgewright {

/// Ctrl-C and SIGTERM as a wish to stop: the first is told from the event loop, a second ends the program at once.
/// One at a time. Before it is made and after it is gone a signal ends the program, as usual.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void asked();

private:
    int m_pipe[2] = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace badgewright
