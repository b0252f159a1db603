// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ability_words.h"
#include "ui/words/words.h"

namespace badgewright::ui::words {

QString ability(Ability ability)
{
    switch (ability) {
    case Ability::ListBadges:
        return Words::tr("See all badges");
    case Ability::CreateBadges:
        return Words::tr("Create badges");
    case Ability::UpdateBadges:
        return Words::tr("Change badges");
    case Ability::DeleteBadges:
        return Words::tr("Delete badges");
    case Ability::SaveGroupings:
        return Words::tr("Arrange groupings");
    case Ability::UploadPictures:
        return Words::tr("Upload pictures");
    case Ability::SearchIcons:
        return Words::tr("Search icons");
    case Ability::ListHolders:
        return Words::tr("List holders of a badge");
    case Ability::ListHeldBy:
        return Words::tr("List the badges of a person");
    case Ability::Grant:
        return Words::tr("Grant badges");
    case Ability::Revoke:
        return Words::tr("Revoke grants");
    case Ability::BulkAward:
        return Words::tr("Grant to thousands at once");
    case Ability::SearchPeople:
        return Words::tr("Find people");
    case Ability::LookUpByEmail:
        return Words::tr("Find people by e-mail address");
    case Ability::ListGroups:
        return Words::tr("See groups");
    case Ability::ListMembers:
        return Words::tr("List members of a group");
    case Ability::ReadTopics:
        return Words::tr("Read topics and posts");
    case Ability::RunReports:
        return Words::tr("Run Data Explorer reports");
    case Ability::ReadScores:
        return Words::tr("See score events");
    case Ability::WriteScores:
        return Words::tr("Add and correct score events");
    case Ability::Recalculate:
        return Words::tr("Recalculate scores");
    case Ability::ReadLeaderboards:
        return Words::tr("See leaderboards");
    case Ability::ListAwardTypes:
        return Words::tr("See award types");
    case Ability::ReadActions:
        return Words::tr("See what people did");
    case Ability::GiveAwards:
        return Words::tr("Give awards");
    case Ability::GiveReputation:
        return Words::tr("Give reputation");
    }
    return {};
}

QString forumKind(ForumKind kind)
{
    return kind == ForumKind::Discourse ? QStringLiteral("Discourse") : QStringLiteral("AnswerHub");
}

QString safeMode(SafeMode mode)
{
    switch (mode) {
    case SafeMode::ReadOnly:
        return Words::tr("Read only");
    case SafeMode::Ask:
        return Words::tr("Ask before changes");
    case SafeMode::AskTyped:
        return Words::tr("Ask with the forum’s name typed");
    }
    return {};
}

} // namespace badgewright::ui::words
