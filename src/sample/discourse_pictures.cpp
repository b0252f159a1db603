// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/pictures.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <algorithm>

namespace badgewright::sample {

namespace {

constexpr int largest = 1'000;

int sizeOf(const std::string &text)
{
    return std::clamp(static_cast<int>(leadingInteger(text)), 16, largest);
}

Outgoing picture(std::string png)
{
    Outgoing out{200, "image/png", std::move(png), {}};
    out.headers.emplace_back("Cache-Control", "max-age=31556952, public, immutable");
    return out;
}

Outgoing letter(Ask &ask)
{
    return picture(drawLetter(*ask.params.text("letter"), *ask.params.text("colour"), sizeOf(*ask.params.text("file"))));
}

Outgoing portrait(Ask &ask)
{
    const Person *person = ask.community().personByName(*ask.params.text("username"));
    if (!person)
        return emptyAnswer(404);
    return picture(drawPortrait(person->id, sizeOf(*ask.params.text("size"))));
}

} // namespace

void addPictureRoutes(RouteTable &table)
{
    table.add("GET", "/letter_avatar_proxy/v4/letter/:letter/:colour/:file", "user_avatars/show_proxy_letter", {.form = Form::Any}, letter);
    table.add("GET", "/user_avatar/:hostname/:username/:size/:file", "user_avatars/show", {.form = Form::Any}, portrait);
}

} // namespace badgewright::sample
