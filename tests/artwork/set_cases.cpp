// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_set_file.h"
#include "artwork/loose_badges.h"
#include "artwork/set_comparison.h"
#include "artwork/set_look_up.h"
#include "cases.h"
#include "support/await.h"
#include "support/fake_forum.h"
#include "support/quick_clock.h"
#include "zips.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

QByteArray discPng(const QColor &colour = Qt::darkGreen)
{
    return pictures::encoded(pictures::disc({128, 128}, colour), "png");
}

/// A forum with two groupings and three badges, one of them with a picture.
BadgeCatalogue garden(const QByteArray &picture)
{
    BadgeCatalogue all;
    all.groupings = {{1, u"Getting Started"_s, {}, 10, true}, {102, u"Garden"_s, u"For those who grow things"_s, 11, false}, {5, u"Other"_s, {}, 12, true}};
    Badge thumb;
    thumb.id = 101;
    thumb.name = u"Green Thumb"_s;
    thumb.description = u"Everything grows – “here” <b>too</b>"_s;
    thumb.longDescription = u"Two\nlines"_s;
    thumb.typeId = kGold;
    thumb.groupingId = 102;
    thumb.icon = u"leaf"_s;
    thumb.allowTitle = true;
    thumb.listable = false;
    thumb.showInPostHeader = true;
    thumb.imageUploadId = 9;
    thumb.imageUrl = QUrl(u"https://forum.example/uploads/default/original/1X/%1.png"_s.arg(
        QString::fromLatin1(QCryptographicHash::hash(picture, QCryptographicHash::Sha1).toHex())));
    Badge bee;
    bee.id = 102;
    bee.name = u"Bee"_s;
    bee.icon = u"bug"_s;
    bee.query = u"SELECT 1"_s;
    Badge first;
    first.id = 3;
    first.name = u"First Seed"_s;
    first.system = true;
    all.badges = {thumb, bee, first};
    return all;
}

BadgeSet exported(const BadgeCatalogue &all, const QByteArray &picture)
{
    return badgeSetOf(all, all.badges.mid(0, 2), {{all.badges.first().imageUrl, picture}}, DesignStore({}, {}), u"https://forum.example"_s,
                      QDateTime({2026, 5, 12}, {9, 30}, Qt::UTC));
}

QByteArray described(const QByteArray &badges)
{
    return R"({"badgewright-badge-set":1,"badges":[)" + badges + "]}";
}

QString refusal(const QByteArray &bytes)
{
    const Result<BadgeSet> set = badgeSetFromBytes(bytes);
    return set ? u"taken"_s : set.error().detail;
}

