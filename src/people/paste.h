// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/recipient.h"
#include "people/table.h"

#include <variant>

namespace badgewright::people {

/// People out of running text: names, @mentions, mails ("Bob <bob@x.org>"), profile addresses, in any mixture, between
/// line ends, commas, semicolons or blanks. Row numbers are line numbers. Never fails; no words, no recipients.
QList<Recipient> recipientsFromText(const QString &text);

/// True when the text is a table copied from a spreadsheet (tabs in most lines): read it with tableFromText.
bool looksLikeTable(const QString &text);
Result<Table> tableFromText(const QString &text);

} // namespace badgewright::people
