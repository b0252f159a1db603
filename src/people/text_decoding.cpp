// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/text_decoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace badgewright::people {
namespace {

struct TextDecodingWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::TextDecoding)
};

QString binaryKind(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xd0\xcf\x11\xe0"))
        return TextDecodingWords::tr(
            "This is a spreadsheet or a packed file, not a table in plain text. Open it in your spreadsheet program, "
            "save it as CSV, and choose the CSV file.");
    if (bytes.startsWith("%PDF"))
        return TextDecodingWords::tr("This is a PDF document. Copy the names from it and paste them, or save the table as CSV.");
    if (bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("GIF8"))
        return TextDecodingWords::tr("This is a picture, not a table. Save the table as CSV and choose that file.");
    const QByteArray head = bytes.left(512).trimmed().toLower();
    if (head.startsWith("<!doctype html") || head.startsWith("<html"))
        return TextDecodingWords::tr("This is a web page, not a table. Save the table as CSV, or copy the names and paste them.");
    return {};
}

QString notText()
{
    return TextDecodingWords::tr("This file does not hold text. Save the table as CSV and choose that file.");
}

bool isUtf8(QByteArrayView bytes)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = p + bytes.size();
    while (p < end) {
        const unsigned c = *p++;
        if (c < 0x80)
            continue;
        const int more = c >= 0xf0 && c < 0xf5 ? 3 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xc2 && c < 0xe0 ? 1 : 0;
        if (more == 0 || end - p < more)
            return false;
        const unsigned next = *p;
        if ((c == 0xe0 && next < 0xa0) || (c == 0xed && next > 0x9f) || (c == 0xf0 && next < 0x90) ||
            (c == 0xf4 && next > 0x8f))
            return false;
        for (int i = 0; i < more; ++i) {
            if ((*p++ & 0xc0) != 0x80)
                return false;
        }
    }
    return true;
}

QByteArray fromWindows1252(QByteArrayView bytes)
{
    // 0x80 to 0x9f; the five unused places become what Latin-1 has there.
    static constexpr std::array<char16_t, 32> upper{0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                                    0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0)
            c = QChar(upper[size_t(c.unicode() - 0x80)]);
    }
    return text.toUtf8();
}

/// UTF-16 that lacks its mark shows as a zero in every other byte of plain Latin text.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray &bytes)
{
    const qsizetype n = std::min<qsizetype>(bytes.size(), 2000) & ~qsizetype(1);
    if (n < 4)
        return {};
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < n; ++i) {
        if (bytes.at(i) == '\0')
            ++(i % 2 ? odd : even);
    }
    if (even == 0 && odd * 2 >= n * 7 / 10)
        return QStringConverter::Utf16LE;
    if (odd == 0 && even * 2 >= n * 7 / 10)
        return QStringConverter::Utf16BE;
    return {};
}

bool holdsControls(const QByteArray &utf8)
{
    return std::any_of(utf8.begin(), utf8.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && u != '\n' && u != '\r' && u != '\t' && u != '\f' && u != '\v' && u != 0x1a;
    });
}

void unifyLineEnds(QByteArray &bytes)
{
    if (!bytes.contains('\r'))
        return;
    char *to = bytes.data();
    const char *const begin = to;
    const char *const end = to + bytes.size();
    for (const char *from = begin; from < end; ++from) {
        if (*from == '\r') {
            *to++ = '\n';
            if (from + 1 < end && from[1] == '\n')
                ++from;
        } else {
            *to++ = *from;
        }
    }
    bytes.truncate(to - begin);
}

bool isAscii(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Bytes with LF as line ends, some of which are not in UTF-8.
DecodedText decodeLines(const QByteArray &bytes, bool marked)
{
    DecodedText text;
    text.utf8.reserve(bytes.size() + bytes.size() / 8);
    bool someUtf8 = marked;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype lineEnd = bytes.indexOf('\n', at);
        const QByteArrayView line = QByteArrayView(bytes).sliced(at, (lineEnd < 0 ? bytes.size() : lineEnd + 1) - at);
        const bool ascii = isAscii(line);
        if (ascii || isUtf8(line)) {
            someUtf8 = someUtf8 || !ascii;
            text.utf8.append(line.data(), line.size());
        } else {
            text.oddLines.append(text.utf8.size());
            text.utf8.append(fromWindows1252(line));
        }
        at += line.size();
    }
    if (!someUtf8)
        text.oddLines.clear();
    text.encoding = someUtf8 ? QStringLiteral("UTF-8, Windows-1252") : QStringLiteral("Windows-1252");
    return text;
}

} // namespace

Result<DecodedText> decodeText(const QByteArray &bytes)
{
    if (const QString sentence = binaryKind(bytes); !sentence.isEmpty())
        return fail(Error::refusedHere(sentence));

    DecodedText text;
    std::optional<QStringConverter::Encoding> utf16;
    if (bytes.startsWith("\xff\xfe"))
        utf16 = QStringConverter::Utf16LE;
    else if (bytes.startsWith("\xfe\xff"))
        utf16 = QStringConverter::Utf16BE;
    else
        utf16 = unmarkedUtf16(bytes);

    if (utf16) {
        QStringDecoder decoder(*utf16);
        text.utf8 = QString(decoder(bytes)).toUtf8();
        if (text.utf8.startsWith("\xef\xbb\xbf"))
            text.utf8.remove(0, 3);
        text.encoding = *utf16 == QStringConverter::Utf16LE ? QStringLiteral("UTF-16 LE") : QStringLiteral("UTF-16 BE");
    } else {
        const bool marked = bytes.startsWith("\xef\xbb\xbf");
        text.utf8 = marked ? bytes.mid(3) : bytes;
        text.encoding = QStringLiteral("UTF-8");
        if (!isUtf8(text.utf8)) {
            if (holdsControls(text.utf8))
                return fail(Error::refusedHere(notText()));
            unifyLineEnds(text.utf8);
            return decodeLines(text.utf8, marked);
        }
    }
    if (holdsControls(text.utf8))
        return fail(Error::refusedHere(notText()));
    unifyLineEnds(text.utf8);
    return text;
}

} // namespace badgewright::people
