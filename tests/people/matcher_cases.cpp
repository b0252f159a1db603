// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "people/column_mapping.h"
#include "people/matcher.h"
#include "people/paste.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::people;
using badgewright::test::ManualClock;
using namespace Qt::StringLiterals;

namespace {

Account account(AccountId id, const QString &username, const QString &name = {})
{
    Account a;
    a.id = id;
    a.username = username;
    a.name = name;
    return a;
}

/// A forum of a few people that writes down what it is asked, and can be told to fail.
class DeskOfSix final : public QObject, public PeopleDesk
{
public:
    QList<Account> accounts{account(1, u"ada"_qs, u"Ada Lovelace"_qs),
                            account(2, u"Bob"_qs, u"Bob Miller"_qs),
                            account(3, u"bobby"_qs, u"Bob Miller"_qs),
                            account(4, u"caroline"_qs),
                            account(5, u"kim"_qs),
                            account(6, u"12"_qs)};
    QHash<QString, QList<Account>> mails{{u"ada@x.org"_qs, {account(1, u"ada"_qs)}},
                                         {u"two@x.org"_qs, {account(2, u"Bob"_qs), account(3, u"bobby"_qs)}}};
    QStringList asked;
    QList<Error> failNext; ///< one per request
    QString failFor;       ///< requests that hold this text
    Error failWith;
    bool silent = false; ///< never answers

    Call<QList<Account>> *search(const QString &term, int) override
    {
        QList<Account> hits;
        for (const Account &a : accounts) {
            if (a.username.startsWith(term, Qt::CaseInsensitive) || a.name.startsWith(term, Qt::CaseInsensitive))
                hits.append(a);
        }
        return answer<QList<Account>>(u"search "_qs + term, hits);
    }
    Call<QList<Account>> *lookUp(const QStringList &usernames) override
    {
        QList<Account> hits;
        for (const Account &a : accounts) {
            if (usernames.contains(a.username, Qt::CaseInsensitive))
                hits.append(a);
        }
        return answer<QList<Account>>(u"lookUp "_qs + usernames.join(u','), hits);
    }
    Call<Account> *byUsername(const QString &) override
    {
        return answer<Account>(u"byUsername"_qs, fail(ErrorKind::NotFound));
    }
    Call<QList<Account>> *byEmail(const QString &email) override
    {
        return answer<QList<Account>>(u"mail "_qs + email, mails.value(email.toLower()));
    }
    Call<QList<Account>> *byIds(const QList<AccountId> &ids) override
    {
        QStringList words;
        QList<Account> hits;
        for (AccountId id : ids) {
            words.append(QString::number(id));
            for (const Account &a : accounts) {
                if (a.id == id)
                    hits.append(a);
            }
        }
        return answer<QList<Account>>(u"ids "_qs + words.join(u','), hits);
    }
    Call<Account> *byExternalId(const QString &id) override
    {
        return answer<Account>(u"external "_qs + id, id == u"ext-1"_s ? Result<Account>(accounts.first())
                                                                      : Result<Account>(fail(ErrorKind::NotFound)));
    }
    Call<QList<PeopleGroup>> *groups() override { return nothing<QList<PeopleGroup>>(); }
    Call<AccountPage> *members(const QString &, int) override { return nothing<AccountPage>(); }
    Call<QList<Account>> *topicParticipants(qint64) override { return nothing<QList<Account>>(); }
    Call<QList<Account>> *likers(qint64) override { return nothing<QList<Account>>(); }
    Call<QList<Account>> *marked(const QList<Account> &all) override { return settledCall<QList<Account>>(this, all); }
    Call<QList<TopicInfo>> *searchTopics(const QString &) override { return nothing<QList<TopicInfo>>(); }
    Call<QList<PostInfo>> *recentPosts(const QString &) override { return nothing<QList<PostInfo>>(); }
    Call<Reason> *resolveReason(const QString &, Lane) override { return nothing<Reason>(); }
    Call<QList<Report>> *reports() override { return nothing<QList<Report>>(); }
    Call<Report> *report(qint64) override { return nothing<Report>(); }
    Call<ReportRows> *runReport(qint64, const QHash<QString, QString> &) override { return nothing<ReportRows>(); }

private:
    template <class T> Call<T> *nothing() { return settledCall<T>(this, fail(ErrorKind::NotFound)); }
    template <class T> Call<T> *answer(const QString &question, Result<T> result)
    {
        asked.append(question);
        if (silent)
            return new Call<T>(this);
        if (!failNext.isEmpty())
            return settledCall<T>(this, fail(failNext.takeFirst()));
        if (!failFor.isEmpty() && question.contains(failFor))
            return settledCall<T>(this, fail(failWith));
        return settledCall<T>(this, std::move(result));
    }
};

class HubOfTwo final : public QObject, public AwardDesk
{
public:
    QList<Account> accounts{account(12, u"bob"_qs, u"Bob Miller"_qs), account(13, u"bobby"_qs)};
    QStringList asked;

