// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/matched_rows.h"

namespace badgewright {

QList<runs::GrantRow> grantRowsOf(const QList<people::Match> &matches)
{
    QList<runs::GrantRow> rows;
    for (const people::Match &match : matches) {
        runs::GrantRow row;
        row.row = match.recipient.row;
        row.recipient = match.recipient.text;
        if (match.status == people::MatchStatus::Found)
            row.account = match.account;
        row.suggestions = match.suggestions;
        row.lookUpError = match.error;
        row.ambiguous = match.status == people::MatchStatus::Ambiguous;
        row.reasonText = match.recipient.reason;
        rows << row;
    }
    return rows;
}

const Badge *badgeNamed(const BadgeCatalogue &catalogue, const QString &idOrName)
{
    bool isId = false;
    const BadgeId id = idOrName.toLongLong(&isId);
    const Badge *byId = isId ? catalogue.find(id) : nullptr;
    return byId ? byId : catalogue.findByName(idOrName);
}

} // namespace badgewright
