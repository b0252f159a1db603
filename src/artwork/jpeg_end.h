// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace badgewright::artwork {

/// Whether the data of a JPEG ends before its last row, although an end is marked: decoders fill up with grey, and Qt says
/// nothing of it. About 30 ms for 12 megapixels; one that cannot be read at all is not this function's to judge.
bool jpegEndsEarly(const QByteArray &bytes);

} // namespace badgewright::artwork
