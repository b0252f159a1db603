// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange_cases.h"

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

namespace {

// The request that an exchange was recorded for.
GrantRequest requestOf(const Replay &replay, const QString &name)
{
    const auto form = replay.sent(name);
    GrantRequest request;
    request.username = QString::fromStdString(form["username"]);
    request.badgeId = form["badge_id"].get<int>();
    if (form.contains("reason"))
        request.reason = QUrl(QString::fromStdString(form["reason"]));
    return request;
}

} // namespace

void GrantCases::granting()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const QString with = u"grants:grant with a topic as reason"_s;
    replay.arm({with});
    const auto grant = await(forum->grants()->grant(requestOf(replay, with)));
    WORKED(grant);
    const auto row = replay.answer(with)["user_badge"];
    QCOMPARE(grant->id, row["id"].get<int>());
    QCOMPARE(grant->holder, u"member02"_s);
    QCOMPARE(grant->granter, u"ada_admin"_s);
    QCOMPARE(grant->topicId, std::optional<qint64>(row["topic_id"].get<int>()));
    QCOMPARE(grant->postNumber, std::optional<int>(3));
    QCOMPARE(grant->topicTitle, u"How to build a good badge set"_s);
    QVERIFY(grant->grantedAt.isValid());
    QCOMPARE(grant->grantedAt.timeSpec(), Qt::UTC);
    for (const QString &name : {u"grants:unicode name"_s, u"grants:name in other case"_s, u"grants:grant to sus_pended"_s,
                                u"grants:system badge by hand"_s, u"grants:reason: dash slug"_s}) {
        replay.arm({name});
        WORKED(await(forum->grants()->grant(requestOf(replay, name))));
    }
    // A moderator does not see the link that was kept.
    replay.arm({u"grants:moderator grants"_s});
    GrantRequest request = requestOf(replay, u"grants:moderator grants"_s);
    const auto unseen = await(forum->grants()->grant(request));
    WORKED(unseen);
    QVERIFY(!unseen->topicId);
}

void GrantCases::granting_refused_data()
{
    QTest::addColumn<QString>("exchange");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no such person") << u"grants:unknown user"_s << ErrorKind::NotFound;
    QTest::newRow("no such badge") << u"grants:unknown badge"_s << ErrorKind::NotFound;
    QTest::newRow("disabled") << u"grants:disabled badge"_s << ErrorKind::NotFound;
    QTest::newRow("an e-mail") << u"grants:by e-mail"_s << ErrorKind::NotFound;
    QTest::newRow("reason elsewhere") << u"grants:reason: another site"_s << ErrorKind::Invalid;
    QTest::newRow("reason no topic") << u"grants:reason: a category"_s << ErrorKind::Invalid;
    QTest::newRow("a member") << u"grants:member grants"_s << ErrorKind::Forbidden;
}

void GrantCases::granting_refused()
{
    QFETCH_GLOBAL(QString, version);
    QFETCH(QString, exchange);
    QFETCH(ErrorKind, kind);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({exchange});
    const auto grant = await(forum->grants()->grant(requestOf(replay, exchange)));
    QCOMPARE(kindOf(grant), kind);
    if (kind == ErrorKind::Invalid)
        QCOMPARE(grant.error().serverWords, QStringList{u"The reason leads nowhere on this site"_s});
}

void GrantCases::held_already()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"grants:grant with a topic as reason"_s});
    const auto first = await(forum->grants()->grant(requestOf(replay, u"grants:grant with a topic as reason"_s)));
    replay.arm({u"grants:grant again (single)"_s});
    const auto again = await(forum->grants()->grant(requestOf(replay, u"grants:grant again (single)"_s)));
    WORKED(first);
    WORKED(again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->grantedAt, first->grantedAt);
    NO_COMPLAINTS(replay);
}

void GrantCases::several_times()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    QList<GrantId> ids;
    for (const QString &name : {u"grants:multi grant without post, 1st"_s, u"grants:multi grant without post, 2nd"_s,
                                u"grants:multi grant with post, 1st"_s, u"grants:multi grant with post, 2nd"_s}) {
        replay.arm({name});
        const auto grant = await(forum->grants()->grant(requestOf(replay, name)));
        WORKED(grant);
        ids << grant->id;
    }
    QVERIFY(ids[0] != ids[1]);
    QCOMPARE(ids[2], ids[3]);
    NO_COMPLAINTS(replay);
}

