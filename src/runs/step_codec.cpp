// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_codec.h"

#include "runs/step_json.h"

namespace badgewright::runs {

QByteArray stepToJson(const Step &step)
{
    return QByteArray::fromStdString(json_of::step(step).dump());
}

Result<Step> stepFromJson(const QByteArray &json)
{
    const auto parsed = nlohmann::json::parse(json.cbegin(), json.cend(), nullptr, false);
    Step step;
    if (!json_of::read(parsed, &step))
        return fail(ErrorKind::File, QStringLiteral("A step is written in a way this version does not know."));
    return step;
}

QByteArray badgeToJson(const Badge &badge)
{
    return QByteArray::fromStdString(json_of::badge(badge).dump());
}

std::optional<Badge> badgeFromJson(const QByteArray &json)
{
    const auto parsed = nlohmann::json::parse(json.cbegin(), json.cend(), nullptr, false);
    if (!parsed.is_object())
        return {};
    return json_of::badgeFrom(parsed);
}

} // namespace badgewright::runs
