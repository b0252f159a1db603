// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "sample/asking.h"

#include <QDir>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using sample_cases::Asking;

/// The tour through the windows, and what the forums hold when it is over.
class AppTourTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;

    /// How often the member 3, who did action 1125, has the award type "Editor".
    static int editorAwards(Asking &ask)
    {
        const QByteArray login = (ask.forum().user() + u':' + ask.forum().secret()).toUtf8().toBase64();
        const QJsonArray awards = ask.send("GET", u"/services/v2/user/3/award.json?page=1&pageSize=100"_s, {}, {{"Authorization", "Basic " + login}})
                                      .object().value("list"_L1).toArray();
        for (const QJsonValue &award : awards) {
            if (award["id"_L1].toInt() == 507)
                return award["count"_L1].toInt();
        }
        return awards.isEmpty() ? -1 : 0;
    }

private Q_SLOTS:
    void theTourDoesTheMainJob()
    {
        const test::Ended tour = m_program.run({u"--tour"_s, m_program.path(u"pictures"_s)}, {}, 420);
        QVERIFY2(tour.status == 0, (tour.out.right(2000) + tour.err.right(2000)).constData());
        QVERIFY(QDir(m_program.path(u"pictures"_s)).entryList({u"*.png"_s}).size() >= 10);
        const QJsonArray ledger = m_program.run(u"ledger --json"_s).array();
        QCOMPARE(ledger.size(), 6);
        for (const QJsonValue &entry : ledger) {
            QCOMPARE(entry["state"_L1].toString(), u"done"_s);
            QCOMPARE(entry["failed"_L1].toInt(), 0);
        }
    }

    void theBadgeIsThereAndHeldByTwo()
    {
        const test::Ended badge = m_program.run({u"badge"_s, u"show"_s, u"Orchard Keeper"_s, u"--on"_s, u"sample"_s, u"--json"_s});
        QVERIFY2(badge.status == 0, badge.err.constData());
        QVERIFY(!badge.object().value("image_url"_L1).toString().isEmpty());
        QCOMPARE(badge.object().value("grant_count"_L1).toInt(), 2);
    }

    void eachHasTheReasonOfTheTableAndTheWrongOneGotNothing()
    {
        const QJsonArray steps = m_program.run(u"ledger 2 --json"_s).object().value("steps"_L1).toArray();
        QCOMPARE(steps.size(), 2);
        QVERIFY(steps.at(0)["sent"_L1].toString().contains("ada.moss for http://127.0.0.1"_L1));
        QVERIFY(steps.at(0)["sent"_L1].toString().endsWith("/t/-/30/1"_L1));
        QVERIFY(steps.at(1)["sent"_L1].toString().endsWith("/t/-/11/1"_L1));
    }

    void aBadgeWasDesignedFromAnIcon()
    {
        const test::Ended badge = m_program.run({u"badge"_s, u"show"_s, u"Hedge Warden"_s, u"--on"_s, u"sample"_s, u"--json"_s});
        QVERIFY2(badge.status == 0, badge.err.constData());
        QCOMPARE(badge.object().value("icon"_L1).toString(), u"shield-seedling"_s);
        QVERIFY(badge.object().value("image_url"_L1).toString().isEmpty());
    }

    void theScoreEventWasEnteredAndVoided()
    {
        const QJsonObject entered = m_program.run(u"ledger 3 --json"_s).object().value("steps"_L1).toArray().first().toObject();
        QCOMPARE(entered.value("type"_L1).toString(), u"create-score-event"_s);
        sample::Options kept;
        kept.stateFile = m_program.path(u"data/sample-forum"_s);
        Asking ask(kept);
        QCOMPARE(ask.forum().timesHeld(u"ada.moss"_s, u"Orchard Keeper"_s), 1);
        QCOMPARE(ask.forum().timesHeld(u"bobby"_s, u"Orchard Keeper"_s), 1);
        const QJsonObject event = ask.get(u"/admin/plugins/gamification/score_events.json?id=%1"_s.arg(entered.value("id"_L1).toInt()))
                                      .object().value("events"_L1).toArray().first().toObject();
        QVERIFY(event.value("description"_L1).toString().startsWith("Pruned the old pear trees"_L1));
        QCOMPARE(event.value("points"_L1).toInt(-1), 0);
    }

    void theAwardWasGivenOnce()
    {
        sample::Options options;
        options.kind = sample::Kind::AnswerHub;
        Asking untouched(options);
        QCOMPARE(editorAwards(untouched), 0);
        options.stateFile = m_program.path(u"data/tour-answers"_s);
        Asking visited(options);
        QCOMPARE(editorAwards(visited), 1);
    }
};

QTEST_GUILESS_MAIN(AppTourTest)
#include "app_tour_test.moc"
