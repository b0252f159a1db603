// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "ui/badges/badge_draft.h"
#include "ui/badges/picture_drop.h"

#include <QObject>

namespace badgewright::ui {

/// Turns what a person drops, pastes or opens into a picture that can be published: read, checked, made square and
/// light. All of it in another thread; the answers name the badge it was for.
class PictureIntake : public QObject
{
    Q_OBJECT

public:
    explicit PictureIntake(const ForumPtr &forum, QObject *parent = nullptr);

    void take(BadgeId id, const PictureSource &source);
    /// A picture that the forum has already, to be changed.
    void takeBytes(BadgeId id, const QByteArray &bytes, const QString &fileName, bool square, bool trim);
    /// The same picture made in another way.
    void remake(BadgeId id, const ChosenPicture &chosen, bool square, bool trim);

Q_SIGNALS:
    void started(badgewright::BadgeId id);
    void ready(badgewright::BadgeId id, const badgewright::ui::ChosenPicture &chosen);
    /// A sentence.
    void failed(badgewright::BadgeId id, const QString &why);

private:
    void check(BadgeId id, Call<artwork::CheckedPicture> *call, bool square, bool trim);
    void prepare(BadgeId id, const artwork::CheckedPicture &checked, bool square, bool trim);
    bool isLatest(BadgeId id, int ticket) const { return m_latest.value(id) == ticket; }

    SiteInfo m_site;
    QHash<BadgeId, int> m_latest; ///< a second picture for the same badge makes the first one moot
    int m_tickets = 0;
};

} // namespace badgewright::ui
