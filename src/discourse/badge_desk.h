// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/desks.h"

#include <QSet>

namespace badgewright::discourse {

/// Badges of a Discourse forum: /admin/badges for those who may, /badges for the rest; see SERVER.md.
class DiscourseBadgeDesk final : public BadgeDesk
{
public:
    explicit DiscourseBadgeDesk(Session *session) : m_session(session) {}

    Call<BadgeCatalogue> *list() override;
    Call<BadgeWritten> *create(const BadgeFields &fields) override;
    Call<BadgeWritten> *update(BadgeId id, const BadgeFields &fields) override;
    Call<Done> *remove(BadgeId id) override;
    Call<QList<Grouping>> *saveGroupings(const QList<Grouping> &wanted, const QList<Grouping> &basis) override;
    Call<QList<Icon>> *searchIcons(const QString &part) override;
    Call<Icon> *icon(const QString &name) override;
    Call<Upload> *upload(const Picture &picture) override;
    Call<QByteArray> *image(const QUrl &url) override;

private:
    Call<BadgeWritten> *write(http::Method method, const QString &path, const BadgeFields &fields);
    Call<Done> *removeUnlessSystem(BadgeId id);
    void remember(const Badge &badge);

    Session *m_session;
    QHash<BadgeId, bool> m_system;         ///< badges seen → whether they are the forum's own
    QHash<UploadId, QUrl> m_uploads;       ///< pictures sent → where they lie
    bool m_storeRefused = false;
};

} // namespace badgewright::discourse
