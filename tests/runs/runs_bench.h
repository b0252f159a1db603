// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/planner.h"
#include "runs/run.h"
#include "runs/undo.h"
#include "support/fake_forum.h"
#include "support/manual_clock.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace badgewright::test {

/// A forum in memory, a real ledger and a clock wound by hand.
struct Bench {
    explicit Bench(ForumKind kind = ForumKind::Discourse) : fake(std::make_shared<FakeForum>(&clock, kind))
    {
        start();
    }
    ~Bench() { stop(); }

    /// The program starts: opens the ledger, gives the forum its gate.
    void start()
    {
        auto opened = runs::Ledger::open(folder.filePath(QStringLiteral("ledger.sqlite")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        ledger = *std::move(opened);
        centre = std::make_unique<runs::RunCentre>(ledger.get(), &clock);
        fake->gate = centre->pacerFor(fake->connection());
    }
    /// It ends, whatever is under way.
    void stop()
    {
        fake->gate = nullptr;
        centre.reset();
        ledger.reset();
    }

    /// Lets the program and the clock go on until `done`, for at most so much time of the wound clock.
    template <class Condition> bool wind(Condition done, std::chrono::milliseconds most = std::chrono::hours(2))
    {
        const auto until = clock.monotonic() + most;
        for (int idle = 0; idle < 50;) {
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            if (done())
                return true;
            if (clock.monotonic() > until)
                return false;
            idle = clock.advanceToNext() ? 0 : idle + 1;
        }
        return done();
    }
    bool windUntil(runs::Run *run, runs::RunState state)
    {
        return wind([&] { return run->state() == state; });
    }

    /// user0, user1 …
    QStringList people(int count)
    {
        QStringList names;
        for (int i = 0; i < count; ++i)
            names.append(fake->addAccount(QStringLiteral("user%1").arg(i)).username);
        return names;
    }
    runs::Plan scorePlan(const Account &account, int events)
    {
        runs::ScoreInput input;
        input.forum = fake;
        for (int i = 0; i < events; ++i) {
            runs::ScoreRow row;
            row.row = i + 1;
            row.recipient = account.username;
            row.account = account;
            row.dateText = QStringLiteral("2026-11-20");
            row.pointsText = QString::number(i + 1);
            row.description = QStringLiteral("helped");
            input.rows.append(row);
        }
        return planScoreEvents(input, clock);
    }
    /// A link to the first post of that topic, which the forum knows.
    QString reason(int topic)
    {
        const QString link = fake->connection().base.toString() + QStringLiteral("/t/-/%1/1").arg(topic);
        fake->reasons.insert(link, {QUrl(link), topic, 1, {}});
        return link;
    }
    runs::Plan grantPlan(const Badge &badge, const QStringList &usernames, const QString &reason = {})
    {
        runs::GrantInput input;
        input.forum = fake;
        input.badges = {badge};
        input.reasonForAll = reason;
        int row = 1;
        for (const QString &username : usernames) {
            runs::GrantRow one;
            one.row = row++;
            one.recipient = username;
            for (const Account &account : std::as_const(fake->accounts)) {
                if (account.username == username)
                    one.account = account;
            }
            input.rows.append(one);
        }
        return plan(input);
    }
    runs::Plan plan(const runs::GrantInput &input)
    {
        std::optional<Result<runs::Plan>> result;
        runs::planGrants(input, &clock, fake.get())->then(fake.get(), [&](const Result<runs::Plan> &made) { result = made; });
        wind([&] { return result.has_value(); });
        runs::Plan made = result && *result ? **result : runs::Plan{};
        if (!anyRoad)
            made.road = runs::Road::Single;
        return made;
    }
    runs::Plan plan(const runs::AwardInput &input)
    {
        std::optional<Result<runs::Plan>> result;
        runs::planAwards(input, &clock, fake.get())->then(fake.get(), [&](const Result<runs::Plan> &made) { result = made; });
        wind([&] { return result.has_value(); });
        return result && *result ? **result : runs::Plan{};
    }
    /// What an undo of that run would do, held against the forum as it is now.
    Result<runs::ComparedUndo> undoNow(int runId)
    {
        std::optional<Result<runs::ComparedUndo>> result;
        runs::compareUndo(*ledger, runId, fake, clock, fake.get())->then(fake.get(), [&](const Result<runs::ComparedUndo> &undo) { result = undo; });
        wind([&] { return result.has_value(); });
        return result.value_or(fail(ErrorKind::TimedOut));
    }
    runs::Run *begin(const runs::Plan &made, runs::Pace pace = runs::Pace::All)
    {
        const Result<runs::Run *> run = centre->start(made, fake, pace);
        if (!run)
            qWarning("%s", qPrintable(run.error().detail));
        return run.value_or(nullptr);
    }

    /// A run of grants on its way, with some done and four under way.
    runs::Run *underWay(const Badge &badge, int count)
    {
        const runs::Plan made = grantPlan(badge, people(count));
        fake->latency = std::chrono::milliseconds(50);
        runs::Run *run = begin(made);
        wind([&] { return run->counts().over() >= 5 && run->counts()[runs::StepState::Sending] == 4; });
        return run;
    }
    /// Of user0, user1 …
    bool everybodyHasItOnce(const Badge &badge, int count) const
    {
        for (int i = 0; i < count; ++i) {
            if (fake->timesHeld(QStringLiteral("user%1").arg(i), badge.id) != 1)
                return false;
        }
        return true;
    }

    bool anyRoad = false; ///< else plans go one by one, however many they are for
    QTemporaryDir folder;
    ManualClock clock;
    std::shared_ptr<FakeForum> fake;
    std::unique_ptr<runs::Ledger> ledger;
    std::unique_ptr<runs::RunCentre> centre;
};

} // namespace badgewright::test
