// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "http/client.h"

namespace badgewright::discourse {

/// Finds out whether a Discourse answers at an address, and where it really is: GET /site/basic-info.json without a
/// key, going after redirects by itself since each may change origin and prefix, then /about.json for the version.
class ProbeErrand : public QObject
{
    Q_OBJECT

public:
    static Call<SiteProbe> *run(const QUrl &candidate, QObject *parent);

private:
    explicit ProbeErrand(Call<SiteProbe> *call);
    void knockAt(const QUrl &base);
    void opened(const http::Reply &reply);
    void moveTo(const http::Reply &reply);
    void askVersion();

    Call<SiteProbe> *m_call;
    http::Client *m_client = nullptr;
    SiteProbe m_probe;
    int m_moves = 0;
};

} // namespace badgewright::discourse
