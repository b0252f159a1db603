// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/people_codec.h"
#include "discourse/session.h"

#include <QSet>

namespace badgewright::discourse {

/// Everybody who wrote in a topic, each once, in order of their first post. The topic itself names only the most
/// diligent 24, so all its posts are read, 20 to a request; whispers, deleted posts and the forum's own marks do not
/// count.
class TopicPeople : public QObject
{
    Q_OBJECT

public:
    static Call<QList<Account>> *run(Session *session, qint64 topicId);

private:
    TopicPeople(Session *session, qint64 topicId, Call<QList<Account>> *call);
    void readTopic();
    void readMorePosts();
    void take(const QList<TopicPage::Post> &posts);

    Session *m_session;
    qint64 m_topicId;
    Call<QList<Account>> *m_call;
    QList<qint64> m_stream;
    QList<qint64> m_left; ///< posts not read yet
    QHash<qint64, Account> m_authors; ///< by post
};

/// Everybody who liked a post: GET /post_action_users.json, page by page.
class PostLikers : public QObject
{
    Q_OBJECT

public:
    static Call<QList<Account>> *run(Session *session, qint64 postId);

private:
    PostLikers(Session *session, qint64 postId, Call<QList<Account>> *call);
    void readPage(int page);

    Session *m_session;
    qint64 m_postId;
    Call<QList<Account>> *m_call;
    QList<Account> m_people;
    QSet<QString> m_seen;
};

/// All groups that the key's user sees: GET /groups.json, page by page.
class AllGroups : public QObject
{
    Q_OBJECT

public:
    static Call<QList<PeopleGroup>> *run(Session *session);

private:
    AllGroups(Session *session, Call<QList<PeopleGroup>> *call);
    void readPage(int page);

    Session *m_session;
    Call<QList<PeopleGroup>> *m_call;
    QList<PeopleGroup> m_groups;
};

} // namespace badgewright::discourse
