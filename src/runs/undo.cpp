// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/undo.h"

#include "runs/undo_draft.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

namespace badgewright::runs {

namespace {

struct UndoWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Undo)
};

/// Whether a placeholder may have stood in it: %{base_uri} becomes the beginning of a link, %{max_likes_per_day} a number.
bool mayBeFilledIn(const QString &text)
{
    static const QRegularExpression trace(QStringLiteral("(^|[\\s\"'(])(https?:/)?/|\\b\\d+\\b"));
    return trace.match(text).hasMatch();
}

/// The step that takes back what `record` did; nothing when it cannot be.
struct Reverse {
    const Ledger &ledger;
    const Capabilities &may;
    const StepRecord &record;
    const QList<StepRecord> &made; ///< all of the run
    QStringList *remarks;
    bool *fromForum; ///< its old picture has to be read from there

    void remark(const QString &sentence) const
    {
        if (!remarks->contains(sentence))
            remarks->append(sentence);
    }

    std::optional<StepWhat> operator()(const GrantStep &s) const
    {
        if (record.serverId == 0)
            return {};
        return RevokeStep{record.serverId, s.badgeId, s.badgeName, s.account, record.at, s.reason};
    }
    std::optional<StepWhat> operator()(const RevokeStep &s) const
    {
        remark(UndoWords::tr("Badges that were revoked are granted again with today’s date, and people are told again."));
        GrantStep grant;
        grant.badgeId = s.badgeId;
        grant.badgeName = s.badgeName;
        grant.multipleGrant = true; // not known here; the careful way is right for both
        grant.account = s.holder;
        grant.reason = s.reason;
        return grant;
    }
    std::optional<StepWhat> operator()(const CreateScoreEventStep &s) const
    {
        if (record.serverId == 0)
            return {};
        remark(UndoWords::tr("A forum cannot delete score events: they stay with 0 points."));
        return UpdateScoreEventStep{record.serverId, s.account, s.date, s.points, 0, s.description, {}};
    }
    std::optional<StepWhat> operator()(const UpdateScoreEventStep &s) const
    {
        return UpdateScoreEventStep{s.id, s.account, s.date, s.points, s.oldPoints, s.description.value_or(s.oldDescription),
                                    s.description ? std::optional(s.oldDescription) : std::nullopt};
    }
    std::optional<StepWhat> operator()(const PublishBadgeStep &s) const
    {
        if (s.id == 0) {
            if (record.serverId == 0)
                return {};
            remark(UndoWords::tr("A badge that was created is deleted only while nobody else holds it. Deleting it cannot be undone."));
            Badge created = record.left.value_or(applied(Badge{}, s.fields));
            created.id = record.serverId;
            return DeleteBadgeStep{created, 0, true, grantsOf(created.id)};
        }
        Badge now = record.left.value_or(applied(s.before, s.fields));
        now.id = s.id;
        PublishBadgeStep back;
        back.id = s.id;
        back.before = now;
        // What it did not send it has not changed, whatever the answer says more than the list did.
        QStringList sent = fieldNames(s.fields);
        sent.removeAll(QStringLiteral("image_upload_id"));
        back.fields = only(difference(now, s.before), sent);
        back.groupingWas = s.groupingName.isEmpty() ? s.groupingNow : s.groupingName;
        back.groupingNow = s.groupingWas;
        if (!s.groupingName.isEmpty())
            back.fields.groupingId = s.before.groupingId;
        // The grouping that it came from was removed by the same run; made anew it has another id.
        if (const Grouping *gone = back.fields.groupingId ? removedGrouping(s.before.groupingId) : nullptr) {
            back.fields.groupingId.reset();
            back.groupingName = gone->name;
        }
        if (s.fields.showPosts && !s.before.showPosts)
            remark(UndoWords::tr("Whether %1 showed the granting post before was not readable with the key of that run, so that stays as it is.").arg(s.badgeName()));
        if (s.picture || s.fields.imageUploadId)
            putPictureBack(s, &back);
        for (const auto &text : {back.fields.description, back.fields.longDescription}) {
            if (text && mayBeFilledIn(*text))
                remark(UndoWords::tr("A forum fills placeholders like %{base_uri} in before it gives a description out. The description of %1 goes back as it was read, so where it held one, what stood in its place is written as plain text.").arg(s.badgeName()));
        }
        return changesNothing(back) && !*fromForum ? std::optional<StepWhat>() : back;
    }
    std::optional<StepWhat> operator()(const AwardForActionStep &) const { return award(); }
    std::optional<StepWhat> operator()(const AwardToUserStep &) const { return award(); }
    std::optional<StepWhat> operator()(const GiveReputationStep &) const
    {
        remark(UndoWords::tr("Reputation is not taken back: give the same points with a minus yourself if that is wanted."));
        return {};
    }
    std::optional<StepWhat> operator()(const DeleteBadgeStep &s) const
    {
        remark(UndoWords::tr("%1 was deleted and does not come back.").arg(s.badge.name));
        return {};
    }
    std::optional<StepWhat> operator()(const SaveGroupingsStep &s) const
    {
        SaveGroupingsStep back{s.basis, s.wanted};
        for (Grouping &grouping : back.wanted) {
            const bool stayed = std::any_of(s.wanted.cbegin(), s.wanted.cend(), [&](const Grouping &one) { return one.id == grouping.id; });
            if (stayed)
                continue;
            grouping.id = -1;
            remark(UndoWords::tr("A grouping that was deleted is made anew, without its description."));
        }
        return back;
    }
    std::optional<StepWhat> operator()(const RecalculateStep &) const
    {
        remark(UndoWords::tr("A recalculation cannot be undone."));
        return {};
    }
    /// The file that was kept is sent again: a forum knows the same bytes again, and has them anew where it threw them away.
    void putPictureBack(const PublishBadgeStep &s, PublishBadgeStep *back) const
    {
        if (s.before.imageUrl.isEmpty() && !s.before.imageUploadId) {
            back->fields.imageUploadId = 0;
            return;
        }
        const QByteArray kept = record.memo.keptPicture.isEmpty() ? QByteArray() : ledger.keptPicture(record.memo.keptPicture).value_or(QByteArray());
        if (!kept.isEmpty() && may.may(Ability::UploadPictures))
            back->picture = oldPicture(s.before.imageUrl, kept);
        else
            back->fields.imageUploadId = s.before.imageUploadId;
        *fromForum = !back->picture;
    }
    /// A grouping that the run has removed; null: it has not.
    const Grouping *removedGrouping(GroupingId id) const
    {
        for (const StepRecord &other : made) {
            const auto *save = std::get_if<SaveGroupingsStep>(&other.step.what);
            const auto isIt = [id](const Grouping &one) { return one.id == id; };
            if (!save || std::any_of(save->wanted.cbegin(), save->wanted.cend(), isIt))
                continue;
            const auto was = std::find_if(save->basis.cbegin(), save->basis.cend(), isIt);
            if (was != save->basis.cend())
                return &*was;
        }
        return nullptr;
    }
    /// What the run granted of it, and the undo takes back.
    QList<GrantId> grantsOf(BadgeId badge) const
    {
        QList<GrantId> ids;
        for (const StepRecord &other : made) {
            const auto *grant = std::get_if<GrantStep>(&other.step.what);
            if (grant && grant->badgeId == badge && other.serverId)
                ids.append(other.serverId);
        }
        return ids;
    }
    std::optional<StepWhat> award() const
    {
        remark(UndoWords::tr("AnswerHub awards cannot be taken back."));
        return {};
    }
};