SetMatch compared(const SetBadge &badge, const BadgeCatalogue &catalogue, const QByteArray &forumBytes = {})
{
    const Badge *existing = catalogue.findByName(badge.name());
    return matchOf(badge, catalogue, existing ? comparePicture(badge, *existing, forumBytes) : PictureSameness::Same);
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void SetCases::comesBackAsItWent()
{
    const QByteArray picture = discPng();
    const BadgeCatalogue all = garden(picture);
    const BadgeSet set = exported(all, picture);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"garden.badges.zip"_s);
    QVERIFY(test::await(writeBadgeSetLater(this, set, path)));
    const auto progress = std::make_shared<SetProgress>();
    const Result<BadgeSet> back = test::await(readBadgeSetLater(this, path, {}, progress));
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(progress->done, 2);
    QCOMPARE(progress->total, 2);
    QCOMPARE(back->origin, u"https://forum.example"_s);
    QCOMPARE(back->madeAt, set.madeAt);
    QCOMPARE(back->groupings.size(), 2); // those that its badges are in
    QCOMPARE(back->groupings.first().name, u"Garden"_s);
    QCOMPARE(back->groupings.first().description, u"For those who grow things"_s);
    QCOMPARE(back->badges.size(), 2);
    const SetBadge &thumb = back->badges.first();
    QVERIFY2(thumb.allProblems().isEmpty(), qPrintable(thumb.allProblems().join(u' ')));
    QVERIFY(thumb.fields == set.badges.first().fields);
    QCOMPARE(thumb.grouping, u"Garden"_s);
    QCOMPARE(thumb.picture->file.bytes, picture);
    QCOMPARE(thumb.picture->file.mimeType, u"image/png"_s);
    QCOMPARE(back->badges.last().query, u"SELECT 1"_s);
    QVERIFY(!back->badges.last().fields.showInPostHeader); // the forum did not say
    QVERIFY(!back->badges.last().picture && back->badges.last().saysPicture);
    // What was drawn goes along untouched, and the same bytes are made of the same set.
    BadgeSet drawn = *back;
    drawn.badges.first().design = QJsonDocument::fromJson(designToJson(startDesign(kGold))).object();
    drawn.badges.last().design = {{u"layers"_s, 3}}; // nobody could open that again
    const Result<QByteArray> bytes = badgeSetToBytes(drawn);
    QCOMPARE(badgeSetFromBytes(*bytes)->badges.first().design, drawn.badges.first().design);
    const SetBadge last = badgeSetFromBytes(*bytes)->badges.last();
    QVERIFY(last.design.isEmpty() && last.allProblems().isEmpty());
    QVERIFY2(last.remarks.join(u' ').contains(u"was left out: This is not a design of Badgewright."_s), qPrintable(last.remarks.join(u' ')));
    QCOMPARE(*badgeSetToBytes(drawn), *bytes);
}

void SetCases::samePictureGoesOnce()
{
    const QByteArray picture = discPng();
    BadgeSet set = exported(garden(picture), picture);
    set.badges.last().picture = set.badges.first().picture;
    const QByteArray bytes = *badgeSetToBytes(set);
    QCOMPARE(bytes.count("PK\x01\x02"), 2); // set.json and one picture
    const Result<BadgeSet> back = badgeSetFromBytes(bytes);
    QCOMPARE(back->badges.last().picture->file.bytes, picture);
    QVERIFY(back->badges.last().pictureRemarks.contains(u"It has the same picture as “Green Thumb”."_s));
}

void SetCases::missingPicturesAreSaidAtExport()
{
    const BadgeCatalogue all = garden(discPng());
    const BadgeSet set = badgeSetOf(all, {all.badges.first()}, {}, DesignStore({}, {}), u"https://forum.example"_s, {});
    QCOMPARE(set.remarks, QStringList{u"The badge Green Thumb goes without its picture: its picture could not be read"_s});
    const Result<BadgeSet> back = badgeSetFromBytes(*badgeSetToBytes(set));
    QVERIFY(!back->badges.first().saysPicture); // so an update leaves the other forum's alone
}

void SetCases::designsGoWithTheirPicturesOnly()
{
    const BadgeCatalogue all = garden(discPng());
    const Badge &thumb = all.badges.first();
    QTemporaryDir folder;
    DesignStore store(folder.path(), u"forum"_s);
    const QString key = DesignStore::keyOf(thumb.id);
    const auto hasDesign = [&](const QByteArray &picture) {
        const BadgeSet set = badgeSetOf(all, {thumb}, {{thumb.imageUrl, picture}}, store, u"https://forum.example"_s, {});
        return !set.badges.first().design.isEmpty();
    };
    QVERIFY(store.keep(key, DesignStore::Stage::InUse, startDesign(kGold)));
    QVERIFY(hasDesign(discPng())); // older than the record of its picture
    DrawnPicture drawn = DrawnPicture::of(discPng(Qt::red));
    QVERIFY(store.keepPicture(key, drawn));
    QVERIFY(!hasDesign(discPng()));
    QVERIFY(hasDesign(discPng(Qt::red))); // put there by hand
    // The forum has made another file of it.
    drawn.onForum = {9, QUrl(u"https://elsewhere.example/9.png"_s)};
    QVERIFY(store.keepPicture(key, drawn));
    QVERIFY(hasDesign(discPng()));
    drawn.onForum = {8, thumb.imageUrl};
    QVERIFY(store.keepPicture(key, drawn));
    QVERIFY(!hasDesign(discPng()));
    // Sent, and the next picture was not seen yet; then it is the one that is there.
    drawn.awaited = true;
    QVERIFY(store.keepPicture(key, drawn));
    QVERIFY(hasDesign(discPng()));
    drawn.onForum.uploadId = 9;
    QVERIFY(store.keepPicture(key, drawn));
    QVERIFY(!hasDesign(discPng()));
    store.move(key, u"badge-7"_s);
    QVERIFY(store.picture(u"badge-7"_s) && !store.picture(key));
    store.remove(u"badge-7"_s, DesignStore::Stage::InUse);
    QVERIFY(!store.picture(u"badge-7"_s));
}