    Call<QList<Account>> *findUsers(const QString &text) override
    {
        asked.append(u"find "_qs + text);
        QList<Account> hits;
        for (const Account &a : accounts) {
            if (a.username.contains(text, Qt::CaseInsensitive) || a.name.contains(text, Qt::CaseInsensitive))
                hits.append(a);
        }
        return settledCall<QList<Account>>(this, hits);
    }
    Call<Account> *user(AccountId id) override
    {
        asked.append(u"user "_qs + QString::number(id));
        for (const Account &a : accounts) {
            if (a.id == id)
                return settledCall<Account>(this, a);
        }
        return settledCall<Account>(this, fail(ErrorKind::NotFound));
    }
    Call<QList<AwardType>> *types() override { return nothing<QList<AwardType>>(); }
    Call<QList<HeldAward>> *heldBy(AccountId) override { return nothing<QList<HeldAward>>(); }
    Call<ActionPage> *actionsOf(AccountId, int) override { return nothing<ActionPage>(); }
    Call<Action> *action(ActionId) override { return nothing<Action>(); }
    Call<Action> *actionOfPost(const QString &) override { return nothing<Action>(); }
    Call<AwardReply> *giveForAction(AwardTypeId, ActionId) override { return nothing<AwardReply>(); }
    Call<AwardReply> *giveToUser(AwardTypeId, AccountId) override { return nothing<AwardReply>(); }
    Call<AwardReply> *giveReputation(AccountId, int, const QString &) override { return nothing<AwardReply>(); }

private:
    template <class T> Call<T> *nothing() { return settledCall<T>(this, fail(ErrorKind::NotFound)); }
};

/// "bob=Bob ann=? kim=! joe=~ada" for found, not found, failed, ambiguous.
QString shown(const QList<Match> &matches)
{
    QStringList all;
    for (const Match &m : matches) {
        QString verdict;
        switch (m.status) {
        case MatchStatus::Found:
            verdict = m.account.username;
            break;
        case MatchStatus::NotFound:
            verdict = u"?"_qs;
            break;
        case MatchStatus::Failed:
            verdict = u"!"_qs;
            break;
        case MatchStatus::Ambiguous:
            verdict = u"~"_qs;
            break;
        }
        QStringList hints;
        for (const Account &a : m.suggestions)
            hints.append(a.username);
        all.append(m.recipient.key + u'=' + verdict + (hints.isEmpty() ? QString() : u'(' + hints.join(u',') + u')'));
    }
    return all.join(u' ');
}

struct Outcome {
    std::optional<Result<QList<Match>>> result;
    QString text() const
    {
        return !result ? u"(nothing)"_qs : *result ? shown(**result) : errorKindName(result->error().kind);
    }
};

Outcome matched(Matcher &matcher, const QList<Recipient> &recipients, const MatchOptions &options = {})
{
    Outcome outcome;
    QObject context;
    matcher.match(recipients, options)->then(&context, [&](const Result<QList<Match>> &r) { outcome.result = r; });
    Q_ASSERT(!outcome.result); // never inside the call
    [&] { QTRY_VERIFY(outcome.result); }();
    return outcome;
}

Recipient of(RecipientKind kind, const QString &text)
{
    return recipientFrom(text, 1, kind);
}

MatchOptions withoutSuggestions()
{
    MatchOptions options;
    options.suggestionRequests = 0;
    return options;
}

} // namespace

