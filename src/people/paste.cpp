// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/paste.h"

#include <QRegularExpression>

#include <algorithm>

namespace badgewright::people {
namespace {

bool isConnector(const QString &word)
{
    static const QStringList words{QStringLiteral("and"),   QStringLiteral("und"), QStringLiteral("et"),
                                   QStringLiteral("y"),     QStringLiteral("&"),   QStringLiteral("+"),
                                   QStringLiteral("or"),    QStringLiteral("-"),   QStringLiteral("\u2013"),
                                   QStringLiteral("\u2022")};
    return words.contains(word, Qt::CaseInsensitive);
}

/// Without the punctuation of the sentence around it; a forum's names neither begin nor end with any.
QString bareWord(QString word)
{
    while (!word.isEmpty() && QStringView(u".:!?)]}*'\"\u201c\u201d\u2019").contains(word.back()))
        word.chop(1);
    while (!word.isEmpty() && QStringView(u"([{*'\"\u201c\u201d\u2018").contains(word.front()))
        word.remove(0, 1);
    return word;
}

/// Cannot be taken for an ordinary word: a mention, a mail address, a profile.
bool isMarked(const QString &word)
{
    return (word.startsWith(u'@') && word.size() > 1) || recipientFrom(word, 0).kind != RecipientKind::Username;
}

/// "Bob Miller": two to four words that all begin with a capital letter and hold letters only.
bool looksLikeDisplayName(const QStringList &words)
{
    if (words.size() < 2 || words.size() > 4)
        return false;
    return std::all_of(words.cbegin(), words.cend(), [](const QString &word) {
        return word.front().isUpper() && std::all_of(word.cbegin(), word.cend(), [](QChar c) {
                   return c.isLetter() || c.isMark() || c == u'.' || c == u'-' || c == u'\'' || c == u'\u2019';
               });
    });
}

class TextReader
{
public:
    explicit TextReader(bool singleLine)
        : m_singleLine(singleLine)
    {
    }

    void line(QString text, int row)
    {
        static const QRegularExpression bullet(QStringLiteral(R"(^\s*(?:[-*\x{2022}\x{2013}]|\d{1,6}[.)])\s+)"));
        text.remove(bullet);
        // Mails with a name may hold commas and blanks inside quotation marks, so they are taken out first.
        static const QRegularExpression namedMail(
            QStringLiteral(R"re((?:"([^"]*)"|([^,;<>\t"]*))\s*<\s*(?:mailto:)?([^\s<>@]+@[^\s<>]+)\s*>)re"));
        qsizetype at = 0;
        const bool alone = !text.contains(QRegularExpression(QStringLiteral("[,;\t]")));
        QRegularExpressionMatchIterator it = namedMail.globalMatch(text);
        while (it.hasNext()) {
            const QRegularExpressionMatch match = it.next();
            pieces(text.mid(at, match.capturedStart() - at), row, alone);
            Recipient r = recipientFrom(match.captured(3), row, RecipientKind::Email);
            r.text = match.captured(0).trimmed();
            r.name = (match.captured(1) + match.captured(2)).trimmed();
            m_found.append(r);
            at = match.capturedEnd();
        }
        pieces(text.mid(at), row, alone);
    }
    QList<Recipient> take() { return std::move(m_found); }

private:
    void pieces(const QString &text, int row, bool alone)
    {
        static const QRegularExpression separators(QStringLiteral("[,;\t]"));
        const QStringList all = text.split(separators, Qt::SkipEmptyParts);
        for (const QString &one : all)
            piece(one, row, alone);
    }
    void piece(const QString &text, int row, bool alone)
    {
        QStringList words;
        const QStringList raw = text.simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : raw) {
            if (const QString w = isConnector(word) ? word : bareWord(word); !w.isEmpty())
                words.append(w);
        }
        if (words.isEmpty())
            return;
        const bool marked = std::any_of(words.cbegin(), words.cend(), isMarked);
        if (!marked && looksLikeDisplayName(words) && !(m_singleLine && alone)) {
            m_found.append(recipientFrom(words.join(u' '), row));
            return;
        }
        // Beside a mention two or more plain words in a row are a sentence ("thanks to @bob"), one is a name.
        for (qsizetype i = 0; i < words.size();) {
            qsizetype end = i;
            while (end < words.size() && !isMarked(words.at(end)) && !isConnector(words.at(end)))
                ++end;
            if (end == i) {
                if (!isConnector(words.at(i)))
                    m_found.append(recipientFrom(words.at(i), row));
                ++i;
                continue;
            }
            if (!marked || end - i == 1) {
                for (; i < end; ++i)
                    m_found.append(recipientFrom(words.at(i), row));
            }
            i = end;
        }
    }

    bool m_singleLine;
    QList<Recipient> m_found;
};

QStringList linesOf(const QString &text)
{
    static const QRegularExpression lineEnd(QStringLiteral("\r\n|[\r\n\u2028\u2029]"));
    return text.split(lineEnd);
}

} // namespace

QList<Recipient> recipientsFromText(const QString &text)
{
    const QStringList lines = linesOf(text);
    const auto filled =
        std::count_if(lines.cbegin(), lines.cend(), [](const QString &line) { return !line.trimmed().isEmpty(); });
    TextReader reader(filled <= 1);
    for (qsizetype i = 0; i < lines.size(); ++i)
        reader.line(lines.at(i), int(i) + 1);
    return reader.take();
}

bool looksLikeTable(const QString &text)
{
    int filled = 0;
    int tabbed = 0;
    const QStringList lines = linesOf(text);
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        ++filled;
        tabbed += line.contains(u'\t');
    }
    return filled >= 2 && tabbed * 2 > filled;
}

Result<Table> tableFromText(const QString &text)
{
    return readTable(text.toUtf8());
}

} // namespace badgewright::people
