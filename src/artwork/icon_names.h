// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace badgewright::artwork {

/// The symbol's name in what people write after old habit: "fa-star", "fas fa-star", "far fa-star".
QString iconNameOf(const QString &written);

/// What a word of everyday English may be made of: "helping", "helped" and "helpers" of "help". The likeliest first, never the
/// word itself, and none where it has no ending that is known.
QStringList wordStems(const QString &word);

/// Icons that stand for a word of everyday English ("trophy", "colour", "soccer"), or that an icon of that name is called
/// now ("cog": "gear"). From a table of our own; whether a forum has them is not said. The likeliest first, never the word itself.
QStringList iconsMeaning(const QString &word);

/// Those of `known` that come near to a name that the forum does not have: renamed, of the same meaning, with the same
/// beginning, of the same stem, or a slip of the keys away. The nearest first.
QStringList nearestIcons(const QString &wrong, const QStringList &known, int most = 5);

} // namespace badgewright::artwork
