// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/people_codec.h"

#include "discourse/plain_text.h"
#include "discourse/reason_link.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::discourse {

namespace {

Error missing(const char *what)
{
    return Error::of(ErrorKind::Unreadable, QStringLiteral("the answer has no %1").arg(QLatin1String(what)));
}

QList<Account> accountsIn(const Json &rows, const QUrl &base)
{
    QList<Account> accounts;
    for (const Json &row : rows) {
        const Account account = decodeAccount(row, base);
        if (!account.username.isEmpty())
            accounts << account;
    }
    return accounts;
}

QList<TopicPage::Post> postsIn(const Json &stream, const QUrl &base)
{
    // Regular posts and posts of moderators; the other types are whispers and marks the forum makes itself.
    constexpr qint64 regular = 1;
    constexpr qint64 moderatorPost = 2;
    QList<TopicPage::Post> posts;
    for (const Json &row : list(stream, "posts")) {
        TopicPage::Post post;
        post.id = integer(row, "id");
        post.number = narrow(integer(row, "post_number"));
        const qint64 type = integer(row, "post_type", regular);
        post.written = (type == regular || type == moderatorPost) && !flag(row, "user_deleted") && text(row, "deleted_at").isEmpty();
        post.author = decodeAccount(row, base);
        post.author.id = integer(row, "user_id");
        posts << post;
    }
    return posts;
}

Report reportOf(const Json &row)
{
    Report report;
    report.id = integer(row, "id");
    report.name = text(row, "name");
    report.description = text(row, "description");
    for (const Json &info : list(row, "param_info")) {
        report.parameters << Report::Parameter{text(info, "identifier"), text(info, "type"), shown(member(info, "default")),
                                               flag(info, "nullable")};
    }
    return report;
}

} // namespace

Account decodeAccount(const Json &user, const QUrl &base)
{
    Account account;
    account.id = integer(user, "id");
    account.username = text(user, "username");
    account.name = text(user, "name");
    account.avatarUrl = avatarUrl(base, text(user, "avatar_template"));
    account.staged = flag(user, "staged");
    account.active = flag(user, "active", true);
    account.suspendedTill = text(user, "suspended_till");
    account.suspended = flag(user, "suspended") || !account.suspendedTill.isEmpty() || !text(user, "suspended_at").isEmpty();
    return account;
}

Result<QList<Account>> decodeAccounts(const QByteArray &body, const char *key, const QUrl &base)
{
    const auto answer = parseMemberArray(body, key);
    if (!answer)
        return fail(answer.error());
    return accountsIn(list(*answer, key), base);
}

std::optional<qint64> decodeLikersTotal(const QByteArray &body)
{
    const auto answer = parseObject(body);
    return answer ? optionalInteger(*answer, "total_rows_post_action_users") : std::nullopt;
}

Result<QList<Account>> decodeAccountList(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseJson(body);
    if (!answer)
        return fail(answer.error());
    if (!answer->is_array())
        return fail(missing("list of people"));
    return accountsIn(*answer, base);
}

Result<Account> decodeOneAccount(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseMemberObject(body, "user");
    if (!answer)
        return fail(answer.error());
    const Account account = decodeAccount(member(*answer, "user"), base);
    if (account.username.isEmpty())
        return fail(missing("user name"));
    return account;
}

Result<GroupPage> decodeGroups(const QByteArray &body)
{
    const auto answer = parseMemberArray(body, "groups");
    if (!answer)
        return fail(answer.error());
    GroupPage page;
    page.total = narrow(integer(*answer, "total_rows_groups", -1));
    for (const Json &row : list(*answer, "groups")) {
        PeopleGroup group;
        group.name = text(row, "name");
        // Groups the forum makes itself have their names in the forum's language only in these.
        group.title = text(row, "full_name");
        if (group.title.isEmpty())
            group.title = text(row, "display_name");
        group.memberCount = narrow(integer(row, "user_count"));
        page.groups << group;
    }
    return page;
}

Result<AccountPage> decodeMembers(const QByteArray &body, const QUrl &base, int offset)
{
    const auto answer = parseMemberArray(body, "members");
    if (!answer)
        return fail(answer.error());
    AccountPage page;
    // Owners stand among the members, too.
    page.accounts = accountsIn(list(*answer, "members"), base);
    page.total = narrow(integer(member(*answer, "meta"), "total", -1));
    const int received = int(list(*answer, "members").size());
    const int next = offset + received;
    page.nextOffset = received > 0 && (page.total < 0 || next < page.total) ? next : -1;
    return page;
}

