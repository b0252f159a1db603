// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace badgewright::people {

struct DecodedText {
    QByteArray utf8; ///< without a byte order mark, line ends as LF
    QString encoding;
    /// Where in `utf8` the lines begin that were read as Windows-1252 although others are in UTF-8.
    QList<qsizetype> oddLines;
};

/// The bytes of a text file as UTF-8. What was put together from several files may change its encoding from line to
/// line: a line that is no UTF-8 is read as Windows-1252. RefusedHere with a sentence that says what to do, when they are no text.
Result<DecodedText> decodeText(const QByteArray &bytes);

} // namespace badgewright::people
