// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

namespace badgewright {

/// What is left of the addresses to try after one of them failed: where nobody answered, or the certificate was no good,
/// the other paths of that origin are no better, and a bad certificate is no reason to go on without encryption.
QList<QUrl> worthTrying(const QList<QUrl> &candidates, const QUrl &failed, ErrorKind kind);

/// Knows both kinds of forums: tries an address as each, and opens a connection by its kind.
class AnyForumOpener final : public ForumOpener
{
    Q_OBJECT

public:
    using ForumOpener::ForumOpener;
    Call<SiteProbe> *probe(const QString &address) override;
    Call<ForumPtr> *open(const Connection &connection, const Secret &secret, RequestGate *gate) override;
};

} // namespace badgewright
