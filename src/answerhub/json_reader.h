// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

#include <initializer_list>
#include <optional>

/// Forgiving reads of single JSON values. For this folder's .cpp files only.
namespace badgewright::answerhub::json_reader {

using Json = nlohmann::json;
using Keys = std::initializer_list<const char *>;

/// False when `body` is not one whole JSON document.
bool parse(const QByteArray &body, Json &document);

// Each takes the first of `keys` that is there and holds something.
qint64 id(const Json &object, Keys keys);           ///< a number or a string of digits; 0 when neither
QString text(const Json &object, Keys keys);        ///< a string, or a number as written; empty otherwise
std::optional<int> number(const Json &object, Keys keys);
bool flag(const Json &object, Keys keys, bool otherwise);
const Json *object(const Json &parent, Keys keys);  ///< null when it is not an object

/// The object with `list` in it; a bare array becomes one.
Result<Json> listOf(const QByteArray &body);
const Json &rows(const Json &list);
/// One record, out of its wrapping.
Result<Json> recordOf(const QByteArray &body);

QStringList wordsOf(const Json &document);
bool saysFailed(const Json &document);
/// On one line, without any "ip".
QString withoutAddresses(Json document);

} // namespace badgewright::answerhub::json_reader
