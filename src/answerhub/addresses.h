// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace badgewright::answerhub {

/// A post named by an address or a bare id.
struct PostName {
    qint64 id = 0;
    QStringList kinds; ///< the routes to try, in order: "question", "answer", "comment"
};

/// Whether `text` is a whole web address.
bool isWebAddress(const QString &text);
/// True when `url` is below `base`: scheme may differ (a forum reached by http and https is one forum).
bool belongsTo(const QUrl &base, const QUrl &url);

/// The number in `text`: ASCII digits only, above 0, within 64 bits.
std::optional<qint64> idFrom(const QString &text);
/// The user id of a profile address: …/users/{id}/{slug}.html.
std::optional<qint64> userIdFrom(const QString &address);
/// What a post's address or id names. An anchor on an answer or comment wins over the question the page is about.
std::optional<PostName> postFrom(const QString &address);

/// A picture's address as it may be fetched: absolute, of the forum's own host, https when the forum is https.
/// Empty for anything else, so that nobody outside the forum learns who looks at it.
QUrl ownPicture(const QUrl &base, const QString &address);

} // namespace badgewright::answerhub
