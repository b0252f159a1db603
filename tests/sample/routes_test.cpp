// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "cases.h"

#include <QCryptographicHash>
#include <QDate>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace badgewright::sample_cases {

using namespace Qt::StringLiterals;
using sample::Options;

namespace {

QJsonObject badgeNamed(Asking &ask, const QString &name)
{
    for (const auto &each : ask.get(u"/admin/badges.json"_s).object().value("badges"_L1).toArray())
        if (each.toObject().value("name"_L1).toString() == name)
            return each.toObject();
    return {};
}

} // namespace

void RouteCases::grantsByMultipartWithoutSuffix()
{
    Asking ask;
    const int badge = badgeNamed(ask, u"Karaoke Night"_s).value("id"_L1).toInt();
    const int before = ask.forum().timesHeld(u"Peter"_s, u"Karaoke Night"_s);
    QCOMPARE(before, 0);
    const Answer granted = ask.multipart(u"/user_badges"_s, {{"username", "peter"}, {"badge_id", QByteArray::number(badge)}, {"reason", ""}});
    QCOMPARE(granted.status, 200);
    QCOMPARE(granted.header("X-Discourse-Username"), "rowan");
    QCOMPARE(granted.header("X-Discourse-Route"), "user_badges/create");
    const int grant = granted.object().value("user_badge"_L1).toObject().value("id"_L1).toInt();
    QVERIFY(grant > 0);
    QCOMPARE(ask.forum().timesHeld(u"Peter"_s, u"Karaoke Night"_s), 1);

    const QJsonArray holders = ask.get(u"/user_badges.json?badge_id=%1"_s.arg(badge)).object().value("user_badge_info"_L1).toObject().value("user_badges"_L1).toArray();
    QCOMPARE(holders.first().toObject().value("id"_L1).toInt(), grant); // the newest comes first
    QCOMPARE(ask.send("DELETE", u"/user_badges/%1.json"_s.arg(grant), {}, ask.key()).object().value("success"_L1).toString(), u"OK"_s);
    QCOMPARE(ask.forum().timesHeld(u"Peter"_s, u"Karaoke Night"_s), 0);
    QCOMPARE(ask.send("DELETE", u"/user_badges/%1.json"_s.arg(grant), {}, ask.key()).status, 404);
}

void RouteCases::tellsAWrongKeyFromAMissingPage()
{
    Asking ask;
    const Headers wrong = {{"Api-Key", QByteArray(64, '0')}, {"Api-Username", "system"}};
    const Answer normal = ask.send("GET", u"/u/search/users.json?term=rosa"_s, {}, wrong);
    QCOMPARE(normal.status, 403);
    QCOMPARE(normal.object().value("error_type"_L1).toString(), u"invalid_access"_s);
    const Answer admin = ask.send("GET", u"/admin/badges.json"_s, {}, wrong);
    QCOMPARE(admin.status, 404);
    QCOMPARE(admin.object().value("error_type"_L1).toString(), u"not_found"_s);
    QCOMPARE(ask.send("GET", u"/admin/badges"_s, {}, wrong).header("Content-Type"), "text/plain; charset=utf-8");
    QCOMPARE(ask.send("POST", u"/user_badges.json"_s, "username=ivy", {{"Content-Type", "application/x-www-form-urlencoded"}}).body, "[\"BAD CSRF\"]");
    QCOMPARE(ask.send("GET", u"/session/current.json"_s, {}, ask.key("hollis")).status, 403); // suspended
    QVERIFY(ask.send("GET", u"/"_s).body.contains("name=\"generator\""));
    QVERIFY(ask.send("GET", u"/badges"_s).body.contains("name=\"generator\" content=\"Discourse 3.5.0"));
}

