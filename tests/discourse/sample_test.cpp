// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

#include <QImage>

#include <algorithm>

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

void SampleCases::initTestCase()
{
    m_site = std::make_unique<Site>();
    m_forum = m_site->admin();
    QCOMPARE(m_forum->site().actingUser, u"system"_s);
    QVERIFY(m_forum->site().actingAdmin);
    QVERIFY(m_forum->site().people > 100);
    QVERIFY(!m_forum->site().version.isEmpty());
    QCOMPARE(m_forum->site().warnings, QStringList());
}

void SampleCases::badges()
{
    BadgeDesk *desk = m_forum->badges();
    const auto before = await(desk->list());
    WORKED(before);
    QVERIFY(!before->badges.isEmpty());
    const auto made = await(desk->create(fields([](BadgeFields &f) {
        f.name = u"Ünï & +% 100 😀"_s;
        f.typeId = kGold;
        f.description = u"a <b>b</b> & c=d"_s;
        f.longDescription = QString(1000, u'漢');
        f.icon = u"award"_s;
        f.multipleGrant = true;
        f.showPosts = true;
    })));
    WORKED(made);
    QCOMPARE(made->ignored, QStringList());
    QCOMPARE(made->badge.name, u"Ünï & +% 100 😀"_s);
    QCOMPARE(made->badge.longDescription.size(), 1000);
    const auto twin = await(desk->create(fields([](BadgeFields &f) { f.name = u"Ünï & +% 100 😀"_s; })));
    QCOMPARE(kindOf(twin), ErrorKind::Invalid);
    QVERIFY(!twin.error().serverWords.isEmpty());
    const auto changed = await(desk->update(made->badge.id, fields([](BadgeFields &f) {
        f.listable = false;
        f.icon = QString(u""_s);
        f.enabled = false;
    })));
    WORKED(changed);
    QCOMPARE(changed->ignored, QStringList());
    QVERIFY(!changed->badge.listable && !changed->badge.enabled && changed->badge.icon.isEmpty());
    QCOMPARE(changed->badge.typeId, kGold);
    // A disabled badge has no list of holders.
    QCOMPARE(kindOf(await(m_forum->grants()->holders(made->badge.id))), ErrorKind::NotFound);
    WORKED(await(desk->remove(made->badge.id)));
    QCOMPARE(kindOf(await(desk->remove(made->badge.id))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(desk->remove(1))), ErrorKind::RefusedHere);
    const auto own = await(desk->update(1, fields([](BadgeFields &f) { f.name = u"Mine"_s; })));
    WORKED(own);
    QCOMPARE(own->ignored, QStringList{u"name"_s});
}

void SampleCases::pictures()
{
    BadgeDesk *desk = m_forum->badges();
    const Picture picture = png(u"gold.png"_s, 0xffd4af37);
    const auto upload = await(desk->upload(picture));
    WORKED(upload);
    QCOMPARE(upload->width, 64);
    const auto again = await(desk->upload(Picture{u"other.png"_s, picture.bytes, picture.mimeType}));
    WORKED(again);
    QCOMPARE(again->id, upload->id);
    const auto made = await(desk->create(fields([&](BadgeFields &f) {
        f.name = u"Pictured"_s;
        f.imageUploadId = upload->id;
    })));
    WORKED(made);
    QCOMPARE(made->ignored, QStringList());
    QCOMPARE(made->badge.imageUploadId, std::optional<UploadId>(upload->id));
    const auto bytes = await(desk->image(made->badge.imageUrl));
    WORKED(bytes);
    QVERIFY(!QImage::fromData(*bytes).isNull());
    QCOMPARE(kindOf(await(desk->image(QUrl()))), ErrorKind::NotFound);
    const auto text = await(desk->upload(Picture{u"a.png"_s, "no picture at all", u"image/png"_s}));
    QCOMPARE(kindOf(text), ErrorKind::Invalid);
    QCOMPARE(kindOf(await(desk->upload(Picture{u"a.svg"_s, "<svg/>", u"image/svg+xml"_s}))), ErrorKind::RefusedHere);
}

