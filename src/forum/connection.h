// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace badgewright {

enum class ForumKind { Discourse, AnswerHub };

/// How careful the program is with a forum.
enum class SafeMode {
    ReadOnly, ///< nothing is ever changed
    Ask,      ///< every run is confirmed
    AskTyped, ///< every run is confirmed by typing the forum's name
};

/// A saved forum. Its secret lives in the keychain under `id`, nowhere else.
struct Connection {
    QString id;      ///< a UUID; "sample" for the sample forum. Ledger and plans name the forum by it
    QString name;    ///< what the person calls it
    QUrl base;       ///< origin and path prefix, without a slash at the end; pinned when it was added
    ForumKind kind = ForumKind::Discourse;
    QString user;    ///< the account acted as
    QString colour;  ///< "#1e9e6a"
    SafeMode safeMode = SafeMode::Ask;
    bool plainHttpAccepted = false; ///< http:// to another computer was confirmed by a typed yes

    /// What the person sees of the address: host, with port and path where there are such.
    QString address() const;
    /// Encrypted, this very computer, or without encryption after a yes.
    bool maySendSecret() const;
    bool isSample() const { return id == QLatin1String("sample"); }
    bool operator==(const Connection &) const = default;
};

QString forumKindName(ForumKind kind);  ///< "discourse", "answerhub"
QString safeModeName(SafeMode mode);    ///< "read-only", "ask", "ask-typed"
bool forumKindFromName(const QString &name, ForumKind *kind);
bool safeModeFromName(const QString &name, SafeMode *mode);

} // namespace badgewright
