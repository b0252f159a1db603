// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange_cases.h"

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

namespace {

const QStringList kOpenPages{u"site-and-keys:client settings"_s, u"site-and-keys:about"_s};

QStringList signingIn(const QStringList &more)
{
    return QStringList{u"site-and-keys:basic info, no key"_s} + more + kOpenPages;
}

} // namespace

void SiteCases::probing()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    replay.arm({u"site-and-keys:basic info, no key"_s, u"site-and-keys:about"_s});
    QObject owner;
    const auto probe = await(discourse::probe(replay.base(), &owner));
    WORKED(probe);
    QCOMPARE(probe->kind, ForumKind::Discourse);
    QCOMPARE(probe->title, u"Badge Lab"_s);
    QCOMPARE(probe->base, replay.base());
    QCOMPARE(probe->version, version == u"3.5"_s ? u"3.5.0.beta9-dev"_s : u"3.1.0.beta3"_s);
    QCOMPARE(probe->people, version == u"3.5"_s ? 5067 : 69);
    QVERIFY(!probe->plainHttp);
    for (const test::Seen &seen : replay.seen())
        QVERIFY(!seen.headers.contains("api-key"));
    NO_COMPLAINTS(replay);
}

void SiteCases::an_admin()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    QCOMPARE(forum->site().actingUser, u"ada_admin"_s);
    QVERIFY(forum->site().actingAdmin);
    QCOMPARE(forum->site().title, u"Badge Lab"_s);
    QCOMPARE(forum->site().maxImageBytes, version == u"3.5"_s ? 10240 * 1024 : 4096 * 1024);
    QVERIFY(forum->site().imageExtensions.contains(u"png"_s));
    QVERIFY(!forum->site().imageExtensions.contains(u"svg"_s));
    QCOMPARE(forum->site().warnings, QStringList());
    QVERIFY(forum->awards() == nullptr);

    const Capabilities &may = forum->capabilities();
    for (const Ability ability : {Ability::ListBadges, Ability::CreateBadges, Ability::DeleteBadges, Ability::SaveGroupings, Ability::SearchIcons,
                                  Ability::ListHolders, Ability::Grant, Ability::Revoke, Ability::BulkAward, Ability::LookUpByEmail,
                                  Ability::ListMembers, Ability::ReadTopics, Ability::ReadScores, Ability::WriteScores})
        QVERIFY2(may.may(ability), qPrintable(may.of(ability).reason));
    QVERIFY(!may.knows(Ability::GiveAwards));
    QCOMPARE(may.of(Ability::UploadPictures).reason,
             version == u"3.5"_s ? u"PNG, JPEG, GIF, WebP, AVIF, HEIC up to 10 MB; SVG is not allowed here"_s
                                 : u"PNG, JPEG, GIF, WebP, HEIC up to 4 MB; SVG is not allowed here"_s);
    // 3.1 came before recalculating, and has no reports installed.
    QCOMPARE(may.may(Ability::Recalculate), version == u"3.5"_s);
    QCOMPARE(may.may(Ability::RunReports), version == u"3.5"_s);
    if (version == u"3.1"_s) {
        QCOMPARE(may.of(Ability::Recalculate).reason, u"Discourse 3.1.0.beta3 cannot recalculate points; 3.1 and later can."_s);
        QVERIFY(may.of(Ability::RunReports).reason.contains(u"not installed"_s));
    }
    NO_COMPLAINTS(replay);
}

void SiteCases::a_member()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const auto forum = replay.signIn(u"member"_s, u"member01"_s,
                                     signingIn({u"site-and-keys:scopes of a global key"_s, u"site-and-keys:current user, member"_s}));
    WORKED(forum);
    const Capabilities &may = (*forum)->capabilities();
    QVERIFY(may.may(Ability::ListBadges));
    QVERIFY(may.may(Ability::UploadPictures));
    QVERIFY(!may.may(Ability::Grant));
    QCOMPARE(may.of(Ability::Grant).reason, u"Only admins and moderators may do this; member01 is neither."_s);
    QCOMPARE(may.of(Ability::CreateBadges).reason, u"Only admins may do this; member01 is neither admin nor moderator."_s);

    // Members get the list that everybody sees, and all of it.
    replay.arm({u"badges:public list, XHR"_s});
    const auto badges = await((*forum)->badges()->list());
    WORKED(badges);
    QCOMPARE(replay.seen().last().header("x-requested-with"), "XMLHttpRequest");
}

