// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace badgewright {

/// What a connection may be able to do. The order is the order in which a person is told.
enum class Ability {
    ListBadges,
    CreateBadges,
    UpdateBadges,
    DeleteBadges,
    SaveGroupings,
    UploadPictures,
    SearchIcons,
    ListHolders,
    ListHeldBy,
    Grant,
    Revoke,
    BulkAward,
    SearchPeople,
    LookUpByEmail,
    ListGroups,
    ListMembers,
    ReadTopics,
    RunReports,
    ReadScores,
    WriteScores,
    Recalculate,
    ReadLeaderboards,
    ListAwardTypes,
    ReadActions,
    GiveAwards,
    GiveReputation,
};
inline size_t qHash(Ability a, size_t seed = 0) { return ::qHash(int(a), seed); }

QString abilityName(Ability ability); ///< stable, as the list above in lower case: "list-badges", "give-reputation"

/// One thing a connection may do; when it may not, the reason in words.
struct Capability {
    bool allowed = false;
    QString reason; ///< why not, as a sentence; with allowed, a remark worth knowing ("PNG, JPEG up to 10 MB") or empty
};

class Capabilities
{
public:
    void set(Ability ability, Capability capability) { m_all.insert(ability, std::move(capability)); }
    void allow(Ability ability, const QString &remark = {}) { set(ability, {true, remark}); }
    void deny(Ability ability, const QString &reason) { set(ability, {false, reason}); }
    /// Abilities that were never set belong to another kind of forum: not allowed, without a reason.
    Capability of(Ability ability) const { return m_all.value(ability); }
    bool may(Ability ability) const { return of(ability).allowed; }
    bool knows(Ability ability) const { return m_all.contains(ability); }

private:
    QHash<Ability, Capability> m_all;
};

} // namespace badgewright
