// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/connection.h"

#include "forum/address.h"

namespace badgewright {

QString Connection::address() const
{
    QString text = base.host();
    if (base.port() > 0)
        text += u':' + QString::number(base.port());
    if (base.path().size() > 1)
        text += base.path();
    return text;
}

bool Connection::maySendSecret() const
{
    return base.scheme() != QLatin1String("http") || isLoopback(base.host()) || plainHttpAccepted;
}

QString forumKindName(ForumKind kind)
{
    return kind == ForumKind::Discourse ? QStringLiteral("discourse") : QStringLiteral("answerhub");
}

QString safeModeName(SafeMode mode)
{
    switch (mode) {
    case SafeMode::ReadOnly:
        return QStringLiteral("read-only");
    case SafeMode::Ask:
        return QStringLiteral("ask");
    case SafeMode::AskTyped:
        return QStringLiteral("ask-typed");
    }
    return {};
}

bool forumKindFromName(const QString &name, ForumKind *kind)
{
    for (const ForumKind k : {ForumKind::Discourse, ForumKind::AnswerHub}) {
        if (forumKindName(k) == name) {
            *kind = k;
            return true;
        }
    }
    return false;
}

bool safeModeFromName(const QString &name, SafeMode *mode)
{
    for (const SafeMode m : {SafeMode::ReadOnly, SafeMode::Ask, SafeMode::AskTyped}) {
        if (safeModeName(m) == name) {
            *mode = m;
            return true;
        }
    }
    return false;
}

} // namespace badgewright
