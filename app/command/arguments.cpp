// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/arguments.h"

#include "app/command/console.h"
#include "app/command/exit_status.h"

namespace badgewright {

std::optional<int> parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments)
{
    parser.addHelpOption();
    // Not process(): it ends the program with 1 on wrong usage, which here means that rows failed.
    const bool ok = parser.parse(QStringList{(QStringLiteral("badgewright ") + command).trimmed()} + arguments);
    if (parser.isSet(QStringLiteral("help"))) {
        Console::line(parser.helpText().trimmed());
        return kAllDone;
    }
    if (!ok)
        return usage(parser.errorText());
    return std::nullopt;
}

int usage(const QString &sentence)
{
    Console::note(sentence + QStringLiteral(" See --help."));
    return kUsage;
}

} // namespace badgewright
