// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "forum/web_pictures.h"
#include "ui/badges/badge_draft.h"
#include "ui/badges/picture_drop.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

/// A picture read and made ready for this forum. A pure function, for a worker thread; RefusedHere with a sentence.
Result<ChosenPicture> chosenPicture(const SiteInfo &site, const QByteArray &bytes, const QString &fileName, bool square, bool trim,
                                    int side = artwork::kAutomaticSide);

/// Turns what a person drops, pastes or opens into a picture that can be published: read, checked, made square and
/// light. All of it in another thread; the answers name the badge it was for.
class PictureIntake : public QObject
{
    Q_OBJECT

public:
    explicit PictureIntake(const ForumPtr &forum, QObject *parent = nullptr);
    /// Without it nothing is fetched from the web. Outlives this.
    void setWeb(WebPictures *web) { m_web = web; }

    void take(BadgeId id, const PictureSource &source);
    /// A picture that the forum has already, to be changed.
    void takeBytes(BadgeId id, const QByteArray &bytes, const QString &fileName, bool square, bool trim, int side = artwork::kAutomaticSide);
    /// The same picture made in another way, in the size that was chosen for it.
    void remake(BadgeId id, const ChosenPicture &chosen, bool square, bool trim);
    /// One that is being drawn or edited elsewhere.
    void takeWhenReady(BadgeId id, Call<artwork::CheckedPicture> *call, bool square, bool trim) { check(id, call, square, trim, artwork::kAutomaticSide); }

    /// Whether a picture is being made, of any badge.
    bool isWorking() const { return m_underWay > 0; }
    /// Whether one is being made or fetched for this badge.
    bool isMaking(BadgeId id) const { return m_latest.contains(id); }
    /// Whether one is on its way from the web.
    bool isFetching(BadgeId id) const { return m_fetching.contains(id); }
    /// What can be said of fetching(): "Fetching from example.org: 1 MB of 3 MB".
    static QString fetchingWords(const QString &host, qint64 done, qint64 total);
    /// Calls that off.
    void stopFetching(BadgeId id);

Q_SIGNALS:
    /// On its way from the web; `total` is 0 where the server does not say it.
    void fetching(badgewright::BadgeId id, const QString &host, qint64 done, qint64 total);
    void fetchingEnded(badgewright::BadgeId id);
    void started(badgewright::BadgeId id);
    void ready(badgewright::BadgeId id, const badgewright::ui::ChosenPicture &chosen);
    /// A sentence.
    void failed(badgewright::BadgeId id, const QString &why);

private:
    void fetch(BadgeId id, const PictureSource &source);
    void check(BadgeId id, Call<artwork::CheckedPicture> *call, bool square, bool trim, int side);
    void prepare(BadgeId id, const artwork::CheckedPicture &checked, bool square, bool trim, int side);
    bool isLatest(BadgeId id, int ticket) const { return m_latest.value(id) == ticket; }
    void giveUp(BadgeId id, const QString &why);

    SiteInfo m_site;
    QUrl m_home;
    WebPictures *m_web = nullptr;
    QHash<BadgeId, QPointer<PendingCall>> m_fetching;
    QHash<BadgeId, int> m_latest; ///< under way; a second picture for the same badge makes the first one moot
    int m_tickets = 0;
    int m_underWay = 0;
};

} // namespace badgewright::ui