void SetCases::refusesWhatIsNoSet_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const QByteArray good = described(R"({"name":"Bee"})");
    const auto zip = [](const QList<zips::Entry> &entries) { return zips::made(entries); };
    QTest::newRow("empty") << QByteArray() << u"The file is empty."_s;
    QTest::newRow("a picture") << discPng() << u"This is not a badge set: it is not a zip file"_s;
    QTest::newRow("cut") << zip({{"set.json", good}}).left(60) << u"The file is damaged"_s;
    QTest::newRow("head only") << QByteArray("PK\x03\x04") << u"The file is damaged"_s;
    QTest::newRow("other zip") << zip({{"readme.txt", "hello"}}) << u"there is no set.json in it"_s;
    QTest::newRow("damaged json") << zip({{"set.json", good.left(20)}}) << u"its set.json cannot be read"_s;
    QTest::newRow("a list") << zip({{"set.json", "[]"}}) << u"its set.json cannot be read"_s;
    QTest::newRow("deep") << zip({{"set.json", QByteArray(200'000, '[')}}) << u"its set.json cannot be read"_s;
    QTest::newRow("other json") << zip({{"set.json", "{}"}}) << u"its set.json does not say so"_s;
    QTest::newRow("newer") << zip({{"set.json", R"({"badgewright-badge-set":2,"badges":[]})"}}) << u"made by a newer Badgewright"_s;
    QTest::newRow("climbs") << zip({{"set.json", good}, {"pictures/../../x.png", "x"}}) << u"a path that climbs out of it"_s;
    QTest::newRow("climbs backwards") << zip({{"set.json", good}, {"..\\x.png", "x"}}) << u"a path that climbs out of it"_s;
    QTest::newRow("absolute") << zip({{"set.json", good}, {"/etc/passwd", "x"}}) << u"an absolute path"_s;
    QTest::newRow("drive") << zip({{"set.json", good}, {"C:/x.png", "x"}}) << u"an absolute path"_s;
    QTest::newRow("control") << zip({{"set.json", good}, {"pictures/a\nb.png", "x"}}) << u"a name that is not one of a file"_s;
    QTest::newRow("turned around") << zip({{"set.json", good}, {"pictures/\xE2\x80\xAEgnp.exe", "x"}}) << u"a name that is not one of a file"_s;
    QTest::newRow("twice") << zip({{"set.json", good}, {"set.json", "{}"}}) << u"twice"_s;
    QTest::newRow("twice but for case") << zip({{"set.json", good}, {"SET.json", "{}"}}) << u"twice"_s;
    QTest::newRow("bomb") << zip({{"set.json", good}, {"pictures/a.png", QByteArray(64 * 1024 * 1024, '\0'), true}}) << u"would become far larger"_s;
    QTest::newRow("claims too much") << zip({{"set.json", good}, {"a", "x", false, 0xfffffff0}}) << u"would become far larger"_s;
    QTest::newRow("json too large") << zip({{"set.json", QByteArray(9 * 1024 * 1024, ' '), false}}) << u"is the most"_s;
    QTest::newRow("json lies") << zip({{"set.json", described("") + QByteArray(100'000, ' '), true, 50}}) << u"There is more in “set.json” than the file says"_s;
    QTest::newRow("locked") << zip({{"set.json", good, false, -1, 1}}) << u"password"_s;
    QByteArray many = described(R"({"name":"Bee"})" + QByteArray(R"(,{"name":"Bee"})").repeated(1000));
    QTest::newRow("too many badges") << zip({{"set.json", many}}) << u"The set has 1,001 badges"_s;
    QList<zips::Entry> entries{{"set.json", good}};
    for (int i = 0; i < 4001; ++i)
        entries << zips::Entry{"f" + QByteArray::number(i), {}};
    QTest::newRow("too many entries") << zip(entries) << u"more than 4,000 files"_s;
    // The end of the file can say only 16 bits of it: 65,536 + 1 looks like 1.
    QList<zips::Entry> wrapped{{"set.json", good}};
    for (int i = 0; i < 65536; ++i)
        wrapped << zips::Entry{"f" + QByteArray::number(i), {}};
    QTest::newRow("more entries than it can say") << zip(wrapped) << u"The file "_s;
}

void SetCases::refusesWhatIsNoSet()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const QString said = refusal(bytes);
    QVERIFY2(said.contains(sentence), qPrintable(said));
}

void SetCases::oneBadBadgeKeepsOnlyItselfBack()
{
    const QByteArray picture = discPng();
    const QByteArray set = zips::made({{"set.json", described(R"({"name":"Good","picture":"pictures/good.png","type":"silver","from the future":1},
        {"name":"Missing","picture":"pictures/missing.png"},
        {"name":"Elsewhere","picture":"set.json"},
        {"name":"Text","picture":"pictures/text.png"},
        {"name":"Cut","picture":"pictures/cut.png"},
        {"name":"Lies","picture":"pictures/lies.png"},
        {"name":"Wide","picture":"pictures/wide.png"},
        {"name":"Odd","type":"lead","listable":"perhaps","description":7},
        {"name":"Good"},
        {"description":"nameless"},
        17,
        {"name":"Link","picture":"pictures/link.png"},
        {"name":"Zip","picture":"pictures/zip.png"},
        {"name":"At\u202etack\u0007","description":"a\nb\u2066c","icon":"le\u200baf"})" + QByteArray(R"(,{"name":")") + QByteArray(101, 'n') + R"("})")},
                                       {"pictures/good.png", picture},
                                       {"pictures/text.png", "hello"},
                                       {"pictures/cut.png", picture.left(picture.size() / 2)},
                                       {"pictures/lies.png", picture + QByteArray(5000, 'x'), true, picture.size()},
                                       {"pictures/wide.png", pictures::pngClaiming(50'000, 50'000)},
                                       {"pictures/link.png", "/etc/passwd", false, -1, 0, 0120777},
                                       {"pictures/zip.png", zips::made({{"set.json", "{}"}})}});
    const Result<BadgeSet> read = badgeSetFromBytes(set);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const auto problem = [&](int row) { return read->badges.at(row - 1).allProblems().join(u' '); };
    QCOMPARE(read->badges.size(), 15);
    QCOMPARE(problem(1), QString());
    QCOMPARE(read->badges.first().fields.typeId, kSilver);
    QCOMPARE(problem(2), u"“pictures/missing.png” is not in the file."_s);
    QVERIFY(problem(3).contains(u"not in the folder “pictures”"_s));
    QVERIFY(problem(4).startsWith(u"text.png: "_s));
    QVERIFY(problem(5).contains(u"cut off"_s));
    QVERIFY2(problem(6).contains(u"There is more in"_s), qPrintable(problem(6)));
    QVERIFY2(problem(7).contains(u"50,000 × 50,000"_s), qPrintable(problem(7)));
    for (const QString &part : {u"“type” is not gold, silver or bronze."_s, u"“listable” is not true or false."_s, u"“description” is not a text."_s})
        QVERIFY2(problem(8).contains(part), qPrintable(problem(8)));
    QCOMPARE(problem(9), u"Row 1 has the same name."_s);
    QVERIFY(problem(10).contains(u"needs a name"_s));
    QVERIFY(problem(11).contains(u"not a badge"_s));
    QVERIFY2(problem(12).contains(u"This is text, not a picture"_s), qPrintable(problem(12))); // nothing is followed
    QVERIFY2(problem(13).contains(u"This is not a picture that can be read here"_s), qPrintable(problem(13)));
    QCOMPARE(problem(14), QString());
    QCOMPARE(read->badges.at(13).name(), u"Attack"_s);
    QCOMPARE(read->badges.at(13).fields.description, u"a\nbc"_s);
    QVERIFY(read->badges.at(13).remarks.join(u' ').contains(u"Invisible characters"_s));
    QVERIFY(problem(15).contains(u"may have 100 characters"_s));
}

void SetCases::damagedSetsBreakNothing()
{
    const QByteArray picture = pictures::encoded(pictures::disc({24, 24}), "png");
    const QByteArray good = *badgeSetToBytes(exported(garden(picture), picture));
    quint32 seed = 20260512;
    const auto next = [&seed](qsizetype below) {
        seed = seed * 1664525 + 1013904223;
        return qsizetype(seed >> 8) % below;
    };
    int taken = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bad = good;
        if (round % 5 == 0)
            bad.truncate(next(bad.size()));
        for (qsizetype flips = 1 + next(4); flips > 0 && !bad.isEmpty(); --flips)
            bad[next(bad.size())] = char(next(256));
        const Result<BadgeSet> set = badgeSetFromBytes(bad);
        QVERIFY(set || !set.error().detail.isEmpty());
        taken += set.has_value();
    }
    QVERIFY(taken > 0 && taken < 3000); // some damage concerns one picture only, or nothing that is read
}

void SetCases::photosAreNotKept()
{
    QTemporaryDir folder;
    const QByteArray photo = pictures::encoded(pictures::photo({1200, 900}), "jpg");
    put(folder.filePath(u"a.jpg"_s), photo);
    SetReading reading;
    const SetPicture kept = *badgesFromFolder(folder.path(), reading)->badges.first().picture;
    QCOMPARE(kept.file.bytes, photo);
    QVERIFY(kept.upload.bytes != photo);
    reading.keepFiles = false;
    const SetPicture sent = *badgesFromFolder(folder.path(), reading)->badges.first().picture;
    QCOMPARE(sent.file.bytes, kept.upload.bytes);
    QVERIFY(sent.still.width() <= SetPicture::kStillSide);
}

void SetCases::allPicturesTogetherHaveALimit()
{
    SetReading reading;
    reading.allMegapixels = 0.02;
    const QByteArray set = zips::made({{"set.json", described(R"({"name":"A","picture":"pictures/a.png"},{"name":"B","picture":"pictures/b.png"},
        {"name":"C","picture":"pictures/c.png"},{"name":"D","picture":"pictures/a.png"})")},
                                       {"pictures/a.png", discPng(Qt::red)},
                                       {"pictures/b.png", discPng(Qt::blue)},
                                       {"pictures/c.png", discPng(Qt::yellow)}});
    const Result<BadgeSet> read = badgeSetFromBytes(set, reading);
    QVERIFY(read->badges.at(1).picture);
    QVERIFY(read->badges.at(2).allProblems().join(u' ').contains(u"Load fewer at once"_s));
    QVERIFY(read->badges.at(3).picture); // read already

    // Each frame of an animation is one to be decoded.
    QTemporaryDir folder;
    for (int i = 1; i <= 3; ++i)
        put(folder.filePath(u"%1.gif"_s.arg(i)), pictures::animatedGif(200 + i));
    reading.prepare.allowedExtensions = {u"gif"_s};
    const Result<BadgeSet> moving = badgesFromFolder(folder.path(), reading);
    QVERIFY(moving->badges.at(1).picture);
    QVERIFY(moving->badges.at(2).allProblems().join(u' ').contains(u"Load fewer at once"_s));
}

void SetCases::nobodyWaitsAnyMore()
{
    const auto progress = std::make_shared<SetProgress>();
    progress->wanted = false;
    const Result<BadgeSet> read = badgeSetFromBytes(zips::made({{"set.json", described(R"({"name":"A"})")}}), {}, progress);
    QCOMPARE(test::kindOf(read), ErrorKind::Cancelled);
}

void SetCases::comparesWithAForum()
{
    const QByteArray picture = discPng();
    const BadgeCatalogue all = garden(picture);
    BadgeSet set = exported(all, picture);
    const SetBadge thumb = set.badges.first();
    // Its address names what is in it, so nothing has to be read.
    QVERIFY(!needsForumPicture(thumb, all.badges.first()));
    QCOMPARE(compared(thumb, all).state, SetState::Same);
    QCOMPARE(compared(set.badges.last(), all).state, SetState::Same); // the same query: the same badge

    SetBadge changed = thumb;
    changed.fields.description = u"Other words"_s;
    changed.fields.typeId = kSilver;
    changed.grouping = u"Orchard"_s;
    SetMatch match = compared(changed, all);
    QCOMPARE(match.state, SetState::Changed);
    QCOMPARE(match.changedFields(), (QStringList{u"description"_s, u"badge_type_id"_s, u"badge_grouping_id"_s}));
    QVERIFY(match.allows(SetAction::Update) && !match.allows(SetAction::Create));
    QCOMPARE(match.usual(), SetAction::Skip);

    SetBadge fresh = thumb;
    fresh.fields.name = u"green thumb"_s;
    match = compared(fresh, all);
    QCOMPARE(match.state, SetState::New);
    QCOMPARE(match.usual(), SetAction::Create);
    QVERIFY(match.why.contains(u"differs only in capital letters"_s));

    SetBadge clash = thumb;
    clash.fields.name = u"First Seed"_s;
    match = compared(clash, all);
    QCOMPARE(match.state, SetState::NameClash);
    QVERIFY(match.why.contains(u"a badge of the forum itself"_s));
    QVERIFY(!match.allows(SetAction::Update) && !match.allows(SetAction::Create));
    clash.fields.name = u"Bee"_s;
    match = compared(clash, all);
    QCOMPARE(match.state, SetState::NameClash);
    QVERIFY(match.why.contains(u"by a query"_s));
    QCOMPARE(freeName(u"Bee"_s, {u"Bee"_s, u"Bee 2"_s}), u"Bee 3"_s);
    QCOMPARE(freeName(QString(100, u'n'), {QString(100, u'n')}), QString(98, u'n') + u" 2"_s);
    // A forum counts characters, of which many emoji take two units here; none is cut in half.
    const QString bees = u"🐝"_s.repeated(100);
    BadgeFields many;
    many.name = bees;
    QVERIFY(problemsOf(many, true).isEmpty());
    QCOMPARE(freeName(bees, {bees}), u"🐝"_s.repeated(98) + u" 2"_s);
    many.name = bees + u'!';
    QVERIFY(problemsOf(many, true).value(0).endsWith(u"this one has 101."_s));

    SetBadge wrong = thumb;
    wrong.problems << u"Its picture is missing."_s;
    QCOMPARE(compared(wrong, all).state, SetState::Problem);
}

void SetCases::whatIsNotToldIsNotCompared()
{
    const QByteArray picture = discPng();
    BadgeCatalogue all = garden(picture);
    const BadgeSet told = exported(all, picture);
    QVERIFY(told.badges.first().fields.showPosts && told.notes.isEmpty());
    all.badges.first().showPosts.reset();
    all.badges[1].query.reset();
    all.badges[1].manuallyGrantable = false;
    const BadgeSet untold = exported(all, picture);
    QVERIFY(!untold.badges.first().fields.showPosts);
    QCOMPARE(untold.notes.size(), 2);
    QVERIFY(untold.remarks.isEmpty());

    SetBadge thumb = told.badges.first();
    thumb.fields.showPosts = true;
    SetMatch match = compared(thumb, all);
    QCOMPARE(match.state, SetState::Same);
    QVERIFY2(match.why.contains(u"not readable with this key"_s), qPrintable(match.why));
    thumb.fields.description = u"Other words"_s;
    QCOMPARE(compared(thumb, all).changedFields(), QStringList{u"description"_s});

    // A badge with a query stays what it is, whether the query is read or only known to be there.
    SetBadge bee = told.badges.last();
    bee.fields.description = u"Other words"_s;
    QCOMPARE(compared(bee, all).state, SetState::NameClash);
    bee.query.clear();
    QCOMPARE(compared(bee, all).state, SetState::NameClash);
    // And one of which not even that is known.
    all.badges[1].manuallyGrantable = true;
    match = compared(bee, all);
    QCOMPARE(match.state, SetState::NameClash);
    QVERIFY2(match.why.contains(u"is not readable with this key"_s), qPrintable(match.why));
    all.badges[1].query = QString();
    QCOMPARE(compared(bee, all).state, SetState::Changed);
}

void SetCases::anIconOrAPicture()
{
    const QByteArray picture = discPng();
    BadgeCatalogue all = garden(picture);
    // A table that names an icon means it to be seen.
    const Result<BadgeSet> table = badgesFromRows({{1, {u"Name"_s, u"Icon"_s, u"Picture"_s}}, {2, {u"Green Thumb"_s, u"seedling"_s, {}}}, {3, {u"Bee"_s, {}, {}}}}, QDir::tempPath());
    QVERIFY(table);
    SetMatch match = compared(table->badges.first(), all);
    QCOMPARE(match.changedFields(), (QStringList{u"icon"_s, u"image_upload_id"_s}));
    QVERIFY2(match.why.contains(u"taken away"_s), qPrintable(match.why));
    QVERIFY(!table->badges.last().choosesIcon);
    // One that lies behind the picture already was not chosen now.
    SetBadge hidden = table->badges.first();
    hidden.fields.icon = all.badges.first().icon;
    QCOMPARE(compared(hidden, all).state, SetState::Same);
    // A set that says nothing of a picture leaves it, and that is told.
    SetBadge silent = table->badges.first();
    silent.choosesIcon = false;
    match = compared(silent, all);
    QCOMPARE(match.changedFields(), QStringList{u"icon"_s});
    QVERIFY2(match.why.contains(u"hides the icon"_s), qPrintable(match.why));
    // A picture takes the place of an icon that was seen, and of no other.
    SetBadge pictured = exported(all, picture).badges.first();
    pictured.fields.icon.reset();
    all.badges.first().imageUrl.clear();
    match = compared(pictured, all);
    QCOMPARE(match.changedFields(), (QStringList{u"icon"_s, u"image_upload_id"_s}));
    QCOMPARE(match.changes.icon, std::optional(QString()));
    all.badges.first().imageUrl = QUrl(u"https://forum.example/uploads/other.png"_s);
    QCOMPARE(compared(pictured, all, discPng(Qt::red)).changedFields(), QStringList{u"image_upload_id"_s});
}

void SetCases::picturesAreComparedByWhatTheyShow()
{
    const QImage disc = pictures::disc({128, 128}, Qt::darkGreen);
    const QByteArray picture = pictures::encoded(disc, "png");
    BadgeCatalogue all = garden(picture);
    const SetBadge thumb = exported(all, picture).badges.first();
    all.badges.first().imageUrl = QUrl(u"https://forum.example/uploads/badge.png"_s);
    QVERIFY(needsForumPicture(thumb, all.badges.first()));
    // Packed anew by the forum it is the same picture still.
    const QByteArray again = pictures::encoded(disc, "png", 0);
    QVERIFY(again != picture);
    QCOMPARE(compared(thumb, all, again).state, SetState::Same);
    QCOMPARE(compared(thumb, all, discPng(Qt::red)).changedFields(), QStringList{u"image_upload_id"_s});
    const SetMatch unread = compared(thumb, all, {});
    QCOMPARE(unread.state, SetState::Same);
    QVERIFY(unread.why.contains(u"could not be looked at"_s));
    SetBadge bare = thumb;
    bare.picture.reset();
    QCOMPARE(compared(bare, all).changedFields(), QStringList{u"image_upload_id"_s}); // it says that it has none
    bare.saysPicture = false;
    QCOMPARE(compared(bare, all).state, SetState::Same);
}

void SetCases::looksAtTheForumPatiently()
{
    using namespace std::chrono_literals;
    test::QuickClock clock;
    test::FakeForum forum(&clock);
    SetQuestions questions;
    for (int i = 0; i < 20; ++i) {
        const QString path = u"/uploads/%1.png"_s.arg(i);
        forum.pictures.insert(path, QByteArray::number(i));
        questions.pictures << QUrl(forum.theConnection.base.toString() + path);
    }
    forum.icons = {{u"leaf"_s, "<svg/>"}};
    questions.icons = {u"leaf"_s, u"no-such-icon"_s, u"leaf"_s};
    questions.pictures << questions.pictures.first() << QUrl(forum.theConnection.base.toString() + u"/uploads/gone.png"_s);
    Error wait = Error::of(ErrorKind::RateLimited);
    wait.retryAfter = 7s;
    forum.refuseNext(u"image"_s, wait, 2);
    auto *call = lookUpForSet(forum.badges(), questions, &clock, this);
    qint64 told = 0;
    connect(call, &PendingCall::progress, this, [&told](qint64 done, qint64 total) {
        QCOMPARE(total, 23); // each once
        told = done;
    });
    const Result<SetAnswers> answers = test::await(call);
    QVERIFY(answers);
    QCOMPARE(told, 23);
    QCOMPARE(answers->pictures.size(), 20);
    QCOMPARE(answers->pictures.value(questions.pictures.at(7)), QByteArray("7"));
    QCOMPARE(answers->unknownIcons, QSet<QString>{u"no-such-icon"_s});
    QCOMPARE(answers->firstTrouble->kind, ErrorKind::NotFound); // the picture that is gone
    QVERIFY(!clock.pauses.isEmpty() && clock.pauses.first() == 7s);
    QCOMPARE(forum.count(u"image"_s), 23); // with the two that were to wait
    QVERIFY(forum.mostAtOnce > 1 && forum.mostAtOnce <= 4);
}

void SetCases::lookingIsCalledOff()
{
    test::QuickClock clock;
    test::FakeForum forum(&clock);
    forum.holding = true;
    SetQuestions questions;
    for (int i = 0; i < 20; ++i)
        questions.pictures << QUrl(u"https://forum.example/uploads/%1.png"_s.arg(i));
    auto *call = lookUpForSet(forum.badges(), questions, &clock, this);
    QTRY_VERIFY(forum.count(u"image"_s) > 0);
    call->cancel();
    QCOMPARE(test::kindOf(test::await(call)), ErrorKind::Cancelled);
    forum.release();
    QCoreApplication::processEvents();
    QVERIFY(forum.count(u"image"_s) <= 4);
}