void RouteCases::takesALongForm()
{
    Asking ask;
    // A thousand Chinese letters are 9,000 bytes in a form: more than many servers take without being told.
    const QString text(1'000, QChar(0x8349));
    const Answer made = ask.form("POST", u"/admin/badges.json"_s, "name=Long&badge_type_id=3&long_description=" + QUrl::toPercentEncoding(text));
    QCOMPARE(made.status, 200);
    QCOMPARE(made.object().value("badge"_L1).toObject().value("long_description"_L1).toString(), text);
    QCOMPARE(ask.form("POST", u"/admin/badges.json"_s, "name=Longer&badge_type_id=3&long_description=" + QUrl::toPercentEncoding(text + u"x"_s)).status, 422);
}

void RouteCases::keepsScoreEventsInNoOrder()
{
    Asking ask;
    const QString path = u"/admin/plugins/gamification/score_events.json"_s;
    QList<int> ids;
    for (int i = 0; i < 3; ++i)
        ids.append(ask.form("POST", path, "user_id=12&date=2031-05-01&points=" + QByteArray::number(i)).object().value("id"_L1).toInt());
    QCOMPARE(ask.form("PUT", path, "id=" + QByteArray::number(ids[0]) + "&points=9").object().value("success"_L1).toString(), u"OK"_s);
    const QJsonArray events = ask.get(path + u"?user_id=12&date=2031-05-01"_s).object().value("events"_L1).toArray();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.last().toObject().value("id"_L1).toInt(), ids[0]); // what was updated lies at the end of the table
    QCOMPARE(events.last().toObject().value("points"_L1).toInt(), 9);
    // The busiest day does not fit into one answer.
    const QString busy = QDateTime::currentDateTimeUtc().date().addDays(-2).toString(Qt::ISODate);
    QCOMPARE(ask.get(path + u"?date="_s + busy).object().value("events"_L1).toArray().size(), 100);
    QCOMPARE(ask.send("DELETE", path, {}, ask.key()).status, 404);
}

