// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"

namespace badgewright::people {

/// How a source goes together with what stands before it.
enum class SetOperator {
    Also,    ///< and also these
    OnlyIn,  ///< only those who are also in it
    Without, ///< without those who are in it
};

/// "people.csv" and "holders of Apex" in one: "people.csv, without holders of Apex". With nothing before, `name` alone.
QString joinedName(const QString &before, SetOperator how, const QString &name);

/// The people of one source, matched.
struct MatchedSet {
    SetOperator how = SetOperator::Also;
    QString name; ///< of the source, for sentences
    QList<Match> matches;
};

struct CombinedPeople {
    QList<Match> matches;
    QStringList remarks; ///< sentences about people of a set whom it could not be told by, and how others were found
};

/// Puts sets together, one after the other from the first, whose operator does not count. It is done with accounts, after
/// matching: that "bobby", his mail address and number 12 are one person, only the forum knows.
///
/// Rows keep their order and what they say (reason, points, date, description), also several rows of one person in one
/// set: whether that is once too often the planner judges. Also leaves out who is there already, so that the first row
/// that names a person counts. Rows of added sets are numbered on from those before them, so that a number is one row.
///
/// A row without an account is a question that is still open. It stays, whatever the set: nothing happens to it until it
/// has an account, and then the sets are put together anew. Two open rows are the same when they say the same. An open row
/// of a set that leaves people out, or only lets some in, is remarked on: it may be a slip.
///
/// RefusedHere: a set that leaves people out, or only lets some in, has rows that could not be asked. Guessing there would
/// give a badge to somebody who is to have none.
Result<CombinedPeople> combined(const QList<MatchedSet> &sets);

} // namespace badgewright::people
