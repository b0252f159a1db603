// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QString>

namespace badgewright::people {

struct DecodedText {
    QByteArray utf8; ///< without a byte order mark, line ends as LF
    QString encoding;
};

/// The bytes of a text file as UTF-8. RefusedHere with a sentence that says what to do, when they are no text.
Result<DecodedText> decodeText(const QByteArray &bytes);

} // namespace badgewright::people
