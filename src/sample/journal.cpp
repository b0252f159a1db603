// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/journal.h"

#include <QDir>
#include <QFileInfo>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace badgewright::sample {

namespace {

bool waitForDisk(int handle)
{
#ifdef _WIN32
    return _commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const QString &file, const std::function<bool(const std::string &)> &replay)
{
    std::unique_ptr<Journal> journal(new Journal);
    if (file.isEmpty())
        return journal;
    QDir().mkpath(QFileInfo(file).absolutePath());
    journal->m_lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    journal->m_lock->setStaleLockTime(0); // held for days; only a dead holder makes it stale
    if (!journal->m_lock->tryLock(200))
        return fail(ErrorKind::Storage, QStringLiteral("The sample forum is open in another window: %1").arg(file));
    journal->m_file = std::make_unique<QFile>(file);
    if (!journal->m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(ErrorKind::Storage, QStringLiteral("%1: %2").arg(file, journal->m_file->errorString()));
    journal->m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);

    const QByteArray all = journal->m_file->readAll();
    qsizetype whole = 0;
    while (whole < all.size()) {
        const qsizetype end = all.indexOf('\n', whole);
        if (end < 0)
            break;
        if (!replay(all.mid(whole, end - whole).toStdString()))
            return fail(ErrorKind::Storage, QStringLiteral("%1 is not a state of the sample forum.").arg(file));
        whole = end + 1;
        journal->m_empty = false;
    }
    if (whole < all.size() && !journal->m_file->resize(whole))
        return fail(ErrorKind::Storage, QStringLiteral("%1: %2").arg(file, journal->m_file->errorString()));
    journal->m_file->seek(whole);
    return journal;
}

bool Journal::append(const std::string &line)
{
    if (!m_file)
        return true;
    const qint64 before = m_file->pos();
    const QByteArray bytes = QByteArray::fromStdString(line) + '\n';
    if (m_file->write(bytes) == bytes.size() && waitForDisk(m_file->handle())) {
        m_empty = false;
        return true;
    }
    m_file->resize(before); // half a line would spoil the next one
    m_file->seek(before);
    return false;
}

} // namespace badgewright::sample
