// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/people_codec.h"
#include "discourse/reason_link.h"
#include "discourse/session.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>

namespace badgewright::discourse {

/// Topics that were asked about, so that a hundred rows with one reason cost one request. Ten minutes later posts may
/// have come and gone.
struct KnownTopic {
    QString title;
    int highestPost = 0;
    QHash<int, qint64> posts; ///< ids by the numbers that are there
    QElapsedTimer read;
    bool isFresh() const { return read.isValid() && !read.hasExpired(600'000); }
};
using KnownTopics = QHash<qint64, KnownTopic>;

/// Finds out what a link names and whether it is there, because a forum takes wrong ones and drops them silently:
/// the post's place where only its id is known, then the topic, then the post in it.
class ReasonResolver : public QObject
{
    Q_OBJECT

public:
    static Call<Reason> *run(Session *session, const QString &written, Lane lane, KnownTopics *known);

private:
    ReasonResolver(Session *session, const ReasonLink &link, Lane lane, KnownTopics *known, Call<Reason> *call);
    void start();
    void findPost();
    void followShortLink();
    void findTopic(const QString &idOrSlug);
    void findPostInTopic();
    void took(const TopicPage &topic);
    void check();
    void finish();
    void readTopic(const QString &path, std::function<void()> next);
    void give(Error error);

    Session *m_session;
    ReasonLink m_link;
    Lane m_lane;
    KnownTopics *m_known;
    Call<Reason> *m_call;
    bool m_read = false;   ///< the topic was read for this link, not before
    bool m_looked = false; ///< the post was looked for around its number
};

} // namespace badgewright::discourse
