// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/match_list_model.h"

#include "ui/kit/pill.h"
#include "ui/words/error_words.h"

namespace badgewright::ui {

namespace {

QString statusWords(const people::Match &match)
{
    switch (match.status) {
    case people::MatchStatus::Found:
        return match.byEmailBeside ? MatchListModel::tr("Found by e-mail") : MatchListModel::tr("Found");
    case people::MatchStatus::NotFound:
        if (match.error)
            return words::sentence(*match.error, {});
        return match.suggestions.isEmpty() ? MatchListModel::tr("No such account")
                                           : MatchListModel::tr("No such account: %1").arg(suggestionWords(match.suggestions));
    case people::MatchStatus::Ambiguous:
        return (match.byEmailBeside ? MatchListModel::tr("Several by e-mail: %1")
                                    : MatchListModel::tr("Several accounts fit: %1"))
            .arg(suggestionWords(match.suggestions));
    case people::MatchStatus::Failed:
        return match.error ? words::sentence(*match.error, {}) : MatchListModel::tr("Could not be asked");
    }
    return {};
}

Tone statusTone(people::MatchStatus status)
{
    switch (status) {
    case people::MatchStatus::Found:
        return Tone::Good;
    case people::MatchStatus::NotFound:
    case people::MatchStatus::Ambiguous:
        return Tone::Look;
    case people::MatchStatus::Failed:
        return Tone::Bad;
    }
    return Tone::Note;
}

} // namespace

QString suggestionWords(const QList<Account> &suggestions)
{
    QStringList names;
    for (const Account &account : suggestions)
        names << account.username + u'?';
    return names.join(u' ');
}

void MatchListModel::setMatches(const QList<people::Match> &matches)
{
    beginResetModel();
    m_matches = matches;
    endResetModel();
}

int MatchListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

int MatchListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MatchListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const people::Match &match = m_matches.at(index.row());
    if (role == kToneRole && index.column() == StatusColumn)
        return int(statusTone(match.status));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case RecipientColumn:
        return match.recipient.text;
    case RowColumn:
        return QString::number(match.recipient.row);
    case AccountColumn:
        return match.status == people::MatchStatus::Found ? match.account.displayName() : QStringLiteral("–");
    case StatusColumn:
        return statusWords(match);
    default:
        return {};
    }
}

QVariant MatchListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RecipientColumn:
        return tr("Recipient");
    case RowColumn:
        return tr("Row");
    case AccountColumn:
        return tr("Account");
    case StatusColumn:
        return tr("Match");
    default:
        return {};
    }
}

} // namespace badgewright::ui
