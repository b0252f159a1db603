// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_keeper.h"

#include "ui/badge_sets/import_flow.h"

#include <QCoreApplication>

namespace badgewright::ui {

namespace {
constexpr int kPause = 250; // ms from a change to its writing, also while more is typed
}

ImportKeeper::ImportKeeper(ImportFlow *flow, const ImportStore &store, QObject *parent) : QObject(parent), m_flow(flow), m_store(store)
{
    m_thread.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(&m_soon, &QTimer::timeout, this, &ImportKeeper::write);
    const auto changed = [this] {
        m_changed = true;
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(flow, &ImportFlow::rowsReset, this, changed);
    connect(flow, &ImportFlow::rowsChanged, this, changed);
    connect(flow, &ImportFlow::stateChanged, this, changed);
}

ImportKeeper::~ImportKeeper()
{
    write();
    m_thread.waitForDone();
}

void ImportKeeper::settle()
{
    write();
    m_thread.waitForDone();
}

bool ImportKeeper::keepsAll()
{
    if (!m_flow->hasUnsaved())
        return true;
    settle();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // what the thread says came of it
    return m_store.keeps() && !m_failed;
}

void ImportKeeper::discard()
{
    m_thread.waitForDone();
    m_store.remove();
    m_store = {};
}

void ImportKeeper::write()
{
    m_soon.stop();
    if (!m_store.keeps() || !m_changed || !m_flow->hasRows())
        return;
    // Whether it is over can be said only when the rows were compared with what the forum really has.
    const bool over = !m_flow->isToKeep();
    if (over && (m_flow->state() != ImportFlow::State::Ready || m_flow->why()))
        return;
    m_changed = false;
    m_thread.start([this, over, store = m_store, written = m_written, kept = over ? KeptImport() : m_flow->kept(), set = m_flow->setCount()] {
        Result<Done> result = Done{};
        if (over) {
            store.remove();
            *written = {};
        } else {
            result = store.write(kept, set, written.get());
        }
        // The destructor waits for this thread.
        QMetaObject::invokeMethod(this, [this, result] { this->written(result); }, Qt::QueuedConnection);
    });
}

void ImportKeeper::written(const Result<Done> &result)
{
    if (!result)
        m_changed = true; // all of it is tried again with the next change
    if (m_failed == !result)
        return;
    m_failed = !result;
    if (m_failed)
        Q_EMIT trouble(result.error().detail);
    else
        Q_EMIT keepingAgain();
}

} // namespace badgewright::ui