Result<TopicPage> decodeTopic(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseMemberObject(body, "post_stream");
    if (!answer)
        return fail(answer.error());
    TopicPage topic;
    topic.id = integer(*answer, "id");
    topic.title = text(*answer, "title");
    topic.slug = text(*answer, "slug");
    topic.postsCount = narrow(integer(*answer, "posts_count"));
    topic.highestPost = narrow(integer(*answer, "highest_post_number"));
    const Json &stream = member(*answer, "post_stream");
    topic.posts = postsIn(stream, base);
    for (const Json &id : list(stream, "stream")) {
        if (id.is_number_integer())
            topic.stream << id.get<qint64>();
    }
    if (topic.id <= 0)
        return fail(missing("id of a topic"));
    return topic;
}

Result<QList<TopicPage::Post>> decodePosts(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseMemberObject(body, "post_stream");
    if (!answer)
        return fail(answer.error());
    return postsIn(member(*answer, "post_stream"), base);
}

Result<PostPlace> decodePostPlace(const QByteArray &body)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    const PostPlace place{integer(*answer, "topic_id"), narrow(integer(*answer, "post_number", 1))};
    if (place.topicId <= 0)
        return fail(missing("topic of the post"));
    return place;
}

Result<QList<TopicInfo>> decodeFoundTopics(const QByteArray &body, const QUrl &base)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    QList<TopicInfo> topics;
    // A search that finds nothing leaves the list out.
    for (const Json &row : list(*answer, "topics")) {
        TopicInfo topic;
        topic.id = integer(row, "id");
        topic.title = text(row, "title");
        topic.slug = text(row, "slug");
        topic.postsCount = narrow(integer(row, "posts_count"));
        topic.url = QUrl(base.toString(QUrl::FullyEncoded) + QStringLiteral("/t/-/%1").arg(topic.id));
        topics << topic;
    }
    return topics;
}

Result<QList<PostInfo>> decodeFoundPosts(const QByteArray &body, const QUrl &base, const QString &writer)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    QHash<qint64, QString> titles;
    for (const Json &row : list(*answer, "topics"))
        titles.insert(integer(row, "id"), text(row, "title"));
    QList<PostInfo> posts;
    for (const Json &row : list(*answer, "posts")) {
        if (text(row, "username").compare(writer, Qt::CaseInsensitive) != 0)
            continue; // a forum that does not understand "@name" finds the word
        PostInfo post;
        post.reason.topicId = integer(row, "topic_id");
        post.reason.postNumber = narrow(integer(row, "post_number"));
        post.reason.title = titles.value(post.reason.topicId);
        post.reason.url = reasonUrl(base, post.reason.topicId, post.reason.postNumber);
        post.excerpt = plainText(text(row, "blurb"));
        post.writtenAt = moment(row, "created_at");
        posts << post;
    }
    return posts;
}

Result<QList<Report>> decodeReports(const QByteArray &body)
{
    const auto answer = parseMemberArray(body, "queries");
    if (!answer)
        return fail(answer.error());
    QList<Report> reports;
    for (const Json &row : list(*answer, "queries"))
        reports << reportOf(row);
    return reports;
}

Result<Report> decodeReport(const QByteArray &body)
{
    const auto answer = parseMemberObject(body, "query");
    if (!answer)
        return fail(answer.error());
    return reportOf(member(*answer, "query"));
}

Result<ReportRows> decodeReportRows(const QByteArray &body)
{
    const auto answer = parseMemberArray(body, "rows");
    if (!answer)
        return fail(answer.error());
    if (!flag(*answer, "success", true)) {
        Error error = Error::of(ErrorKind::Invalid);
        for (const Json &said : list(*answer, "errors"))
            error.serverWords << plainText(asText(said));
        return fail(error);
    }
    ReportRows rows;
    for (const Json &column : list(*answer, "columns"))
        rows.columns << shown(column);
    for (const Json &row : list(*answer, "rows")) {
        QStringList cells;
        if (row.is_array()) {
            for (const Json &cell : row)
                cells << shown(cell);
        }
        rows.rows << cells;
    }
    return rows;
}

} // namespace badgewright::discourse
