// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

Q_DECLARE_METATYPE(badgewright::test::Answer)

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::Answer;
using test::await;
using test::kindOf;

namespace {

const QByteArray kBasicInfo = R"({"title":"Lies","header_primary_color":"333","login_required":false})";
const QByteArray kClosedInfo = R"({"title":"Lies","header_primary_color":"333","login_required":true})";
const QByteArray kSettings = R"({"enable_badges":true,"discourse_gamification_enabled":true,"data_explorer_enabled":true,)"
                             R"("authorized_extensions":"png|jpg","max_image_size_kb":1024})";
const QByteArray kAdmin = R"({"current_user":{"id":1,"username":"ada","admin":true,"moderator":false}})";
const QByteArray kBadKey = R"({"errors":["no"],"error_type":"invalid_access"})";
const QByteArray kGranted = R"({"user_badge":{"id":5,"badge_id":1,"granted_at":"2026-11-22T05:28:21.982Z","granted_by_id":1},"granted_bies":[]})";

} // namespace

Lying::Lying(const QString &prefix) : m_prefix(prefix)
{
    server.handle([this](const test::Seen &seen) {
        const QByteArray path = seen.target.left(seen.target.indexOf('?') < 0 ? seen.target.size() : seen.target.indexOf('?'));
        return answers.value(seen.verb + ' ' + path.mid(m_prefix.size()), Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})"));
    });
    say("GET /site/basic-info.json", Answer::ok(kBasicInfo));
    say("GET /session/current.json", Answer::ok(kAdmin));
    say("GET /site/settings.json", Answer::ok(kSettings));
    scopes("[]");
    version("3.5.0");
}

void Lying::version(const QByteArray &version, int people)
{
    say("GET /about.json",
        Answer::ok(R"({"about":{"version":")" + version + R"(","stats":{"users_count":)" + QByteArray::number(people) + "}}}"));
}

void Lying::scopes(const QByteArray &list)
{
    say("GET /session/scopes.json", Answer::of(200, "{\"scopes\":" + list + "}", "application/json", {{"X-Discourse-Username", "ada"}}));
}

QList<test::Seen> Lying::seen(const QByteArray &route) const
{
    QList<test::Seen> found;
    for (const test::Seen &seen : server.seen()) {
        if (seen.verb + ' ' + seen.target.split('?').first().mid(m_prefix.size()) == route)
            found << seen;
    }
    return found;
}

Connection Lying::connection() const
{
    Connection connection;
    connection.id = u"lying"_s;
    connection.base = base();
    connection.user = u"ada"_s;
    return connection;
}

Result<ForumPtr> Lying::tryOpen(RequestGate *gate)
{
    QObject owner;
    return await(discourse::open(connection(), Secret("a-key-of-sixty-four"), gate, &owner, {&clock}));
}

ForumPtr Lying::open(RequestGate *gate)
{
    auto forum = tryOpen(gate);
    if (!forum)
        qFatal("the lying forum did not open: %s", qPrintable(forum.error().detail));
    return *forum;
}

