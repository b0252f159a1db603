// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/people.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace badgewright::people {

/// How a source names a person.
enum class RecipientKind {
    Username,
    Email,
    Id,         ///< the forum's own number of the account
    ProfileUrl, ///< /u/name of Discourse, /users/12/name.html of AnswerHub
    ExternalId, ///< the number of a single sign-on
};

/// A person as a source names them.
struct Recipient {
    int row = 0;  ///< as in the source, from 1
    QString text; ///< as typed
    RecipientKind kind = RecipientKind::Username;
    QString key;    ///< what to look for: without "@", "<>", blanks; of a profile address the name or number in it
    QString name;   ///< how the source calls the person besides ("Bob" of "Bob <bob@x.org>"); may be empty
    QUrl profile;   ///< with ProfileUrl; may lack a host
    QString email;  ///< stands beside the key, and is asked for when that has no account; may be empty
    QString reason; ///< as typed; empty: none
    QString points;
    QString date;
    QString description;
    /// Known from the start, e.g. for the members of a group; needs no request.
    std::optional<Account> account;
};

/// What an address of a profile says. Exactly one of username and id is set.
struct ProfileAddress {
    QUrl url;
    QString username;
    AccountId id = 0;
};
std::optional<ProfileAddress> profileAddress(const QString &text);

/// Makes a recipient of one cell or word. `wanted` overrules the guess (a column that holds ids holds ids).
Recipient recipientFrom(const QString &text, int row, std::optional<RecipientKind> wanted = {});
/// Recipients from accounts that a desk has listed (group members, holders, likers): matched already.
QList<Recipient> recipientsFrom(const QList<Account> &accounts);

/// Equal for keys that name the same account: case and Unicode form do not matter.
QString foldedName(const QString &username);

} // namespace badgewright::people
