// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "runs/runs_bench.h"

namespace badgewright::bench {

using namespace std::chrono_literals;

namespace {

struct Paced {
    double seconds = 0;
    int refused = 0;
    int sent = 0;
    bool done = false;
};

/// So many grants with a reason on a forum that lets 60 requests through at once and then 60 a minute.
Paced paced(int grants, runs::Pace pace)
{
    test::Bench bench;
    const Badge badge = bench.fake->addBadge(QStringLiteral("Apex"));
    const runs::Plan plan = bench.grantPlan(badge, bench.people(grants), bench.reason(14));
    bench.clock.advance(2min); // what was read for the plan is another matter
    bench.fake->limitPerMinute = 60;
    bench.fake->latency = 50ms;
    bench.fake->calls.clear();
    const auto before = bench.clock.monotonic();
    runs::Run *run = bench.begin(plan, pace);
    Paced figure;
    figure.done = run && bench.windUntil(run, runs::RunState::Done) && run->counts()[runs::StepState::Done] == grants;
    figure.seconds = double((bench.clock.monotonic() - before).count()) / 1000;
    figure.refused = bench.fake->refusedByLimit;
    figure.sent = int(bench.fake->calls.size());
    return figure;
}

} // namespace

bool paceFigure(const Wish &wish)
{
    const int grants = wish.small ? 100 : 1000;
    const double floor = 60.0 * ((grants - 1) / 60);
    QList<QStringList> rows{{QStringLiteral("pace"), QStringLiteral("seconds"), QStringLiteral("floor"), QStringLiteral("of the rate"),
                             QStringLiteral("sent"), QStringLiteral("refused"), QStringLiteral("share")}};
    bool met = true;
    for (const auto pace : {runs::Pace::All, runs::Pace::Considerate}) {
        const Paced figure = paced(grants, pace);
        const double rate = 100 * floor / figure.seconds;
        const double share = 100.0 * figure.refused / figure.sent;
        if (pace == runs::Pace::All)
            met = figure.done && (wish.small || (rate >= 98 && share < 1));
        rows.append({runs::paceName(pace), QString::number(figure.seconds, 'f', 1), QString::number(floor, 'f', 0),
                     QStringLiteral("%1 %").arg(rate, 0, 'f', 1), QString::number(figure.sent), QString::number(figure.refused),
                     QStringLiteral("%1 %").arg(share, 0, 'f', 2)});
    }
    print(QStringLiteral("pace: %1 grants with a reason, 60 requests a minute, clock wound by hand; all: at least 98 %, less than 1 % refused: %2")
              .arg(grants)
              .arg(verdict(met)),
          rows);
    return met;
}

} // namespace badgewright::bench
