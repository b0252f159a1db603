// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "cases.h"
#include "sample/sliding_window.h"

#include <QTest>

namespace badgewright::sample_cases {

using namespace Qt::StringLiterals;
using sample::Options;
using sample::SlidingWindow;

void LimitCases::windowSlides()
{
    SlidingWindow window(3, 60);
    QVERIFY(!window.take(100));
    QVERIFY(!window.take(110));
    QVERIFY(!window.take(110));
    QCOMPARE(window.take(120).value_or(0), 40); // until the one at 100 is 60 old
    QCOMPARE(window.take(159).value_or(0), 1);
    QVERIFY(!window.take(160));
    QCOMPARE(window.take(160).value_or(0), 10); // refused ones were not counted
    QVERIFY(!window.take(170));
    QVERIFY(!window.take(170));
    QCOMPARE(window.take(171).value_or(0), 49);
}

void LimitCases::countsAllKeysTogether()
{
    Options options;
    options.limitPerMinute = 3;
    Asking ask(options);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ask.get(u"/session/scopes.json"_s).status, 200);
    const Answer refused = ask.send("GET", u"/admin/badges.json"_s, {}, ask.key("system"));
    QCOMPARE(refused.status, 429); // not hidden behind the 404 of the route
    QCOMPARE(refused.header("Discourse-Rate-Limit-Error-Code"), "admin_api_key_rate_limit");
    const int wait = refused.header("Retry-After").toInt();
    QVERIFY(wait > 50 && wait <= 60);
    QCOMPARE(refused.object().value("extras"_L1).toObject().value("wait_seconds"_L1).toInt(), wait);
    QCOMPARE(ask.send("GET", u"/site/basic-info.json"_s).status, 200); // without a key there is no limit here
}

void LimitCases::hasAQuotaOfRecalculations()
{
    Asking ask;
    const QString path = u"/admin/plugins/gamification/recalculate-scores.json"_s;
    QCOMPARE(ask.form("PUT", path, "from_date=2026-01-01").status, 200);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(ask.form("PUT", path, "from_date=soon").status, 400); // wrong, and it costs as much
    const Answer refused = ask.form("PUT", path, "from_date=2026-01-01");
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("Retry-After").toInt() > 86'000);
}

} // namespace badgewright::sample_cases
