// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/web_pictures.h"
#include "http/public_reader.h"

namespace badgewright {

/// Pictures from the web, over the program's own client.
class WebPictureReader final : public QObject, public WebPictures
{
    Q_OBJECT

public:
    static constexpr qint64 kLargest = 20 * 1024 * 1024;

    explicit WebPictureReader(QObject *parent = nullptr);
    Call<WebPicture> *fetch(const QUrl &url, const QUrl &home) override;

private:
    http::PublicReader m_reader;
};

} // namespace badgewright