Error nothingToUndo(const Plan &plan, int runId)
{
    return Error::refusedHere(plan.remarks.isEmpty() ? UndoWords::tr("Run %1 changed nothing that could be undone.").arg(runId)
                                                     : plan.remarks.join(QLatin1Char(' ')));
}

} // namespace

bool canBeUndone(StepType type)
{
    switch (type) {
    case StepType::AwardForAction:
    case StepType::AwardToUser:
    case StepType::GiveReputation:
    case StepType::DeleteBadge:
    case StepType::Recalculate:
        return false;
    case StepType::Grant:
    case StepType::Revoke:
    case StepType::CreateScoreEvent:
    case StepType::UpdateScoreEvent:
    case StepType::PublishBadge:
    case StepType::SaveGroupings:
        break;
    }
    return true;
}

bool changesNothing(const PublishBadgeStep &step)
{
    return step.fields.isEmpty() && !step.picture && step.groupingName.isEmpty();
}

QString pictureIsLost(const QString &badge)
{
    return UndoWords::tr("The old picture of %1 was not kept and the forum does not give it out any more: what it has now stays.").arg(badge);
}

Picture oldPicture(const QUrl &url, const QByteArray &bytes)
{
    const QMimeType type = QMimeDatabase().mimeTypeForData(bytes);
    Picture picture;
    picture.bytes = bytes;
    picture.mimeType = type.name();
    picture.fileName = url.fileName();
    // The name must carry the right extension.
    if (!type.suffixes().contains(QFileInfo(picture.fileName).suffix().toLower()) && !type.preferredSuffix().isEmpty())
        picture.fileName = QFileInfo(picture.fileName).completeBaseName() + QLatin1Char('.') + type.preferredSuffix();
    return picture;
}

