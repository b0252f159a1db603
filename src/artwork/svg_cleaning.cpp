// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/svg_cleaning.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace badgewright::artwork {
namespace {

struct SvgCleaningWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Svg)
};

constexpr qsizetype kMaxBytes = 8 * 1024 * 1024;
constexpr int kMaxDepth = 200;
constexpr double kEnlargedSide = 512;
constexpr qint64 kMaxElements = 100'000; // also after every <use> has been followed; about two seconds of drawing
// What a part costs beside simple ones. Outlines are drawn stroke against stroke, so that twice the points take four times as long.
constexpr double kPointsPerElement = 10;
constexpr double kStrokedPointsSquared = 230;

const QSet<QString> &keptElements()
{
    static const QSet<QString> names = [] {
        const QStringList all =
            QStringLiteral(
                "circle clipPath defs ellipse feGaussianBlur filter g line linearGradient marker path polygon polyline "
                "radialGradient rect stop style svg text textPath tref tspan use")
                .split(u' ');
        return QSet<QString>(all.cbegin(), all.cend());
    }();
    return names;
}

bool isLocal(QStringView reference)
{
    return reference.trimmed().startsWith(u'#');
}

/// Without imports, and with nothing where "url(…)" leads out of the drawing; all other rules stay, or the art would turn
/// black. `css` is a style sheet, a list of declarations or one value.
QString withoutOutside(QString css)
{
    // Words that are spelt in numbers are written by nobody who draws.
    static const QRegularExpression hidden(QStringLiteral(R"re([(@].*\\|\\.*[(@]|image-set\s*\(|\bsrc\s*\()re"),
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (css.contains(hidden))
        return {};
    static const QRegularExpression import(QStringLiteral(R"re(@import\s*(url\(\s*('[^']*'|"[^"]*"|[^)]*)\s*\)|'[^']*'|"[^"]*")?[^;]*(;|$))re"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression out(QStringLiteral(R"re(url\(\s*(?!['"]?\s*#)('[^']*'|"[^"]*"|[^)]*)\s*(\)|$))re"),
                                        QRegularExpression::CaseInsensitiveOption);
    return css.remove(import).replace(out, QStringLiteral("none"));
}

struct Numbers {
    qint64 count = 0;
    double sum = 0; ///< of their sizes: no outline is much longer
};

Numbers numbersIn(QStringView text)
{
    const QByteArray bytes = text.toLatin1();
    Numbers numbers;
    const char *at = bytes.constData();
    const char *const end = at + bytes.size();
    while (at < end) {
        double value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc() || next == at) {
            ++at;
            continue;
        }
        ++numbers.count;
        if (std::isfinite(value))
            numbers.sum += std::abs(value);
        at = next;
    }
    return numbers;
}

/// How an outline is drawn; what an element does not say it has from the group around it.
struct Outline {
    bool stroked = false;
    double dash = 0; ///< length of a dash with its gap; 0: none

    void take(const QString &name, const QString &value)
    {
        if (name == u"stroke") {
            stroked = value.trimmed() != u"none";
        } else if (name == u"stroke-dasharray") {
            const Numbers lengths = numbersIn(value);
            dash = lengths.count > 0 ? std::max(lengths.sum, 1e-6) : 0;
        }
    }
    void takeStyle(const QString &css)
    {
        static const QRegularExpression declaration(QStringLiteral("(stroke(?:-dasharray)?)\\s*:([^;}]*)"));
        for (auto it = declaration.globalMatch(css); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            take(match.captured(1), match.captured(2));
        }
    }
};

