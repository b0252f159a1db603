// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/command.h"

#include "app/command/apply_command.h"
#include "app/command/badge_command.h"
#include "app/command/connection_command.h"
#include "app/command/ledger_command.h"
#include "app/command/plan_command.h"
#include "ui/words/error_words.h"

namespace badgewright {

using namespace std::chrono_literals;

namespace {

constexpr int kMostWaits = 5;
constexpr std::chrono::milliseconds kLongestWait = 5min;

ExitStatus statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::TimedOut:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::Keychain:
    case ErrorKind::Unreadable:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::Server:
        return kConnection;
    case ErrorKind::RefusedHere:
        return kUsage;
    case ErrorKind::Storage:
        return kStopped;
    case ErrorKind::Cancelled:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::File:
        break;
    }
    return kSomeFailed;
}

} // namespace

Command::~Command() = default;

void Command::tellPauses(const Connection &connection)
{
    if (!m_services->runs())
        return;
    const runs::Pacer *pacer = m_services->runs()->pacerFor(connection);
    m_pauses = connect(pacer, &runs::Pacer::noteChanged, this, [pacer] {
        if (!pacer->note().isEmpty())
            Console::note(pacer->note() + u'.');
    });
}

std::chrono::milliseconds Command::pauseOf(const Error &error)
{
    // A second more: the forum counts in whole seconds.
    return std::max(error.retryAfter, std::chrono::milliseconds(1s)) + 1s;
}

bool Command::waitsOut(const Error &error, int waits) const
{
    if (error.kind != ErrorKind::RateLimited || waits >= kMostWaits || pauseOf(error) > kLongestWait)
        return false;
    if (!m_pauses) {
        Console::note(QStringLiteral("The forum asks for a pause of %1 s.")
                          .arg(std::chrono::ceil<std::chrono::seconds>(pauseOf(error)).count()));
    }
    return true;
}

std::unique_ptr<Command> Command::make(const QString &name)
{
    if (name == QLatin1String("connection"))
        return std::make_unique<ConnectionCommand>();
    if (name == QLatin1String("badge"))
        return std::make_unique<BadgeCommand>();
    if (name == QLatin1String("plan"))
        return std::make_unique<PlanCommand>();
    if (name == QLatin1String("apply") || name == QLatin1String("undo"))
        return std::make_unique<ApplyCommand>(name == QLatin1String("undo"));
    if (name == QLatin1String("ledger"))
        return std::make_unique<LedgerCommand>();
    return nullptr;
}

void Command::failWith(const Error &error, const QString &forumAddress)
{
    Console::note(ui::words::sentence(error, forumAddress));
    finish(statusOf(error.kind));
}

void Command::failToOpen(const Error &error, const QString &forumAddress)
{
    Console::note(ui::words::sentence(error, forumAddress));
    const ExitStatus status = statusOf(error.kind);
    // Nothing was tried yet, so no rows failed: whatever a forum answers at its door is the connection's.
    finish(status == kSomeFailed ? kConnection : status);
}

void Command::withForum(const QString &nameOrId, std::function<void(ForumPtr)> goOn)
{
    const Result<Connection> connection = m_services->connectionNamed(nameOrId);
    if (!connection) {
        Console::note(connection.error().detail);
        finish(kConnection);
        return;
    }
    const QString address = connection->address();
    tellPauses(*connection);
    const auto open = [this, connection = *connection] { return m_services->openForum(connection); };
    ask<ForumPtr>(open, [this, address, goOn = std::move(goOn)](const Result<ForumPtr> &forum) {
        if (forum) {
            m_forum = *forum;
            goOn(m_forum);
        } else {
            failToOpen(forum.error(), address);
        }
    });
}

bool Command::takeForum(const ForumPtr &forum)
{
    const Result<Done> taken = m_services->ledger()->lockForum(forum->connection().id);
    if (taken)
        return true;
    Console::note(ui::words::sentence(taken.error(), forum->connection().address()));
    finish(kStopped);
    return false;
}

} // namespace badgewright
