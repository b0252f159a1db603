// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stand.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

namespace badgewright::bench {

using namespace std::chrono_literals;

namespace {

/// As somebody would do it by hand: one curl after the other.
double curlLoop(const Stand &stand, const Badge &badge, const QList<Account> &people, const QString &reason, const QString &folder)
{
    QFile list(folder + QStringLiteral("/people.txt"));
    if (!list.open(QIODevice::WriteOnly))
        qFatal("no %s", qPrintable(list.fileName()));
    QTextStream out(&list);
    for (const Account &person : people)
        out << person.username << '\n';
    out.flush();
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("URL"), stand.sample->url().toString());
    environment.insert(QStringLiteral("KEY"), stand.sample->secret());
    environment.insert(QStringLiteral("ACTOR"), stand.sample->user());
    environment.insert(QStringLiteral("BADGE"), QString::number(badge.id));
    environment.insert(QStringLiteral("REASON"), reason);
    shell.setProcessEnvironment(environment);
    shell.setStandardInputFile(list.fileName());
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-ec"),
                 QStringLiteral("while read -r name; do curl -sSf -o /dev/null -H \"Api-Key: $KEY\" -H \"Api-Username: $ACTOR\" "
                                "-d username=\"$name\" -d badge_id=\"$BADGE\" -d reason=\"$REASON\" \"$URL/user_badges.json\"; done")});
    if (!shell.waitForFinished(600000) || shell.exitStatus() != QProcess::NormalExit || shell.exitCode() != 0)
        qFatal("curl ended with %d: is it installed?", shell.exitCode());
    return double(timer.elapsed()) / 1000;
}

} // namespace

bool roundTripFigure(const Wish &wish)
{
    const int grants = wish.small ? 40 : 1000;
    constexpr double kFactor = 5;
    QTemporaryDir folder;
    SystemClock clock;
    auto ledger = *runs::Ledger::open(folder.filePath(QStringLiteral("ledger.sqlite")));
    runs::RunCentre centre(ledger.get(), &clock);
    const Stand stand;
    const Connection connection = stand.connection(QStringLiteral("trip"));
    const ForumPtr forum = stand.open(connection, centre.pacerFor(connection));
    const Badge ours = Stand::badge(forum, QStringLiteral("Ours"), false);
    const Badge theirs = Stand::badge(forum, QStringLiteral("Theirs"), false);
    const QList<Account> people = Stand::people(forum, grants);
    const QString reason = Stand::reason(forum);
    const runs::Plan plan = Stand::plan(forum, {ours}, people, reason, &clock);
    stand.sample->setFaults({{sample::FaultKind::Slow, 1, 20ms}});
    QElapsedTimer timer;
    timer.start();
    const Result<runs::Run *> run = centre.start(plan, forum, runs::Pace::All);
    if (!run)
        qFatal("%s", qPrintable(run.error().detail));
    Stand::carryOut(*run);
    const double seconds = double(timer.elapsed()) / 1000;
    const bool compares = !wish.small || !QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty();
    const double curl = compares ? curlLoop(stand, theirs, people, reason, folder.path()) : 0;
    stand.sample->setFaults({});
    int held = 0;
    for (const Account &person : people)
        held += stand.sample->timesHeld(person.username, ours.name) == 1 && (!compares || stand.sample->timesHeld(person.username, theirs.name) == 1) ? 1 : 0;
    const bool right = held == grants && (*run)->counts()[runs::StepState::Done] == grants;
    const bool met = right && (wish.small || curl / seconds >= kFactor);
    print(QStringLiteral("roundtrip: %1 grants with a reason, no limit, 20 ms for each answer; at least %2 times as fast as a curl for each: %3")
              .arg(grants)
              .arg(kFactor)
              .arg(verdict(met)),
          {{QStringLiteral("ours"), QStringLiteral("curl"), QStringLiteral("factor"), QStringLiteral("granted")},
           {QStringLiteral("%1 s").arg(seconds, 0, 'f', 2), QStringLiteral("%1 s").arg(curl, 0, 'f', 2), QString::number(curl / seconds, 'f', 2),
            QString::number(held)}});
    return met;
}

} // namespace badgewright::bench
