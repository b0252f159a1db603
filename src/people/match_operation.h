// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/match_queue.h"

namespace badgewright::people {

/// One matching. Lives as long as its Call.
class MatchOperation : public QObject
{
    Q_OBJECT

public:
    struct Desks {
        PeopleDesk *people = nullptr;
        AwardDesk *awards = nullptr;
        Clock *clock = nullptr;
    };
    MatchOperation(const Desks &desks, MatchMemory *memory, const QList<Recipient> &recipients,
                   const MatchOptions &options, Call<QList<Match>> *call);
    ~MatchOperation() override;
    void start();

private:
    enum class State {
        Queueing,
        Names,   ///< all usernames in one look-up
        Ids,     ///< all ids in one list
        Singles, ///< e-mails and external ids, and everything on AnswerHub
        Beside,  ///< the e-mail addresses of those whose names have no account
        Numbers, ///< digits that are no username may be an account number: offered as a suggestion
        NearMisses,
        Finishing,
        Finished,
    };
    using Rows = MatchQueue::Rows;
    using Single = MatchQueue::Single;

    /// In a turn of the event loop of its own: with a hundred thousand rows each stage takes its time.
    void enter(State state);
    void perform(State state);
    void queue();
    void lookUpNames();
    void listIds();
    void markIds(const QList<Account> &accounts);
    void idsAnswered();
    void nextSingle();
    void askSingle(const Single &single);
    void singleAnswered(const Result<QList<Account>> &answer);
    void prepareBeside();
    void nextBeside();
    void besideAnswered(const Single &single, const QList<Account> &accounts);
    void suggestNumbers();
    void prepareNearMisses();
    void nextNearMiss();
    void finish();

    void found(const Rows &rows, const Account &account);
    void failed(const Rows &rows, const Error &error);
    void failWhole(const Error &error);
    void report(qsizetype moreDone);
    template <class T, class F> void ask(std::function<Call<T> *()> send, F &&answered);

    Desks m_desks;
    MatchMemory *m_memory;
    QList<Recipient> m_recipients; ///< those that have no match yet among them
    MatchOptions m_options;
    Call<QList<Match>> *m_call;
    QPointer<PendingCall> m_inner;
    QList<Match> m_matches; ///< of those that have been queued
    MatchQueue m_queue;
    QList<Single> m_nearMisses;
    State m_state = State::Queueing;
    qsizetype m_done = 0;
    int m_failuresInARow = 0;
};

} // namespace badgewright::people
