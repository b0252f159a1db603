// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/folder_pictures.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace badgewright::artwork {

namespace {

struct FolderPicturesWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::FolderPictures)
};

constexpr std::array kPictureEndings{"png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "svg", "bmp", "tif", "tiff", "ico", "heic", "heif", "avif"};
constexpr qsizetype kNamed = 5; // folders and links that a remark names

QString listOf(const QStringList &names)
{
    const QString some = names.mid(0, kNamed).join(QStringLiteral(", "));
    return names.size() > kNamed ? FolderPicturesWords::tr("%1 and %n more", nullptr, int(names.size() - kNamed)).arg(some) : some;
}

/// Pictures with names in another encoding, as old archives and cards leave them: QDir does not list them at all.
int unreadableNames(const QString &folder)
{
    int count = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator it(std::filesystem::path(QFile::encodeName(folder).toStdString()), error), end; !error && it != end; it.increment(error)) {
        const QByteArray name = QByteArray::fromStdString(it->path().filename().string());
        count += QFile::encodeName(QFile::decodeName(name)) != name && isPictureName(QString::fromLatin1(name));
    }
    return count;
}

class FolderWalk
{
public:
    FolderWalk(const QString &folder, const FolderLimits &limits, SetProgressPtr progress)
        : m_root(QFileInfo(folder).canonicalFilePath()), m_limits(limits), m_progress(std::move(progress)), m_order(QLocale(QLocale::English)) // the C locale knows no numbers
    {
        m_order.setNumericMode(true); // badge 9 before badge 10
    }

    Result<FolderPictures> walk()
    {
        look({}, 0);
        if (m_calledOff)
            return fail(ErrorKind::Cancelled);
        if (m_seen > m_limits.files) {
            return fail(Error::refusedHere(FolderPicturesWords::tr("There are more than %L1 files in the folder “%2” and those in it. Choose the one that has the pictures.")
                                               .arg(m_limits.files)
                                               .arg(QFileInfo(m_root).fileName())));
        }
        if (!m_tooDeep.isEmpty())
            m_found.remarks << FolderPicturesWords::tr("Folders that lie too deep were not looked into: %1.").arg(listOf(m_tooDeep));
        if (m_unnamed > 0)
            m_found.remarks << FolderPicturesWords::tr("%n picture(s) were left out: their names hold characters that cannot be read. Rename them.", nullptr, m_unnamed);
        if (!m_unreadable.isEmpty())
            m_found.remarks << FolderPicturesWords::tr("These folders cannot be read: %1.").arg(listOf(m_unreadable));
        if (!m_leadOut.isEmpty())
            m_found.remarks << FolderPicturesWords::tr("Links to folders elsewhere were not followed: %1.").arg(listOf(m_leadOut));
        QStringList unseen;
        for (const Link &link : std::as_const(m_links)) {
            if (!m_looked.contains(link.target))
                unseen << link.name;
        }
        if (!unseen.isEmpty())
            m_found.remarks << FolderPicturesWords::tr("These links lead to folders that were not looked into: %1.").arg(listOf(unseen));
        return std::move(m_found);
    }

private:
    bool isInside(const QString &path) const { return path == m_root || path.startsWith(m_root.endsWith(u'/') ? m_root : m_root + u'/'); }

    void look(const QString &below, int depth)
    {
        const QDir dir(below.isEmpty() ? m_root : m_root + u'/' + below);
        if (!dir.isReadable()) {
            m_unreadable << below;
            return;
        }
        m_looked.insert(dir.path());
        m_unnamed += unreadableNames(dir.path());
        // With System also links whose file is gone.
        QStringList names = dir.entryList(QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot);
        m_seen += names.size();
        m_calledOff = m_calledOff || (m_progress && !m_progress->wanted);
        if (m_calledOff || m_seen > m_limits.files)
            return;
        std::sort(names.begin(), names.end(), m_order);
        QStringList folders;
        for (const QString &name : std::as_const(names)) {
            const QString whole = below.isEmpty() ? name : below + u'/' + name;
            const QFileInfo info(dir, name);
            const bool isLink = info.isSymLink() || info.isJunction();
            // What counts is where it really lies.
            const bool leadsOut = isLink && !info.canonicalFilePath().isEmpty() && !isInside(info.canonicalFilePath());
            if (info.isDir()) {
                // One that stays inside is read where it really lies; so no way leads round in a circle.
                if (leadsOut)
                    m_leadOut << whole;
                else if (isLink)
                    m_links << Link{whole, info.canonicalFilePath()};
                else
                    folders << whole;
            } else if (!isPictureName(name)) {
                if (m_found.others++ < kNamed)
                    m_found.otherNames << whole;
            } else if (leadsOut) {
                m_found.files << FolderPictures::File{{}, whole, FolderPicturesWords::tr("This is a link that leads out of the folder, so it was not read.")};
            } else {
                m_found.files << FolderPictures::File{isLink && info.exists() ? info.canonicalFilePath() : info.absoluteFilePath(), whole, {}};
            }
        }
        for (const QString &folder : std::as_const(folders)) {
            if (depth >= m_limits.depth)
                m_tooDeep << folder;
            else
                look(folder, depth + 1);
        }
    }

    struct Link {
        QString name;
        QString target;
    };

    QString m_root;
    FolderLimits m_limits;
    SetProgressPtr m_progress;
    QCollator m_order;
    FolderPictures m_found;
    qsizetype m_seen = 0;
    int m_unnamed = 0;
    bool m_calledOff = false;
    QStringList m_tooDeep;
    QStringList m_unreadable;
    QStringList m_leadOut;
    QList<Link> m_links; ///< to folders inside
    QSet<QString> m_looked; ///< folders, by where they lie
};

} // namespace

bool isPictureName(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return std::any_of(kPictureEndings.begin(), kPictureEndings.end(), [&](const char *one) { return ending == QLatin1String(one); });
}

Result<FolderPictures> FolderPictures::of(const QString &folder, const FolderLimits &limits, const SetProgressPtr &progress)
{
    if (!QDir(folder).isReadable())
        return fail(ErrorKind::File, FolderPicturesWords::tr("The folder %1 cannot be read.").arg(folder));
    return FolderWalk(folder, limits, progress).walk();
}

} // namespace badgewright::artwork
