// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

struct zip;

namespace badgewright::artwork {

/// What a zip file may be. Everything above is refused by its headers, before anything is unpacked.
struct ZipLimits {
    qint64 fileBytes = 128 * 1024 * 1024;
    int entries = 4000;
    qint64 unpackedBytes = 256 * 1024 * 1024; ///< of all entries together
    int ratio = 200;                          ///< of entries above 1 MB; more is a bomb
};

/// A zip file from anywhere, in memory. Nothing is ever unpacked to disk: single entries are read by their names.
class SafeZip
{
public:
    /// RefusedHere with a sentence: not a zip file, damaged, above the limits, names that are absolute, climb out of the
    /// file or are there twice.
    static Result<SafeZip> open(const QByteArray &bytes, const ZipLimits &limits = {});
    ~SafeZip();
    SafeZip(SafeZip &&) noexcept;
    SafeZip &operator=(SafeZip &&) noexcept;

    bool contains(const QString &name) const { return m_entries.contains(name); }
    /// RefusedHere: not there, more than `most` bytes, locked by a password, damaged, or more in it than it says.
    Result<QByteArray> read(const QString &name, qint64 most) const;

private:
    SafeZip();
    Result<Done> takeEntries(const ZipLimits &limits);

    struct Entry {
        quint64 index = 0;
        qint64 bytes = 0;
    };
    struct Closer {
        void operator()(zip *archive) const;
    };
    QByteArray m_bytes; ///< the archive reads from them
    std::unique_ptr<zip, Closer> m_archive;
    QHash<QString, Entry> m_entries;
};

struct ZipPart {
    QString name;
    QByteArray bytes;
    bool packed = true; ///< pictures are packed already
};
/// The bytes of a zip file with these parts in their order. Storage: it could not be made (no memory).
Result<QByteArray> makeZip(const QList<ZipPart> &parts, const QDateTime &at);

} // namespace badgewright::artwork
