// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/draft_store.h"

#include "support/whole_file.h"
#include "ui/badges/picture_intake.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

struct DraftStoreWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::DraftStore)
};

constexpr qint64 kLargestDraft = 4 * 1024 * 1024;
constexpr qint64 kLargestCatalogue = 32 * 1024 * 1024;
constexpr qint64 kLargestPicture = 16 * 1024 * 1024;
const QString kCatalogue = u"catalogue.json"_s;
const QString kJson = u".json"_s;

/// What a picture can be made of again. A large photo is kept as what becomes of it.
QByteArray worthKeeping(const ChosenPicture &picture)
{
    const bool large = picture.original.original.size() > kLargestPicture;
    return large ? picture.prepared.picture.bytes : picture.original.original;
}

} // namespace

DraftStore::DraftStore(const QString &folder, const QString &forumId)
{
    m_folder = placeOfForum(folder, forumId);
}

Result<Done> DraftStore::write(const QString &key, const BadgeDraft &draft) const
{
    if (!keeps())
        return Done{};
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::File, DraftStoreWords::tr("The folder %1 could not be made.").arg(m_folder));
    // The picture's name tells its content, so that a draft's file never names one that is not there.
    QString picture;
    if (draft.picture) {
        const QByteArray bytes = worthKeeping(*draft.picture);
        picture = u"%1-%2.picture"_s.arg(key, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().first(16)));
        if (QFileInfo(path(picture)).size() != bytes.size()) {
            if (const Result<Done> written = writeWholeFile(path(picture), bytes); !written)
                return written;
        }
    }
    const QByteArray json = draftToJson(draft, picture);
    if (json.size() > kLargestDraft)
        return fail(ErrorKind::File, DraftStoreWords::tr("“%1” has too much text.").arg(draft.edited.name.left(100)));
    if (const Result<Done> written = writeWholeFile(path(key + kJson), json); !written)
        return written;
    const QStringList old = QDir(m_folder).entryList({key + u"-*.picture"_s}, QDir::Files);
    for (const QString &file : old) {
        if (file != picture)
            QFile::remove(path(file));
    }
    return Done{};
}

void DraftStore::remove(const QString &key) const
{
    if (!keeps())
        return;
    QFile::remove(path(key + kJson));
    const QStringList pictures = QDir(m_folder).entryList({key + u"-*.picture"_s}, QDir::Files);
    for (const QString &file : pictures)
        QFile::remove(path(file));
}

Result<Done> DraftStore::writeCatalogue(const CatalogueOnFile &kept) const
{
    const QByteArray json = keeps() ? catalogueToJson(kept) : QByteArray();
    if (json.isEmpty() || json.size() > kLargestCatalogue)
        return Done{};
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::File, DraftStoreWords::tr("The folder %1 could not be made.").arg(m_folder));
    return writeWholeFile(path(kCatalogue), json);
}

QStringList DraftStore::files() const
{
    QStringList files;
    if (keeps())
        files = QDir(m_folder).entryList({u'*' + kJson}, QDir::Files, QDir::Time | QDir::Reversed);
    files.removeAll(kCatalogue);
    return files;
}

int DraftStore::count() const
{
    return int(files().size());
}

DraftStore::Everything DraftStore::readAll(const SiteInfo &site) const
{
    Everything all;
    for (const QString &file : files()) {
        const QString key = file.chopped(kJson.size());
        const Result<QByteArray> json = readWholeFile(path(file), kLargestDraft);
        if (json && isOfLaterVersion(*json)) {
            all.troubles << DraftStoreWords::tr("A later version of this program wrote the draft %1. It stays there for that version.").arg(path(file));
            all.laterKeys << key;
            continue;
        }
        const Result<DraftOnFile> kept = json.and_then(draftFromJson);
        if (!kept) {
            all.troubles << DraftStoreWords::tr("A draft could not be read and was set aside as %1. %2").arg(setAside(file), kept.error().detail);
            continue;
        }
        BadgeDraft draft = kept->draft;
        if (!kept->pictureFile.isEmpty()) {
            const QString why = readPicture(*kept, site, &draft);
            if (!why.isEmpty())
                all.troubles << DraftStoreWords::tr("The picture chosen for “%1” could not be read again; everything else about it is here. %2").arg(draft.edited.name, why);
        }
        // An earlier version of this program may have kept one beside it: the newer one counts.
        const auto other = std::find_if(all.drafts.begin(), all.drafts.end(), [&](const Kept &one) { return !draft.isNew() && one.draft.id == draft.id; });
        if (other != all.drafts.end()) {
            all.troubles << DraftStoreWords::tr("There were two drafts of “%1”. The older one was set aside as %2.").arg(draft.edited.name, setAside(other->key + kJson));
            const QStringList pictures = QDir(m_folder).entryList({other->key + u"-*.picture"_s}, QDir::Files);
            for (const QString &picture : pictures)
                setAside(picture);
            all.drafts.erase(other);
        }
        all.drafts.append({key, draft});
    }
    all.catalogue = readCatalogue();
    return all;
}

std::optional<CatalogueOnFile> DraftStore::readCatalogue() const
{
    if (!keeps() || !QFile::exists(path(kCatalogue)))
        return std::nullopt;
    const Result<CatalogueOnFile> catalogue = readWholeFile(path(kCatalogue), kLargestCatalogue).and_then(catalogueFromJson);
    return catalogue ? std::optional(*catalogue) : std::nullopt;
}

QString DraftStore::readPicture(const DraftOnFile &kept, const SiteInfo &site, BadgeDraft *draft) const
{
    const Result<ChosenPicture> chosen = readWholeFile(path(kept.pictureFile), 4 * kLargestPicture).and_then([&](const QByteArray &bytes) {
        return chosenPicture(site, bytes, kept.pictureName, kept.square, kept.trim, kept.side);
    });
    if (chosen) {
        draft->picture = *chosen;
        return {};
    }
    // The draft is written again without it, which would take its file along.
    if (QFile::exists(path(kept.pictureFile)))
        setAside(kept.pictureFile);
    return chosen.error().detail;
}

QString DraftStore::setAside(const QString &file) const
{
    QString aside = path(file + u".unreadable"_s);
    for (int number = 2; QFile::exists(aside); ++number)
        aside = path(u"%1.unreadable-%2"_s.arg(file).arg(number));
    QFile::rename(path(file), aside);
    return aside;
}

void DraftStore::removeAll() const
{
    if (keeps())
        QDir(m_folder).removeRecursively();
}

} // namespace badgewright::ui
