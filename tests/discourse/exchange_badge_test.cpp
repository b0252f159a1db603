// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange_cases.h"

Q_DECLARE_METATYPE(badgewright::Picture)

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

namespace {

Picture png(const QString &name = u"gold.png"_s)
{
    return {name, QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(171, 'x'), u"image/png"_s};
}

} // namespace

void BadgeCases::the_list()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"badges:list"_s});
    const auto catalogue = await(forum->badges()->list());
    WORKED(catalogue);
    QCOMPARE(catalogue->badges.size(), 6);
    QCOMPARE(catalogue->types.size(), 3);
    QCOMPARE(catalogue->types.first().id, kGold);
    QCOMPARE(catalogue->groupings.first().name, u"Getting Started"_s);
    QVERIFY(catalogue->groupings.first().system);
    QVERIFY(catalogue->protectedSystemFields.contains(u"name"_s));
    const Badge *badge = catalogue->findByName(u"Autobiographer"_s);
    QVERIFY(badge);
    QCOMPARE(badge->id, 9);
    QVERIFY(badge->system);
    QVERIFY(!badge->manuallyGrantable);
    QVERIFY(badge->imageUrl.isEmpty());
    QCOMPARE(badge->typeId, kBronze);
    QCOMPARE(badge->trigger, std::optional<int>(8));
    QCOMPARE(badge->showInPostHeader.has_value(), version == u"3.5"_s);
    QVERIFY(!badge->imageUploadId);
    NO_COMPLAINTS(replay);
}

void BadgeCases::creating()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const auto form = replay.sent(u"badges:create, form"_s);
    BadgeFields wanted;
    wanted.name = QString::fromStdString(form["name"].get<std::string>());
    wanted.typeId = kBronze;
    wanted.description = u"Helps <b>others</b>"_s;
    wanted.icon = u"hand-holding-heart"_s;
    wanted.allowTitle = true;
    wanted.multipleGrant = false;
    wanted.listable = true;
    wanted.enabled = true;
    wanted.groupingId = 2;
    replay.arm({u"badges:create, form"_s});
    const auto written = await(forum->badges()->create(wanted));
    WORKED(written);
    QCOMPARE(written->ignored, QStringList());
    QCOMPARE(written->badge.id, replay.answer(u"badges:create, form"_s)["badge"]["id"].get<int>());
    QCOMPARE(written->badge.name, *wanted.name);
    QVERIFY(written->badge.allowTitle);

    // A field the forum of 2023 does not know is said to have been ignored.
    replay.arm({u"badges:create disabled"_s});
    const auto off = await(forum->badges()->create(fields([&](BadgeFields &f) { f.name = QString::fromStdString(replay.sent(u"badges:create disabled"_s)["name"]); f.typeId = kSilver; f.enabled = false; })));
    WORKED(off);
    QVERIFY(!off->badge.enabled);
    QCOMPARE(off->ignored, QStringList());
    NO_COMPLAINTS(replay);
}

void BadgeCases::refusals()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    BadgeFields wanted;
    wanted.name = QString::fromStdString(replay.sent(u"badges:create again with the same name"_s)["name"]);
    wanted.typeId = kBronze;
    replay.arm({u"badges:create again with the same name"_s});
    const auto written = await(forum->badges()->create(wanted));
    QCOMPARE(kindOf(written), ErrorKind::Invalid);
    QCOMPARE(written.error().httpStatus, 422);
    QCOMPARE(written.error().serverWords, QStringList{u"There is a badge of this name"_s});
    NO_COMPLAINTS(replay);
    // Forums of 2023 take these without a word, so they are not sent to any.
    QCOMPARE(kindOf(await(forum->badges()->create(fields([&](BadgeFields &f) { f.name = QString(101, u'n'); })))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(forum->badges()->update(112, fields([&](BadgeFields &f) { f.description = QString(501, u'd'); })))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(forum->badges()->create({}))), ErrorKind::RefusedHere);
    NO_COMPLAINTS(replay);
}

