// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/column_mapping.h"

#include "people/cell_kind.h"
#include "people/people_list.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

// What the columns of a table hold, by their titles and by what stands in them.

namespace badgewright::people {
namespace {

struct HeaderWords {
    ColumnRole role;
    QStringList words; ///< folded: lower case, letters and digits only
};

/// Earlier rows win when a word would fit two roles.
const QList<HeaderWords> &headerWords()
{
    static const QList<HeaderWords> all{
        {ColumnRole::ExternalId,
         {QStringLiteral("externalid"), QStringLiteral("ssoid"), QStringLiteral("externeid"),
          QStringLiteral("externekennung"), QStringLiteral("idexterne"), QStringLiteral("idexterno")}},
        {ColumnRole::Id,
         {QStringLiteral("userid"), QStringLiteral("accountid"), QStringLiteral("memberid"),
          QStringLiteral("benutzerid"), QStringLiteral("nutzerid"), QStringLiteral("kontonummer"),
          QStringLiteral("iduser")}},
        {ColumnRole::Username,
         {QStringLiteral("username"),        QStringLiteral("user"),           QStringLiteral("usernames"),
          QStringLiteral("login"),           QStringLiteral("loginname"),      QStringLiteral("account"),
          QStringLiteral("accountname"),     QStringLiteral("handle"),         QStringLiteral("nick"),
          QStringLiteral("nickname"),        QStringLiteral("member"),         QStringLiteral("recipient"),
          QStringLiteral("forumname"),       QStringLiteral("benutzername"),   QStringLiteral("benutzer"),
          QStringLiteral("nutzername"),      QStringLiteral("nutzer"),         QStringLiteral("anmeldename"),
          QStringLiteral("konto"),           QStringLiteral("mitglied"),       QStringLiteral("empf\u00e4nger"),
          QStringLiteral("nomdutilisateur"), QStringLiteral("utilisateur"),    QStringLiteral("pseudo"),
          QStringLiteral("usuario"),         QStringLiteral("nombredeusuario")}},
        {ColumnRole::Email,
         {QStringLiteral("email"), QStringLiteral("mail"), QStringLiteral("emailaddress"),
          QStringLiteral("mailaddress"), QStringLiteral("emailadresse"), QStringLiteral("mailadresse"),
          QStringLiteral("courriel"), QStringLiteral("adresseemail"), QStringLiteral("correo"),
          QStringLiteral("correoelectr\u00f3nico")}},
        {ColumnRole::ProfileUrl,
         {QStringLiteral("profile"), QStringLiteral("profileurl"), QStringLiteral("profilelink"),
          QStringLiteral("profil"), QStringLiteral("profiladresse"), QStringLiteral("profillink"),
          QStringLiteral("perfil")}},
        {ColumnRole::Reason,
         {QStringLiteral("reason"),
          QStringLiteral("reasons"),
          QStringLiteral("reasonurl"),
          QStringLiteral("link"),
          QStringLiteral("url"),
          QStringLiteral("post"),
          QStringLiteral("posturl"),
          QStringLiteral("topic"),
          QStringLiteral("topicurl"),
          QStringLiteral("grund"),
          QStringLiteral("begr\u00fcndung"),
          QStringLiteral("anlass"),
          QStringLiteral("beitrag"),
          QStringLiteral("thema"),
          QStringLiteral("raison"),
          QStringLiteral("sujet"),
          QStringLiteral("lien"),
          QStringLiteral("motivo"),
          QStringLiteral("tema"),
          QStringLiteral("enlace")}},
        {ColumnRole::Points,
         {QStringLiteral("points"), QStringLiteral("point"), QStringLiteral("score"), QStringLiteral("reputation"),
          QStringLiteral("amount"), QStringLiteral("punkte"), QStringLiteral("punkt"), QStringLiteral("punktzahl"),
          QStringLiteral("anzahl"), QStringLiteral("puntos")}},
        {ColumnRole::Date,
         {QStringLiteral("date"), QStringLiteral("day"), QStringLiteral("when"), QStringLiteral("datum"),
          QStringLiteral("tag"), QStringLiteral("wann"), QStringLiteral("jour"), QStringLiteral("fecha"),
          QStringLiteral("d\u00eda")}},
        {ColumnRole::Description,
         {QStringLiteral("description"), QStringLiteral("comment"), QStringLiteral("comments"), QStringLiteral("note"),
          QStringLiteral("notes"), QStringLiteral("text"), QStringLiteral("beschreibung"), QStringLiteral("kommentar"),
          QStringLiteral("bemerkung"), QStringLiteral("anmerkung"), QStringLiteral("notiz"),
          QStringLiteral("commentaire"), QStringLiteral("descripci\u00f3n"), QStringLiteral("comentario"),
          QStringLiteral("nota")}},
        {ColumnRole::Name,
         {QStringLiteral("name"), QStringLiteral("fullname"), QStringLiteral("displayname"), QStringLiteral("realname"),
          QStringLiteral("person"), QStringLiteral("people"), QStringLiteral("vollername"),
          QStringLiteral("anzeigename"), QStringLiteral("nom"), QStringLiteral("nombre")}},
    };
    return all;
}

QString foldedWord(const QString &cell)
{
    QString word;
    const QString normal = cell.normalized(QString::NormalizationForm_KC).toLower();
    for (QChar c : normal) {
        if (c.isLetterOrNumber())
            word.append(c);
    }
    return word;
}

std::optional<ColumnRole> roleOfWord(const QString &cell)
{
    const QString word = foldedWord(cell);
    if (word.isEmpty() || cell.size() > 40)
        return {};
    for (const HeaderWords &entry : headerWords()) {
        if (entry.words.contains(word))
            return entry.role;
    }
    return {};
}

/// Just "id" may as well number the rows of the sheet.
bool isBareId(const QString &cell)
{
    return foldedWord(cell) == QLatin1String("id");
}

bool guessHeader(const Table &table)
{
    if (hasKnownHeader(table))
        return true;
    // No word we know, but above a column of addresses or numbers stands something that is neither.
    for (int column = 0; column < table.columnCount && table.rows.size() > 2; ++column) {
        const CellKind below = columnKind(table, column, 1);
        const CellKind head = kindOf(table.cell(0, column));
        const bool strict = below == CellKind::Email || below == CellKind::Profile || below == CellKind::Number ||
                            below == CellKind::Date || below == CellKind::Link;
        if (strict && (head == CellKind::Word || head == CellKind::Text))
            return true;
    }
    return false;
}

void mapByHeader(const Table &table, ColumnMapping &mapping)
{
    for (int column = 0; column < table.rows.first().cells.size(); ++column) {
        const std::optional<ColumnRole> role = roleOfWord(table.cell(0, column));
        if (!role || mapping.columns.contains(*role))
            continue;
        // A column called "id" that holds words is not one of account numbers.
        const CellKind holds = columnKind(table, column, 1);
        if (*role == ColumnRole::Id && holds != CellKind::Number && holds != CellKind::Empty && holds != CellKind::Text)
            continue;
        mapping.columns.insert(*role, column);
    }
}

void mapByContent(const Table &table, ColumnMapping &mapping)
{
    const qsizetype first = mapping.firstRowIsHeader ? 1 : 0;
    std::optional<int> words;
    std::optional<int> texts;
    std::optional<int> bareId;
    for (int column = 0; column < table.columnCount; ++column) {
        if (mapping.roleOf(column))
            continue;
        const auto take = [&](ColumnRole role) {
            if (!mapping.columns.contains(role))
                mapping.columns.insert(role, column);
        };
        const CellKind holds = columnKind(table, column, first);
        // A column called "id" that holds words is not one of account numbers.
        if (mapping.firstRowIsHeader && !bareId && isBareId(table.cell(0, column)) &&
            (holds == CellKind::Number || holds == CellKind::Empty || holds == CellKind::Text)) {
            bareId = column;
            continue;
        }
        switch (holds) {
        case CellKind::Email:
            take(ColumnRole::Email);
            break;
        case CellKind::Profile:
            take(ColumnRole::ProfileUrl);
            break;
        case CellKind::Link:
            take(ColumnRole::Reason);
            break;
        case CellKind::Date:
            take(ColumnRole::Date);
            break;
        case CellKind::Number:
            if (!mapping.firstRowIsHeader && table.columnCount > 1)
                take(ColumnRole::Points);
            break;
        case CellKind::Word:
            if (!words)
                words = column;
            break;
        case CellKind::Text:
            if (!texts)
                texts = column;
            break;
        case CellKind::Empty:
            break;
        }
    }
    if (mapping.personRole())
        return;
    // Nobody is named yet: the column "id", one called "name", else the first that could be one.
    if (bareId)
        mapping.columns.insert(ColumnRole::Id, *bareId);
    else if (const int name = mapping.column(ColumnRole::Name); name >= 0)
        mapping.set(ColumnRole::Username, name);
    else if (words || texts)
        mapping.columns.insert(ColumnRole::Username, words ? *words : *texts);
    else if (table.columnCount == 1)
        mapping.columns.insert(ColumnRole::Username, 0);
}

} // namespace

bool hasKnownHeader(const Table &table)
{
    for (int column = 0; !table.rows.isEmpty() && column < table.rows.first().cells.size(); ++column) {
        if (roleOfWord(table.cell(0, column)) || isBareId(table.cell(0, column)))
            return true;
    }
    return false;
}

ColumnMapping guessMapping(const Table &table)
{
    ColumnMapping mapping;
    if (table.rows.isEmpty())
        return mapping;
    mapping.firstRowIsHeader = guessHeader(table);
    if (!mapping.firstRowIsHeader && isPeopleList(table)) {
        mapping.everyCell = true;
        return mapping;
    }
    if (mapping.firstRowIsHeader)
        mapByHeader(table, mapping);
    mapByContent(table, mapping);
    return mapping;
}

QString tableShape(const Table &table)
{
    if (table.rows.isEmpty())
        return {};
    QStringList parts;
    if (guessHeader(table)) {
        for (const QString &cell : table.rows.first().cells)
            parts << foldedWord(cell);
    } else {
        for (int column = 0; column < table.columnCount; ++column)
            parts << QString::number(int(columnKind(table, column, 0)));
        parts.prepend(QStringLiteral("no header"));
    }
    // A header may turn out to be somebody's row: it is not kept as it stands.
    const QByteArray bytes = parts.join(QChar(0x1f)).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(20));
}

} // namespace badgewright::people
