// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include <optional>

namespace badgewright {

/// Parses, and answers --help and unknown options itself: then a status, with which the program ends.
std::optional<int> parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments);
/// Says the sentence and where help is; the status of wrong usage.
int usage(const QString &sentence);

} // namespace badgewright