void BadgeCases::changing()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const BadgeId id = replay.idIn(u"badges:partial update keeps the rest"_s);
    replay.arm({u"badges:empty icon clears"_s});
    const auto cleared = await(forum->badges()->update(id, fields([&](BadgeFields &f) { f.icon = QString(u""_s); })));
    WORKED(cleared);
    QCOMPARE(cleared->badge.icon, QString());
    QCOMPARE(cleared->ignored, QStringList());
    replay.arm({u"badges:partial update keeps the rest"_s});
    const auto partly = await(forum->badges()->update(id, fields([&](BadgeFields &f) { f.icon = u"award"_s; f.showPosts = true; })));
    WORKED(partly);
    QCOMPARE(partly->badge.showPosts, std::optional(true));
    QVERIFY(partly->badge.allowTitle);
    replay.arm({u"badges:show in post header"_s});
    const auto header = await(forum->badges()->update(id, fields([&](BadgeFields &f) { f.showInPostHeader = true; })));
    WORKED(header);
    QCOMPARE(header->ignored, version == u"3.5"_s ? QStringList() : QStringList{u"show_in_post_header"_s});
    NO_COMPLAINTS(replay);
}

void BadgeCases::cleaned_html_is_not_ignored()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"badges:script in description"_s});
    const QString text = QString::fromStdString(replay.sent(u"badges:script in description"_s)["description"]);
    const auto written = await(forum->badges()->update(replay.idIn(u"badges:script in description"_s), fields([&](BadgeFields &f) { f.description = text; })));
    WORKED(written);
    QVERIFY(written->badge.description != text);
    QCOMPARE(written->ignored, QStringList());
    NO_COMPLAINTS(replay);
}

void BadgeCases::fields_of_the_forums_own_badges_are_ignored()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"badges:system badge: name ignored"_s});
    const auto written = await(forum->badges()->update(1, fields([&](BadgeFields &f) { f.name = u"Mine"_s; f.listable = false; })));
    WORKED(written);
    QCOMPARE(written->ignored, (QStringList{u"name"_s, u"listable"_s}));
    NO_COMPLAINTS(replay);
}

void BadgeCases::images()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const BadgeId id = replay.idIn(u"uploads-and-icons:attach"_s);
    const UploadId upload = replay.sent(u"uploads-and-icons:attach"_s)["image_upload_id"].get<int>();
    replay.arm({u"uploads-and-icons:attach"_s});
    const auto attached = await(forum->badges()->update(id, fields([&](BadgeFields &f) { f.imageUploadId = upload; })));
    WORKED(attached);
    QCOMPARE(attached->ignored, QStringList());
    // The forum of 2023 does not name the upload; what was sent is kept.
    QCOMPARE(attached->badge.imageUploadId, std::optional<UploadId>(upload));
    QCOMPARE(attached->badge.imageUrl.host(), replay.base().host());
    QCOMPARE(attached->badge.imageUrl.scheme(), u"http"_s);
    QVERIFY(attached->badge.imageUrl.path().startsWith(u"/uploads/default/original/"_s));
    replay.arm({u"uploads-and-icons:clear image"_s});
    const auto cleared = await(forum->badges()->update(id, fields([&](BadgeFields &f) { f.imageUploadId = 0; })));
    WORKED(cleared);
    QCOMPARE(cleared->ignored, QStringList());
    QVERIFY(cleared->badge.imageUrl.isEmpty());
    NO_COMPLAINTS(replay);
}

void BadgeCases::deleting()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    // The list says that this one is not the forum's own; the answer to deleting is empty.
    const BadgeId id = replay.idIn(u"badges:delete, granular key"_s);
    replay.arm({u"badges:list"_s, u"badges:delete, granular key"_s});
    WORKED(await(forum->badges()->remove(id)));
    replay.arm({u"badges:list"_s, u"badges:delete again"_s});
    QCOMPARE(kindOf(await(forum->badges()->remove(id))), ErrorKind::NotFound);
    NO_COMPLAINTS(replay);
    // The forum would delete its own badges without a word.
    const auto refused = await(forum->badges()->remove(9));
    QCOMPARE(kindOf(refused), ErrorKind::RefusedHere);
    NO_COMPLAINTS(replay);
}

