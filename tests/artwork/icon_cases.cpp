// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/icon_names.h"
#include "artwork/icon_store.h"
#include "artwork/icon_suggestions.h"
#include "artwork/set_look_up.h"
#include "cases.h"
#include "support/await.h"
#include "support/clock.h"
#include "support/fake_forum.h"
#include "support/quick_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

QByteArray glyph(int n)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h" + QByteArray::number(n) + "v8z\"/></svg>";
}

const QStringList kKnown{u"trophy"_s, u"award"_s, u"medal"_s, u"gear"_s, u"circle-check"_s, u"face-smile"_s, u"far-face-smile"_s, u"star"_s, u"far-star"_s, u"palette"_s, u"futbol"_s};

} // namespace

void IconCases::namesAreReadAsPeopleWriteThem()
{
    QCOMPARE(iconNameOf(u"fa-star"_s), u"star"_s);
    QCOMPARE(iconNameOf(u" Star "_s), u"star"_s);
    QCOMPARE(iconNameOf(u"far fa-star"_s), u"far-star"_s);
    QCOMPARE(iconNameOf(u"fas fa-star"_s), u"star"_s);
    QCOMPARE(iconNameOf(u"fab fa-github"_s), u"fab-github"_s);
    QCOMPARE(iconNameOf(u"face smile"_s), u"face-smile"_s);
}

void IconCases::wordsHaveIcons()
{
    QVERIFY(iconsMeaning(u"winner"_s).contains(u"trophy"_s));
    QVERIFY(iconsMeaning(u"trophy"_s).contains(u"award"_s) && iconsMeaning(u"trophy"_s).contains(u"medal"_s));
    QVERIFY(!iconsMeaning(u"trophy"_s).contains(u"trophy"_s));
    QCOMPARE(iconsMeaning(u"colour"_s), iconsMeaning(u"color"_s));
    QCOMPARE(iconsMeaning(u"favourite"_s), iconsMeaning(u"favorite"_s));
    QVERIFY(iconsMeaning(u"Gardeners"_s).contains(u"seedling"_s));
    QVERIFY(iconsMeaning(u"soccer"_s).contains(u"futbol"_s));
    QCOMPARE(iconsMeaning(u"cog"_s).value(0), u"gear"_s);
    QCOMPARE(iconsMeaning(u"xyzzy"_s), QStringList());
    // The same word with another ending.
    QCOMPARE(iconsMeaning(u"helping"_s), iconsMeaning(u"help"_s));
    QCOMPARE(iconsMeaning(u"winning"_s), iconsMeaning(u"win"_s));
    QCOMPARE(iconsMeaning(u"celebrating"_s), iconsMeaning(u"celebrate"_s));
    QCOMPARE(iconsMeaning(u"trophies"_s), QStringList{u"trophy"_s} + iconsMeaning(u"trophy"_s));
    QCOMPARE(wordStems(u"ring"_s), QStringList()); // an ending is not all of a word
}

void IconCases::theNearestComeFirst()
{
    QCOMPARE(nearestIcons(u"trophi"_s, kKnown).value(0), u"trophy"_s);
    QCOMPARE(nearestIcons(u"tropyh"_s, kKnown).value(0), u"trophy"_s); // keys in the wrong order
    QCOMPARE(nearestIcons(u"fa-cog"_s, kKnown).value(0), u"gear"_s);
    QCOMPARE(nearestIcons(u"check-circle"_s, kKnown).value(0), u"circle-check"_s);
    QCOMPARE(nearestIcons(u"smile"_s, kKnown), (QStringList{u"face-smile"_s, u"far-face-smile"_s}));
    QCOMPARE(nearestIcons(u"far-trophy"_s, kKnown).value(0), u"trophy"_s); // no regular one there
    QCOMPARE(nearestIcons(u"winner"_s, kKnown).mid(0, 3), (QStringList{u"trophy"_s, u"award"_s, u"medal"_s}));
    QCOMPARE(nearestIcons(u"qqqqqqqq"_s, kKnown), QStringList());
    QCOMPARE(nearestIcons(u"star"_s, {u"star"_s}), QStringList()); // itself is no help
    QCOMPARE(nearestIcons(u"painting"_s, {u"star"_s, u"face-painted"_s}), QStringList{u"face-painted"_s});
}

