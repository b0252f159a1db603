// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web_picture_reader.h"

namespace badgewright {

namespace {

tl::unexpected<Error> refusePicture(const QString &sentence)
{
    return fail(Error::refusedHere(sentence));
}

Result<WebPicture> pictureOf(const http::Reply &reply, const QUrl &url)
{
    const QString host = url.host();
    if (reply.status >= 300 && reply.status < 400)
        return refusePicture(WebPictureReader::tr("%1 sends on to another address that is not visited.").arg(host));
    if (reply.status == 401 || reply.status == 403)
        return refusePicture(WebPictureReader::tr("%1 shows this picture only to people who are signed in there.").arg(host));
    if (reply.status == 404 || reply.status == 410)
        return refusePicture(WebPictureReader::tr("%1 does not have this picture any more.").arg(host));
    if (reply.status != 200)
        return refusePicture(WebPictureReader::tr("%1 answered with the status %2 instead of a picture.").arg(host).arg(reply.status));
    if (reply.contentType == "text/html")
        return refusePicture(WebPictureReader::tr("What %1 gave is a web page, not a picture.").arg(host));
    if (reply.body.isEmpty())
        return refusePicture(WebPictureReader::tr("What %1 gave is empty.").arg(host));
    const QString name = url.fileName();
    return WebPicture{reply.body, name.isEmpty() ? WebPictureReader::tr("picture") : name};
}

} // namespace

WebPictureReader::WebPictureReader(QObject *parent) : QObject(parent) {}

Call<WebPicture> *WebPictureReader::fetch(const QUrl &url, const QUrl &home)
{
    auto *call = new Call<WebPicture>(this);
    auto *inner = m_reader.get(url, home, kLargest);
    follow(call, inner);
    inner->then(call, [call, url](const Result<http::Reply> &reply) {
        if (reply)
            call->settle(pictureOf(*reply, url));
        else if (reply.error().kind == ErrorKind::Unreadable)
            call->settle(refusePicture(tr("The picture at %1 is larger than %2 MB.").arg(url.host()).arg(kLargest / (1024 * 1024))));
        else
            call->settle(fail(reply.error()));
    });
    return call;
}

} // namespace badgewright