void BadgeCases::groupings()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"badges:list"_s});
    const auto catalogue = await(forum->badges()->list());
    WORKED(catalogue);
    QList<Grouping> wanted = catalogue->groupings;
    wanted << Grouping{-1, u"Season 1"_s, {}, 0, false};
    replay.arm({u"badges:list"_s, u"badges:groupings: add one"_s});
    const auto saved = await(forum->badges()->saveGroupings(wanted, catalogue->groupings));
    WORKED(saved);
    QCOMPARE(saved->size(), 6);
    QCOMPARE(saved->last().name, u"Season 1"_s);
    QVERIFY(saved->last().id > 5);
    QVERIFY(!saved->last().system);

    // The forum's list is no longer the one the person saw.
    replay.arm({u"badges:list"_s});
    QCOMPARE(kindOf(await(forum->badges()->saveGroupings(wanted, *saved))), ErrorKind::Conflict);
    // The forum's own ones stay.
    replay.arm({u"badges:list"_s});
    const auto removed = await(forum->badges()->saveGroupings(catalogue->groupings.mid(1), catalogue->groupings));
    QCOMPARE(kindOf(removed), ErrorKind::RefusedHere);
    QVERIFY(removed.error().detail.contains(u"Getting Started"_s));
    NO_COMPLAINTS(replay);
    // A name the forum would drop silently is not sent at all.
    wanted.last().name = QString(101, u'x');
    QCOMPARE(kindOf(await(forum->badges()->saveGroupings(wanted, catalogue->groupings))), ErrorKind::RefusedHere);
    NO_COMPLAINTS(replay);
}

void BadgeCases::groupings_kept_silently()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"badges:list"_s});
    const auto catalogue = await(forum->badges()->list());
    WORKED(catalogue);
    QList<Grouping> wanted = catalogue->groupings;
    wanted[0].name = u"Beginnings"_s;
    replay.arm({u"badges:list"_s, u"badges:groupings: leave it out"_s});
    const auto saved = await(forum->badges()->saveGroupings(wanted, catalogue->groupings));
    QCOMPARE(kindOf(saved), ErrorKind::Invalid);
}

void BadgeCases::uploads()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"uploads-and-icons:upload"_s});
    const auto upload = await(forum->badges()->upload(png()));
    WORKED(upload);
    QCOMPARE(upload->id, replay.answer(u"uploads-and-icons:upload"_s)["id"].get<int>());
    QCOMPARE(upload->url.host(), replay.base().host());
    QCOMPARE(upload->url.scheme(), u"http"_s);
    QCOMPARE(upload->width, 64);
    QCOMPARE(upload->extension, u"png"_s);
    const QByteArray body = replay.seen().last().body;
    QVERIFY(body.contains("name=\"upload_type\"") && body.contains("name=\"type\"") && body.contains("badge_image"));
    QVERIFY(body.contains("filename=\"gold.png\""));
    // A large one comes back as another kind of picture.
    replay.arm({u"uploads-and-icons:upload, big png"_s});
    const auto big = await(forum->badges()->upload(png(u"big.png"_s)));
    WORKED(big);
    QVERIFY(big->extension == u"jpg"_s || big->extension == u"jpeg"_s);
    replay.arm({u"uploads-and-icons:upload, text named png"_s});
    const auto refused = await(forum->badges()->upload(png(u"a.png"_s)));
    QCOMPARE(kindOf(refused), ErrorKind::Invalid);
    // Entities of HTML are resolved in what a person reads.
    QCOMPARE(refused.error().serverWords, QStringList{u"The picture's size cannot be found out. Is it whole?"_s});
    NO_COMPLAINTS(replay);
}

void BadgeCases::uploads_refused_here_data()
{
    QTest::addColumn<Picture>("picture");
    QTest::newRow("kind") << Picture{u"a.svg"_s, "<svg/>", u"image/svg+xml"_s};
    QTest::newRow("program") << Picture{u"a.exe"_s, "MZ", u"application/octet-stream"_s};
    QTest::newRow("no extension") << Picture{u"a"_s, "x", u"image/png"_s};
    QTest::newRow("empty") << Picture{u"a.png"_s, {}, u"image/png"_s};
    QTest::newRow("too large") << Picture{u"a.png"_s, QByteArray(10240 * 1024 + 1, 'x'), u"image/png"_s};
}

