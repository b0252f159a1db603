// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include "runs/road.h"
#include "runs/verdicts.h"

#include <QSet>

#include <algorithm>

namespace badgewright::runs {

namespace {

// The forum sends at most about so many holders in a page; only for choosing the road.
constexpr int kHoldersPerPage = 96;
constexpr int kReadsAtOnce = 3;
constexpr int kMostTries = 4;
constexpr std::chrono::milliseconds kLongestPause = std::chrono::minutes(5); // longer than anybody waits for a plan
constexpr qsizetype kRowsATurn = 5000;
constexpr qint64 kFewReads = 5; // so few go at once: a person waits for a plan of a row or two

/// What the rows of one plan need to know, asked of the forum with few requests.
class GrantPlanner final : public QObject
{
    Q_OBJECT

public:
    GrantPlanner(const GrantInput &input, Clock *clock, Call<Plan> *answer)
        : QObject(answer), m_input(input), m_clock(clock), m_answer(answer)
    {
        QMetaObject::invokeMethod(this, &GrantPlanner::begin, Qt::QueuedConnection);
    }

private:
    struct ResolvedReason {
        std::optional<Reason> reason;
        QString wrong;
    };
    struct Read {
        enum class Kind { Reason, Holders, HeldBy };
        Kind kind = Kind::Reason;
        QString text; ///< a reason, or a username
        BadgeId badge = 0;
        int offset = 0;
        int tries = 0;
        AccountId account = 0; ///< of the username
    };
    /// What is granted to whom; the reason only where a badge can be held for several.
    struct Given {
        AccountId account;
        BadgeId badge;
        QString reason;
        bool operator==(const Given &) const = default;
        friend size_t qHash(const Given &given, size_t seed) { return qHashMulti(seed, given.account, given.badge, given.reason); }
    };

    void begin();
    void planReads();
    void next();
    void perform(const Read &read);
    template <class T> bool failed(const Read &read, const Result<T> &result);
    void note(const Grant &grant);
    void finish();
    void judgeRows();
    void conclude(const Result<Plan> &plan);
    void ended();
    Step stepFor(const GrantRow &row, const Badge &badge) const;
    const Grant *heldBefore(const GrantStep &step) const;
    QString reasonTextOf(const GrantRow &row) const
    {
        if (row.withoutReason)
            return {};
        const QString own = row.reasonText.trimmed();
        return own.isEmpty() ? m_input.reasonForAll.trimmed() : own;
    }
    AccountId accountOf(const QString &username);

