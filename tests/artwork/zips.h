// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures.h"

#include <QByteArray>
#include <QList>

/// Zip files written byte by byte, so that they can lie.
namespace zips {

struct Entry {
    QByteArray name;
    QByteArray bytes;
    bool packed = false;
    qint64 claims = -1;      ///< unpacked size in the headers; -1: the true one
    quint16 flags = 0;       ///< 1: locked by a password
    quint32 mode = 0;        ///< of Unix: 0120777 is a link
};

inline QByteArray le(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += char(value >> (8 * i));
    return out;
}

inline QByteArray made(const QList<Entry> &entries)
{
    QByteArray out;
    QByteArray directory;
    for (const Entry &entry : entries) {
        QByteArray data = entry.bytes;
        if (entry.packed) {
            data = qCompress(entry.bytes, 9).mid(6); // without Qt's length and zlib's head
            data.chop(4);
        }
        const QByteArray common = le(20, 2) + le(entry.flags, 2) + le(entry.packed ? 8 : 0, 2) + le(0, 4) + le(pictures::crc(entry.bytes), 4)
            + le(quint32(data.size()), 4) + le(quint32(entry.claims < 0 ? entry.bytes.size() : entry.claims), 4) + le(quint32(entry.name.size()), 2) + le(0, 2);
        directory += "PK\x01\x02" + le(entry.mode ? 20 | 3 << 8 : 20, 2) + common + le(0, 2) + le(0, 2) + le(0, 2) + le(entry.mode << 16, 4) + le(quint32(out.size()), 4) + entry.name;
        out += "PK\x03\x04" + common + entry.name + data;
    }
    const quint32 at = quint32(out.size());
    return out + directory + "PK\x05\x06" + le(0, 4) + le(quint32(entries.size()), 2) + le(quint32(entries.size()), 2) + le(quint32(directory.size()), 4)
        + le(at, 4) + le(0, 2);
}

} // namespace zips
