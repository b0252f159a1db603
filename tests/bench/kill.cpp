// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stand.h"
#include "runs/plan_file.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace badgewright::bench {

using namespace std::chrono_literals;

namespace {

constexpr int kStepsEach = 4; ///< of one person
constexpr int kMeanwhile = 5; ///< so many people get each badge from somebody else between plan and run
const QDate kDay(2026, 5, 12);

struct Trouble {
    QString name;
    QList<sample::Fault> faults;
};

/// Everything that can go wrong at the sample forum, by turns.
QList<Trouble> troubles()
{
    using sample::FaultKind;
    const QList<sample::Fault> one{{FaultKind::Slow, 60, 400ms}, {FaultKind::CutBefore, 7}, {FaultKind::CutAfter, 5},
                                   {FaultKind::LimitJson, 90},   {FaultKind::LimitHtml, 90}, {FaultKind::ReadOnly, 40},
                                   {FaultKind::BadJson, 13},     {FaultKind::Redirect, 17},  {FaultKind::NoKeepAlive, 3},
                                   {FaultKind::ServerError, 9}};
    const QStringList names{QStringLiteral("slow"),       QStringLiteral("cut-before"), QStringLiteral("cut-after"), QStringLiteral("limit-json"),
                            QStringLiteral("limit-html"), QStringLiteral("read-only"),  QStringLiteral("bad-json"),  QStringLiteral("redirect"),
                            QStringLiteral("no-keep-alive"), QStringLiteral("server-error")};
    QList<Trouble> all{{QStringLiteral("none"), {}}};
    QList<sample::Fault> together;
    for (qsizetype i = 0; i < names.size(); ++i) {
        all.append({names.at(i), {one.at(i)}});
        together.append(one.at(i));
        together.last().everyN *= 6;
    }
    all.append({QStringLiteral("all together"), together});
    return all;
}

/// One program after the other goes on where the one before it was killed, from outside or by its own hand, until a
/// program comes to the end.
struct Killed {
    int starts = 0;
    int kills = 0;
    int spare = 0; ///< so many may still be killed
    bool done = false;

    /// The name of a moment as the child knows them.
    static QString moment(QRandomGenerator *random)
    {
        static const char *const kinds[] = {"leave", "left", "soon", "later", "answer", "written", "ended", "read"};
        const int kind = random->bounded(8);
        // Reads are few: they come when something is looked for.
        return QStringLiteral("%1:%2").arg(QLatin1String(kinds[kind])).arg(random->bounded(1, kind == 7 ? 4 : 40));
    }

    void carryOut(const QString &folder, const QProcessEnvironment &environment, QRandomGenerator *random)
    {
        done = false;
        for (int fruitless = 0; !done && fruitless < 60; ++fruitless) {
            QProcessEnvironment own = environment;
            own.insert(QStringLiteral("MINUTES_LATER"), QString::number(starts++));
            std::optional<std::chrono::milliseconds> after;
            if (spare > 0 && random->bounded(10) < 4)
                after = std::chrono::milliseconds(random->bounded(10, 250));
            else if (spare > 0)
                own.insert(QStringLiteral("KILL_AT"), moment(random));
            QProcess process;
            process.setProcessEnvironment(own);
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            QEventLoop loop;
            QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
            process.start(QStringLiteral(KILL_CHILD), {folder});
            if (after)
                QTimer::singleShot(*after, &process, &QProcess::kill);
            QTimer::singleShot(5min, &loop, &QEventLoop::quit); // something hangs: that is no end
            loop.exec();
            if (process.state() != QProcess::NotRunning)
                return;
            if (process.exitStatus() == QProcess::CrashExit) {
                ++kills;
                --spare;
                fruitless = 0;
                // A minute has passed for the next one: what the forum was still busy with is done by now.
                QTimer::singleShot(450ms, &loop, &QEventLoop::quit);
                loop.exec();
            } else {
                done = process.exitCode() == 0;
            }
        }
    }
};

/// All that the run could change.
struct Picture {
    QMap<QString, QStringList> grants;
    QMap<QString, QStringList> points; ///< without those that are worth nothing
};

class KillCase
{
public:
    KillCase(const Trouble &trouble, int steps) : m_trouble(trouble), m_persons(steps / kStepsEach)
    {
        Connection connection = m_stand.connection(QStringLiteral("killed"));
        m_forum = m_stand.open(connection);
        m_people = Stand::people(m_forum, m_persons);
        m_once = Stand::badge(m_forum, QStringLiteral("Once"), false);
        m_often = Stand::badge(m_forum, QStringLiteral("Often"), true);
        m_reason = Stand::reason(m_forum);
        for (int i = 0; i < kMeanwhile; ++i) // what was there before the plan
            Stand::got(m_forum->scores()->create(m_people.at(i).id, kDay, 3, QStringLiteral("before")));
        savePlan();
        // Somebody else is busy, too: what they give is not ours to take.
        const ForumPtr other = m_stand.open(m_stand.connection(QStringLiteral("other"), QStringLiteral("mira")));
        for (int i = 0; i < kMeanwhile; ++i) {
            Stand::got(other->grants()->grant({m_people.at(i).username, m_once.id, {}}));
            Stand::got(other->grants()->grant({m_people.at(i).username, m_often.id, {}}));
        }
        m_before = picture();
    }

