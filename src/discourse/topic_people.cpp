// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/topic_people.h"

namespace badgewright::discourse {

namespace {

constexpr qsizetype kPostsARequest = 20;
constexpr qint64 kLike = 2;
constexpr int kMostPages = 500;

} // namespace

Call<QList<Account>> *TopicPeople::run(Session *session, qint64 topicId)
{
    auto *call = new Call<QList<Account>>(session);
    (new TopicPeople(session, topicId, call))->readTopic();
    return call;
}

TopicPeople::TopicPeople(Session *session, qint64 topicId, Call<QList<Account>> *call)
    : QObject(call)
    , m_session(session)
    , m_topicId(topicId)
    , m_call(call)
{
}

void TopicPeople::readTopic()
{
    auto *inner = m_session->read<TopicPage>(
        http::Request::get(QStringLiteral("/t/%1.json").arg(m_topicId)),
        [base = m_session->base()](const QByteArray &body) { return decodeTopic(body, base); });
    cancelWith(m_call, inner);
    inner->then(this, [this](const Result<TopicPage> &topic) {
        if (m_call->isSettled())
            return;
        if (!topic)
            return m_call->settle(fail(topic.error()));
        m_stream = topic->stream;
        if (m_stream.isEmpty()) {
            for (const TopicPage::Post &post : topic->posts)
                m_stream << post.id;
        }
        QSet<qint64> shown;
        for (const TopicPage::Post &post : topic->posts)
            shown.insert(post.id);
        for (const qint64 id : std::as_const(m_stream)) {
            if (!shown.contains(id))
                m_left << id;
        }
        take(topic->posts);
        readMorePosts();
    });
}

void TopicPeople::take(const QList<TopicPage::Post> &posts)
{
    for (const TopicPage::Post &post : posts) {
        if (post.written && !post.author.username.isEmpty())
            m_authors.insert(post.id, post.author);
    }
}

void TopicPeople::readMorePosts()
{
    Q_EMIT m_call->progress(m_stream.size() - m_left.size(), m_stream.size());
    if (m_left.isEmpty()) {
        QList<Account> people;
        QSet<QString> seen;
        for (const qint64 id : std::as_const(m_stream)) {
            const auto author = m_authors.constFind(id);
            if (author == m_authors.cend() || seen.contains(author->username))
                continue;
            seen.insert(author->username);
            people << *author;
        }
        return m_call->settle(people);
    }
    http::Query query;
    while (!m_left.isEmpty() && query.items().size() < kPostsARequest)
        query.addQueryItem(QStringLiteral("post_ids[]"), QString::number(m_left.takeFirst()));
    auto *inner = m_session->sendPatiently(
        http::Request::get(QStringLiteral("/t/%1/posts.json").arg(m_topicId), query));
    cancelWith(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &reply) {
        if (m_call->isSettled())
            return;
        if (!reply)
            return m_call->settle(fail(reply.error()));
        const auto posts = decodePosts(reply->body, m_session->base());
        if (!posts)
            return m_call->settle(fail(posts.error()));
        take(*posts);
        readMorePosts();
    });
}

Call<QList<Account>> *PostLikers::run(Session *session, qint64 postId)
{
    auto *call = new Call<QList<Account>>(session);
    (new PostLikers(session, postId, call))->readPage(0);
    return call;
}

PostLikers::PostLikers(Session *session, qint64 postId, Call<QList<Account>> *call)
    : QObject(call)
    , m_session(session)
    , m_postId(postId)
    , m_call(call)
{
}

void PostLikers::readPage(int page)
{
    auto *inner = m_session->sendPatiently(
        http::Request::get(QStringLiteral("/post_action_users.json"),
                           {{QStringLiteral("id"), QString::number(m_postId)},
                                    {QStringLiteral("post_action_type_id"), QString::number(kLike)},
                                    {QStringLiteral("page"), QString::number(page)}}));
    cancelWith(m_call, inner);
    inner->then(this, [this, page](const Result<http::Reply> &reply) {
        if (m_call->isSettled())
            return;
        if (!reply)
            return m_call->settle(fail(reply.error()));
        const auto people = decodeAccounts(reply->body, "post_action_users", m_session->base());
        if (!people)
            return m_call->settle(fail(people.error()));
        const auto before = m_people.size();
        for (const Account &person : *people) {
            if (!m_seen.contains(person.username)) {
                m_seen.insert(person.username);
                m_people << person;
            }
        }
        const auto answer = decodeLikersTotal(reply->body);
        const bool more = answer ? m_people.size() < *answer : !people->isEmpty();
        // A page that brings nobody new is the end, whatever the total says.
        if (more && m_people.size() > before && page < kMostPages)
            readPage(page + 1);
        else
            m_call->settle(m_people);
    });
}

Call<QList<PeopleGroup>> *AllGroups::run(Session *session)
{
    auto *call = new Call<QList<PeopleGroup>>(session);
    (new AllGroups(session, call))->readPage(0);
    return call;
}

AllGroups::AllGroups(Session *session, Call<QList<PeopleGroup>> *call)
    : QObject(call)
    , m_session(session)
    , m_call(call)
{
}

void AllGroups::readPage(int page)
{
    auto *inner = m_session->sendPatiently(http::Request::get(
        QStringLiteral("/groups.json"), {{QStringLiteral("page"), QString::number(page)}}));
    cancelWith(m_call, inner);
    inner->then(this, [this, page](const Result<http::Reply> &reply) {
        if (m_call->isSettled())
            return;
        if (!reply)
            return m_call->settle(fail(reply.error()));
        const auto groups = decodeGroups(reply->body);
        if (!groups)
            return m_call->settle(fail(groups.error()));
        m_groups += groups->groups;
        // "load more" is named even on the last page; the total tells.
        const bool more = !groups->groups.isEmpty() && (groups->total < 0 || m_groups.size() < groups->total);
        if (more && page < kMostPages)
            readPage(page + 1);
        else
            m_call->settle(m_groups);
    });
}

} // namespace badgewright::discourse
