// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include "runs/holdings_reader.h"
#include "runs/road.h"
#include "runs/verdicts.h"

#include <QScopeGuard>

#include <algorithm>

namespace badgewright::runs {

namespace {

constexpr qsizetype kRowsATurn = 5000;

/// What the rows of one plan need to know, asked of the forum with few requests.
class GrantPlanner final : public QObject
{
    Q_OBJECT

public:
    GrantPlanner(const GrantInput &input, Clock *clock, Call<Plan> *answer)
        : QObject(answer), m_input(input), m_clock(clock), m_answer(answer), m_readings(new Readings(clock, this))
    {
        connect(m_readings, &Readings::progress, answer, &PendingCall::progress);
        connect(m_readings, &Readings::failed, this, [this](const Error &error) { conclude(fail(error)); });
        connect(m_readings, &Readings::finished, this, &GrantPlanner::beginPlan);
        answer->onCancel([this] { m_readings->stop(); });
        QMetaObject::invokeMethod(this, &GrantPlanner::readReasons, Qt::QueuedConnection);
    }

private:
    struct ResolvedReason {
        std::optional<Reason> reason;
        QString wrong;
    };
    /// What is granted to whom; the reason only where a badge can be held for several.
    struct Given {
        AccountId account;
        BadgeId badge;
        QString reason;
        bool operator==(const Given &) const = default;
        friend size_t qHash(const Given &given, size_t seed) { return qHashMulti(seed, given.account, given.badge, given.reason); }
    };

    void readReasons();
    void readHolders();
    void beginPlan();
    void judgeRows();
    void conclude(const Result<Plan> &plan);
    Step stepFor(const GrantRow &row, const Badge &badge) const;
    const Grant *heldBefore(const GrantStep &step) const;
    bool holds(AccountId account, BadgeId badge) const;
    QString reasonTextOf(const GrantRow &row) const
    {
        if (row.withoutReason)
            return {};
        const QString own = row.reasonText.trimmed();
        return own.isEmpty() ? m_input.reasonForAll.trimmed() : own;
    }

