// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/address.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace badgewright {

namespace {

struct AddressWords {
    Q_DECLARE_TR_FUNCTIONS(Address)
};

// First words of pages that both kinds of forums have; what stands before one is the forum's folder.
const QSet<QString> &pageWords()
{
    static const QSet<QString> words{
        QStringLiteral("latest"), QStringLiteral("new"),        QStringLiteral("unread"),     QStringLiteral("top"),
        QStringLiteral("hot"),    QStringLiteral("t"),          QStringLiteral("p"),          QStringLiteral("posts"),
        QStringLiteral("c"),      QStringLiteral("categories"), QStringLiteral("tag"),        QStringLiteral("tags"),
        QStringLiteral("u"),      QStringLiteral("g"),          QStringLiteral("groups"),     QStringLiteral("users"),
        QStringLiteral("about"),  QStringLiteral("admin"),      QStringLiteral("badges"),     QStringLiteral("login"),
        QStringLiteral("signup"), QStringLiteral("faq"),        QStringLiteral("guidelines"), QStringLiteral("tos"),
        QStringLiteral("search"), QStringLiteral("my"),         QStringLiteral("session"),    QStringLiteral("site"),
        QStringLiteral("n"),      QStringLiteral("leaderboard"), QStringLiteral("questions"), QStringLiteral("answers"),
        QStringLiteral("topics"), QStringLiteral("spaces"),     QStringLiteral("articles"),   QStringLiteral("ideas"),
        QStringLiteral("index.html"), QStringLiteral("services"), QStringLiteral("user-api-key"),
    };
    return words;
}

QStringList pathsOf(const QString &path)
{
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (pageWords().contains(segments[i].toLower())) {
            segments = segments.mid(0, i);
            break;
        }
    }
    // Deeper than this is a page we do not know, not a folder.
    segments = segments.mid(0, 4);
    QStringList paths;
    while (!segments.isEmpty()) {
        paths << u'/' + segments.join(u'/');
        segments.removeLast();
    }
    paths << QString();
    return paths;
}

} // namespace

bool isLoopback(const QString &host)
{
    const QString h = host.toLower();
    static const QRegularExpression four(QStringLiteral("^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"));
    return h == QLatin1String("localhost") || h.endsWith(QLatin1String(".localhost")) || h == QLatin1String("::1")
        || h == QLatin1String("[::1]") || four.match(h).hasMatch();
}

Result<QList<QUrl>> candidatesFor(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.startsWith(u'<') && text.endsWith(u'>'))
        text = text.mid(1, text.size() - 2).trimmed();
    if (text.isEmpty())
        return fail(Error::refusedHere(AddressWords::tr("Type the address of the forum.")));
    static const QRegularExpression blank(QStringLiteral("\\s"));
    if (text.contains(blank))
        return fail(Error::refusedHere(AddressWords::tr("An address has no blanks in it.")));

    QString scheme;
    if (const qsizetype at = text.indexOf(QLatin1String("://")); at >= 0) {
        scheme = text.left(at).toLower();
        text = text.mid(at + 3);
    } else if (text.startsWith(QLatin1String("//"))) {
        text = text.mid(2);
    } else if (text.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)) {
        return fail(Error::refusedHere(AddressWords::tr("That is an e-mail address, not the address of a forum.")));
    }
    if (!scheme.isEmpty() && scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return fail(Error::refusedHere(AddressWords::tr("Only addresses that begin with https:// or http:// can be used.")));

    // A bare IPv6 address is told from host:port by its second colon.
    static const QRegularExpression bareSix(QStringLiteral("^[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?=$|/)"));
    if (const auto match = bareSix.match(text); match.hasMatch())
        text = u'[' + match.captured() + u']' + text.mid(match.capturedLength());

    const QString askedScheme = scheme.isEmpty() ? QStringLiteral("https") : scheme;
    const QUrl url(askedScheme + QLatin1String("://") + text, QUrl::TolerantMode);
    if (!url.userInfo().isEmpty()) {
        return fail(Error::refusedHere(scheme.isEmpty()
                                           ? AddressWords::tr("That is an e-mail address, not the address of a forum.")
                                           : AddressWords::tr("Leave the name and password out of the address.")));
    }
    if (!url.isValid() || url.host().isEmpty())
        return fail(Error::refusedHere(AddressWords::tr("“%1” is not an address.").arg(typed.trimmed())));

    QStringList schemes;
    if (scheme == QLatin1String("http")) {
        // Nobody serves both kinds on a port that was named; elsewhere the safe one is tried first all the same.
        if (!isLoopback(url.host()) && url.port() < 0)
            schemes << QStringLiteral("https");
        schemes << QStringLiteral("http");
    } else {
        schemes << QStringLiteral("https");
        if (scheme.isEmpty() && isLoopback(url.host()))
            schemes << QStringLiteral("http");
    }

    QList<QUrl> candidates;
    const QStringList paths = pathsOf(url.path());
    for (const QString &s : schemes) {
        for (const QString &path : paths) {
            QUrl base;
            base.setScheme(s);
            base.setHost(url.host());
            if (url.port() >= 0 && url.port() != (s == QLatin1String("https") ? 443 : 80))
                base.setPort(url.port());
            base.setPath(path);
            candidates << base;
        }
    }
    return candidates;
}

} // namespace badgewright
