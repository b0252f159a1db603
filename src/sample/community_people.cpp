// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/community.h"

#include "sample/text.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace badgewright::sample {

namespace {

constexpr std::array<const char *, 110> firstNames = {
    "Ada", "Agnes", "Aiko", "Alba", "Alice", "Amir", "Ana", "Anton", "Aoife", "Arlo", "Asta", "Aster", "Beatrix", "Ben", "Bianca", "Bruno", "Cai",
    "Carla", "Caspar", "Celia", "Chidi", "Clara", "Cora", "Dagny", "Dario", "Delia", "Dina", "Dora", "Edda", "Edgar", "Efua", "Elias", "Elif",
    "Elmer", "Elsa", "Emil", "Enzo", "Esme", "Farah", "Felix", "Finn", "Flora", "Freya", "Gita", "Greta", "Gwen", "Hana", "Hanno", "Hedda",
    "Henri", "Hugo", "Ida", "Igor", "Ilse", "Imani", "Ines", "Ingrid", "Iris", "Isak", "Ivo", "Jana", "Jasper", "Jon", "Jude", "Juno", "Kai",
    "Karim", "Katya", "Lars", "Leila", "Lena", "Leo", "Lina", "Linus", "Luca", "Lucia", "Magda", "Maja", "Mateo", "Mei", "Mila", "Milo",
    "Nadia", "Nils", "Nina", "Noor", "Odin", "Olga", "Omar", "Otto", "Paola", "Pavel", "Petra", "Piet", "Quinn", "Rafa", "Rosa", "Ruben",
    "Ruth", "Sami", "Selma", "Sven", "Tara", "Theo", "Tilda", "Uma", "Viggo", "Wanda", "Yara", "Zeno"};

constexpr std::array<const char *, 60> lastNames = {
    "Moss", "Reed", "Vale", "Fox", "Oak", "Ash", "Brook", "Marsh", "Field", "Fern", "Thorne", "Birch", "Hazel", "Heath", "Lark",
    "Wren", "Sorrel", "Bramble", "Clover", "Alder", "Aspen", "Briar", "Cedar", "Dale", "Elder", "Finch", "Glen", "Grove", "Hill", "Holly",
    "Juniper", "Lake", "Laurel", "Linden", "Maple", "Meadow", "Mill", "Myrtle", "Nettle", "Orchard", "Pine", "Poole", "Poppy", "Quince", "Rush",
    "Sage", "Sedge", "Shore", "Stone", "Thistle", "Weld", "Willow", "Wold", "Yarrow", "Yew", "Woods", "Barley", "Croft", "Hedges", "Plum"};

constexpr int generated = 3'960;
constexpr qint64 dayMs = 86'400'000;

} // namespace

