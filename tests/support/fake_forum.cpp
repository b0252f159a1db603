// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_forum.h"

#include "support/fake_desks.h"

#include <algorithm>

namespace badgewright::test {

struct FakeForum::Desks {
    explicit Desks(FakeForum *forum) : badges(forum), grants(forum), people(forum), scores(forum), awards(forum) {}
    FakeBadgeDesk badges;
    FakeGrantDesk grants;
    FakePeopleDesk people;
    FakeScoreDesk scores;
    FakeAwardDesk awards;
};

FakeForum::FakeForum(Clock *clock, ForumKind kind) : m_desks(std::make_unique<Desks>(this)), m_clock(clock)
{
    theConnection.id = QStringLiteral("fake");
    theConnection.name = QStringLiteral("Gardeners");
    theConnection.base = QUrl(QStringLiteral("https://forum.example"));
    theConnection.kind = kind;
    theConnection.user = QStringLiteral("admin");
    theSite.title = QStringLiteral("Gardeners");
    theSite.actingUser = QStringLiteral("admin");
    theSite.actingAdmin = true;
    const int first = int(kind == ForumKind::Discourse ? Ability::ListBadges : Ability::ListAwardTypes);
    const int last = int(kind == ForumKind::Discourse ? Ability::ReadLeaderboards : Ability::GiveReputation);
    for (int ability = first; ability <= last; ++ability)
        abilities.allow(Ability(ability));
    catalogue.types = {{kGold, QStringLiteral("Gold")}, {kSilver, QStringLiteral("Silver")}, {kBronze, QStringLiteral("Bronze")}};
    catalogue.groupings = {{1, QStringLiteral("Getting Started"), {}, 10, true}, {5, QStringLiteral("Other"), {}, 14, true}};
}

FakeForum::~FakeForum() = default;

BadgeDesk *FakeForum::badges() { return theConnection.kind == ForumKind::Discourse ? &m_desks->badges : nullptr; }
GrantDesk *FakeForum::grants() { return theConnection.kind == ForumKind::Discourse ? &m_desks->grants : nullptr; }
PeopleDesk *FakeForum::people() { return theConnection.kind == ForumKind::Discourse ? &m_desks->people : nullptr; }
ScoreDesk *FakeForum::scores() { return theConnection.kind == ForumKind::Discourse ? &m_desks->scores : nullptr; }
AwardDesk *FakeForum::awards() { return theConnection.kind == ForumKind::AnswerHub ? &m_desks->awards : nullptr; }

Account FakeForum::addAccount(const QString &username, const QString &name)
{
    Account account;
    account.id = ++m_nextId;
    account.username = username;
    account.name = name;
    accounts.append(account);
    return account;
}

Badge FakeForum::addBadge(const QString &name, bool multipleGrant)
{
    Badge badge;
    badge.id = ++m_nextId;
    badge.name = name;
    badge.multipleGrant = multipleGrant;
    catalogue.badges.append(badge);
    return badge;
}

Badge FakeForum::withPicture(Badge badge) const
{
    if (badge.imageUploadId && thrownAway.contains(*badge.imageUploadId))
        badge.imageUrl.clear();
    else if (badge.imageUploadId)
        badge.imageUrl = QUrl(theConnection.base.toString() + QStringLiteral("/uploads/%1.png").arg(*badge.imageUploadId));
    return badge;
}

Grant FakeForum::addGrant(BadgeId badge, const QString &username, const QDateTime &at, std::optional<qint64> topic,
                          const QString &granter)
{
    Grant grant;
    grant.id = ++m_nextId;
    grant.badgeId = badge;
    grant.holder = username;
    grant.grantedAt = at;
    grant.granter = granter.isEmpty() ? theSite.actingUser : granter;
    grant.topicId = topic;
    if (topic)
        grant.postNumber = 1;
    for (const Account &account : std::as_const(accounts)) {
        if (account.username == username)
            grant.holderId = account.id;
    }
    for (Badge &one : catalogue.badges) {
        if (one.id == badge)
            ++one.grantCount;
    }
    given.append(grant);
    return grant;
}

int FakeForum::timesHeld(const QString &username, BadgeId badge) const
{
    return int(std::count_if(given.begin(), given.end(), [&](const Grant &g) { return g.badgeId == badge && g.holder == username; }));
}

void FakeForum::release()
{
    holding = false;
    const auto held = std::exchange(m_held, {});
    for (const auto &go : held)
        go();
}

void FakeForum::refuseNext(const QString &name, const Error &error, int times, int goWell)
{
    for (int i = 0; i < times; ++i)
        m_faults.append({name, error, false, i == 0 ? goWell : 0});
}

void FakeForum::loseNext(const QString &name, int times)
{
    for (int i = 0; i < times; ++i)
        m_faults.append({name, Error::of(ErrorKind::OutcomeUnknown), true});
}

int FakeForum::count(const QString &beginning) const
{
    return int(std::count_if(calls.begin(), calls.end(), [&](const QString &call) { return call.startsWith(beginning); }));
}

std::optional<FakeForum::Fault> FakeForum::takeFault(const QString &name)
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &f) { return f.name.isEmpty() || f.name == name; });
    if (found == m_faults.end())
        return {};
    if (found->goWell > 0) {
        --found->goWell;
        return {};
    }
    Fault fault = *found;
    m_faults.erase(found);
    return fault;
}

std::optional<std::chrono::milliseconds> FakeForum::overLimit()
{
    using namespace std::chrono;
    if (!limitPerMinute)
        return {};
    const auto now = floor<seconds>(m_clock->monotonic());
    const size_t limit = size_t(*limitPerMinute);
    if (m_letThrough.size() >= limit) {
        const auto age = now - floor<seconds>(m_letThrough[m_letThrough.size() - limit]);
        if (age < 60s)
            return 60s - age;
    }
    m_letThrough.push_back(now);
    return {};
}

void FakeForum::arrive(Lane lane, const QString &name, const QString &about, QObject *context, Finish finish)
{
    const auto go = [this, lane, name, about, context = QPointer<QObject>(context), finish] {
        calls.append(about.isEmpty() ? name : name + QLatin1Char(' ') + about);
        const QString person = lane == Lane::Run ? about.section(QLatin1Char(' '), 0, 0) : QString();
        mostAtOnce = std::max(mostAtOnce, ++m_allAtOnce);
        if (!person.isEmpty())
            mostAtOncePerPerson = std::max(mostAtOncePerPerson, ++m_atOnce[person]);
        const auto wait = overLimit();
        const auto end = [this, lane, name, person, wait, context, finish] {
            --m_allAtOnce;
            if (!person.isEmpty())
                --m_atOnce[person];
            const auto fault = wait ? std::nullopt : takeFault(name);
            std::optional<Error> error;
            if (wait) {
                ++refusedByLimit;
                error = Error::of(ErrorKind::RateLimited);
                error->retryAfter = *wait;
            } else if (fault) {
                error = fault->error;
            }
            const bool limited = error && error->kind == ErrorKind::RateLimited;
            // As an adapter does it: the gate learns the end first.
            if (gate)
                gate->left(lane, {limited ? 429 : error ? 0 : 200, error ? error->retryAfter : std::chrono::milliseconds{0},
                                  name == QLatin1String("recalculate") && error && error->retryAfter > std::chrono::minutes(10)});
            if (context)
                finish(error, !wait && (!fault || fault->carriedOut));
        };
        if (holding)
            m_held.append(end);
        else if (latency.count() > 0)
            m_clock->after(latency, this, end);
        else
            QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
    };
    if (gate)
        gate->enter(lane, this, go);
    else
        go();
}

} // namespace badgewright::test
