// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_store.h"

#include "support/whole_file.h"
#include "ui/badges/draft_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using artwork::SetPicture;

namespace {

struct ImportStoreWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::ImportStore)
};

constexpr qint64 kLargestImport = 32 * 1024 * 1024;
constexpr qint64 kLargestSet = 64 * 1024 * 1024;
constexpr qint64 kLargestPicture = 64 * 1024 * 1024;
const QString kImport = u"import.json"_s;
const QString kPictureSuffix = u".picture"_s;

QString keyOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(40));
}

bool isKey(const QString &key)
{
    return key.size() == 40 && std::all_of(key.cbegin(), key.cend(), [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); });
}

/// Writes pictures beside each other, each once, and remembers which.
class PictureFolder
{
public:
    /// `whole`: those that need not be looked at again, which becomes more.
    PictureFolder(const QString &folder, QSet<QString> *whole) : m_folder(folder), m_whole(whole) {}
    QString keep(const QByteArray &bytes)
    {
        QString &key = m_known[bytes.constData()]; // what is sent is often the file itself
        if (!key.isEmpty())
            return key;
        key = keyOf(bytes);
        names.insert(key + kPictureSuffix);
        const QString path = m_folder + u'/' + key + kPictureSuffix;
        if (isThere(path, key, bytes))
            return key;
        if (const Result<Done> written = writeWholeFile(path, bytes); written)
            m_whole->insert(key);
        else if (result)
            result = written;
        return key;
    }

    QSet<QString> names;
    Result<Done> result = Done{};

private:
    /// What an earlier session left may be damaged, and is read once.
    bool isThere(const QString &path, const QString &key, const QByteArray &bytes)
    {
        if (!QFileInfo::exists(path) || QFileInfo(path).size() != bytes.size())
            return false;
        if (m_whole->contains(key))
            return true;
        const Result<QByteArray> there = readWholeFile(path, kLargestPicture);
        if (!there || *there != bytes)
            return false;
        m_whole->insert(key);
        return true;
    }

    QString m_folder;
    QSet<QString> *m_whole;
    QHash<const char *, QString> m_known;
};

} // namespace

ImportStore::ImportStore(const QString &folder, const QString &forumId)
{
    if (const QString drafts = DraftStore(folder, forumId).folder(); !drafts.isEmpty())
        m_folder = drafts + u"/import"_s;
}

Result<Done> ImportStore::write(const KeptImport &kept, quint64 set, Written *written) const
{
    if (!keeps())
        return Done{};
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::File, ImportStoreWords::tr("The folder %1 could not be made.").arg(m_folder));
    if (written->set != set || written->setFile.isEmpty() || !QFile::exists(path(written->setFile))) {
        PictureFolder pictures(m_folder, &written->whole);
        const QByteArray json = importedSetToJson(kept.set, [&pictures](const QByteArray &bytes) { return pictures.keep(bytes); });
        if (!pictures.result)
            return pictures.result;
        if (json.size() > kLargestSet)
            return fail(ErrorKind::File, ImportStoreWords::tr("It has too much text."));
        const QString file = u"set-%1.json"_s.arg(keyOf(json));
        if (const Result<Done> done = writeWholeFile(path(file), json); !done)
            return done;
        written->set = set;
        written->setFile = file;
        written->pictures = QStringList(pictures.names.cbegin(), pictures.names.cend());
    }
    PictureFolder chosen(m_folder, &written->whole);
    const QByteArray json = importToJson(kept, written->setFile, [&chosen](const QByteArray &bytes) { return chosen.keep(bytes); });
    if (!chosen.result)
        return chosen.result;
    if (json.size() > kLargestImport)
        return fail(ErrorKind::File, ImportStoreWords::tr("It has too much text."));
    if (const Result<Done> done = writeWholeFile(path(kImport), json); !done)
        return done;
    // What nothing names any more goes last.
    const QSet<QString> named = chosen.names + QSet<QString>(written->pictures.cbegin(), written->pictures.cend()) + QSet<QString>{kImport, written->setFile};
    const QStringList files = QDir(m_folder).entryList({u"set-*.json"_s, u'*' + kPictureSuffix}, QDir::Files);
    for (const QString &file : files) {
        if (!named.contains(file))
            QFile::remove(path(file));
    }
    return Done{};
}

