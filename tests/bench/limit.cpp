// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stand.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace badgewright::bench {

bool limitFigure(const Wish &wish)
{
    const int grants = wish.small ? 20 : 150;
    constexpr double kFloor = 121; // 60 at once, 60 after a minute, 30 after two; the forum counts whole seconds
    QTemporaryDir folder;
    SystemClock clock;
    auto ledger = *runs::Ledger::open(folder.filePath(QStringLiteral("ledger.sqlite")));
    runs::RunCentre centre(ledger.get(), &clock);
    sample::Options options;
    options.limitPerMinute = 60;
    const Stand stand(options);
    // The forum counts what is asked to get the badge and the people, too: that minute is waited for.
    const Connection connection = stand.connection(QStringLiteral("limit"));
    const ForumPtr before = stand.open(connection);
    const Badge badge = Stand::badge(before, QStringLiteral("Limited"), false);
    const QList<Account> people = Stand::people(before, grants);
    const QString reason = Stand::reason(before);
    if (!wish.small) {
        QEventLoop minute;
        QTimer::singleShot(std::chrono::seconds(62), &minute, &QEventLoop::quit);
        minute.exec();
    }
    // From here on as the program does it: opened, planned and carried out through one budget.
    const int sentBefore = stand.sample->requestCount();
    QElapsedTimer whole;
    whole.start();
    runs::Pacer *pacer = centre.pacerFor(connection);
    const ForumPtr forum = stand.open(connection, pacer);
    const runs::Plan plan = Stand::plan(forum, {badge}, people, reason, &clock);
    const int reads = stand.sample->requestCount() - sentBefore;
    QElapsedTimer timer;
    timer.start();
    const Result<runs::Run *> run = centre.start(plan, forum, runs::Pace::All);
    if (!run)
        qFatal("%s", qPrintable(run.error().detail));
    Stand::carryOut(*run);
    const double seconds = double(timer.elapsed()) / 1000;
    const double wholeSeconds = double(whole.elapsed()) / 1000;
    const int sent = stand.sample->requestCount() - sentBefore;
    const double share = 100.0 * pacer->refusals() / sent;
    const bool done = (*run)->counts()[runs::StepState::Done] == grants;
    const bool met = done && (wish.small || (wholeSeconds <= kFloor * 1.02 && share < 1));
    print(QStringLiteral("limit60: %1 grants with a reason on a forum with 60 requests a minute, real clock and sockets; "
                         "at most 2 % over the floor of %2 s, less than 1 % refused: %3")
              .arg(grants)
              .arg(kFloor)
              .arg(verdict(met)),
          {{QStringLiteral("with planning"), QStringLiteral("run alone"), QStringLiteral("requests"), QStringLiteral("of these reads before"),
            QStringLiteral("refused"), QStringLiteral("share"), QStringLiteral("done")},
           {QStringLiteral("%1 s").arg(wholeSeconds, 0, 'f', 1), QStringLiteral("%1 s").arg(seconds, 0, 'f', 1), QString::number(sent),
            QString::number(reads), QString::number(pacer->refusals()), QStringLiteral("%1 %").arg(share, 0, 'f', 2),
            QString::number((*run)->counts()[runs::StepState::Done])}});
    return met;
}

} // namespace badgewright::bench
