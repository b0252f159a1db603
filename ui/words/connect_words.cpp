// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/connect_words.h"

#include "ui/words/ability_words.h"
#include "ui/words/value_words.h"
#include "ui/words/words.h"

namespace badgewright::ui::words {

ErrorWords describeProbe(const Error &error, const QString &typed)
{
    const QString address = typed.trimmed();
    ErrorWords said = describe(error, address);
    switch (error.kind) {
    case ErrorKind::Network:
        said.happened = Words::tr("Nobody answers at %1.").arg(address);
        said.todo = Words::tr("Look at the spelling and at the network.");
        break;
    case ErrorKind::Tls:
        said.happened = Words::tr("The certificate of %1 cannot be trusted, so nothing was sent.").arg(address);
        break;
    case ErrorKind::Unreadable:
    case ErrorKind::NotFound:
    case ErrorKind::Invalid:
        said.happened = Words::tr("There is a site at %1, but it is neither a Discourse nor an AnswerHub forum.").arg(address);
        said.why.clear();
        said.todo = Words::tr("If the forum is in a folder of the site, add it: example.com/forum");
        said.retryHelps = false;
        break;
    case ErrorKind::Cancelled:
    case ErrorKind::TimedOut:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::Server:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    return said;
}

ErrorWords describeSignIn(const Error &error, const Connection &connection)
{
    const QString forum = connection.address();
    ErrorWords said = describe(error, forum);
    if (error.kind == ErrorKind::Unauthorised && connection.kind == ForumKind::Discourse) {
        if (error.detail.isEmpty())
            said.happened = Words::tr("%1 does not accept this key.").arg(forum);
        said.todo = connection.user.isEmpty()
            ? Words::tr("Copy the whole key again, and look whether it was revoked.")
            : Words::tr("Copy the whole key again; look whether it was revoked, and whether it may act as “%1”.").arg(connection.user);
    } else if (error.kind == ErrorKind::Unauthorised) {
        if (error.detail.isEmpty())
            said.happened = Words::tr("%1 does not accept this name and password.").arg(forum);
        said.todo = Words::tr("It wants the account’s own name and password, not those of a single sign-on.");
    } else if (error.kind == ErrorKind::Forbidden && connection.kind == ForumKind::Discourse) {
        said.happened = Words::tr("The key is known at %1, but its scope does not let us even look.").arg(forum);
        said.todo = Words::tr("Make a global key, or one with the badge scopes, and enter that.");
    }
    return said;
}

QString siteLine(const SiteProbe &probe)
{
    QStringList parts{probe.version.isEmpty() ? forumKind(probe.kind) : forumKind(probe.kind) + u' ' + probe.version};
    if (!probe.title.isEmpty())
        parts += Words::tr("“%1”").arg(probe.title);
    if (probe.people >= 0)
        parts += Words::tr("%1 people").arg(number(probe.people));
    return parts.join(QStringLiteral(" · "));
}

const QList<AbilityGroup> &abilityGroups()
{
    static const QList<AbilityGroup> groups{
        {Words::tr("Create, change and delete badges"), {Ability::CreateBadges, Ability::UpdateBadges, Ability::DeleteBadges}},
        {Words::tr("Grant and revoke"), {Ability::Grant, Ability::Revoke}},
        {Words::tr("Upload pictures"), {Ability::UploadPictures}},
        {Words::tr("Arrange groupings, search icons"), {Ability::SaveGroupings, Ability::SearchIcons}},
        {Words::tr("List badges and who holds them"), {Ability::ListBadges, Ability::ListHolders, Ability::ListHeldBy}},
        {Words::tr("Grant to thousands at once"), {Ability::BulkAward}},
        {Words::tr("Find people, groups and topics"),
         {Ability::SearchPeople, Ability::ListGroups, Ability::ListMembers, Ability::ReadTopics}},
        {Words::tr("Find people by e-mail address"), {Ability::LookUpByEmail}},
        {Words::tr("Score events"), {Ability::ReadScores, Ability::WriteScores, Ability::Recalculate, Ability::ReadLeaderboards}},
        {Words::tr("Run Data Explorer reports"), {Ability::RunReports}},
        {Words::tr("Give awards and see what people did"), {Ability::ListAwardTypes, Ability::ReadActions, Ability::GiveAwards}},
        {Words::tr("Give reputation"), {Ability::GiveReputation}},
    };
    return groups;
}

QList<AbilityLine> abilityLines(const Capabilities &capabilities)
{
    QList<AbilityLine> lines;
    for (const AbilityGroup &group : abilityGroups()) {
        QList<Ability> known;
        int allowed = 0;
        for (const Ability one : group.abilities) {
            if (!capabilities.knows(one))
                continue;
            known += one;
            allowed += capabilities.may(one) ? 1 : 0;
        }
        if (known.isEmpty())
            continue;
        QStringList remarks;
        for (const Ability one : std::as_const(known)) {
            const QString reason = capabilities.of(one).reason;
            if (!reason.isEmpty() && !remarks.contains(reason))
                remarks += reason;
        }
        const bool alike = allowed == 0 || allowed == known.size();
        if (alike && known.size() == group.abilities.size()) {
            lines += {allowed > 0, group.title, remarks.join(u' ')};
            continue;
        }
        for (const Ability one : std::as_const(known))
            lines += {capabilities.may(one), ability(one), capabilities.of(one).reason};
    }
    return lines;
}

} // namespace badgewright::ui::words
