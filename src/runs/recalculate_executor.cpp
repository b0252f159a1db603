// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>
#include <QLocale>

namespace badgewright::runs {

namespace {

constexpr std::chrono::milliseconds kLongestPause = std::chrono::minutes(10);

struct RecalculateExecutorWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::RecalculateExecutor)
};

/// Each request uses up one of the five that a whole forum has a day, and no answer tells later whose it was: never sent
/// again by itself. Refused, it has to wait for hours, and no other step waits with it (contract discourse §10.2).
class RecalculateExecutor final : public StepExecutor
{
public:
    RecalculateExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<RecalculateStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::Never; }

    QString sentence() const override { return QStringLiteral("recalculate scores from %1").arg(m_step.from.toString(Qt::ISODate)); }

    Call<StepOutcome> *send(const StepMemo &memo, QObject *owner) override
    {
        ScoreDesk *desk = m_forum->scores();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        auto *outer = new Call<StepOutcome>(owner);
        auto *inner = desk->recalculate(m_step.from);
        follow(outer, inner);
        outer->passCancelTo(inner);
        inner->then(outer, [outer, sentAt = memo.sentAt](const Result<Done> &result) {
            if (!result) {
                outer->settle(fail(result.error().kind == ErrorKind::RateLimited ? notNow(result.error(), sentAt) : result.error()));
                return;
            }
            StepOutcome outcome;
            outcome.words = RecalculateExecutorWords::tr("The forum is at it; leaderboards show the new scores after the next full hour.");
            outcome.answer = QStringLiteral("started");
            outer->settle(outcome);
        });
        return outer;
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        ReadBackAnswer answer;
        answer.outcome.words = RecalculateExecutorWords::tr("The answer was lost. The Scores page says how many recalculations are left today: one less, and the forum is at it.");
        return settledCall<ReadBackAnswer>(owner, answer);
    }

private:
    static Error notNow(const Error &refusal, const QDateTime &sentAt)
    {
        const QDateTime at = sentAt.addMSecs(refusal.retryAfter.count());
        // A short wait is the limit of all requests, which this one may have met as well.
        const QString sentence = refusal.retryAfter > kLongestPause
            ? RecalculateExecutorWords::tr("Nothing was recalculated: the forum allows five a day, and they are used up. The next one is possible from %1 on.")
            : RecalculateExecutorWords::tr("Nothing was recalculated: the forum asked for a pause. Try again from %1 on.");
        return Error::refusedHere(sentence.arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat)));
    }

    RecalculateStep m_step;
};

} // namespace

std::unique_ptr<StepExecutor> makeRecalculateExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<RecalculateExecutor>(forum, record);
}

} // namespace badgewright::runs
