// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

void KeyCases::initTestCase()
{
    m_site = std::make_unique<Site>();
}

void KeyCases::roles_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<bool>("grants");
    QTest::addColumn<bool>("creates");
    QTest::addColumn<bool>("bulk");
    QTest::newRow("admin") << u"global_admin"_s << u"admin"_s << true << true << true;
    QTest::newRow("moderator") << u"global_mod"_s << u"moderator"_s << true << false << false;
    QTest::newRow("member") << u"member"_s << u"member"_s << false << false << false;
}

void KeyCases::roles()
{
    QFETCH(QString, key);
    QFETCH(QString, fact);
    QFETCH(bool, grants);
    QFETCH(bool, creates);
    QFETCH(bool, bulk);
    const QString user = m_site->fact(fact.toLatin1().constData());
    const ForumPtr forum = m_site->open(key, user);
    QCOMPARE(forum->site().actingUser, user);
    const Capabilities &may = forum->capabilities();
    QCOMPARE(may.may(Ability::Grant), grants);
    QCOMPARE(may.may(Ability::Revoke), grants);
    QCOMPARE(may.may(Ability::LookUpByEmail), grants);
    QCOMPARE(may.may(Ability::CreateBadges), creates);
    QCOMPARE(may.may(Ability::WriteScores), creates);
    QCOMPARE(may.may(Ability::BulkAward), bulk);
    QVERIFY(may.may(Ability::ListBadges));
    QVERIFY(may.may(Ability::UploadPictures));
    QVERIFY(may.may(Ability::SearchIcons));
    // What is said agrees with what happens.
    const auto created = await(forum->badges()->create(fields([&](BadgeFields &f) { f.name = u"By "_s + user; })));
    QCOMPARE(kindOf(created), creates ? ErrorKind::File : ErrorKind::Forbidden);
    QCOMPARE(kindOf(await(forum->grants()->grant({m_site->people().at(3), 2, {}}))), grants ? ErrorKind::File : ErrorKind::Forbidden);
    QCOMPARE(kindOf(await(forum->grants()->bulkAward(2, {u"no_such"_s}))), bulk ? ErrorKind::File : ErrorKind::Forbidden);
    QCOMPARE(kindOf(await(forum->scores()->list({{}, 1, {}}))), creates ? ErrorKind::File : ErrorKind::Forbidden);
    const auto list = await(forum->badges()->list());
    WORKED(list);
    QVERIFY(!list->badges.isEmpty());
}

void KeyCases::keys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("may");   // letters of what is allowed: Create, Grant, Upload, Icons, Scores read, Bulk
    QTest::addColumn<QString>("reason"); // of what is not: creating
    QTest::newRow("read-only") << u"readonly"_s << u"IS"_s << u"The key may only read."_s;
    QTest::newRow("badges") << u"badges"_s << u"CG"_s << QString();
    QTest::newRow("uploads") << u"uploads"_s << u"U"_s << u"The key lacks the scope badges:create."_s;
    QTest::newRow("one person") << u"grant_only"_s << u"G"_s << u"The key lacks the scope badges:create."_s;
}

void KeyCases::keys()
{
    QFETCH(QString, key);
    QFETCH(QString, may);
    QFETCH(QString, reason);
    const ForumPtr forum = m_site->open(key, m_site->fact("admin"));
    const Capabilities &capabilities = forum->capabilities();
    QCOMPARE(capabilities.may(Ability::CreateBadges), may.contains(u'C'));
    QCOMPARE(capabilities.may(Ability::Grant), may.contains(u'G'));
    QCOMPARE(capabilities.may(Ability::UploadPictures), may.contains(u'U'));
    QCOMPARE(capabilities.may(Ability::SearchIcons), may.contains(u'I'));
    QCOMPARE(capabilities.may(Ability::ReadScores), may.contains(u'S'));
    QVERIFY(!capabilities.may(Ability::BulkAward));
    QCOMPARE(capabilities.of(Ability::CreateBadges).reason, reason);
    // The sample forum is open to visitors: nobody is left without the lists.
    WORKED(await(forum->badges()->list()));
    WORKED(await(forum->people()->lookUp(m_site->people())));
    WORKED(await(forum->people()->resolveReason(u"/t/%1/2"_s.arg(m_site->number("topic")))));
    const auto created = await(forum->badges()->create(fields([&](BadgeFields &f) { f.name = u"With "_s + key; })));
    QCOMPARE(kindOf(created), may.contains(u'C') ? ErrorKind::File : ErrorKind::Forbidden);
    const auto upload = await(forum->badges()->upload(png(u"a.png"_s, 0xff00ff00)));
    QCOMPARE(kindOf(upload), may.contains(u'U') ? ErrorKind::File : ErrorKind::Forbidden);
    const QString named = m_site->fact("restricted_to");
    QCOMPARE(kindOf(await(forum->grants()->grant({named, 2, {}}))), may.contains(u'G') ? ErrorKind::File : ErrorKind::Forbidden);
    if (key == u"grant_only"_s) {
        QCOMPARE(capabilities.of(Ability::Grant).reason, u"The key is limited to username: %1."_s.arg(named));
        const auto other = await(forum->grants()->grant({m_site->people().at(12), 2, {}}));
        QCOMPARE(kindOf(other), ErrorKind::Forbidden);
    }
}

