// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/text.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <charconv>

namespace badgewright::sample {

QString q(const std::string &text)
{
    // fromUtf8() would drop a byte order mark, which a forum takes for a letter.
    const QString plain = QString::fromStdString(text);
    return startsWith(text, "\xEF\xBB\xBF") ? QChar(0xFEFF) + plain : plain;
}

std::string s(const QString &text)
{
    return text.toStdString();
}

std::string lower(const std::string &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
    if (!ascii)
        return s(q(text).toLower());
    std::string result = text;
    for (char &c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return result;
}

int length(const std::string &text)
{
    return static_cast<int>(q(text).toUcs4().size());
}

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool startsWith(const std::string &text, const std::string &beginning)
{
    return text.compare(0, beginning.size(), beginning) == 0;
}

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (;;) {
        const auto at = text.find(separator, from);
        parts.push_back(text.substr(from, at == std::string::npos ? at : at - from));
        if (at == std::string::npos)
            return parts;
        from = at + 1;
    }
}

qint64 leadingInteger(const std::string &text)
{
    const std::string clean = trimmed(text);
    std::size_t at = 0;
    const bool negative = !clean.empty() && clean[0] == '-';
    if (negative || (!clean.empty() && clean[0] == '+'))
        at = 1;
    qint64 value = 0;
    for (; at < clean.size() && clean[at] >= '0' && clean[at] <= '9' && value < 1'000'000'000'000; ++at)
        value = value * 10 + (clean[at] - '0');
    return negative ? -value : value;
}

std::optional<int> wholeNumber(const std::string &text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string percentDecoded(const std::string &text, bool plusIsBlank)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && std::isxdigit(static_cast<unsigned char>(text[i + 1]))
            && std::isxdigit(static_cast<unsigned char>(text[i + 2]))) {
            result += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            result += plusIsBlank && text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

std::string percentEncoded(const std::string &text)
{
    return QByteArray::fromStdString(text).toPercentEncoding().toStdString();
}

Pairs parsePairs(const std::string &text)
{
    Pairs pairs;
    for (const auto &piece : split(text, '&')) {
        if (piece.empty())
            continue;
        const auto equals = piece.find('=');
        pairs.emplace_back(percentDecoded(piece.substr(0, equals), true),
                           equals == std::string::npos ? std::string() : percentDecoded(piece.substr(equals + 1), true));
    }
    return pairs;
}

std::string isoTime(qint64 ms)
{
    return s(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
}

std::string isoDate(const QDate &date)
{
    return s(date.toString(Qt::ISODate));
}

QDate parseDate(const std::string &text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{4})[-/]?(\\d{1,2})[-/]?(\\d{1,2})(?!\\d)"));
    const auto match = form.match(q(text));
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()) : QDate();
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

std::string slugOf(const std::string &name)
{
    const QString plain = q(name).normalized(QString::NormalizationForm_KD).toLower();
    QString slug;
    for (const QChar c : plain) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            slug += c;
        else if (c.isMark() || c == QLatin1Char('\'') || c == QChar(0x2019))
            continue;
        else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug += QLatin1Char('-');
    }
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    return slug.isEmpty() ? "-" : s(slug);
}

std::uint32_t mix(std::uint32_t a, std::uint32_t b, std::uint32_t c)
{
    std::uint64_t x = a * 0x9E3779B97F4A7C15ULL ^ (b + 0x7F4A7C15ULL) * 0xC2B2AE3D27D4EB4FULL ^ (c + 1) * 0x165667B19E3779F9ULL;
    x ^= x >> 31;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32;
    return static_cast<std::uint32_t>(x);
}

std::string randomHex(int digits)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string result;
    for (int i = 0; i < digits; ++i)
        result += hex[QRandomGenerator::system()->bounded(16)];
    return result;
}

} // namespace badgewright::sample