void Community::foundPeople()
{
    const qint64 now = founded.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    int next = 1;
    const auto named = [&](const char *username, const char *name, const char *email, int trust) -> Person {
        Person who;
        who.id = next++;
        who.username = username;
        who.name = name;
        who.email = email;
        who.trust = trust;
        who.hasPicture = true;
        who.created = now - (1'460 - who.id) * dayMs;
        who.externalId = "member-" + std::to_string(70'000 + who.id);
        who.seen = now - static_cast<qint64>(mix(static_cast<std::uint32_t>(who.id), 1) % 72) * 3'600'000;
        return who;
    };

    Person system = named("system", "system", "no_reply@gardeners.example", 4);
    system.id = -1;
    system.admin = system.moderator = true;
    system.hasPicture = false;
    system.externalId.clear();
    next = 1;
    add(system);

    Person admin = named("rowan", "Rowan Hale", "rowan@gardeners.example", 4);
    admin.admin = admin.moderator = true;
    admin.title = "Head gardener";
    add(admin);
    Person moderator = named("mira", "Mira Sands", "mira@gardeners.example", 4);
    moderator.moderator = true;
    add(moderator);

    add(named("ada.moss", "Ada Moss", "ada.moss@mail.example", 3));
    add(named("bobby", "Bobby Reed", "bobby@mail.example", 2));
    add(named("cora", "Cora Vale", "c.vale@mail.example", 3));
    add(named("delia", "Delia Fox", "delia@mail.example", 2));
    add(named("elmer_t", "Elmer Tree", "elmer@mail.example", 1));
    add(named("elmertree", "Elmer Tree", "e.tree@mail.example", 1));
    add(named("finn", "Finn Oak", "finn@mail.example", 2));
    add(named("gwen", "Gwen Ash", "gwen@mail.example", 3));
    Person suspended = named("hollis", "Hollis Brook", "hollis@mail.example", 1);
    suspended.suspendedTill = now + 9 * dayMs;
    add(suspended);
    add(named("ivy", "Ivy Marsh", "ivy@mail.example", 2));
    add(named("jon", "Jon Field", "jon@mail.example", 2));
    Person unicode = named("jürgen", "Jürgen Gärtner", "juergen@mail.example", 2);
    add(unicode);
    add(named("Peter", "Peter Barley", "peter@mail.example", 1));
    Person inactive = named("ines_new", "Ines Newman", "ines@mail.example", 0);
    inactive.active = false;
    inactive.hasPicture = false;
    inactive.seen = 0;
    add(inactive);
    Person staged = named("postbox1", "Someone by Mail", "stranger@mail.example", 0);
    staged.staged = true;
    staged.externalId.clear();
    staged.hasPicture = false;
    staged.seen = 0;
    add(staged);

    for (int i = 0; i < generated; ++i) {
        const auto n = static_cast<std::uint32_t>(i);
        const std::string first = firstNames[static_cast<std::size_t>(i % 110)];
        const std::string last = lastNames[static_cast<std::size_t>((i / 110 + i % 110 * 7) % 60)];
        const std::string a = lower(first);
        const std::string b = lower(last);
        Person who;
        who.id = next++;
        const auto form = mix(n, 2) % 10;
        who.username = form < 3 ? a + b : form < 6 ? a + "." + b : form < 8 ? a + "_" + b : a + std::to_string(10 + i / 110) + b.substr(0, 1);
        if (personByName(who.username))
            who.username = a + b + std::to_string(who.id);
        who.name = first + " " + last;
        who.email = a + "." + b + std::to_string(who.id) + "@mail.example";
        who.hasPicture = mix(n, 3) % 3 == 0;
        if (mix(n, 14) % 3 == 0)
            who.externalId = "member-" + std::to_string(70'000 + who.id);
        const auto rank = mix(n, 4) % 100;
        who.trust = rank < 12 ? 0 : rank < 70 ? 1 : rank < 95 ? 2 : rank < 99 ? 3 : 4;
        who.created = now - static_cast<qint64>(mix(n, 5) % 1'400) * dayMs - static_cast<qint64>(mix(n, 6) % 86'400) * 1'000;
        who.seen = mix(n, 7) % 9 == 0 ? 0 : std::max(who.created, now - static_cast<qint64>(mix(n, 8) % 200) * dayMs);
        who.active = mix(n, 9) % 97 != 0;
        who.staged = who.active && mix(n, 10) % 101 == 0;
        if (who.active && !who.staged && mix(n, 11) % 151 == 0)
            who.suspendedTill = now + static_cast<qint64>(1 + mix(n, 12) % 60) * dayMs;
        if (mix(n, 13) % 40 == 0)
            who.title = "Allotment keeper";
        add(std::move(who));
    }
}

void Community::foundGroups()
{
    const auto automatic = [&](int id, const char *name, const char *bio, int visibility, auto belongs) {
        Group group;
        group.id = id;
        group.name = name;
        group.bio = bio;
        group.automatic = true;
        group.visibility = visibility;
        for (const auto &[personId, who] : people)
            if (personId > 0 && belongs(who))
                group.members.push_back(personId);
        groups.push_back(std::move(group));
    };
    automatic(1, "admins", "They run the place.", 1, [](const Person &p) { return p.admin; });
    automatic(2, "moderators", "They keep the peace.", 1, [](const Person &p) { return p.moderator; });
    automatic(3, "staff", "Admins and moderators.", 1, [](const Person &p) { return p.staff(); });
    static const std::array<const char *, 5> levels = {"trust_level_0", "trust_level_1", "trust_level_2", "trust_level_3", "trust_level_4"};
    for (int level = 0; level < 5; ++level)
        automatic(10 + level, levels[static_cast<std::size_t>(level)], "People of this trust level and above.", 1,
                  [&](const Person &p) { return p.active && !p.staged && p.trust >= level; });

    const auto custom = [&](int id, const char *name, const char *fullName, const char *bio, std::size_t size, std::uint32_t salt) -> Group & {
        Group group;
        group.id = id;
        group.name = name;
        group.fullName = fullName;
        group.bio = bio;
        for (const auto &[personId, who] : people) {
            if (group.members.size() >= size)
                break;
            if (personId > 2 && who.active && !who.staged && (personId < 14 || mix(static_cast<std::uint32_t>(personId), salt) % (3'000 / static_cast<std::uint32_t>(size) + 1) == 0))
                group.members.push_back(personId);
        }
        groups.push_back(std::move(group));
        return groups.back();
    };
    custom(41, "orchard_council", "The orchard council", "Twelve people who decide about the old trees.", 12, 21).owners = {5};
    custom(42, "fair_helpers", "Spring fair helpers", "Everybody who put up a tent, poured tea or carried a table.", 214, 22).owners = {3, 10};
    custom(43, "night_gardeners", "Night gardeners", "Slugs fear them.", 37, 23).visibility = 2;
    custom(44, "seed_swap", "Seed swap", "Bring some, take some.", 640, 24);
    custom(45, "board", "The board", "Members are for staff to see only.", 7, 25).membersVisibility = 3;
}

} // namespace badgewright::sample
