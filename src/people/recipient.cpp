// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/recipient.h"

#include <QRegularExpression>

#include <algorithm>

namespace badgewright::people {
namespace {

/// Without what copying leaves around a name: blanks, invisible characters, quotation marks.
QString bare(const QString &text)
{
    QString s = text;
    if (std::any_of(s.cbegin(), s.cend(), [](QChar c) { return c.unicode() > 0x7f; }))
        s.remove(QChar(0x200b)).remove(QChar(0xfeff)).remove(QChar(0x200e)).remove(QChar(0x200f)).remove(QChar(0x00ad));
    s = s.trimmed();
    while (s.size() >= 2 &&
           ((s.startsWith(u'"') && s.endsWith(u'"')) || (s.startsWith(u'\'') && s.endsWith(u'\'')) ||
            (s.startsWith(u'<') && s.endsWith(u'>')) || (s.startsWith(u'\u201c') && s.endsWith(u'\u201d'))))
        s = s.mid(1, s.size() - 2).trimmed();
    return s;
}

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral(R"(^[^\s@,;<>"]+@[^\s@,;<>"/]+\.[^\s@,;<>"/.]+$)"));
    return text.contains(u'@') && shape.match(text).hasMatch();
}

} // namespace

QString foldedName(const QString &username)
{
    return username.normalized(QString::NormalizationForm_KC).toLower();
}

std::optional<ProfileAddress> profileAddress(const QString &text)
{
    // With a host, or only the path as one copies it out of a page.
    static const QRegularExpression shape(
        QStringLiteral(
            R"(^(?:(?:https?://)?[^\s/@]+\.[^\s/@]+|https?://[^\s/@]+)?(?:/[^\s/?#]+)*?/(u|users)/([^\s/?#]+)(/[^\s?#]*)?(?:[?#]\S*)?$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(u'/'))
        return {};
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return {};
    const QString who = QUrl::fromPercentEncoding(match.captured(2).toUtf8());
    if (who.isEmpty())
        return {};

    ProfileAddress address;
    const bool hasScheme = text.startsWith(QLatin1String("http"), Qt::CaseInsensitive);
    address.url = QUrl(hasScheme || text.startsWith(u'/') ? text : QStringLiteral("https://") + text);
    bool isNumber = false;
    const AccountId id = who.toLongLong(&isNumber);
    if (match.captured(1).compare(QLatin1String("users"), Qt::CaseInsensitive) == 0 && isNumber && id > 0)
        address.id = id;
    else
        address.username = who;
    return address;
}

Recipient recipientFrom(const QString &text, int row, std::optional<RecipientKind> wanted)
{
    Recipient r;
    r.row = row;
    r.text = text.trimmed();
    QString s = bare(text);

    // "Bob <bob@x.org>"
    static const QRegularExpression named(QStringLiteral(R"(^(.*?)\s*<\s*(?:mailto:)?([^\s<>]+)\s*>$)"));
    const QRegularExpressionMatch match = s.endsWith(u'>') ? named.match(s) : QRegularExpressionMatch();
    if (match.hasMatch()) {
        r.name = bare(match.captured(1));
        s = match.captured(2);
    }
    if (s.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        s = s.mid(7);

    if (wanted == RecipientKind::Id || wanted == RecipientKind::ExternalId) {
        r.kind = *wanted;
        r.key = s;
        return r;
    }
    // A column of names may well hold an address here and there; a name cannot look like one.
    if (const std::optional<ProfileAddress> address = profileAddress(s)) {
        r.kind = RecipientKind::ProfileUrl;
        r.profile = address->url;
        r.key = address->id ? QString::number(address->id) : address->username;
    } else if (wanted == RecipientKind::Email || isEmail(s)) {
        r.kind = RecipientKind::Email;
        r.key = s;
    } else {
        r.kind = RecipientKind::Username;
        r.key = s.startsWith(u'@') ? s.mid(1).trimmed() : s;
    }
    return r;
}

QList<Recipient> recipientsFrom(const QList<Account> &accounts)
{
    QList<Recipient> recipients;
    recipients.reserve(accounts.size());
    for (const Account &account : accounts) {
        Recipient r;
        r.row = int(recipients.size()) + 1;
        r.text = account.username;
        r.key = account.username;
        r.name = account.name;
        r.account = account;
        recipients.append(r);
    }
    return recipients;
}

} // namespace badgewright::people
