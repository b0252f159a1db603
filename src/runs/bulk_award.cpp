// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/bulk_award.h"

#include "support/log.h"

#include <QLocale>

#include <algorithm>

namespace badgewright::runs {

using namespace std::chrono_literals;

namespace {

// A real forum took 78 s for 5,000 people; a busy one takes longer.
constexpr std::chrono::milliseconds kFirstLook = 3s;
constexpr std::chrono::milliseconds kLongestLook = 20s;
constexpr std::chrono::milliseconds kPatience = 5min; ///< without anybody new
constexpr std::chrono::minutes kLookAgainAfter = 15min;
constexpr std::chrono::minutes kGiveUpAfter = 30min;  ///< after the request
constexpr int kMostLookFailures = 4;
// What the forum dates back (badges that it gives by a query) has new ids. No two clocks differ by so much.
constexpr qint64 kDatedBackDays = 1;

} // namespace

BulkAward::BulkAward(const ForumPtr &forum, const QList<StepRecord> &records, bool underWay, Clock *clock, QObject *parent)
    : QObject(parent), m_forum(forum), m_clock(clock), m_total(int(records.size())), m_sent(underWay), m_lookDelay(kFirstLook)
{
    for (const StepRecord &record : records) {
        const auto &grant = std::get<GrantStep>(record.step.what);
        m_badge = grant.badgeId;
        m_badgeName = grant.badgeName;
        m_open.insert(grant.account.id, {record.position, grant.account.username});
        m_accountOf.insert(grant.account.username.toLower(), grant.account.id);
        m_newestSeen = std::max(m_newestSeen, grant.newestSeen.value_or(0));
        if (underWay)
            m_memo = record.memo;
        if (underWay && !record.answer.isEmpty())
            m_answer = record.answer; // one of them has it
    }
}

void BulkAward::setAccepted()
{
    if (m_answer.isEmpty())
        m_answer = QStringLiteral("accepted");
}

QList<int> BulkAward::open() const
{
    QList<int> positions;
    for (const Row &row : m_open)
        positions.append(row.position);
    std::sort(positions.begin(), positions.end());
    return positions;
}

QString BulkAward::sentence() const
{
    return QStringLiteral("bulk award of badge %1 (%2) to %3 people").arg(m_badge).arg(m_badgeName).arg(m_open.size());
}

void BulkAward::begin()
{
    m_lastNews = m_clock->monotonic();
    if (!m_forum->grants()) {
        finish(Error::refusedHere(tr("This forum has no such thing.")));
        return;
    }
    if (m_sent)
        readPage(0, true);
    else
        readTop();
}

/// Who has got it since the plan was made, and the newest grant there is: read anew, for the plan may be old.
void BulkAward::readTop()
{
    m_forum->grants()->holders(m_badge, 0, Lane::Run)->then(this, [this](const Result<HolderPage> &page) {
        if (page)
            topCame(*page);
        else
            readFailed(page.error(), [this] { readTop(); });
    });
}

void BulkAward::topCame(const HolderPage &page)
{
    bool known = page.grants.isEmpty();
    for (const Grant &grant : page.grants) {
        known = known || grant.id <= m_newestSeen;
        m_memo.newestBefore = std::max(m_memo.newestBefore, grant.id);
        take(grant, true);
    }
    if (!known && page.nextOffset > 0) {
        m_forum->grants()->holders(m_badge, page.nextOffset, Lane::Run)->then(this, [this](const Result<HolderPage> &next) {
            if (next)
                topCame(*next);
            else
                readFailed(next.error(), [this] { readTop(); });
        });
        return;
    }
    m_memo.newestBefore = std::max(m_memo.newestBefore, m_newestSeen);
    if (m_open.isEmpty())
        finish({});
    else
        Q_EMIT asksToSend();
}

void BulkAward::send()
{
    m_sent = true;
    m_sending = true;
    QStringList names;
    for (const Row &row : std::as_const(m_open))
        names.append(row.username);
    names.sort(Qt::CaseInsensitive);
    m_forum->grants()->bulkAward(m_badge, names)->then(this, [this](const Result<BulkAwardAnswer> &answer) { answered(answer); });
}

void BulkAward::answered(const Result<BulkAwardAnswer> &result)
{
    m_sending = false;
    m_lastNews = m_clock->monotonic();
    if (result) {
        m_answer = QStringLiteral("%1 matched, %2 unmatched").arg(result->matched).arg(result->unmatched);
        unmatched(*result);
        Q_EMIT accepted();
        look();
        return;
    }
    switch (result.error().kind) {
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::TimedOut:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
        Q_EMIT answerLost();
        look(); // perhaps it has it
        return;
    case ErrorKind::Cancelled:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    m_sent = false; // refused as a whole: nobody gets it
    finish(result.error());
}

void BulkAward::unmatched(const BulkAwardAnswer &answer)
{
    m_unmatchedUnnamed = answer.unmatched - int(answer.unmatchedEntries.size());
    for (const QString &entry : answer.unmatchedEntries) {
        if (const AccountId account = m_accountOf.value(entry.toLower()))
            settle(account, StepState::Failed, tr("The forum found no account of this name."));
    }
}

void BulkAward::look()
{
    if (m_open.isEmpty()) {
        finish({});
        return;
    }
    later(m_lookDelay, [this] { readPage(0, false); });
}

/// `whole`: down to what was there before, else only while there is something new on the page: the newest come first.
void BulkAward::readPage(int offset, bool whole)
{
    if (offset == 0)
        m_newInPass = false;
    m_forum->grants()->holders(m_badge, offset, Lane::Run)->then(this, [this, offset, whole](const Result<HolderPage> &page) {
        if (page)
            pageCame(*page, offset, whole);
        else
            readFailed(page.error(), [this, offset, whole] { readPage(offset, whole); });
    });
}

void BulkAward::pageCame(const HolderPage &page, int offset, bool whole)
{
    m_readFailures = 0;
    bool fresh = false;
    bool older = false;
    for (const Grant &grant : page.grants) {
        older = older || grant.id <= m_memo.newestBefore;
        if (grant.id <= m_memo.newestBefore || m_seen.contains(grant.id))
            continue;
        fresh = true;
        take(grant, false);
    }
    m_newInPass = m_newInPass || fresh;
    // Rows move down while people are given it: none is missed by that, some come twice.
    if (!m_open.isEmpty() && page.nextOffset > offset && (whole ? !older || fresh : fresh))
        readPage(page.nextOffset, whole);
    else
        passOver(whole);
}

void BulkAward::passOver(bool whole)
{
    if (m_unmatchedUnnamed > 0 && m_open.size() <= m_unmatchedUnnamed) {
        // Everybody whom it matched has it; these are the ones it did not name.
        const QList<AccountId> left = m_open.keys();
        for (const AccountId account : left)
            settle(account, StepState::Failed, tr("The forum found no account of this name."));
    }
    if (m_open.isEmpty()) {
        finish({});
        return;
    }
    const auto now = m_clock->monotonic();
    if (m_newInPass) {
        m_lastNews = now;
        m_lookDelay = kFirstLook;
    } else {
        m_lookDelay = std::min(m_lookDelay * 3 / 2, kLongestLook);
    }
    // Where more arrive than a page holds while a page is read, a gap of unseen ones stays below: it is looked for as soon
    // as it grows quiet.
    m_newsSinceWhole = (m_newsSinceWhole || m_newInPass) && !whole;
    if (m_newsSinceWhole && !m_newInPass) {
        readPage(0, true);
        return;
    }
    const QDateTime at = m_clock->utcNow();
    const bool longAgo = m_memo.sentAt.isValid() && m_memo.sentAt.secsTo(at) > std::chrono::seconds(kGiveUpAfter).count();
    if (m_newInPass || (now - m_lastNews < kPatience && !(whole && longAgo))) {
        look();
        return;
    }
    if (!whole) {
        readPage(0, true); // once more from the top to the bottom, before somebody is said to have nothing
        return;
    }
    if (longAgo) {
        const QList<AccountId> left = m_open.keys();
        for (const AccountId account : left)
            settle(account, StepState::Failed, tr("The forum has not given it within %n minute(s).", nullptr, int(kGiveUpAfter.count())));
        finish({});
        return;
    }
    const QString until = QLocale().toString(at.addSecs(std::chrono::seconds(kLookAgainAfter).count()).toLocalTime().time(), QLocale::ShortFormat);
    const QString have = tr("%1 of %2 people have the badge, and nobody new got it in the last minutes.")
                             .arg(QLocale().toString(m_total - m_open.size()), QLocale().toString(m_total));
    const QString next = m_answer.isEmpty()
        ? tr("The forum may not have received the request. Look again with Resume after %1.").arg(until)
        : tr("The forum goes on by itself. Look again with Resume after %1.").arg(until);
    finish(Error::refusedHere(have + QLatin1Char(' ') + next));
}

void BulkAward::readFailed(const Error &error, std::function<void()> again)
{
    switch (error.kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::OutcomeUnknown:
        if (++m_readFailures >= kMostLookFailures)
            break;
        [[fallthrough]];
    case ErrorKind::RateLimited:
        later(std::max<std::chrono::milliseconds>(error.retryAfter, kFirstLook * std::max(1, m_readFailures)), std::move(again));
        return;
    case ErrorKind::Cancelled:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::ReadOnly:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    // Of a disabled badge the holders cannot be read.
    finish(error.kind == ErrorKind::NotFound
               ? Error::refusedHere(tr("The holders of %1 cannot be read: the badge is disabled or gone.").arg(m_badgeName))
               : error);
}

/// A grant of the badge: whose row does it settle? `before`: it was there before the request left.
void BulkAward::take(const Grant &grant, bool before)
{
    m_seen.insert(grant.id);
    const AccountId account = grant.holderId != 0 ? grant.holderId : m_accountOf.value(grant.holder.toLower());
    if (!m_open.contains(account))
        return;
    // What a bulk award gives stands as given by the forum itself; somebody else may have given it at the same time.
    const bool byAPerson = !grant.granter.isEmpty() && grant.granter.compare(QLatin1String("system"), Qt::CaseInsensitive) != 0;
    const bool datedBack = grant.grantedAt.isValid() && m_memo.sentAt.isValid() && grant.grantedAt < m_memo.sentAt.addDays(-kDatedBackDays);
    if (before || datedBack)
        settle(account, StepState::AlreadySo, tr("Held already, since %1").arg(grant.grantedAt.date().toString(Qt::ISODate)), &grant);
    else if (byAPerson)
        settle(account, StepState::AlreadySo, tr("Given by %1 at the same time.").arg(grant.granter), &grant);
    else
        settle(account, m_answer.isEmpty() ? StepState::ReadBack : StepState::Done, {}, &grant);
}

void BulkAward::settle(AccountId account, StepState state, const QString &words, const Grant *grant)
{
    const auto row = m_open.constFind(account);
    if (row == m_open.cend())
        return; // the forum may name somebody twice
    const int position = row->position;
    m_open.erase(row);
    StepOutcome outcome;
    outcome.state = state;
    outcome.words = words;
    if (grant) {
        outcome.serverId = grant->id;
        outcome.answer = QStringLiteral("grant %1 of %2").arg(grant->id).arg(grant->grantedAt.toUTC().toString(Qt::ISODate));
    }
    Q_EMIT settled(position, outcome);
}

void BulkAward::finish(const std::optional<Error> &error)
{
    if (std::exchange(m_over, true))
        return;
    qCDebug(lcRuns) << "bulk award ended," << m_open.size() << "of" << m_total << "open";
    Q_EMIT ended(error);
}

void BulkAward::later(std::chrono::milliseconds delay, std::function<void()> fn)
{
    m_clock->after(delay, this, std::move(fn));
}

} // namespace badgewright::runs