/// In simple elements.
qint64 costOf(const QXmlStreamAttributes &attributes, const Outline &outline)
{
    static const QSet<QString> geometry{QStringLiteral("d"),  QStringLiteral("points"), QStringLiteral("r"),      QStringLiteral("rx"), QStringLiteral("ry"),
                                        QStringLiteral("x1"), QStringLiteral("x2"),     QStringLiteral("y1"),     QStringLiteral("y2"), QStringLiteral("width"),
                                        QStringLiteral("height")};
    Numbers all;
    for (const QXmlStreamAttribute &a : attributes) {
        if (!geometry.contains(a.name().toString()))
            continue;
        const Numbers some = numbersIn(a.value());
        all.count += some.count;
        all.sum += some.sum;
    }
    const double points = double(all.count) / 2;
    double cost = 1 + points / kPointsPerElement;
    if (outline.stroked) {
        cost += points * points / kStrokedPointsSquared;
        if (outline.dash > 0)
            cost += 2 * M_PI * all.sum / outline.dash;
    }
    return qint64(std::min(cost, double(kMaxElements) + 1));
}

/// How often elements are drawn when every <use> is followed.
class UseCounter
{
public:
    void open(const QString &id, qint64 cost)
    {
        m_open.append(id);
        // One that is there again adds to the first: whichever is drawn, no more is.
        if (!id.isEmpty())
            m_byId[id];
        add(cost);
    }
    void refer(const QString &id)
    {
        m_root.uses.append(id);
        for (const QString &open : std::as_const(m_open)) {
            if (!open.isEmpty())
                m_byId[open].uses.append(id);
        }
    }
    void close() { m_open.removeLast(); }
    /// Negative when an element uses itself.
    qint64 total() { return of(m_root, 0); }
    qint64 elements() const { return m_root.own; }

private:
    struct Part {
        qint64 own = 0;
        QStringList uses;
        qint64 total = 0; ///< 0: not counted yet
        bool counting = false;
    };
    void add(qint64 n)
    {
        m_root.own += n;
        for (const QString &open : std::as_const(m_open)) {
            if (!open.isEmpty())
                m_byId[open].own += n;
        }
    }
    qint64 of(Part &part, int depth)
    {
        if (part.total > 0)
            return part.total;
        if (part.counting || depth > kMaxDepth)
            return -1;
        part.counting = true;
        qint64 sum = part.own;
        for (const QString &id : std::as_const(part.uses)) {
            const auto it = m_byId.find(id);
            if (it == m_byId.end())
                continue;
            const qint64 more = of(*it, depth + 1);
            if (more < 0)
                return -1;
            sum = std::min(sum + more, kMaxElements + 1);
        }
        part.counting = false;
        return part.total = sum;
    }

    Part m_root;
    QHash<QString, Part> m_byId;
    QStringList m_open;
};

class Cleaner
{
public:
    explicit Cleaner(const QByteArray &bytes)
        : m_reader(bytes)
        , m_writer(&m_svg.bytes)
    {
    }

    Result<CleanSvg> run()
    {
        while (!m_reader.atEnd()) {
            const QXmlStreamReader::TokenType token = m_reader.readNext();
            if (token == QXmlStreamReader::DTD && m_reader.text().contains(u"<!ENTITY"))
                return refuse(
                    SvgCleaningWords::tr("This SVG defines entities, which forums delete. Save it as plain SVG, or as PNG."));
            if (token == QXmlStreamReader::StartElement) {
                if (const QString problem = startElement(); !problem.isEmpty())
                    return refuse(problem);
            } else if (token == QXmlStreamReader::EndElement) {
                endElement();
            } else if (token == QXmlStreamReader::Characters && m_depth > 0) {
                characters();
            }
        }
        if (m_reader.hasError() || !m_seenRoot)
            return refuse(SvgCleaningWords::tr("This SVG is broken in line %L1. Save it again in your drawing program.")
                              .arg(m_reader.lineNumber()));
        const qint64 total = m_uses.total();
        if (total < 0)
            return refuse(SvgCleaningWords::tr("This SVG has a part that is drawn by means of itself, so it never ends. Save it as PNG."));
        if (total > kMaxElements)
            return refuse(m_uses.elements() > kMaxElements
                              ? tooMuch()
                              : SvgCleaningWords::tr("This SVG repeats its parts too often to be drawn. Save it as PNG."));
        m_svg.droppedElements = QStringList(m_dropped.cbegin(), m_dropped.cend());
        m_svg.droppedElements.sort();
        return std::move(m_svg);
    }

private:
    static QString tooMuch() { return SvgCleaningWords::tr("This SVG has too many parts, points or dashes to be drawn. Simplify it, or save it as PNG."); }
    static tl::unexpected<Error> refuse(const QString &sentence) { return fail(Error::refusedHere(sentence)); }

