// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace badgewright::artwork {

/// A description as one reads it: without tags, entities resolved, blanks put together, <br> as QChar::LineSeparator.
struct ReadableText {
    struct Run {
        int start = 0;
        int length = 0;
        bool bold = false;
        bool italic = false;
        bool link = false;
    };
    QString text;
    QList<Run> runs; ///< the parts that do not look like the rest, in order
};
ReadableText readHtml(const QString &html);
inline QString readableText(const QString &html)
{
    return readHtml(html).text;
}

/// Element names and attributes in the text that a forum takes out when it shows it ("script", "style="), each once.
QStringList droppedHtml(const QString &html);
/// The text without them, as the forum shows it; everything else stays letter by letter.
QString keptHtml(const QString &html);

} // namespace badgewright::artwork
