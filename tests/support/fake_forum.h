// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "support/clock.h"

#include <QMap>
#include <QQueue>
#include <QSet>

#include <deque>

namespace badgewright::test {

/// A forum in memory, for tests of what stands above the adapters. It does what the contracts say in the points that
/// matter for plans and runs, answers from the event loop, and goes wrong on demand.
class FakeForum : public Forum
{
    Q_OBJECT

public:
    /// `clock` stamps grants and measures `latency` and `limitPerMinute`. All abilities of the kind are allowed.
    explicit FakeForum(Clock *clock, ForumKind kind = ForumKind::Discourse);
    ~FakeForum() override;

    const Connection &connection() const override { return theConnection; }
    const SiteInfo &site() const override { return theSite; }
    const Capabilities &capabilities() const override { return abilities; }
    BadgeDesk *badges() override;
    GrantDesk *grants() override;
    PeopleDesk *people() override;
    ScoreDesk *scores() override;
    AwardDesk *awards() override;

    // What it holds; change it freely.
    Connection theConnection;
    SiteInfo theSite;
    Capabilities abilities;
    QList<Account> accounts;
    BadgeCatalogue catalogue;
    QList<Grant> given;
    QList<ScoreEvent> events;
    QList<AwardType> awardTypes;
    QMap<AccountId, QMap<AwardTypeId, int>> awardCounts;
    QList<Action> actions;
    QHash<QString, Reason> reasons; ///< what resolveReason knows, by the text asked
    QHash<QString, QList<PostInfo>> posts;  ///< by who wrote them
    bool postsGone = false;         ///< reasons name posts that were deleted: a grant drops them without a word
    std::chrono::milliseconds awardEvery{0}; ///< a bulk award gives to the next person after so long; 0: at once
    bool awardsHalted = false;               ///< it takes bulk awards and gives nothing
    QStringList unmatchable;                 ///< usernames that a bulk award does not find
    QStringList unmatchedBesides;            ///< the answer to a bulk award names these, too
    QList<PeopleGroup> groupList;
    QHash<QString, QList<Account>> groupMembers;
    int recalculationsLeft = 5;
    QHash<qint64, QList<Account>> topicPeople; ///< by topic; of others the first three accounts
    QHash<qint64, QList<Account>> postLikers;  ///< by post; of others the first two accounts
    QList<Report> reportList;
    QHash<qint64, ReportRows> reportRows; ///< by report
    int pageSize = 96;
    std::chrono::milliseconds clockBehind{0}; ///< its stamps are older by so much than the clock's time
    QHash<QString, QByteArray> icons;    ///< the icons it knows, by name; empty: it knows every name
    QHash<QString, QByteArray> pictures; ///< files it serves, by the path of their address; uploads land here
    QSet<UploadId> thrownAway;           ///< uploads whose number is still taken, and shows nothing
    QStringList ignoredBadgeFields;      ///< left as they are by an update, without a word, as protected ones are

    Account addAccount(const QString &username, const QString &name = {});
    Badge addBadge(const QString &name, bool multipleGrant = false);
    Grant addGrant(BadgeId badge, const QString &username, const QDateTime &at, std::optional<qint64> topic = {},
                   const QString &granter = {});
    int timesHeld(const QString &username, BadgeId badge) const;
    /// The badge with the address of the picture that it names.
    Badge withPicture(Badge badge) const;

    // How it answers.
    RequestGate *gate = nullptr;              ///< asked as an adapter asks it
    std::chrono::milliseconds latency{0};     ///< by the clock; 0: the next turn of the event loop
    std::optional<int> limitPerMinute;        ///< as contract discourse §11.1
    bool holding = false;                     ///< answers wait until release()
    void release();
    /// The next call of that name ("grant", "score-create" …; empty: any) fails and changes nothing; so many of them go well before.
    void refuseNext(const QString &name, const Error &error, int times = 1, int goWell = 0);
    /// All goes well again.
    void forgetFaults() { m_faults.clear(); }
    /// The next call of that name is carried out and its answer lost.
    void loseNext(const QString &name, int times = 1);

    // What it saw: "grant bobby 101", "held-by bobby", "score-create 7" …, in the order in which they came.
    QStringList calls;
    int count(const QString &beginning) const;
    int refusedByLimit = 0;
    int mostAtOnce = 0;
    int mostAtOncePerPerson = 0;

    /// One request: through the gate, with latency, limit and faults; `work` does it.
    template <class T>
    Call<T> *answer(Lane lane, const QString &name, const QString &about, std::function<Result<T>()> work)
    {
        auto *call = new Call<T>(this);
        arrive(lane, name, about, call, [call, work](const std::optional<Error> &error, bool carryOut) {
            std::optional<Result<T>> result;
            if (carryOut)
                result = work();
            if (error)
                call->settle(fail(*error));
            else
                call->settle(*result);
        });
        return call;
    }

private:
    using Finish = std::function<void(const std::optional<Error> &error, bool carryOut)>;
    struct Fault {
        QString name;
        Error error;
        bool carriedOut = false;
        int goWell = 0; ///< calls before it that are not meant
    };
    void arrive(Lane lane, const QString &name, const QString &about, QObject *context, Finish finish);
    std::optional<Fault> takeFault(const QString &name);
    std::optional<std::chrono::milliseconds> overLimit();

    struct Desks;
    std::unique_ptr<Desks> m_desks;
    Clock *m_clock;
    QList<Fault> m_faults;
    QList<std::function<void()>> m_held;
    std::deque<std::chrono::milliseconds> m_letThrough;
    QHash<QString, int> m_atOnce;
    int m_allAtOnce = 0;
    qint64 m_nextId = 1000;
    friend struct FakeDeskBase;
};

} // namespace badgewright::test