void KeyCases::wrong_keys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("user");
    QTest::newRow("wrong key") << QString(64, u'0') << u"system"_s;
    QTest::newRow("bound to another") << u"global_admin"_s << u"system"_s;
    QTest::newRow("no name") << u"global_all"_s << QString();
    QTest::newRow("nobody") << u"global_all"_s << u"nobody_here"_s;
    QTest::newRow("suspended") << u"global_all"_s << u"suspended"_s;
}

void KeyCases::wrong_keys()
{
    QFETCH(QString, key);
    QFETCH(QString, user);
    const QString name = user == u"suspended"_s ? m_site->fact("suspended") : user;
    const auto forum = m_site->tryOpen(key, name);
    QCOMPARE(kindOf(forum), ErrorKind::Unauthorised);
    QVERIFY(forum.error().detail.contains(name.isEmpty() ? u"needs a user name"_s : name));
}

void KeyCases::capabilities_keep_their_word()
{
    // A key bound to one account needs no name; the forum says whose it is.
    const ForumPtr forum = m_site->open(u"global_admin"_s, QString());
    QCOMPARE(forum->site().actingUser, m_site->fact("admin"));
    QVERIFY(forum->site().actingAdmin);
    // Every ability of this kind of forum is known, and every refusal has its sentence.
    for (int a = int(Ability::ListBadges); a <= int(Ability::ReadLeaderboards); ++a) {
        QVERIFY(forum->capabilities().knows(Ability(a)));
        for (const QString &key : {u"readonly"_s, u"badges"_s, u"grant_only"_s}) {
            const Capability capability = m_site->open(key, m_site->fact("admin"))->capabilities().of(Ability(a));
            QVERIFY(capability.allowed || capability.reason.endsWith(u'.'));
        }
    }
    QVERIFY(!forum->capabilities().knows(Ability::GiveAwards));
}

void KeyCases::a_narrow_key_reads_less()
{
    const ForumPtr admin = m_site->admin();
    const auto made = await(admin->badges()->create(fields([](BadgeFields &f) {
        f.name = u"Half Seen"_s;
        f.showPosts = true;
    })));
    WORKED(made);
    const BadgeId id = made->badge.id;
    const auto whole = await(admin->badges()->list());
    WORKED(whole);
    const Badge *all = whole->find(id);
    QVERIFY(all && all->showPosts == std::optional(true) && all->targetPosts && all->autoRevoke);
    QCOMPARE(all->isGrantedByQuery(), std::optional(false));

    const ForumPtr narrow = m_site->open(u"badges"_s, m_site->fact("admin"));
    const auto part = await(narrow->badges()->list());
    WORKED(part);
    const Badge *some = part->find(id);
    QVERIFY(some);
    QVERIFY(!some->showPosts && !some->targetPosts && !some->autoRevoke && !some->trigger && !some->imageUploadId);
    QCOMPARE(some->isGrantedByQuery(), std::optional(false)); // it may be granted by hand, so it has none
    const auto own = std::find_if(part->badges.cbegin(), part->badges.cend(), [](const Badge &badge) { return badge.system; });
    QVERIFY(own != part->badges.cend() && !own->isGrantedByQuery());
    // What the forum fixes about its own is known all the same.
    QCOMPARE(part->protectedSystemFields, whole->protectedSystemFields);

    // What may not be read can be set; the answer says all, and the list after it.
    const auto renamed = await(narrow->badges()->update(id, fields([](BadgeFields &f) { f.description = u"Seen"_s; })));
    WORKED(renamed);
    QCOMPARE(renamed->badge.showPosts, std::optional(true));
    const auto hidden = await(narrow->badges()->update(id, fields([](BadgeFields &f) { f.showPosts = false; })));
    WORKED(hidden);
    QCOMPARE(hidden->ignored, QStringList());
    const auto after = await(narrow->badges()->list());
    WORKED(after);
    QCOMPARE(after->find(id)->showPosts, std::optional(false));
    // Later somebody else may have changed it.
    m_site->clock.skip(std::chrono::minutes(2));
    const auto later = await(narrow->badges()->list());
    WORKED(later);
    QVERIFY(!later->find(id)->showPosts);
    WORKED(await(admin->badges()->remove(id)));
}

} // namespace badgewright::discourse_cases
