// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/source_reader.h"

#include "people/patient_ask.h"
#include "support/worker_call.h"

#include <QCoreApplication>

namespace badgewright::people {
namespace {

struct SourceReaderWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::PeopleSource)
};

/// What a person wrote is not there: "not found" alone would not say what.
QString notThere(const SourceSpec &spec)
{
    switch (spec.kind) {
    case SourceKind::List:
        break;
    case SourceKind::Group:
        return SourceReaderWords::tr("There is no group “%1” on this forum, or its members are hidden from this account.").arg(spec.group);
    case SourceKind::Holders:
        return SourceReaderWords::tr("There is no such badge on this forum, or it is disabled: of such a badge a forum lists no holders.");
    case SourceKind::Topic:
        return SourceReaderWords::tr("There is no topic at %1, or this account may not see it.").arg(spec.link);
    case SourceKind::Likers:
        return SourceReaderWords::tr("There is no post at %1, or this account may not see it.").arg(spec.link);
    case SourceKind::Report:
        return SourceReaderWords::tr("There is no report %1 on this forum.").arg(spec.report);
    }
    return {};
}

QString keyOf(const Account &account)
{
    return account.id ? QString::number(account.id) : u'@' + foldedName(account.username);
}

} // namespace

SourceReader::SourceReader(const SourceDesks &desks, const SourceSpec &spec, Call<SourcePeople> *call)
    : QObject(call)
    , m_desks(desks)
    , m_spec(spec)
    , m_call(call)
{
    call->onCancel([this] {
        if (m_inner)
            m_inner->cancel();
    });
}

SourceReader::~SourceReader()
{
    // A long topic would be read to its end for nobody.
    if (m_inner)
        m_inner->cancel();
}

template <class T, class F> void SourceReader::askAnyway(std::function<Call<T> *()> send, F &&answered)
{
    askPatiently<T>({this, m_desks.clock, &m_inner, [this] { return m_call->isSettled(); }}, std::move(send), std::forward<F>(answered));
}

/// `answered` gets what the forum gave; an error is the end.
template <class T, class F> void SourceReader::ask(std::function<Call<T> *()> send, F &&answered)
{
    askAnyway<T>(std::move(send), [this, answered = std::forward<F>(answered)](const Result<T> &result) {
        if (result)
            answered(*result);
        else
            giveUp(result.error());
    });
}

void SourceReader::start()
{
    switch (m_spec.kind) {
    case SourceKind::List:
        return finish({m_spec.list, {}, {}});
    case SourceKind::Group:
        return readMembers(0);
    case SourceKind::Holders:
        return readHolders(0);
    case SourceKind::Topic:
    case SourceKind::Likers:
        return findTopic();
    case SourceKind::Report:
        return readReport();
    }
}

void SourceReader::readMembers(int offset)
{
    ask<AccountPage>([this, offset] { return m_desks.people->members(m_spec.group, offset); },
                     [this, offset](const AccountPage &page) {
                         take(page.accounts);
                         Q_EMIT m_call->progress(m_accounts.size(), std::max(page.total, 0));
                         if (page.nextOffset > offset)
                             readMembers(page.nextOffset);
                         else
                             mark();
                     });
}

void SourceReader::readHolders(int offset)
{
    ask<HolderPage>([this, offset] { return m_desks.grants->holders(m_spec.badge, offset, Lane::Run); },
                    [this, offset](const HolderPage &page) {
                        take(page);
                        Q_EMIT m_call->progress(m_accounts.size(), 0);
                        if (page.nextOffset > offset)
                            readHolders(page.nextOffset);
                        else
                            mark();
                    });
}

void SourceReader::take(const HolderPage &page)
{
    // The accounts of a page are holders and granters; the grants say who is which.
    QHash<AccountId, Account> byId;
    for (const Account &account : page.accounts)
        byId.insert(account.id, account);
    QList<Account> holders;
    for (const Grant &grant : page.grants) {
        if (const auto known = byId.constFind(grant.holderId); known != byId.cend()) {
            holders << *known;
        } else if (grant.holderId > 0 && !m_seen.contains(QString::number(grant.holderId))) {
            m_seen.insert(QString::number(grant.holderId));
            m_others << recipientFrom(QString::number(grant.holderId), 0, RecipientKind::Id);
        }
    }
    take(holders);
}

