// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/offline_forum.h"

namespace badgewright {

namespace {

/// What was said of the forum as a whole must not be taken for an answer about the badge or picture that is asked for.
Error answerOf(const Error &why)
{
    switch (why.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::Cancelled:
        return Error::of(ErrorKind::Unreadable);
    case ErrorKind::TimedOut:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    return why;
}

} // namespace

/// Answers every question with the same error.
class OfflineForum::Unreached
{
public:
    Unreached(QObject *owner, const Error &why) : m_owner(owner), m_why(why) {}
    template <class T> Call<T> *answer() const { return settledCall<T>(m_owner, fail(m_why)); }

private:
    QObject *m_owner;
    Error m_why;
};

class OfflineForum::Badges final : public BadgeDesk, Unreached
{
public:
    using Unreached::Unreached;
    Call<BadgeCatalogue> *list() override { return answer<BadgeCatalogue>(); }
    Call<BadgeWritten> *create(const BadgeFields &) override { return answer<BadgeWritten>(); }
    Call<BadgeWritten> *update(BadgeId, const BadgeFields &) override { return answer<BadgeWritten>(); }
    Call<Done> *remove(BadgeId) override { return answer<Done>(); }
    Call<QList<Grouping>> *saveGroupings(const QList<Grouping> &, const QList<Grouping> &) override { return answer<QList<Grouping>>(); }
    Call<QList<Icon>> *searchIcons(const QString &) override { return answer<QList<Icon>>(); }
    Call<Icon> *icon(const QString &) override { return answer<Icon>(); }
    Call<Upload> *upload(const Picture &) override { return answer<Upload>(); }
    Call<QByteArray> *image(const QUrl &) override { return answer<QByteArray>(); }
};

class OfflineForum::Grants final : public GrantDesk, Unreached
{
public:
    using Unreached::Unreached;
    Call<HolderPage> *holders(BadgeId, int, Lane) override { return answer<HolderPage>(); }
    Call<QList<Grant>> *heldBy(const QString &, Lane) override { return answer<QList<Grant>>(); }
    Call<Grant> *grant(const GrantRequest &) override { return answer<Grant>(); }
    Call<Done> *revoke(GrantId) override { return answer<Done>(); }
    Call<BulkAwardAnswer> *bulkAward(BadgeId, const QStringList &) override { return answer<BulkAwardAnswer>(); }
};

OfflineForum::OfflineForum(const Connection &connection, const Error &why, bool badgesKnown)
    : m_connection(connection)
    , m_why(why)
    , m_badges(badgesKnown ? std::make_unique<Badges>(this, answerOf(why)) : nullptr)
    , m_grants(std::make_unique<Grants>(this, answerOf(why)))
{
    for (const Ability ability : {Ability::ListBadges, Ability::CreateBadges, Ability::UpdateBadges, Ability::UploadPictures, Ability::SearchIcons})
        m_capabilities.allow(ability);
    const QString reason = tr("You work without the forum now.");
    for (const Ability ability : {Ability::DeleteBadges, Ability::SaveGroupings, Ability::ListHolders, Ability::ListHeldBy, Ability::Grant, Ability::Revoke, Ability::BulkAward})
        m_capabilities.deny(ability, reason);
}

OfflineForum::~OfflineForum() = default;

BadgeDesk *OfflineForum::badges()
{
    return m_badges.get();
}

GrantDesk *OfflineForum::grants()
{
    return m_grants.get();
}

} // namespace badgewright
