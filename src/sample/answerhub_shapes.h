// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/answerhub_board.h"
#include "sample/site.h"

#include <nlohmann/json.hpp>

namespace badgewright::sample::answerhub {

// How AnswerHub writes what it holds; `base` is the forum's address without a slash at the end.

nlohmann::json awardTypeShape(const AwardType &type);
/// A row of a member's awards: message keys where the list of types has words.
nlohmann::json heldShape(const AwardType &type, int count, const std::string &base);
nlohmann::json memberShape(const Board &board, const Member &member, const std::string &base);
/// As in lists: milliseconds, `privateAction`.
nlohmann::json listedActionShape(const Board &board, const Action &action, const std::string &base);
/// As a single record: a date in words, `private`.
nlohmann::json actionShape(const Board &board, const Action &action, const std::string &base);
nlohmann::json nodeShape(const Board &board, const Node &node);

/// Which rows a request gets, and the numbers around them.
struct PageRange {
    int first = 0;
    int last = 0;
    nlohmann::json head;
};
PageRange pageRange(int total, const Incoming &request, int usualSize, bool all);
/// What `includeOnly` leaves of a row.
nlohmann::json trimmedRow(nlohmann::json row, const Incoming &request);

/// One page of `things` in its envelope. `all`: every row at once, and yet as many pages as rows, as the award list does.
template <class Thing, class Shape>
nlohmann::json envelope(const std::vector<Thing> &things, Shape shape, const Incoming &request, const std::string &sort, int usualSize, bool all = false)
{
    PageRange range = pageRange(static_cast<int>(things.size()), request, usualSize, all);
    nlohmann::json list = nlohmann::json::array();
    for (int at = range.first; at < range.last; ++at)
        list.push_back(trimmedRow(shape(things[static_cast<std::size_t>(at)]), request));
    range.head["sort"] = sort;
    range.head["listCount"] = list.size();
    range.head["list"] = std::move(list);
    return range.head;
}

/// The value of the query's first `name`; nothing when it is absent.
std::optional<std::string> asked(const Incoming &request, const std::string &name);

Outgoing jsonAnswer(int status, const nlohmann::json &body);
/// {"errors": {"message": …}}
Outgoing notPermitted(const std::string &message);
/// {"error": …}
Outgoing refusedValues(int status, const std::string &message);
/// The servlet container's own error page.
Outgoing errorPage(int status, const std::string &title);
/// A page of the forum in HTML.
Outgoing webPage(int status, const std::string &title, const std::string &text);

} // namespace badgewright::sample::answerhub