void SocketCases::refusals_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("read");
    QTest::addColumn<ErrorKind>("write");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Answer &answer, ErrorKind read, ErrorKind write, const QString &words = {}) {
        QTest::newRow(name) << answer << read << write << words;
    };
    using K = ErrorKind;
    row("failed", Answer::of(403, R"({"failed":"FAILED"})"), K::Forbidden, K::Forbidden);
    row("forged form", Answer::of(403, R"(["BAD CSRF"])"), K::Unauthorised, K::Unauthorised, u"BAD CSRF"_s);
    row("403 as text", Answer::of(403, "no robots here", "text/plain"), K::Forbidden, K::Forbidden, u"no robots here"_s);
    row("a sign-in in front", Answer::of(401, "<h1>Staff only</h1>", "text/html"), K::Unauthorised, K::Unauthorised, u"Staff only"_s);
    row("errors as text", Answer::of(422, R"({"errors":"Too <b>long</b> &amp; dull"})"), K::Invalid, K::Invalid, u"Too long & dull"_s);
    row("400 with a message", Answer::of(400, R"({"failed":"FAILED","message":"no"})"), K::Invalid, K::Invalid, u"no"_s);
    row("gone", Answer::of(410, R"({"errors":["deleted"],"extras":{}})"), K::NotFound, K::NotFound, u"deleted"_s);
    row("rails 404", Answer::of(404, R"({"status":404,"error":"Not Found"})"), K::NotFound, K::NotFound, u"Not Found"_s);
    row("too large", Answer::of(413, "<html><head><title>413 Too Large</title></head></html>", "text/html"), K::Invalid, K::Invalid,
        u"413 Too Large"_s);
    row("read-only", Answer::of(503, R"({"errors":["ro"],"error_type":"read_only"})"), K::Server, K::ReadOnly, u"ro"_s);
    row("read-only by its header", Answer::of(503, {}, "text/plain", {{"Discourse-Readonly", "true"}}), K::Server, K::ReadOnly);
    row("queue full", Answer::of(503, {}, "text/plain"), K::Server, K::OutcomeUnknown);
    row("500", Answer::of(500, R"({"status":500,"error":"Internal"})"), K::Server, K::OutcomeUnknown, u"Internal"_s);
    row("a proxy's 502", Answer::of(502, "<html><body><h1>502 Bad</h1></body></html>", "text/html"), K::Server, K::OutcomeUnknown, u"502 Bad"_s);
    row("empty", Answer::of(200, {}), K::Unreadable, K::OutcomeUnknown);
    row("cut JSON", Answer::of(200, "{\"user"), K::Unreadable, K::OutcomeUnknown);
    row("a list", Answer::of(200, "[1,2]"), K::Unreadable, K::OutcomeUnknown);
    row("a page", Answer::of(200, "<html>Welcome</html>", "text/html"), K::Unreadable, K::OutcomeUnknown);
    row("wrong types", Answer::of(200, R"({"user_badge":7,"user_badges":{},"granted_bies":3})"), K::Unreadable, K::OutcomeUnknown);
    row("no id", Answer::of(200, R"({"user_badge":{},"user_badges":"x"})"), K::Unreadable, K::OutcomeUnknown);
    row("elsewhere", Answer::redirect(302, QUrl(u"https://elsewhere.example/"_s)), K::Unreadable, K::Unreadable);
    row("limit as text", Answer::of(429, "Slow down", "text/plain", {{"Retry-After", "7"}}), K::RateLimited, K::RateLimited, u"Slow down"_s);
    row("limit as a page", Answer::of(429, "<title>Too many</title>", "text/html", {{"Retry-After", "7"}}), K::RateLimited, K::RateLimited,
        u"Too many"_s);
    row("limit in JSON alone", Answer::of(429, R"({"errors":["slow"],"error_type":"rate_limit","extras":{"wait_seconds":7}})"),
        K::RateLimited, K::RateLimited, u"slow"_s);
    row("limit of a day", Answer::of(429, R"({"extras":{"wait_seconds":86400}})"), K::RateLimited, K::RateLimited);
    row("limit without a time", Answer::of(429, {}, "text/plain"), K::RateLimited, K::RateLimited);
}

void SocketCases::refusals()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorKind, read);
    QFETCH(ErrorKind, write);
    QFETCH(QString, words);
    Lying site;
    const ForumPtr forum = site.open();
    site.say("GET /user-badges/bob.json", answer);
    site.say("POST /user_badges.json", answer);
    const auto held = await(forum->grants()->heldBy(u"bob"_s));
    const auto granted = await(forum->grants()->grant({u"bob"_s, 1, {}}));
    QCOMPARE(errorKindName(kindOf(held)), errorKindName(read));
    QCOMPARE(errorKindName(kindOf(granted)), errorKindName(write));
    QCOMPARE(granted.error().serverWords.join(u' '), words);
    QVERIFY(granted.error().httpStatus > 0);
    QVERIFY(!granted.error().requestId.isEmpty());
    QCOMPARE(site.seen("POST /user_badges.json").size(), 1);
    if (write == ErrorKind::RateLimited) {
        const QByteArray test = QTest::currentDataTag();
        const int seconds = test.contains("day") ? 86400 : test.contains("without") ? 10 : 7;
        QCOMPARE(granted.error().retryAfter, std::chrono::seconds(seconds));
    }
}

