// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"
#include "people/recipient.h"
#include "support/clock.h"

#include <QObject>

#include <memory>

namespace badgewright::people {

enum class MatchStatus {
    Found,
    NotFound,
    Ambiguous, ///< more than one account fits, or only a display name does: see suggestions
    Failed,    ///< could not be asked: see error
};

/// A recipient and the account it belongs to. Twice the same account is not wrong here; the planner sees to it.
struct Match {
    Recipient recipient;
    MatchStatus status = MatchStatus::NotFound;
    Account account;            ///< with Found
    QList<Account> suggestions; ///< best first, at most 5; with NotFound and Ambiguous, may be empty
    std::optional<Error> error; ///< with Failed, and with NotFound when the reason is known (another forum's address)
    bool byEmailBeside = false; ///< with Found and Ambiguous: what names the person has no account, the address beside it has
};

struct MatchOptions {
    QUrl forumBase;              ///< profile addresses of other hosts are not looked up; empty: all are
    int suggestionRequests = 20; ///< at most so many searches for near misses
};

struct MatchMemory;

/// Finds the accounts of recipients with the fewest requests: all usernames in one look-up (the desk cuts it), ids in
/// one list, e-mails and external ids one by one. What was found is remembered, so that asking again costs nothing. A row
/// that has no account by its name and has an e-mail address beside it is asked for by that, with one request more.
///
/// The answer has one Match per recipient, in their order. A request that fails makes its rows Failed; when the next
/// would fail the same way (no network, key not accepted) the whole call fails. Rate limits are waited out.
/// Progress counts recipients. Cancelling stops the requests.
class Matcher : public QObject
{
    Q_OBJECT

public:
    /// Of a Discourse forum. Desk and clock must outlive the matcher.
    Matcher(PeopleDesk *people, Clock *clock, QObject *parent = nullptr);
    /// Of an AnswerHub forum: one request per person; e-mails cannot be looked up there.
    Matcher(AwardDesk *awards, Clock *clock, QObject *parent = nullptr);
    ~Matcher() override;

    Call<QList<Match>> *match(const QList<Recipient> &recipients, const MatchOptions &options = {});
    /// Accounts read elsewhere (members of a group, holders): their names and ids need no request.
    void remember(const QList<Account> &accounts);
    void forget();

private:
    PeopleDesk *m_people = nullptr;
    AwardDesk *m_awards = nullptr;
    Clock *m_clock = nullptr;
    std::unique_ptr<MatchMemory> m_memory;
};

} // namespace badgewright::people
