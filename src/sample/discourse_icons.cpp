// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/icons.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::size_t mostFound = 500;

/// Those that a page of this forum has loaded: the badges' icons and a handful of its own.
bool isAvailable(const Community &community, const std::string &name)
{
    static const std::set<std::string> own = {"heart", "far-heart", "star", "user", "bell", "check", "xmark"};
    return own.count(name) > 0
        || std::any_of(community.badges.begin(), community.badges.end(), [&](const auto &entry) { return entry.second.icon == name; });
}

Outgoing picker(Ask &ask)
{
    const std::string filter = ask.params.text("filter").value_or("");
    const bool onlyAvailable = ask.params.present("only_available").has_value();
    json rows = json::array();
    for (const auto &name : iconNames()) {
        if (rows.size() == mostFound)
            break;
        if (name.find(filter) != std::string::npos && (!onlyAvailable || isAvailable(ask.community(), name)))
            rows.push_back({{"id", name}, {"symbol", *iconSymbol(name)}});
    }
    return jsonAnswer(rows);
}

Outgoing exact(Ask &ask)
{
    const auto symbol = iconSymbol(*ask.params.text("name"));
    return symbol ? Outgoing{200, "text/plain; charset=utf-8", json(*symbol).dump(), {}} : emptyAnswer(404);
}

Outgoing svg(Ask &ask)
{
    std::string file = *ask.params.text("file");
    const std::string ending = ".svg";
    if (file.size() <= ending.size() || file.compare(file.size() - ending.size(), ending.size(), ending) != 0)
        return emptyAnswer(404);
    const auto picture = iconSvg(file.substr(0, file.size() - ending.size()), ask.params.text("colour").value_or(""));
    if (!picture)
        return emptyAnswer(404);
    Outgoing out{200, "image/svg+xml; charset=utf-8", *picture, {}};
    out.headers.emplace_back("Cache-Control", "max-age=86400, public, immutable");
    return out;
}

} // namespace

void addIconRoutes(RouteTable &table)
{
    table.add("GET", "/svg-sprite/picker-search", "svg_sprite/icon_picker_search", {Gate::SignedIn}, picker);
    table.add("GET", "/svg-sprite/search/:name", "svg_sprite/search", {.gate = Gate::SignedIn, .form = Form::Any}, exact);
    table.add("GET", "/svg-sprite/:hostname/icon/:file", "svg_sprite/svg_icon", {.form = Form::Any}, svg);
    table.add("GET", "/svg-sprite/:hostname/icon/:colour/:file", "svg_sprite/svg_icon", {.form = Form::Any}, svg);
}

} // namespace badgewright::sample
