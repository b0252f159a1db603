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
    /// What the list leaves out, from the answer to a change that was made a moment ago. Somebody else may change it after that.
    void fillIn(Badge *badge) const;

    struct Told {
        Badge badge;
        std::chrono::milliseconds at{0};
    };

    Session *m_session;
    QHash<BadgeId, bool> m_system;         ///< badges seen → whether they are the forum's own
    QHash<BadgeId, Told> m_told;           ///< answers to changes
    QHash<UploadId, QUrl> m_uploads;       ///< pictures sent → where they lie
    bool m_storeRefused = false;
};

} // namespace badgewright::discourse