    QString startElement()
    {
        const QString name = m_reader.name().toString();
        const QStringView space = m_reader.namespaceUri();
        const bool svg = space.isEmpty() || space == u"http://www.w3.org/2000/svg";
        if (!m_seenRoot && (!svg || name != u"svg"))
            return SvgCleaningWords::tr("This is not an SVG drawing.");
        if (++m_readDepth > kMaxDepth)
            return SvgCleaningWords::tr("This SVG has groups inside groups, more than %L1 of them, which is deeper than forums and "
                                        "this program draw. Ungroup its parts, or save it as PNG.")
                .arg(kMaxDepth);
        if (m_uses.elements() > kMaxElements)
            return tooMuch();
        if (!svg || !keptElements().contains(name)) {
            // What editors note for themselves (metadata, names, their own elements) is nobody's loss.
            static const QSet<QString> silent{QStringLiteral("metadata"), QStringLiteral("title"),
                                              QStringLiteral("desc")};
            if (name == u"script")
                m_svg.hadScript = true;
            else if (svg && !silent.contains(name))
                m_dropped.insert(name);
            m_reader.skipCurrentElement();
            --m_readDepth;
            return {};
        }
        ++m_depth;
        m_inStyle = name == u"style";
        m_svg.hasText = m_svg.hasText || name == u"text";
        m_writer.writeStartElement(name);
        const QXmlStreamAttributes all = m_reader.attributes();
        Outline outline = m_outlines.isEmpty() ? Outline() : m_outlines.last();
        outline.stroked = outline.stroked || m_sheet.stroked;
        if (m_sheet.dash > 0)
            outline.dash = m_sheet.dash;
        for (const QXmlStreamAttribute &a : all)
            outline.take(a.name().toString(), a.value().toString());
        outline.takeStyle(all.value(QLatin1String("style")).toString());
        m_outlines.append(outline);
        m_uses.open(all.value(QLatin1String("id")).toString(), costOf(all, outline));
        if (!m_seenRoot) {
            m_seenRoot = true;
            m_writer.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2000/svg"));
            m_writer.writeAttribute(QStringLiteral("xmlns:xlink"), QStringLiteral("http://www.w3.org/1999/xlink"));
            rootAttributes();
        } else {
            attributes(name);
        }
        return {};
    }
    void endElement()
    {
        if (m_inStyle && !m_style.isEmpty()) {
            m_sheet.takeStyle(m_style); // of any class: whoever wears it
            m_writer.writeCharacters(cleaned(std::exchange(m_style, {})));
        }
        m_writer.writeEndElement();
        m_uses.close();
        m_outlines.removeLast();
        m_inStyle = false;
        --m_depth;
        --m_readDepth;
    }
    void characters()
    {
        const QString text = m_reader.text().toString();
        // In pieces it could hide what it says as a whole.
        if (m_inStyle)
            m_style += text;
        else
            m_writer.writeCharacters(text);
    }

