// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/community.h"

#include "sample/pictures.h"
#include "sample/text.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <future>

namespace badgewright::sample {

namespace {

struct SystemBadge {
    int id;
    const char *name;
    int type;
    int grouping;
    const char *icon;
    const char *description;
    bool multiple;
};

// Ids and names as every Discourse has them; the texts are ours.
constexpr std::array<SystemBadge, 18> systemBadges = {{
    {1, "Basic", 3, 4, "user", "Has all the ordinary tools of the forum", false},
    {2, "Member", 3, 4, "user", "May invite others and send messages to groups", false},
    {3, "Regular", 2, 4, "user", "May rename and move topics", false},
    {4, "Leader", 1, 4, "user", "May edit, pin, close and archive", false},
    {5, "Welcome", 3, 2, "heart", "Got a like", false},
    {6, "Nice Reply", 3, 3, "comment", "Got ten likes for a reply", true},
    {7, "Good Reply", 2, 3, "comment", "Got twenty-five likes for a reply", true},
    {8, "Great Reply", 1, 3, "comment", "Got fifty likes for a reply", true},
    {9, "Autobiographer", 3, 1, "user-pen", "Filled out the <a href=\"/my/preferences/profile\">profile</a>", false},
    {10, "Editor", 3, 1, "pen", "Corrected a post", false},
    {11, "First Like", 3, 1, "heart", "Liked a post", false},
    {12, "First Share", 3, 1, "share-nodes", "Shared a post", false},
    {13, "First Flag", 3, 1, "flag", "Told the moderators about a post", false},
    {14, "First Link", 3, 1, "link", "Linked to another topic", false},
    {15, "First Quote", 3, 1, "quote-left", "Quoted a post", false},
    {16, "Read Guidelines", 3, 1, "file-lines", "Read the <a href=\"/guidelines\">guidelines</a>", false},
    {17, "Reader", 3, 1, "book-open-reader", "Read a topic of more than a hundred replies to its end", false},
    {100, "Certified", 3, 1, "stamp", "Took the tour for newcomers", false},
}};

struct OwnBadge {
    const char *name;
    int type;
    int grouping;
    const char *icon;
    const char *description;
    const char *longDescription;
    std::uint32_t colour; ///< of the picture; 0: no picture, the icon stands alone
    char extra; ///< t title, m multiple, p multiple with the post shown, d disabled, h hidden
};

constexpr std::array<OwnBadge, 20> ownBadges = {{
    {"Green Thumb", 1, 1, "leaf", "Grew something from seed to plate", "It does not matter what, and it may have been small.", 0x2E8B57, 't'},
    {"First Seed", 3, 1, "seedling", "Planted the first seed with us", "", 0x5B8C2A, ' '},
    {"Apex 2026", 1, 6, "star", "Blessing of the orchard council", "Blessing of the orchard council. You are awesome and everyone should know!", 0x3056C8, 't'},
    {"Karaoke Night", 2, 6, "microphone", "Sang, or at least hummed", "For everybody who held the microphone at the autumn karaoke.", 0x8E3FB0, ' '},
    {"Spring Fair Helper", 3, 6, "heart", "Helped at the spring fair", "Tents, tea, tables: the fair stands on these people.", 0xC0532B, ' '},
    {"Problem Solver", 1, 2, "key", "Knew what was wrong with it", "", 0x12807A, 't'},
    {"Lightning Reply", 2, 2, "bolt", "Answered within ten minutes", "", 0xB07A10, ' '},
    {"Good Neighbour", 3, 2, "comment", "Is kind to newcomers", "", 0x4A6FA5, ' '},
    {"Photo of the Month", 1, 3, "camera", "Took the photo of the month", "The post with the photo is linked.", 0x7A3E9D, 'p'},
    {"Well Said", 3, 3, "quote-left", "Wrote something worth keeping", "The post is linked.", 0, 'p'},
    {"Bug Spotter", 3, 2, "bug", "Found a fault on this site", "One for each fault.", 0, 'm'},
    {"Tool Lender", 3, 2, "wrench", "Lent a tool and got it back", "", 0, ' '},
    {"Repair Café Host", 2, 6, "screwdriver", "Hosted a repair café", "", 0x59636E, 'm'},
    {"Pumpkin Champion", 1, 7, "trophy", "Grew the heaviest pumpkin of a year", "", 0xD9731A, 't'},
    {"Tomato Hundred", 2, 7, "apple-whole", "A hundred tomatoes from one plant", "", 0xB3261E, ' '},
    {"Seed Saver", 3, 7, "wheat", "Saved seed and gave it away", "", 0, ' '},
    {"Compost Master", 2, 7, "recycle", "Made soil out of scraps", "", 0x6B4A2B, ' '},
    {"Beekeeper", 2, 7, "hexagon", "Keeps bees", "", 0xC79A00, 't'},
    {"Old Greenhouse", 2, 5, "house", "Knew the old greenhouse", "It came down in September.", 0, 'd'},
    {"Founding Gardener", 1, 5, "tree", "Was here in the first year", "", 0x1A6B3C, 'h'},
}};

constexpr int firstOwnBadge = 102;

using Drawn = std::vector<std::string>;

/// The pictures of ownBadges, drawn once for all forums of a process, on a second processor if there is one: they
/// take longer than all the rest of the community.
const std::shared_future<Drawn> &drawnPictures()
{
    static const std::shared_future<Drawn> drawn = std::async(std::launch::async, [] {
        Drawn pictures;
        for (const OwnBadge &each : ownBadges)
            pictures.push_back(each.colour == 0 ? std::string() : drawBadge(each.icon, each.type, each.colour));
        return pictures;
    });
    return drawn;
}

} // namespace

void beginDrawing()
{
    drawnPictures();
}

void Community::foundBadges()
{
    static const std::array<const char *, 7> names = {"Getting Started", "Community", "Posting", "Trust Level", "Other", "Events", "Harvest"};
    static const std::array<int, 7> order = {1, 6, 2, 7, 3, 4, 5};
    for (std::size_t at = 0; at < order.size(); ++at)
        groupings.push_back({order[at], names[static_cast<std::size_t>(order[at] - 1)], std::nullopt, static_cast<int>(at)});
    lastGroupingId = 7;

    for (const SystemBadge &each : systemBadges) {
        Badge badge;
        badge.id = each.id;
        badge.name = each.name;
        badge.type = each.type;
        badge.grouping = each.grouping;
        badge.icon = each.icon;
        badge.description = each.description;
        badge.longDescription = std::string("The forum gives this badge by itself. ") + each.description + ".";
        badge.multiple = each.multiple;
        badge.allowTitle = each.id == 3 || each.id == 4;
        badge.system = true;
        badge.enabled = each.id != 13;
        if (each.id < 100) {
            badge.query = "SELECT id user_id, current_timestamp granted_at FROM users WHERE trust_level >= 0 AND (:backfill OR id IN (:user_ids))";
            badge.trigger = each.id < 5 ? 4 : 8;
        }
        badges.emplace(badge.id, badge);
    }

    int id = firstOwnBadge;
    for (const OwnBadge &each : ownBadges) {
        Badge badge;
        badge.id = id++;
        badge.name = each.name;
        badge.type = each.type;
        badge.grouping = each.grouping;
        badge.icon = each.icon;
        badge.description = each.description;
        badge.longDescription = each.longDescription;
        badge.allowTitle = each.extra == 't';
        badge.multiple = each.extra == 'm' || each.extra == 'p';
        badge.showPosts = each.extra == 'p';
        badge.inPostHeader = each.extra == 'p';
        badge.enabled = each.extra != 'd';
        badge.listable = each.extra != 'h';
        if (each.colour != 0)
            badge.upload = ++m_lastUpload; // its picture comes with settle()
        m_lastBadge = std::max(m_lastBadge, badge.id);
        badges.emplace(badge.id, badge);
    }
}

void Community::settle()
{
    if (m_settled)
        return;
    m_settled = true;
    const Drawn &pictures = drawnPictures().get();
    int id = 0;
    for (std::size_t at = 0; at < ownBadges.size(); ++at) {
        const OwnBadge &each = ownBadges[at];
        if (each.colour == 0)
            continue;
        Upload picture;
        picture.id = ++id;
        picture.name = slugOf(each.name) + ".png";
        picture.extension = "png";
        picture.width = picture.height = 512;
        picture.person = 1;
        picture.created = founded.addDays(-200).startOfDay(Qt::UTC).toMSecsSinceEpoch();
        picture.content = pictures[at];
        picture.sha1 = sha1Of(picture.content);
        picture.colour = hexColour(each.colour);
        uploads.emplace(picture.id, std::move(picture));
    }
}

void Community::foundGrants()
{
    struct Share {
        const char *badge;
        std::uint32_t holders;
    };
    static const std::array<Share, 27> shares = {{{"Welcome", 620}, {"Autobiographer", 410}, {"Editor", 260}, {"First Like", 1'340}, {"First Share", 190}, {"First Link", 220},
        {"First Quote", 170}, {"Read Guidelines", 880}, {"Reader", 95}, {"Certified", 130}, {"Green Thumb", 1'204}, {"First Seed", 2'913}, {"Apex 2026", 12}, {"Karaoke Night", 96},
        {"Spring Fair Helper", 212}, {"Problem Solver", 77}, {"Lightning Reply", 340}, {"Good Neighbour", 1'022}, {"Bug Spotter", 58}, {"Tool Lender", 143}, {"Repair Café Host", 31},
        {"Pumpkin Champion", 3}, {"Tomato Hundred", 41}, {"Seed Saver", 260}, {"Compost Master", 72}, {"Beekeeper", 27}, {"Old Greenhouse", 64}}};

    std::vector<Grant> made;
    std::vector<int> able;
    for (const auto &[id, who] : people)
        if (id > 0 && who.active && !who.staged)
            able.push_back(id);
    const qint64 noon = founded.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    const auto give = [&](int badge, int person, int by, std::optional<int> post, std::uint32_t salt) {
        const auto seed = mix(static_cast<std::uint32_t>(badge), static_cast<std::uint32_t>(person), salt);
        made.push_back({0, badge, person, by, noon - static_cast<qint64>(1 + seed % 340) * 86'400'000 - seed % 80'000'000, post});
    };

    for (const int id : able)
        for (int level = 1; level <= people.at(id).trust; ++level)
            give(level, id, -1, std::nullopt, 50);
    for (const Share &share : shares) {
        const Badge *badge = badgeByName(share.badge);
        const auto salt = static_cast<std::uint32_t>(badge->id);
        // Everybody in turn, by a step that shares no divisor with their number, so that nobody comes twice.
        const std::size_t count = able.size();
        std::size_t at = mix(salt, 51) % count;
        for (std::uint32_t given = 0; given < share.holders && given < count; ++given) {
            give(badge->id, able[at], badge->system ? -1 : given % 5 == 0 ? 2 : 1, std::nullopt, 52);
            at = (at + 1'009) % count;
        }
    }
    // The people of the pictures helped at the fair, whoever else did.
    const int fairHelper = badgeByName("Spring Fair Helper")->id;
    std::set<int> helped;
    for (const Grant &grant : made)
        if (grant.badge == fairHelper)
            helped.insert(grant.person);
    for (const int id : {3, 4, 6})
        if (helped.count(id) == 0)
            give(fairHelper, id, 1, std::nullopt, 53);
    // Those with a post behind them.
    const int photo = badgeByName("Photo of the Month")->id;
    const int wellSaid = badgeByName("Well Said")->id;
    for (const auto &[id, post] : posts) {
        if (post.likers.size() > 30)
            give(photo, post.person, 1, id, 54);
        else if (post.likers.size() > 6)
            give(wellSaid, post.person, 2, id, 55);
    }

    std::sort(made.begin(), made.end(), [](const Grant &a, const Grant &b) { return std::pair(a.at, a.person) < std::pair(b.at, b.person); });
    int next = 1;
    for (Grant &grant : made) {
        grant.id = next++;
        addGrant(grant);
    }
}

} // namespace badgewright::sample