void SocketCases::cut_answers()
{
    Lying site;
    const ForumPtr forum = site.open();
    for (const Answer &answer : {Answer::cut(), Answer::cutAtHead(), Answer::cutAfter(Answer::ok(kGranted), 90)}) {
        site.say("POST /user_badges.json", answer);
        QCOMPARE(kindOf(await(forum->grants()->grant({u"bob"_s, 1, {}}))), ErrorKind::OutcomeUnknown);
        site.say("GET /user-badges/bob.json", answer);
        QVERIFY(kindOf(await(forum->grants()->heldBy(u"bob"_s))) != ErrorKind::OutcomeUnknown);
    }
    QVERIFY(site.seen("POST /user_badges.json").size() <= 3);
    // A report is sent as a POST but changes nothing.
    site.say("POST /admin/plugins/explorer/queries/1/run.json", Answer::cut());
    QCOMPARE(kindOf(await(forum->people()->runReport(1, {}))), ErrorKind::Network);
    // Slow, but whole.
    site.say("POST /user_badges.json", Answer::dribble(Answer::ok(kGranted), std::chrono::milliseconds(1)));
    WORKED(await(forum->grants()->grant({u"bob"_s, 1, {}})));
}

void SocketCases::calling_off()
{
    Lying site;
    const ForumPtr forum = site.open();
    site.say("GET /user-badges/bob.json", Answer::hang());
    auto *call = forum->grants()->heldBy(u"bob"_s);
    QTRY_COMPARE(site.seen("GET /user-badges/bob.json").size(), 1);
    call->cancel();
    QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
    // In the middle of several steps, too.
    site.say("GET /t/7.json", Answer::ok(R"({"id":7,"post_stream":{"posts":[],"stream":[1,2,3]}})"));
    site.say("GET /t/7/posts.json", Answer::hang());
    auto *people = forum->people()->topicParticipants(7);
    QTRY_COMPARE(site.seen("GET /t/7/posts.json").size(), 1);
    people->cancel();
    QCOMPARE(kindOf(await(people)), ErrorKind::Cancelled);
    // A forum that goes takes its calls along.
    ForumPtr other = site.open();
    bool told = false;
    other->grants()->heldBy(u"bob"_s)->then(this, [&](const Result<QList<Grant>> &) { told = true; });
    other.reset();
    site.say("GET /user-badges/eve.json", Answer::ok(R"({"user_badges":[]})"));
    WORKED(await(forum->grants()->heldBy(u"eve"_s)));
    QVERIFY(!told);
}

void SocketCases::an_overloaded_forum_drops_the_key_once()
{
    Lying site;
    const ForumPtr forum = site.open();
    int asked = 0;
    site.server.handle([&](const test::Seen &seen) {
        if (seen.target.startsWith("/session"))
            return Answer::ok(R"({"scopes":[]})");
        return ++asked == 1 ? Answer::of(403, kBadKey) : Answer::ok(R"({"user_badges":[]})");
    });
    WORKED(await(forum->grants()->heldBy(u"bob"_s)));
    QCOMPARE(asked, 2);
    QCOMPARE(site.clock.pauses.size(), 1);
    QVERIFY(site.clock.pauses.first() >= std::chrono::seconds(1));
    // A change is never tried again by itself.
    asked = 0;
    QCOMPARE(kindOf(await(forum->grants()->revoke(1))), ErrorKind::Forbidden);
    QCOMPARE(asked, 1);
}