void MatcherCases::looksUpAllNamesAtOnce()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    const Outcome outcome =
        matched(matcher, recipientsFromText(u"@BOB\nada\nADA\nkim\n/u/caroline"_qs), withoutSuggestions());
    QCOMPARE(outcome.text(), u"BOB=Bob ada=ada ADA=ada kim=kim caroline=caroline"_qs);
    QCOMPARE(desk.asked, QStringList{u"lookUp BOB,ada,kim,caroline"_qs});
}

void MatcherCases::asksNothingTwice()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    const QList<Recipient> people{of(RecipientKind::Email, u"ada@x.org"_qs), of(RecipientKind::Email, u"ADA@x.org"_qs),
                                  of(RecipientKind::Id, u"2"_qs), of(RecipientKind::Username, u"kim"_qs)};
    QCOMPARE(matched(matcher, people).text(), u"ada@x.org=ada ADA@x.org=ada 2=Bob kim=kim"_qs);
    QCOMPARE(desk.asked, (QStringList{u"lookUp kim"_qs, u"ids 2"_qs, u"mail ada@x.org"_qs}));
    desk.asked.clear();
    QCOMPARE(matched(matcher, people).text(), u"ada@x.org=ada ADA@x.org=ada 2=Bob kim=kim"_qs);
    QCOMPARE(desk.asked, QStringList{});
    matcher.forget();
    (void)matched(matcher, people);
    QCOMPARE(desk.asked.size(), 3);
}

void MatcherCases::asksByKind()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    const Outcome outcome = matched(
        matcher, {of(RecipientKind::Id, u"5"_qs), of(RecipientKind::Id, u"1"_qs), of(RecipientKind::Id, u"99"_qs),
                  of(RecipientKind::ExternalId, u"ext-1"_qs), of(RecipientKind::ExternalId, u"ext-2"_qs),
                  of(RecipientKind::Email, u"two@x.org"_qs), of(RecipientKind::Email, u"none@x.org"_qs)});
    QCOMPARE(outcome.text(), u"5=kim 1=ada 99=? ext-1=ada ext-2=? two@x.org=~(Bob,bobby) none@x.org=?"_qs);
    QCOMPARE(desk.asked, (QStringList{u"ids 1,5,99"_qs, u"external ext-1"_qs, u"external ext-2"_qs,
                                      u"mail two@x.org"_qs, u"mail none@x.org"_qs}));
}

void MatcherCases::neverCutsNumbers()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    const Outcome outcome = matched(
        matcher, {of(RecipientKind::Id, u"5abc"_qs), of(RecipientKind::Id, u"5.0"_qs), of(RecipientKind::Id, u"-5"_qs),
                  of(RecipientKind::Id, u"99999999999999999999"_qs), of(RecipientKind::Id, u"0"_qs)});
    QCOMPARE(outcome.text(), u"5abc=? 5.0=? -5=? 99999999999999999999=? 0=?"_qs);
    QCOMPARE(desk.asked, QStringList{});
}

void MatcherCases::otherForumsProfilesAreNotAsked()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    MatchOptions options;
    options.forumBase = QUrl(u"https://forum.example"_qs);
    const Outcome outcome =
        matched(matcher, recipientsFromText(u"https://other.example/u/ada\nhttps://FORUM.example/u/kim"_qs), options);
    QCOMPARE(outcome.text(), u"ada=? kim=kim"_qs);
    QVERIFY((*outcome.result)->first().error);
    QVERIFY((*outcome.result)->first().error->detail.contains(u"other.example"_s));
    QCOMPARE(desk.asked, QStringList{u"lookUp kim"_qs});
}

