// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_desks.h"

#include <algorithm>

namespace badgewright::test {

namespace {

Result<Account> orNotFound(const Account *account)
{
    return account ? Result<Account>(*account) : fail(ErrorKind::NotFound);
}

} // namespace

Call<QList<Account>> *FakePeopleDesk::search(const QString &term, int limit)
{
    return read<QList<Account>>(QStringLiteral("search"), term, [this, term, limit]() -> Result<QList<Account>> {
        QList<Account> found;
        for (const Account &one : std::as_const(f->accounts)) {
            if (found.size() < limit && (one.username.contains(term, Qt::CaseInsensitive) || one.name.contains(term, Qt::CaseInsensitive)))
                found.append(one);
        }
        return found;
    });
}

Call<QList<Account>> *FakePeopleDesk::lookUp(const QStringList &usernames)
{
    return read<QList<Account>>(QStringLiteral("look-up"), QString::number(usernames.size()), [this, usernames]() -> Result<QList<Account>> {
        QList<Account> found;
        for (const QString &username : usernames) {
            if (const Account *one = account(username))
                found.append(*one);
        }
        return found;
    });
}

Call<Account> *FakePeopleDesk::byUsername(const QString &username)
{
    return read<Account>(QStringLiteral("by-username"), username, [this, username] { return orNotFound(account(username)); });
}

Call<QList<Account>> *FakePeopleDesk::byEmail(const QString &email)
{
    return read<QList<Account>>(QStringLiteral("by-email"), email, [this, email]() -> Result<QList<Account>> {
        const Account *one = account(email.section(QLatin1Char('@'), 0, 0));
        return one ? QList<Account>{*one} : QList<Account>();
    });
}

Call<QList<Account>> *FakePeopleDesk::byIds(const QList<AccountId> &ids)
{
    return read<QList<Account>>(QStringLiteral("by-ids"), QString::number(ids.size()), [this, ids]() -> Result<QList<Account>> {
        QList<Account> found;
        std::copy_if(f->accounts.cbegin(), f->accounts.cend(), std::back_inserter(found), [&](const Account &a) { return ids.contains(a.id); });
        for (Account &one : found)
            one.suspended = false; // as on a real forum, where marked() knows
        return found;
    });
}

Call<Account> *FakePeopleDesk::byExternalId(const QString &id)
{
    return read<Account>(QStringLiteral("by-external-id"), id, []() -> Result<Account> { return fail(ErrorKind::NotFound); });
}

Call<QList<PeopleGroup>> *FakePeopleDesk::groups()
{
    return read<QList<PeopleGroup>>(QStringLiteral("groups"), {}, [this]() -> Result<QList<PeopleGroup>> { return f->groupList; });
}

Call<AccountPage> *FakePeopleDesk::members(const QString &group, int offset)
{
    return read<AccountPage>(QStringLiteral("members"), group, [this, group, offset]() -> Result<AccountPage> {
        const QList<Account> all = f->groupMembers.value(group);
        AccountPage page;
        page.total = int(all.size());
        page.accounts = all.mid(offset, f->pageSize);
        if (offset + page.accounts.size() < all.size())
            page.nextOffset = int(offset + page.accounts.size());
        return page;
    });
}

Call<QList<Account>> *FakePeopleDesk::topicParticipants(qint64 topicId)
{
    return read<QList<Account>>(QStringLiteral("participants"), QString::number(topicId), [this, topicId]() -> Result<QList<Account>> {
        return f->topicPeople.value(topicId, f->accounts.mid(0, 3));
    });
}

Call<QList<Account>> *FakePeopleDesk::likers(qint64 postId)
{
    return read<QList<Account>>(QStringLiteral("likers"), QString::number(postId), [this, postId]() -> Result<QList<Account>> {
        return f->postLikers.value(postId, f->accounts.mid(0, 2));
    });
}

Call<QList<Account>> *FakePeopleDesk::marked(const QList<Account> &accounts)
{
    return read<QList<Account>>(QStringLiteral("marked"), QString::number(accounts.size()), [this, accounts]() -> Result<QList<Account>> {
        QList<Account> marked = accounts;
        for (Account &one : marked) {
            if (const Account *known = account(one.username))
                one.suspended = known->suspended;
        }
        return marked;
    });
}

Call<QList<TopicInfo>> *FakePeopleDesk::searchTopics(const QString &term)
{
    return read<QList<TopicInfo>>(QStringLiteral("search-topics"), term, [this]() -> Result<QList<TopicInfo>> {
        QList<TopicInfo> found;
        for (const Reason &reason : std::as_const(f->reasons))
            found.append({reason.topicId, reason.title, {}, 1, reason.url});
        return found;
    });
}

Call<QList<PostInfo>> *FakePeopleDesk::recentPosts(const QString &username)
{
    return read<QList<PostInfo>>(QStringLiteral("posts-of"), username, [this, username]() -> Result<QList<PostInfo>> { return f->posts.value(username); });
}

Call<Reason> *FakePeopleDesk::resolveReason(const QString &text, Lane lane)
{
    return readIn<Reason>(lane, QStringLiteral("resolve"), text, [this, text]() -> Result<Reason> {
        if (f->reasons.contains(text))
            return f->reasons.value(text);
        if (!text.startsWith(f->theConnection.base.toString()))
            return fail(Error::refusedHere(QStringLiteral("This link does not lead to forum.example.")));
        return fail(ErrorKind::NotFound);
    });
}

Call<QList<Report>> *FakePeopleDesk::reports()
{
    return read<QList<Report>>(QStringLiteral("reports"), {}, [this]() -> Result<QList<Report>> {
        QList<Report> list = f->reportList;
        for (Report &report : list)
            report.parameters.clear(); // asked for one by one
        return list;
    });
}

Call<Report> *FakePeopleDesk::report(qint64 id)
{
    return read<Report>(QStringLiteral("report"), QString::number(id), [this, id]() -> Result<Report> {
        for (const Report &report : std::as_const(f->reportList)) {
            if (report.id == id)
                return report;
        }
        return fail(ErrorKind::NotFound);
    });
}

Call<ReportRows> *FakePeopleDesk::runReport(qint64 id, const QHash<QString, QString> &parameters)
{
    QStringList told;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        told << it.key() + QLatin1Char('=') + it.value();
    told.sort();
    return read<ReportRows>(QStringLiteral("run-report"), (QStringList{QString::number(id)} + told).join(QLatin1Char(' ')), [this, id]() -> Result<ReportRows> {
        const auto rows = f->reportRows.constFind(id);
        return rows == f->reportRows.cend() ? fail(ErrorKind::NotFound) : Result<ReportRows>(*rows);
    });
}

} // namespace badgewright::test