void SampleCases::groupings()
{
    BadgeDesk *desk = m_forum->badges();
    auto catalogue = await(desk->list());
    WORKED(catalogue);
    QList<Grouping> wanted = catalogue->groupings;
    wanted.prepend(Grouping{-1, u"Season & 1"_s, {}, 0, false});
    const auto saved = await(desk->saveGroupings(wanted, catalogue->groupings));
    WORKED(saved);
    QCOMPARE(saved->first().name, u"Season & 1"_s);
    QCOMPARE(kindOf(await(desk->saveGroupings(wanted, catalogue->groupings))), ErrorKind::Conflict);
    // Not while a badge is in it.
    const auto made = await(desk->create(fields([&](BadgeFields &f) {
        f.name = u"In season"_s;
        f.groupingId = saved->first().id;
    })));
    WORKED(made);
    const auto full = await(desk->saveGroupings(saved->mid(1), *saved));
    QCOMPARE(kindOf(full), ErrorKind::RefusedHere);
    QVERIFY(full.error().detail.contains(u"Season & 1"_s));
    WORKED(await(desk->remove(made->badge.id)));
    const auto gone = await(desk->saveGroupings(saved->mid(1), *saved));
    WORKED(gone);
    QCOMPARE(gone->size(), catalogue->groupings.size());
}

void SampleCases::icons()
{
    const auto hearts = await(m_forum->badges()->searchIcons(u"heart"_s));
    WORKED(hearts);
    QVERIFY(!hearts->isEmpty());
    for (const Icon &icon : *hearts)
        QVERIFY(icon.name.contains(u"heart"_s) && icon.svg.startsWith("<svg"));
    const auto all = await(m_forum->badges()->searchIcons({}));
    WORKED(all);
    QCOMPARE(all->size(), 500);
    const auto award = await(m_forum->badges()->icon(u"award"_s));
    WORKED(award);
    QVERIFY(award->svg.contains("<svg"));
    QCOMPARE(kindOf(await(m_forum->badges()->icon(u"no-such-icon"_s))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(m_forum->badges()->icon(u"../../admin"_s))), ErrorKind::NotFound);
}

void SampleCases::grants()
{
    GrantDesk *desk = m_forum->grants();
    const QString who = m_site->people().at(1);
    const auto badge = await(m_forum->badges()->create(fields([](BadgeFields &f) {
        f.name = u"Granted"_s;
        f.showPosts = true;
    })));
    WORKED(badge);
    const auto reason = await(m_forum->people()->resolveReason(u"/t/%1/3"_s.arg(m_site->number("topic"))));
    WORKED(reason);
    const auto grant = await(desk->grant({who.toUpper(), badge->badge.id, reason->url}));
    WORKED(grant);
    QCOMPARE(grant->topicId, std::optional<qint64>(m_site->number("topic")));
    QCOMPARE(grant->postNumber, std::optional<int>(3));
    QCOMPARE(grant->granter, u"system"_s);
    const auto again = await(desk->grant({who, badge->badge.id, {}}));
    WORKED(again);
    QCOMPARE(again->id, grant->id);
    const auto held = await(desk->heldBy(who));
    WORKED(held);
    QVERIFY(std::any_of(held->begin(), held->end(), [&](const Grant &g) { return g.id == grant->id && g.badgeId == badge->badge.id; }));
    const auto holders = await(desk->holders(badge->badge.id));
    WORKED(holders);
    QCOMPARE(holders->grants.size(), 1);
    QCOMPARE(holders->grants.first().holder, who);
    for (const QString &name : {m_site->fact("dotted"), m_site->fact("unicode"), m_site->fact("suspended"), m_site->fact("staged")}) {
        WORKED(await(desk->grant({name, badge->badge.id, {}})));
        WORKED(await(desk->heldBy(name)));
    }
    WORKED(await(desk->revoke(grant->id)));
    QCOMPARE(kindOf(await(desk->revoke(grant->id))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(desk->grant({u"nobody_here"_s, badge->badge.id, {}}))), ErrorKind::NotFound);
    const auto elsewhere = await(desk->grant({who, badge->badge.id, QUrl(u"https://example.com/t/x/1"_s)}));
    QCOMPARE(kindOf(elsewhere), ErrorKind::Invalid);
    QVERIFY(!elsewhere.error().serverWords.isEmpty());
}

