// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_run.h"

#include <QCoreApplication>

namespace badgewright::ui {

namespace {

struct ImportRunWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::ImportRun)
};

bool isPublished(runs::StepState state)
{
    switch (state) {
    case runs::StepState::Done:
    case runs::StepState::ReadBack:
    case runs::StepState::AlreadySo:
        return true;
    case runs::StepState::Waiting:
    case runs::StepState::Sending:
    case runs::StepState::NoEffect:
    case runs::StepState::Unconfirmed:
    case runs::StepState::Unknown:
    case runs::StepState::Failed:
        break;
    }
    return false;
}

} // namespace

QString runLeftBehindWords(const runs::RunCentre &runs, int runId, const QString &forumId)
{
    if (!runId)
        return {};
    const Result<runs::RunSummary> summary = runs.ledger()->run(runId);
    if (!summary || summary->forumId != forumId)
        return {};
    // What stands as running in the ledger may have ended with its program.
    const runs::Run *open = runs.find(runId);
    QString rest;
    switch (open ? open->state() : summary->state) {
    case runs::RunState::Done:
    case runs::RunState::Stopped:
        return {};
    case runs::RunState::Running:
    case runs::RunState::Stopping:
        rest = open ? ImportRunWords::tr("The run goes on, and is in the ledger, where it can be paused and undone.")
                    : ImportRunWords::tr("The run stays in the ledger as it was interrupted; it can be gone on with or undone there.");
        break;
    case runs::RunState::Paused:
        rest = ImportRunWords::tr("The run stays paused in the ledger, where it can be gone on with or undone.");
        break;
    case runs::RunState::Ready:
    case runs::RunState::Interrupted:
        rest = ImportRunWords::tr("The run stays in the ledger as it was interrupted; it can be gone on with or undone there.");
        break;
    }
    int badges = 0;
    int published = 0;
    if (const Result<QList<runs::StepRecord>> steps = runs.ledger()->steps(runId)) {
        for (const runs::StepRecord &step : *steps) {
            if (step.step.type() != runs::StepType::PublishBadge)
                continue;
            ++badges;
            published += isPublished(step.state) ? 1 : 0;
        }
    }
    const QString done = published ? ImportRunWords::tr("%Ln of the %1 badge(s) of run %2 is/are published already and stay(s) on the forum.", nullptr, published).arg(badges).arg(runId)
                                   : ImportRunWords::tr("Nothing of run %1 is published yet.").arg(runId);
    return done + u' ' + rest;
}

QSet<QString> publishedBy(const runs::Run &run)
{
    QSet<QString> names;
    for (const runs::StepRecord &step : run.steps()) {
        const auto *badge = std::get_if<runs::PublishBadgeStep>(&step.step.what);
        if (badge && isPublished(step.state))
            names << badge->badgeName();
    }
    return names;
}

} // namespace badgewright::ui
