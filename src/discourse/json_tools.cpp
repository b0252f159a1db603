// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/json_tools.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace badgewright::discourse {

namespace {

const Json &null()
{
    static const Json value;
    return value;
}

std::optional<qint64> asInteger(const Json &value)
{
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number <= std::uint64_t(std::numeric_limits<qint64>::max()))
            return qint64(number);
        return std::nullopt;
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (std::abs(number) < 9e15)
            return qint64(number);
    }
    return std::nullopt;
}

Error unreadable(const QString &detail)
{
    return Error::of(ErrorKind::Unreadable, detail);
}

} // namespace

Result<Json> parseJson(const QByteArray &body)
{
    Json value = Json::parse(body.begin(), body.end(), nullptr, false);
    if (value.is_discarded())
        return fail(unreadable(QStringLiteral("the answer is not JSON")));
    return value;
}

Result<Json> parseObject(const QByteArray &body)
{
    auto value = parseJson(body);
    if (value && !value->is_object())
        return fail(unreadable(QStringLiteral("the answer is not a JSON object")));
    return value;
}

Result<Json> parseMemberObject(const QByteArray &body, const char *key)
{
    auto value = parseObject(body);
    if (!value)
        return value;
    if (!member(*value, key).is_object())
        return fail(unreadable(QStringLiteral("the answer has no object “%1”").arg(QLatin1String(key))));
    return value;
}

Result<Json> parseMemberArray(const QByteArray &body, const char *key)
{
    auto value = parseObject(body);
    if (!value)
        return value;
    if (!member(*value, key).is_array())
        return fail(unreadable(QStringLiteral("the answer has no list “%1”").arg(QLatin1String(key))));
    return value;
}

const Json &member(const Json &object, const char *key)
{
    if (!object.is_object())
        return null();
    const auto it = object.find(key);
    return it == object.end() ? null() : *it;
}

const Json &list(const Json &object, const char *key)
{
    static const Json empty = Json::array();
    const Json &value = member(object, key);
    return value.is_array() ? value : empty;
}

QString asText(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

QString text(const Json &object, const char *key)
{
    return asText(member(object, key));
}

QString shown(const Json &value)
{
    if (value.is_null())
        return {};
    if (value.is_string())
        return asText(value);
    return QString::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

bool flag(const Json &object, const char *key, bool fallback)
{
    return optionalFlag(object, key).value_or(fallback);
}

std::optional<bool> optionalFlag(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_boolean() ? std::optional<bool>(value.get<bool>()) : std::nullopt;
}

qint64 integer(const Json &object, const char *key, qint64 fallback)
{
    return asInteger(member(object, key)).value_or(fallback);
}

std::optional<qint64> optionalInteger(const Json &object, const char *key)
{
    return asInteger(member(object, key));
}

QDateTime moment(const Json &object, const char *key)
{
    return QDateTime::fromString(text(object, key), Qt::ISODateWithMs).toUTC();
}

int narrow(qint64 value)
{
    return int(std::clamp<qint64>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

QUrl absoluteUrl(const QUrl &base, const QString &address)
{
    if (address.isEmpty())
        return {};
    const QUrl url = base.resolved(QUrl(address));
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web && !url.host().isEmpty() ? url : QUrl();
}

QUrl avatarUrl(const QUrl &base, const QString &avatarTemplate)
{
    return absoluteUrl(base, QString(avatarTemplate).replace(QLatin1String("{size}"), QLatin1String("48")));
}

} // namespace badgewright::discourse
