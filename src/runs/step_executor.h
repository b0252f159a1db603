// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/ledger.h"
#include "support/call.h"

#include <QHash>

#include <memory>

namespace badgewright::runs {

/// What is known of a step after the forum answered, or after it was read back.
struct StepOutcome {
    StepState state = StepState::Done;
    QString words;
    qint64 serverId = 0;
    QString answer; ///< a summary for the ledger
    std::optional<Badge> left = {}; ///< a badge that was published, as the forum describes it
};

/// What reading back found.
struct ReadBackAnswer {
    enum class Kind { Happened, DidNotHappen, CannotTell };
    Kind kind = Kind::CannotTell;
    StepOutcome outcome; ///< with Happened; with CannotTell its words
};

/// How a step stands to being sent again when nobody knows whether it was carried out.
enum class Repeat {
    Safe,           ///< sending it twice is the same as once
    ReconcileFirst, ///< read back, and send again only when it did not happen
    Never,          ///< read back; when that does not show it, the person decides
};

/// What the steps of a run leave to those after them. Begins anew whenever the run is taken up again, for a forum throws
/// uploads away that no badge uses.
struct RunMemory {
    QHash<QByteArray, UploadId> uploads; ///< what the forum made of a picture, by the SHA-256 of its bytes
};

/// Knows how one type of step is carried out and found again. Holds no state but its step and the run's memory; StepRunner drives it.
class StepExecutor
{
public:
    StepExecutor(ForumPtr forum, const StepRecord &record) : m_forum(std::move(forum)), m_record(record) {}
    virtual ~StepExecutor();

    static std::unique_ptr<StepExecutor> make(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory);

    virtual Repeat repeat() const = 0;
    /// After a lost answer "it was so already" is what the first sending did (a grant that is gone after a revoke).
    virtual bool goneMeansDone() const { return false; }
    /// In a few words, for the ledger: "grant badge 102 to bobby".
    virtual QString sentence() const = 0;
    /// What must be on disk before sending, as far as nothing has to be read for it.
    virtual StepMemo freshMemo() const { return {}; }
    /// What must be read for it; null when nothing has to be.
    virtual Call<StepMemo> *prepare(QObject *owner);
    virtual Call<StepOutcome> *send(const StepMemo &memo, QObject *owner) = 0;
    virtual Call<ReadBackAnswer> *readBack(const StepMemo &memo, QObject *owner) = 0;

protected:
    static Error noDesk();
    ForumPtr m_forum;
    const StepRecord m_record;
};

std::unique_ptr<StepExecutor> makeGrantExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeRevokeExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeScoreCreateExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeScoreUpdateExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makePublishExecutor(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory);
std::unique_ptr<StepExecutor> makeAwardExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeReputationExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeDeleteExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeGroupingsExecutor(const ForumPtr &forum, const StepRecord &record);
std::unique_ptr<StepExecutor> makeRecalculateExecutor(const ForumPtr &forum, const StepRecord &record);

} // namespace badgewright::runs
