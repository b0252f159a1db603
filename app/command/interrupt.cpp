// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/interrupt.h"

#include <QSocketNotifier>

#ifndef _WIN32
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace badgewright {

#ifdef _WIN32

// Ctrl-C ends the program there, and the ledger knows how far it came.
Interrupt::Interrupt(QObject *parent) : QObject(parent) {}
Interrupt::~Interrupt() = default;

#else

namespace {

volatile std::sig_atomic_t s_wakeUp = -1; // where the handler writes

void letSignalsEnd()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

/// Only what is allowed in a handler: no Qt, no memory.
void wake(int)
{
    const int before = errno;
    letSignalsEnd();
    const char byte = 1;
    (void)!write(s_wakeUp, &byte, 1);
    errno = before;
}

} // namespace

Interrupt::Interrupt(QObject *parent) : QObject(parent)
{
    if (pipe(m_pipe) != 0)
        return; // a signal then ends the program, and the ledger knows how far it came
    for (const int end : m_pipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
    });
    s_wakeUp = m_pipe[1];
    std::signal(SIGINT, wake);
    std::signal(SIGTERM, wake);
}

Interrupt::~Interrupt()
{
    if (!m_notifier)
        return;
    letSignalsEnd();
    delete m_notifier; // before the pipe that it watches
    close(m_pipe[0]);
    close(m_pipe[1]);
}

#endif

} // namespace badgewright
