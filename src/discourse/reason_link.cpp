// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/reason_link.h"

#include "discourse/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace badgewright::discourse {

namespace {

qint64 idOf(const QString &segment)
{
    bool ok = false;
    const qint64 id = segment.toLongLong(&ok);
    return ok && id > 0 && id <= std::numeric_limits<int>::max() ? id : 0;
}

tl::unexpected<Error> notALink()
{
    return fail(Error::refusedHere(Words::tr("This is not a link to a topic or a post.")));
}

tl::unexpected<Error> elsewhere()
{
    return fail(Error::refusedHere(Words::tr("It leads to another site.")));
}

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
}

// https and http of one host are the same forum, unless ports were named.
bool sameHost(const QUrl &url, const QUrl &base)
{
    if (url.host().compare(base.host(), Qt::CaseInsensitive) != 0)
        return false;
    return effectivePort(url) == effectivePort(base) || (url.port() < 0 && base.port() < 0);
}

Result<ReasonLink> topicLink(QStringList parts, const QString &fragment)
{
    ReasonLink link;
    if (parts.isEmpty())
        return notALink();
    // The first number is the topic; a word before it is the slug.
    if (idOf(parts[0]) == 0 && parts.size() >= 2 && idOf(parts[1]) > 0)
        parts.removeFirst();
    link.topicId = idOf(parts[0]);
    if (link.topicId == 0) {
        // Numbers that are none of a topic, too large ones for example.
        static const QRegularExpression digits(QStringLiteral("^\\d+$"));
        const QString &last = parts.at(std::min<qsizetype>(1, parts.size() - 1));
        if (digits.match(last).hasMatch() || parts[0] == QLatin1String("-"))
            return notALink();
        link.slug = parts[0];
        return link;
    }
    if (parts.size() > 1) {
        link.lastPost = parts[1] == QLatin1String("last");
        link.postNumber = int(idOf(parts[1]));
    }
    static const QRegularExpression mark(QStringLiteral("^post_(\\d{1,9})$"));
    if (const auto match = mark.match(fragment); match.hasMatch() && link.postNumber == 0)
        link.postNumber = match.captured(1).toInt();
    return link;
}

} // namespace

QUrl reasonUrl(const QUrl &base, qint64 topicId, int postNumber)
{
    return QUrl(base.toString(QUrl::FullyEncoded) + QStringLiteral("/t/-/%1/%2").arg(topicId).arg(postNumber));
}

Result<ReasonLink> parseReasonLink(const QString &written, const QUrl &base)
{
    QString text = written.trimmed();
    if (text.startsWith(u'<') && text.endsWith(u'>'))
        text = text.mid(1, text.size() - 2).trimmed();
    if (text.isEmpty() || text.contains(QRegularExpression(QStringLiteral("\\s"))))
        return notALink();

    QUrl url;
    if (text.contains(QLatin1String("://"))) {
        url = QUrl(text);
    } else if (text.startsWith(QLatin1String("//"))) {
        url = QUrl(base.scheme() + u':' + text);
    } else if (text.startsWith(base.authority() + u'/', Qt::CaseInsensitive)
               || text.startsWith(base.host() + u'/', Qt::CaseInsensitive)) {
        url = QUrl(base.scheme() + QLatin1String("://") + text);
        if (url.port() < 0)
            url.setPort(base.port());
    } else {
        static const QRegularExpression bare(QStringLiteral("^/?(t|n|p|posts)/"));
        const bool hasPrefix = !base.path().isEmpty() && text.startsWith(base.path() + u'/');
        if (!hasPrefix && !bare.match(text).hasMatch()) {
            static const QRegularExpression host(QStringLiteral("^[^/\\s]+\\.[^/\\s]+/"));
            return host.match(text).hasMatch() ? elsewhere() : notALink();
        }
        const QString path = text.startsWith(u'/') ? text : u'/' + text;
        const QString origin = base.toString(QUrl::RemovePath | QUrl::FullyEncoded);
        url = QUrl(origin + (hasPrefix ? path : base.path() + path));
    }
    if (!url.isValid() || url.host().isEmpty())
        return notALink();
    if (!sameHost(url, base))
        return elsewhere();

    QString path = url.path();
    if (!base.path().isEmpty()) {
        if (!path.startsWith(base.path() + u'/'))
            return elsewhere();
        path = path.mid(base.path().size());
    }
    if (path.endsWith(QLatin1String(".json")))
        path.chop(5);
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return notALink();
    const QString page = parts.takeFirst().toLower();
    if (page == QLatin1String("t") || page == QLatin1String("n"))
        return topicLink(parts, url.fragment());
    ReasonLink link;
    if (page == QLatin1String("posts") && parts[0] == QLatin1String("by_number") && parts.size() >= 3) {
        link.topicId = idOf(parts[1]);
        link.postNumber = int(idOf(parts[2]));
        if (link.topicId > 0 && link.postNumber > 0)
            return link;
        return notALink();
    }
    if (page == QLatin1String("p") || page == QLatin1String("posts")) {
        link.postId = idOf(parts[0]);
        if (link.postId > 0)
            return link;
    }
    return notALink();
}

} // namespace badgewright::discourse