void MatcherCases::suggestsNearMisses()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    const Outcome outcome = matched(matcher, recipientsFromText(u"carolina\ncarolina\nbobyb\nzzz"_qs));
    QCOMPARE(outcome.text(), u"carolina=?(caroline) carolina=?(caroline) bobyb=?(bobby,Bob) zzz=?"_qs);
    QCOMPARE(desk.asked,
             (QStringList{u"lookUp carolina,bobyb,zzz"_qs, u"search carol"_qs, u"search bob"_qs, u"search zzz"_qs}));
}

void MatcherCases::triesTheMailBesideAName()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    const auto table = readTable("username,email\nkim,kim@x.org\nadda,ADA@x.org\nadda2,ada@x.org\nbobo,two@x.org\nzoe,none@x.org\nzed,\n");
    const QList<Recipient> people = recipientsFrom(*table, guessMapping(*table))->recipients;
    const Outcome outcome = matched(matcher, people, withoutSuggestions());
    QCOMPARE(outcome.text(), u"kim=kim adda=ada adda2=ada bobo=~(Bob,bobby) zoe=? zed=?"_qs);
    // One more request for each address, and none where the name has an account.
    QCOMPARE(desk.asked, (QStringList{u"lookUp kim,adda,adda2,bobo,zoe,zed"_qs, u"mail ADA@x.org"_qs, u"mail two@x.org"_qs, u"mail none@x.org"_qs}));
    const QList<Match> &matches = **outcome.result;
    QVERIFY(!matches.at(0).byEmailBeside);
    QVERIFY(matches.at(1).byEmailBeside);
    QCOMPARE(matches.at(1).recipient.text, u"adda"_qs);
    QVERIFY(matches.at(3).byEmailBeside);

    // Known by now.
    desk.asked.clear();
    QCOMPARE(matched(matcher, people.mid(1, 2), withoutSuggestions()).text(), u"adda=ada adda2=ada"_qs);
    QCOMPARE(desk.asked, QStringList{u"lookUp adda,adda2"_qs});

    // Who may not ask for addresses still learns that the name has no account.
    matcher.forget();
    desk.failFor = u"mail"_qs;
    desk.failWith = Error::of(ErrorKind::Forbidden);
    QCOMPARE(matched(matcher, people, withoutSuggestions()).text(), u"kim=kim adda=? adda2=? bobo=? zoe=? zed=?"_qs);
    desk.failWith = Error::of(ErrorKind::Network);
    QCOMPARE(matched(matcher, people, withoutSuggestions()).text(), u"network"_qs);
}

void MatcherCases::displayNameIsAmbiguous()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    // Even one account of that name is only a guess: display names are not unique.
    const Outcome outcome = matched(matcher, recipientsFromText(u"Bob Miller\nAda Lovelace\nkim"_qs));
    QCOMPARE(outcome.text(), u"Bob Miller=~(Bob,bobby) Ada Lovelace=~(ada) kim=kim"_qs);
    QCOMPARE(desk.asked.first(), u"lookUp kim"_qs);
}

void MatcherCases::boundsSuggestions()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    QList<Recipient> people;
    for (int i = 0; i < 100; ++i)
        people.append(recipientFrom(u"nobody%1"_qs.arg(i), i + 1));
    (void)matched(matcher, people);
    QCOMPARE(desk.asked.size(), 1 + 20);

    desk.asked.clear();
    desk.failFor = u"search"_qs;
    desk.failWith = Error::of(ErrorKind::RateLimited);
    const Outcome outcome = matched(matcher, people);
    QCOMPARE(desk.asked.size(), 2); // a courtesy is not worth waiting for
    QCOMPARE((*outcome.result)->first().status, MatchStatus::NotFound);
}

