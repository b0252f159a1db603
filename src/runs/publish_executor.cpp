// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace badgewright::runs {

namespace {

struct PublishExecutorWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::PublishExecutor)
};

constexpr int kPictureTries = 3;

/// `wantsPicture`: one was sent. `lostPicture`: the one before is not kept.
StepOutcome written(const BadgeWritten &answer, bool wantsPicture, bool lostPicture)
{
    StepOutcome outcome;
    outcome.serverId = answer.badge.id;
    outcome.answer = QStringLiteral("badge %1").arg(answer.badge.id);
    outcome.left = answer.badge;
    QStringList ignored = answer.ignored;
    QStringList sentences;
    if (wantsPicture && answer.badge.imageUrl.isEmpty()) {
        ignored.removeAll(QStringLiteral("image_upload_id"));
        sentences << PublishExecutorWords::tr("The forum has thrown that picture away, so the badge has none now. Choose one and publish it again.");
    }
    if (!ignored.isEmpty())
        sentences << PublishExecutorWords::tr("The forum left unchanged: %1").arg(ignored.join(QStringLiteral(", ")));
    if (lostPicture)
        sentences << PublishExecutorWords::tr("The picture that it had could not be read before, so an undo may not bring it back.");
    outcome.words = sentences.join(QLatin1Char(' '));
    return outcome;
}

/// The picture goes first: the forum knows the same bytes again, so uploading twice is the same as once, and once is enough
/// for all badges of a run. What the badge had before is read first and kept with the run, for an undo. An update to values may be sent again. A new badge is looked for by its name before and, when the answer is lost, again: names
/// are unique there.
class PublishExecutor final : public StepExecutor
{
public:
    PublishExecutor(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory)
        : StepExecutor(forum, record), m_step(std::get<PublishBadgeStep>(m_record.step.what)), m_memory(memory)
    {
    }

    Repeat repeat() const override { return m_step.id == 0 ? Repeat::ReconcileFirst : Repeat::Safe; }

    QString sentence() const override
    {
        const QString fields = fieldNames(m_step.fields).join(QStringLiteral(", ")) + (m_step.picture ? QStringLiteral(" + picture") : QString())
            + (m_step.groupingName.isEmpty() ? QString() : QStringLiteral(" + grouping ") + m_step.groupingName);
        if (m_step.id == 0)
            return QStringLiteral("create badge %1: %2").arg(m_step.badgeName(), fields);
        return QStringLiteral("update badge %1 (%2): %3").arg(m_step.id).arg(m_step.badgeName(), fields);
    }

    StepMemo freshMemo() const override
    {
        StepMemo memo;
        memo.keptPicture = m_record.memo.keptPicture;
        return memo;
    }

    Call<StepMemo> *prepare(QObject *owner) override
    {
        if (m_step.id != 0 && (!takesPictureAway() || !m_record.memo.keptPicture.isEmpty()))
            return nullptr;
        BadgeDesk *desk = m_forum->badges();
        if (!desk)
            return settledCall<StepMemo>(owner, fail(noDesk()));
        if (m_step.id != 0) {
            auto *outer = new Call<StepMemo>(owner);
            readOldPicture(outer, kPictureTries);
            return outer;
        }
        return mapCall<StepMemo>(owner, desk->list(), [name = m_step.badgeName()](const BadgeCatalogue &all) -> Result<StepMemo> {
            if (all.findByName(name))
                return fail(ErrorKind::Conflict, PublishExecutorWords::tr("A badge called %1 is there already.").arg(name));
            return StepMemo{};
        });
    }

    Call<StepOutcome> *send(const StepMemo &memo, QObject *owner) override
    {
        m_lostPicture = takesPictureAway() && memo.keptPicture.isEmpty();
        BadgeDesk *desk = m_forum->badges();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        auto *outer = new Call<StepOutcome>(owner);
        if (m_step.groupingName.isEmpty()) {
            upload(outer, m_step.fields);
            return outer;
        }
        auto *list = desk->list();
        follow(outer, list);
        list->then(outer, [this, outer](const Result<BadgeCatalogue> &all) {
            if (!all) {
                outer->settle(fail(all.error()));
                return;
            }
            BadgeFields fields = m_step.fields;
            fields.groupingId = groupingIn(*all);
            if (fields.groupingId)
                upload(outer, fields);
            else
                outer->settle(fail(ErrorKind::Conflict, PublishExecutorWords::tr("There is no grouping called %1, so the badge was not published.").arg(m_step.groupingName)));
        });
        return outer;
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        BadgeDesk *desk = m_forum->badges();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        return mapCall<ReadBackAnswer>(owner, desk->list(), [this](const BadgeCatalogue &all) -> Result<ReadBackAnswer> {
            return m_step.id == 0 ? lookForNew(all) : compared(all);
        });
    }

private:
    bool takesPictureAway() const
    {
        return m_step.id != 0 && (m_step.picture || m_step.fields.imageUploadId) && !m_step.before.imageUrl.isEmpty();
    }

