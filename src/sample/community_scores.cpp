// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/community.h"

#include "sample/text.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace badgewright::sample {

namespace {

struct Cause {
    const char *description;
    int points;
};

constexpr std::array<Cause, 12> causes = {{
    {"Repair café helper", 15}, {"Bought the almanac", 40}, {"Watered the shared beds", 10}, {"Led a tour of the orchard", 25}, {"Wrote for the newsletter", 30}, {"Gave away seedlings", 10},
    {"Redeemed: mug and seeds", -200}, {"Redeemed: gloves", -120}, {"Cleared the path", 15}, {"Minutes of the council", 20}, {"Seed swap host", 25}, {"Answered the garden telephone", 5},
}};

} // namespace

void Community::foundScores()
{
    std::vector<int> able;
    for (const auto &[id, who] : people)
        if (id > 2 && who.active && !who.staged && who.trust > 0)
            able.push_back(id);
    int next = 1;
    const auto put = [&](int person, const QDate &date, int points, const std::string &description) {
        ScoreEvent event;
        event.id = next++;
        event.person = person;
        event.date = date;
        event.points = points;
        event.description = description;
        event.created = event.updated = date.startOfDay(Qt::UTC).toMSecsSinceEpoch() + static_cast<qint64>(mix(static_cast<std::uint32_t>(event.id), 61) % 70'000) * 1'000;
        events.emplace(event.id, std::move(event));
    };

    for (int back = 365; back >= 1; --back) {
        const QDate date = founded.addDays(-back);
        const auto day = static_cast<std::uint32_t>(back);
        // Two great days: more events than one answer of the server can hold.
        if (back == 2)
            for (int i = 0; i < 134; ++i)
                put(able[i < 11 ? static_cast<std::size_t>(i) : mix(day, static_cast<std::uint32_t>(i), 62) % able.size()], date, i % 40 == 3 ? 25 : 15,
                    i % 40 == 3 ? "Autumn karaoke keynote" : "Autumn karaoke attendee");
        if (back == 190)
            for (int i = 0; i < 214; ++i)
                put(able[mix(day, static_cast<std::uint32_t>(i), 63) % able.size()], date, 20, "Spring fair helper");
        const auto count = 4 + mix(day, 64) % (back < 31 ? 60 : 18);
        for (std::uint32_t i = 0; i < count; ++i) {
            const Cause &cause = causes[mix(day, i, 65) % (mix(day, i, 66) % 3 == 0 ? causes.size() : 6)];
            put(able[i < 2 ? mix(day, i, 67) % 11 : mix(day, i, 68) % able.size()], date, cause.points, cause.description);
        }
    }
    m_lastEvent = next - 1;

    // A table that was updated here and there does not come back in the order of its ids.
    for (const auto &[id, event] : events)
        eventHeap.push_back(id);
    std::stable_sort(eventHeap.begin(), eventHeap.end(), [](int a, int b) {
        const bool moved[] = {mix(static_cast<std::uint32_t>(a), 69) % 11 == 0, mix(static_cast<std::uint32_t>(b), 69) % 11 == 0};
        return moved[0] != moved[1] ? moved[1] : false;
    });

    const qint64 since = founded.addDays(-300).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    const auto board = [&](int id, const char *name, QDate from, QDate to, std::vector<int> included) {
        Leaderboard row;
        row.id = id;
        row.name = name;
        row.from = from;
        row.to = to;
        row.included = std::move(included);
        row.updated = since;
        lastLeaderboardId = id;
        leaderboards.emplace(id, std::move(row));
    };
    board(1, "Everybody", {}, {}, {});
    board(2, "This autumn", founded.addDays(-82), founded.addDays(10), {});
    board(3, "Fair helpers", {}, {}, {42});
}

} // namespace badgewright::sample
