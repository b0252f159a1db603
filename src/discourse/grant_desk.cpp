// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/grant_desk.h"

#include "discourse/grant_codec.h"
#include "discourse/words.h"

#include <algorithm>

namespace badgewright::discourse {

namespace {

constexpr qsizetype kMostEntries = 50'000;

} // namespace

Call<HolderPage> *DiscourseGrantDesk::holders(BadgeId badge, int offset, Lane lane)
{
    // Forums before 3.5 answer a negative offset with a fault of their own.
    const int from = std::max(offset, 0);
    const auto request = http::Request::get(QStringLiteral("/user_badges.json"),
                                            {{QStringLiteral("badge_id"), QString::number(badge)},
                                                     {QStringLiteral("offset"), QString::number(from)}});
    return m_session->read<HolderPage>(
        request, [base = m_session->base(), from](const QByteArray &body) { return decodeHolders(body, base, from); },
        lane);
}

Call<QList<Grant>> *DiscourseGrantDesk::heldBy(const QString &username, Lane lane)
{
    // Never grouped: a grouped row carries the id of one of several grants.
    const auto request = http::Request::get(QStringLiteral("/user-badges/%1.json").arg(username));
    return m_session->read<QList<Grant>>(
        request, [username](const QByteArray &body) { return decodeHeldBy(body, username); }, lane);
}

Call<Grant> *DiscourseGrantDesk::grant(const GrantRequest &request)
{
    QList<std::pair<QString, QString>> form{{QStringLiteral("username"), request.username},
                                            {QStringLiteral("badge_id"), QString::number(request.badgeId)}};
    if (!request.reason.isEmpty())
        form.append({QStringLiteral("reason"), request.reason.toString(QUrl::FullyEncoded)});
    return m_session->change<Grant>(
        http::Request::form(http::Method::Post, QStringLiteral("/user_badges.json"), form),
        [username = request.username](const QByteArray &body) { return decodeGranted(body, username); });
}

Call<Done> *DiscourseGrantDesk::revoke(GrantId id)
{
    http::Request request;
    request.method = http::Method::Delete;
    request.path = QStringLiteral("/user_badges/%1.json").arg(id);
    return m_session->change<Done>(request, decodeDone);
}

Call<BulkAwardAnswer> *DiscourseGrantDesk::bulkAward(BadgeId badge, const QStringList &entries)
{
    const QByteArray file = bulkAwardFile(entries);
    const auto refuse = [this](const QString &sentence) {
        return settledCall<BulkAwardAnswer>(m_session, fail(Error::refusedHere(sentence)));
    };
    if (file.isEmpty())
        return refuse(Words::tr("There is nobody to give the badge to."));
    if (entries.size() > kMostEntries)
        return refuse(Words::tr("One bulk award takes up to %1 people; these are %2.").arg(kMostEntries).arg(entries.size()));
    auto request = http::Request::multipart(QStringLiteral("/admin/badges/award/%1.json").arg(badge),
                                            {{QStringLiteral("file"), file, QStringLiteral("people.csv"), QStringLiteral("text/csv")}});
    // The forum matches all names before it answers: 5,000 took it some three seconds.
    request.timeout = std::chrono::minutes(3);
    return m_session->change<BulkAwardAnswer>(request, decodeBulkAward);
}

} // namespace badgewright::discourse
