// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/undo_words.h"

#include "ui/words/badge_words.h"
#include "ui/words/words.h"

#include <algorithm>

namespace badgewright::ui::words {

using runs::ChangedSince;

QStringList changedSince(const QList<ChangedSince> &changed)
{
    QStringList sentences;
    for (qsizetype i = 0; i < changed.size(); ++i) {
        const ChangedSince &one = changed.at(i);
        switch (one.what) {
        case ChangedSince::What::BadgeIsGone:
            sentences << Words::tr("“%1” is not on the forum any more.").arg(one.badge);
            continue;
        case ChangedSince::What::Groupings:
            sentences << Words::tr("The groupings were changed since and stay as they are.");
            continue;
        case ChangedSince::What::Field:
        case ChangedSince::What::Kept:
            break;
        }
        QStringList fields{oneLine(changeSince(one.change))};
        while (i + 1 < changed.size() && changed.at(i + 1).badge == one.badge && changed.at(i + 1).what == one.what)
            fields << oneLine(changeSince(changed.at(++i).change));
        sentences << (one.what == ChangedSince::What::Kept ? Words::tr("“%1” was changed since it was created, so it is not deleted: %2.")
                                                           : Words::tr("“%1” was changed since, and this stays as it is now: %2."))
                         .arg(one.badge, fields.join(QStringLiteral("; ")));
    }
    return sentences;
}

Result<runs::Plan> undoToReview(const runs::ComparedUndo &undo, int runId)
{
    runs::Plan plan = undo.plan;
    plan.remarks = changedSince(undo.changed) + plan.remarks;
    if (!plan.steps.isEmpty())
        return plan;
    return fail(Error::refusedHere(QStringList{Words::tr("Nothing of run %1 is left to be undone.").arg(runId), plan.remarks.join(u' ')}.join(u' ').trimmed()));
}

QString undoLead(const runs::ComparedUndo &undo)
{
    const bool ofBadges = std::any_of(undo.plan.steps.cbegin(), undo.plan.steps.cend(), [](const runs::Step &step) {
        return step.type() == runs::StepType::PublishBadge || step.type() == runs::StepType::DeleteBadge || step.type() == runs::StepType::SaveGroupings;
    });
    if (!ofBadges)
        return Words::tr("What was so before the run is not touched.");
    return undo.looked ? Words::tr("What somebody has changed since the run stays as it is.") : QString();
}

} // namespace badgewright::ui::words