void SocketCases::an_overloaded_forum_hides_what_admins_see()
{
    Lying site;
    const ForumPtr forum = site.open();
    const Answer hidden = Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})");
    int lists = 0;
    int scopes = 0;
    bool hidesScopes = false;
    site.server.handle([&](const test::Seen &seen) {
        if (seen.target.startsWith("/session"))
            return ++scopes == 1 && hidesScopes ? Answer::of(404, {}, "text/plain") : Answer::ok(R"({"scopes":[]})");
        return ++lists == 1 ? hidden : Answer::ok(R"({"badges":[]})");
    });
    WORKED(await(forum->badges()->list()));
    QCOMPARE(lists, 2);
    QCOMPARE(site.clock.pauses.size(), 1);
    // The page about keys is hidden in the same way.
    lists = scopes = 0;
    hidesScopes = true;
    WORKED(await(forum->badges()->list()));
    QCOMPARE(lists, 2);
    // A forum that names whom it refuses means it.
    site.clock.pauses.clear();
    site.server.handle([&](const test::Seen &seen) {
        return seen.target.startsWith("/session") ? Answer::ok(R"({"scopes":[]})")
                                                  : Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})", "application/json",
                                                               {{"X-Discourse-Username", "ada"}});
    });
    QCOMPARE(kindOf(await(forum->badges()->list())), ErrorKind::NotFound);
    QVERIFY(site.clock.pauses.isEmpty());
}

void SocketCases::a_check_that_fails_leaves_the_question_open()
{
    Lying site;
    const ForumPtr forum = site.open();
    site.say("GET /session/scopes.json", Answer::of(429, {}, "text/plain", {{"Retry-After", "9"}}));
    const auto list = await(forum->badges()->list());
    QCOMPARE(kindOf(list), ErrorKind::RateLimited);
    site.say("GET /session/scopes.json", Answer::of(403, kBadKey));
    QCOMPARE(kindOf(await(forum->badges()->list())), ErrorKind::Unauthorised);
    site.scopes("[]");
    QCOMPARE(kindOf(await(forum->badges()->list())), ErrorKind::NotFound);
}

void SocketCases::writes_wait_for_their_turn()
{
    Lying site;
    test::RecordingGate gate;
    {
        const ForumPtr forum = site.open(&gate);
        QVERIFY(!gate.asked.contains(Lane::Run));
        gate.asked.clear();
        site.say("POST /user_badges.json", Answer::ok(kGranted));
        WORKED(await(forum->grants()->grant({u"bob"_s, 1, {}})));
        QCOMPARE(gate.asked, QList<Lane>{Lane::Run});
        await(forum->grants()->heldBy(u"bob"_s));
        QCOMPARE(gate.asked.last(), Lane::Interactive);
        // Reads in a long row wait like a run, and wait out a limit.
        int asked = 0;
        site.server.handle([&](const test::Seen &) {
            return ++asked % 2 ? Answer::of(429, {}, "text/plain", {{"Retry-After", "7"}}) : Answer::ok(R"({"user_badges":[]})");
        });
        gate.asked.clear();
        WORKED(await(forum->grants()->heldBy(u"bob"_s, Lane::Run)));
        QCOMPARE(gate.asked, QList<Lane>(2, Lane::Run));
        gate.asked.clear();
        asked = 0;
        await(forum->people()->resolveReason(u"/t/7"_s, Lane::Run));
        QVERIFY(!gate.asked.isEmpty() && !gate.asked.contains(Lane::Interactive));
    }
}

void SocketCases::pictures_from_elsewhere()
{
    Lying site;
    const ForumPtr forum = site.open();
    test::ScriptedServer store;
    store.then(Answer::of(200, "PNG", "image/png")).then(Answer::of(403, "<h1>No</h1>", "text/html"));
    const auto image = await(forum->badges()->image(store.url(u"/a.png"_s)));
    WORKED(image);
    QCOMPARE(*image, "PNG");
    QVERIFY(!store.seen().first().headers.contains("api-key"));
    QCOMPARE(kindOf(await(forum->badges()->image(store.url(u"/b.png"_s)))), ErrorKind::Forbidden);
}