void SiteCases::a_granular_key()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    // Whether its user is an admin cannot be asked with such a key, and is not.
    const auto forum = replay.signIn(u"badges"_s, u"ada_admin"_s, signingIn({u"site-and-keys:scopes of a granular key"_s}));
    WORKED(forum);
    const Capabilities &may = (*forum)->capabilities();
    QVERIFY(may.may(Ability::CreateBadges));
    QVERIFY(may.may(Ability::UpdateBadges));
    QVERIFY(may.may(Ability::DeleteBadges));
    QVERIFY(may.may(Ability::Grant));
    QCOMPARE(may.of(Ability::BulkAward).reason, u"Needs a global key: no narrower scope exists."_s);
    QCOMPARE(may.of(Ability::WriteScores).reason, u"Needs a global key: no narrower scope exists."_s);
    QCOMPARE(may.of(Ability::UploadPictures).reason, u"The key lacks the scope uploads:create."_s);
    // A public forum shows its badges and their holders to everybody.
    QVERIFY(may.may(Ability::ListBadges));
    QVERIFY(may.may(Ability::ListHolders));
    QCOMPARE(may.of(Ability::ListHolders).reason, u"Read without the key: only what every visitor sees."_s);
    replay.arm({u"badges:public list, XHR"_s});
    WORKED(await((*forum)->badges()->list()));
    QVERIFY(!replay.seen().last().headers.contains("api-key"));

    replay.arm({u"grants:badges of a user, granular key"_s});
    WORKED(await((*forum)->grants()->heldBy(u"member08"_s)));
    QVERIFY(replay.seen().last().headers.contains("api-key"));
    NO_COMPLAINTS(replay);
}

void SiteCases::a_read_only_key()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const auto forum = replay.signIn(u"readonly"_s, u"ada_admin"_s,
                                     signingIn({u"site-and-keys:scopes of a read-only key"_s, u"site-and-keys:current user, global key"_s}));
    WORKED(forum);
    const Capabilities &may = (*forum)->capabilities();
    QVERIFY(may.may(Ability::ListBadges));
    QVERIFY(may.may(Ability::ReadScores));
    QVERIFY(may.may(Ability::SearchIcons));
    for (const Ability ability : {Ability::CreateBadges, Ability::Grant, Ability::WriteScores, Ability::UploadPictures})
        QCOMPARE(may.of(ability).reason, u"The key may only read."_s);
    NO_COMPLAINTS(replay);
}

void SiteCases::a_restricted_key()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const auto forum = replay.signIn(u"grant_only"_s, u"ada_admin"_s, signingIn({u"site-and-keys:scopes of a restricted key"_s}));
    WORKED(forum);
    QVERIFY((*forum)->capabilities().may(Ability::Grant));
    QCOMPARE((*forum)->capabilities().of(Ability::Grant).reason, u"The key is limited to username: member01."_s);
    QVERIFY(!(*forum)->capabilities().may(Ability::Revoke));

    replay.arm({u"grants:restricted key, allowed user"_s});
    const BadgeId badge = replay.sent(u"grants:restricted key, allowed user"_s)["badge_id"].get<int>();
    WORKED(await((*forum)->grants()->grant({u"member01"_s, badge, {}})));
    replay.arm({u"grants:restricted key, other user"_s, u"site-and-keys:scopes of a restricted key"_s});
    const auto refused = await((*forum)->grants()->grant({u"member13"_s, badge, {}}));
    QCOMPARE(kindOf(refused), ErrorKind::Forbidden);
    QCOMPARE(refused.error().detail, u"the key is good for some values only"_s);
    NO_COMPLAINTS(replay);
}