Result<UndoDraft> draftUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock)
{
    const Result<RunSummary> run = ledger.run(runId);
    if (!run)
        return fail(run.error());
    if (run->forumId != forum->connection().id)
        return fail(Error::refusedHere(UndoWords::tr("Run %1 belongs to another forum: %2.").arg(runId).arg(run->forumAddress)));
    if (run->state == RunState::Running || run->state == RunState::Stopping)
        return fail(Error::refusedHere(UndoWords::tr("Run %1 is under way: stop it first.").arg(runId)));
    if (const Result<Done> first = notUndone(ledger, runId); !first)
        return fail(first.error());
    StepFilter underWay;
    underWay.states = {StepState::Sending};
    const Result<QList<StepRecord>> open = ledger.steps(runId, underWay);
    if (!open)
        return fail(open.error());
    if (!open->isEmpty()) {
        return fail(Error::refusedHere(UndoWords::tr("Run %1 ended while steps were under way: resume it first, so that they are looked for.")
                                           .arg(runId)));
    }
    StepFilter made;
    made.states = {StepState::Done, StepState::ReadBack};
    const Result<QList<StepRecord>> records = ledger.steps(runId, made);
    if (!records)
        return fail(records.error());
    UndoDraft draft;
    Plan &plan = draft.plan;
    plan = Plan::empty(forum->connection(), forum->site().actingUser, UndoWords::tr("Undo of run %1").arg(runId), clock.utcNow());
    plan.undoOf = runId;
    plan.source = run->title;
    // The last thing done is the first to be taken back.
    for (auto record = records->crbegin(); record != records->crend(); ++record) {
        bool fromForum = false;
        const Reverse reverse{ledger, forum->capabilities(), *record, *records, &plan.remarks, &fromForum};
        std::optional<StepWhat> what = std::visit(reverse, record->step.what);
        if (!what)
            continue;
        Step step;
        step.row = record->row();
        step.recipient = record->recipient();
        step.what = *std::move(what);
        plan.steps.append(step);
        draft.taken.append({*record, fromForum});
    }
    if (plan.steps.isEmpty())
        return fail(nothingToUndo(plan, runId));
    return draft;
}

Result<Plan> planUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock)
{
    return draftUndo(ledger, runId, forum, clock).and_then([runId](UndoDraft draft) -> Result<Plan> {
        Plan &plan = draft.plan;
        plan.steps.removeIf([&plan](const Step &step) {
            const auto *back = std::get_if<PublishBadgeStep>(&step.what);
            if (!back || !changesNothing(*back))
                return false;
            plan.remarks.append(pictureIsLost(back->badgeName())); // of no other step nothing is left
            return true;
        });
        if (plan.steps.isEmpty())
            return fail(nothingToUndo(plan, runId));
        return plan;
    });
}

Result<Done> notUndone(const Ledger &ledger, int runId)
{
    const Result<RunSummary> run = ledger.run(runId);
    if (!run)
        return fail(run.error());
    if (run->undoneBy) {
        return fail(Error::refusedHere(UndoWords::tr("Run %1 is undone by run %2 already. Resume that one if it is not over.")
                                           .arg(runId).arg(run->undoneBy)));
    }
    return Done{};
}

} // namespace badgewright::runs
