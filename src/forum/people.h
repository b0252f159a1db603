// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

namespace badgewright {

using AccountId = qint64;
using GrantId = qint64;

/// A person as the forum knows them.
struct Account {
    AccountId id = 0;
    QString username;
    QString name;     ///< may be empty
    QUrl avatarUrl;   ///< absolute, about 48 px; may be empty
    bool suspended = false;
    bool staged = false;
    bool active = true;
    QString suspendedTill; ///< as the forum says it; empty when not known
    QString displayName() const { return name.isEmpty() ? username : name; }
    bool operator==(const Account &) const = default;
};

/// A link to a topic or a post of this forum.
struct Reason {
    QUrl url;        ///< normalised: <base>/t/-/<topic>/<post number>
    qint64 topicId = 0;
    int postNumber = 1;
    QString title;   ///< of the topic; empty when not asked
    qint64 postId = 0; ///< 0: not known
};

/// One badge given to one person.
struct Grant {
    GrantId id = 0;
    BadgeId badgeId = 0;
    AccountId holderId = 0; ///< 0 where the answer does not say (the answer to a grant)
    QString holder;         ///< username; empty where not said
    QDateTime grantedAt;    ///< UTC
    QString granter;        ///< username; may be empty
    std::optional<qint64> topicId; ///< only visible to admins and only when the badge shows posts
    std::optional<int> postNumber;
    QString topicTitle;
};

struct HolderPage {
    QList<Grant> grants;
    QList<Account> accounts; ///< holders and granters
    int nextOffset = -1;     ///< -1: the last page
};

struct GrantRequest {
    QString username;
    BadgeId badgeId = 0;
    QUrl reason; ///< normalised; empty: none
};

struct BulkAwardAnswer {
    int matched = 0; ///< includes people who held it already
    int unmatched = 0;
    QStringList unmatchedEntries; ///< at most 100, lower case
};

struct PeopleGroup {
    QString name;
    QString title;
    int memberCount = 0;
};

struct AccountPage {
    QList<Account> accounts;
    int total = -1;      ///< -1: not said
    int nextOffset = -1; ///< -1: the last page
};

/// A post as a search finds it.
struct PostInfo {
    Reason reason;     ///< the link to it, with the topic's title
    QString excerpt;   ///< plain text, some words; may be empty
    QDateTime writtenAt; ///< UTC
};

struct TopicInfo {
    qint64 id = 0;
    QString title;
    QString slug;
    int postsCount = 0;
    QUrl url;
};

struct Report {
    qint64 id = 0;
    QString name;
    QString description;
    struct Parameter {
        QString name;
        QString type;
        QString defaultValue;
        bool nullable = false;
    };
    QList<Parameter> parameters; ///< empty in a list; asked for one by one
};

struct ReportRows {
    QStringList columns;
    QList<QStringList> rows;
};

} // namespace badgewright