    GrantInput m_input;
    Clock *m_clock;
    Call<Plan> *m_answer;
    QList<Read> m_reads;
    qint64 m_laterPages = 0; ///< of holders, beside the first ones in m_reads; a guess
    int m_underWay = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
    Lane m_lane = Lane::Interactive;
    QHash<QString, ResolvedReason> m_reasons;
    QHash<AccountId, QList<Grant>> m_held; ///< by account
    QHash<QString, AccountId> m_accountOf; ///< by username in lower case; made when somebody is first named so
    QSet<BadgeId> m_wanted;
    QSet<GrantId> m_seen;
    QHash<BadgeId, QString> m_unread; ///< badges whose holders could not be read, and why
    QSet<AccountId> m_peopleUnread;
    GrantId m_newest = 0;
    Plan m_plan;
    qsizetype m_judged = 0;         ///< how many rows have their steps in m_plan
    QHash<Given, int> m_firstRows;
    Capability m_mayGrant;
};

void GrantPlanner::begin()
{
    planReads();
    m_total = m_reads.size();
    // More would spend the budget that the forum's runs share.
    if (m_total + m_laterPages > kFewReads)
        m_lane = Lane::Run;
    if (m_reads.isEmpty())
        finish();
    else
        next();
}

void GrantPlanner::planReads()
{
    QSet<QString> reasons;
    QSet<AccountId> people;
    people.reserve(m_input.rows.size());
    for (const GrantRow &row : std::as_const(m_input.rows)) {
        if (const QString text = reasonTextOf(row); !text.isEmpty())
            reasons.insert(text);
        if (row.account)
            people.insert(row.account->id);
    }
    if (m_input.forum->people()) {
        for (const QString &text : std::as_const(reasons))
            m_reads.append({Read::Kind::Reason, text, 0, 0, 0});
    }
    const Capabilities &may = m_input.forum->capabilities();
    int pages = 0;
    for (const Badge &badge : m_input.badges) {
        if (!badge.enabled)
            continue;
        m_wanted.insert(badge.id);
        pages += badge.grantCount / kHoldersPerPage + 1;
    }
    if (!m_input.forum->grants() || people.isEmpty() || m_wanted.isEmpty() || !may.may(Ability::Grant))
        return;
    const bool perPerson = may.may(Ability::ListHeldBy) && (people.size() < pages || !may.may(Ability::ListHolders));
    if (perPerson) {
        for (const GrantRow &row : std::as_const(m_input.rows)) {
            if (row.account && people.remove(row.account->id))
                m_reads.append({Read::Kind::HeldBy, row.account->username, 0, 0, 0, row.account->id});
        }
    } else if (may.may(Ability::ListHolders)) {
        m_laterPages = pages - m_wanted.size();
        for (const BadgeId badge : std::as_const(m_wanted))
            m_reads.append({Read::Kind::Holders, {}, badge, 0, 0});
    } else {
        for (const BadgeId badge : std::as_const(m_wanted))
            m_unread.insert(badge, may.of(Ability::ListHolders).reason);
    }
}

void GrantPlanner::next()
{
    if (m_answer->isSettled() || !m_input.forum)
        return;
    while (m_underWay < kReadsAtOnce && !m_reads.isEmpty()) {
        ++m_underWay;
        perform(m_reads.takeFirst());
    }
    if (m_underWay == 0)
        finish();
}

void GrantPlanner::ended()
{
    --m_underWay;
    ++m_done;
    Q_EMIT m_answer->progress(m_done, m_total);
    next();
}

/// True when the read is dealt with: tried again later, or the whole plan failed.
template <class T> bool GrantPlanner::failed(const Read &read, const Result<T> &result)
{
    if (result)
        return false;
    const Error &error = result.error();
    const bool passing = error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::TimedOut
        || error.kind == ErrorKind::Network || error.kind == ErrorKind::Server || error.kind == ErrorKind::Unreadable;
    const bool waits = error.kind == ErrorKind::RateLimited && error.retryAfter <= kLongestPause;
    if (passing && (error.kind == ErrorKind::RateLimited ? waits : read.tries + 1 < kMostTries)) {
        Read again = read;
        ++again.tries;
        m_clock->after(std::max<std::chrono::milliseconds>(error.retryAfter, std::chrono::seconds(again.tries)), this,
                       [this, again] { perform(again); });
        return true;
    }
    if (passing || error.kind == ErrorKind::Unauthorised || error.kind == ErrorKind::Tls || error.kind == ErrorKind::Cancelled) {
        conclude(fail(error));
        return true;
    }
    return false;
}

void GrantPlanner::perform(const Read &read)
{
    if (m_answer->isSettled() || !m_input.forum)
        return;
    switch (read.kind) {
    case Read::Kind::Reason:
        m_input.forum->people()->resolveReason(read.text, m_lane)->then(this, [this, read](const Result<Reason> &reason) {
            if (failed(read, reason))
                return;
            if (reason)
                m_reasons.insert(read.text, {*reason, {}});
            else
                m_reasons.insert(read.text, {{}, reason.error().kind == ErrorKind::NotFound ? Verdicts::noSuchTopic() : reason.error().detail});
            ended();
        });
        return;
    case Read::Kind::HeldBy:
        m_input.forum->grants()->heldBy(read.text, m_lane)->then(this, [this, read](const Result<QList<Grant>> &grants) {
            if (failed(read, grants))
                return;
            if (grants) {
                for (Grant grant : *grants) {
                    grant.holderId = read.account;
                    note(grant);
                }
            } else {
                m_peopleUnread.insert(read.account);
            }
            ended();
        });
        return;
    case Read::Kind::Holders:
        m_input.forum->grants()->holders(read.badge, read.offset, m_lane)->then(this, [this, read](const Result<HolderPage> &page) {
            if (failed(read, page))
                return;
            if (page) {
                for (const Grant &grant : page->grants)
                    note(grant);
                if (page->nextOffset > read.offset) {
                    m_reads.prepend({Read::Kind::Holders, {}, read.badge, page->nextOffset, 0});
                    ++m_total;
                }
            } else {
                m_unread.insert(read.badge, page.error().serverWords.join(QStringLiteral("; ")));
            }
            ended();
        });
        return;
    }
}

void GrantPlanner::note(const Grant &grant)
{
    m_newest = std::max(m_newest, grant.id);
    // Rows shift while others are granting: the same grant may come on two pages.
    if (!m_wanted.contains(grant.badgeId) || m_seen.contains(grant.id))
        return;
    m_seen.insert(grant.id);
    const AccountId holder = grant.holderId != 0 ? grant.holderId : accountOf(grant.holder);
    m_held[holder].append(grant);
}

AccountId GrantPlanner::accountOf(const QString &username)
{
    if (m_accountOf.isEmpty()) {
        for (const GrantRow &row : std::as_const(m_input.rows)) {
            if (row.account)
                m_accountOf.insert(row.account->username.toLower(), row.account->id);
        }
    }
    return m_accountOf.value(username.toLower());
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
    Step step;
    step.row = row.row;
    step.recipient = row.recipient;
    step.suggestions = row.suggestions;
    GrantStep grant;
    grant.badgeId = badge.id;
    grant.badgeName = badge.name;
    grant.multipleGrant = badge.multipleGrant;
    grant.account = row.account.value_or(Account{});
    const bool unread = m_unread.contains(badge.id) || m_peopleUnread.contains(grant.account.id);
    if (!unread)
        grant.newestSeen = m_newest;
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
        Verdicts::noAccount(&step, row.ambiguous, row.lookUpError);
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
    } else if (!badge.manuallyGrantable) {
        step.verdictDetail = Verdicts::forumGivesItself();
    }
    step.what = std::move(grant);
    return step;
}

void GrantPlanner::finish()
{
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
    if (!m_unread.isEmpty() || !m_peopleUnread.isEmpty())
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
