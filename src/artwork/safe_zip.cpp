// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/safe_zip.h"

#include "support/unbroken.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <zip.h>

#include <algorithm>

namespace badgewright::artwork {

namespace {

struct SafeZipWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::SafeZip)
};

constexpr qint64 kSmallEntry = 1024 * 1024; // below it no ratio is asked for: little text packs well
constexpr qsizetype kEndRecord = 22;
constexpr qsizetype kLongestComment = 65535;

tl::unexpected<Error> refuseZip(const QString &sentence)
{
    return fail(Error::refusedHere(sentence));
}

QString damagedZip()
{
    return SafeZipWords::tr("The file is damaged: it begins like a zip file and cannot be read to its end. Fetch it again.");
}

QString sizeText(qint64 bytes)
{
    return unbroken(QLocale().formattedDataSize(bytes));
}

/// How many entries the file says it has, looked up by hand: the library takes memory for all of them when it opens it.
/// -1: there is no end record; more than a plain zip file can have are told as its most.
int entriesBySelf(const QByteArray &bytes)
{
    const qsizetype from = std::max<qsizetype>(0, bytes.size() - kEndRecord - kLongestComment);
    const qsizetype at = bytes.lastIndexOf("PK\x05\x06");
    if (at < from || at + kEndRecord > bytes.size())
        return -1;
    if (at >= 20 && bytes.mid(at - 20, 4) == "PK\x06\x07")
        return 0xffff; // the larger form of zip; nothing within the limits needs it
    return quint8(bytes.at(at + 10)) | quint8(bytes.at(at + 11)) << 8;
}

/// Why no honest program writes such a name; empty: it is one to take.
QString troubleWith(const QString &name)
{
    const QString shown = name.left(80);
    const bool drive = name.size() > 1 && name.at(1) == u':';
    if (name.startsWith(u'/') || name.startsWith(u'\\') || drive)
        return SafeZipWords::tr("The file holds an absolute path (“%1”). No badge set has that, so it was not opened.").arg(shown);
    QString plain = name;
    plain.replace(u'\\', u'/');
    if (plain.split(u'/').contains(QStringLiteral("..")))
        return SafeZipWords::tr("The file holds a path that climbs out of it (“%1”). No badge set has that, so it was not opened.").arg(shown);
    const bool odd = std::any_of(name.cbegin(), name.cend(), [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x20 || u == 0x7f || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069); // control, or turned around
    });
    if (odd || name.isEmpty() || name.contains(u'\\') || name.size() > 250)
        return SafeZipWords::tr("The file holds a name that is not one of a file. No badge set has that, so it was not opened.");
    return {};
}

struct SourceHold {
    zip_source_t *source = nullptr;
    ~SourceHold()
    {
        if (source)
            zip_source_free(source);
    }
};

} // namespace

void SafeZip::Closer::operator()(zip *archive) const
{
    zip_discard(archive);
}

SafeZip::SafeZip() = default;
SafeZip::~SafeZip() = default;
SafeZip::SafeZip(SafeZip &&) noexcept = default;
SafeZip &SafeZip::operator=(SafeZip &&) noexcept = default;

Result<SafeZip> SafeZip::open(const QByteArray &bytes, const ZipLimits &limits)
{
    if (bytes.isEmpty())
        return refuseZip(SafeZipWords::tr("The file is empty."));
    if (bytes.size() > limits.fileBytes)
        return refuseZip(SafeZipWords::tr("The file has %1; a badge set may have %2.").arg(sizeText(bytes.size()), sizeText(limits.fileBytes)));
    if (!bytes.startsWith("PK\x03\x04") && !bytes.startsWith("PK\x05\x06"))
        return refuseZip(SafeZipWords::tr("This is not a badge set: it is not a zip file, whatever its name says."));
    const int count = entriesBySelf(bytes);
    if (count < 0)
        return refuseZip(damagedZip());
    if (count > limits.entries)
        return refuseZip(SafeZipWords::tr("The file holds more than %L1 files; a badge set has fewer. It was not opened.").arg(limits.entries));

    SafeZip safe;
    safe.m_bytes = bytes;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(safe.m_bytes.constData(), zip_uint64_t(safe.m_bytes.size()), 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!archive) {
        if (source)
            zip_source_free(source);
        return refuseZip(damagedZip());
    }
    safe.m_archive.reset(archive);
    if (const Result<Done> taken = safe.takeEntries(limits); !taken)
        return fail(taken.error());
    return safe;
}