    QString cleaned(const QString &css)
    {
        static const QRegularExpression comment(QStringLiteral("/\\*.*?(\\*/|$)"), QRegularExpression::DotMatchesEverythingOption);
        const QString said = css.contains(QLatin1String("/*")) ? QString(css).remove(comment) : css;
        const QString rest = withoutOutside(said);
        m_svg.hadForeignReference = m_svg.hadForeignReference || rest != said;
        return rest;
    }
    void attributes(const QString &element)
    {
        const QXmlStreamAttributes all = m_reader.attributes();
        for (const QXmlStreamAttribute &a : all)
            attribute(a);
        reference(element, all);
    }
    void attribute(const QXmlStreamAttribute &a)
    {
        const QString name = a.name().toString();
        const QString value = a.value().toString();
        if (name.startsWith(QLatin1String("on"), Qt::CaseInsensitive))
            m_svg.hadScript = true;
        else if (name == u"base") // all addresses would be of another place
            m_svg.hadForeignReference = true;
        // Qt takes xml:id for an id; of that prefix only blanks and languages say anything here.
        else if (name != u"href" && (a.prefix().isEmpty() || (a.prefix() == u"xml" && (name == u"space" || name == u"lang"))))
            m_writer.writeAttribute(a.qualifiedName().toString(), cleaned(value));
    }
    /// Many programs write href and xlink:href beside each other. Forums delete xlink:href of <use> and keep href; Qt reads only
    /// xlink:href.
    void reference(const QString &element, const QXmlStreamAttributes &all)
    {
        QString local;
        for (const QXmlStreamAttribute &a : all) {
            if (a.name() != u"href")
                continue;
            if (!isLocal(a.value()))
                m_svg.hadForeignReference = true;
            else if (local.isEmpty() || a.prefix().isEmpty())
                local = a.value().toString();
        }
        if (local.isEmpty())
            return;
        m_writer.writeAttribute(QStringLiteral("xlink:href"), local);
        if (element == u"use") {
            m_writer.writeAttribute(QStringLiteral("href"), local);
            m_uses.refer(local.trimmed().mid(1));
        }
    }
    /// Older forums draw nothing without width and height.
    void rootAttributes()
    {
        const QXmlStreamAttributes all = m_reader.attributes();
        const auto length = [&all](const char *name) {
            const QString text = all.value(QLatin1String(name)).toString().trimmed();
            static const QRegularExpression shape(QStringLiteral(R"(^\+?(\d*\.?\d+)(px|pt|pc|mm|cm|in)?$)"));
            const QRegularExpressionMatch match = shape.match(text);
            static const QHash<QString, double> units{{QStringLiteral("pt"), 96.0 / 72},
                                                      {QStringLiteral("pc"), 16},
                                                      {QStringLiteral("mm"), 96 / 25.4},
                                                      {QStringLiteral("cm"), 96 / 2.54},
                                                      {QStringLiteral("in"), 96}};
            return match.hasMatch() ? match.captured(1).toDouble() * units.value(match.captured(2), 1) : 0;
        };
        static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
        const QStringList box =
            all.value(QLatin1String("viewBox")).toString().trimmed().split(separators, Qt::SkipEmptyParts);
        m_svg.size = QSizeF(length("width"), length("height"));
        if (m_svg.size.isEmpty() && box.size() == 4)
            m_svg.size = QSizeF(box.at(2).toDouble(), box.at(3).toDouble());
        const QSizeF said = m_svg.size;
        // Forums refuse what is smaller than one unit.
        if (!said.isEmpty() && std::min(said.width(), said.height()) < 1)
            m_svg.size = said * (kEnlargedSide / std::max(said.width(), said.height()));
        for (const QXmlStreamAttribute &a : all) {
            if (a.qualifiedName() != u"width" && a.qualifiedName() != u"height")
                attribute(a);
        }
        if (!m_svg.size.isEmpty()) {
            m_writer.writeAttribute(QStringLiteral("width"), QString::number(m_svg.size.width()));
            m_writer.writeAttribute(QStringLiteral("height"), QString::number(m_svg.size.height()));
            if (box.size() != 4)
                m_writer.writeAttribute(QStringLiteral("viewBox"),
                                        QStringLiteral("0 0 %1 %2").arg(said.width()).arg(said.height()));
        }
    }

    CleanSvg m_svg;
    QXmlStreamReader m_reader;
    QXmlStreamWriter m_writer;
    UseCounter m_uses;
    QSet<QString> m_dropped;
    int m_depth = 0;
    int m_readDepth = 0;
    bool m_seenRoot = false;
    bool m_inStyle = false;
    QString m_style;
    QList<Outline> m_outlines; ///< of the elements around
    Outline m_sheet;
};

} // namespace

Result<CleanSvg> cleanSvg(const QByteArray &bytes)
{
    if (bytes.size() > kMaxBytes)
        return fail(Error::refusedHere(SvgCleaningWords::tr("This SVG is larger than 8 MB. Save it as PNG.")));
    return Cleaner(bytes).run();
}

} // namespace badgewright::artwork
