// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"

#include <functional>

namespace badgewright::discourse {

/// Signing in, step by step: what the site says of itself without a key, whether the key is accepted and which routes
/// it opens, whom the forum takes us for, then the settings and the version. Lives as long as its call; the facts go
/// into the session at the end.
///
/// Unauthorised: key or user not accepted. Unreadable: no Discourse there. What only adds to the picture (settings,
/// version, role) may be refused without failing the whole.
class SiteCheck : public QObject
{
    Q_OBJECT

public:
    static Call<Done> *run(Session *session, QObject *parent);

private:
    enum class Stage { BasicInfo, Scopes, Rest, Over };
    enum class Question { CurrentUser, AdminList, Settings, About, VersionCheck };

    SiteCheck(Session *session, Call<Done> *call);
    void askBasicInfo();
    void askScopes();
    void askRest();
    void ask(Question question, const QString &path);
    void answered(Question question, const http::Reply &reply);
    void finishWhenAllAnswered();
    void give(const Error &error);
    /// Waits where the forum says that it is a matter of seconds, at most `waits` times.
    void send(const http::Request &request, std::function<void(const http::Reply &)> next, int waits = 3);
    Error refusedKey(const http::Reply &reply) const;

    Session *m_session;
    Call<Done> *m_call;
    Stage m_stage = Stage::BasicInfo;
    SiteFacts m_facts;
    QString m_askedFor; ///< the user the key is to act as
    int m_open = 0; ///< questions without an answer yet
};

} // namespace badgewright::discourse
