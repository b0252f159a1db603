// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/people_source.h"

#include <QSet>

namespace badgewright::people {

/// One reading of a source. Lives as long as its Call.
class SourceReader : public QObject
{
    Q_OBJECT

public:
    SourceReader(const SourceDesks &desks, const SourceSpec &spec, Call<SourcePeople> *call);
    ~SourceReader() override;
    void start();

private:
    void readMembers(int offset);
    void readHolders(int offset);
    void take(const HolderPage &page);
    void findTopic();
    void readTopic(const Reason &topic);
    void readLikers(const Reason &post);
    void readReport();
    void checkParameters(const Report &report);
    void runReport();
    /// Adds those that are not there yet.
    void take(const QList<Account> &accounts);
    void mark();
    void makeRecipients(const QList<Account> &accounts);
    void finish(const SourcePeople &people);
    void giveUp(const Error &error);
    template <class T, class F> void askAnyway(std::function<Call<T> *()> send, F &&answered);
    template <class T, class F> void ask(std::function<Call<T> *()> send, F &&answered);

    SourceDesks m_desks;
    SourceSpec m_spec;
    Call<SourcePeople> *m_call;
    QPointer<PendingCall> m_inner;
    QList<Account> m_accounts;
    QSet<QString> m_seen;      ///< by id, or by folded name where a forum gives none
    QString m_title;
    QList<Recipient> m_others; ///< whose names a list of holders does not tell
};

} // namespace badgewright::people
