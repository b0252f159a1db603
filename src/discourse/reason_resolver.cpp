// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/reason_resolver.h"

#include <utility>

namespace badgewright::discourse {

namespace {

constexpr qsizetype kMostKnown = 500;

} // namespace

Call<Reason> *ReasonResolver::run(Session *session, const QString &written, Lane lane, KnownTopics *known)
{
    const auto link = parseReasonLink(written, session->base());
    if (!link)
        return settledCall<Reason>(session, fail(link.error()));
    auto *call = new Call<Reason>(session);
    (new ReasonResolver(session, *link, lane, known, call))->start();
    return call;
}

ReasonResolver::ReasonResolver(Session *session, const ReasonLink &link, Lane lane, KnownTopics *known, Call<Reason> *call)
    : QObject(call)
    , m_session(session)
    , m_link(link)
    , m_lane(lane)
    , m_known(known)
    , m_call(call)
{
}

void ReasonResolver::give(Error error)
{
    // Forums before 3.2 fall over a topic that is not there.
    const Version &version = m_session->facts().version;
    if (error.httpStatus == 500 && version.isKnown() && version < Version(3, 2)) {
        error.kind = ErrorKind::NotFound;
        error.detail = QStringLiteral("a forum of this age answers so for topics it does not have");
    }
    m_call->settle(fail(error));
}

void ReasonResolver::start()
{
    if (m_link.postId > 0)
        findPost();
    else if (m_link.topicId > 0)
        check();
    else
        findTopic(m_link.slug);
}

void ReasonResolver::findPost()
{
    const QString path = QStringLiteral("/posts/%1.json").arg(m_link.postId);
    if (m_session->accessTo(http::Method::Get, path) == Access::None)
        return followShortLink();
    auto *inner = m_session->read<PostPlace>(http::Request::get(path), decodePostPlace, m_lane);
    cancelWith(m_call, inner);
    inner->then(this, [this](const Result<PostPlace> &place) {
        if (m_call->isSettled())
            return;
        if (!place)
            return place.error().kind == ErrorKind::Forbidden ? followShortLink() : give(place.error());
        m_link.topicId = place->topicId;
        m_link.postNumber = place->number;
        check();
    });
}

void ReasonResolver::followShortLink()
{
    // The redirect itself is the answer: its target is the post's full address.
    http::Request request = http::Request::get(QStringLiteral("/p/%1").arg(m_link.postId));
    request.lane = m_lane;
    request.anonymous = m_session->accessTo(http::Method::Get, request.path) != Access::WithKey;
    auto *inner = m_session->client().send(request);
    cancelWith(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &result) {
        if (m_call->isSettled())
            return;
        if (!result)
            return give(result.error());
        const QString target = QString::fromUtf8(result->header("location"));
        const auto link = parseReasonLink(target, m_session->base());
        if (result->status < 300 || result->status >= 400)
            return give(errorOf(*result, Effect::Reads));
        if (!link || link->topicId == 0)
            return give(Error::of(ErrorKind::Forbidden, QStringLiteral("the key cannot see where this post is")));
        m_link.topicId = link->topicId;
        m_link.postNumber = link->postNumber;
        check();
    });
}

void ReasonResolver::readTopic(const QString &path, std::function<void()> next)
{
    http::Request request = http::Request::get(path);
    request.followRedirects = true;
    auto *inner = m_session->read<TopicPage>(
        request, [base = m_session->base()](const QByteArray &body) { return decodeTopic(body, base); }, m_lane);
    cancelWith(m_call, inner);
    inner->then(this, [this, next = std::move(next)](const Result<TopicPage> &topic) {
        if (m_call->isSettled())
            return;
        if (!topic)
            return give(topic.error());
        took(*topic);
        next();
    });
}

void ReasonResolver::took(const TopicPage &topic)
{
    if (m_known->size() > kMostKnown)
        m_known->clear();
    KnownTopic &known = (*m_known)[topic.id];
    known.title = topic.title;
    known.highestPost = topic.highestPost;
    known.read.start();
    for (const TopicPage::Post &post : topic.posts)
        known.posts.insert(post.number, post.id);
    m_link.topicId = topic.id;
    m_read = true;
}

void ReasonResolver::findTopic(const QString &idOrSlug)
{
    readTopic(QStringLiteral("/t/%1.json").arg(idOrSlug), [this] { check(); });
}

void ReasonResolver::check()
{
    if (const auto old = m_known->constFind(m_link.topicId); old != m_known->cend() && !old->isFresh())
        m_known->erase(old);
    const auto known = m_known->constFind(m_link.topicId);
    // Somebody may have written since the topic was read.
    const bool mayHaveGrown =
        !m_read && known != m_known->cend() && (m_link.lastPost || m_link.postNumber > known->highestPost);
    if (known == m_known->cend() || mayHaveGrown)
        return findTopic(QString::number(m_link.topicId));
    if (m_link.lastPost)
        m_link.postNumber = known->highestPost;
    if (m_link.postNumber <= 0)
        m_link.postNumber = 1;
    if (known->posts.contains(m_link.postNumber))
        return finish();
    if (!m_looked && m_link.postNumber <= known->highestPost)
        return findPostInTopic();
    give(Error::of(ErrorKind::NotFound, QStringLiteral("the topic has no post %1").arg(m_link.postNumber)));
}

void ReasonResolver::findPostInTopic()
{
    m_looked = true;
    readTopic(QStringLiteral("/t/%1/%2.json").arg(m_link.topicId).arg(m_link.postNumber), [this] { check(); });
}

void ReasonResolver::finish()
{
    Reason reason;
    reason.url = reasonUrl(m_session->base(), m_link.topicId, m_link.postNumber);
    reason.topicId = m_link.topicId;
    reason.postNumber = m_link.postNumber;
    const KnownTopic &known = (*m_known)[m_link.topicId];
    reason.title = known.title;
    reason.postId = known.posts.value(m_link.postNumber);
    m_call->settle(reason);
}

} // namespace badgewright::discourse
