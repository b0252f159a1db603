// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/look_up.h"

#include "discourse/people_codec.h"

#include <algorithm>
#include <utility>

namespace badgewright::discourse {

namespace {

constexpr qsizetype kMostNames = 100;
constexpr qsizetype kLongestList = 3000; // encoded; leaves room for the rest of an address of 4 kB
constexpr qsizetype kHandful = 3;
constexpr int kPeopleAPage = 100;
constexpr int kMostMarkPages = 50;

QString personPath(const QString &name)
{
    return QStringLiteral("/u/%1.json").arg(name);
}

http::Request peoplePage(const QString &which, int page)
{
    return http::Request::get(QStringLiteral("/admin/users/list/%1.json").arg(which),
                              {{QStringLiteral("page"), QString::number(page)},
                                       {QStringLiteral("order"), QStringLiteral("username")},
                                       {QStringLiteral("asc"), QStringLiteral("true")}});
}

} // namespace

QString nameKey(const QString &username)
{
    return username.normalized(QString::NormalizationForm_C).toLower();
}

bool mayBeUsername(const QString &text)
{
    if (text.isEmpty() || text.size() > 60)
        return false;
    // What is left of the alphabets of the world is the forum's to judge.
    static const QString never = QStringLiteral(",/\\@?#%&:;*\"'<>()[]{}|=+~!$^`");
    for (const QChar c : text) {
        if (c.isSpace() || never.contains(c))
            return false;
    }
    return text != QLatin1String(".") && text != QLatin1String("..");
}

Call<QList<Account>> *LookUp::run(Session *session, const QStringList &usernames, MarkedPeople *marks)
{
    auto *call = new Call<QList<Account>>(session);
    (new LookUp(session, usernames, marks, call))->chooseRoad();
    return call;
}

Call<QList<Account>> *LookUp::mark(Session *session, const QList<Account> &accounts, MarkedPeople *marks)
{
    if (accounts.isEmpty())
        return settledCall<QList<Account>>(session, accounts);
    auto *call = new Call<QList<Account>>(session);
    auto *self = new LookUp(session, {}, marks, call);
    self->m_given = accounts;
    self->readMarks();
    return call;
}

LookUp::LookUp(Session *session, const QStringList &usernames, MarkedPeople *marks, Call<QList<Account>> *call)
    : QObject(call)
    , m_session(session)
    , m_marks(marks)
    , m_call(call)
{
    for (const QString &username : usernames) {
        const QString name = username.trimmed();
        if (!mayBeUsername(name))
            continue;
        const auto before = m_wanted.size();
        m_wanted.insert(nameKey(name));
        if (m_wanted.size() > before)
            m_names << name;
    }
}

bool LookUp::mayListPeople() const
{
    const SiteFacts &facts = m_session->facts();
    return (facts.staff() || !facts.roleKnown)
        && m_session->accessTo(http::Method::Get, QStringLiteral("/admin/users/list/suspended")) == Access::WithKey;
}

void LookUp::chooseRoad()
{
    if (m_names.isEmpty())
        return m_call->settle(QList<Account>());
    const Access search = m_session->accessTo(http::Method::Get, QStringLiteral("/u/search/users"));
    const Access person = m_session->accessTo(http::Method::Get, QStringLiteral("/u/x"));
    const bool handful = m_names.size() <= kHandful && person == Access::WithKey;
    const bool onlyPersons = person == Access::WithKey && search != Access::WithKey;
    if (handful || onlyPersons) {
        m_queue = m_names;
        m_exact = true;
        return askOneByOne();
    }
    const Version &version = m_session->facts().version;
    if (version.isKnown() && version < Version(3, 2))
        return oldForum();
    askBatch();
}

void LookUp::ask(const http::Request &request, std::function<void(const Result<http::Reply> &)> next)
{
    auto *inner = m_session->sendPatiently(request);
    cancelWith(m_call, inner);
    inner->then(this, [this, next = std::move(next)](const Result<http::Reply> &result) {
        if (m_call->isSettled())
            return;
        Q_EMIT m_call->progress(m_found.size(), m_names.size());
        next(result);
    });
}

void LookUp::take(const QList<Account> &accounts)
{
    for (const Account &account : accounts) {
        const QString key = nameKey(account.username);
        if (m_wanted.contains(key) && !m_found.contains(key))
            m_found.insert(key, account);
    }
}

QStringList LookUp::missing() const
{
    QStringList names;
    for (const QString &name : m_names) {
        if (!m_found.contains(nameKey(name)))
            names << name;
    }
    return names;
}

void LookUp::askBatch()
{
    if (m_asked >= m_names.size())
        return readMarks();
    QStringList batch;
    qsizetype length = 0;
    while (m_asked < m_names.size() && batch.size() < kMostNames) {
        const QString &name = m_names[m_asked];
        length += QUrl::toPercentEncoding(name).size() + 3;
        if (length > kLongestList && !batch.isEmpty())
            break;
        batch << name;
        ++m_asked;
    }
    const auto request = http::Request::get(QStringLiteral("/u/search/users.json"),
                                            {{QStringLiteral("usernames"), batch.join(u',')}});
    ask(request, [this](const Result<http::Reply> &result) {
        if (!result)
            return m_call->settle(fail(result.error()));
        const auto accounts = decodeAccounts(result->body, "users", m_session->base());
        if (!accounts)
            return m_call->settle(fail(accounts.error()));
        take(*accounts);
        // A forum that does not say its version may be one that overlooks the list of names.
        if (m_found.isEmpty() && !m_session->facts().version.isKnown())
            return oldForum();
        askBatch();
    });
}

void LookUp::oldForum()
{
    m_found.clear();
    const int people = m_session->facts().people;
    const bool pagesAreFewer = people >= 0 && people / kPeopleAPage + 1 < m_names.size();
    if (pagesAreFewer && mayListPeople())
        return pageThroughEverybody(1);
    m_queue = m_names;
    m_exact = true;
    askOneByOne();
}

void LookUp::pageThroughEverybody(int page)
{
    ask(peoplePage(QStringLiteral("active"), page), [this, page](const Result<http::Reply> &result) {
        if (!result)
            return m_call->settle(fail(result.error()));
        const auto accounts = decodeAccountList(result->body, m_session->base());
        if (!accounts)
            return m_call->settle(fail(accounts.error()));
        take(*accounts);
        if (!accounts->isEmpty() && !foundAll() && page <= m_session->facts().people / kPeopleAPage + 5)
            return pageThroughEverybody(page + 1);
        readMarks();
    });
}

void LookUp::askOneByOne()
{
    if (m_queue.isEmpty())
        return finish();
    const QString name = m_queue.takeFirst();
    ask(http::Request::get(personPath(name)), [this](const Result<http::Reply> &result) {
        if (result) {
            const auto account = decodeOneAccount(result->body, m_session->base());
            if (!account)
                return m_call->settle(fail(account.error()));
            take({*account});
        } else if (result.error().kind != ErrorKind::NotFound) {
            return m_call->settle(fail(result.error()));
        }
        askOneByOne();
    });
}

void LookUp::readMarks()
{
    if (m_exact || !mayListPeople())
        return finish();
    if (m_marks->isFresh())
        return finish();
    m_marks->suspended.clear();
    m_marks->staged.clear();
    m_marks->read.invalidate();
    readMarkedList(QStringLiteral("suspended"), 1, &m_marks->suspended, [this] {
        readMarkedList(QStringLiteral("staged"), 1, &m_marks->staged, [this] {
            m_marks->read.start();
            finish();
        });
    });
}

void LookUp::readMarkedList(const QString &which, int page, QHash<QString, Account> *into, std::function<void()> next)
{
    ask(peoplePage(which, page), [this, which, page, into, next = std::move(next)](const Result<http::Reply> &result) {
        // Marks are worth having, not worth failing for.
        const auto accounts = result ? decodeAccountList(result->body, m_session->base())
                                     : Result<QList<Account>>(fail(result.error()));
        if (!accounts)
            return next();
        const auto before = into->size();
        for (const Account &account : *accounts)
            into->insert(nameKey(account.username), account);
        if (into->size() > before && page < kMostMarkPages)
            return readMarkedList(which, page + 1, into, next);
        next();
    });
}

Account LookUp::withMarks(Account account) const
{
    const QString key = nameKey(account.username);
    if (const auto it = m_marks->suspended.constFind(key); it != m_marks->suspended.cend()) {
        account.suspended = true;
        account.suspendedTill = it->suspendedTill;
    }
    account.staged = account.staged || m_marks->staged.contains(key);
    return account;
}

void LookUp::finish()
{
    if (!m_given.isEmpty()) {
        std::transform(m_given.cbegin(), m_given.cend(), m_given.begin(), [this](const Account &one) { return withMarks(one); });
        return m_call->settle(m_given);
    }
    if (!m_exact) {
        QList<Account> marked;
        for (auto it = m_marks->suspended.cbegin(); it != m_marks->suspended.cend(); ++it)
            marked << it.value();
        for (auto it = m_marks->staged.cbegin(); it != m_marks->staged.cend(); ++it)
            marked << it.value();
        const Version &version = m_session->facts().version;
        if (version.isKnown() && version < Version(3, 2)) {
            take(marked);
            // Whoever is on no list may still be there, not yet activated: only the person's own page tells.
            m_queue = missing();
            m_exact = true;
            if (!m_queue.isEmpty())
                return askOneByOne();
        }
    }
    QList<Account> accounts;
    for (const QString &name : std::as_const(m_names)) {
        const QString key = nameKey(name);
        if (m_found.contains(key))
            accounts << withMarks(m_found.value(key));
    }
    m_call->settle(accounts);
}

} // namespace badgewright::discourse