    QStringList carryOut(int kills, QRandomGenerator *random)
    {
        QElapsedTimer timer;
        timer.start();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FORUM_URL"), m_stand.sample->url().toString());
        environment.insert(QStringLiteral("FORUM_USER"), m_stand.sample->user());
        environment.insert(QStringLiteral("FORUM_KEY"), m_stand.sample->secret());
        environment.insert(QStringLiteral("HASTE"), QStringLiteral("120"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("badgewright.*=false"));
        // The child names its forum by its folder.
        Killed run;
        run.spare = kills - kills / 4;
        m_stand.sample->setFaults(m_trouble.faults);
        run.carryOut(folder(), environment, random);
        m_stand.sample->setFaults({});
        const bool carriedOut = run.done;
        judge();
        environment.insert(QStringLiteral("UNDO"), QStringLiteral("1"));
        run.spare += kills / 4;
        m_stand.sample->setFaults(m_trouble.faults);
        run.carryOut(folder(), environment, random);
        m_stand.sample->setFaults({});
        compare();
        killed = run.kills;
        right = carriedOut && run.done && m_lost == 0 && m_twice == 0 && m_left == 0 && m_wronglyUndone == 0;
        return {m_trouble.name, QString::number(run.kills), QString::number(run.starts), QString::number(m_persons * kStepsEach),
                carriedOut && run.done ? QStringLiteral("yes") : QStringLiteral("no"), QString::number(m_lost), QString::number(m_twice),
                QString::number(m_left), QString::number(m_wronglyUndone), QString::number(double(timer.elapsed()) / 1000, 'f', 1)};
    }

    int killed = 0;
    bool right = false;

private:
    QString folder() const { return m_folder.filePath(QStringLiteral("case")); }

    void savePlan()
    {
        SystemClock clock;
        const runs::Plan plain = Stand::plan(m_forum, {m_once, m_often}, m_people, {}, &clock);
        const runs::Plan forReason = Stand::plan(m_forum, {m_often}, m_people, m_reason, &clock);
        runs::ScoreInput scores;
        scores.forum = m_forum;
        for (const Account &person : std::as_const(m_people)) {
            runs::ScoreRow row;
            row.account = person;
            row.recipient = person.username;
            row.dateText = kDay.toString(Qt::ISODate);
            row.pointsText = QStringLiteral("7");
            row.description = QStringLiteral("ours");
            scores.rows.append(row);
        }
        const runs::Plan points = runs::planScoreEvents(scores, clock);
        runs::Plan whole = plain;
        whole.forumId = QStringLiteral("killed-case");
        whole.road = runs::Road::Single; // the steps of other plans come among its own
        whole.steps.clear();
        for (int i = 0; i < m_persons; ++i)
            whole.steps << plain.steps.at(2 * i) << forReason.steps.at(i) << points.steps.at(i) << plain.steps.at(2 * i + 1);
        if (whole.wantedCount() != m_persons * kStepsEach)
            qFatal("%d steps are wanted, not %d", whole.wantedCount(), m_persons * kStepsEach);
        if (!QDir().mkpath(folder()) || !runs::savePlan(whole, folder() + QStringLiteral("/plan.json")))
            qFatal("no plan in %s", qPrintable(folder()));
    }

    Picture picture() const
    {
        Picture seen;
        for (const Account &person : m_people) {
            QStringList &grants = seen.grants[person.username];
            for (const Grant &grant : Stand::got(m_forum->grants()->heldBy(person.username)))
                grants.append(QStringLiteral("%1 %2 %3 %4").arg(grant.id).arg(grant.badgeId).arg(grant.granter).arg(grant.topicId.value_or(0)));
            grants.sort();
            ScoreFilter filter;
            filter.userId = person.id;
            filter.date = kDay;
            QStringList &points = seen.points[person.username];
            for (const ScoreEvent &event : Stand::got(m_forum->scores()->list(filter)).events) {
                if (event.points != 0)
                    points.append(QStringLiteral("%1 %2 %3").arg(event.id).arg(event.points).arg(event.description.section(QLatin1Char(' '), 0, 0)));
            }
            points.sort();
        }
        return seen;
    }

    void count(qsizetype found, int wanted)
    {
        m_lost += found < wanted ? int(wanted - found) : 0;
        m_twice += found > wanted ? int(found - wanted) : 0;
    }

    /// Every person has what the plan says exactly once.
    void judge()
    {
        const Picture now = picture();
        for (int i = 0; i < m_persons; ++i) {
            const QString &name = m_people.at(i).username;
            const auto had = [&](const QStringList &all, const QStringList &before, BadgeId badge, bool forReason, bool anybody) {
                return std::count_if(all.cbegin(), all.cend(), [&](const QString &grant) {
                    const QStringList parts = grant.split(QLatin1Char(' '));
                    return parts.at(1).toInt() == badge && (parts.at(3) != QLatin1String("0")) == forReason
                        && (anybody || !before.contains(grant));
                });
            };
            const QStringList grants = now.grants.value(name);
            const QStringList before = m_before.grants.value(name);
            count(had(grants, before, m_once.id, false, true), 1); // where somebody else was first theirs stands
            count(had(grants, before, m_often.id, false, false), 1);
            count(had(grants, before, m_often.id, true, false), 1);
            const QStringList points = now.points.value(name);
            count(std::count_if(points.cbegin(), points.cend(), [](const QString &event) { return event.endsWith(QLatin1String(" 7 ours")); }), 1);
        }
    }

    /// After the undo everything is as it was.
    void compare()
    {
        const Picture now = picture();
        for (const Account &person : std::as_const(m_people)) {
            for (const auto &[was, is] : {std::pair(m_before.grants.value(person.username), now.grants.value(person.username)),
                                          std::pair(m_before.points.value(person.username), now.points.value(person.username))}) {
                for (const QString &one : was)
                    m_wronglyUndone += is.contains(one) ? 0 : 1;
                for (const QString &one : is)
                    m_left += was.contains(one) ? 0 : 1;
            }
        }
    }

    Stand m_stand;
    QTemporaryDir m_folder;
    Trouble m_trouble;
    int m_persons;
    ForumPtr m_forum;
    QList<Account> m_people;
    Badge m_once;
    Badge m_often;
    QString m_reason;
    Picture m_before;
    int m_lost = 0;
    int m_twice = 0;
    int m_left = 0;
    int m_wronglyUndone = 0;
};

} // namespace

bool killFigure(const Wish &wish)
{
    const int steps = wish.small ? 40 : 500;
    const int kills = wish.small ? 2 : 200;
    const QList<Trouble> all = troubles();
    const int each = wish.small ? 2 : 20;
    QRandomGenerator random(wish.seed);
    QList<QStringList> rows{{QStringLiteral("fault"), QStringLiteral("kills"), QStringLiteral("starts"), QStringLiteral("steps"), QStringLiteral("ended"),
                             QStringLiteral("lost"), QStringLiteral("twice"), QStringLiteral("left after undo"), QStringLiteral("wrongly undone"),
                             QStringLiteral("seconds")}};
    int killed = 0;
    bool met = true;
    // Every fault has its turn, and then again until it is enough.
    for (qsizetype turn = 0; killed < kills || (!wish.small && turn < all.size()); ++turn) {
        KillCase one(all.at(wish.small ? 3 : turn % all.size()), steps);
        rows.append(one.carryOut(each, &random));
        std::fprintf(stderr, "%s\n", qPrintable(rows.last().join(QLatin1Char(' '))));
        killed += one.killed;
        met = met && one.right;
        if (turn > 4 * all.size())
            break; // hardly anything could be killed
    }
    print(QStringLiteral("kill: %1 kills at random moments (seed %2) of runs of %3 steps and their undoing; nothing lost, twice, left or wrongly undone: %4")
              .arg(killed)
              .arg(wish.seed)
              .arg(steps)
              .arg(verdict(met)),
          rows);
    return met;
}

} // namespace badgewright::bench