void SiteCases::refused_keys_data()
{
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QString>("user");
    QTest::newRow("wrong key") << QStringList{u"site-and-keys:scopes with a wrong key"_s} << u"system"_s;
    QTest::newRow("revoked") << QStringList{u"site-and-keys:use a revoked key"_s} << u"ada_admin"_s;
    QTest::newRow("suspended user") << QStringList{u"site-and-keys:scopes of a global key"_s, u"site-and-keys:suspended acting user"_s,
                                                   u"site-and-keys:client settings"_s, u"site-and-keys:about"_s}
                                    << u"sus_pended"_s;
    QTest::newRow("key taken out on the way") << QStringList{u"site-and-keys:scopes without a key"_s, u"site-and-keys:current user, no key"_s,
                                                             u"site-and-keys:client settings"_s, u"site-and-keys:about"_s}
                                              << u"system"_s;
}

void SiteCases::refused_keys()
{
    QFETCH_GLOBAL(QString, version);
    QFETCH(QStringList, answers);
    QFETCH(QString, user);
    Replay replay(version);
    const auto forum = replay.signIn(u"any"_s, user, QStringList{u"site-and-keys:basic info, no key"_s} + answers);
    QCOMPARE(kindOf(forum), ErrorKind::Unauthorised);
    QVERIFY(forum.error().detail.contains(user));
    QVERIFY(!forum.error().detail.contains(u"key-any"_s));
}

void SiteCases::a_key_that_dies_meanwhile()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    // Under /admin a dead key looks like a missing page; elsewhere it is 403. Both ask about the key first.
    replay.arm({u"site-and-keys:admin route, wrong key"_s, u"site-and-keys:scopes with a wrong key"_s});
    QCOMPARE(kindOf(await(forum->badges()->list())), ErrorKind::Unauthorised);
    replay.arm({u"site-and-keys:normal route, wrong key"_s, u"site-and-keys:scopes with a wrong key"_s});
    QCOMPARE(kindOf(await(forum->people()->search(u"memb"_s))), ErrorKind::Unauthorised);
    NO_COMPLAINTS(replay);
}

void SiteCases::a_missing_scope_is_told_from_a_missing_page()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    // The key has been narrowed since.
    const BadgeId badge = replay.idIn(u"grants:bulk award, granular key"_s);
    replay.arm({u"grants:bulk award, granular key"_s, u"site-and-keys:scopes of a granular key"_s});
    const auto award = await(forum->grants()->bulkAward(badge, {u"member01"_s}));
    QCOMPARE(kindOf(award), ErrorKind::Forbidden);
    QCOMPARE(award.error().detail, u"the key has no scope for this"_s);
    // A record that is missing behind an open door needs no such question.
    replay.arm({u"badges:unknown badge"_s});
    QCOMPARE(kindOf(await(forum->badges()->update(999999, fields([&](BadgeFields &f) { f.name = u"x"_s; })))), ErrorKind::NotFound);
    NO_COMPLAINTS(replay);
}

void SiteCases::limits()
{
    QFETCH_GLOBAL(QString, version);
    if (version != u"3.5"_s)
        return;
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"limits:limited: a read"_s, u"limits:limited: a grant"_s, u"limits:limited: an admin route"_s});
    const auto read = await(forum->grants()->heldBy(u"member01"_s));
    QCOMPARE(kindOf(read), ErrorKind::RateLimited);
    QCOMPARE(read.error().retryAfter, std::chrono::seconds(9));
    QCOMPARE(kindOf(await(forum->grants()->grant({u"member01"_s, 2, {}}))), ErrorKind::RateLimited);
    QCOMPARE(kindOf(await(forum->badges()->list())), ErrorKind::RateLimited);
    NO_COMPLAINTS(replay);
}

} // namespace badgewright::discourse_cases
