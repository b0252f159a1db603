// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/post_action.h"

#include "answerhub/addresses.h"
#include "answerhub/codec.h"
#include "answerhub/reply_judge.h"

namespace badgewright::answerhub {

namespace {

/// Child of its call.
class PostAction final : public QObject
{
public:
    PostAction(Session *session, AwardDesk *desk, const PostName &post, Call<Action> *call)
        : QObject(call), m_session(session), m_desk(desk), m_post(post), m_call(call)
    {
        askNextKind();
    }

private:
    void askNextKind()
    {
        // All kinds share one pool of ids, so an id without its kind is asked for at each in turn.
        const QString kind = m_post.kinds.takeFirst();
        Call<http::Reply> *sent = m_session->get(QStringLiteral("%1/%2.json").arg(kind).arg(m_post.id));
        follow(m_call, sent);
        sent->then(this, [this](const Result<http::Reply> &reply) { takePost(reply); });
    }

    void takePost(const Result<http::Reply> &reply)
    {
        if (m_call->isSettled()) // called off meanwhile
            return;
        const auto error = reply ? readError(*reply, {Words::tr("the post"), {}}) : std::optional(reply.error());
        if (error && error->kind == ErrorKind::NotFound && !m_post.kinds.isEmpty()) {
            askNextKind();
            return;
        }
        const auto record = error ? Result<PostRecord>(fail(*error)) : postRecordFrom(reply->body);
        if (!record) {
            m_call->settle(fail(record.error()));
        } else if (record->lastAction <= 0) {
            m_call->settle(fail(ErrorKind::NotFound, Words::tr("The forum does not say which action made this post.")));
        } else {
            askAction(*record);
        }
    }

    void askAction(const PostRecord &record)
    {
        Call<Action> *sent = m_desk->action(record.lastAction);
        follow(m_call, sent);
        sent->then(this, [this, record](const Result<Action> &result) {
            if (!result) {
                m_call->settle(fail(result.error()));
                return;
            }
            Action action = *result;
            if (action.nodeId == 0)
                action.nodeId = record.id;
            if (action.nodeType.isEmpty())
                action.nodeType = record.type;
            if (action.nodeTitle.isEmpty())
                action.nodeTitle = record.title;
            m_call->settle(action);
        });
    }

    Session *m_session;
    AwardDesk *m_desk;
    PostName m_post;
    Call<Action> *m_call;
};

} // namespace

Call<Action> *readActionOfPost(Session *session, AwardDesk *desk, const QString &address)
{
    const QString text = address.trimmed();
    if (isWebAddress(text) && !belongsTo(session->base(), QUrl(text)))
        return settledCall<Action>(session, fail(Error::refusedHere(Words::tr("This address is not on this forum."))));
    const auto post = postFrom(text);
    if (!post)
        return settledCall<Action>(
            session, fail(Error::refusedHere(Words::tr("This is not the address or the id of a question, an answer or a comment."))));
    auto *call = new Call<Action>(session);
    new PostAction(session, desk, *post, call);
    return call;
}

} // namespace badgewright::answerhub
