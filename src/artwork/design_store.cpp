// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_store.h"

#include "support/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace badgewright::artwork {
namespace {

struct DesignStoreWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::DesignStore)
};

using Stage = DesignStore::Stage;

const QString kNewBadge = QStringLiteral("new-");
const QString kDesignSuffix = QStringLiteral(".json");
const QString kDraftSuffix = QStringLiteral(".draft.json");
const QString kPictureSuffix = QStringLiteral(".picture"); // not among the designs
constexpr qint64 kMostPictureRecord = 64 * 1024;

} // namespace

DesignStore::DesignStore(const QString &folder, const QString &forumId)
{
    // A forum's id is a UUID or "sample"; whatever else it might be must not lead out of the folder.
    const QString safe = QString::fromLatin1(forumId.toUtf8().toPercentEncoding({}, "."));
    if (!folder.isEmpty())
        m_folder = folder + u'/' + safe;
}

QString DesignStore::keyOf(BadgeId id)
{
    return QStringLiteral("badge-%1").arg(id);
}

QString DesignStore::newKey()
{
    return kNewBadge + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString DesignStore::path(const QString &key, Stage stage) const
{
    return m_folder + u'/' + key + (stage == Stage::Draft ? kDraftSuffix : kDesignSuffix);
}

QString DesignStore::picturePath(const QString &key) const
{
    return m_folder + u'/' + key + kPictureSuffix;
}

Result<Done> DesignStore::keep(const QString &key, Stage stage, const BadgeDesign &design)
{
    if (m_folder.isEmpty())
        return Done{};
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::File, DesignStoreWords::tr("The folder %1 could not be made.").arg(m_folder));
    return writeWholeFile(path(key, stage), designToJson(design));
}

Result<BadgeDesign> DesignStore::read(const QString &key, Stage stage) const
{
    if (!has(key, stage))
        return fail(ErrorKind::NotFound);
    QFile file(path(key, stage));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, DesignStoreWords::tr("%1 could not be read: %2.").arg(file.fileName(), file.errorString()));
    // One byte more than allowed tells a file that is too large without reading all of it.
    return designFromJson(file.read(design_limits::kLargestFile + 1));
}

bool DesignStore::has(const QString &key, Stage stage) const
{
    return !m_folder.isEmpty() && !key.isEmpty() && QFile::exists(path(key, stage));
}

QDateTime DesignStore::keptAt(const QString &key) const
{
    return has(key, Stage::InUse) ? QFileInfo(path(key, Stage::InUse)).lastModified() : QDateTime();
}

std::optional<DrawnPicture> DesignStore::picture(const QString &key) const
{
    if (m_folder.isEmpty() || key.isEmpty())
        return std::nullopt;
    QFile file(picturePath(key));
    return file.open(QIODevice::ReadOnly) ? DrawnPicture::fromJson(file.read(kMostPictureRecord)) : std::nullopt;
}

Result<Done> DesignStore::keepPicture(const QString &key, const DrawnPicture &picture)
{
    return m_folder.isEmpty() ? Result<Done>(Done{}) : writeWholeFile(picturePath(key), picture.toJson());
}

bool DesignStore::isDesignOf(const QString &key, const Badge &onForum) const
{
    if (!has(key, Stage::InUse))
        return false;
    const std::optional<DrawnPicture> drawn = picture(key);
    return !drawn || drawn->isShownBy(onForum);
}

void DesignStore::remove(const QString &key, Stage stage)
{
    if (has(key, stage))
        QFile::remove(path(key, stage));
    if (stage == Stage::InUse && !m_folder.isEmpty() && !key.isEmpty())
        QFile::remove(picturePath(key));
}

void DesignStore::setAside(const QString &key, Stage stage)
{
    if (!has(key, stage))
        return;
    const QString aside = path(key, stage) + QStringLiteral(".unreadable");
    QFile::remove(aside);
    QFile::rename(path(key, stage), aside);
    if (stage == Stage::InUse)
        QFile::remove(picturePath(key));
}

void DesignStore::move(const QString &key, const QString &to)
{
    // Where there is nothing to move, nothing is replaced: it may have been moved before.
    if (key == to || (!has(key, Stage::InUse) && !has(key, Stage::Draft)))
        return;
    for (const Stage stage : {Stage::InUse, Stage::Draft}) {
        remove(to, stage);
        if (has(key, stage))
            QFile::rename(path(key, stage), path(to, stage));
    }
    if (!m_folder.isEmpty())
        QFile::rename(picturePath(key), picturePath(to));
}

QStringList DesignStore::keys(const QString &beginning) const
{
    QStringList found;
    if (m_folder.isEmpty())
        return found;
    const QStringList files = QDir(m_folder).entryList({beginning + u'*' + kDesignSuffix}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (!file.endsWith(kDraftSuffix))
            found << file.chopped(kDesignSuffix.size());
    }
    return found;
}

QList<DesignStore::Loose> DesignStore::loose(const QStringList &inUse) const
{
    QList<Loose> found;
    QStringList seen = inUse;
    if (m_folder.isEmpty())
        return found;
    const QStringList files = QDir(m_folder).entryList({kNewBadge + u'*' + kDesignSuffix}, QDir::Files, QDir::Time);
    for (const QString &file : files) {
        QString key = file;
        key.chop(key.endsWith(kDraftSuffix) ? kDraftSuffix.size() : kDesignSuffix.size());
        if (seen.contains(key))
            continue;
        seen.append(key);
        const Result<BadgeDesign> design = read(key, has(key, Stage::Draft) ? Stage::Draft : Stage::InUse);
        if (design)
            found.append({key, design->title});
    }
    return found;
}

} // namespace badgewright::artwork