void SampleCases::bulk_award()
{
    const auto badge = await(m_forum->badges()->create(fields([](BadgeFields &f) { f.name = u"For many"_s; })));
    WORKED(badge);
    const QStringList entries = m_site->people().mid(0, 40) + QStringList{m_site->fact("unicode"), u"no_such"_s, u"nope@example.com"_s};
    const auto award = await(m_forum->grants()->bulkAward(badge->badge.id, entries));
    WORKED(award);
    QCOMPARE(award->matched, 41);
    QCOMPARE(award->unmatched, 2);
    QCOMPARE(award->unmatchedEntries, (QStringList{u"no_such"_s, u"nope@example.com"_s}));
    // The grants follow later.
    const auto count = [&] {
        int all = 0;
        for (int offset = 0; offset >= 0;) {
            const auto page = await(m_forum->grants()->holders(badge->badge.id, offset));
            if (!page)
                return -1;
            all += int(page->grants.size());
            offset = page->nextOffset;
        }
        return all;
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 41, 10000);
}

void SampleCases::people()
{
    PeopleDesk *desk = m_forum->people();
    const QString who = m_site->people().at(2);
    const auto found = await(desk->search(m_site->fact("common_prefix"), 50));
    WORKED(found);
    QVERIFY(found->size() > 20);
    const auto person = await(desk->byUsername(who));
    WORKED(person);
    QVERIFY(person->id > 0);
    const auto cards = await(desk->byIds({person->id}));
    WORKED(cards);
    QCOMPARE(cards->first().username, who);
    const auto suspended = await(desk->byUsername(m_site->fact("suspended")));
    WORKED(suspended);
    QVERIFY(suspended->suspended);
    QCOMPARE(kindOf(await(desk->byUsername(u"nobody_here"_s))), ErrorKind::NotFound);
    const auto external = await(desk->byExternalId(m_site->fact("external_id")));
    WORKED(external);
    QCOMPARE(external->username, m_site->fact("member"));
    QCOMPARE(kindOf(await(desk->byExternalId(u"nobody"_s))), ErrorKind::NotFound);
    const auto byEmail = await(desk->byEmail(u"nobody.at.all@example.com"_s));
    WORKED(byEmail);
    QVERIFY(byEmail->isEmpty());
}

void SampleCases::crowds()
{
    const QStringList names = m_site->people()
        + QStringList{m_site->fact("suspended"), m_site->fact("staged"), m_site->fact("dotted"), m_site->fact("unicode"),
                      u"nobody_here"_s, u"no name at all"_s, u"a,b"_s, u"@someone"_s, u""_s};
    const int before = m_site->forum->requestCount();
    const auto found = await(m_forum->people()->lookUp(names));
    WORKED(found);
    QCOMPARE(found->size(), 64);
    QVERIFY(m_site->forum->requestCount() - before < 10);
    QHash<QString, Account> byName;
    for (const Account &account : *found)
        byName.insert(account.username, account);
    QVERIFY(byName.value(m_site->fact("suspended")).suspended);
    QVERIFY(byName.value(m_site->fact("staged")).staged);
    QVERIFY(byName.contains(m_site->fact("unicode")));
    QVERIFY(!byName.value(m_site->people().first()).suspended);
    // Who is suspended is known now, for a while.
    const int between = m_site->forum->requestCount();
    WORKED(await(m_forum->people()->lookUp(m_site->people())));
    QCOMPARE(m_site->forum->requestCount() - between, 1);
    QVERIFY(await(m_forum->people()->lookUp({}))->isEmpty());

    // Lists of other kinds do not say it; it is laid over them, also from what is known.
    QList<Account> bare = *found;
    for (Account &account : bare)
        account.suspended = account.staged = false;
    const int known = m_site->forum->requestCount();
    const auto marked = await(m_forum->people()->marked(bare));
    QCOMPARE(*marked, *found);
    QCOMPARE(m_site->forum->requestCount(), known);
    QVERIFY(await(m_forum->people()->marked({}))->isEmpty());
}

void SampleCases::groups()
{
    const auto groups = await(m_forum->people()->groups());
    WORKED(groups);
    const QString name = m_site->fact("group");
    const auto group = std::find_if(groups->begin(), groups->end(), [&](const PeopleGroup &g) { return g.name == name; });
    QVERIFY(group != groups->end());
    QCOMPARE(group->memberCount, m_site->number("group_size"));
    QSet<QString> names;
    for (int offset = 0; offset >= 0;) {
        const auto page = await(m_forum->people()->members(name, offset));
        WORKED(page);
        for (const Account &account : page->accounts)
            names.insert(account.username);
        offset = page->nextOffset;
    }
    QCOMPARE(names.size(), m_site->number("group_size"));
    QCOMPARE(kindOf(await(m_forum->people()->members(u"nope"_s))), ErrorKind::NotFound);
}

