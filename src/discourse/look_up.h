// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/people.h"

#include <QElapsedTimer>
#include <QSet>

#include <functional>

namespace badgewright::discourse {

/// How names are compared: as the forum does, without regard to case.
QString nameKey(const QString &username);
/// Whether a text could be a user name at all; the rest is never sent.
bool mayBeUsername(const QString &text);

/// Who is suspended and who is staged, which no search says. Read at most once in two minutes.
struct MarkedPeople {
    QHash<QString, Account> suspended; ///< by nameKey
    QHash<QString, Account> staged;
    QElapsedTimer read;
    bool isFresh() const { return read.isValid() && !read.hasExpired(120'000); }
};

/// Finds the accounts of many names. Roads: lists of names to the search (a hundred each, addresses below 4 kB); on
/// forums before 3.2, which answer nobody to that, page by page through all people or name by name, whichever is
/// fewer requests; name by name also for a handful, and for keys that open nothing else. Then the marks, where the key
/// may see them.
class LookUp : public QObject
{
    Q_OBJECT

public:
    static Call<QList<Account>> *run(Session *session, const QStringList &usernames, MarkedPeople *marks);
    /// Lays the marks alone over accounts that are known already: two requests, or none while they are fresh.
    static Call<QList<Account>> *mark(Session *session, const QList<Account> &accounts, MarkedPeople *marks);

private:
    LookUp(Session *session, const QStringList &usernames, MarkedPeople *marks, Call<QList<Account>> *call);
    void chooseRoad();
    void askBatch();
    void oldForum();
    void pageThroughEverybody(int page);
    void askOneByOne();
    void readMarks();
    void readMarkedList(const QString &which, int page, QHash<QString, Account> *into, std::function<void()> next);
    void finish();
    Account withMarks(Account account) const;
    void ask(const http::Request &request, std::function<void(const Result<http::Reply> &)> next);
    void take(const QList<Account> &accounts);
    QStringList missing() const;
    bool foundAll() const { return m_found.size() == m_names.size(); }
    bool mayListPeople() const;

    Session *m_session;
    MarkedPeople *m_marks;
    Call<QList<Account>> *m_call;
    QStringList m_names;               ///< as given, once each
    QSet<QString> m_wanted;            ///< the nameKeys of m_names
    qsizetype m_asked = 0;             ///< how many of m_names, or of m_queue, were sent
    QStringList m_queue;               ///< names still to be asked for one by one
    QHash<QString, Account> m_found;   ///< by nameKey; none but those in m_wanted
    bool m_exact = false;              ///< what was found carries its marks already
    QList<Account> m_given;            ///< to be marked and given back; nobody is looked up then
};

} // namespace badgewright::discourse
