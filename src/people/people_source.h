// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"
#include "people/recipient.h"
#include "support/clock.h"

namespace badgewright::people {

/// Where people can come from.
enum class SourceKind {
    List,    ///< a text or a table that has been read already
    Group,   ///< its members
    Holders, ///< everybody who holds a badge
    Topic,   ///< everybody who wrote in it
    Likers,  ///< everybody who liked a post
    Report,  ///< of the Data Explorer
};

/// One source, said so that it can be read: only the members of its kind count.
struct SourceSpec {
    SourceKind kind = SourceKind::List;
    QString title;         ///< what a person calls it: the name of the file, the badge, the report; may be empty
    QList<Recipient> list; ///< with List
    QString group;         ///< its name, not its title
    BadgeId badge = 0;     ///< an enabled one: a forum lists no holders of others
    QString link;          ///< with Topic and Likers, any way a person may write it
    qint64 report = 0;
    QHash<QString, QString> parameters; ///< of the report; those with a default may be left out
};
/// "members of staff", "holders of Apex", "writers in /t/14", for sentences and as the source of a plan.
QString sourceName(const SourceSpec &spec);

/// Who a source names.
struct SourcePeople {
    QList<Recipient> recipients; ///< with their accounts, so that they need no look-up; a report may name ids or e-mails
    QStringList remarks;         ///< sentences about what was read all the same
    QString title;               ///< as the forum calls the topic, post or report; empty: as the source says
};

/// The desks that sources are read from. They outlive the reading.
struct SourceDesks {
    PeopleDesk *people = nullptr;
    GrantDesk *grants = nullptr;
    Clock *clock = nullptr;
};

/// Reads a source: lists page by page, each person once, with who is suspended. Progress counts people, or the posts of a
/// topic; the total is 0 where the forum does not say it. Rate limits are waited out. RefusedHere with the sentence: no
/// link of this forum, nothing of that name, a parameter that has to be given, a report without a column of people.
Call<SourcePeople> *readSource(const SourceDesks &desks, const SourceSpec &spec, QObject *parent);

/// What a report has to be told before it can run: no default, and not nullable.
QList<Report::Parameter> neededParameters(const Report &report, const QHash<QString, QString> &given);
/// The people of a report's rows: by a column user_id, username or email, in this order; with reason, points, date and
/// description where columns are called so. RefusedHere when there is no column of people.
Result<SourcePeople> recipientsFrom(const ReportRows &rows);

} // namespace badgewright::people