void SampleCases::topics()
{
    const auto people = await(m_forum->people()->topicParticipants(m_site->number("topic")));
    WORKED(people);
    QVERIFY(people->size() > 1);
    QSet<QString> names;
    for (const Account &account : *people) {
        QVERIFY(!names.contains(account.username));
        names.insert(account.username);
        QVERIFY(account.id != 0);
    }
    WORKED(await(m_forum->people()->likers(m_site->number("post"))));
    QCOMPARE(kindOf(await(m_forum->people()->topicParticipants(999999))), ErrorKind::NotFound);
}

void SampleCases::reasons()
{
    PeopleDesk *desk = m_forum->people();
    const int topic = m_site->number("topic");
    const QString base = m_site->forum->url().toString();
    const auto byPost = await(desk->resolveReason(base + u"/p/%1"_s.arg(m_site->number("post"))));
    WORKED(byPost);
    QCOMPARE(byPost->topicId, topic);
    QCOMPARE(byPost->postId, m_site->number("post")); // by which its likers are asked for
    QVERIFY(!byPost->title.isEmpty());
    QCOMPARE(byPost->url.toString(), base + u"/t/-/%1/%2"_s.arg(topic).arg(byPost->postNumber));
    const auto bySlug = await(desk->resolveReason(base + u"/t/"_s + m_site->fact("slug")));
    WORKED(bySlug);
    QCOMPARE(bySlug->topicId, topic);
    const auto last = await(desk->resolveReason(u"/t/%1/9"_s.arg(topic)));
    WORKED(last);
    QCOMPARE(last->postNumber, 9);
    const auto topics = await(desk->searchTopics(m_site->fact("topic_title")));
    WORKED(topics);
    QCOMPARE(topics->first().id, topic);
    QVERIFY(await(desk->searchTopics(u"zzzzz"_s))->isEmpty());
    const auto written = await(desk->recentPosts(await(desk->topicParticipants(topic))->first().username));
    WORKED(written);
    QVERIFY(!written->isEmpty());
    QVERIFY(std::is_sorted(written->begin(), written->end(), [](const PostInfo &a, const PostInfo &b) { return a.writtenAt > b.writtenAt; }));
    QVERIFY(!written->first().reason.title.isEmpty());
    QVERIFY(await(desk->resolveReason(written->first().reason.url.toString())).has_value());
    QVERIFY(await(desk->recentPosts(u"nobody.of.that.name"_s))->isEmpty());
    QCOMPARE(kindOf(await(desk->resolveReason(u"/t/x/999999"_s))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(desk->resolveReason(u"/p/999999"_s))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(desk->resolveReason(u"https://elsewhere.example/t/x/1"_s))), ErrorKind::RefusedHere);
}

void SampleCases::reports()
{
    const auto reports = await(m_forum->people()->reports());
    WORKED(reports);
    const qint64 id = m_site->number("report");
    const auto report = await(m_forum->people()->report(id));
    WORKED(report);
    QCOMPARE(report->parameters.first().name, u"days"_s);
    const auto rows = await(m_forum->people()->runReport(id, {{u"days"_s, u"30"_s}}));
    WORKED(rows);
    QCOMPARE(rows->columns, QStringList{u"user_id"_s});
    QVERIFY(!rows->rows.isEmpty());
    QCOMPARE(kindOf(await(m_forum->people()->runReport(id, {{u"days"_s, u"many"_s}}))), ErrorKind::Invalid);
    QCOMPARE(kindOf(await(m_forum->people()->report(999999))), ErrorKind::NotFound);
}

