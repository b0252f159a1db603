// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/icons.h"

#include "discourse/json_tools.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::discourse {

namespace {

constexpr QLatin1String kSvg("http://www.w3.org/2000/svg");

bool isSvgDocument(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    const bool svg = reader.readNextStartElement() && reader.name() == QLatin1String("svg");
    while (!reader.atEnd())
        reader.readNext();
    return svg && !reader.hasError();
}

} // namespace

QString symbolName(const QString &written)
{
    QString name = written.trimmed();
    QString prefix;
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() == 2) {
        if (parts[0] == QLatin1String("far") || parts[0] == QLatin1String("fab"))
            prefix = parts[0] + u'-';
        name = parts[1];
    }
    for (const QLatin1String solid : {QLatin1String("fas-"), QLatin1String("fa-")}) {
        if (name.startsWith(solid))
            name = name.mid(solid.size());
    }
    return prefix + name;
}

QByteArray documentOfSymbol(const QByteArray &symbol)
{
    QByteArray document;
    QXmlStreamReader reader(symbol);
    QXmlStreamWriter writer(&document);
    // Sprites leave the namespace out, which no drawing of SVG forgives.
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            if (reader.name() == QLatin1String("symbol")) {
                writer.writeStartElement(QStringLiteral("svg"));
                writer.writeAttribute(QStringLiteral("xmlns"), kSvg);
                writer.writeAttribute(QStringLiteral("fill"), QStringLiteral("currentColor"));
            } else {
                writer.writeStartElement(reader.name().toString());
            }
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                if (attribute.name() != QLatin1String("id") && attribute.prefix().isEmpty())
                    writer.writeAttribute(attribute.name().toString(), attribute.value().toString());
            }
            break;
        case QXmlStreamReader::EndElement:
            writer.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            if (!reader.isWhitespace())
                writer.writeCharacters(reader.text().toString());
            break;
        case QXmlStreamReader::NoToken:
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::ProcessingInstruction:
            break;
        }
    }
    return reader.hasError() || !document.startsWith("<svg") ? QByteArray() : document;
}

Call<QList<Icon>> *searchIcons(Session *session, const QString &part)
{
    // `only_available` stays away: any value of it would leave out what the site does not use yet.
    auto request = http::Request::get(QStringLiteral("/svg-sprite/picker-search.json"),
                                      {{QStringLiteral("filter"), part.trimmed()}});
    return session->read<QList<Icon>>(request, [](const QByteArray &body) -> Result<QList<Icon>> {
        const auto answer = parseJson(body);
        if (!answer)
            return fail(answer.error());
        if (!answer->is_array())
            return fail(ErrorKind::Unreadable, QStringLiteral("not a list of symbols"));
        QList<Icon> icons;
        for (const Json &entry : *answer) {
            Icon icon{text(entry, "id"), documentOfSymbol(text(entry, "symbol").toUtf8())};
            if (!icon.name.isEmpty() && !icon.svg.isEmpty())
                icons << icon;
        }
        return icons;
    });
}

namespace {

/// Out of the symbols that the forum offers for choosing.
Call<Icon> *pickIcon(Session *session, const QString &symbol)
{
    return mapCall<Icon>(session, searchIcons(session, symbol), [symbol](const QList<Icon> &found) -> Result<Icon> {
        for (const Icon &icon : found) {
            if (icon.name == symbol)
                return icon;
        }
        return fail(ErrorKind::NotFound, QStringLiteral("no such symbol"));
    });
}

} // namespace

Call<Icon> *fetchIcon(Session *session, const QString &name)
{
    const QString symbol = symbolName(name);
    if (symbol.isEmpty())
        return settledCall<Icon>(session, fail(ErrorKind::NotFound, QStringLiteral("no symbol was named")));
    // Anything else would be another address on the server; the ids of a theme's own sprite may still be found.
    static const QString allowed = QStringLiteral("abcdefghijklmnopqrstuvwxyz0123456789-_");
    if (!std::all_of(symbol.begin(), symbol.end(), [](QChar c) { return allowed.contains(c); }))
        return pickIcon(session, symbol);
    auto request = http::Request::get(
        QStringLiteral("/svg-sprite/%1/icon/%2.svg").arg(session->base().host(), symbol));
    request.anonymous = true;
    request.headers.emplaceBack("Accept", "image/svg+xml");
    return session->read<Icon>(request, [symbol](const QByteArray &body) -> Result<Icon> {
        if (!isSvgDocument(body))
            return fail(ErrorKind::Unreadable, QStringLiteral("not a picture of a symbol"));
        return Icon{symbol, body};
    });
}

} // namespace badgewright::discourse