void ImportStore::remove() const
{
    if (!keeps())
        return;
    QFile::remove(path(kImport)); // first: without it the others are nothing
    QDir(m_folder).removeRecursively();
}

Result<QByteArray> ImportStore::readImport() const
{
    if (!keeps() || !QFile::exists(path(kImport)))
        return fail(ErrorKind::NotFound);
    return readWholeFile(path(kImport), kLargestImport);
}

ImportStore::Found ImportStore::look() const
{
    const Result<QByteArray> json = readImport();
    if (!json && json.error().kind == ErrorKind::NotFound)
        return {};
    const Result<ImportOnFile> file = json.and_then([](const QByteArray &bytes) { return importFromJson(bytes, {}); });
    if (file)
        return {file->badges, {}, false, file->kept.run};
    return {0, file.error().detail, json && file.error().kind == ErrorKind::RefusedHere};
}

Result<KeptImport> ImportStore::read(const artwork::SetReading &reading, const artwork::SetProgressPtr &progress) const
{
    QHash<QString, std::optional<SetPicture>> known; // several badges may share one
    bool calledOff = false;
    const FindPicture find = [&](const Picture &file, const QString &fileKey, const Picture &upload, const QString &uploadKey) -> std::optional<SetPicture> {
        calledOff = calledOff || (progress && !progress->wanted);
        if (calledOff)
            return std::nullopt;
        const QString both = fileKey + uploadKey;
        if (!known.contains(both))
            known.insert(both, findPicture(file, fileKey, upload, uploadKey, reading));
        if (progress)
            ++progress->done;
        return known.value(both);
    };
    return readImport().and_then([&](const QByteArray &bytes) { return importFromJson(bytes, {}); }).and_then([&](const ImportOnFile &file) -> Result<KeptImport> {
        if (progress)
            progress->total = file.badges;
        const Result<artwork::BadgeSet> set = readWholeFile(path(file.setFile), kLargestSet).and_then([&](const QByteArray &json) { return importedSetFromJson(json, find); });
        if (!set)
            return fail(ErrorKind::File, ImportStoreWords::tr("What was kept of this import cannot be read any more. %1").arg(set.error().detail));
        Result<ImportOnFile> whole = readImport().and_then([&](const QByteArray &bytes) { return importFromJson(bytes, find); });
        if (!whole)
            return fail(whole.error());
        if (calledOff)
            return fail(ErrorKind::Cancelled);
        whole->kept.set = *set;
        return whole->kept;
    });
}

std::optional<SetPicture> ImportStore::findPicture(const Picture &file, const QString &fileKey, const Picture &upload, const QString &uploadKey,
                                                   const artwork::SetReading &reading) const
{
    if (!isKey(fileKey) || !isKey(uploadKey))
        return std::nullopt;
    const auto bytesOf = [this](const QString &key) {
        const Result<QByteArray> bytes = readWholeFile(path(key + kPictureSuffix), kLargestPicture);
        return bytes && keyOf(*bytes) == key ? *bytes : QByteArray();
    };
    artwork::PictureLimits limits = reading.limits;
    limits.maxBytes = kLargestPicture;
    SetPicture picture{file, upload, {}, {}};
    picture.file.bytes = bytesOf(fileKey);
    picture.upload.bytes = uploadKey == fileKey ? picture.file.bytes : bytesOf(uploadKey);
    const Result<artwork::CheckedPicture> checked = artwork::checkPicture(picture.upload.bytes, upload.fileName, limits);
    if (picture.file.bytes.isEmpty() || !checked)
        return std::nullopt;
    picture.still = artwork::setStillOf(checked->still);
    return picture;
}

Result<QString> ImportStore::setAside() const
{
    QString aside = m_folder + u".unreadable"_s;
    for (int number = 2; QFile::exists(aside); ++number)
        aside = u"%1.unreadable-%2"_s.arg(m_folder).arg(number);
    if (!QDir().rename(m_folder, aside))
        return fail(ErrorKind::File, ImportStoreWords::tr("The folder %1 could not be renamed.").arg(m_folder));
    return aside;
}

} // namespace badgewright::ui
