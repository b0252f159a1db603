// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QDateTime>
#include <QUrl>

#include <nlohmann/json_fwd.hpp>

#include <optional>

/// Reading JSON that may hold anything: every function answers a fallback where the value is of another type, and
/// nothing throws.
namespace badgewright::discourse {

using Json = nlohmann::json;

/// Unreadable when it is not JSON.
Result<Json> parseJson(const QByteArray &body);
/// Unreadable when it is not a JSON object.
Result<Json> parseObject(const QByteArray &body);
/// Unreadable when it is not an object with the member, or the member is of another type.
Result<Json> parseMemberObject(const QByteArray &body, const char *key);
Result<Json> parseMemberArray(const QByteArray &body, const char *key);

/// The member, or a null value.
const Json &member(const Json &object, const char *key);
/// The member as a list, or an empty one.
const Json &list(const Json &object, const char *key);
QString text(const Json &object, const char *key);
bool flag(const Json &object, const char *key, bool fallback = false);
qint64 integer(const Json &object, const char *key, qint64 fallback = 0);
std::optional<qint64> optionalInteger(const Json &object, const char *key);
std::optional<bool> optionalFlag(const Json &object, const char *key);
/// ISO 8601, UTC; invalid when absent.
QDateTime moment(const Json &object, const char *key);

QString asText(const Json &value);
/// Any scalar as a person would read it; lists and objects as JSON.
QString shown(const Json &value);
/// Cut to the range of the narrower type.
int narrow(qint64 value);

/// An address as the server gives it (absolute, protocol-relative or site-relative) made absolute; empty for an empty
/// one and for anything but http and https.
QUrl absoluteUrl(const QUrl &base, const QString &address);
/// An avatar template made into an address of a picture of 48 pixels.
QUrl avatarUrl(const QUrl &base, const QString &avatarTemplate);

} // namespace badgewright::discourse
