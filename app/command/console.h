// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QString>
#include <QStringList>

namespace badgewright {

/// Where commands write: results to standard output, everything else to standard error, secrets taken out of both.
class Console
{
public:
    static void line(const QString &text);
    /// As it is, to standard output: a file that somebody asked for.
    static void bytes(const QByteArray &bytes);
    static void note(const QString &text);
    /// A line of progress on standard error; on a terminal it overwrites the one before. Elsewhere, in the log of a script
    /// say, there is one every two seconds at most and none twice; a remark that is new is written at once.
    static void progress(const QString &text, const QString &remark = {});
    static void json(const QJsonDocument &document);
    /// Columns padded to their widest cell; the last one is not.
    static void table(const QStringList &head, const QList<QStringList> &rows);
    /// Asks at the terminal; false when there is none.
    static bool ask(const QString &question, QString *answer);
    static bool hasTerminal();
    /// Why standard output did not take everything (a full disk); empty when it did.
    static QString outputTrouble();
};

} // namespace badgewright
