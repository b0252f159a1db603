// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/capability.h"
#include "forum/connection.h"
#include "forum/desks.h"
#include "support/request_gate.h"
#include "support/secret.h"

#include <QObject>

#include <memory>

namespace badgewright {

/// What is known of a forum once it is open.
struct SiteInfo {
    QString title;
    QString version;   ///< "3.5.0.beta9-dev"; empty where it does not say
    int people = -1;   ///< -1: not said
    QString actingUser; ///< whom the forum took us for
    bool actingAdmin = false;
    QStringList imageExtensions;      ///< what it takes as a badge picture, lower case, without dots
    qint64 maxImageBytes = 0;         ///< 0: not known
    double maxImageMegapixels = 40;
    QStringList warnings;             ///< sentences: too old, read-only now …
};

/// An open forum: a connection that was checked, with the desks it has. A desk that the forum does not have is null;
/// one that the key may not use is there and `capabilities` says why not.
class Forum : public QObject
{
    Q_OBJECT

public:
    explicit Forum(QObject *parent = nullptr) : QObject(parent) {}
    ~Forum() override;

    virtual const Connection &connection() const = 0;
    virtual const SiteInfo &site() const = 0;
    virtual const Capabilities &capabilities() const = 0;
    /// It was not reached: only what this computer remembers of it can be worked on.
    virtual bool isOffline() const { return false; }
    virtual BadgeDesk *badges() = 0;
    virtual GrantDesk *grants() = 0;
    virtual PeopleDesk *people() = 0;
    virtual ScoreDesk *scores() = 0;
    virtual AwardDesk *awards() = 0;
};
using ForumPtr = std::shared_ptr<Forum>;

/// What an address turned out to be, before any key is shown to it.
struct SiteProbe {
    ForumKind kind = ForumKind::Discourse;
    QUrl base; ///< where it really is, after its own redirects; to be pinned
    QString title;
    QString version;
    int people = -1;
    bool plainHttp = false; ///< http to another computer: needs a typed yes before a secret is sent
};

/// How the rest of the program comes to an open forum without knowing the kinds of forums there are.
class ForumOpener : public QObject
{
    Q_OBJECT

public:
    explicit ForumOpener(QObject *parent = nullptr) : QObject(parent) {}
    ~ForumOpener() override;

    /// Looks at an address as a person types it ("forum.example", "https://x.example/forum/latest"). No key is sent.
    /// RefusedHere: not an address. Network, Tls, TimedOut: nobody there. Unreadable: somebody, but not a forum.
    virtual Call<SiteProbe> *probe(const QString &address) = 0;
    /// Signs in and finds out what may be done. Nothing is kept. Unauthorised: the key is not accepted.
    /// The gate outlives the forum.
    virtual Call<ForumPtr> *open(const Connection &connection, const Secret &secret, RequestGate *gate) = 0;
};

} // namespace badgewright
