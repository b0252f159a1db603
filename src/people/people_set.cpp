// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/people_set.h"

#include "people/row_list.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace badgewright::people {
namespace {

struct PeopleSetWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::PeopleSet)
};

/// Who is in a set.
class Members
{
public:
    void add(const QList<Match> &matches)
    {
        for (const Match &match : matches) {
            if (match.status != MatchStatus::Found) {
                m_open.insert(words(match.recipient));
                continue;
            }
            const QString name = foldedName(match.account.username);
            m_names.insert(name);
            if (match.account.id)
                m_ids.insert(match.account.id);
            else
                m_namesWithoutId.insert(name);
        }
    }
    bool has(const Match &match) const
    {
        if (match.status != MatchStatus::Found)
            return m_open.contains(words(match.recipient));
        if (!match.account.id) // lists of old forums leave it out
            return m_names.contains(foldedName(match.account.username));
        return m_ids.contains(match.account.id)
            || (!m_namesWithoutId.isEmpty() && m_namesWithoutId.contains(foldedName(match.account.username)));
    }

private:
    static QString words(const Recipient &r)
    {
        return QString::number(int(r.kind)) + u' ' + (r.kind == RecipientKind::ExternalId ? r.key : foldedName(r.key));
    }
    QSet<AccountId> m_ids;
    QSet<QString> m_names;
    QSet<QString> m_namesWithoutId;
    QSet<QString> m_open;
};

QList<int> rowsWith(const QList<Match> &matches, MatchStatus status)
{
    QList<int> rows;
    for (const Match &match : matches) {
        if (match.status == status)
            rows << match.recipient.row;
    }
    return rows;
}

/// Why nobody can be told apart by this set; nothing: everybody can.
std::optional<Error> unknowable(const MatchedSet &set)
{
    const QList<int> rows = rowsWith(set.matches, MatchStatus::Failed);
    if (rows.isEmpty())
        return {};
    return Error::refusedHere(
        rows.size() == 1
            ? PeopleSetWords::tr("Row %1 of %2 could not be looked up, so it is not clear whom it means. Give a username there, or take it out.").arg(rowList(rows), set.name)
            : PeopleSetWords::tr("Rows %1 of %2 could not be looked up, so it is not clear whom they mean. Give usernames there, or take them out.").arg(rowList(rows), set.name));
}

void remarkOnAmbiguous(const MatchedSet &set, QStringList *remarks)
{
    const QList<int> rows = rowsWith(set.matches, MatchStatus::Ambiguous);
    if (rows.isEmpty())
        return;
    *remarks << (rows.size() == 1
                     ? PeopleSetWords::tr("Row %1 of %2 fits several accounts and counts for none of them.").arg(rowList(rows), set.name)
                     : PeopleSetWords::tr("Rows %1 of %2 fit several accounts and count for none of them.").arg(rowList(rows), set.name));
}

void append(const QList<Match> &more, QList<Match> *matches)
{
    Members before;
    before.add(*matches);
    int row = 0;
    for (const Match &match : std::as_const(*matches))
        row = std::max(row, match.recipient.row);
    for (const Match &match : more) {
        if (before.has(match))
            continue;
        matches->append(match);
        matches->last().recipient.row += row;
    }
}

} // namespace

QString joinedName(const QString &before, SetOperator how, const QString &name)
{
    if (before.isEmpty())
        return name;
    switch (how) {
    case SetOperator::Also:
        return PeopleSetWords::tr("%1 and %2").arg(before, name);
    case SetOperator::OnlyIn:
        return PeopleSetWords::tr("%1, only those also in %2").arg(before, name);
    case SetOperator::Without:
        return PeopleSetWords::tr("%1, without %2").arg(before, name);
    }
    return before;
}

Result<CombinedPeople> combined(const QList<MatchedSet> &sets)
{
    CombinedPeople people;
    for (qsizetype i = 0; i < sets.size(); ++i) {
        const MatchedSet &set = sets.at(i);
        if (i == 0) {
            people.matches = set.matches;
            continue;
        }
        if (set.how == SetOperator::Also) {
            append(set.matches, &people.matches);
            continue;
        }
        if (const auto error = unknowable(set))
            return fail(*error);
        remarkOnAmbiguous(set, &people.remarks);
        Members members;
        members.add(set.matches);
        const bool wanted = set.how == SetOperator::OnlyIn;
        people.matches.removeIf([&](const Match &match) {
            const bool isOpen = match.status != MatchStatus::Found;
            return members.has(match) ? !wanted : wanted && !isOpen;
        });
    }
    return people;
}

} // namespace badgewright::people