void SocketCases::a_forum_in_a_folder()
{
    Lying site(u"/forum"_s);
    site.scopes(R"J([{"urls":["/forum/admin/badges (GET)","/user_badges (POST)"],"allowed_parameters":null}])J");
    site.say("GET /admin/badges.json", Answer::ok(R"({"badges":[{"id":1,"name":"A","image_url":"/forum/uploads/a.png"},)"
                                                  R"({"id":2,"name":"B","image_url":"//cdn.example/b.png"},)"
                                                  R"({"id":3,"name":"C","image_url":"https://cdn.example/c.png"},)"
                                                  R"J({"id":4,"name":"D","image_url":"javascript:alert(1)"}]})J"));
    const ForumPtr forum = site.open();
    QVERIFY(forum->capabilities().may(Ability::ListBadges));
    QVERIFY(!forum->capabilities().may(Ability::CreateBadges));
    const auto list = await(forum->badges()->list());
    WORKED(list);
    QCOMPARE(list->badges[0].imageUrl, site.server.url(u"/forum/uploads/a.png"_s));
    QCOMPARE(list->badges[1].imageUrl, QUrl(u"http://cdn.example/b.png"_s));
    QCOMPARE(list->badges[2].imageUrl, QUrl(u"https://cdn.example/c.png"_s));
    QVERIFY(list->badges[3].imageUrl.isEmpty());
    site.say("GET /t/7.json", Answer::ok(R"({"id":7,"title":"T","highest_post_number":1,"post_stream":{"posts":[{"id":1,"post_number":1}]}})"));
    for (const QString &written : {site.base().toString() + u"/t/x/7"_s, u"/forum/t/x/7"_s, u"/t/7"_s}) {
        const auto reason = await(forum->people()->resolveReason(written));
        WORKED(reason);
        QCOMPARE(reason->url, site.server.url(u"/forum/t/-/7/1"_s));
    }
    // Beside the folder is another site.
    QCOMPARE(kindOf(await(forum->people()->resolveReason(site.server.url(u"/t/x/7"_s).toString()))), ErrorKind::RefusedHere);
}

void SocketCases::one_question_waits_and_not_the_whole_check()
{
    // Every second answer is a refusal; a check that began anew each time would never come to its end.
    Lying site;
    int asked = 0;
    site.server.handle([&, usual = site.answers](const test::Seen &seen) {
        if (++asked % 2 == 0)
            return Answer::of(429, R"({"errors":["slow"],"extras":{"wait_seconds":1}})");
        return usual.value(seen.verb + ' ' + seen.target.split('?').first(), Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})"));
    });
    WORKED(site.tryOpen());
    QVERIFY(asked < 14);
}

void SocketCases::a_forum_that_is_unwell_is_no_wrong_key()
{
    Lying site;
    site.say("GET /session/scopes.json", Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})"));
    site.say("GET /session/current.json", Answer::of(502, "<h1>Bad gateway</h1>", "text/html"));
    QVERIFY(kindOf(site.tryOpen()) != ErrorKind::Unauthorised);
    site.say("GET /session/current.json", Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})"));
    QCOMPARE(kindOf(site.tryOpen()), ErrorKind::Unauthorised);
}

void SocketCases::an_icon_with_capitals_is_one_of_a_theme()
{
    // The address of single icons takes small letters only.
    Lying site;
    site.say("GET /svg-sprite/picker-search.json",
             Answer::ok(R"J([{"id":"MyBee-2","symbol":"<symbol id=\"MyBee-2\"><path d=\"M1 1\"/></symbol>"},)J"
                        R"J({"id":"MyBee","symbol":"<symbol id=\"MyBee\" viewBox=\"0 0 2 2\"><path d=\"M0 0\"/></symbol>"}])J"));
    const ForumPtr forum = site.open();
    const auto icon = await(forum->badges()->icon(u"MyBee"_s));
    WORKED(icon);
    QCOMPARE(icon->name, u"MyBee"_s);
    QVERIFY(icon->svg.contains("M0 0"));
    QVERIFY(site.seen("GET /svg-sprite/picker-search.json").first().target.contains("filter=MyBee"));
    QCOMPARE(kindOf(await(forum->badges()->icon(u"Mybee"_s))), ErrorKind::NotFound);
}