void GrantCases::holders()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const auto answer = replay.answer(u"grants:holders, first page"_s);
    const BadgeId badge = answer["badges"][0]["id"].get<int>();
    replay.arm({u"grants:holders, first page"_s});
    const auto page = await(forum->grants()->holders(badge));
    WORKED(page);
    const auto rows = answer["user_badge_info"]["user_badges"];
    QCOMPARE(page->grants.size(), qsizetype(rows.size()));
    QCOMPARE(page->grants.first().id, rows[0]["id"].get<int>());
    QCOMPARE(page->grants.first().holder, u"member55"_s);
    QCOMPARE(page->grants.first().holderId, 57);
    QCOMPARE(page->grants.first().granter, u"ada_admin"_s);
    QVERIFY(!page->accounts.isEmpty());
    QVERIFY(page->accounts.first().avatarUrl.isValid());
    QCOMPARE(page->accounts.first().avatarUrl.host(), replay.base().host());
    QVERIFY(page->accounts.first().avatarUrl.path().contains(u"48"_s));
    // The next page begins where this one ended, however long it was.
    QCOMPARE(page->nextOffset, int(rows.size()));
    replay.arm({u"grants:holders, past the end"_s});
    const auto end = await(forum->grants()->holders(badge, 5000));
    WORKED(end);
    QVERIFY(end->grants.isEmpty());
    QCOMPARE(end->nextOffset, -1);
    // Never a negative offset: the forum of 2023 falls over it.
    replay.arm({u"grants:holders, first page"_s});
    WORKED(await(forum->grants()->holders(badge, -1)));
    QVERIFY(replay.seen().last().target.contains("offset=0"));
    replay.arm({u"grants:holders of a disabled badge"_s});
    QCOMPARE(kindOf(await(forum->grants()->holders(113))), ErrorKind::NotFound);
    NO_COMPLAINTS(replay);
}

void GrantCases::held_by()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"grants:badges of a user"_s});
    const auto held = await(forum->grants()->heldBy(u"member08"_s));
    WORKED(held);
    const auto rows = replay.answer(u"grants:badges of a user"_s)["user_badges"];
    QCOMPARE(held->size(), qsizetype(rows.size()));
    QCOMPARE(held->first().id, rows[0]["id"].get<int>());
    QCOMPARE(held->first().holder, u"member08"_s);
    QVERIFY(!held->first().granter.isEmpty());
    QVERIFY(!replay.seen().last().target.contains("grouped"));
    replay.arm({u"grants:badges of a name with a dot"_s});
    WORKED(await(forum->grants()->heldBy(u"zoe.user"_s)));
    replay.arm({u"grants:badges of a unicode name"_s});
    WORKED(await(forum->grants()->heldBy(u"jürgen"_s)));
    replay.arm({u"grants:badges of an unknown user"_s});
    QCOMPARE(kindOf(await(forum->grants()->heldBy(u"nope_nope"_s))), ErrorKind::NotFound);
    NO_COMPLAINTS(replay);
}

void GrantCases::revoking()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const GrantId id = replay.idIn(u"grants:revoke"_s);
    replay.arm({u"grants:revoke"_s});
    WORKED(await(forum->grants()->revoke(id)));
    replay.arm({u"grants:revoke again"_s});
    QCOMPARE(kindOf(await(forum->grants()->revoke(id))), ErrorKind::NotFound);
    replay.arm({u"grants:revoke, member"_s});
    QCOMPARE(kindOf(await(forum->grants()->revoke(replay.idIn(u"grants:revoke, member"_s)))), ErrorKind::Forbidden);
}

void GrantCases::bulk_award()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const BadgeId badge = replay.idIn(u"grants:bulk award"_s);
    replay.arm({u"grants:bulk award"_s});
    const auto award = await(forum->grants()->bulkAward(badge, {u"member50"_s, u" say \"hi\", you "_s, u""_s, u"jürgen"_s}));
    WORKED(award);
    QCOMPARE(award->matched, 2);
    QCOMPARE(award->unmatched, 1);
    QCOMPARE(award->unmatchedEntries, QStringList{u"no_such"_s});
    // Quoted, one a line, UTF-8, no mark at the front, no heading.
    QVERIFY(replay.seen().last().body.contains("\r\n\r\n\"member50\"\n\"say \"\"hi\"\", you\"\n\"jürgen\"\n\r\n"));
    NO_COMPLAINTS(replay);
}

void GrantCases::bulk_award_refused()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    for (const auto &[name, kind] : {std::pair{u"grants:bulk award, disabled"_s, ErrorKind::Invalid},
                                     std::pair{u"grants:bulk award, broken CSV"_s, ErrorKind::Invalid}}) {
        replay.arm({name});
        const auto award = await(forum->grants()->bulkAward(replay.idIn(name), {u"member01"_s}));
        QCOMPARE(kindOf(award), kind);
        QCOMPARE(award.error().serverWords.size(), 1);
    }
    QCOMPARE(kindOf(await(forum->grants()->bulkAward(1, {u" "_s}))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(forum->grants()->bulkAward(1, QStringList(50'001, u"x"_s)))), ErrorKind::RefusedHere);
    NO_COMPLAINTS(replay);
}

} // namespace badgewright::discourse_cases
