// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_source.h"

#include "artwork/loose_badges.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>

namespace badgewright::ui {

namespace {

using namespace Qt::StringLiterals;

struct PictureSourceWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::PictureSource)
};

constexpr qsizetype kLongestHtml = 1024 * 1024;
constexpr qsizetype kLongestDataAddress = 28 * 1024 * 1024;

/// The richest first: what a format cannot hold is lost in it.
const QList<std::pair<QString, QString>> &formats()
{
    static const QList<std::pair<QString, QString>> all{{u"image/svg+xml"_s, u"svg"_s}, {u"image/gif"_s, u"gif"_s},   {u"image/webp"_s, u"webp"_s},
                                                        {u"image/png"_s, u"png"_s},     {u"image/avif"_s, u"avif"_s}, {u"image/jpeg"_s, u"jpg"_s},
                                                        {u"image/heic"_s, u"heic"_s}};
    return all;
}

bool isWeb(const QUrl &url)
{
    return (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
}

QString plainText(const QString &html)
{
    QString text = html;
    return text.replace(u"&amp;"_s, u"&"_s).replace(u"&quot;"_s, u"\""_s).replace(u"&#39;"_s, u"'"_s).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s);
}

/// The address of the first picture in what a browser copies of a page.
QString pictureInHtml(const QMimeData *data)
{
    if (!data->hasHtml())
        return {};
    const QString html = data->html().left(kLongestHtml);
    static const QRegularExpression image(uR"re(<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))re"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = image.match(html);
    for (int group = 1; match.hasMatch() && group <= 3; ++group) {
        if (!match.captured(group).isEmpty())
            return plainText(match.captured(group)).trimmed();
    }
    return {};
}

bool namesPicture(const QUrl &url)
{
    return isWeb(url) && artwork::isPictureName(url.fileName());
}

/// An address of a picture that is dragged as a link, or copied as text.
QUrl pictureLink(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (namesPicture(url))
            return url;
    }
    const QString text = data->hasText() ? data->text().trimmed() : QString();
    if (text.size() > 4000 || text.contains(u'\n') || !text.startsWith(u"http"))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    return namesPicture(url) ? url : QUrl();
}

std::optional<PictureSource> fromDataAddress(const QString &address)
{
    static const QRegularExpression head(uR"(^data:(image/[a-z+.-]+)(;[^,]*?)?,)"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = head.match(address.left(200));
    if (!match.hasMatch() || address.size() > kLongestDataAddress)
        return std::nullopt;
    const QByteArray written = address.mid(match.capturedEnd()).toUtf8();
    const bool base64 = match.captured(2).contains(u"base64", Qt::CaseInsensitive);
    PictureSource source;
    source.bytes = base64 ? QByteArray::fromBase64(QByteArray::fromPercentEncoding(written)) : QByteArray::fromPercentEncoding(written);
    source.fileName = PictureSourceWords::tr("picture from a page");
    return source.bytes.isEmpty() ? std::nullopt : std::optional(source);
}

/// What the browser drew of it may be one still frame of the picture.
bool isMoreThan(const QUrl &address, const QString &format)
{
    const QString ending = QFileInfo(address.fileName()).suffix().toLower();
    return (ending == u"gif" || ending == u"svg" || ending == u"webp") && ending != format;
}

} // namespace

bool holdsPicture(const QMimeData *data)
{
    if (!data)
        return false;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && artwork::isPictureName(url.toLocalFile()))
            return true;
    }
    for (const auto &[mime, ending] : formats()) {
        if (data->hasFormat(mime))
            return true;
    }
    return data->hasImage() || !pictureLink(data).isEmpty() || !pictureInHtml(data).isEmpty();
}

std::optional<PictureSource> pictureIn(const QMimeData *data)
{
    if (!data)
        return std::nullopt;
    // A file first: its bytes are better than pixels that another program decoded.
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && artwork::isPictureName(url.toLocalFile()))
            return PictureSource{url.toLocalFile(), {}};
    }
    // In a picture that is also a link the link leads elsewhere: what the page shows is the picture.
    const QString shown = pictureInHtml(data);
    if (const auto written = fromDataAddress(shown))
        return written;
    PictureSource source;
    const QUrl inPage(shown, QUrl::TolerantMode);
    source.address = isWeb(inPage) ? inPage : pictureLink(data);
    for (const auto &[mime, ending] : formats()) {
        if (!data->hasFormat(mime))
            continue;
        source.bytes = data->data(mime);
        if (source.bytes.isEmpty())
            continue;
        const QString name = source.address.fileName();
        source.fileName = (name.isEmpty() ? PictureSourceWords::tr("picture from a page") : QFileInfo(name).completeBaseName()) + u'.' + ending;
        source.addressFirst = isWeb(source.address) && isMoreThan(source.address, ending);
        return source;
    }
    if (isWeb(source.address))
        return source;
    if (data->hasImage()) {
        source.image = qvariant_cast<QImage>(data->imageData());
        if (!source.image.isNull())
            return source;
    }
    return std::nullopt;
}

} // namespace badgewright::ui