void SocketCases::a_closed_forum_and_a_narrow_key()
{
    Lying site;
    site.say("GET /site/basic-info.json", Answer::ok(kClosedInfo));
    site.scopes(R"J([{"urls":["/user_badges (POST)","/u/:username (GET)"],"allowed_parameters":{"username":["bob","eve"]}}])J");
    site.say("GET /u/bob.json", Answer::ok(R"({"user":{"id":3,"username":"bob","suspended_till":"2999-01-01T00:00:00Z"}})"));
    const ForumPtr forum = site.open();
    const Capabilities &may = forum->capabilities();
    QCOMPARE(may.of(Ability::ListHolders).reason, u"Needs a global key: no narrower scope exists."_s);
    QCOMPARE(may.of(Ability::ReadTopics).reason, u"The key lacks the scope topics:read."_s);
    QCOMPARE(may.of(Ability::Grant).reason, u"The key is limited to username: bob, eve."_s);
    QVERIFY(may.may(Ability::SearchPeople));
    QVERIFY(!forum->site().warnings.isEmpty()); // the settings are closed as well
    // Names are found one by one then.
    const auto people = await(forum->people()->lookUp({u"bob"_s, u"carol"_s, u"dave"_s, u"erin"_s, u"frank"_s}));
    QCOMPARE(kindOf(people), ErrorKind::File);
    QCOMPARE(people->size(), 1);
    QVERIFY(people->first().suspended);
    QCOMPARE(await(forum->people()->search(u"bob"_s))->size(), 1);
    QVERIFY(site.seen("GET /u/search/users.json").isEmpty());
}

void SocketCases::a_forum_before_3_0()
{
    Lying site;
    site.version("2.8.0");
    site.say("GET /session/scopes.json", Answer::of(404, {}, "text/plain"));
    const ForumPtr forum = site.open();
    QCOMPARE(forum->site().actingUser, u"ada"_s);
    QVERIFY(forum->capabilities().may(Ability::CreateBadges));
    QVERIFY(!forum->capabilities().may(Ability::Recalculate));
    QCOMPARE(forum->site().warnings.size(), 1);
    // Refusals are taken as they come.
    QCOMPARE(kindOf(await(forum->badges()->list())), ErrorKind::NotFound);
}

void SocketCases::signing_in_refused_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("not a Discourse") << QByteArray("GET /site/basic-info.json") << Answer::of(200, "<html/>", "text/html") << ErrorKind::Unreadable;
    QTest::newRow("nothing there") << QByteArray("GET /site/basic-info.json") << Answer::of(404) << ErrorKind::Unreadable;
    QTest::newRow("moved") << QByteArray("GET /site/basic-info.json") << Answer::redirect(301, QUrl(u"https://x.example/"_s))
                           << ErrorKind::Unreadable;
    QTest::newRow("down") << QByteArray("GET /site/basic-info.json") << Answer::of(502) << ErrorKind::Server;
    QTest::newRow("wrong key") << QByteArray("GET /session/scopes.json") << Answer::of(403, kBadKey) << ErrorKind::Unauthorised;
    QTest::newRow("limited") << QByteArray("GET /session/scopes.json") << Answer::of(429) << ErrorKind::RateLimited;
    QTest::newRow("scopes unreadable") << QByteArray("GET /session/scopes.json") << Answer::of(200, "x") << ErrorKind::Unreadable;
    QTest::newRow("no current user") << QByteArray("GET /session/current.json") << Answer::of(404) << ErrorKind::Unauthorised;
    QTest::newRow("limited later") << QByteArray("GET /about.json") << Answer::of(429) << ErrorKind::RateLimited;
    QTest::newRow("cut") << QByteArray("GET /site/settings.json") << Answer::cut() << ErrorKind::Network;
}

