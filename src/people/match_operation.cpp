// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/match_operation.h"

#include "people/patient_ask.h"
#include "people/suggestions.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace badgewright::people {
namespace {

struct MatchOperationWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::Matcher)
};

constexpr qsizetype kRowsATurn = 10'000;
constexpr int kFailuresBeforeGivingUp = 3;
constexpr qsizetype kSuggestions = 5;

/// The next request would end the same way.
bool concernsAll(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::Tls || kind == ErrorKind::TimedOut ||
           kind == ErrorKind::Unauthorised || kind == ErrorKind::Cancelled || kind == ErrorKind::RateLimited;
}

} // namespace

MatchOperation::MatchOperation(const Desks &desks, MatchMemory *memory, const QList<Recipient> &recipients,
                               const MatchOptions &options, Call<QList<Match>> *call)
    : QObject(call)
    , m_desks(desks)
    , m_memory(memory)
    , m_recipients(recipients)
    , m_options(options)
    , m_call(call)
{
    m_matches.reserve(recipients.size());
    call->onCancel([this] {
        m_state = State::Finished;
        if (m_inner)
            m_inner->cancel();
    });
}

MatchOperation::~MatchOperation()
{
    // A look-up of many people would go on for nobody.
    if (m_inner)
        m_inner->cancel();
}

template <class T, class F> void MatchOperation::ask(std::function<Call<T> *()> send, F &&answered)
{
    askPatiently<T>({this, m_desks.clock, &m_inner, [this] { return m_state == State::Finished; }}, std::move(send),
                    std::forward<F>(answered));
}

void MatchOperation::start()
{
    enter(State::Queueing);
}

void MatchOperation::enter(State state)
{
    m_state = state;
    QTimer::singleShot(0, this, [this, state] {
        if (m_state == state)
            perform(state);
    });
}

void MatchOperation::queue()
{
    const qsizetype end = std::min(m_recipients.size(), m_matches.size() + kRowsATurn);
    while (m_matches.size() < end)
        m_matches.append({m_recipients.at(m_matches.size()), MatchStatus::NotFound, {}, {}, {}});
    m_queue.add(m_matches, kRowsATurn, *m_memory, m_options.forumBase, m_desks.people != nullptr);
    m_done = m_queue.settled;
    if (m_matches.size() < m_recipients.size())
        return enter(State::Queueing);
    m_recipients.clear();
    enter(m_desks.people ? State::Names : State::Singles);
}

void MatchOperation::perform(State state)
{
    m_failuresInARow = 0;
    switch (state) {
    case State::Queueing:
        return queue();
    case State::Names:
        return lookUpNames();
    case State::Ids:
        return listIds();
    case State::Singles:
        return nextSingle();
    case State::Beside:
        return prepareBeside();
    case State::Numbers:
        return suggestNumbers();
    case State::NearMisses:
        return prepareNearMisses();
    case State::Finishing:
        return finish();
    case State::Finished:
        return;
    }
}

void MatchOperation::lookUpNames()
{
    if (m_queue.names.isEmpty())
        return enter(State::Ids);
    ask<QList<Account>>(
        [this] {
            Call<QList<Account>> *call = m_desks.people->lookUp(m_queue.nameKeys);
            connect(call, &PendingCall::progress, this, [this](qint64 done, qint64 total) {
                if (total > 0)
                    Q_EMIT m_call->progress(m_done + m_queue.names.size() * done / total, m_matches.size());
            });
            return call;
        },
        [this](const Result<QList<Account>> &accounts) {
            qsizetype rows = 0;
            for (const Rows &of : std::as_const(m_queue.names))
                rows += of.size();
            if (accounts) {
                for (const Account &account : *accounts)
                    found(m_queue.names.value(foldedName(account.username)), account);
            } else if (concernsAll(accounts.error().kind)) {
                return failWhole(accounts.error());
            } else {
                for (const Rows &of : std::as_const(m_queue.names))
                    failed(of, accounts.error());
            }
            m_queue.names.clear();
            report(rows);
            enter(State::Ids);
        });
}

void MatchOperation::listIds()
{
    if (m_queue.ids.isEmpty())
        return enter(State::Singles);
    QList<AccountId> ids = m_queue.ids.keys();
    std::sort(ids.begin(), ids.end());
    ask<QList<Account>>([this, ids] { return m_desks.people->byIds(ids); },
                        [this](const Result<QList<Account>> &accounts) {
                            if (accounts)
                                return markIds(*accounts);
                            if (concernsAll(accounts.error().kind))
                                return failWhole(accounts.error());
                            if (accounts.error().kind != ErrorKind::NotFound) {
                                for (const Rows &of : std::as_const(m_queue.ids))
                                    failed(of, accounts.error());
                            }
                            idsAnswered();
                        });
}

