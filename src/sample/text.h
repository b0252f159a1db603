// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/site.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace badgewright::sample {

// Small helpers on UTF-8 text that the whole sample forum uses.

std::string lower(const std::string &text);
/// Letters, not bytes.
int length(const std::string &text);
std::string trimmed(const std::string &text);
bool startsWith(const std::string &text, const std::string &beginning);
std::vector<std::string> split(const std::string &text, char separator);
/// The leading integer of a text, as Ruby's to_i: 12abc gives 12, text without digits gives 0.
qint64 leadingInteger(const std::string &text);
std::optional<int> wholeNumber(const std::string &text);

QString q(const std::string &text);
std::string s(const QString &text);

std::string percentDecoded(const std::string &text, bool plusIsBlank);
std::string percentEncoded(const std::string &text);
/// "a=1&b=2" in order, decoded.
Pairs parsePairs(const std::string &text);

/// Milliseconds since 1970 as 2026-11-22T05:28:21.982Z.
std::string isoTime(qint64 ms);
std::string isoDate(const QDate &date);
/// YYYY-MM-DD and the other forms Ruby's Date.parse takes at its beginning; invalid otherwise.
QDate parseDate(const std::string &text);
qint64 nowMs();

/// "Spring fair 2026: who helped?" becomes spring-fair-2026-who-helped.
std::string slugOf(const std::string &name);
/// A number that looks random but is always the same for the same input.
std::uint32_t mix(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0);
/// Random hexadecimal digits from the system's generator.
std::string randomHex(int digits);

} // namespace badgewright::sample
