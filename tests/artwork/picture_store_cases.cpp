// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_store.h"
#include "cases.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNoon(QDate(2026, 5, 12), QTime(12, 0), Qt::UTC);

QUrl address(int n)
{
    return QUrl(u"https://forum.example/uploads/default/original/1X/%1.png"_s.arg(n));
}

} // namespace

void PictureStoreCases::keepsPicturesOfAForum()
{
    const QTemporaryDir folder;
    const PictureStore store(folder.path(), u"forum"_s);
    QVERIFY(store.keep(address(1), "one", kNoon));
    QVERIFY(store.keep(address(1), "one again", kNoon.addDays(1)));
    QVERIFY(store.keep(address(2), {}, kNoon)); // nothing is no picture
    const PictureStore again(folder.path(), u"forum"_s);
    const auto kept = again.find(address(1));
    QVERIFY(kept && kept->bytes == "one again");
    QVERIFY(kept->isFresh(QDate(2026, 5, 19)) && !kept->isFresh(QDate(2026, 5, 20)));
    QVERIFY(!again.has(address(2)) && !again.find(address(2)));
    // What lies there does nothing when somebody opens it.
    const QFileInfoList files = QDir(folder.filePath(u"forum"_s)).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(!files.first().isExecutable() && files.first().suffix() == u"picture");
    // Neither another forum has it, nor does a name lead out of the folder.
    QVERIFY(!PictureStore(folder.path(), u"other"_s).has(address(1)));
    QVERIFY(PictureStore(folder.path(), u"../../up"_s).keep(address(1), "one", kNoon));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    again.forget(address(1));
    QVERIFY(!store.has(address(1)));
    QVERIFY(store.keep(address(3), "three", kNoon));
    store.removeAll();
    QVERIFY(!QDir(folder.filePath(u"forum"_s)).exists());
    QVERIFY(!PictureStore().keeps() && !PictureStore().find(address(1)));
}

void PictureStoreCases::throwsOutWhatTheForumGaveLongestAgo()
{
    const QTemporaryDir folder;
    const PictureStore store(folder.path(), u"forum"_s, 1000);
    const QByteArray picture(300, 'x');
    for (int day : {2, 1, 3}) // written in another order than they were seen in
        QVERIFY(store.keep(address(day), picture, kNoon.addDays(day)));
    QCOMPARE(store.roomLeft(), 0);
    QCOMPARE(PictureStore(folder.path(), u"other"_s, 1000).roomLeft(), 750);
    QVERIFY(store.keep(address(4), picture, kNoon.addDays(4)));
    QVERIFY(!store.has(address(1)));
    QVERIFY(store.has(address(2)) && store.has(address(3)) && store.has(address(4)));
    // A single one that is too large pushes nobody out, nor does it lie there.
    QVERIFY(store.keep(address(5), QByteArray(1001, 'x'), kNoon.addDays(5)));
    QVERIFY(!store.has(address(5)) && store.has(address(2)));
    // A clock that went wrong does not throw out what was just fetched.
    QVERIFY(store.keep(address(6), picture, kNoon.addYears(-30)));
    QVERIFY(store.has(address(6)) && !store.has(address(2)));
}

void PictureStoreCases::knowsAddressesThatTellTheirContent()
{
    const QString sha = u"5b12afb825d146578a8ad1e23728e63daa9b37aa"_s;
    QVERIFY(PictureStore::namesItsContent(QUrl(u"https://f.example/uploads/default/original/1X/%1.png"_s.arg(sha))));
    QVERIFY(PictureStore::namesItsContent(QUrl(u"https://bucket.example/original/2X/5/%1.jpeg"_s.arg(sha))));
    QVERIFY(!PictureStore::namesItsContent(QUrl(u"https://f.example/uploads/default/original/1X/badge.png"_s)));
    QVERIFY(!PictureStore::namesItsContent(QUrl(u"https://f.example/images/%1.png"_s.arg(sha))));
    QVERIFY(!PictureStore::namesItsContent(QUrl(u"https://f.example/original/1X/%1.png?v=2"_s.arg(sha))));
}
