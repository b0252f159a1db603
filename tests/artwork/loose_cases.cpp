// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/loose_badges.h"
#include "cases.h"
#include "support/await.h"
#include "zips.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

QByteArray discPng(const QColor &colour = Qt::darkGreen)
{
    return pictures::encoded(pictures::disc({128, 128}, colour), "png");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void LooseCases::readsAFolder()
{
    QTemporaryDir folder;
    const QByteArray picture = discPng();
    put(folder.filePath(u"bee_keeper-10.png"_s), picture);
    put(folder.filePath(u"bee_keeper-9.png"_s), discPng(Qt::red));
    put(folder.filePath(u"copy.png"_s), picture);
    put(folder.filePath(u"false.jpg"_s), "hello");
    put(folder.filePath(u"notes.txt"_s), "hello");
    QDir(folder.path()).mkdir(u"deeper.png"_s);
    const Result<BadgeSet> set = badgesFromFolder(folder.path());
    QVERIFY(set);
    QStringList names;
    for (const SetBadge &badge : set->badges)
        names << badge.name();
    QCOMPARE(names, (QStringList{u"Bee keeper 9"_s, u"Bee keeper 10"_s, u"Copy"_s, u"False"_s}));
    QVERIFY(set->badges.at(0).allProblems().isEmpty() && set->badges.at(0).picture);
    QCOMPARE(set->badges.at(2).pictureRemarks, QStringList{u"It has the same picture as “Bee keeper 10”."_s});
    // The row is called after its file, so the sentence is not.
    QCOMPARE(set->badges.at(3).source, u"false.jpg"_s);
    QVERIFY(set->badges.at(3).hasPictureProblem());
    QVERIFY(!set->badges.at(3).allProblems().join(u' ').contains(u"false.jpg"_s));
    QCOMPARE(set->remarks.size(), 1);
    QTemporaryDir bare;
    QVERIFY(badgesFromFolder(bare.path()).error().detail.contains(u"no pictures"_s));
}

void LooseCases::readsFoldersInAFolder()
{
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"summer 2/late"_s);
    QDir(folder.path()).mkpath(u"summer 10"_s);
    QDir(folder.path()).mkpath(u".hidden"_s);
    put(folder.filePath(u"ant.png"_s), discPng(Qt::black));
    put(folder.filePath(u"summer 2/bee.png"_s), discPng(Qt::red));
    put(folder.filePath(u"summer 2/late/fly.png"_s), discPng(Qt::green));
    put(folder.filePath(u"summer 10/bee.png"_s), discPng(Qt::blue));
    put(folder.filePath(u"summer 10/notes.txt"_s), "hello");
    put(folder.filePath(u".hidden/secret.png"_s), discPng(Qt::white));
    const auto sources = [](const Result<BadgeSet> &set) {
        QStringList all;
        for (const SetBadge &badge : set->badges)
            all << badge.source;
        return all;
    };
    const Result<BadgeSet> set = badgesFromFolder(folder.path());
    QVERIFY(set);
    QCOMPARE(sources(set), (QStringList{u"ant.png"_s, u"summer 2/bee.png"_s, u"summer 2/late/fly.png"_s, u"summer 10/bee.png"_s}));
    QCOMPARE(set->badges.at(2).name(), u"Fly"_s);
    QVERIFY(set->badges.at(2).picture);
    QVERIFY(set->badges.at(3).allProblems().contains(u"Row 2 has the same name."_s));
    QCOMPARE(set->remarks.size(), 1); // the text
    // Where it ends it says so.
    const Result<BadgeSet> shallow = badgesFromFolder(folder.path(), {}, {}, {1, 100});
    QVERIFY(shallow);
    QCOMPARE(shallow->badges.size(), 3);
    QCOMPARE(shallow->remarks.first(), u"Folders that lie too deep were not looked into: summer 2/late."_s);
    const Result<BadgeSet> many = badgesFromFolder(folder.path(), {}, {}, {8, 7});
    QCOMPARE(test::kindOf(many), ErrorKind::RefusedHere);
    QVERIFY2(many.error().detail.startsWith(u"There are more than 7 files in the folder"_s), qPrintable(many.error().detail));
    QVERIFY(badgesFromFolder(folder.path(), {}, {}, {8, 8}));
    // A folder that may not be read is not passed over without a word.
    if (QFile::setPermissions(folder.filePath(u"summer 10"_s), {}) && !QDir(folder.filePath(u"summer 10"_s)).isReadable())
        QVERIFY(badgesFromFolder(folder.path())->remarks.contains(u"These folders cannot be read: summer 10."_s));
    QFile::setPermissions(folder.filePath(u"summer 10"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void LooseCases::followsNoLinkOutOfAFolder()
{
    QTemporaryDir folder;
    QTemporaryDir outside;
    QDir(folder.path()).mkdir(u"inner"_s);
    put(folder.filePath(u"inner/bee.png"_s), discPng());
    put(outside.filePath(u"secret.png"_s), discPng(Qt::red));
    put(outside.filePath(u"text.txt"_s), "hello");
    QVERIFY(QFile::link(outside.filePath(u"secret.png"_s), folder.filePath(u"a.png"_s)));
    QVERIFY(QFile::link(outside.filePath(u"text.txt"_s), folder.filePath(u"b.png"_s)));
    QVERIFY(QFile::link(folder.filePath(u"inner/bee.png"_s), folder.filePath(u"c.png"_s))); // stays inside
    QVERIFY(QFile::link(folder.filePath(u"gone.png"_s), folder.filePath(u"d.png"_s)));
    QVERIFY(QFile::link(outside.path(), folder.filePath(u"elsewhere"_s)));
    QVERIFY(QFile::link(folder.path(), folder.filePath(u"inner/circle"_s)));
    const Result<BadgeSet> set = badgesFromFolder(folder.path());
    QVERIFY(set);
    QStringList names;
    for (const SetBadge &badge : set->badges)
        names << badge.source;
    QCOMPARE(names, (QStringList{u"a.png"_s, u"b.png"_s, u"c.png"_s, u"d.png"_s, u"inner/bee.png"_s}));
    for (const int row : {0, 1})
        QCOMPARE(set->badges.at(row).allProblems(), QStringList{u"This is a link that leads out of the folder, so it was not read."_s});
    QVERIFY(set->badges.at(2).picture);
    QCOMPARE(set->badges.at(3).allProblems(), QStringList{u"d.png cannot be read: it is a link to a file that is not there."_s});
    QCOMPARE(set->remarks, QStringList{u"Links to folders elsewhere were not followed: elsewhere."_s});
    // A folder that is a link itself is the one that was meant.
    QVERIFY(QFile::link(folder.path(), outside.filePath(u"way"_s)));
    const Result<BadgeSet> same = badgesFromFolder(outside.filePath(u"way"_s));
    QVERIFY(same);
    QCOMPARE(same->badges.size(), 5);
}

void LooseCases::linksToFoldersThatAreNotReadAreSaid()
{
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"summer/late"_s);
    QDir(folder.path()).mkpath(u".hidden"_s);
    put(folder.filePath(u"summer/bee.png"_s), discPng());
    put(folder.filePath(u"summer/late/fly.png"_s), discPng(Qt::red));
    put(folder.filePath(u".hidden/ant.png"_s), discPng(Qt::blue));
    QVERIFY(QFile::link(folder.filePath(u".hidden"_s), folder.filePath(u"ants"_s)));
    QVERIFY(QFile::link(folder.filePath(u"summer/late"_s), folder.filePath(u"flies"_s)));
    const Result<BadgeSet> set = badgesFromFolder(folder.path());
    QVERIFY(set);
    QCOMPARE(set->badges.size(), 2);
    QCOMPARE(set->remarks, QStringList{u"These links lead to folders that were not looked into: ants."_s});
    const Result<BadgeSet> shallow = badgesFromFolder(folder.path(), {}, {}, {1, 100});
    QVERIFY(shallow && shallow->remarks.contains(u"These links lead to folders that were not looked into: ants, flies."_s));
}

void LooseCases::whatIsNoFileIsSaid()
{
    QTemporaryDir folder;
    put(folder.filePath(u"bee.png"_s), discPng());
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe.png"_s)).constData(), 0600), 0); // reading it would never end
    QVERIFY(QFile::link(folder.filePath(u"gone"_s), folder.filePath(u"link.png"_s)));
    const Result<BadgeSet> set = badgesFromFolder(folder.path());
    QVERIFY(set);
    QCOMPARE(set->badges.size(), 3);
    QCOMPARE(set->badges.at(1).allProblems(), QStringList{u"link.png cannot be read: it is a link to a file that is not there."_s});
    QCOMPARE(set->badges.at(2).allProblems(), QStringList{u"pipe.png cannot be read: it is no file, but a pipe or a device."_s});
    const Result<BadgeSet> rows = badgesFromRows({{1, {u"Name"_s, u"Picture"_s}}, {2, {u"Ant"_s, u"link.png"_s}}, {3, {u"Fly"_s, u"pipe.png"_s}}}, folder.path());
    QVERIFY(rows);
    QCOMPARE(rows->badges.at(0).allProblems(), QStringList{u"This link leads to a file that is not there."_s});
    QCOMPARE(rows->badges.at(1).allProblems(), QStringList{u"pipe.png cannot be read: it is no file, but a pipe or a device."_s});
}

void LooseCases::namesThatCannotBeReadAreSaid()
{
    QTemporaryDir folder;
    put(folder.filePath(u"bee.png"_s), discPng());
    QVERIFY(QFile::copy(folder.filePath(u"bee.png"_s), folder.filePath(u"plain.png"_s)));
    // As an old archive leaves it, which no QString can name.
    const QByteArray at = QFile::encodeName(folder.path());
    QCOMPARE(std::rename(QByteArray(at + "/plain.png").constData(), QByteArray(at + "/caf\xe9.png").constData()), 0);
    const Result<BadgeSet> set = badgesFromFolder(folder.path());
    QVERIFY(set);
    QCOMPARE(set->badges.size(), 1);
    QVERIFY2(set->remarks.value(0).startsWith(u"1 picture"_s), qPrintable(set->remarks.join(u' ')));
    std::remove(QByteArray(at + "/caf\xe9.png").constData());
}

void LooseCases::namesHoldNothingThatIsNotSeen()
{
    const Result<BadgeSet> set = badgesFromRows({{1, {u"Name"_s, u"Icon"_s}}, {2, {u"Sa\u200Bme"_s, u"leaf"_s}}, {3, {u"Cafe\u0301"_s, u"leaf"_s}}, {4, {u"Café"_s, u"leaf"_s}}}, {});
    QVERIFY(set);
    QCOMPARE(set->badges.at(0).name(), u"Same"_s);
    QVERIFY(!set->badges.at(0).remarks.isEmpty());
    QCOMPARE(set->badges.at(2).allProblems(), QStringList{u"Row 3 has the same name."_s});
    // A book in one cell is no description; what could never be published is not carried about.
    const Result<BadgeSet> book = badgesFromRows({{1, {u"Name"_s, u"Description"_s}}, {2, {u"Ant"_s, QString(1'000'000, u'x')}}}, {});
    QVERIFY(book->badges.at(0).fields.description->size() <= 20'000);
    QVERIFY(book->badges.at(0).remarks.join(u' ').contains(u"cut after 20,000 characters"_s));
}

void LooseCases::readsRows()
{
    QTemporaryDir folder;
    QTemporaryDir outside;
    put(folder.filePath(u"bee.png"_s), discPng());
    put(folder.filePath(u"text.png"_s), "hello");
    put(outside.filePath(u"secret.png"_s), discPng());
    QFile::link(outside.filePath(u"secret.png"_s), folder.filePath(u"link.png"_s));
    const QList<TextRow> rows{{1, {u"Name"_s, u"Picture"_s, u"Type"_s, u"long description"_s, u"Grouping"_s, u"Multiple grant"_s, u"Colour"_s}},
                              {2, {u"Bee"_s, u"bee.png"_s, u"Gold"_s, u"Two\nlines"_s, u"Garden"_s, u"yes"_s}},
                              {4, {u"Ant"_s, u"ant.png"_s}},
                              {5, {u"Wasp"_s, u"../"_s + QDir(outside.path()).dirName() + u"/secret.png"_s}},
                              {6, {u"Fly"_s, outside.filePath(u"secret.png"_s)}},
                              {7, {u"Moth"_s, u"link.png"_s}},
                              {8, {u"Bug"_s, u"text.png"_s, u"lead"_s, {}, {}, u"perhaps"_s}},
                              {9, {u"Bee"_s, {}}},
                              {10, {QString(), u"bee.png"_s}},
                              {11, {QString(), QString(), u"gold"_s}}};
    const Result<BadgeSet> set = badgesFromRows(rows, folder.path());
    QVERIFY2(set, set ? "" : qPrintable(set.error().detail));
    const auto problem = [&](int index) { return set->badges.at(index).allProblems().join(u' '); };
    const SetBadge &bee = set->badges.first();
    QVERIFY2(problem(0).isEmpty(), qPrintable(problem(0)));
    QCOMPARE(bee.row, 2);
    QCOMPARE(bee.fields.typeId, kGold);
    QCOMPARE(bee.fields.longDescription, u"Two\nlines"_s);
    QCOMPARE(bee.fields.multipleGrant, true);
    QCOMPARE(bee.grouping, u"Garden"_s);
    QVERIFY(bee.picture && !bee.fields.description && !bee.fields.enabled); // columns that are not there say nothing
    QCOMPARE(problem(1), u"There is no picture “ant.png” in the folder of the table."_s);
    for (int outsider : {2, 3, 4})
        QVERIFY2(problem(outsider).contains(u"outside the folder"_s), qPrintable(problem(outsider)));
    for (const QString &part : {u"This is text, not a picture"_s, u"“lead” is not gold"_s, u"“perhaps” in the column “Multiple grant” is neither yes nor no"_s})
        QVERIFY2(problem(5).contains(part), qPrintable(problem(5)));
    QCOMPARE(problem(6), u"Row 2 has the same name."_s);
    QVERIFY(!set->badges.at(6).saysPicture);
    QCOMPARE(set->badges.at(7).name(), u"Bee"_s); // from its picture, and so there twice
    QVERIFY(problem(8).contains(u"needs a name"_s));
    QCOMPARE(set->remarks, QStringList{u"These columns are not known here and were passed over: Colour."_s});
    const Result<BadgeSet> empty = badgesFromRows({{1, {u"Name"_s, u"Icon"_s, u"Type"_s, u"Grouping"_s, u"Enabled"_s, u"Description"_s, u"Long description"_s}}, {2, {u"Bee"_s, {}, {}, {}, {}, {}, u" "_s}}}, folder.path());
    QVERIFY(empty && !empty->badges.first().grouping); // nor do cells
    QCOMPARE(fieldNames(empty->badges.first().fields), QStringList{u"name"_s});
    QVERIFY(badgesFromRows({{1, {u"Bee"_s, u"bee.png"_s}}}, folder.path()).error().detail.contains(u"must name its columns"_s));
    QVERIFY(badgesFromRows({{1, {u"Name"_s}}}, folder.path()).error().detail.contains(u"no row below"_s));
}