void BadgeCases::uploads_refused_here()
{
    QFETCH_GLOBAL(QString, version);
    QFETCH(Picture, picture);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const auto upload = await(forum->badges()->upload(picture));
    QCOMPARE(kindOf(upload), ErrorKind::RefusedHere);
    QVERIFY(upload.error().detail.endsWith(u'.'));
    NO_COMPLAINTS(replay);
}

void BadgeCases::uploads_by_the_store()
{
    QFETCH_GLOBAL(QString, version);
    if (version != u"3.5"_s)
        return;
    Replay replay(version);
    // The settings of that forum with the switch for direct uploads turned on.
    const ForumPtr forum = replay.admin(true);
    const QString signedPath = QUrl(QString::fromStdString(replay.answer(u"direct-uploads:presign with checksum"_s)["url"])).path();
    replay.arm({u"direct-uploads:presign with checksum"_s, u"direct-uploads:put to the store"_s, u"direct-uploads:complete"_s});
    const auto upload = await(forum->badges()->upload(png(u"star.png"_s)));
    WORKED(upload);
    NO_COMPLAINTS(replay);
    const test::Seen put = replay.seen().at(replay.seen().size() - 2);
    QCOMPARE(put.verb, "PUT");
    QVERIFY(put.target.startsWith(signedPath.toUtf8()));
    QVERIFY(!put.headers.contains("api-key") && !put.headers.contains("api-username"));
    QVERIFY(put.headers.contains("x-amz-meta-sha1-checksum") && put.headers.contains("x-amz-acl"));
    QCOMPARE(put.body, png().bytes);

    // Whatever fails on that road, the common one is taken.
    for (const QStringList &road : {QStringList{u"direct-uploads:presign after a wrong size"_s, u"site-and-keys:scopes of a global key"_s},
                                    QStringList{u"direct-uploads:presign with checksum"_s, u"direct-uploads:put to the store"_s,
                                                u"direct-uploads:complete, wrong checksum"_s},
                                    QStringList{u"uploads-and-icons:presign without S3"_s}}) {
        replay.arm(road + QStringList{u"direct-uploads:upload by the common route with a store"_s});
        const auto other = await(forum->badges()->upload(png(u"b.png"_s)));
        WORKED(other);
        NO_COMPLAINTS(replay);
    }
    // A site that says it hands out no addresses is not asked again.
    replay.arm({u"direct-uploads:upload by the common route with a store"_s});
    WORKED(await(forum->badges()->upload(png(u"b.png"_s))));
    NO_COMPLAINTS(replay);
}

void BadgeCases::icons()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"uploads-and-icons:icons: search"_s});
    const auto icons = await(forum->badges()->searchIcons(u"heart"_s));
    WORKED(icons);
    QVERIFY(!icons->isEmpty());
    QCOMPARE(icons->first().name, u"far-heart"_s);
    QVERIFY(icons->first().svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    QVERIFY(icons->first().svg.contains("viewBox=\"0 0 512 512\""));
    QVERIFY(icons->first().svg.contains("<path d=\""));
    QVERIFY(!icons->first().svg.contains("symbol"));
    replay.arm({u"uploads-and-icons:icons: one svg"_s});
    const auto icon = await(forum->badges()->icon(u"award"_s));
    WORKED(icon);
    QVERIFY(icon->svg.contains("<svg"));
    QVERIFY(!replay.seen().last().headers.contains("api-key"));
    replay.arm({u"uploads-and-icons:icons: unknown"_s});
    QCOMPARE(kindOf(await(forum->badges()->icon(u"no-such-icon"_s))), ErrorKind::NotFound);
    // The names changed in 2024: only the forum knows which it draws.
    replay.arm({u"uploads-and-icons:icons: old FA5 name"_s});
    QCOMPARE(await(forum->badges()->icon(u"fa-cog"_s)).has_value(), version == u"3.1"_s);
    NO_COMPLAINTS(replay);
}

} // namespace badgewright::discourse_cases