void IconCases::theForumIsAskedForTheNearest()
{
    test::QuickClock clock;
    test::FakeForum forum(&clock);
    forum.icons = {{u"trophy"_s, glyph(1)}, {u"award"_s, glyph(2)}, {u"leaf"_s, glyph(3)}};
    const auto near = test::await(suggestIcons(forum.badges(), u"tropfy"_s, true, {}, this));
    QVERIFY(near);
    QCOMPARE(near->size(), 1);
    QCOMPARE(near->first().name, u"trophy"_s);
    QCOMPARE(near->first().svg, glyph(1));
    // Where the search is closed, by meaning alone.
    forum.calls.clear();
    const auto meant = test::await(suggestIcons(forum.badges(), u"winner"_s, false, {}, this));
    QCOMPARE(meant->value(0).name, u"trophy"_s);
    QCOMPARE(forum.count(u"icons"_s), 0);
    // What cannot be asked is left out, and what is known already is not asked for.
    forum.refuseNext({}, Error::of(ErrorKind::Network), 20);
    const auto offline = test::await(suggestIcons(forum.badges(), u"winner"_s, true, {{u"medal"_s, glyph(4)}}, this));
    QVERIFY(offline);
    QCOMPARE(offline->size(), 1);
    QCOMPARE(offline->first().name, u"medal"_s);
    forum.forgetFaults();
    // A set's unknown icons come with theirs.
    SetQuestions questions;
    questions.icons = {u"tropfy"_s, u"leaf"_s, u"qqqq"_s};
    const auto answers = test::await(lookUpForSet(forum.badges(), questions, &clock, this));
    QCOMPARE(answers->unknownIcons, (QSet<QString>{u"tropfy"_s, u"qqqq"_s}));
    QCOMPARE(answers->nearIcons.value(u"tropfy"_s), QStringList{u"trophy"_s});
    QCOMPARE(answers->nearIcons.value(u"qqqq"_s), QStringList());
}

void IconCases::keepsIconsOfAForum()
{
    const QTemporaryDir folder;
    const QDate today(2026, 5, 12);
    IconStore store(folder.path(), u"forum"_s);
    store.keep({u"star"_s, glyph(1)}, today);
    store.keep({u"far-star"_s, glyph(2)}, today.addDays(-8));
    store.keep({u"huge"_s, QByteArray(IconStore::kLargestSvg + 1, 'x')}, today);
    QVERIFY(store.hasChanges());
    QVERIFY(IconStore::save(store.takeChanges()));
    QVERIFY(!store.hasChanges());
    // Another window finds one more at the same time.
    IconStore other(folder.path(), u"forum"_s);
    QCOMPARE(other.search(u"star"_s).size(), 2);
    store.keep({u"leaf"_s, glyph(3)}, today);
    other.keep({u"bolt"_s, glyph(4)}, today);
    other.forget(u"far-star"_s);
    QVERIFY(IconStore::save(other.takeChanges()));
    QVERIFY(IconStore::save(store.takeChanges()));
    const IconStore again(folder.path(), u"forum"_s);
    QStringList names;
    for (const Icon &icon : again.search({}))
        names << icon.name;
    QCOMPARE(names, (QStringList{u"bolt"_s, u"leaf"_s, u"star"_s}));
    QCOMPARE(again.find(u"star"_s)->icon.svg, glyph(1));
    QVERIFY(again.find(u"star"_s)->isFresh(today.addDays(6)) && !again.find(u"star"_s)->isFresh(today.addDays(7)));
    QVERIFY(!again.find(u"huge"_s));
    // Neither another forum has them, nor does a name lead out of the folder.
    QVERIFY(IconStore(folder.path(), u"other"_s).search({}).isEmpty());
    IconStore climbing(folder.path(), u"../../up"_s);
    climbing.keep({u"star"_s, glyph(1)}, today);
    QVERIFY(IconStore::save(climbing.takeChanges()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    // A damaged file is as good as none.
    QFile file(folder.filePath(u"forum.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"icons\":{\"star\":3,\"leaf\":{\"svg\":\"<svg/>\"}}");
    file.close();
    QVERIFY(IconStore(folder.path(), u"forum"_s).search({}).isEmpty());
    QVERIFY(IconStore().search({}).isEmpty());
}
