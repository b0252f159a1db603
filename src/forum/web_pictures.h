// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"

#include <QByteArray>
#include <QUrl>

namespace badgewright {

/// A file from the web, not looked at yet.
struct WebPicture {
    QByteArray bytes;
    QString fileName;
};

/// Fetches pictures that a person drags out of a web page. No key of any forum goes along, to no host.
class WebPictures
{
public:
    virtual ~WebPictures() = default;
    /// `home`: the forum that is open; hosts of the local network are refused but for this one. Progress counts bytes; the
    /// total is 0 where the server does not say it. RefusedHere with a sentence: no picture, too large, or a host that is not asked.
    virtual Call<WebPicture> *fetch(const QUrl &url, const QUrl &home) = 0;
};

} // namespace badgewright
