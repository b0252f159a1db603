// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/badge.h"

namespace badgewright::discourse {

/// One picture on its way to the forum. Where the site hands out addresses of its store: presign, put there, complete;
/// whatever fails on that road, and everywhere else: POST /uploads.json. Checked against the site's settings before
/// anything is sent, because a presigned road reports every fault in the same words.
///
/// RefusedHere: kind or size not allowed. Invalid: the forum could not read it.
class PictureUpload : public QObject
{
    Q_OBJECT

public:
    /// `storeRefused` is set when the site turns out to hand out no addresses; read before the next upload.
    static Call<Upload> *run(Session *session, const Picture &picture, bool *storeRefused);

private:
    PictureUpload(Session *session, const Picture &picture, bool *storeRefused, Call<Upload> *call);
    void presign();
    void put(const QByteArray &presigned);
    void complete(const QString &identifier);
    void post();
    void settle(const Result<http::Reply> &result);

    Session *m_session;
    Picture m_picture;
    bool *m_storeRefused;
    Call<Upload> *m_call;
};

/// Why this picture cannot go to this site; empty: it can.
QString pictureProblem(const Picture &picture, const SiteFacts &facts);

} // namespace badgewright::discourse