void SampleCases::scores()
{
    ScoreDesk *desk = m_forum->scores();
    const auto person = await(m_forum->people()->byUsername(m_site->people().at(5)));
    WORKED(person);
    const QDate day(2026, 1, 5);
    const auto made = await(desk->create(person->id, day, -7, u"a & b [#x1]"_s));
    WORKED(made);
    QCOMPARE(made->description, u"a & b [#x1]"_s);
    WORKED(await(desk->update(made->id, 12, {})));
    auto read = await(desk->list({made->id, {}, {}}));
    WORKED(read);
    QCOMPARE(read->events.first().points, 12);
    QCOMPARE(read->events.first().description, u"a & b [#x1]"_s);
    WORKED(await(desk->update(made->id, 0, QString(u""_s))));
    read = await(desk->list({{}, person->id, day}));
    WORKED(read);
    QCOMPARE(read->events.size(), 1);
    QCOMPARE(read->events.first().description, QString());
    QCOMPARE(kindOf(await(desk->update(999999, 1, {}))), ErrorKind::NotFound);
    const auto boards = await(desk->leaderboards());
    WORKED(boards);
    QCOMPARE(boards->recalculationsLeft, std::optional<int>(5));
    const auto rows = await(desk->leaderboard(m_site->number("leaderboard"), u"all"_s));
    WORKED(rows);
    QCOMPARE(rows->first().position, 1);
    for (int i = 0; i < 5; ++i)
        WORKED(await(desk->recalculate(day)));
    const auto sixth = await(desk->recalculate(day));
    QCOMPARE(kindOf(sixth), ErrorKind::RateLimited);
    QVERIFY(sixth.error().retryAfter > std::chrono::hours(1));
}

void SampleCases::the_store()
{
    sample::Options options;
    options.store = true;
    Site site(options);
    const ForumPtr forum = site.admin();
    const auto upload = await(forum->badges()->upload(png(u"star.png"_s, 0xff336699)));
    WORKED(upload);
    QVERIFY(upload->url.port() != site.forum->url().port());
    const auto made = await(forum->badges()->create(fields([&](BadgeFields &f) {
        f.name = u"Stored"_s;
        f.imageUploadId = upload->id;
    })));
    WORKED(made);
    WORKED(await(forum->badges()->image(made->badge.imageUrl)));
}

void SampleCases::faults_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("held");
    QTest::newRow("cut before") << int(sample::FaultKind::CutBefore) << ErrorKind::OutcomeUnknown << 0;
    QTest::newRow("cut after") << int(sample::FaultKind::CutAfter) << ErrorKind::OutcomeUnknown << 1;
    QTest::newRow("limit") << int(sample::FaultKind::LimitJson) << ErrorKind::RateLimited << 0;
    QTest::newRow("limit of a proxy") << int(sample::FaultKind::LimitHtml) << ErrorKind::RateLimited << 0;
    QTest::newRow("read-only") << int(sample::FaultKind::ReadOnly) << ErrorKind::ReadOnly << 0;
    QTest::newRow("server error") << int(sample::FaultKind::ServerError) << ErrorKind::OutcomeUnknown << 0;
    QTest::newRow("redirect") << int(sample::FaultKind::Redirect) << ErrorKind::Unreadable << 0;
}

void SampleCases::faults()
{
    QFETCH(int, fault);
    QFETCH(ErrorKind, kind);
    QFETCH(int, held);
    const QString name = u"Fault %1"_s.arg(fault);
    const auto badge = await(m_forum->badges()->create(fields([&](BadgeFields &f) {
        f.name = name;
        f.multipleGrant = true;
    })));
    WORKED(badge);
    const QString who = m_site->people().at(7);
    m_site->forum->setFaults({{sample::FaultKind(fault), 1}});
    const auto grant = await(m_forum->grants()->grant({who, badge->badge.id, {}}));
    m_site->forum->setFaults({});
    QCOMPARE(kindOf(grant), kind);
    // Sent once, whatever became of the answer.
    QCOMPARE(m_site->forum->timesHeld(who, name), held);
}

void SampleCases::the_limit()
{
    sample::Options options;
    options.limitPerMinute = 20;
    Site site(options);
    const ForumPtr forum = site.admin();
    const QString who = site.people().first();
    Result<QList<Grant>> held;
    for (int i = 0; i < 40 && held; ++i)
        held = await(forum->grants()->heldBy(who));
    QCOMPARE(kindOf(held), ErrorKind::RateLimited);
    QVERIFY(held.error().retryAfter > std::chrono::seconds(1));
    QVERIFY(held.error().retryAfter <= std::chrono::seconds(61));
}

} // namespace badgewright::discourse_cases