    GrantInput m_input;
    Clock *m_clock;
    Call<Plan> *m_answer;
    Readings *m_readings;
    HoldingsReader *m_reader = nullptr; ///< null: nothing to look at
    QHash<QString, ResolvedReason> m_reasons;
    Holdings m_holdings;
    QHash<AccountId, QList<Grant>> m_held; ///< by account
    Plan m_plan;
    qsizetype m_judged = 0;         ///< how many rows have their steps in m_plan
    QHash<Given, int> m_firstRows;
    Capability m_mayGrant;
};

void GrantPlanner::readReasons()
{
    // Of a hundred thousand rows each of the two takes its time.
    QMetaObject::invokeMethod(this, &GrantPlanner::readHolders, Qt::QueuedConnection);
    if (!m_input.forum->people())
        return;
    QSet<QString> reasons;
    for (const GrantRow &row : std::as_const(m_input.rows)) {
        const QString text = reasonTextOf(row);
        if (text.isEmpty() || reasons.contains(text))
            continue;
        reasons.insert(text);
        m_readings->add<Reason>([this, text](Lane lane) { return m_input.forum->people()->resolveReason(text, lane); },
                                [this, text](const Result<Reason> &reason) {
                                    if (reason)
                                        m_reasons.insert(text, {*reason, {}});
                                    else if (reason.error().kind == ErrorKind::NotFound)
                                        m_reasons.insert(text, {{}, Verdicts::noSuchTopic()});
                                    else
                                        m_reasons.insert(text, {{}, reason.error().detail});
                                });
    }
}

void GrantPlanner::readHolders()
{
    const auto atEnd = qScopeGuard([this] { m_readings->start(); });
    QList<Badge> badges; // a disabled one is not granted
    std::copy_if(m_input.badges.cbegin(), m_input.badges.cend(), std::back_inserter(badges), [](const Badge &badge) { return badge.enabled; });
    if (badges.isEmpty() || !m_input.forum->grants() || !m_input.forum->capabilities().may(Ability::Grant))
        return;
    QList<Account> people;
    QSet<AccountId> known;
    known.reserve(m_input.rows.size());
    for (const GrantRow &row : std::as_const(m_input.rows)) {
        if (!row.account || known.contains(row.account->id))
            continue;
        known.insert(row.account->id);
        people.append(*row.account);
    }
    if (!people.isEmpty())
        m_reader = new HoldingsReader(m_input.forum.get(), badges, people, m_readings, this);
}

bool GrantPlanner::holds(AccountId account, BadgeId badge) const
{
    const QList<Grant> held = m_held.value(account);
    return std::any_of(held.cbegin(), held.cend(), [badge](const Grant &grant) { return grant.badgeId == badge; });
}

const Grant *GrantPlanner::heldBefore(const GrantStep &step) const
{
    const auto held = m_held.constFind(step.account.id);
    if (held == m_held.cend())
        return nullptr;
    const auto resolved = std::find_if(m_reasons.cbegin(), m_reasons.cend(), [&](const ResolvedReason &one) {
        return one.reason && one.reason->url == step.reason;
    });
    for (const Grant &grant : *held) {
        if (grant.badgeId != step.badgeId)
            continue;
        if (!step.multipleGrant)
            return &grant;
        const bool forNothing = !grant.topicId;
        if (step.reason.isEmpty() ? forNothing
                                  : resolved != m_reasons.cend() && grant.topicId == resolved->reason->topicId
                                        && grant.postNumber.value_or(1) == resolved->reason->postNumber)
            return &grant;
    }
    return nullptr;
}

Step GrantPlanner::stepFor(const GrantRow &row, const Badge &badge) const
{
    Step step = Verdicts::stepOf(row);
    GrantStep grant;
    grant.badgeId = badge.id;
    grant.badgeName = badge.name;
    grant.multipleGrant = badge.multipleGrant;
    grant.account = row.account.value_or(Account{});
    const bool unread = m_holdings.unreadBadges.contains(badge.id) || m_holdings.unread.contains(grant.account.id);
    if (!unread)
        grant.newestSeen = m_holdings.newest;
    const QString reasonText = reasonTextOf(row);
    const auto known = m_reasons.constFind(reasonText);
    const ResolvedReason *resolved = known != m_reasons.cend() ? &*known : nullptr;
    const bool hasReason = resolved && resolved->reason;
    if (hasReason) {
        grant.reason = resolved->reason->url;
        grant.reasonTitle = resolved->reason->title;
    } else {
        grant.reasonTitle = reasonText; // what is wrong can be read beside it
    }

    if (!m_mayGrant.allowed || !m_input.forum->grants()) {
        step.verdict = Verdict::NotAllowed;
        step.verdictDetail = m_mayGrant.reason;
    } else if (!badge.enabled) {
        step.verdict = Verdict::BadgeDisabled;
    } else if (!row.account) {
        Verdicts::noAccount(&step, row);
    } else if (!reasonText.isEmpty() && !hasReason) {
        step.verdict = Verdict::ReasonElsewhere;
        step.verdictDetail = resolved ? resolved->wrong : QString();
    } else if (const Grant *held = heldBefore(grant)) {
        step.verdict = Verdict::AlreadyHolds;
        step.verdictDetail = Verdicts::since(held->grantedAt);
    } else if (row.account->suspended) {
        step.verdict = Verdict::Suspended;
        step.verdictDetail = Verdicts::until(row.account->suspendedTill);
    } else if (unread) {
        step.verdictDetail = Verdicts::holdersUnread();
    } else if (badge.multipleGrant && !badge.showPosts.value_or(false) && hasReason && holds(grant.account.id, badge.id)) {
        step.verdictDetail = Verdicts::heldForUnknownPosts();
    } else if (!badge.manuallyGrantable) {
        step.verdictDetail = Verdicts::forumGivesItself();
    }
    step.what = std::move(grant);
    return step;
}

void GrantPlanner::beginPlan()
{
    if (m_reader)
        m_holdings = m_reader->holdings();
    for (const Grant &grant : std::as_const(m_holdings.grants))
        m_held[grant.holderId].append(grant);
    const Forum &forum = *m_input.forum;
    QStringList names;
    for (const Badge &badge : std::as_const(m_input.badges))
        names.append(badge.name);
    m_plan = Plan::empty(forum.connection(), forum.site().actingUser,
                         names.size() > 3 ? tr("Grant %n badge(s)", nullptr, int(names.size()))
                                          : tr("Grant %1").arg(names.join(QStringLiteral(", "))),
                         m_clock->utcNow());
    m_plan.source = m_input.source;
    m_plan.steps.reserve(m_input.rows.size() * m_input.badges.size());
    m_firstRows.reserve(m_plan.steps.capacity());
    m_mayGrant = forum.capabilities().of(Ability::Grant);
    judgeRows();
}

/// Some thousand rows in a turn of the event loop, so that the window goes on.
void GrantPlanner::judgeRows()
{
    if (m_answer->isSettled() || !m_input.forum)
        return;
    const qsizetype end = std::min(m_input.rows.size(), m_judged + kRowsATurn);
    for (; m_judged < end; ++m_judged) {
        const GrantRow &row = m_input.rows.at(m_judged);
        for (const Badge &badge : std::as_const(m_input.badges)) {
            Step step = stepFor(row, badge);
            const auto &grant = std::get<GrantStep>(step.what);
            if (step.verdict == Verdict::Ready || step.verdict == Verdict::Suspended) {
                // A badge that can be held several times is the same twice only for the same reason.
                const Given key{grant.account.id, badge.id, badge.multipleGrant ? grant.reason.toString() : QString()};
                if (const auto first = m_firstRows.constFind(key); first != m_firstRows.cend()) {
                    step.verdict = Verdict::DuplicateRow;
                    step.verdictDetail = Verdicts::sameAsRow(*first);
                } else {
                    m_firstRows.insert(key, row.row);
                }
            }
            m_plan.steps.append(std::move(step));
        }
    }
    if (m_judged < m_input.rows.size()) {
        QMetaObject::invokeMethod(this, &GrantPlanner::judgeRows, Qt::QueuedConnection);
        return;
    }
    if (!m_holdings.unreadBadges.isEmpty() || !m_holdings.unread.isEmpty())
        m_plan.remarks.append(tr("Who holds the badge already could not be read for every person; the forum itself grants a badge that can be held once only once."));
    chooseRoad(&m_plan, m_input.forum->capabilities());
    conclude(m_plan);
}

void GrantPlanner::conclude(const Result<Plan> &plan)
{
    m_answer->settle(plan);
    // Not kept until this is deleted: the answer may belong to the forum, which must not go while its child does.
    m_input.forum.reset();
}

} // namespace

Call<Plan> *planGrants(const GrantInput &input, Clock *clock, QObject *parent)
{
    auto *answer = new Call<Plan>(parent);
    new GrantPlanner(input, clock, answer); // belongs to the answer
    return answer;
}

} // namespace badgewright::runs

#include "grant_planner.moc"
