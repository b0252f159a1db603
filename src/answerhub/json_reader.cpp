// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/json_reader.h"

#include "answerhub/addresses.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace badgewright::answerhub::json_reader {

namespace {

const Json *find(const Json &object, Keys keys)
{
    if (!object.is_object())
        return nullptr;
    for (const char *key : keys) {
        const auto found = object.find(key);
        if (found != object.end() && !found->is_null())
            return &*found;
    }
    return nullptr;
}

bool holdsSomething(const Json *value)
{
    if (!value)
        return false;
    if (value->is_boolean())
        return value->get<bool>();
    return !(value->is_null() || ((value->is_object() || value->is_array()) && value->empty())
             || (value->is_string() && value->get_ref<const std::string &>().empty()));
}

void collectWords(const Json &value, QStringList &words)
{
    if (value.is_string()) {
        const QString text = QString::fromStdString(value.get_ref<const std::string &>()).simplified();
        if (!text.isEmpty() && !words.contains(text))
            words += text;
    } else if (value.is_array()) {
        for (const Json &one : value)
            collectWords(one, words);
    } else if (value.is_object()) {
        if (const Json *message = find(value, {"message"})) {
            collectWords(*message, words);
            return;
        }
        for (const auto &one : value.items())
            collectWords(one.value(), words);
    }
}

void removeAddresses(Json &value)
{
    if (value.is_object())
        value.erase("ip");
    if (value.is_structured())
        for (Json &one : value)
            removeAddresses(one);
}

Error failureOf(const Json &document)
{
    Error error = Error::of(ErrorKind::Invalid, QStringLiteral("The forum answered that it failed."));
    error.serverWords = wordsOf(document);
    return error;
}

} // namespace

bool parse(const QByteArray &body, Json &document)
{
    document = Json::parse(body.begin(), body.end(), nullptr, false);
    return !document.is_discarded();
}

qint64 id(const Json &parent, Keys keys)
{
    const Json *value = find(parent, keys);
    if (!value)
        return 0;
    if (value->is_number_unsigned()) {
        const auto wide = value->get<std::uint64_t>();
        return wide <= std::uint64_t(std::numeric_limits<qint64>::max()) ? qint64(wide) : 0;
    }
    return value->is_string() ? idFrom(text(parent, keys)).value_or(0) : 0;
}

QString text(const Json &parent, Keys keys)
{
    const Json *value = find(parent, keys);
    if (!value)
        return {};
    if (value->is_string())
        return QString::fromStdString(value->get_ref<const std::string &>());
    return value->is_number() ? QString::fromStdString(value->dump()) : QString();
}

std::optional<int> number(const Json &parent, Keys keys)
{
    bool readable = false;
    const int value = text(parent, keys).toInt(&readable);
    return readable ? std::optional(value) : std::nullopt;
}

bool flag(const Json &parent, Keys keys, bool otherwise)
{
    const Json *value = find(parent, keys);
    if (value && value->is_boolean())
        return value->get<bool>();
    const QString word = text(parent, keys).toLower();
    if (word == QLatin1String("true") || word == QLatin1String("1"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("0"))
        return false;
    return otherwise;
}

const Json *object(const Json &parent, Keys keys)
{
    const Json *value = find(parent, keys);
    return value && value->is_object() ? value : nullptr;
}

Result<Json> listOf(const QByteArray &body)
{
    Json document;
    if (!parse(body, document))
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply is not JSON."));
    if (document.is_array()) {
        Json list = Json::object();
        list["list"] = std::move(document);
        return list;
    }
    if (saysFailed(document))
        return fail(failureOf(document));
    if (const Json *result = object(document, {"result"}))
        document = Json(*result);
    const auto list = document.is_object() ? document.find("list") : document.end();
    if (!document.is_object() || list == document.end() || !list->is_array())
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply holds no list."));
    return document;
}

const Json &rows(const Json &list)
{
    return list.at("list");
}

Result<Json> recordOf(const QByteArray &body)
{
    Json document;
    if (!parse(body, document))
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply is not JSON."));
    if (!document.is_object())
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply is not a record."));
    if (saysFailed(document))
        return fail(failureOf(document));
    if (const Json *result = object(document, {"result"}))
        document = Json(*result);
    if (document.size() == 1 && document.begin()->is_object())
        document = Json(*document.begin());
    return document;
}

QStringList wordsOf(const Json &document)
{
    QStringList words;
    if (!document.is_object())
        return words;
    if (const Json *errors = find(document, {"errors"}))
        collectWords(*errors, words);
    if (const Json *error = find(document, {"error"}))
        collectWords(*error, words);
    if (words.isEmpty()) {
        if (const Json *message = find(document, {"message"}))
            collectWords(*message, words);
    }
    return words;
}

bool saysFailed(const Json &document)
{
    if (!document.is_object())
        return false;
    return !flag(document, {"success"}, true) || holdsSomething(find(document, {"error"}))
        || holdsSomething(find(document, {"errors"}));
}

QString withoutAddresses(Json document)
{
    removeAddresses(document);
    return QString::fromStdString(document.dump(-1, ' ', false, Json::error_handler_t::replace)).left(2000);
}

} // namespace badgewright::answerhub::json_reader
