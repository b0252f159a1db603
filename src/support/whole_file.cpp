// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace badgewright {

namespace {

QString notWritten(const QString &path, const QString &why)
{
    return QCoreApplication::translate("WholeFile", "%1 could not be written: %2.").arg(path, why);
}

} // namespace

Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    // A device or a pipe is written to; putting a file in its place would take it from everybody.
    if (const QFileInfo there(path); there.exists() && !there.isFile()) {
        QFile device(path);
        if (there.isDir() || !device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || device.write(bytes) != bytes.size())
            return fail(ErrorKind::File, notWritten(path, there.isDir() ? QCoreApplication::translate("WholeFile", "it is a folder") : device.errorString()));
        return Done{};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::File, notWritten(path, file.errorString()));
    return Done{};
}

Result<Done> openPlainFile(QFile *file)
{
    const QFileInfo there(file->fileName());
    if (there.isSymLink() && !there.exists())
        return fail(ErrorKind::File, QCoreApplication::translate("WholeFile", "it is a link to a file that is not there"));
    if (there.isDir())
        return fail(ErrorKind::File, QCoreApplication::translate("WholeFile", "it is a folder"));
    if (there.exists() && !there.isFile())
        return fail(ErrorKind::File, QCoreApplication::translate("WholeFile", "it is no file, but a pipe or a device"));
    if (!file->open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, file->errorString());
    return Done{};
}

Result<QByteArray> readWholeFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened)
        return fail(opened.error());
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return fail(Error::refusedHere(QCoreApplication::translate("WholeFile", "The file is too large.")));
    return bytes;
}

QString placeOfForum(const QString &folder, const QString &forumId)
{
    if (folder.isEmpty() || forumId.isEmpty())
        return {};
    return folder + u'/' + QString::fromLatin1(forumId.toUtf8().toPercentEncoding({}, "."));
}

} // namespace badgewright