void SocketCases::signing_in_refused()
{
    QFETCH(QByteArray, route);
    QFETCH(Answer, answer);
    QFETCH(ErrorKind, kind);
    Lying site;
    site.say(route, answer);
    const auto forum = site.tryOpen();
    QCOMPARE(errorKindName(kindOf(forum)), errorKindName(kind));
    // No key before the forum is known to be one.
    QVERIFY(!site.server.seen().first().headers.contains("api-key"));
}

void SocketCases::signing_in_needs_encryption_or_a_yes()
{
    QObject owner;
    Connection connection;
    connection.base = QUrl(u"http://192.0.2.1"_s); // nobody is there
    const auto refused = await(discourse::open(connection, Secret("a-key"), nullptr, &owner));
    QCOMPARE(kindOf(refused), ErrorKind::RefusedHere);
    QVERIFY(refused.error().detail.contains(u"not encrypted"_s));
    connection.plainHttpAccepted = true;
    auto *open = discourse::open(connection, Secret("a-key"), nullptr, &owner);
    QVERIFY(!open->isSettled()); // on its way
    open->cancel();
    QCOMPARE(kindOf(await(open)), ErrorKind::Cancelled);
}

void SocketCases::probing_follows()
{
    Lying there(u"/community"_s);
    test::ScriptedServer here;
    here.then(Answer::redirect(301, there.server.url(u"/community/site/basic-info.json"_s)));
    QObject owner;
    const auto probe = await(discourse::probe(here.url(), &owner));
    WORKED(probe);
    QCOMPARE(probe->base, there.base());
    QCOMPARE(probe->title, u"Lies"_s);
    QCOMPARE(probe->version, u"3.5.0"_s);
    QCOMPARE(probe->people, 10);
    // A proxy that forgets the rest of the path.
    here.then(Answer::redirect(302, there.server.url(u"/community/"_s)));
    const auto forgot = await(discourse::probe(here.url(), &owner));
    WORKED(forgot);
    QCOMPARE(forgot->base, there.base());
}

void SocketCases::probing_refused_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("404") << Answer::of(404, "nothing", "text/plain") << ErrorKind::Unreadable;
    QTest::newRow("a page") << Answer::of(200, "<html>hello</html>", "text/html") << ErrorKind::Unreadable;
    QTest::newRow("other JSON") << Answer::ok(R"({"title":"A blog"})") << ErrorKind::Unreadable;
    QTest::newRow("forbidden") << Answer::of(403, "no", "text/plain") << ErrorKind::Unreadable;
    QTest::newRow("down") << Answer::of(503, "down", "text/plain") << ErrorKind::Server;
    QTest::newRow("limited") << Answer::of(429) << ErrorKind::RateLimited;
    QTest::newRow("cut") << Answer::cut() << ErrorKind::Network;
    QTest::newRow("to itself") << Answer::redirect(302, QUrl(u"/site/basic-info.json"_s)) << ErrorKind::Unreadable;
    QTest::newRow("no address") << Answer::redirect(302, QUrl(u"mailto:a@b.example"_s)) << ErrorKind::Unreadable;
}

void SocketCases::probing_refused()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorKind, kind);
    test::ScriptedServer server;
    server.handle([&](const test::Seen &) { return answer; });
    QObject owner;
    const auto probe = await(discourse::probe(server.url(), &owner));
    QCOMPARE(errorKindName(kindOf(probe)), errorKindName(kind));
    QVERIFY(server.seen().size() < 8);
}

void SocketCases::probing_a_closed_forum()
{
    Lying site;
    site.say("GET /site/basic-info.json", Answer::ok(kClosedInfo));
    site.say("GET /about.json", Answer::of(403, R"({"errors":["in first"],"error_type":"not_logged_in"})"));
    QObject owner;
    const auto probe = await(discourse::probe(site.base(), &owner));
    WORKED(probe);
    QCOMPARE(probe->version, QString());
    QCOMPARE(probe->people, -1);
}

} // namespace badgewright::discourse_cases
