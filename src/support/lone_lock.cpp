// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lone_lock.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLockFile>

namespace badgewright {

namespace {

/// A program that was killed between making the file and writing into it leaves one that names nobody, and that would
/// never be taken for a dead one's. Removing fails while somebody has it open; a moment is left to who is just writing.
bool isLeftUnwritten(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program)
        && QFileInfo(lock.fileName()).lastModified().msecsTo(QDateTime::currentDateTimeUtc()) > 1000;
}

} // namespace

bool takeLock(QLockFile &lock)
{
    lock.setStaleLockTime(0); // it may be held for hours; a lock whose program is gone is still noticed
    return lock.tryLock() || (isLeftUnwritten(lock) && lock.removeStaleLockFile() && lock.tryLock());
}

} // namespace badgewright
