// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/arguments.h"
#include "app/command/console.h"
#include "app/command/exit_status.h"
#include "app/services.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace badgewright {

/// One command of the command line: reads its arguments, works in the event loop, ends with a status.
class Command : public QObject
{
    Q_OBJECT

public:
    /// The command that the words name, or null after a sentence on standard error.
    static std::unique_ptr<Command> make(const QString &name);
    ~Command() override;

    /// Reads the arguments; a status when that is the end of it (--help, wrong usage).
    virtual std::optional<int> prepare(const QStringList &arguments) = 0;
    /// Called from the event loop with everything ready. Ends with finish().
    virtual void start(Services *services) = 0;

Q_SIGNALS:
    void finished(int status);

protected:
    /// Ends with the sentence for the error; the status says whether it was the connection.
    void failWith(const Error &error, const QString &forumAddress = {});
    /// The same where the forum could not even be opened.
    void failToOpen(const Error &error, const QString &forumAddress);
    void finish(int status) { Q_EMIT finished(status); }

    /// Asks, and where the forum wants a pause waits and asks again, a few times and never for long; `answered` gets
    /// everything else. For reads only.
    template <class T, class F> void ask(std::function<Call<T> *()> send, F answered, int waits = 0)
    {
        send()->then(this, [this, send, answered, waits](const Result<T> &result) {
            if (result || !waitsOut(result.error(), waits)) {
                answered(result);
                return;
            }
            m_services->clock()->after(pauseOf(result.error()), this, [this, send, answered, waits] { ask<T>(send, answered, waits + 1); });
        });
    }
    /// Says on standard error when the forum of that connection asks for a pause, whoever waits for it.
    void tellPauses(const Connection &connection);
    /// From now on something else does.
    void tellNoPauses() { disconnect(m_pauses); }

    /// Opens the connection of that name, or of that identity, and goes on with the open forum; ends the command
    /// when that fails.
    void withForum(const QString &nameOrId, std::function<void(ForumPtr)> goOn);

    /// Keeps other programs from changing this forum until the command ends; false, and the end, when one is at it.
    bool takeForum(const ForumPtr &forum);

    Services *m_services = nullptr;

private:
    bool waitsOut(const Error &error, int waits) const;
    static std::chrono::milliseconds pauseOf(const Error &error);

    QMetaObject::Connection m_pauses;
    /// Held to the end: a call of the forum must not let go of the last hold on the forum that owns it.
    ForumPtr m_forum;
};

} // namespace badgewright
