// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"

#include <QHash>

namespace badgewright::people {

/// What a matcher remembers of the forum.
struct MatchMemory {
    QHash<QString, Account> byName; ///< by foldedName
    QHash<AccountId, Account> byId;
    QHash<QString, Account> byEmail; ///< by foldedName
    QHash<QString, Account> byExternalId;

    void remember(const Account &account);
};

/// The requests that a list of recipients needs, and the rows that wait for each.
struct MatchQueue {
    using Rows = QList<qsizetype>;
    struct Single {
        RecipientKind kind;
        QString key;
        Rows rows;
    };
    QStringList nameKeys;       ///< as typed, in the order of the rows
    QHash<QString, Rows> names; ///< by foldedName; all in one look-up
    QHash<AccountId, Rows> ids; ///< all in one list
    QList<Single> singles;      ///< one request each
    qsizetype settled = 0;      ///< rows that need no request
    qsizetype looked = 0;       ///< rows that have been queued or settled

    /// Settles what memory knows of the next `count` rows and queues the rest. `lists`: the forum looks up names and ids
    /// in lists.
    void add(QList<Match> &matches, qsizetype count, const MatchMemory &memory, const QUrl &forumBase, bool lists);

    /// A request of its own, unless there is the same already.
    void addSingle(RecipientKind kind, const QString &key, qsizetype row);
    void clearSingles();

private:
    QHash<QString, qsizetype> m_singleAt; ///< in singles, by kind and key
};

/// The number of an account, or nothing: "12abc" is nobody's.
std::optional<AccountId> accountId(const QString &key);
/// An id, or a profile address with a number in it.
bool holdsId(const Recipient &recipient);

} // namespace badgewright::people
