// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/html_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace badgewright::artwork {
namespace {

QSet<QString> wordsOf(const char *words)
{
    const QStringList all = QString::fromLatin1(words).split(u' ');
    return QSet<QString>(all.cbegin(), all.cend());
}

const QRegularExpression &tagShape()
{
    static const QRegularExpression shape(
        QStringLiteral(R"re(<!--.*?(?:-->|$)|<(/?)([A-Za-z][A-Za-z0-9:\-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>)re"),
        QRegularExpression::DotMatchesEverythingOption);
    return shape;
}

/// What a reader never sees, with everything inside.
const QRegularExpression &unreadShape()
{
    static const QRegularExpression shape(
        QStringLiteral("<(script|style)\\b.*?(?:</\\1\\s*>|$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return shape;
}

QString withoutEntities(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"));
    static const QHash<QString, QChar> names{{QStringLiteral("amp"), u'&'},
                                             {QStringLiteral("lt"), u'<'},
                                             {QStringLiteral("gt"), u'>'},
                                             {QStringLiteral("quot"), u'"'},
                                             {QStringLiteral("apos"), u'\''},
                                             {QStringLiteral("nbsp"), QChar(0xa0)},
                                             {QStringLiteral("hellip"), QChar(0x2026)},
                                             {QStringLiteral("ndash"), QChar(0x2013)},
                                             {QStringLiteral("mdash"), QChar(0x2014)}};
    QString result;
    qsizetype at = 0;
    QRegularExpressionMatchIterator it = shape.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const QString name = match.captured(1);
        if (name.startsWith(u'#')) {
            const bool hex = name.size() > 1 && name.at(1).toLower() == u'x';
            const char32_t code = QStringView(name).mid(hex ? 2 : 1).toUInt(nullptr, hex ? 16 : 10);
            if (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
                result += QString::fromUcs4(&code, 1);
        } else if (names.contains(name)) {
            result += names.value(name);
        } else {
            result += match.capturedView();
        }
    }
    return result += QStringView(text).mid(at);
}

/// Puts blanks together and keeps track of what is bold, slanted or a link.
class ReadableTextBuilder
{
public:
    void append(const QString &text)
    {
        for (QChar c : text) {
            if (c.isSpace() && c != QChar::Nbsp) {
                // A blank looks like what stands before it in the source, not like what follows.
                if (!m_blank)
                    m_blankLook = look();
                m_blank = true;
                continue;
            }
            if (m_break && !m_result.text.isEmpty())
                put(QChar::LineSeparator, {});
            else if (m_blank && !m_result.text.isEmpty())
                put(u' ', m_blankLook);
            m_break = m_blank = false;
            put(c, look());
        }
    }
    void tag(const QString &name, bool closing)
    {
        static const QSet<QString> blocks = wordsOf("p div li ul ol h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd");
        if (name == u"br" || blocks.contains(name)) {
            m_break = true;
            return;
        }
        int &depth = name == u"b" || name == u"strong"                  ? m_bold
                     : name == u"i" || name == u"em" || name == u"cite" ? m_italic
                     : name == u"a"                                     ? m_link
                                                                        : m_ignored;
        depth = std::max(0, depth + (closing ? -1 : 1));
    }
    ReadableText take() { return std::move(m_result); }

private:
    ReadableText::Run look() const { return {0, 1, m_bold > 0, m_italic > 0, m_link > 0}; }
    void put(QChar c, ReadableText::Run now)
    {
        now.start = int(m_result.text.size());
        now.length = 1;
        m_result.text += c;
        if (!now.bold && !now.italic && !now.link)
            return;
        if (!m_result.runs.isEmpty()) {
            ReadableText::Run &last = m_result.runs.last();
            if (last.start + last.length == now.start && last.bold == now.bold && last.italic == now.italic &&
                last.link == now.link) {
                ++last.length;
                return;
            }
        }
        m_result.runs.append(now);
    }

    ReadableText m_result;
    ReadableText::Run m_blankLook;
    int m_bold = 0;
    int m_italic = 0;
    int m_link = 0;
    int m_ignored = 0;
    bool m_blank = false;
    bool m_break = false;
};

} // namespace

ReadableText readHtml(const QString &html)
{
    QString source = html;
    if (html.contains(u'<'))
        source.remove(unreadShape());
    ReadableTextBuilder builder;
    qsizetype at = 0;
    QRegularExpressionMatchIterator it = tagShape().globalMatch(source);
    while (it.hasNext()) {
        const QRegularExpressionMatch tag = it.next();
        builder.append(withoutEntities(source.mid(at, tag.capturedStart() - at)));
        at = tag.capturedEnd();
        builder.tag(tag.captured(2).toLower(), !tag.captured(1).isEmpty());
    }
    builder.append(withoutEntities(source.mid(at)));
    return builder.take();
}

namespace {

// What remains after the usual cleaning of user-written HTML on the server.
const QSet<QString> &keptElements()
{
    static const QSet<QString> elements = wordsOf(
        "a abbr acronym address b big blockquote br cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img "
        "ins kbd li ol p pre samp small span strong sub sup time tt ul var");
    return elements;
}

const QRegularExpression &attributeShape()
{
    static const QRegularExpression shape(
        QStringLiteral(R"re(([^\s"'<>/=]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?)re"));
    return shape;
}

bool isKeptAttribute(const QRegularExpressionMatch &attribute)
{
    static const QSet<QString> attributes =
        wordsOf("abbr alt cite class datetime height href lang name src title width xml:lang");
    static const QRegularExpression harmful(QStringLiteral(R"re(^["']?\s*(?:javascript|vbscript|data):)re"),
                                            QRegularExpression::CaseInsensitiveOption);
    return attributes.contains(attribute.captured(1).toLower()) && !harmful.match(attribute.captured(2)).hasMatch();
}

} // namespace

QStringList droppedHtml(const QString &html)
{
    QStringList dropped;
    const auto add = [&dropped](const QString &what) {
        if (!dropped.contains(what))
            dropped.append(what);
    };
    QRegularExpressionMatchIterator it = tagShape().globalMatch(html);
    while (it.hasNext()) {
        const QRegularExpressionMatch tag = it.next();
        const QString name = tag.captured(2).toLower();
        if (name.isEmpty() || !tag.captured(1).isEmpty())
            continue;
        if (!keptElements().contains(name)) {
            add(name);
            continue;
        }
        QRegularExpressionMatchIterator inside = attributeShape().globalMatch(tag.captured(3));
        while (inside.hasNext()) {
            const QRegularExpressionMatch match = inside.next();
            if (!isKeptAttribute(match))
                add(match.captured(1).toLower() + u'=');
        }
    }
    return dropped;
}

QString keptHtml(const QString &html)
{
    QString source = html;
    source.remove(unreadShape());
    QString kept;
    qsizetype at = 0;
    QRegularExpressionMatchIterator it = tagShape().globalMatch(source);
    while (it.hasNext()) {
        const QRegularExpressionMatch tag = it.next();
        kept += QStringView(source).mid(at, tag.capturedStart() - at);
        at = tag.capturedEnd();
        const QString name = tag.captured(2).toLower();
        if (name.isEmpty())
            kept += tag.capturedView(); // a comment, which nobody sees
        if (!keptElements().contains(name))
            continue;
        QString inside = tag.captured(3);
        QList<QRegularExpressionMatch> gone;
        QRegularExpressionMatchIterator attributes = attributeShape().globalMatch(inside);
        while (attributes.hasNext()) {
            const QRegularExpressionMatch attribute = attributes.next();
            if (!isKeptAttribute(attribute))
                gone.prepend(attribute);
        }
        for (const QRegularExpressionMatch &attribute : gone) {
            // With the blanks before it.
            qsizetype from = attribute.capturedStart();
            while (from > 0 && inside.at(from - 1).isSpace())
                --from;
            inside.remove(from, attribute.capturedEnd() - from);
        }
        kept += u'<' + tag.captured(1) + tag.captured(2) + inside + u'>';
    }
    return kept += QStringView(source).mid(at);
}

} // namespace badgewright::artwork
