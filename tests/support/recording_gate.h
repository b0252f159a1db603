// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/request_gate.h"

#include <QList>
#include <QPointer>

namespace badgewright::test {

/// A gate that notes who comes and goes; closed, it lets nobody through until it is opened.
class RecordingGate final : public RequestGate
{
public:
    void enter(Lane lane, QObject *context, std::function<void()> go) override
    {
        asked.append(lane);
        waiting.append({context, std::move(go)});
        if (isOpen)
            open();
    }
    void left(Lane, const PassageEnd &end) override { ends.append(end); }
    void open()
    {
        isOpen = true;
        while (!waiting.isEmpty()) {
            auto [context, go] = waiting.takeFirst();
            if (!context)
                continue;
            ++entered;
            go();
        }
    }

    bool isOpen = true;
    QList<Lane> asked;
    int entered = 0;
    QList<PassageEnd> ends;
    QList<std::pair<QPointer<QObject>, std::function<void()>>> waiting;
};

} // namespace badgewright::test