void MatcherCases::suggestsAccountNumbers()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    QCOMPARE(matched(matcher, recipientsFromText(u"12\n5"_qs)).text(), u"12=12 5=?(kim)"_qs);
    QCOMPARE(desk.asked, (QStringList{u"lookUp 12,5"_qs, u"ids 5"_qs}));
}

void MatcherCases::networkFailureFailsTheWhole()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    matcher.remember({account(1, u"ada"_qs)});
    desk.failNext = {Error::of(ErrorKind::Network)};
    const Outcome outcome =
        matched(matcher, {of(RecipientKind::Username, u"ada"_qs), of(RecipientKind::Username, u"kim"_qs),
                          of(RecipientKind::Id, u"5"_qs), of(RecipientKind::Email, u"ada@x.org"_qs)});
    QVERIFY(!*outcome.result);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Network);
    QCOMPARE(desk.asked, QStringList{u"lookUp kim"_qs});

    // Later, too, when others have been found.
    desk.asked.clear();
    desk.failFor = u"ada@x.org"_qs;
    desk.failWith = Error::of(ErrorKind::Unauthorised);
    const Outcome later =
        matched(matcher, {of(RecipientKind::Username, u"kim"_qs), of(RecipientKind::Email, u"ada@x.org"_qs),
                          of(RecipientKind::Email, u"kim@x.org"_qs)});
    QVERIFY(!*later.result);
    QCOMPARE(later.result->error().kind, ErrorKind::Unauthorised);
    QCOMPARE(desk.asked.size(), 2);
}

void MatcherCases::oneBadMailFailsAlone()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    desk.failFor = u"bad"_qs;
    desk.failWith = Error::of(ErrorKind::Server);
    QList<Recipient> people{of(RecipientKind::Email, u"bad@x.org"_qs), of(RecipientKind::Email, u"ada@x.org"_qs)};
    QCOMPARE(matched(matcher, people).text(), u"bad@x.org=! ada@x.org=ada"_qs);

    people.clear();
    for (int i = 0; i < 50; ++i)
        people.append(of(RecipientKind::Email, u"bad%1@x.org"_qs.arg(i)));
    desk.asked.clear();
    const Outcome outcome = matched(matcher, people);
    QCOMPARE(desk.asked.size(), 3); // three in a row: the server is down
    QCOMPARE((*outcome.result)->last().status, MatchStatus::Failed);
}

void MatcherCases::forbiddenMailsStopButNamesGoOn()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    desk.failFor = u"mail"_qs;
    desk.failWith = Error::of(ErrorKind::Forbidden);
    const Outcome outcome =
        matched(matcher, {of(RecipientKind::Email, u"ada@x.org"_qs), of(RecipientKind::Email, u"two@x.org"_qs),
                          of(RecipientKind::ExternalId, u"ext-1"_qs), of(RecipientKind::Username, u"kim"_qs)});
    QCOMPARE(outcome.text(), u"ada@x.org=! two@x.org=! ext-1=ada kim=kim"_qs);
    QCOMPARE(desk.asked, (QStringList{u"lookUp kim"_qs, u"mail ada@x.org"_qs, u"external ext-1"_qs}));
}

void MatcherCases::waitsWhenTheForumSaysSo()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    Error limited = Error::of(ErrorKind::RateLimited);
    limited.retryAfter = std::chrono::seconds(7);
    desk.failNext = {limited, limited};
    std::optional<QString> text;
    QObject context;
    matcher.match({of(RecipientKind::Email, u"ada@x.org"_qs)})->then(&context, [&](const Result<QList<Match>> &r) {
        text = shown(*r);
    });
    QTRY_COMPARE(desk.asked.size(), 1);
    QTest::qWait(0);
    clock.advance(std::chrono::milliseconds(6900));
    QCoreApplication::processEvents();
    QCOMPARE(desk.asked.size(), 1);
    clock.advance(std::chrono::milliseconds(200));
    QTRY_COMPARE(desk.asked.size(), 2);
    QTest::qWait(0);
    clock.advance(std::chrono::seconds(7));
    QTRY_VERIFY(text);
    QCOMPARE(*text, u"ada@x.org=ada"_qs);
}

