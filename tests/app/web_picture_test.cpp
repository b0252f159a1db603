// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web_picture_reader.h"
#include "support/await.h"
#include "support/scripted_server.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

/// Pictures from the web, and why there is none, in words.
class WebPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureComesWithItsName()
    {
        ScriptedServer server;
        server.then(Answer::of(200, "GIF89a", "image/gif")).then(Answer::of(200, "GIF89a", "image/gif"));
        WebPictureReader reader;
        const Result<WebPicture> picture = await(reader.fetch(server.url(u"/pictures/bee.gif"_s), server.url()));
        QVERIFY(picture);
        QCOMPARE(picture->bytes, "GIF89a"_ba);
        QCOMPARE(picture->fileName, u"bee.gif"_s);
        QCOMPARE(await(reader.fetch(server.url(u"/pictures/"_s), server.url()))->fileName, u"picture"_s);
    }

    void whyThereIsNone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("gone") << 404 << QByteArray("text/html") << QByteArray("no") << u"does not have this picture any more"_s;
        QTest::newRow("closed") << 403 << QByteArray("text/html") << QByteArray("no") << u"only to people who are signed in there"_s;
        QTest::newRow("broken") << 502 << QByteArray("text/html") << QByteArray("no") << u"the status 502"_s;
        QTest::newRow("page") << 200 << QByteArray("text/html") << QByteArray("<html>") << u"is a web page, not a picture"_s;
        QTest::newRow("empty") << 200 << QByteArray("image/png") << QByteArray() << u"is empty"_s;
        QTest::newRow("large") << 200 << QByteArray("image/png") << QByteArray(WebPictureReader::kLargest + 1, 'x') << u"is larger than 20 MB"_s;
    }

    void whyThereIsNone()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        ScriptedServer server;
        server.then(Answer::of(status, body, type));
        WebPictureReader reader;
        const Result<WebPicture> picture = await(reader.fetch(server.url(u"/a.png"_s), server.url()));
        QCOMPARE(kindOf(picture), ErrorKind::RefusedHere);
        QVERIFY2(picture.error().detail.contains(words), qPrintable(picture.error().detail));
        QVERIFY(picture.error().detail.contains(u"127.0.0.1"_s));
    }

    void progressIsToldAndItIsCalledOff()
    {
        ScriptedServer server;
        server.then(Answer::dribble(Answer::of(200, QByteArray(4000, 'x'), "image/png"), std::chrono::milliseconds(2)));
        WebPictureReader reader;
        auto *call = reader.fetch(server.url(u"/a.png"_s), server.url());
        qint64 seen = 0;
        connect(call, &PendingCall::progress, this, [&, call](qint64 done, qint64 total) {
            QCOMPARE(total, 4000);
            seen = done;
            if (done > 5)
                call->cancel();
        });
        QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
        QVERIFY(seen > 5 && seen < 4000);
    }
};

QTEST_GUILESS_MAIN(WebPictureTest)
#include "web_picture_test.moc"
