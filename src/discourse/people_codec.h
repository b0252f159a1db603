// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/json_tools.h"
#include "forum/people.h"

namespace badgewright::discourse {

/// A person as any list of the forum shows them; lists before 3.2 leave the id of found people out (0).
Account decodeAccount(const Json &user, const QUrl &base);
/// The people in the member list `key` of an object.
Result<QList<Account>> decodeAccounts(const QByteArray &body, const char *key, const QUrl &base);
/// `total_rows_post_action_users` of the likers of a post; absent when all are on the page.
std::optional<qint64> decodeLikersTotal(const QByteArray &body);
/// GET /admin/users/list/…: a bare list.
Result<QList<Account>> decodeAccountList(const QByteArray &body, const QUrl &base);
/// {"user":{…}}
Result<Account> decodeOneAccount(const QByteArray &body, const QUrl &base);

struct GroupPage {
    QList<PeopleGroup> groups;
    int total = -1; ///< -1: not said
};
Result<GroupPage> decodeGroups(const QByteArray &body);
Result<AccountPage> decodeMembers(const QByteArray &body, const QUrl &base, int offset);

/// A topic as GET /t/<id>.json shows it: some of its posts, and the ids of all.
struct TopicPage {
    qint64 id = 0;
    QString title;
    QString slug;
    int postsCount = 0;
    int highestPost = 0;
    struct Post {
        qint64 id = 0;
        int number = 0;
        bool written = true; ///< by a person and still there; not a mark like "closed this topic"
        Account author;
    };
    QList<Post> posts;
    QList<qint64> stream; ///< ids of all posts in order
};
Result<TopicPage> decodeTopic(const QByteArray &body, const QUrl &base);
/// GET /t/<id>/posts.json: {"post_stream":{"posts":[…]}}
Result<QList<TopicPage::Post>> decodePosts(const QByteArray &body, const QUrl &base);

struct PostPlace {
    qint64 topicId = 0;
    int number = 1;
};
/// GET /posts/<id>.json
Result<PostPlace> decodePostPlace(const QByteArray &body);
/// GET /search.json?q=
Result<QList<TopicInfo>> decodeFoundTopics(const QByteArray &body, const QUrl &base);

/// {"posts":[{"topic_id","post_number","username","blurb","created_at"}], "topics":[…]} of a search, only of `writer`.
Result<QList<PostInfo>> decodeFoundPosts(const QByteArray &body, const QUrl &base, const QString &writer);
Result<QList<Report>> decodeReports(const QByteArray &body);
Result<Report> decodeReport(const QByteArray &body);
Result<ReportRows> decodeReportRows(const QByteArray &body);

} // namespace badgewright::discourse
