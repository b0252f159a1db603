// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stall.h"
#include "bench/stand.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace badgewright::bench {

bool bulkFigure(const Wish &wish)
{
    const int people = wish.small ? 200 : 3500;
    QTemporaryDir folder;
    SystemClock clock;
    auto ledger = *runs::Ledger::open(folder.filePath(QStringLiteral("ledger.sqlite")));
    runs::RunCentre centre(ledger.get(), &clock);
    const Stand stand;
    const Connection connection = stand.connection(QStringLiteral("bulk"));
    const ForumPtr forum = stand.open(connection, centre.pacerFor(connection));
    const Badge badge = Stand::badge(forum, QStringLiteral("Bulk"), false);
    const runs::Plan plan = Stand::plan(forum, {badge}, Stand::people(forum, people), {}, &clock);
    if (plan.road != runs::Road::Bulk)
        qFatal("the plan goes one by one");
    Stall stall;
    const int before = stand.sample->requestCount();
    QElapsedTimer timer;
    timer.start();
    const Result<runs::Run *> run = centre.start(plan, forum, runs::Pace::All);
    if (!run)
        qFatal("%s", qPrintable(run.error().detail));
    Stand::carryOut(*run);
    const double seconds = double(timer.elapsed()) / 1000;
    const int sent = stand.sample->requestCount() - before;
    const int done = (*run)->counts()[runs::StepState::Done];
    // One award, who had it before, and the pages of holders; some looks find a page that is not full yet.
    const int pages = people / 96 + 1;
    const bool met = done == people && sent <= 2 + pages * 3 / 2 + 5;
    print(QStringLiteral("bulk: one bulk award for %1 people, read back until everybody has it; about a request for each 96 of them: %2")
              .arg(people)
              .arg(verdict(met)),
          {{QStringLiteral("took"), QStringLiteral("requests"), QStringLiteral("pages there are"), QStringLiteral("done"), QStringLiteral("longest stall")},
           {QStringLiteral("%1 s").arg(seconds, 0, 'f', 1), QString::number(sent), QString::number(pages), QString::number(done),
            QStringLiteral("%1 ms").arg(stall.longest())}});
    return met;
}

} // namespace badgewright::bench
