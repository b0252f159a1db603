// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/undo.h"

#include "runs/undo_draft.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::runs {

namespace {

struct UndoComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::UndoComparison)
};

const QString kPicture = QStringLiteral("image_upload_id");
const QString kGrouping = QStringLiteral("badge_grouping_id");

bool samePicture(const Badge &a, const Badge &b)
{
    if (a.imageUrl.isEmpty() || b.imageUrl.isEmpty())
        return a.imageUrl.isEmpty() == b.imageUrl.isEmpty();
    if (a.imageUploadId && b.imageUploadId)
        return a.imageUploadId == b.imageUploadId;
    return a.imageUrl.fileName() == b.imageUrl.fileName(); // wherever it is served from; the file is named by what is in it
}

/// Takes an undo apart into what is still as the run left it, and what is not.
class UndoComparison : public QObject
{
public:
    UndoComparison(UndoDraft draft, ForumPtr forum, Call<ComparedUndo> *call)
        : QObject(call), m_draft(std::move(draft)), m_forum(std::move(forum)), m_call(call)
    {
        m_undo.plan = m_draft.plan;
        m_undo.plan.steps.clear();
    }

    void start()
    {
        const bool ofBadges = std::any_of(m_draft.plan.steps.cbegin(), m_draft.plan.steps.cend(), [](const Step &step) {
            return step.type() == StepType::PublishBadge || step.type() == StepType::DeleteBadge || step.type() == StepType::SaveGroupings;
        });
        if (!ofBadges || !m_forum->badges()) {
            m_undo.plan.steps = m_draft.plan.steps;
            finish(m_undo);
            return;
        }
        if (!m_forum->capabilities().may(Ability::ListBadges)) {
            m_undo.looked = false;
            remark(UndoComparisonWords::tr("This connection may not read the badges, so what others have changed since cannot be looked at: it is overwritten."));
            takeAll();
            return;
        }
        auto *list = m_forum->badges()->list();
        follow(m_call, list);
        list->then(this, [this](const Result<BadgeCatalogue> &all) {
            if (!all) {
                finish(fail(all.error()));
                return;
            }
            m_now = *all;
            compareAll();
        });
    }

private:
    void finish(const Result<ComparedUndo> &result)
    {
        m_forum.reset(); // this goes with the call, which may be the forum's own
        m_call->settle(result);
    }

    void remark(const QString &sentence)
    {
        if (!m_undo.plan.remarks.contains(sentence))
            m_undo.plan.remarks.append(sentence);
    }

    void take(const Step &step, const UndoDraft::Taken &taken)
    {
        m_undo.plan.steps.append(step);
        m_taken.append(taken);
    }

    void takeAll()
    {
        for (qsizetype i = 0; i < m_draft.plan.steps.size(); ++i)
            take(m_draft.plan.steps.at(i), m_draft.taken.at(i));
        lookForPicture(0);
    }

    void compareAll()
    {
        for (qsizetype i = 0; i < m_draft.plan.steps.size(); ++i) {
            Step step = m_draft.plan.steps.at(i);
            UndoDraft::Taken taken = m_draft.taken.at(i);
            bool stays = false;
            if (auto *publish = std::get_if<PublishBadgeStep>(&step.what))
                stays = !compareChanged(publish, &taken);
            else if (const auto *remove = std::get_if<DeleteBadgeStep>(&step.what))
                stays = !compareCreated(*remove, taken.record);
            else if (const auto *save = std::get_if<SaveGroupingsStep>(&step.what))
                stays = !compareGroupings(*save);
            if (!stays)
                take(step, taken);
        }
        lookForPicture(0);
    }

    /// The fields among these that are no longer as they were left.
    QStringList changedFields(const Badge &left, const Badge &now, const QStringList &among) const
    {
        QStringList changed = fieldNames(only(difference(left, now), among));
        changed.removeAll(kPicture);
        // The list for everybody does not tell them.
        if (m_now.protectedSystemFields.isEmpty())
            changed.removeAll(QStringLiteral("show_posts"));
        if (!left.showInPostHeader || !now.showInPostHeader)
            changed.removeAll(QStringLiteral("show_in_post_header"));
        if (among.contains(kPicture) && !samePicture(left, now))
            changed.append(kPicture);
        return changed;
    }

    BadgeChange changeOf(const QString &field, const Badge &left, const Badge &now) const
    {
        if (field == kPicture)
            return {field, left.imageUrl.toString(), now.imageUrl.toString()};
        PublishBadgeStep change;
        change.id = now.id;
        change.before = left;
        change.fields = only(allFields(now), {field});
        change.nameGroupings(m_now.groupings);
        Step step;
        step.what = change;
        const QList<BadgeChange> changes = badgeChanges(step);
        return changes.isEmpty() ? BadgeChange{field, {}, {}} : changes.constFirst();
    }

