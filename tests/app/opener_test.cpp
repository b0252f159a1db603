// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/any_forum_opener.h"
#include "forum/address.h"
#include "support/await.h"
#include "support/scripted_server.h"
#include "support/test_certificates.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

class OpenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolderIsAskedAsEachKind()
    {
        ScriptedServer server;
        AnyForumOpener opener;
        QCOMPARE(kindOf(await(opener.probe(server.url(u"/a/b"_s).toString()))), ErrorKind::Unreadable);
        QStringList paths;
        for (const Seen &seen : server.seen())
            paths << QString::fromLatin1(seen.target.split('?').first());
        for (const QString &folder : {u"/a/b"_s, u"/a"_s, QString()}) {
            QVERIFY(paths.contains(folder + u"/site/basic-info.json"_s));
            QVERIFY(paths.contains(folder + u"/services/v2/award.json"_s));
        }
    }

    void whereNobodyAnswersIsAskedOnce()
    {
        ScriptedServer server;
        server.handle([](const Seen &) { return Answer::cut(); });
        AnyForumOpener opener;
        QCOMPARE(kindOf(await(opener.probe(server.url(u"/x/y/z"_s).toString()))), ErrorKind::Network);
        QVERIFY(!server.seen().isEmpty());
        for (const Seen &seen : server.seen())
            QCOMPARE(seen.target, "/x/y/z/site/basic-info.json"_ba);
    }

    void aBadCertificateStops()
    {
        const Identity own = makeIdentity("localhost"_ba, -1, 1);
        ScriptedServer server(own.certificate, own.key);
        AnyForumOpener opener;
        QCOMPARE(kindOf(await(opener.probe(server.url(u"/a/b"_s).toString()))), ErrorKind::Tls);
        QCOMPARE(server.connections(), 1);
    }

    void whatIsWorthTrying()
    {
        const QList<QUrl> both = *candidatesFor(u"http://forum.example/a"_s);
        QCOMPARE(both.size(), 4);
        QCOMPARE(worthTrying(both, both.first(), ErrorKind::Unreadable), both);
        // Nobody on the safe port: the other may be meant, as it was typed.
        QCOMPARE(worthTrying(both, both.first(), ErrorKind::TimedOut), both.mid(2));
        QCOMPARE(worthTrying(both, both.first(), ErrorKind::Tls), QList<QUrl>());
        // This computer's own servers speak either.
        const QList<QUrl> here = *candidatesFor(u"localhost:4321"_s);
        QCOMPARE(worthTrying(here, here.first(), ErrorKind::Tls), here.mid(1));
    }
};

QTEST_GUILESS_MAIN(OpenerTest)
#include "opener_test.moc"
