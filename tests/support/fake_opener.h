// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

#include <functional>

namespace badgewright::test {

/// Opens what the test says, from the event loop, and remembers what it was asked.
class FakeOpener final : public ForumOpener
{
public:
    std::function<Result<SiteProbe>(const QString &)> onProbe;
    std::function<Result<ForumPtr>(const Connection &, const Secret &)> onOpen;
    QStringList probed;
    QList<Connection> opened;
    QList<QByteArray> secrets;

    Call<SiteProbe> *probe(const QString &address) override
    {
        probed += address;
        return settledCall<SiteProbe>(this, onProbe ? onProbe(address) : Result<SiteProbe>(fail(ErrorKind::Network)));
    }
    Call<ForumPtr> *open(const Connection &connection, const Secret &secret, RequestGate *) override
    {
        opened += connection;
        secrets += secret.reveal();
        return settledCall<ForumPtr>(this, onOpen ? onOpen(connection, secret) : Result<ForumPtr>(fail(ErrorKind::Network)));
    }
};

} // namespace badgewright::test
