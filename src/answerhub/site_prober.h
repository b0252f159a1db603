// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "http/client.h"

#include <memory>

namespace badgewright::answerhub {

/// Finds out whether an address is an AnswerHub, without a key. Child of its call.
class SiteProber final : public QObject
{
    Q_OBJECT

public:
    SiteProber(const QUrl &candidate, Call<SiteProbe> *call);

private:
    enum class Evidence {
        None,
        Some,  ///< something refuses or redirects there; the front page decides
        Clear, ///< it answered as the API does
    };

    void tryNextBase();
    void askAwards();
    void takeAwards(const Result<http::Reply> &reply);
    bool followRedirect(const http::Reply &reply);
    void askFrontPage(Evidence evidence);
    void takeFrontPage(Evidence evidence, const Result<http::Reply> &reply);
    void becomeClient(const QUrl &base);
    void giveUp(const Error &error);

    Call<SiteProbe> *m_call;
    QList<QUrl> m_bases; ///< still to be tried
    QUrl m_base;
    std::unique_ptr<http::Client> m_client;
    int m_redirectsLeft = 0;
    std::optional<Error> m_firstError;
};

} // namespace badgewright::answerhub
