// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"

namespace badgewright::people {

/// How many have no account: nobody was found, several fit, or it could not be asked.
int parkedCount(const QList<Match> &matches);

/// Those as a table for later, when they have joined or are better known: guessMapping reads it back row for row, with
/// e-mail address, name, reason, points, date and description where any row has them. The column "problem" says why each
/// waits; it is for people and not read back. Only the heading when nobody is to wait.
///
/// `reasonTitle` is what the column of reasons was called by who chose it; it keeps that title, with or without reasons in
/// it, so that it can be chosen by it again. Otherwise it is called "reason".
QByteArray parkedCsv(const QList<Match> &matches, const QString &reasonTitle = {});

} // namespace badgewright::people