    /// False: nothing of it is left to be undone.
    bool compareChanged(PublishBadgeStep *back, UndoDraft::Taken *taken)
    {
        const StepRecord &record = taken->record;
        const auto now = std::find_if(m_now.badges.begin(), m_now.badges.end(), [back](const Badge &one) { return one.id == back->id; });
        if (now == m_now.badges.end()) {
            m_undo.changed.append({ChangedSince::What::BadgeIsGone, back->badgeName()});
            return false;
        }
        const PublishBadgeStep &did = std::get<PublishBadgeStep>(record.step.what);
        const Badge &left = back->before;
        const bool picture = back->picture || back->fields.imageUploadId || taken->pictureFromForum;
        QStringList fields = fieldNames(back->fields);
        fields.removeAll(kPicture);
        // Where it went by the grouping's name its number stands only in the answer.
        if (!back->groupingName.isEmpty())
            fields.append(kGrouping);
        if (!did.groupingName.isEmpty() && !record.left)
            fields.removeAll(kGrouping);
        if (picture && (record.left || !did.picture))
            fields.append(kPicture);
        else if (picture && !samePicture(did.before, *now))
            remark(UndoComparisonWords::tr("The ledger does not hold which picture %1 got, so it gets its old one also where somebody has changed it since.").arg(now->name));
        QStringList stay;
        for (const QString &field : changedFields(left, *now, fields)) {
            stay.append(field);
            const bool isOldAgain = field == kPicture ? samePicture(did.before, *now) : only(difference(did.before, *now), {field}).isEmpty();
            if (!isOldAgain)
                m_undo.changed.append({ChangedSince::What::Field, now->name, changeOf(field, left, *now)});
        }
        QStringList goBack = fieldNames(back->fields);
        goBack.removeIf([&stay](const QString &field) { return stay.contains(field); });
        back->fields = only(back->fields, goBack);
        if (stay.contains(kPicture)) {
            back->picture.reset();
            taken->pictureFromForum = false;
        }
        if (stay.contains(kGrouping))
            back->groupingName.clear();
        back->before = *now;
        // An earlier step of the run may have changed it as well.
        *now = applied(*now, back->fields);
        if (picture && !stay.contains(kPicture)) {
            now->imageUrl = did.before.imageUrl;
            now->imageUploadId = did.before.imageUploadId;
        }
        return !changesNothing(*back) || taken->pictureFromForum;
    }

    /// False: somebody has worked on it since, and deleting it would take that along.
    bool compareCreated(const DeleteBadgeStep &remove, const StepRecord &record)
    {
        const Badge *now = m_now.find(remove.badge.id);
        if (!now || !record.left)
            return true; // gone already, or made by an earlier version: then its holders decide alone
        const QStringList changed = changedFields(*record.left, *now, fieldNames(allFields(Badge(*now))) + QStringList{kPicture});
        for (const QString &field : changed)
            m_undo.changed.append({ChangedSince::What::Kept, now->name, changeOf(field, *record.left, *now)});
        return changed.isEmpty();
    }

    bool compareGroupings(const SaveGroupingsStep &save)
    {
        // Of several the first to be undone is what the forum has; the others lie below it.
        if (std::exchange(m_groupingsSeen, true) || sameGroupings(save.basis, m_now.groupings))
            return true;
        m_undo.changed.append({ChangedSince::What::Groupings, {}});
        return false;
    }

    /// The number of an upload is of no use when the forum has thrown it away: then the badge would have no picture at all.
    void lookForPicture(qsizetype from)
    {
        for (qsizetype i = from; i < m_undo.plan.steps.size(); ++i) {
            if (!m_taken.at(i).pictureFromForum)
                continue;
            const QUrl url = std::get<PublishBadgeStep>(m_taken.at(i).record.step.what).before.imageUrl;
            auto *call = m_forum->badges()->image(url);
            follow(m_call, call);
            call->then(this, [this, i, url](const Result<QByteArray> &bytes) {
                pictureCame(i, url, bytes);
            });
            return;
        }
        m_undo.plan.steps.removeIf([](const Step &step) {
            const auto *back = std::get_if<PublishBadgeStep>(&step.what);
            return back && changesNothing(*back);
        });
        finish(m_undo);
    }

    void pictureCame(qsizetype at, const QUrl &url, const Result<QByteArray> &bytes)
    {
        auto &back = std::get<PublishBadgeStep>(m_undo.plan.steps[at].what);
        if (!bytes && bytes.error().kind == ErrorKind::Cancelled) {
            finish(fail(bytes.error()));
            return;
        }
        if (!bytes) {
            back.fields.imageUploadId.reset();
            remark(pictureIsLost(back.badgeName()));
        } else if (m_forum->capabilities().may(Ability::UploadPictures)) {
            back.fields.imageUploadId.reset();
            back.picture = oldPicture(url, *bytes);
        } else if (!back.fields.imageUploadId) {
            remark(UndoComparisonWords::tr("This connection may not send pictures, so %1 keeps the picture that it has now.").arg(back.badgeName()));
        }
        lookForPicture(at + 1);
    }

    UndoDraft m_draft;
    ForumPtr m_forum;
    Call<ComparedUndo> *m_call;
    ComparedUndo m_undo;
    QList<UndoDraft::Taken> m_taken; ///< for each step of the plan
    BadgeCatalogue m_now;      ///< with what the steps before take back
    bool m_groupingsSeen = false;
};

} // namespace

Call<ComparedUndo> *compareUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock, QObject *parent)
{
    Result<UndoDraft> draft = draftUndo(ledger, runId, forum, clock);
    if (!draft)
        return settledCall<ComparedUndo>(parent, fail(draft.error()));
    auto *call = new Call<ComparedUndo>(parent);
    (new UndoComparison(*std::move(draft), forum, call))->start();
    return call;
}

} // namespace badgewright::runs
