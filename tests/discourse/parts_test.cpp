// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

#include "discourse/icons.h"
#include "discourse/key_scopes.h"
#include "discourse/plain_text.h"
#include "discourse/version.h"
#include "forum/address.h"

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using discourse::Version;

void PartCases::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("candidates");
    QTest::newRow("host") << u"forum.example"_s << QStringList{u"https://forum.example"_s};
    QTest::newRow("slash, blanks, capitals") << u"  Forum.Example/ "_s << QStringList{u"https://forum.example"_s};
    QTest::newRow("page") << u"forum.example/latest"_s << QStringList{u"https://forum.example"_s};
    QTest::newRow("topic") << u"https://forum.example/t/hello/12/3?u=bob#post_2"_s << QStringList{u"https://forum.example"_s};
    QTest::newRow("folder") << u"https://x.example/forum"_s << QStringList{u"https://x.example/forum"_s, u"https://x.example"_s};
    QTest::newRow("page in a folder") << u"https://x.example/forum/latest"_s
                                      << QStringList{u"https://x.example/forum"_s, u"https://x.example"_s};
    QTest::newRow("unknown page") << u"x.example/a/b"_s
                                  << QStringList{u"https://x.example/a/b"_s, u"https://x.example/a"_s, u"https://x.example"_s};
    QTest::newRow("http typed") << u"http://forum.example"_s << QStringList{u"https://forum.example"_s, u"http://forum.example"_s};
    QTest::newRow("http and port") << u"http://forum.example:8080/t/1"_s << QStringList{u"http://forum.example:8080"_s};
    QTest::newRow("this computer") << u"localhost:3000"_s << QStringList{u"https://localhost:3000"_s, u"http://localhost:3000"_s};
    QTest::newRow("this computer, http") << u"http://127.0.0.1:3000/"_s << QStringList{u"http://127.0.0.1:3000"_s};
    QTest::newRow("this computer, https") << u"https://localhost"_s << QStringList{u"https://localhost"_s};
    QTest::newRow("IPv6") << u"::1"_s << QStringList{u"https://[::1]"_s, u"http://[::1]"_s};
    QTest::newRow("IPv6 in brackets") << u"[2001:db8::7]:8443/latest"_s << QStringList{u"https://[2001:db8::7]:8443"_s};
    QTest::newRow("usual port") << u"https://forum.example:443"_s << QStringList{u"https://forum.example"_s};
    QTest::newRow("angle brackets") << u"<https://forum.example>"_s << QStringList{u"https://forum.example"_s};
}

void PartCases::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, candidates);
    const auto found = candidatesFor(typed);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    QStringList texts;
    for (const QUrl &url : *found)
        texts << url.toString();
    QCOMPARE(texts, candidates);
}

void PartCases::no_addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u" "_s;
    QTest::newRow("words") << u"my forum"_s;
    QTest::newRow("e-mail") << u"bob@example.com"_s;
    QTest::newRow("mail link") << u"mailto:bob@example.com"_s;
    QTest::newRow("password") << u"https://bob:pw@example.com"_s;
    QTest::newRow("scheme") << u"ftp://example.com"_s;
    QTest::newRow("no host") << u"https://"_s;
    QTest::newRow("port") << u"https://example.com:99999999"_s;
}

void PartCases::no_addresses()
{
    QFETCH(QString, typed);
    const auto found = candidatesFor(typed);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::RefusedHere);
    QVERIFY(found.error().detail.endsWith(u'.'));
    QVERIFY(!found.error().detail.contains(u"pw"_s));
}

void PartCases::versions()
{
    const QStringList rising{u"2.7.9"_s,          u"2.8.0.beta2"_s, u"2.8.0"_s,          u"3.1.0.beta3"_s,       u"3.1.0"_s,
                             u"3.5.0.beta9-dev"_s, u"3.5.0"_s,      u"2026.1.0-latest"_s, u"2026.9.0-latest.1"_s, u"2026.10"_s};
    for (qsizetype i = 1; i < rising.size(); ++i)
        QVERIFY2(Version::parse(rising[i - 1]) < Version::parse(rising[i]), qPrintable(rising[i]));
    QVERIFY(!Version::parse(u"latest"_s).isKnown());
    QVERIFY(!Version::parse(QString()).isKnown());
    QVERIFY(Version::parse(u"3.2.0"_s) >= Version(3, 2));
    QVERIFY(Version::parse(u"3.2.0.beta1"_s) < Version(3, 2));
}

