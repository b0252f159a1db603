// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/holdings.h"

#include "runs/csv_line.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::runs {

namespace {

constexpr int kHoldersAPage = 96; // at most, as far as is known; only for choosing the shorter way
constexpr int kReadingsAtOnce = 3;
constexpr int kMostReadings = 4;
constexpr qint64 kQuickReadings = 5; // so few go at once: a person waits for them

struct HoldingsWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Holdings)
};

class HoldingsReader final : public QObject
{
public:
    HoldingsReader(const ForumPtr &forum, const Badge &badge, const QList<Account> &people, Clock *clock, Call<Holdings> *answer)
        : QObject(answer), m_forum(forum), m_badge(badge), m_people(people), m_clock(clock), m_answer(answer)
    {
        QMetaObject::invokeMethod(this, [this] { begin(); }, Qt::QueuedConnection);
    }

private:
    struct Reading {
        std::optional<Account> person; ///< absent: a page of the holders
        int offset = 0;
        int tries = 0;
    };

    void begin();
    QString whyNotListed() const;
    void next();
    void perform(const Reading &reading);
    template <class T> bool failed(const Reading &reading, const Result<T> &result);
    void note(const Grant &grant, const Account &holder);
    void ended();
    void conclude(const Result<Holdings> &result);

    ForumPtr m_forum;
    Badge m_badge;
    QList<Account> m_people;
    Clock *m_clock;
    Call<Holdings> *m_answer;
    QList<Reading> m_readings;
    Lane m_lane = Lane::Interactive;
    int m_underWay = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QSet<GrantId> m_seen;
    Holdings m_holdings;
};

/// Why the holders cannot be listed; empty: they can.
QString HoldingsReader::whyNotListed() const
{
    const Capability may = m_forum->capabilities().of(Ability::ListHolders);
    if (!may.allowed)
        return may.reason.isEmpty() ? HoldingsWords::tr("This connection may not list who holds a badge.") : may.reason;
    return m_badge.enabled ? QString() : HoldingsWords::tr("%1 is disabled, and the forum does not list the holders of a disabled badge.").arg(m_badge.name);
}

void HoldingsReader::begin()
{
    const Capability person = m_forum->capabilities().of(Ability::ListHeldBy);
    const QString whyNot = whyNotListed();
    const int pages = m_badge.grantCount / kHoldersAPage + 1;
    const bool perPerson = !m_people.isEmpty() && person.allowed && (m_people.size() < pages || !whyNot.isEmpty());
    if (!m_forum->grants() || (!perPerson && !whyNot.isEmpty())) {
        conclude(fail(Error::refusedHere(whyNot)));
        return;
    }
    if (perPerson) {
        for (const Account &account : std::as_const(m_people))
            m_readings.append({account, 0, 0});
    } else {
        m_readings.append({{}, 0, 0});
    }
    m_total = m_readings.size();
    // More would spend the budget that the forum's runs share.
    if ((perPerson ? m_total : pages) > kQuickReadings)
        m_lane = Lane::Run;
    next();
}

void HoldingsReader::next()
{
    if (m_answer->isSettled() || !m_forum)
        return;
    while (m_underWay < kReadingsAtOnce && !m_readings.isEmpty()) {
        ++m_underWay;
        perform(m_readings.takeFirst());
    }
    if (m_underWay == 0)
        conclude(m_holdings);
}

void HoldingsReader::ended()
{
    --m_underWay;
    ++m_done;
    Q_EMIT m_answer->progress(m_done, m_total);
    next();
}

/// True when the reading is dealt with: tried again later, or everything failed.
template <class T> bool HoldingsReader::failed(const Reading &reading, const Result<T> &result)
{
    if (result)
        return false;
    const Error &error = result.error();
    const bool passing = error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::TimedOut
        || error.kind == ErrorKind::Network || error.kind == ErrorKind::Server || error.kind == ErrorKind::Unreadable;
    if (passing && (reading.tries + 1 < kMostReadings || error.kind == ErrorKind::RateLimited)) {
        Reading again = reading;
        ++again.tries;
        m_clock->after(std::max<std::chrono::milliseconds>(error.retryAfter, std::chrono::seconds(again.tries)), this,
                       [this, again] { perform(again); });
        return true;
    }
    const bool hidden = reading.person && (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Forbidden);
    if (!hidden)
        conclude(fail(error));
    return !hidden;
}

void HoldingsReader::perform(const Reading &reading)
{
    if (m_answer->isSettled() || !m_forum)
        return;
    if (reading.person) {
        m_forum->grants()->heldBy(reading.person->username, m_lane)->then(this, [this, reading](const Result<QList<Grant>> &grants) {
            if (failed(reading, grants))
                return;
            if (!grants)
                m_holdings.unread.insert(reading.person->id);
            for (const Grant &grant : grants.value_or(QList<Grant>()))
                note(grant, *reading.person);
            ended();
        });
        return;
    }
    m_forum->grants()->holders(m_badge.id, reading.offset, m_lane)->then(this, [this, reading](const Result<HolderPage> &page) {
        if (failed(reading, page))
            return;
        QHash<AccountId, Account> known;
        for (const Account &account : page->accounts)
            known.insert(account.id, account);
        for (const Grant &grant : page->grants) {
            Account holder = known.value(grant.holderId);
            holder.id = grant.holderId;
            if (holder.username.isEmpty())
                holder.username = grant.holder;
            note(grant, holder);
        }
        if (page->nextOffset > reading.offset) {
            m_readings.append({{}, page->nextOffset, 0});
            ++m_total;
        }
        ended();
    });
}

void HoldingsReader::note(const Grant &grant, const Account &holder)
{
    // Rows shift while others are granting: the same grant may come on two pages.
    if (grant.badgeId != m_badge.id || m_seen.contains(grant.id))
        return;
    m_seen.insert(grant.id);
    Grant whole = grant;
    whole.holderId = holder.id;
    whole.holder = holder.username;
    m_holdings.grants.append(whole);
    m_holdings.accounts.insert(holder.id, holder);
}

void HoldingsReader::conclude(const Result<Holdings> &result)
{
    m_answer->settle(result);
    // Not kept until this is deleted: the answer may belong to the forum, which must not go while its child does.
    m_forum.reset();
}

} // namespace

Call<Holdings> *readHoldings(const ForumPtr &forum, const Badge &badge, const QList<Account> &people, Clock *clock, QObject *parent)
{
    auto *answer = new Call<Holdings>(parent);
    new HoldingsReader(forum, badge, people, clock, answer); // belongs to the answer
    return answer;
}

QUrl reasonOf(const Grant &grant, const QUrl &base)
{
    if (!grant.topicId)
        return {};
    return QUrl(base.toString() + QStringLiteral("/t/-/%1/%2").arg(*grant.topicId).arg(grant.postNumber.value_or(1)));
}

QByteArray holdersCsv(const Holdings &holdings, const QUrl &base)
{
    QByteArray csv = csvLine({QStringLiteral("username"), QStringLiteral("name"), QStringLiteral("granted_at"), QStringLiteral("granted_by"),
                              QStringLiteral("reason")});
    for (const Grant &grant : holdings.grants) {
        csv += csvLine({grant.holder, holdings.accounts.value(grant.holderId).name,
                        grant.grantedAt.isValid() ? grant.grantedAt.toUTC().toString(Qt::ISODate) : QString(), grant.granter,
                        reasonOf(grant, base).toString()});
    }
    return csv;
}

} // namespace badgewright::runs
