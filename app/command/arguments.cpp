// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/arguments.h"

#include "app/command/console.h"
#include "app/command/exit_status.h"

#include <QRegularExpression>

namespace badgewright {

std::optional<int> parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments)
{
    parser.addHelpOption();
    // Not process(): it ends the program with 1 on wrong usage, which here means that rows failed.
    const bool ok = parser.parse(QStringList{(QStringLiteral("badgewright ") + command).trimmed()} + arguments);
    if (parser.isSet(QStringLiteral("help"))) {
        // The parser names the program by its path, or not at all before there is one; the word of the command it leaves out.
        QString help = parser.helpText().trimmed();
        help.replace(QRegularExpression(QStringLiteral("^Usage: \\S+")),
                     QStringLiteral("Usage: ") + (QStringLiteral("badgewright ") + command).trimmed());
        Console::line(help);
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
