// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "cases.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace badgewright::sample_cases {

using namespace Qt::StringLiterals;
using sample::Options;
using sample::SampleForum;

namespace {

const QByteArray grantPeter = "username=Peter&badge_name=Beekeeper";

Options keptIn(const QTemporaryDir &folder, const QString &name = u"state"_s)
{
    Options options;
    options.stateFile = folder.filePath(name);
    return options;
}

} // namespace

void StateCases::keepsChangesOverARestart()
{
    const QTemporaryDir folder;
    Asking ask(keptIn(folder));
    const QString secret = ask.forum().secret();
    QCOMPARE(ask.form("POST", u"/user_badges.json"_s, grantPeter).status, 200);
    const QByteArray image = picture(40, 40, 21);
    const QJsonObject upload = ask.multipart(u"/uploads.json"_s, {{"upload_type", "badge_image"}}, {{"file", "x.png", "image/png", image}}).object();
    const QJsonObject badge = ask.form("POST", u"/admin/badges.json"_s, "name=Kept&badge_type_id=2&image_upload_id=" + QByteArray::number(upload.value("id"_L1).toInt())).object().value("badge"_L1).toObject();
    QCOMPARE(ask.form("DELETE", u"/admin/badges/117.json"_s, {}).status, 200);
    const QString events = u"/admin/plugins/gamification/score_events.json"_s;
    const int event = ask.form("POST", events, "user_id=4&date=2026-01-02&points=5&description=first").object().value("id"_L1).toInt();
    ask.form("PUT", events, "id=" + QByteArray::number(event) + "&points=6");
    QCOMPARE(ask.form("PUT", u"/admin/plugins/gamification/recalculate-scores.json"_s, "from_date=2026-01-01").status, 200);
    ask.form("POST", u"/admin/badges/badge_groupings.json"_s, "ids[]=1&ids[]=-1&names[]=Beginning&names[]=Ours");
    const QByteArray badges = ask.get(u"/admin/badges.json"_s).body;

    ask.stop();
    ask.start(keptIn(folder));
    QCOMPARE(ask.forum().secret(), secret);
    QCOMPARE(ask.forum().timesHeld(u"Peter"_s, u"Beekeeper"_s), 1);
    QCOMPARE(ask.get(u"/admin/badges.json"_s).body, badges);
    QCOMPARE(ask.send("GET", badge.value("image_url"_L1).toString()).body, image);
    QCOMPARE(ask.get(events + u"?id=%1"_s.arg(event)).object().value("events"_L1).toArray().first().toObject().value("points"_L1).toInt(), 6);
    QCOMPARE(ask.get(u"/admin/plugins/discourse-gamification/leaderboards.json"_s).object().value("gamification_recalculate_scores_remaining"_L1).toInt(), 4);
    // An id is never given twice.
    QVERIFY(ask.form("POST", events, "user_id=4&date=2026-01-02&points=5").object().value("id"_L1).toInt() > event);
}

void StateCases::hasWhatWasAnsweredOnDisk()
{
    const QTemporaryDir folder;
    Asking ask(keptIn(folder));
    QCOMPARE(ask.form("POST", u"/user_badges.json"_s, grantPeter).status, 200);
    // What a killed process leaves behind is the file as it stands at this moment.
    QVERIFY(QFile::copy(folder.filePath(u"state"_s), folder.filePath(u"copy"_s)));
    Asking after(keptIn(folder, u"copy"_s));
    QCOMPARE(after.forum().timesHeld(u"Peter"_s, u"Beekeeper"_s), 1);
    QCOMPARE(after.forum().secret(), ask.forum().secret());
}

void StateCases::cutsOffAnUnfinishedLine()
{
    const QTemporaryDir folder;
    Asking ask(keptIn(folder));
    QCOMPARE(ask.form("POST", u"/user_badges.json"_s, grantPeter).status, 200);
    ask.stop();
    QFile file(folder.filePath(u"state"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"do\":\"grants\",\"gra");
    file.close();
    ask.start(keptIn(folder));
    QCOMPARE(ask.forum().timesHeld(u"Peter"_s, u"Beekeeper"_s), 1);
    QCOMPARE(ask.form("POST", u"/user_badges.json"_s, "username=Peter&badge_name=Tool+Lender").status, 200);
    ask.stop();
    ask.start(keptIn(folder));
    QVERIFY(ask.forum().timesHeld(u"Peter"_s, u"Tool Lender"_s) == 1);
}

void StateCases::finishesABulkAward()
{
    const QTemporaryDir folder;
    Asking ask(keptIn(folder));
    QByteArray people;
    const QJsonArray members = ask.get(u"/groups/fair_helpers/members.json?limit=300"_s).object().value("members"_L1).toArray();
    for (const auto &each : members)
        people += each.toObject().value("username"_L1).toString().toUtf8() + '\n';
    const QString multiple = u"Bug Spotter"_s;
    int before = 0;
    for (const auto &each : members)
        before += ask.forum().timesHeld(each.toObject().value("username"_L1).toString(), multiple);
    QCOMPARE(ask.multipart(u"/admin/badges/award/112.json"_s, {{"grant_existing_holders", "true"}}, {{"file", "p.csv", "text/csv", people}}).status, 200);
    ask.stop(); // in the midst of it
    ask.start(keptIn(folder));
    const auto now = [&] {
        int held = 0;
        for (const auto &each : members)
            held += ask.forum().timesHeld(each.toObject().value("username"_L1).toString(), multiple);
        return held;
    };
    QTRY_COMPARE(now(), before + static_cast<int>(members.size()));
}

void StateCases::isOpenedOnce()
{
    const QTemporaryDir folder;
    Asking ask(keptIn(folder));
    const auto second = SampleForum::start(keptIn(folder));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Storage);
}

void StateCases::refusesAnotherFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"state"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a shopping list\n");
    file.close();
    const auto forum = SampleForum::start(keptIn(folder));
    QVERIFY(!forum);
    QCOMPARE(forum.error().kind, ErrorKind::Storage);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "a shopping list\n"); // left alone
}

void StateCases::forgetsWithoutAFile()
{
    Asking ask;
    ask.form("POST", u"/user_badges.json"_s, grantPeter);
    QCOMPARE(ask.forum().timesHeld(u"Peter"_s, u"Beekeeper"_s), 1);
    ask.stop();
    ask.start({});
    QCOMPARE(ask.forum().timesHeld(u"Peter"_s, u"Beekeeper"_s), 0);
}

} // namespace badgewright::sample_cases
