// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/drawn_picture.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace badgewright::artwork {
namespace {

const QString kSum = QStringLiteral("sha256");
const QString kBytes = QStringLiteral("bytes");
const QString kUpload = QStringLiteral("upload");
const QString kAddress = QStringLiteral("address");
const QString kAwaited = QStringLiteral("awaited");

QByteArray sumOf(const QByteArray &file)
{
    return QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex();
}

} // namespace

bool ForumPicture::isSame(const ForumPicture &other) const
{
    // Addresses change when a forum moves its uploads to another store; their numbers do not.
    if (uploadId > 0 && other.uploadId > 0)
        return uploadId == other.uploadId;
    return url == other.url;
}

DrawnPicture DrawnPicture::of(const QByteArray &file)
{
    DrawnPicture drawn;
    drawn.checksum = sumOf(file);
    drawn.bytes = file.size();
    return drawn;
}

bool DrawnPicture::isFile(const QByteArray &file) const
{
    return file.size() == bytes && sumOf(file) == checksum;
}

bool DrawnPicture::isShownBy(const Badge &badge) const
{
    const ForumPicture shown = ForumPicture::of(badge);
    return !shown.url.isEmpty() && shown.isSame(onForum) != awaited;
}

QByteArray DrawnPicture::toJson() const
{
    const QJsonObject object{{kSum, QString::fromLatin1(checksum)},
                             {kBytes, bytes},
                             {kUpload, qint64(onForum.uploadId)},
                             {kAddress, onForum.url.toString(QUrl::FullyEncoded)},
                             {kAwaited, awaited}};
    return QJsonDocument(object).toJson();
}

std::optional<DrawnPicture> DrawnPicture::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    DrawnPicture drawn;
    drawn.checksum = object.value(kSum).toString().toLatin1();
    if (drawn.checksum.isEmpty())
        return std::nullopt;
    drawn.bytes = object.value(kBytes).toInteger();
    drawn.onForum = {UploadId(object.value(kUpload).toInteger()), QUrl(object.value(kAddress).toString())};
    drawn.awaited = object.value(kAwaited).toBool();
    return drawn;
}

} // namespace badgewright::artwork
