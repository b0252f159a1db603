// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace badgewright::runs {

namespace {

struct ScoreExecutorWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::ScoreExecutor)
};

/// "[#k3f9]": short enough to stand in a description, and one person has few events on a day.
QString freshToken()
{
    const QLatin1String letters("abcdefghijkmnpqrstuvwxyz23456789");
    QString token = QStringLiteral("[#");
    for (int i = 0; i < 5; ++i)
        token += letters.at(QRandomGenerator::global()->bounded(int(letters.size())));
    return token + QLatin1Char(']');
}

/// The forum makes another event for every request: a mark in the description finds this one again.
class ScoreCreateExecutor final : public StepExecutor
{
public:
    ScoreCreateExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<CreateScoreEventStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::ReconcileFirst; }

    QString sentence() const override
    {
        return QStringLiteral("create score event: %1 points for %2 (%3) on %4")
            .arg(m_step.points).arg(m_step.account.username).arg(m_step.account.id).arg(m_step.date.toString(Qt::ISODate));
    }

    StepMemo freshMemo() const override
    {
        StepMemo memo;
        memo.token = freshToken();
        return memo;
    }

    Call<StepOutcome> *send(const StepMemo &memo, QObject *owner) override
    {
        ScoreDesk *desk = m_forum->scores();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        const QString description = m_step.description.isEmpty() ? memo.token : m_step.description + QLatin1Char(' ') + memo.token;
        return mapCall<StepOutcome>(owner, desk->create(m_step.account.id, m_step.date, m_step.points, description),
                                    [](const ScoreEvent &event) -> Result<StepOutcome> {
            StepOutcome outcome;
            outcome.serverId = event.id;
            outcome.answer = QStringLiteral("score event %1: %2 points").arg(event.id).arg(event.points);
            return outcome;
        });
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &memo, QObject *owner) override
    {
        ScoreDesk *desk = m_forum->scores();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        ScoreFilter filter;
        filter.userId = m_step.account.id;
        filter.date = m_step.date;
        return mapCall<ReadBackAnswer>(owner, desk->list(filter), [token = memo.token](const ScoreEventList &list) -> Result<ReadBackAnswer> {
            ReadBackAnswer answer;
            if (token.isEmpty())
                return answer;
            for (const ScoreEvent &event : list.events) {
                if (!event.description.contains(token))
                    continue;
                answer.kind = ReadBackAnswer::Kind::Happened;
                answer.outcome.serverId = event.id;
                answer.outcome.answer = QStringLiteral("found score event %1").arg(event.id);
                return answer;
            }
            if (list.maybeTruncated)
                answer.outcome.words = ScoreExecutorWords::tr("This person has more events on that day than the forum lists. Look for %1.").arg(token);
            else
                answer.kind = ReadBackAnswer::Kind::DidNotHappen;
            return answer;
        });
    }

private:
    CreateScoreEventStep m_step;
};

/// An update to a value may be sent again.
class ScoreUpdateExecutor final : public StepExecutor
{
public:
    ScoreUpdateExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<UpdateScoreEventStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::Safe; }

    QString sentence() const override
    {
        return QStringLiteral("update score event %1: %2 points instead of %3").arg(m_step.id).arg(m_step.points).arg(m_step.oldPoints);
    }

    Call<StepOutcome> *send(const StepMemo &, QObject *owner) override
    {
        ScoreDesk *desk = m_forum->scores();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        return mapCall<StepOutcome>(owner, desk->update(m_step.id, m_step.points, m_step.description),
                                    [id = m_step.id](const Done &) -> Result<StepOutcome> {
            StepOutcome outcome;
            outcome.serverId = id;
            outcome.answer = QStringLiteral("updated");
            return outcome;
        });
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        ScoreDesk *desk = m_forum->scores();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        ScoreFilter filter;
        filter.id = m_step.id;
        return mapCall<ReadBackAnswer>(owner, desk->list(filter), [step = m_step](const ScoreEventList &list) -> Result<ReadBackAnswer> {
            const bool so = std::any_of(list.events.begin(), list.events.end(), [&](const ScoreEvent &event) {
                return event.id == step.id && event.points == step.points && event.description == step.description.value_or(event.description);
            });
            ReadBackAnswer answer;
            answer.kind = so ? ReadBackAnswer::Kind::Happened : ReadBackAnswer::Kind::DidNotHappen;
            answer.outcome.serverId = step.id;
            answer.outcome.answer = QStringLiteral("found %1 points").arg(step.points);
            return answer;
        });
    }

private:
    UpdateScoreEventStep m_step;
};

} // namespace

std::unique_ptr<StepExecutor> makeScoreCreateExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<ScoreCreateExecutor>(forum, record);
}

std::unique_ptr<StepExecutor> makeScoreUpdateExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<ScoreUpdateExecutor>(forum, record);
}

} // namespace badgewright::runs