void MatcherCases::cancels()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    desk.silent = true;
    std::optional<ErrorKind> kind;
    QObject context;
    Call<QList<Match>> *call = matcher.match(recipientsFromText(u"ada\nada@x.org"_qs));
    call->then(&context, [&](const Result<QList<Match>> &r) { kind = r.error().kind; });
    QTRY_VERIFY(desk.findChild<PendingCall *>());
    auto *inner = desk.findChild<PendingCall *>();
    QSignalSpy innerSettled(inner, &PendingCall::settled);
    call->cancel();
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, ErrorKind::Cancelled);
    QCOMPARE(innerSettled.size(), 1);
    QCOMPARE(desk.asked.size(), 1);
}

void MatcherCases::diesWithItsMatcher()
{
    DeskOfSix desk;
    ManualClock clock;
    QObject context;
    bool told = false;
    {
        Matcher matcher(&desk, &clock);
        matcher.match(recipientsFromText(u"ada\nnobody"_qs))->then(&context, [&](const Result<QList<Match>> &) {
            told = true;
        });
        desk.silent = true;
        QTRY_COMPARE(desk.asked.size(), 1);
    }
    QTest::qWait(0);
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void MatcherCases::callsOffWhatNobodyWaitsFor()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    desk.silent = true;
    Call<QList<Match>> *call = matcher.match(recipientsFromText(u"ada\nnobody"_qs));
    QTRY_COMPARE(desk.asked.size(), 1);
    QCOMPARE(desk.findChildren<PendingCall *>().size(), 1);
    delete call; // with its window
    QTRY_COMPARE(desk.findChildren<PendingCall *>().size(), 0);
}

void MatcherCases::knownAccountsCostNothing()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    QCOMPARE(matched(matcher, recipientsFrom({account(1, u"ada"_qs), account(7, u"guest"_qs)})).text(),
             u"ada=ada guest=guest"_qs);
    QCOMPARE(desk.asked, QStringList{});
    QCOMPARE(matched(matcher, {}).text(), QString());
}

void MatcherCases::findsPeopleOfAnswerHub()
{
    HubOfTwo hub;
    ManualClock clock;
    Matcher matcher(&hub, &clock);
    const Outcome outcome = matched(
        matcher,
        recipientsFromText(u"bob\nBob\nBob Miller\n/users/13/bobby.html\nbobb\nada@x.org\n/users/99/x.html"_qs));
    QCOMPARE(outcome.text(), u"bob=bob Bob=bob Bob Miller=~(bob) 13=bobby bobb=?(bobby) ada@x.org=! 99=?"_qs);
    QCOMPARE((*outcome.result)->at(5).error->kind, ErrorKind::RefusedHere);
    QCOMPARE(hub.asked,
             (QStringList{u"find bob"_qs, u"find Bob Miller"_qs, u"user 13"_qs, u"find bobb"_qs, u"user 99"_qs}));
}

void MatcherCases::manyRowsStayQuick()
{
    DeskOfSix desk;
    ManualClock clock;
    Matcher matcher(&desk, &clock);
    QList<Account> known;
    QList<Recipient> people;
    for (int i = 0; i < 100'000; ++i) {
        known.append(account(i + 100, u"person%1"_qs.arg(i)));
        people.append(recipientFrom(u"person%1"_qs.arg(i), i + 1));
    }
    matcher.remember(known);
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = matched(matcher, people);
    qInfo("100,000 known people matched in %lld ms", timer.elapsed());
    QCOMPARE((*outcome.result)->last().account.username, u"person99999"_qs);
    QCOMPARE(desk.asked, QStringList{});
}
