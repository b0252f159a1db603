// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/plan_summary.h"

#include "app/command/console.h"
#include "ui/words/badge_words.h"
#include "ui/words/run_words.h"

namespace badgewright {

namespace {

constexpr qsizetype kShown = 10;

/// As the source names the step: "row 7, bobby".
QString sourceOf(const runs::Step &step)
{
    return step.row ? QStringLiteral("row %1, %2").arg(step.row).arg(step.recipient) : step.recipient;
}

/// A step that is about a badge and nobody: what of it changes.
QString whatChanges(const runs::Step &step)
{
    const QString changes = ui::words::changesInALine(step);
    const QString text = changes.isEmpty() ? step.subject() : QStringLiteral("%1: %2").arg(sourceOf(step), changes);
    return step.verdictDetail.isEmpty() ? text : text + QStringLiteral("; ") + step.verdictDetail;
}

/// Whom the step concerns and what they get, with what the planner has to remark.
QString whatHappens(const runs::Step &step)
{
    const Account account = step.account();
    QString text = account.username.isEmpty() ? QStringLiteral("?") : account.username;
    if (!account.name.isEmpty() && account.name != account.username)
        text += QStringLiteral(" (%1)").arg(account.name);
    text += QStringLiteral(": ") + step.subject();
    return step.verdictDetail.isEmpty() ? text : text + QStringLiteral("; ") + step.verdictDetail;
}

} // namespace

QString firstOf(const QStringList &texts)
{
    const QString first = texts.mid(0, kShown).join(QStringLiteral(", "));
    return texts.size() > kShown ? QStringLiteral("%1 and %2 more").arg(first).arg(texts.size() - kShown) : first;
}

void describePlan(const runs::Plan &plan)
{
    Console::note(plan.title);
    const QMap<runs::Verdict, int> counts = plan.counts();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        Console::note(QStringLiteral("  %1 %2").arg(QString::number(it.value()), 6).arg(ui::words::verdictCount(it.key(), plan.steps.first().type(), plan.undoOf != 0)));
    // A wrong match is seen here, before anything is sent.
    qsizetype wanted = 0;
    bool again = false;
    bool anyway = false;
    for (const runs::Step &step : plan.steps) {
        if (step.wanted()) {
            if (++wanted <= kShown)
                Console::note(step.isForSomebody() ? QStringLiteral("  %1 -> %2").arg(sourceOf(step), whatHappens(step))
                                                  : QStringLiteral("  %1").arg(whatChanges(step)));
            continue;
        }
        const bool held = step.verdict == runs::Verdict::AlreadyHolds;
        again = again || (held && step.mayInsist());
        anyway = anyway || step.verdict == runs::Verdict::Suspended || step.verdict == runs::Verdict::NoEffectExpected;
        if (!held)
            Console::note(QStringLiteral("  %1: %2").arg(sourceOf(step), ui::words::verdictWhole(step)));
    }
    if (wanted > kShown)
        Console::note(QStringLiteral("  and %1 more.").arg(wanted - kShown));
    if (again)
        Console::note(QStringLiteral("Who holds it already is left out; --again takes them too."));
    if (anyway)
        Console::note(QStringLiteral("Suspended people and awards without effect are left out; --anyway takes them too."));
    const runs::Estimate estimate = plan.estimate(runs::Pace::Considerate);
    Console::note(QStringLiteral("%1 requests, about %2 s at the considerate pace.").arg(estimate.requests).arg(estimate.duration.count()));
    for (const QString &remark : plan.remarks)
        Console::note(remark);
}

QJsonObject planSummary(const runs::Plan &plan)
{
    QJsonObject verdicts;
    const QMap<runs::Verdict, int> counts = plan.counts();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        verdicts.insert(runs::verdictName(it.key()), it.value());
    const runs::Estimate estimate = plan.estimate(runs::Pace::Considerate);
    return {{QStringLiteral("title"), plan.title},
            {QStringLiteral("steps"), int(plan.steps.size())},
            {QStringLiteral("wanted"), plan.wantedCount()},
            {QStringLiteral("road"), runs::roadName(plan.road)},
            {QStringLiteral("requests"), estimate.requests},
            {QStringLiteral("seconds"), qint64(estimate.duration.count())},
            {QStringLiteral("verdicts"), verdicts}};
}

} // namespace badgewright
