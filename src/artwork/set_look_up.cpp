// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/set_look_up.h"

#include "artwork/icon_suggestions.h"

#include <deque>

namespace badgewright::artwork {

namespace {

using namespace std::chrono_literals;

constexpr int kAtOnce = 4;
constexpr int kMostWaits = 5;
constexpr int kMostSuggested = 12; // each costs a few requests
constexpr std::chrono::milliseconds kLongestWait = 2min;

class SetLookUp final : public QObject
{
public:
    SetLookUp(BadgeDesk *desk, const SetQuestions &questions, Clock *clock, Call<SetAnswers> *call)
        : QObject(call), m_desk(desk), m_clock(clock), m_call(call)
    {
        const QSet<QUrl> pictures(questions.pictures.cbegin(), questions.pictures.cend());
        for (const QUrl &url : pictures)
            m_waiting.push_back({url, {}, 0});
        const QSet<QString> icons(questions.icons.cbegin(), questions.icons.cend());
        for (const QString &icon : icons)
            m_waiting.push_back({{}, icon, 0});
        m_total = int(m_waiting.size());
        call->onCancel([this] {
            m_waiting.clear();
            const auto inner = std::exchange(m_underWay, {});
            for (const QPointer<PendingCall> &one : inner) {
                if (one)
                    one->cancel();
            }
        });
        QMetaObject::invokeMethod(this, [this] { next(); }, Qt::QueuedConnection);
    }

private:
    struct Question {
        QUrl picture;
        QString icon;
        int waits = 0;
    };

    void next()
    {
        while (!m_held && int(m_underWay.size()) < kAtOnce && !m_waiting.empty()) {
            const Question question = m_waiting.front();
            m_waiting.pop_front();
            if (question.icon.isEmpty())
                send(m_desk->image(question.picture), question, [this, question](const QByteArray &bytes) { m_answers.pictures.insert(question.picture, bytes); });
            else
                send(m_desk->icon(question.icon), question, [](const Icon &) {});
        }
        if (m_waiting.empty() && m_underWay.isEmpty())
            suggest();
    }

    /// For each name that the forum does not have: what comes near, one after the other.
    void suggest()
    {
        for (const QString &name : std::as_const(m_answers.unknownIcons)) {
            if (m_answers.nearIcons.contains(name) || m_answers.nearIcons.size() >= kMostSuggested)
                continue;
            auto *inner = suggestIcons(m_desk, name, true, {}, this);
            m_underWay.append(inner);
            inner->then(this, [this, inner, name](const Result<QList<Icon>> &icons) {
                if (m_call->isSettled())
                    return;
                m_underWay.removeAll(QPointer<PendingCall>(inner));
                QStringList &near = m_answers.nearIcons[name];
                for (const Icon &icon : icons.value_or(QList<Icon>()))
                    near << icon.name;
                suggest();
            });
            return;
        }
        m_call->settle(m_answers);
    }

    template <class T, class F> void send(Call<T> *inner, const Question &question, F take)
    {
        m_underWay.append(inner);
        inner->then(this, [this, inner, question, take](const Result<T> &result) {
            if (m_call->isSettled())
                return;
            m_underWay.removeAll(QPointer<PendingCall>(inner));
            if (result)
                take(*result);
            else if (waitsOut(result.error(), question))
                return;
            else if (!question.icon.isEmpty() && result.error().kind == ErrorKind::NotFound)
                m_answers.unknownIcons.insert(question.icon);
            else if (!m_answers.firstTrouble)
                m_answers.firstTrouble = result.error();
            Q_EMIT m_call->progress(++m_done, m_total);
            next();
        });
    }

    bool waitsOut(const Error &error, Question question)
    {
        if (error.kind != ErrorKind::RateLimited || error.retryAfter > kLongestWait || ++question.waits > kMostWaits)
            return false;
        m_waiting.push_front(question);
        m_held = true;
        m_clock->after(std::max<std::chrono::milliseconds>(error.retryAfter, 1s), this, [this] {
            m_held = false;
            next();
        });
        return true;
    }

    BadgeDesk *m_desk;
    Clock *m_clock;
    Call<SetAnswers> *m_call;
    std::deque<Question> m_waiting;
    QList<QPointer<PendingCall>> m_underWay;
    SetAnswers m_answers;
    int m_total = 0;
    int m_done = 0;
    bool m_held = false; ///< the forum asked for a pause
};

} // namespace

Call<SetAnswers> *lookUpForSet(BadgeDesk *desk, const SetQuestions &questions, Clock *clock, QObject *parent)
{
    auto *call = new Call<SetAnswers>(parent);
    new SetLookUp(desk, questions, clock, call);
    return call;
}

} // namespace badgewright::artwork
