// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// runs_kill_child FOLDER: carries out FOLDER/plan.json against the forum named by the environment, or goes on with the
// run that FOLDER's ledger holds, and kills itself at the moment named by KILL_AT ("leave:3": when the third request
// of the run is on disk and about to leave). With UNDO it takes that run back, or goes on with that. Its clock is HASTE
// times as fast as the computer's. Status 0: the run is done; 3: it is over, and something failed.

#include "discourse/discourse_opener.h"
#include "runs/plan_file.h"
#include "runs/run.h"
#include "runs/undo.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace badgewright;
using namespace badgewright::runs;
using namespace std::chrono_literals;

namespace {

/// Dies like a program that is killed: nothing is flushed, no destructor runs.
class Killer
{
public:
    explicit Killer(const QString &when) : m_kind(when.section(QLatin1Char(':'), 0, 0)), m_nth(when.section(QLatin1Char(':'), 1).toInt()) {}
    void event(const char *kind)
    {
        if (m_kind == QLatin1String(kind) && --m_nth == 0)
            ::kill(::getpid(), SIGKILL);
    }

private:
    QString m_kind;
    int m_nth;
};

/// Its hours are minutes. Each program that goes on with the run starts a minute after the one before it was killed, as if
/// somebody had let that much time pass: what was sent then has arrived or never will.
class HastyClock final : public Clock
{
public:
    QDateTime utcNow() const override { return m_system.utcNow().addSecs(60 * qEnvironmentVariableIntValue("MINUTES_LATER")) + m_skipped; }
    void skip(std::chrono::milliseconds time) { m_skipped += time; }
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic() * m_haste; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn) override
    {
        m_system.after(delay / m_haste, context, std::move(fn));
    }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_skipped{0};
    const int m_haste = std::max(1, qEnvironmentVariableIntValue("HASTE"));
};

/// Stands before the pacer and sees every request of the run.
class WatchedGate final : public RequestGate
{
public:
    WatchedGate(RequestGate *behind, Killer *killer) : m_behind(behind), m_killer(killer) {}
    void enter(Lane lane, QObject *context, std::function<void()> go) override
    {
        m_behind->enter(lane, context, [this, lane, go] {
            if (lane == Lane::Run)
                m_killer->event("leave");
            go();
            if (lane != Lane::Run)
                return;
            // A moment later it is with the forum, or on its way.
            for (const int delay : {0, 1, 3})
                QTimer::singleShot(delay, qApp, [this, delay] { m_killer->event(delay == 0 ? "left" : delay == 1 ? "soon" : "later"); });
        });
    }
    void left(Lane lane, const PassageEnd &end) override
    {
        m_killer->event(lane == Lane::Run ? "answer" : "read");
        m_behind->left(lane, end);
    }

private:
    RequestGate *m_behind;
    Killer *m_killer;
};

/// The person before the window: presses Resume when the run has paused itself, and Retry a few times when steps failed.
/// Where the forum is still at work on a bulk award they come back half an hour later.
class Attendant
{
public:
    explicit Attendant(HastyClock *clock) : m_clock(clock) {}
    void watch(Run *run)
    {
        QObject::connect(run, &Run::stateChanged, run, [this, run] { look(run); });
    }
    void look(Run *run)
    {
        if (run->state() == RunState::Paused && run->summary().road == Road::Bulk)
            m_clock->skip(31min);
        if (run->state() == RunState::Paused)
            QTimer::singleShot(50, run, &Run::resume);
        else if (run->state() == RunState::Done && run->counts()[StepState::Failed] > 0 && m_retries-- > 0)
            QTimer::singleShot(0, run, &Run::retryFailed);
        else if (run->state() == RunState::Done)
            QCoreApplication::exit(run->counts().failed() == 0 ? 0 : 3);
    }

private:
    HastyClock *m_clock;
    int m_retries = 3;
};

/// The run that FOLDER is about: begun, gone on with, or taken back.
Result<Run *> begun(RunCentre *centre, const ForumPtr &forum, const QString &folder, const Clock &clock)
{
    const Result<QList<RunSummary>> known = centre->ledger()->runs();
    if (!known)
        return fail(known.error());
    const bool undo = qEnvironmentVariableIsSet("UNDO");
    if (!known->isEmpty() && (!undo || known->constFirst().undoOf != 0))
        return centre->resume(known->constFirst().id, forum);
    const Result<Plan> plan = undo ? planUndo(*centre->ledger(), known->constFirst().id, forum, clock)
                                   : loadPlan(folder + QStringLiteral("/plan.json"), forum->connection().id);
    return plan ? centre->start(*plan, forum, Pace::All) : fail(plan.error());
}

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    // When the test dies this one must not live on.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    QCoreApplication app(argc, argv);
    const QString folder = app.arguments().value(1);
    Connection connection;
    connection.id = QStringLiteral("killed-") + folder.section(QLatin1Char('/'), -1);
    connection.base = QUrl(qEnvironmentVariable("FORUM_URL"));
    connection.user = qEnvironmentVariable("FORUM_USER");
    const Secret secret(qgetenv("FORUM_KEY"));
    Killer killer(qEnvironmentVariable("KILL_AT"));
    HastyClock clock;
    auto ledger = Ledger::open(folder + QStringLiteral("/ledger.sqlite"));
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().detail));
    RunCentre centre(ledger->get(), &clock);
    WatchedGate gate(centre.pacerFor(connection), &killer);
    Attendant attendant(&clock);

    QObject::connect(&centre, &RunCentre::runAdded, &app, [&](Run *run) {
        QObject::connect(run, &Run::stepChanged, &app, [&, run](int position) {
            killer.event(run->steps().at(position).state == StepState::Sending ? "written" : "ended");
        });
        attendant.watch(run);
    });
    discourse::open(connection, secret, &gate, &app)->then(&app, [&](const Result<ForumPtr> &forum) {
        if (!forum) {
            QCoreApplication::exit(2);
            return;
        }
        const Result<Run *> run = begun(&centre, *forum, folder, clock);
        if (!run) {
            qWarning("%s", qPrintable(run.error().detail));
            QCoreApplication::exit(4);
        } else if ((*run)->state() == RunState::Done) {
            attendant.look(*run); // it was over before, so nothing changes that could be watched
        }
    });
    return app.exec();
}
