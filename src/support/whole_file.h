// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace badgewright {

/// Writes a whole file or leaves what was there; a device or a pipe is written to. File: the sentence that says why not.
Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes);
/// Opens for reading what can come to an end. File: it cannot be read, and why, without its name: a pipe or a device is not
/// opened, for whoever waits for it could not be called off.
Result<Done> openPlainFile(QFile *file);
/// As openPlainFile. RefusedHere: it has more than `most` bytes, of which no more are read
/// than show that.
Result<QByteArray> readWholeFile(const QString &path, qint64 most);

/// Where a folder of all forums keeps what is of one. A forum's id is a UUID or "sample"; whatever else it might be does not lead
/// out of the folder. Empty where either is.
QString placeOfForum(const QString &folder, const QString &forumId);

} // namespace badgewright
