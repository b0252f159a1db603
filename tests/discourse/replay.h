// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/discourse_opener.h"
#include "support/await.h"
#include "support/quick_clock.h"
#include "support/scripted_server.h"

#include <QHash>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace badgewright::discourse_cases {

/// Plays what a real forum answered (tests/exchanges/discourse-<version>), and holds what is asked against what that
/// forum had been asked: verb, path, key, user and the fields of forms.
class Replay
{
public:
    explicit Replay(const QString &version);

    /// The named answers are given next, each once, to the requests they belong to.
    void arm(const QStringList &names);
    /// Opens the forum, signing in as the named exchanges tell.
    Result<ForumPtr> signIn(const QString &key, const QString &user, const QStringList &names);
    /// As an admin with a global key, where wished at a site that hands out addresses of its store; aborts when it does not open.
    ForumPtr admin(bool directUploads = false);

    QString path(const QString &name) const;           ///< as asked then, without the query
    qint64 idIn(const QString &name) const;            ///< the last number in the path
    nlohmann::json sent(const QString &name) const;    ///< the form of the request
    nlohmann::json answer(const QString &name) const;  ///< the JSON of the answer, hosts filled in
    QUrl base() const { return m_server.url(); }
    /// Requests that fit no armed exchange, or differ from it. Empty when all was well; and nothing is left armed.
    QStringList complaints() const;
    const QList<test::Seen> &seen() const { return m_server.seen(); }

private:
    const nlohmann::json &exchange(const QString &name) const;
    test::Answer next(const test::Seen &seen);
    void compare(const QString &name, const nlohmann::json &request, const test::Seen &seen);
    QString filled(QString text) const;

    test::QuickClock m_clock;
    test::ScriptedServer m_server;
    QHash<QString, nlohmann::json> m_exchanges;
    QStringList m_armed;
    QStringList m_complaints;
};

} // namespace badgewright::discourse_cases
