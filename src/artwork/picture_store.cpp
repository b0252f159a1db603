// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_store.h"

#include "support/whole_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace badgewright::artwork {
namespace {

const QString kStoredSuffix = QStringLiteral(".picture"); // opens with nothing

QFileInfoList newestFirst(const QString &folder)
{
    return QDir(folder).entryInfoList({u'*' + kStoredSuffix}, QDir::Files | QDir::NoSymLinks, QDir::Time);
}

qint64 bytesOf(const QFileInfoList &files)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : files)
        bytes += file.size();
    return bytes;
}

} // namespace

PictureStore::PictureStore(const QString &folder, const QString &forumId, qint64 mostBytes) : m_mostBytes(mostBytes)
{
    m_folder = placeOfForum(folder, forumId);
}

QString PictureStore::path(const QUrl &url) const
{
    const QByteArray name = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(name) + kStoredSuffix;
}

std::optional<PictureStore::Kept> PictureStore::find(const QUrl &url) const
{
    if (!keeps())
        return std::nullopt;
    QFile file(path(url));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // One byte more than allowed tells a file that is too large without reading all of it.
    Kept kept{file.read(kLargest + 1), file.fileTime(QFileDevice::FileModificationTime).toUTC().date()};
    return kept.bytes.isEmpty() || kept.bytes.size() > kLargest ? std::nullopt : std::optional(kept);
}

bool PictureStore::has(const QUrl &url) const
{
    return keeps() && QFile::exists(path(url));
}

Result<Done> PictureStore::keep(const QUrl &url, const QByteArray &bytes, const QDateTime &now) const
{
    if (!keeps() || bytes.isEmpty() || bytes.size() > qMin(kLargest, m_mostBytes))
        return Done{};
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::File, m_folder);
    const QString file = path(url);
    if (const Result<Done> written = writeWholeFile(file, bytes); !written)
        return written;
    if (QFile stamp(file); stamp.open(QIODevice::ReadWrite))
        stamp.setFileTime(now, QFileDevice::FileModificationTime);
    throwOutOldest(file);
    return Done{};
}

void PictureStore::throwOutOldest(const QString &butNot) const
{
    QFileInfoList files = newestFirst(m_folder);
    qint64 bytes = bytesOf(files);
    while (bytes > m_mostBytes && !files.isEmpty()) {
        const QFileInfo oldest = files.takeLast();
        if (oldest.fileName() != QFileInfo(butNot).fileName() && QFile::remove(oldest.filePath()))
            bytes -= oldest.size();
    }
}

void PictureStore::forget(const QUrl &url) const
{
    if (keeps())
        QFile::remove(path(url));
}

qint64 PictureStore::roomLeft() const
{
    return keeps() ? qMax<qint64>(0, m_mostBytes / 4 * 3 - bytesOf(newestFirst(m_folder))) : 0;
}

void PictureStore::removeAll() const
{
    if (keeps())
        QDir(m_folder).removeRecursively();
}

bool PictureStore::namesItsContent(const QUrl &url)
{
    static const QRegularExpression upload(QStringLiteral("/original/(?:[^/]+/)*[0-9a-f]{40}\\.[A-Za-z0-9]+$"));
    return !url.hasQuery() && upload.match(url.path()).hasMatch();
}

} // namespace badgewright::artwork
