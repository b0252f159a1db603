// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/match_queue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace badgewright::people {
namespace {

struct MatchQueueWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::Matcher)
};

/// Whether a forum could have an account of this name; a comma or slash would break the request.
bool canBeUsername(const QString &key)
{
    static const QRegularExpression shape(QStringLiteral(R"(^[\p{L}\p{N}\p{M}_.\-]{1,60}$)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return shape.match(key).hasMatch();
}

bool settledFromMemory(Match &match, const MatchMemory &memory)
{
    const Recipient &r = match.recipient;
    const auto take = [&match](const auto &hash, const auto &key) {
        const auto it = hash.constFind(key);
        if (it == hash.constEnd())
            return false;
        match.status = MatchStatus::Found;
        match.account = *it;
        return true;
    };
    if (r.account) {
        match.status = MatchStatus::Found;
        match.account = *r.account;
        return true;
    }
    switch (r.kind) {
    case RecipientKind::Email:
        return take(memory.byEmail, foldedName(r.key));
    case RecipientKind::ExternalId:
        return take(memory.byExternalId, r.key);
    case RecipientKind::Id:
        return take(memory.byId, accountId(r.key).value_or(0));
    case RecipientKind::ProfileUrl:
    case RecipientKind::Username:
        return holdsId(r) ? take(memory.byId, accountId(r.key).value_or(0)) : take(memory.byName, foldedName(r.key));
    }
    return false;
}

bool isElsewhere(const Recipient &r, const QUrl &forumBase)
{
    return r.kind == RecipientKind::ProfileUrl && !r.profile.host().isEmpty() && !forumBase.isEmpty() &&
           r.profile.host().compare(forumBase.host(), Qt::CaseInsensitive) != 0;
}

} // namespace

std::optional<AccountId> accountId(const QString &key)
{
    static const QRegularExpression shape(QStringLiteral(R"(^[0-9]{1,18}$)"));
    if (!shape.match(key).hasMatch())
        return {};
    const AccountId id = key.toLongLong();
    return id > 0 ? std::optional(id) : std::nullopt;
}

bool holdsId(const Recipient &r)
{
    if (r.kind == RecipientKind::Id)
        return true;
    const std::optional<ProfileAddress> address =
        r.kind == RecipientKind::ProfileUrl ? profileAddress(r.profile.toString(QUrl::FullyEncoded)) : std::nullopt;
    return address && address->id > 0;
}

void MatchMemory::remember(const Account &account)
{
    if (!account.username.isEmpty())
        byName.insert(foldedName(account.username), account);
    if (account.id > 0)
        byId.insert(account.id, account);
}

void MatchQueue::addSingle(RecipientKind kind, const QString &key, qsizetype row)
{
    const QString id = QString::number(int(kind)) + u' ' + (kind == RecipientKind::ExternalId ? key : foldedName(key));
    const auto it = m_singleAt.constFind(id);
    if (it != m_singleAt.constEnd()) {
        singles[*it].rows.append(row);
        return;
    }
    m_singleAt.insert(id, singles.size());
    singles.append({kind, key, {row}});
}

void MatchQueue::clearSingles()
{
    singles.clear();
    m_singleAt.clear();
}

void MatchQueue::add(QList<Match> &matches, qsizetype count, const MatchMemory &memory, const QUrl &forumBase, bool lists)
{
    for (const qsizetype end = std::min(matches.size(), looked + count); looked < end; ++looked) {
        const qsizetype i = looked;
        Match &match = matches[i];
        const Recipient &r = match.recipient;
        if (isElsewhere(r, forumBase)) {
            match.error =
                Error::refusedHere(MatchQueueWords::tr("This profile is on %1, not on this forum.").arg(r.profile.host()));
            ++settled;
        } else if (r.key.isEmpty() || settledFromMemory(match, memory)) {
            ++settled;
        } else if (holdsId(r)) {
            const std::optional<AccountId> id = accountId(r.key);
            if (!id)
                ++settled; // "12abc" is nobody's number
            else if (lists)
                ids[*id].append(i);
            else
                addSingle(RecipientKind::Id, r.key, i);
        } else if (r.kind == RecipientKind::Email || r.kind == RecipientKind::ExternalId || !lists) {
            addSingle(r.kind == RecipientKind::ProfileUrl ? RecipientKind::Username : r.kind, r.key, i);
        } else if (canBeUsername(r.key)) {
            Rows &rows = names[foldedName(r.key)];
            if (rows.isEmpty())
                nameKeys.append(r.key);
            rows.append(i);
        } else {
            ++settled; // a display name, perhaps: near misses will look
        }
    }
}

} // namespace badgewright::people