/// A list by ids does not say who is suspended.
void MatchOperation::markIds(const QList<Account> &accounts)
{
    ask<QList<Account>>([this, accounts] { return m_desks.people->marked(accounts); },
                        [this, accounts](const Result<QList<Account>> &marked) {
                            if (!marked && concernsAll(marked.error().kind))
                                return failWhole(marked.error());
                            const QList<Account> all = marked.value_or(accounts); // marks are worth no failure
                            for (const Account &account : all)
                                found(m_queue.ids.value(account.id), account);
                            idsAnswered();
                        });
}

void MatchOperation::idsAnswered()
{
    qsizetype rows = 0;
    for (const Rows &of : std::as_const(m_queue.ids))
        rows += of.size();
    m_queue.ids.clear();
    report(rows);
    enter(State::Singles);
}

void MatchOperation::nextSingle()
{
    if (m_queue.singles.isEmpty())
        return enter(m_desks.people ? State::Beside : State::Finishing);
    askSingle(m_queue.singles.first());
}

void MatchOperation::askSingle(const Single &single)
{
    const auto one = [this](const Result<Account> &account) {
        singleAnswered(account ? Result<QList<Account>>(QList<Account>{*account})
                               : Result<QList<Account>>(fail(account.error())));
    };
    const auto many = [this](const Result<QList<Account>> &accounts) { singleAnswered(accounts); };
    const QString key = single.key;
    if (m_desks.people && single.kind == RecipientKind::Email)
        ask<QList<Account>>([this, key] { return m_desks.people->byEmail(key); }, many);
    else if (m_desks.people)
        ask<Account>([this, key] { return m_desks.people->byExternalId(key); }, one);
    else if (single.kind == RecipientKind::Id)
        ask<Account>([this, key] { return m_desks.awards->user(key.toLongLong()); }, one);
    else if (single.kind == RecipientKind::Username)
        ask<QList<Account>>([this, key] { return m_desks.awards->findUsers(key); }, many);
    else
        // From the event loop like every answer: a thousand e-mails must not become a thousand nested calls.
        ask<Account>(
            [this] {
                return settledCall<Account>(
                    this, fail(Error::refusedHere(MatchOperationWords::tr("This forum does not find people by e-mail address or "
                                                            "external number. Use their names."))));
            },
            one);
}

void MatchOperation::singleAnswered(const Result<QList<Account>> &answer)
{
    const Single single = m_queue.singles.takeFirst();
    const bool searched = m_desks.awards && single.kind == RecipientKind::Username;
    if (answer && searched) {
        const SearchVerdict verdict = judgeSearch(single.key, *answer);
        if (verdict.exact) {
            found(single.rows, *verdict.exact);
        } else {
            for (qsizetype row : single.rows) {
                m_matches[row].status = verdict.sameName.isEmpty() ? MatchStatus::NotFound : MatchStatus::Ambiguous;
                m_matches[row].suggestions = verdict.suggestions.mid(0, kSuggestions);
            }
        }
    } else if (answer && answer->size() == 1) {
        found(single.rows, answer->first());
        if (single.kind == RecipientKind::Email)
            m_memory->byEmail.insert(foldedName(single.key), answer->first());
        else if (single.kind == RecipientKind::ExternalId)
            m_memory->byExternalId.insert(single.key, answer->first());
    } else if (answer && answer->size() > 1) {
        for (qsizetype row : single.rows) {
            m_matches[row].status = MatchStatus::Ambiguous;
            m_matches[row].suggestions = answer->mid(0, kSuggestions);
        }
    } else if (!answer && answer.error().kind != ErrorKind::NotFound) {
        if (concernsAll(answer.error().kind))
            return failWhole(answer.error());
        failed(single.rows, answer.error());
        const bool forbidden = answer.error().kind == ErrorKind::Forbidden;
        const bool hopeless =
            answer.error().kind != ErrorKind::RefusedHere && ++m_failuresInARow >= kFailuresBeforeGivingUp;
        if (forbidden || hopeless) {
            const auto same = std::stable_partition(m_queue.singles.begin(), m_queue.singles.end(),
                                                    [&](const Single &s) { return s.kind != single.kind; });
            for (auto it = same; it != m_queue.singles.end(); ++it)
                failed(it->rows, answer.error());
            m_queue.singles.erase(same, m_queue.singles.end());
        }
    }
    if (answer)
        m_failuresInARow = 0;
    report(single.rows.size());
    nextSingle();
}

void MatchOperation::prepareBeside()
{
    m_queue.clearSingles();
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        const Match &match = m_matches.at(i);
        if (match.status != MatchStatus::NotFound || match.error || match.recipient.email.isEmpty())
            continue;
        const QString &email = match.recipient.email;
        if (const auto known = m_memory->byEmail.constFind(foldedName(email)); known != m_memory->byEmail.cend())
            besideAnswered({RecipientKind::Email, email, {i}}, {*known});
        else
            m_queue.addSingle(RecipientKind::Email, email, i);
    }
    nextBeside();
}

