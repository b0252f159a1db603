// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_flow.h"

#include "runs/planner.h"
#include "runs/road.h"
#include "support/settings.h"
#include "support/worker_call.h"
#include "ui/grants/plan_rows.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace badgewright::ui {

GrantFlow::GrantFlow(const PageContext &context, Purpose purpose, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_purpose(purpose)
    , m_source(new GrantSource(context.settings, this))
    , m_added(new AddedSources({context.forum->people(), context.forum->grants(), context.clock}, this))
    , m_matcher(new people::Matcher(context.forum->people(), context.clock, this))
    , m_pace(runs::paceFromName(context.settings->value(settings::kPace)).value_or(runs::Pace::Considerate))
{
    connect(m_source, &GrantSource::changed, this, &GrantFlow::sourceChanged);
    connect(m_added, &AddedSources::changed, this, &GrantFlow::sourceChanged);
}

void GrantFlow::setBadges(const QList<Badge> &badges)
{
    m_badges = badges;
    Q_EMIT sourceChanged();
}

QString GrantFlow::sourceProblem() const
{
    if (m_badges.isEmpty())
        return tr("Choose a badge.");
    if (!m_source->problem().isEmpty())
        return m_source->problem();
    const auto &added = m_added->entries();
    if (m_source->recipients().isEmpty()) {
        if (added.isEmpty())
            return tr("Name at least one person.");
        if (added.first().how != people::SetOperator::Also)
            return tr("Name the people first of whom some are left out.");
    }
    for (const AddedSources::Entry &entry : added) {
        if (entry.error)
            return tr("A source could not be read. Read it again, or take it out.");
    }
    return peopleNamed() ? QString() : tr("These sources name nobody.");
}

int GrantFlow::peopleNamed() const
{
    qsizetype count = m_source->recipients().size();
    for (const AddedSources::Entry &entry : m_added->entries())
        count += entry.people.recipients.size();
    return int(count);
}

QString GrantFlow::sourceName() const
{
    QString name = m_source->recipients().isEmpty() && !m_added->isEmpty() ? QString() : m_source->name();
    for (const AddedSources::Entry &entry : m_added->entries())
        name = people::joinedName(name, entry.how, people::sourceName(entry.spec));
    return name;
}

void GrantFlow::match()
{
    cancel();
    go(Step::Match);
    m_matches.clear();
    QThreadPool::globalInstance()->start([old = std::exchange(m_sets, {})] {}); // freeing many takes its time
    m_remarks.clear();
    m_matched = false;
    Q_EMIT matchesChanged();
    dropPlan();
    setBusy(true);
    if (m_added->isEmpty())
        return findAccounts(m_source->recipients());
    QList<QList<people::Recipient>> lists{m_source->recipients()};
    for (const AddedSources::Entry &entry : m_added->entries())
        lists << entry.people.recipients;
    auto *call = runLater<QList<people::Recipient>>(this, [lists]() -> Result<QList<people::Recipient>> {
        QList<people::Recipient> everybody;
        for (const QList<people::Recipient> &list : lists)
            everybody << list;
        return everybody;
    });
    m_call = call;
    call->then(this, [this](const Result<QList<people::Recipient>> &everybody) {
        if (everybody)
            findAccounts(*everybody);
    });
}

void GrantFlow::findAccounts(const QList<people::Recipient> &everybody)
{
    people::MatchOptions options;
    options.forumBase = m_context.connection().base;
    Call<QList<people::Match>> *call = m_matcher->match(everybody, options);
    m_call = call;
    connect(call, &PendingCall::progress, this, &GrantFlow::progress);
    call->then(this, [this](const Result<QList<people::Match>> &matches) {
        setBusy(false);
        if (!matches) {
            Q_EMIT failed(matches.error());
            return;
        }
        if (m_added->isEmpty()) {
            m_matches = *matches;
            settleMatches();
            lookFirst();
        } else {
            splitMatches(*matches);
        }
    });
}

/// With one source there is nothing to put together.
void GrantFlow::settleMatches()
{
    m_decisions.layOver(&m_matches);
    m_remarks = people::combined({{people::SetOperator::Also, m_source->name(), m_matches}})->remarks;
    m_matched = true;
    Q_EMIT matchesChanged();
}

/// Gives the sources their matches, which lie in one row. In a thread, as all that goes over several large lists.
void GrantFlow::splitMatches(const QList<people::Match> &matches)
{
    QList<people::MatchedSet> sets;
    QList<qsizetype> sizes;
    if (const qsizetype size = m_source->recipients().size()) {
        sets << people::MatchedSet{people::SetOperator::Also, m_source->name(), {}};
        sizes << size;
    }
    for (const AddedSources::Entry &entry : m_added->entries()) {
        sets << people::MatchedSet{entry.how, people::sourceName(entry.spec), {}};
        sizes << entry.people.recipients.size();
    }
    combine(
        [sets, sizes, matches]() mutable {
            qsizetype at = 0;
            for (qsizetype i = 0; i < sets.size(); ++i) {
                sets[i].matches = matches.mid(at, sizes.at(i));
                at += sizes.at(i);
            }
            return std::move(sets);
        },
        [this] { lookFirst(); });
}

void GrantFlow::combine(std::function<QList<people::MatchedSet>()> take, std::function<void()> goOn)
{
    struct Together {
        QList<people::MatchedSet> sets;
        Result<people::CombinedPeople> people;
    };
    setBusy(true);
    Call<Together> *call = runLater<Together>(this, [take = std::move(take), decisions = m_decisions]() -> Result<Together> {
        Together together{take(), {}};
        for (people::MatchedSet &set : together.sets)
            decisions.layOver(&set.matches);
        together.people = people::combined(together.sets);
        return together;
    });
    m_call = call;
    call->then(this, [this, goOn = std::move(goOn)](const Result<Together> &together) {
        setBusy(false);
        if (!together)
            return;
        m_sets = together->sets;
        m_matched = together->people.has_value();
        m_matches = m_matched ? together->people->matches : QList<people::Match>();
        m_remarks = m_matched ? together->people->remarks : QStringList();
        Q_EMIT matchesChanged();
        if (m_matched)
            return goOn();
        dropPlan();
        Q_EMIT failed(together->people.error());
    });
}

/// On to Review, unless there is something that the person has to see before.
void GrantFlow::lookFirst()
{
    const bool open = std::any_of(m_matches.cbegin(), m_matches.cend(), [](const people::Match &match) { return match.status != people::MatchStatus::Found; });
    if (!open && !m_matches.isEmpty() && m_remarks.isEmpty())
        review();
}

void GrantFlow::review()
{
    cancel();
    if (m_step == Step::Match || m_step == Step::Source)
        go(Step::Review);
    dropPlan();
    setBusy(true);
    Call<runs::Plan> *call = makePlan();
    m_call = call;
    connect(call, &PendingCall::progress, this, &GrantFlow::progress);
    call->then(this, [this](const Result<runs::Plan> &plan) {
        setBusy(false);
        if (!plan) {
            Q_EMIT failed(plan.error());
            return;
        }
        m_plan = *plan;
        const QHash<int, Decision> decisions = m_decisions.about(m_plan);
        for (auto it = decisions.cbegin(); it != decisions.cend(); ++it)
            put(it.key(), it.value());
        chooseRoad();
        Q_EMIT planChanged();
    });
}

Call<runs::Plan> *GrantFlow::makePlan()
{
    QList<runs::GrantRow> rows;
    rows.reserve(m_matches.size());
    QHash<QString, int> before; // how many rows have had these words
    for (const people::Match &match : std::as_const(m_matches)) {
        runs::GrantRow row = grantRowOf(match);
        if (const auto reason = m_decisions.reason(row.recipient, before[row.recipient]++)) {
            row.reasonText = *reason;
            row.withoutReason = reason->isEmpty();
        }
        rows << std::move(row);
    }
    if (revokes()) {
        runs::RevokeInput input;
        input.forum = m_context.forum;
        input.badge = m_badges.first(); // without one the source is not gone on from
        input.rows = rows;
        input.source = sourceName();
        return runs::planRevokeList(input, m_context.clock, this);
    }
    runs::GrantInput input;
    input.forum = m_context.forum;
    input.badges = m_badges;
    input.reasonForAll = m_reasonForAll;
    input.source = sourceName();
    input.rows = rows;
    return runs::planGrants(input, m_context.clock, this);
}

/// What was planned for other people or other accounts must not be started.
void GrantFlow::dropPlan()
{
    m_plan = {};
    m_asPlanned.clear();
    Q_EMIT planChanged();
}

void GrantFlow::useAccount(const QString &recipient, const Account &account)
{
    m_decisions.useAccount(recipient, account);
    const auto goOn = [this] {
        if (m_step == Step::Review)
            review();
    };
    if (m_sets.isEmpty()) {
        settleMatches();
        return goOn();
    }
    cancel();
    combine([sets = m_sets] { return sets; }, goOn);
}

void GrantFlow::useReason(int stepIndex, const QString &reason)
{
    m_decisions.useReason(m_plan, stepIndex, reason);
    review();
}

void GrantFlow::decide(int stepIndex, Decision decision)
{
    m_decisions.decide(m_plan, stepIndex, decision);
    put(stepIndex, decision);
    chooseRoad();
    Q_EMIT planChanged();
}

void GrantFlow::put(int stepIndex, Decision decision)
{
    runs::Step &step = m_plan.steps[stepIndex];
    if (!m_asPlanned.contains(stepIndex))
        m_asPlanned.insert(stepIndex, step);
    step = m_asPlanned.value(stepIndex);
    if (decision == Decision::LeaveOut) {
        step.verdict = runs::Verdict::LeftOut;
        step.verdictDetail.clear();
    }
    step.insisted = decision == Decision::Insist && step.mayInsist();
}

void GrantFlow::chooseRoad()
{
    runs::chooseRoad(&m_plan, m_context.forum->capabilities(), m_wishedRoad);
}

void GrantFlow::setRoad(runs::Road road)
{
    m_wishedRoad = road;
    chooseRoad();
    Q_EMIT planChanged();
}

void GrantFlow::setPace(runs::Pace pace)
{
    m_pace = pace;
    m_context.settings->set(settings::kPace, runs::paceName(pace));
    if (m_run)
        m_run->setPace(pace);
    Q_EMIT planChanged();
}

Result<Done> GrantFlow::start()
{
    const auto run = m_context.runs->start(m_plan, m_context.forum, m_pace);
    if (!run)
        return fail(run.error());
    m_run = *run;
    go(Step::Run);
    const auto look = [this] {
        if (m_run && m_run->state() == runs::RunState::Done && m_step == Step::Run)
            go(Step::Result);
        else if (m_run && m_run->state() != runs::RunState::Done && m_step == Step::Result)
            go(Step::Run); // failed rows are tried again
    };
    connect(m_run, &runs::Run::stateChanged, this, look);
    look();
    return Done{};
}

void GrantFlow::goBack(Step step)
{
    if (step >= m_step || m_run)
        return;
    cancel();
    go(step);
}

void GrantFlow::cancel()
{
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
    }
    setBusy(false);
}

QString GrantFlow::title() const
{
    if (revokes())
        return m_badges.isEmpty() ? tr("Revoke a badge") : tr("Revoke %1").arg(m_badges.first().name);
    if (m_badges.isEmpty())
        return tr("Grant badges");
    return m_badges.size() == 1 ? tr("Grant %1").arg(m_badges.first().name) : tr("Grant %Ln badges", nullptr, int(m_badges.size()));
}

void GrantFlow::go(Step step)
{
    if (m_step == step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

void GrantFlow::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace badgewright::ui