Result<Done> SafeZip::takeEntries(const ZipLimits &limits)
{
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    if (count < 0 || count > limits.entries)
        return refuseZip(damagedZip());
    QSet<QString> seen; // folded: two names that differ in case alone are one file elsewhere
    qint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_archive.get(), zip_uint64_t(i), 0, &stat) != 0 || (stat.valid & needed) != needed)
            return refuseZip(damagedZip());
        const QString name = QString::fromUtf8(stat.name);
        if (const QString trouble = troubleWith(name); !trouble.isEmpty())
            return refuseZip(trouble);
        if (seen.contains(name.toCaseFolded()))
            return refuseZip(SafeZipWords::tr("The file holds “%1” twice, so it cannot be told which one is meant. It was not opened.").arg(name.left(80)));
        seen.insert(name.toCaseFolded());
        if (stat.size > zip_uint64_t(limits.unpackedBytes))
            total = limits.unpackedBytes + 1;
        else
            total += qint64(stat.size);
        const bool bomb = stat.size > kSmallEntry && stat.size / std::max<zip_uint64_t>(1, stat.comp_size) > zip_uint64_t(limits.ratio);
        if (total > limits.unpackedBytes || bomb)
            return refuseZip(SafeZipWords::tr("Unpacked, this file would become far larger than any badge set (“%1”). It was not opened.").arg(name.left(80)));
        m_entries.insert(name, {quint64(i), qint64(stat.size)});
    }
    return Done{};
}

Result<QByteArray> SafeZip::read(const QString &name, qint64 most) const
{
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.cend())
        return refuseZip(SafeZipWords::tr("“%1” is not in the file.").arg(name));
    if (entry->bytes > most)
        return refuseZip(SafeZipWords::tr("“%1” has %2; %3 is the most.").arg(name, sizeText(entry->bytes), sizeText(most)));
    zip_file_t *file = zip_fopen_index(m_archive.get(), entry->index, 0);
    if (!file) {
        const int code = zip_error_code_zip(zip_get_error(m_archive.get()));
        return refuseZip(code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP
                             ? SafeZipWords::tr("“%1” is locked by a password. A badge set has none.").arg(name)
                             : SafeZipWords::tr("“%1” cannot be unpacked.").arg(name));
    }
    // One byte more than it says: a header may lie, and then reading ends there.
    QByteArray bytes(entry->bytes + 1, Qt::Uninitialized);
    qint64 have = 0;
    zip_int64_t got = 0;
    while (have < bytes.size() && (got = zip_fread(file, bytes.data() + have, zip_uint64_t(bytes.size() - have))) > 0)
        have += got;
    zip_fclose(file);
    if (have > entry->bytes)
        return refuseZip(SafeZipWords::tr("There is more in “%1” than the file says, so it was not read.").arg(name));
    if (got < 0 || have != entry->bytes)
        return refuseZip(SafeZipWords::tr("“%1” is damaged.").arg(name));
    bytes.truncate(have);
    return bytes;
}

Result<QByteArray> makeZip(const QList<ZipPart> &parts, const QDateTime &at)
{
    const auto failed = [] { return fail(ErrorKind::Storage, SafeZipWords::tr("The zip file could not be put together.")); };
    zip_error_t error;
    zip_error_init(&error);
    SourceHold whole{zip_source_buffer_create(nullptr, 0, 0, &error)};
    zip_t *archive = nullptr;
    if (whole.source) {
        zip_source_keep(whole.source);
        archive = zip_open_from_source(whole.source, ZIP_TRUNCATE, &error);
        if (!archive)
            zip_source_free(whole.source);
    }
    zip_error_fini(&error);
    if (!archive)
        return failed();
    for (const ZipPart &part : parts) {
        zip_source_t *source = zip_source_buffer(archive, part.bytes.constData(), zip_uint64_t(part.bytes.size()), 0);
        const zip_int64_t index = source ? zip_file_add(archive, part.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            if (source)
                zip_source_free(source);
            zip_discard(archive);
            return failed();
        }
        zip_set_file_compression(archive, zip_uint64_t(index), part.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
        zip_file_set_mtime(archive, zip_uint64_t(index), at.toSecsSinceEpoch(), 0);
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return failed();
    }
    QByteArray bytes;
    if (zip_source_open(whole.source) != 0)
        return failed();
    zip_source_seek(whole.source, 0, SEEK_END);
    const zip_int64_t size = zip_source_tell(whole.source);
    zip_source_seek(whole.source, 0, SEEK_SET);
    bytes.resize(std::max<zip_int64_t>(0, size));
    const bool read = size > 0 && zip_source_read(whole.source, bytes.data(), zip_uint64_t(size)) == size;
    zip_source_close(whole.source);
    if (!read)
        return failed();
    return bytes;
}

} // namespace badgewright::artwork
