// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/request_gate.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace badgewright::answerhub {

/// Lets one request through at a time: AnswerHub becomes unsteady under parallel ones (contract answerhub §10).
/// A request first passes the outer gate, when there is one, then waits here until the one before it has ended;
/// what a person waits for goes before what a run waits for.
class SerialGate final : public QObject, public RequestGate
{
    Q_OBJECT

public:
    /// `outer` may be null and outlives this one.
    explicit SerialGate(RequestGate *outer, QObject *parent = nullptr) : QObject(parent), m_outer(outer) {}
    ~SerialGate() override;

    void enter(Lane lane, QObject *context, std::function<void()> go) override;
    void left(Lane lane, const PassageEnd &end) override;

private:
    struct Waiting {
        Lane lane;
        QPointer<QObject> context;
        std::function<void()> go;
    };
    void join(Lane lane, QObject *context, std::function<void()> go);
    void next();
    void dropDead();

    RequestGate *m_outer;
    std::deque<Waiting> m_waiting;
    bool m_busy = false;
};

} // namespace badgewright::answerhub
