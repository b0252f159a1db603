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

constexpr qsizetype kPeopleNamed = 10;

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

/// "benlak (similar: benlake), carla"; of many the first ten.
QString namesOf(const QList<const Match *> &matches)
{
    QStringList names;
    for (const Match *match : matches.first(std::min(matches.size(), kPeopleNamed))) {
        QStringList similar;
        for (const Account &account : match->suggestions)
            similar << account.username;
        names << (similar.isEmpty() ? match->recipient.text
                                    : PeopleSetWords::tr("%1 (similar: %2)").arg(match->recipient.text, similar.join(QStringLiteral(", "))));
    }
    const QString list = names.join(QStringLiteral(", "));
    return matches.size() > kPeopleNamed ? PeopleSetWords::tr("%1 and %L2 more").arg(list).arg(matches.size() - kPeopleNamed) : list;
}

/// Who counts for nobody: a slip of the pen there gives a badge to somebody who is to have none. Rows that say the same as
/// an open one of those before have met it.
void remarkOnOpen(const MatchedSet &set, const Members &before, QStringList *remarks)
{
    QList<const Match *> missing;
    QList<const Match *> ambiguous;
    for (const Match &match : set.matches) {
        if (match.status == MatchStatus::NotFound && !before.has(match))
            missing << &match;
        else if (match.status == MatchStatus::Ambiguous && !before.has(match))
            ambiguous << &match;
    }
    if (!missing.isEmpty())
        *remarks << (missing.size() == 1 ? PeopleSetWords::tr("1 person of %1 has no account: %2.").arg(set.name, namesOf(missing))
                                         : PeopleSetWords::tr("%L1 people of %2 have no account: %3.").arg(missing.size()).arg(set.name, namesOf(missing)));
    if (!ambiguous.isEmpty())
        *remarks << (ambiguous.size() == 1
                         ? PeopleSetWords::tr("1 person of %1 fits several accounts and counts for none of them: %2.").arg(set.name, namesOf(ambiguous))
                         : PeopleSetWords::tr("%L1 people of %2 fit several accounts and count for none of them: %3.").arg(ambiguous.size()).arg(set.name, namesOf(ambiguous)));
}

/// Said before anything is sent: a name that is nobody's may have been meant for somebody else.
void remarkOnMails(const MatchedSet &set, QStringList *remarks)
{
    QStringList found;
    for (const Match &match : set.matches) {
        if (match.status == MatchStatus::Found && match.byEmailBeside)
            found << PeopleSetWords::tr("%1 is %2").arg(match.recipient.text, match.account.username);
    }
    if (found.isEmpty())
        return;
    const qsizetype count = found.size();
    QString list = found.mid(0, kPeopleNamed).join(QStringLiteral(", "));
    if (count > kPeopleNamed)
        list = PeopleSetWords::tr("%1 and %L2 more").arg(list).arg(count - kPeopleNamed);
    *remarks << (count == 1 ? PeopleSetWords::tr("1 person of %1 was found by e-mail address, as no account has the name: %2.").arg(set.name, list)
                            : PeopleSetWords::tr("%L1 people of %2 were found by e-mail address, as no account has their names: %3.").arg(count).arg(set.name, list));
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
        remarkOnMails(set, &people.remarks);
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
        Members before;
        before.add(people.matches);
        remarkOnOpen(set, before, &people.remarks);
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
