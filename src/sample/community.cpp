// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/community.h"

#include "sample/text.h"

#include <algorithm>

namespace badgewright::sample {

namespace {

template <class Map> auto findIn(const Map &map, int id) -> const typename Map::mapped_type *
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

} // namespace

Community::Community(const QDate &today) : founded(today)
{
    beginDrawing();
    foundPeople();
    foundGroups();
    foundTopics();
    foundBadges();
    foundGrants();
    foundScores();
    countScores(founded.addYears(-2));
    refreshViews();
}

void Community::add(Person person)
{
    m_byName[lower(person.username)] = person.id;
    m_byEmail[lower(person.email)] = person.id;
    people.insert_or_assign(person.id, std::move(person));
}

const Person *Community::person(int id) const
{
    return findIn(people, id);
}

const Person *Community::personByName(const std::string &username) const
{
    const auto found = m_byName.find(lower(username));
    return found == m_byName.end() ? nullptr : person(found->second);
}

const Person *Community::personByEmail(const std::string &email) const
{
    const auto found = m_byEmail.find(lower(email));
    return found == m_byEmail.end() ? nullptr : person(found->second);
}

const Badge *Community::badge(int id) const
{
    return findIn(badges, id);
}

const Badge *Community::badgeByName(const std::string &name) const
{
    const auto found = std::find_if(badges.begin(), badges.end(), [&](const auto &entry) { return entry.second.name == name; });
    return found == badges.end() ? nullptr : &found->second;
}

const Grouping *Community::grouping(int id) const
{
    const auto found = std::find_if(groupings.begin(), groupings.end(), [&](const Grouping &g) { return g.id == id; });
    return found == groupings.end() ? nullptr : &*found;
}

const Upload *Community::upload(int id) const
{
    return findIn(uploads, id);
}

const Upload *Community::uploadBySha1(const std::string &sha1) const
{
    const auto found = std::find_if(uploads.begin(), uploads.end(), [&](const auto &entry) { return entry.second.sha1 == sha1; });
    return found == uploads.end() ? nullptr : &found->second;
}

const Group *Community::group(const std::string &nameOrId) const
{
    const std::string wanted = lower(nameOrId);
    const auto id = wholeNumber(wanted);
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group &g) { return lower(g.name) == wanted || (id && g.id == *id); });
    return found == groups.end() ? nullptr : &*found;
}

const Topic *Community::topic(int id) const
{
    return findIn(topics, id);
}

const Post *Community::post(int id) const
{
    return findIn(posts, id);
}

const Post *Community::postByNumber(int topicId, int number) const
{
    const Topic *found = topic(topicId);
    if (!found || number < 1 || number > static_cast<int>(found->posts.size()))
        return nullptr;
    return post(found->posts[static_cast<std::size_t>(number - 1)]);
}

const Grant *Community::grant(int id) const
{
    return findIn(m_grants, id);
}

const std::set<std::pair<qint64, int>> &Community::grantsOf(int badgeId) const
{
    static const std::set<std::pair<qint64, int>> none;
    const auto found = m_byBadge.find(badgeId);
    return found == m_byBadge.end() ? none : found->second;
}

const std::set<int> &Community::grantsTo(int personId) const
{
    static const std::set<int> none;
    const auto found = m_byPerson.find(personId);
    return found == m_byPerson.end() ? none : found->second;
}

bool Community::holds(int personId, int badgeId) const
{
    const auto &ids = grantsTo(personId);
    return std::any_of(ids.begin(), ids.end(), [&](int id) { return m_grants.at(id).badge == badgeId; });
}

void Community::addGrant(const Grant &grant)
{
    m_grants[grant.id] = grant;
    m_byBadge[grant.badge].emplace(-grant.at, -grant.id); // negated: begin() is the newest
    m_byPerson[grant.person].insert(grant.id);
    m_lastGrant = std::max(m_lastGrant, grant.id);
}

void Community::removeGrant(int id)
{
    const auto found = m_grants.find(id);
    if (found == m_grants.end())
        return;
    m_byBadge[found->second.badge].erase({-found->second.at, -id});
    m_byPerson[found->second.person].erase(id);
    m_grants.erase(found);
}

int Community::nextBadgeId() const
{
    // As a sequence would, it never gives an id a second time.
    return m_lastBadge + 1;
}

int Community::ruledPoints(int personId, const QDate &date) const
{
    // Stands for likes, visits and posts: about one person in six is lively, about every fifth day.
    const auto day = static_cast<std::uint32_t>(date.toJulianDay());
    const auto who = static_cast<std::uint32_t>(personId);
    if (personId < 1 || mix(who, 71) % 6 != 0 || mix(who, day, 72) % 5 != 0)
        return 0;
    return 1 + static_cast<int>(mix(who, day, 73) % 9);
}

void Community::countScores(const QDate &from)
{
    const qint64 first = from.toJulianDay();
    for (auto &[who, days] : m_counted)
        days.erase(days.lower_bound(first), days.end());
    const QDate begin = std::max(from, founded.addDays(-365));
    const QDate today = QDateTime::currentDateTimeUtc().date();
    for (const auto &[id, who] : people) {
        if (id < 1 || mix(static_cast<std::uint32_t>(id), 71) % 6 != 0)
            continue;
        for (QDate date = begin; date <= today; date = date.addDays(1))
            if (const int points = ruledPoints(id, date))
                m_counted[id][date.toJulianDay()] += points;
    }
    for (const auto &[id, event] : events)
        if (event.date >= from)
            m_counted[event.person][event.date.toJulianDay()] += event.points;
}

int Community::scoreOf(int personId, const QDate &from, const QDate &until) const
{
    const auto found = m_view.find(personId);
    if (found == m_view.end())
        return 0;
    int sum = 0;
    const auto end = found->second.upper_bound(until.toJulianDay());
    for (auto day = from.isValid() ? found->second.lower_bound(from.toJulianDay()) : found->second.begin(); day != end; ++day)
        sum += day->second;
    return sum;
}

} // namespace badgewright::sample
