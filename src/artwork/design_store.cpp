// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_store.h"

#include "support/whole_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
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

std::optional<DrawnPicture> drawnPictureIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? DrawnPicture::fromJson(file.read(kMostPictureRecord)) : std::nullopt;
}

DesignStore::Stamp stampOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? DesignStore::Stamp{file.lastModified(), file.size()} : DesignStore::Stamp();
}

} // namespace

struct DesignStore::Memory {
    std::optional<QSet<QString>> files; ///< their paths; none: not looked yet
    QHash<QString, std::optional<DrawnPicture>> pictures; ///< by path
    QHash<QString, Stamp> written; ///< by this program, as they were then; by path
};

DesignStore::DesignStore(const QString &folder, const QString &forumId) : m_memory(std::make_shared<Memory>())
{
    m_folder = placeOfForum(folder, forumId);
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

void DesignStore::lookAgain()
{
    m_memory->files.reset();
    m_memory->pictures.clear();
}

bool DesignStore::remembers(const QString &path) const
{
    if (!m_memory->files) {
        m_memory->files.emplace();
        const QFileInfoList all = QDir(m_folder).entryInfoList(QDir::Files);
        for (const QFileInfo &file : all)
            m_memory->files->insert(m_folder + u'/' + file.fileName());
    }
    return m_memory->files->contains(path);
}

Result<Done> DesignStore::write(const QString &path, const QByteArray &bytes)
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::File, DesignStoreWords::tr("The folder %1 could not be made.").arg(m_folder));
    const Result<Done> written = writeWholeFile(path, bytes);
    if (written) {
        m_memory->written.insert(path, stampOf(path));
        m_memory->pictures.remove(path);
        if (m_memory->files)
            m_memory->files->insert(path);
    }
    return written;
}

void DesignStore::removeFile(const QString &path)
{
    QFile::remove(path);
    m_memory->written.remove(path);
    m_memory->pictures.remove(path);
    if (m_memory->files)
        m_memory->files->remove(path);
}

void DesignStore::renameFile(const QString &path, const QString &to)
{
    if (!QFile::rename(path, to))
        return;
    m_memory->written.remove(to);
    if (m_memory->written.contains(path))
        m_memory->written.insert(to, m_memory->written.take(path));
    lookAgain();
}

DesignStore::Stamp DesignStore::stamp(const QString &key, Stage stage) const
{
    return m_folder.isEmpty() || key.isEmpty() ? Stamp() : stampOf(path(key, stage));
}

/// Written by another since it was seen. One that is gone takes nobody's work away.
bool DesignStore::isSomebodyElses(const QString &path, const std::optional<Stamp> &seen) const
{
    if (!seen)
        return false;
    const Stamp now = stampOf(path);
    return now.modified.isValid() && now != *seen && now != m_memory->written.value(path);
}

Result<Done> DesignStore::keep(const QString &key, Stage stage, const BadgeDesign &design, const std::optional<Stamp> &seen)
{
    if (m_folder.isEmpty())
        return Done{};
    const QString file = path(key, stage);
    if (isSomebodyElses(file, seen))
        return fail(ErrorKind::Conflict, DesignStoreWords::tr("Another Badgewright has changed it since it was opened here, and that one stays. Save yours as a file, then open the design again."));
    return write(file, designToJson(design));
}

Result<BadgeDesign> DesignStore::read(const QString &key, Stage stage) const
{
    if (m_folder.isEmpty() || key.isEmpty())
        return fail(ErrorKind::NotFound);
    QFile file(path(key, stage));
    if (!file.exists())
        return fail(ErrorKind::NotFound);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, DesignStoreWords::tr("%1 could not be read: %2.").arg(file.fileName(), file.errorString()));
    // One byte more than allowed tells a file that is too large without reading all of it.
    return designFromJson(file.read(design_limits::kLargestFile + 1));
}

bool DesignStore::isThere(const QString &key, Stage stage) const
{
    return !m_folder.isEmpty() && !key.isEmpty() && QFile::exists(path(key, stage));
}

QDateTime DesignStore::keptAt(const QString &key) const
{
    return isThere(key, Stage::InUse) ? QFileInfo(path(key, Stage::InUse)).lastModified() : QDateTime();
}

bool DesignStore::has(const QString &key, Stage stage) const
{
    return !m_folder.isEmpty() && !key.isEmpty() && remembers(path(key, stage));
}

std::optional<DrawnPicture> DesignStore::picture(const QString &key) const
{
    const QString path = picturePath(key);
    if (m_folder.isEmpty() || key.isEmpty() || !remembers(path))
        return std::nullopt;
    if (const auto known = m_memory->pictures.constFind(path); known != m_memory->pictures.cend())
        return *known;
    return *m_memory->pictures.insert(path, drawnPictureIn(path));
}

Result<Done> DesignStore::keepPicture(const QString &key, const DrawnPicture &picture)
{
    return m_folder.isEmpty() ? Result<Done>(Done{}) : write(picturePath(key), picture.toJson());
}

bool DesignStore::isDesignOf(const QString &key, const Badge &onForum) const
{
    if (!isThere(key, Stage::InUse))
        return false;
    const std::optional<DrawnPicture> drawn = drawnPictureIn(picturePath(key));
    return !drawn || drawn->isShownBy(onForum);
}

void DesignStore::remove(const QString &key, Stage stage, const std::optional<Stamp> &seen)
{
    if (m_folder.isEmpty() || key.isEmpty() || isSomebodyElses(path(key, stage), seen))
        return;
    removeFile(path(key, stage));
    if (stage == Stage::InUse)
        removeFile(picturePath(key));
}

void DesignStore::setAside(const QString &key, Stage stage)
{
    if (!isThere(key, stage))
        return;
    const QString aside = path(key, stage) + QStringLiteral(".unreadable");
    QFile::remove(aside);
    renameFile(path(key, stage), aside);
    if (stage == Stage::InUse)
        removeFile(picturePath(key));
}

void DesignStore::move(const QString &key, const QString &to)
{
    // Where there is nothing to move, nothing is replaced: it may have been moved before.
    if (key == to || (!isThere(key, Stage::InUse) && !isThere(key, Stage::Draft)))
        return;
    for (const Stage stage : {Stage::InUse, Stage::Draft}) {
        removeFile(path(to, stage));
        if (isThere(key, stage))
            renameFile(path(key, stage), path(to, stage));
    }
    removeFile(picturePath(to));
    renameFile(picturePath(key), picturePath(to));
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
        const Result<BadgeDesign> design = read(key, isThere(key, Stage::Draft) ? Stage::Draft : Stage::InUse);
        if (design)
            found.append({key, design->title});
    }
    return found;
}

} // namespace badgewright::artwork