    /// Where it cannot be had the badge is published all the same: its picture is the person's to replace.
    void readOldPicture(Call<StepMemo> *outer, int tries)
    {
        if (outer->isSettled())
            return;
        auto *call = m_forum->badges()->image(m_step.before.imageUrl);
        follow(outer, call);
        call->then(outer, [this, outer, tries](const Result<QByteArray> &bytes) {
            if (bytes) {
                StepMemo memo;
                memo.keptPicture = QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex());
                memo.keptBytes = *bytes;
                outer->settle(memo);
            } else if (bytes.error().kind == ErrorKind::Cancelled) {
                outer->settle(fail(bytes.error()));
            } else if (bytes.error().kind == ErrorKind::NotFound || tries <= 1) {
                outer->settle(StepMemo{});
            } else {
                readOldPicture(outer, tries - 1);
            }
        });
    }

    ReadBackAnswer lookForNew(const BadgeCatalogue &all) const
    {
        ReadBackAnswer answer;
        answer.kind = ReadBackAnswer::Kind::DidNotHappen;
        if (const Badge *badge = all.findByName(m_step.badgeName())) {
            answer.kind = ReadBackAnswer::Kind::Happened;
            answer.outcome.serverId = badge->id;
            answer.outcome.answer = QStringLiteral("found badge %1").arg(badge->id);
            answer.outcome.left = *badge;
        }
        return answer;
    }

    ReadBackAnswer compared(const BadgeCatalogue &all) const
    {
        ReadBackAnswer answer;
        answer.kind = ReadBackAnswer::Kind::DidNotHappen;
        const Badge *badge = all.find(m_step.id);
        if (!badge)
            return answer;
        QStringList different = fieldNames(difference(*badge, applied(*badge, m_step.fields)));
        if (badge->system) {
            // The forum leaves these as they are, without a word.
            for (const QString &name : all.protectedSystemFields)
                different.removeAll(name);
        }
        if (!different.isEmpty() || (!m_step.groupingName.isEmpty() && groupingIn(all) != badge->groupingId))
            return answer;
        if (m_step.picture) {
            answer.kind = ReadBackAnswer::Kind::CannotTell;
            answer.outcome.words = PublishExecutorWords::tr("The answer was lost. Look whether the badge has its new picture before sending it again.");
            return answer;
        }
        answer.kind = ReadBackAnswer::Kind::Happened;
        answer.outcome.serverId = badge->id;
        answer.outcome.answer = QStringLiteral("badge %1 is as wanted").arg(badge->id);
        answer.outcome.left = *badge;
        return answer;
    }

    std::optional<GroupingId> groupingIn(const BadgeCatalogue &all) const
    {
        for (const Grouping &grouping : all.groupings) {
            if (grouping.name == m_step.groupingName)
                return grouping.id;
        }
        return {};
    }

    void upload(Call<StepOutcome> *outer, const BadgeFields &fields)
    {
        if (outer->isSettled())
            return;
        if (!m_step.picture) {
            write(outer, fields);
            return;
        }
        const QByteArray key = QCryptographicHash::hash(m_step.picture->bytes, QCryptographicHash::Sha256);
        if (const auto sent = m_memory->uploads.constFind(key); sent != m_memory->uploads.cend()) {
            write(outer, withPicture(fields, *sent));
            return;
        }
        auto *call = m_forum->badges()->upload(*m_step.picture);
        follow(outer, call);
        call->then(outer, [this, outer, fields, key](const Result<Upload> &result) {
            if (!result) {
                outer->settle(fail(result.error()));
                return;
            }
            m_memory->uploads.insert(key, result->id);
            write(outer, withPicture(fields, result->id));
        });
    }

    static BadgeFields withPicture(BadgeFields fields, UploadId picture)
    {
        fields.imageUploadId = picture;
        return fields;
    }

    void write(Call<StepOutcome> *outer, const BadgeFields &fields)
    {
        BadgeDesk *desk = m_forum->badges();
        auto *inner = m_step.id == 0 ? desk->create(fields) : desk->update(m_step.id, fields);
        follow(outer, inner);
        outer->passCancelTo(inner);
        inner->then(outer, [outer, wantsPicture = fields.imageUploadId.value_or(0) > 0, lost = m_lostPicture](const Result<BadgeWritten> &result) {
            if (result)
                outer->settle(written(*result, wantsPicture, lost));
            else
                outer->settle(fail(result.error()));
        });
    }

    PublishBadgeStep m_step;
    std::shared_ptr<RunMemory> m_memory;
    bool m_lostPicture = false;
};

} // namespace

std::unique_ptr<StepExecutor> makePublishExecutor(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory)
{
    return std::make_unique<PublishExecutor>(forum, record, memory);
}

} // namespace badgewright::runs