void SourceReader::findTopic()
{
    ask<Reason>([this] { return m_desks.people->resolveReason(m_spec.link, Lane::Run); },
                [this](const Reason &found) {
                    m_title = found.title;
                    if (m_spec.kind == SourceKind::Topic)
                        return readTopic(found);
                    if (!found.title.isEmpty())
                        m_title = SourceReaderWords::tr("post %1 of %2").arg(found.postNumber).arg(found.title);
                    readLikers(found);
                });
}

void SourceReader::readTopic(const Reason &topic)
{
    ask<QList<Account>>(
        [this, id = topic.topicId] {
            Call<QList<Account>> *call = m_desks.people->topicParticipants(id);
            connect(call, &PendingCall::progress, m_call, &PendingCall::progress);
            return call;
        },
        [this](const QList<Account> &people) {
            take(people);
            mark();
        });
}

void SourceReader::readLikers(const Reason &post)
{
    if (post.postId <= 0)
        return giveUp(Error::of(ErrorKind::NotFound, QStringLiteral("the forum does not say which post this is")));
    ask<QList<Account>>([this, id = post.postId] { return m_desks.people->likers(id); },
                        [this](const QList<Account> &people) {
                            take(people);
                            mark();
                        });
}

void SourceReader::readReport()
{
    askAnyway<Report>([this] { return m_desks.people->report(m_spec.report); },
                      [this](const Result<Report> &report) {
                          if (report)
                              checkParameters(*report);
                          else if (report.error().kind == ErrorKind::Forbidden)
                              runReport(); // a key may run reports and not read them: the forum itself says what it lacks
                          else
                              giveUp(report.error());
                      });
}

void SourceReader::checkParameters(const Report &report)
{
    m_title = report.name;
    QStringList names;
    for (const Report::Parameter &one : report.parameters)
        names << one.name;
    for (auto it = m_spec.parameters.cbegin(); it != m_spec.parameters.cend(); ++it) {
        if (!names.contains(it.key()))
            return giveUp(Error::refusedHere(SourceReaderWords::tr("The report “%1” has no parameter “%2”.").arg(report.name, it.key())));
    }
    QStringList missing;
    for (const Report::Parameter &one : neededParameters(report, m_spec.parameters))
        missing << QStringLiteral("%1 (%2)").arg(one.name, one.type);
    if (!missing.isEmpty())
        return giveUp(Error::refusedHere(
            SourceReaderWords::tr("The report “%1” needs to be told: %2.").arg(report.name, missing.join(QStringLiteral(", ")))));
    runReport();
}

void SourceReader::runReport()
{
    ask<ReportRows>([this] { return m_desks.people->runReport(m_spec.report, m_spec.parameters); },
                    [this](const ReportRows &rows) {
                        if (const Result<SourcePeople> people = recipientsFrom(rows))
                            finish(*people);
                        else
                            giveUp(people.error());
                    });
}

void SourceReader::take(const QList<Account> &accounts)
{
    for (const Account &account : accounts) {
        const QString key = keyOf(account);
        if (m_seen.contains(key))
            continue;
        m_seen.insert(key);
        m_accounts << account;
    }
}

void SourceReader::mark()
{
    ask<QList<Account>>([this] { return m_desks.people->marked(m_accounts); },
                        [this](const QList<Account> &accounts) { makeRecipients(accounts); });
}

/// In a thread: a group may have a hundred thousand members.
void SourceReader::makeRecipients(const QList<Account> &accounts)
{
    auto *made = runLater<SourcePeople>(this, [accounts, others = m_others]() -> Result<SourcePeople> {
        SourcePeople people{recipientsFrom(accounts), {}, {}};
        for (Recipient other : others) {
            other.row = int(people.recipients.size()) + 1;
            people.recipients << other;
        }
        return people;
    });
    m_inner = made;
    made->then(this, [this](const Result<SourcePeople> &people) {
        if (people)
            finish(*people);
    });
}

void SourceReader::finish(const SourcePeople &people)
{
    SourcePeople whole = people;
    whole.title = m_title;
    m_call->settle(whole);
}

void SourceReader::giveUp(const Error &error)
{
    m_call->settle(fail(error.kind == ErrorKind::NotFound ? Error::refusedHere(notThere(m_spec)) : error));
}

} // namespace badgewright::people