void MatchOperation::nextBeside()
{
    if (m_queue.singles.isEmpty())
        return enter(State::Numbers);
    const Single single = m_queue.singles.takeFirst();
    ask<QList<Account>>([this, single] { return m_desks.people->byEmail(single.key); },
                        [this, single](const Result<QList<Account>> &accounts) {
                            if (accounts)
                                besideAnswered(single, *accounts);
                            else if (concernsAll(accounts.error().kind))
                                return failWhole(accounts.error());
                            else if (accounts.error().kind != ErrorKind::NotFound)
                                return enter(State::Numbers); // a second chance: that the name has no account stands without it
                            nextBeside();
                        });
}

void MatchOperation::besideAnswered(const Single &single, const QList<Account> &accounts)
{
    if (accounts.isEmpty())
        return;
    for (const qsizetype row : single.rows) {
        m_matches[row].byEmailBeside = true;
        if (accounts.size() > 1) {
            m_matches[row].status = MatchStatus::Ambiguous;
            m_matches[row].suggestions = accounts.mid(0, kSuggestions);
        }
    }
    if (accounts.size() > 1)
        return;
    found(single.rows, accounts.first());
    m_memory->byEmail.insert(foldedName(single.key), accounts.first());
}

void MatchOperation::suggestNumbers()
{
    QHash<AccountId, Rows> numbers;
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        const Match &match = m_matches.at(i);
        if (match.status != MatchStatus::NotFound || match.recipient.kind != RecipientKind::Username)
            continue;
        if (const std::optional<AccountId> id = accountId(match.recipient.key))
            numbers[*id].append(i);
    }
    if (numbers.isEmpty() || m_options.suggestionRequests <= 0)
        return enter(State::NearMisses);
    QList<AccountId> ids = numbers.keys();
    std::sort(ids.begin(), ids.end());
    // A bonus: an error here is no reason to fail anybody.
    ask<QList<Account>>([this, ids] { return m_desks.people->byIds(ids); },
                        [this, numbers](const Result<QList<Account>> &accounts) {
                            for (const Account &account : accounts.value_or(QList<Account>())) {
                                for (qsizetype row : numbers.value(account.id))
                                    m_matches[row].suggestions.append(account);
                            }
                            enter(State::NearMisses);
                        });
}

void MatchOperation::prepareNearMisses()
{
    QHash<QString, qsizetype> at;
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        const Match &match = m_matches.at(i);
        const Recipient &r = match.recipient;
        const bool named =
            r.kind == RecipientKind::Username || (r.kind == RecipientKind::ProfileUrl && !match.error && !holdsId(r));
        if (match.status != MatchStatus::NotFound || !named || !match.suggestions.isEmpty() || r.key.size() < 2)
            continue;
        const QString folded = foldedName(r.key);
        if (at.contains(folded)) {
            m_nearMisses[at.value(folded)].rows.append(i);
        } else if (m_nearMisses.size() < m_options.suggestionRequests) {
            at.insert(folded, m_nearMisses.size());
            m_nearMisses.append({r.kind, r.key, {i}});
        }
    }
    nextNearMiss();
}

void MatchOperation::nextNearMiss()
{
    if (m_nearMisses.isEmpty())
        return enter(State::Finishing);
    const Single miss = m_nearMisses.takeFirst();
    m_inner = m_desks.people->search(searchTerm(miss.key), 20)
                  ->then(this, [this, miss](const Result<QList<Account>> &accounts) {
                      if (m_state == State::Finished)
                          return;
                      if (!accounts)
                          return enter(State::Finishing); // suggestions are a courtesy; the verdicts stand without them
                      const SearchVerdict verdict = judgeSearch(miss.key, *accounts);
                      for (qsizetype row : miss.rows) {
                          m_matches[row].suggestions = verdict.suggestions.mid(0, kSuggestions);
                          if (!verdict.sameName.isEmpty())
                              m_matches[row].status = MatchStatus::Ambiguous;
                      }
                      nextNearMiss();
                  });
}

void MatchOperation::finish()
{
    m_state = State::Finished;
    Q_EMIT m_call->progress(m_matches.size(), m_matches.size());
    m_call->settle(std::move(m_matches));
}

void MatchOperation::found(const Rows &rows, const Account &account)
{
    for (qsizetype row : rows) {
        m_matches[row].status = MatchStatus::Found;
        m_matches[row].account = account;
    }
    m_memory->remember(account);
}

void MatchOperation::failed(const Rows &rows, const Error &error)
{
    for (qsizetype row : rows) {
        m_matches[row].status = MatchStatus::Failed;
        m_matches[row].error = error;
    }
}

void MatchOperation::failWhole(const Error &error)
{
    m_state = State::Finished;
    m_call->settle(fail(error));
}

void MatchOperation::report(qsizetype moreDone)
{
    m_done += moreDone;
    Q_EMIT m_call->progress(m_done, m_matches.size());
}

} // namespace badgewright::people