void PartCases::routes_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("fits");
    QTest::newRow("plain") << u"/admin/badges"_s << u"/admin/badges.json"_s << true;
    QTest::newRow("longer") << u"/admin/badges"_s << u"/admin/badges/1"_s << false;
    QTest::newRow("parameter") << u"/admin/badges/:id"_s << u"/admin/badges/12.json"_s << true;
    QTest::newRow("two parts for one") << u"/admin/badges/:id"_s << u"/admin/badges/award/12"_s << false;
    QTest::newRow("may be missing") << u"/badges/:id(/:slug)"_s << u"/badges/3"_s << true;
    QTest::newRow("may be there") << u"/badges/:id(/:slug)"_s << u"/badges/3/gold"_s << true;
    QTest::newRow("with format") << u"/user-badges/:username.json"_s << u"/user-badges/zoe.user.json"_s << true;
    QTest::newRow("rest") << u"/c/*category_slug_path_with_id/l/latest"_s << u"/c/a/b/4/l/latest"_s << true;
    QTest::newRow("everything") << u"*"_s << u"/site/settings"_s << true;
    QTest::newRow("dots are dots") << u"/a.b"_s << u"/axb"_s << false;
}

void PartCases::routes()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QFETCH(bool, fits);
    QCOMPARE(discourse::fitsRoute(pattern, path), fits);
}

void PartCases::plain_text_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("plain");
    QTest::newRow("tags") << u"Helps <b>others</b>"_s << u"Helps others"_s;
    QTest::newRow("entities") << u"Tom &amp; Jerry&#39;s &lt;3 &#x1F600;"_s << u"Tom & Jerry's <3 😀"_s;
    QTest::newRow("unknown entity") << u"AT&T; &nosuch; 3 &lt; 4"_s << u"AT&T; &nosuch; 3 < 4"_s;
    QTest::newRow("no tag") << u"2 < 3 and 4 > 1"_s << u"2 < 3 and 4 > 1"_s;
    QTest::newRow("comment, style") << u"<style>a{}</style>x<!-- y -->z"_s << u"xz"_s;
    QTest::newRow("half a surrogate") << u"&#xD800;"_s << u"&#xD800;"_s;
}

void PartCases::plain_text()
{
    QFETCH(QString, html);
    QFETCH(QString, plain);
    QCOMPARE(discourse::plainText(html), plain);
}

void PartCases::symbols()
{
    QCOMPARE(discourse::symbolName(u"fa-star"_s), u"star"_s);
    QCOMPARE(discourse::symbolName(u"far fa-star"_s), u"far-star"_s);
    QCOMPARE(discourse::symbolName(u"fab fa-github"_s), u"fab-github"_s);
    QCOMPARE(discourse::symbolName(u"fas fa-star"_s), u"star"_s);
    QCOMPARE(discourse::symbolName(u"fas-star"_s), u"star"_s);
    QCOMPARE(discourse::symbolName(u"MyBee"_s), u"MyBee"_s);
    QCOMPARE(discourse::symbolName(u"hand-holding-heart"_s), u"hand-holding-heart"_s);
    const QByteArray svg = discourse::documentOfSymbol("<symbol id=\"a\" viewBox=\"0 0 2 2\"><g><path d=\"M0 0\"/></g></symbol>");
    QVERIFY(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" fill=\"currentColor\" viewBox=\"0 0 2 2\"><g><path d=\"M0 0\""));
    QVERIFY(svg.endsWith("</g></svg>"));
    QCOMPARE(discourse::documentOfSymbol("<symbol><path"), QByteArray());
    QCOMPARE(discourse::documentOfSymbol("<html/>"), QByteArray());
}

} // namespace badgewright::discourse_cases
