// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/params.h"

#include "sample/text.h"

#include <nlohmann/json.hpp>

namespace badgewright::sample {

using nlohmann::json;

namespace {

/// "key[scopes][][scope_id]" as key, scopes, "", scope_id.
std::vector<std::string> keysOf(const std::string &name)
{
    std::vector<std::string> keys;
    const auto bracket = name.find('[');
    keys.push_back(name.substr(0, bracket));
    std::size_t at = bracket;
    while (at != std::string::npos && at < name.size() && name[at] == '[') {
        const auto end = name.find(']', at);
        if (end == std::string::npos)
            break;
        keys.push_back(name.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return keys;
}

void put(json &node, const std::vector<std::string> &keys, std::size_t at, const std::string &value)
{
    if (at == keys.size()) {
        node = value;
        return;
    }
    if (!keys[at].empty()) {
        if (!node.is_object())
            node = json::object();
        put(node[keys[at]], keys, at + 1, value);
        return;
    }
    if (!node.is_array())
        node = json::array();
    // Inside a list of trees a repeated key begins the next one.
    const bool sameRow = at + 1 < keys.size() && !node.empty() && node.back().is_object() && !node.back().contains(keys[at + 1]);
    if (!sameRow)
        node.push_back(nullptr);
    put(node.back(), keys, at + 1, value);
}

void putAll(json &tree, const Pairs &pairs)
{
    for (const auto &[name, value] : pairs)
        put(tree, keysOf(name), 0, value);
}

bool blank(const std::string &text)
{
    return trimmed(text).empty();
}

} // namespace

Params::Params() : m_tree(std::make_unique<json>(json::object())) {}
Params::~Params() = default;
Params::Params(Params &&) noexcept = default;
Params &Params::operator=(Params &&) noexcept = default;

Params::Params(const Incoming &request) : Params()
{
    putAll(*m_tree, request.query);
    const std::string type = lower(request.header("content-type"));
    if (startsWith(type, "application/json")) {
        const json body = json::parse(request.body, nullptr, false);
        if (body.is_object())
            m_tree->update(body);
    } else if (startsWith(type, "application/x-www-form-urlencoded")) {
        putAll(*m_tree, parsePairs(request.body));
    }
    for (const Part &part : request.parts)
        if (!part.file || part.filename.empty())
            put(*m_tree, keysOf(part.name), 0, part.content);
}

bool Params::has(const std::string &name) const
{
    return m_tree->contains(name) && !m_tree->at(name).is_null();
}

std::optional<std::string> Params::text(const std::string &name) const
{
    const auto found = m_tree->find(name);
    if (found == m_tree->end() || found->is_null() || found->is_structured())
        return std::nullopt;
    return found->is_string() ? found->get<std::string>() : found->dump();
}

std::optional<std::string> Params::present(const std::string &name) const
{
    auto value = text(name);
    return value && !blank(*value) ? value : std::nullopt;
}

bool Params::truthy(const std::string &name) const
{
    const auto found = m_tree->find(name);
    return found != m_tree->end() && !found->is_null() && *found != json(false);
}

bool Params::isTrueText(const std::string &name) const
{
    const auto found = m_tree->find(name);
    return found != m_tree->end() && *found == json("true");
}

std::vector<std::string> Params::list(const std::string &name) const
{
    std::vector<std::string> values;
    if (const auto found = m_tree->find(name); found != m_tree->end() && found->is_array())
        for (const json &each : *found)
            if (!each.is_structured() && !each.is_null())
                values.push_back(each.is_string() ? each.get<std::string>() : each.dump());
    return values;
}

std::vector<int> Params::numbers(const std::string &name) const
{
    std::vector<int> values;
    for (const auto &each : list(name))
        if (!blank(each))
            values.push_back(static_cast<int>(leadingInteger(each)));
    return values;
}

int Params::number(const std::string &name, int otherwise) const
{
    const auto value = present(name);
    return value ? static_cast<int>(leadingInteger(*value)) : otherwise;
}

void Params::set(const std::string &name, const std::string &value)
{
    (*m_tree)[name] = value;
}

} // namespace badgewright::sample