void RouteCases::awardsInBulkLater()
{
    Asking ask;
    const int badge = badgeNamed(ask, u"Beekeeper"_s).value("id"_L1).toInt();
    const Answer answer = ask.multipart(u"/admin/badges/award/%1.json"_s.arg(badge), {}, {{"file", "people.csv", "text/csv", "Peter\nivy@mail.example\nnobody_here\n"}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().value("matched_users_count"_L1).toInt(), 2);
    QCOMPARE(answer.object().value("unmatched_entries"_L1).toArray().first().toString(), u"nobody_here"_s);
    QTRY_COMPARE(ask.forum().timesHeld(u"Peter"_s, u"Beekeeper"_s), 1);
    QTRY_VERIFY(ask.forum().timesHeld(u"ivy"_s, u"Beekeeper"_s) == 1);
    const QJsonArray rows = ask.get(u"/user-badges/peter.json"_s).object().value("user_badges"_L1).toArray();
    QCOMPARE(rows.last().toObject().value("granted_by_id"_L1).toInt(), -1);
    const Answer marked = ask.multipart(u"/admin/badges/award/%1.json"_s.arg(badge), {}, {{"file", "people.csv", "text/csv", "\xEF\xBB\xBFgwen\nfinn\n"}});
    QCOMPARE(marked.object().value("unmatched_entries_count"_L1).toInt(), 1); // a byte order mark spoils the first name
}

void RouteCases::showsAnOldBadgeText()
{
    Asking ask;
    const int id = badgeNamed(ask, u"Tool Lender"_s).value("id"_L1).toInt();
    const QString path = u"/admin/badges/%1.json"_s.arg(id);
    QCOMPARE(ask.json("PUT", path, {{u"listable"_s, false}}).object().value("badge"_L1).toObject().value("listable"_L1).toBool(), true);
    QCOMPARE(ask.json("PUT", path, {{u"listable"_s, u"false"_s}}).object().value("badge"_L1).toObject().value("listable"_L1).toBool(), false);
    QCOMPARE(ask.form("PUT", path, "description=a+<script>x</script><img src=y onerror=z>").object().value("badge"_L1).toObject().value("description"_L1).toString(), u"a x<img src=\"y\">"_s);
    QCOMPARE(ask.form("PUT", u"/admin/badges/1.json"_s, "name=Mine").object().value("badge"_L1).toObject().value("name"_L1).toString(), u"Basic"_s);
    QCOMPARE(ask.form("PUT", u"/admin/badges/999999.json"_s, "name=Mine").object().value("error"_L1).toString(), u"Not Found"_s);
}

void RouteCases::writesTextsOfSystemBadges()
{
    Asking ask;
    const QString path = u"/admin/customize/site_texts/badges.first_like.description.json"_s;
    QCOMPARE(ask.form("PUT", path, "site_text[value]=Gave+a+heart&site_text[locale]=en").status, 200);
    QCOMPARE(badgeNamed(ask, u"First Like"_s).value("description"_L1).toString(), u"Gave a heart"_s);
    QCOMPARE(ask.send("DELETE", path + u"?locale=en"_s, {}, ask.key()).status, 200);
    QCOMPARE(badgeNamed(ask, u"First Like"_s).value("description"_L1).toString(), u"Liked a post"_s);
}

void RouteCases::servesPicturesAndIcons()
{
    Asking ask;
    const QJsonObject apex = badgeNamed(ask, u"Apex 2026"_s);
    const Answer image = ask.send("GET", apex.value("image_url"_L1).toString());
    QCOMPARE(QImage::fromData(image.body).size(), QSize(512, 512));
    QVERIFY(apex.value("image_url"_L1).toString().contains(QString::fromLatin1(QCryptographicHash::hash(image.body, QCryptographicHash::Sha1).toHex())));
    for (const char *name : {"ada.moss", "ines_new"}) {
        const QJsonObject user = ask.get(u"/u/%1.json"_s.arg(QLatin1String(name))).object().value("user"_L1).toObject();
        const QString avatar = user.value("avatar_template"_L1).toString().replace(u"{size}"_s, u"96"_s);
        QCOMPARE(QImage::fromData(ask.send("GET", avatar).body).size(), QSize(96, 96));
    }
    QVERIFY(ask.send("GET", u"/svg-sprite/127.0.0.1/icon/ff0000/award.svg"_s).body.contains("fill=\"#ff0000\""));
    QCOMPARE(ask.send("GET", u"/svg-sprite/127.0.0.1/icon/cog.svg"_s).status, 404);
    QCOMPARE(ask.get(u"/svg-sprite/picker-search.json?filter="_s).array().size(), 500);
    QCOMPARE(ask.send("GET", u"/svg-sprite/picker-search.json?filter="_s).status, 403);
}

void RouteCases::findsPeople()
{
    Asking ask;
    const QJsonArray named = ask.get(u"/u/search/users.json?usernames=ADA.MOSS,hollis,nope,j%C3%BCrgen"_s).object().value("users"_L1).toArray();
    QCOMPARE(named.size(), 3);
    QCOMPARE(ask.get(u"/u/by-external/member-70005.json"_s).object().value("user"_L1).toObject().value("username"_L1).toString(), u"cora"_s);
    QCOMPARE(ask.send("GET", u"/u/by-external/nobody.json"_s, {}, ask.key()).status, 404);
    QCOMPARE(ask.get(u"/admin/users/list/all.json?email=c.vale%40mail.example"_s).array().first().toObject().value("username"_L1).toString(), u"cora"_s);
    const QJsonArray suspended = ask.get(u"/admin/users/list/suspended.json?order=username&asc=true"_s).array();
    QVERIFY(!suspended.isEmpty());
    const QJsonObject members = ask.get(u"/groups/trust_level_1/members.json?limit=1000"_s).object();
    QVERIFY(members.value("meta"_L1).toObject().value("total"_L1).toInt() > 1'000);
    QCOMPARE(members.value("members"_L1).toArray().size(), 1'000);
    QCOMPARE(ask.send("GET", u"/groups/night_gardeners/members.json"_s).status, 404); // hidden
    const QJsonObject report = ask.form("POST", u"/admin/plugins/explorer/queries/2/run.json"_s, "params={}&limit=5").object();
    QCOMPARE(report.value("rows"_L1).toArray().size(), 5);
    QVERIFY(ask.form("POST", u"/admin/plugins/explorer/queries/3/run.csv"_s, "params={}").body.startsWith("email,name\n"));
    const QJsonObject topic = ask.get(u"/t/11.json"_s).object();
    QCOMPARE(topic.value("posts_count"_L1).toInt(), 64);
    QVERIFY(ask.get(u"/post_action_users.json?id=101&post_action_type_id=2"_s).object().value("post_action_users"_L1).toArray().size() > 5);
}

void RouteCases::findsTopics()
{
    Asking ask;
    const QJsonObject topic = ask.get(u"/t/11.json"_s).object();
    const QString title = topic.value("title"_L1).toString();
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(title.toUpper()));
    for (const QString &page : {u"/search.json?q="_s, u"/search/query.json?term="_s}) {
        const QJsonObject found = ask.get(page + encoded).object();
        const QJsonObject first = found.value("topics"_L1).toArray().first().toObject();
        QCOMPARE(first.value("id"_L1).toInt(), 11);
        QCOMPARE(first.value("title"_L1).toString(), title);
        QCOMPARE(first.value("posts_count"_L1).toInt(), 64);
        QCOMPARE(found.value("posts"_L1).toArray().first().toObject().value("topic_id"_L1).toInt(), 11);
        // What finds nothing leaves the list out; so do words too short to look for.
        for (const QString &nothing : {u"zzzzz"_s, u"of"_s}) {
            const Answer none = ask.send("GET", page + nothing, {}, ask.key());
            QCOMPARE(none.status, 200);
            QVERIFY(!none.object().contains("topics"_L1));
            QVERIFY(none.object().value("posts"_L1).toArray().isEmpty());
        }
    }
    QCOMPARE(ask.send("GET", u"/search/query.json"_s, {}, ask.key()).status, 400);
}

void RouteCases::saysWhatIsThere()
{
    const QTemporaryDir folder;
    Options options;
    options.factsFile = folder.filePath(u"facts.json"_s);
    Asking ask(options);
    QFile file(options.factsFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject facts = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(facts.value("base"_L1).toString(), ask.address());
    QCOMPARE(facts.value("people"_L1).toArray().size(), 60);
    QCOMPARE(facts.value("keys"_L1).toObject().value("global_all"_L1).toString(), ask.forum().secret());
    QVERIFY(facts.value("icons"_L1).toInt() > 500);
    const Headers granular = {{"Api-Key", facts.value("keys"_L1).toObject().value("grant_only"_L1).toString().toUtf8()}, {"Api-Username", "rowan"}};
    const QJsonArray scopes = ask.send("GET", u"/session/scopes.json"_s, {}, granular).object().value("scopes"_L1).toArray();
    QCOMPARE(scopes.first().toObject().value("urls"_L1).toArray().first().toString(), u"/user_badges (POST)"_s);
}

void RouteCases::givesAUserKeyToAProgram()
{
    Asking ask;
    EVP_PKEY *pair = EVP_RSA_gen(2048);
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(bio, pair);
    char *pem = nullptr;
    const auto size = BIO_get_mem_data(bio, &pem);
    const QByteArray body = "application_name=Test&client_id=c1&nonce=n0nce&scopes=read,write&public_key=" + QUrl::toPercentEncoding(QString::fromLatin1(pem, static_cast<qsizetype>(size)));
    BIO_free(bio);
    QVERIFY(ask.send("HEAD", u"/user-api-key/new"_s).header("Auth-Api-Version") == "4");
    const Answer page = ask.send("POST", u"/user-api-key"_s, body, {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}});
    QCOMPARE(page.status, 200);
    const QByteArray sealed = QByteArray::fromBase64(page.object().value("payload"_L1).toString().remove(QLatin1Char('\n')).toLatin1());
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(pair, nullptr);
    EVP_PKEY_decrypt_init(context);
    EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
    QByteArray plain(512, '\0');
    auto plainSize = static_cast<size_t>(plain.size());
    QVERIFY(EVP_PKEY_decrypt(context, reinterpret_cast<unsigned char *>(plain.data()), &plainSize, reinterpret_cast<const unsigned char *>(sealed.constData()), static_cast<size_t>(sealed.size())) > 0);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(pair);
    plain.truncate(static_cast<qsizetype>(plainSize));
    const QJsonObject payload = QJsonDocument::fromJson(plain).object();
    QCOMPARE(payload.value("nonce"_L1).toString(), u"n0nce"_s);

    const Headers key = {{"User-Api-Key", payload.value("key"_L1).toString().toLatin1()}};
    QCOMPARE(ask.send("GET", u"/admin/badges.json"_s, {}, key).status, 200);
    QCOMPARE(ask.send("GET", u"/session/scopes.json"_s, {}, key).status, 404);
    QCOMPARE(ask.send("POST", u"/user-api-key/revoke.json"_s, {}, key).object().value("success"_L1).toString(), u"OK"_s);
    QCOMPARE(ask.send("GET", u"/session/current.json"_s, {}, key).status, 403);
}

void RouteCases::isAlwaysTheSameCommunity()
{
    Asking one;
    Asking other;
    QVERIFY(one.forum().secret() != other.forum().secret());
    for (const QString &path : {u"/admin/badges.json"_s, u"/user_badges.json?badge_id=102"_s, u"/t/11.json"_s, u"/leaderboard/1.json?period=monthly"_s})
        QCOMPARE(one.get(path).body, other.get(path).body);
    QCOMPARE(one.get(u"/admin/badges.json"_s).object().value("badges"_L1).toArray().size(), 38);
}

} // namespace badgewright::sample_cases
