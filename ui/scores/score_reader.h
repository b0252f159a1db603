// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

#include <QDate>
#include <QObject>
#include <QPointer>

namespace badgewright::ui {

/// Reads the score events of a span of days, as completely as the forum lets one: it gives 100 at most, in no order and
/// without pages (contract of the forum). So: one request for everything, or for the person; when that was cut off, one
/// for each day. A day that is cut off too is named.
class ScoreReader : public QObject
{
    Q_OBJECT

public:
    /// The desk outlives the reader.
    explicit ScoreReader(ScoreDesk *scores, QObject *parent = nullptr);

    /// Starts anew; what was under way is dropped. `person` 0: everybody.
    void read(QDate from, QDate to, AccountId person);
    void cancel();
    /// No more of it: finished() comes at once with what has been read.
    void stop();
    /// The earliest day that has been read, when days are read one by one; invalid: none yet.
    QDate readSince() const { return m_day < m_to ? m_day.addDays(1) : QDate(); }
    bool isReading() const { return m_reading; }

Q_SIGNALS:
    void progress(int done, int total);
    /// `cutDays`: days of which the forum shows only 100 events.
    void finished(const QList<badgewright::ScoreEvent> &events, const QList<QDate> &cutDays);
    void failed(const badgewright::Error &error);

private:
    void readAll();
    void readDay();
    void take(const QList<ScoreEvent> &events);
    void end();

    ScoreDesk *m_scores;
    QDate m_from;
    QDate m_to;
    QDate m_day;
    AccountId m_person = 0;
    QList<ScoreEvent> m_events;
    QList<QDate> m_cutDays;
    QPointer<PendingCall> m_call;
    bool m_reading = false;
};

} // namespace badgewright::ui
