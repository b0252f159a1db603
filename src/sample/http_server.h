// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/site.h"

#include <functional>
#include <memory>

namespace badgewright::sample {

/// What the server does with a request.
struct Reply {
    Outgoing answer;
    bool cut = false;        ///< drop the connection without a single byte of answer
    bool closeAfter = false; ///< answer, then close without having announced it
};

/// HTTP on a loopback port, in threads of its own. The handler is called from any of them.
class HttpServer
{
public:
    using Handler = std::function<Reply(const Incoming &)>;

    /// Port 0 takes a free one. Answers when it listens.
    static Result<std::unique_ptr<HttpServer>> listen(quint16 port, Handler handler);
    /// Cuts idle connections and joins the threads.
    ~HttpServer();

    quint16 port() const;

private:
    class Engine;
    explicit HttpServer(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

} // namespace badgewright::sample
