// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/score_reader.h"

namespace badgewright::ui {

ScoreReader::ScoreReader(ScoreDesk *scores, QObject *parent) : QObject(parent), m_scores(scores) {}

void ScoreReader::read(QDate from, QDate to, AccountId person)
{
    cancel();
    m_from = from;
    m_to = to;
    m_day = to;
    m_person = person;
    m_events.clear();
    m_cutDays.clear();
    m_reading = true;
    readAll();
}

void ScoreReader::cancel()
{
    m_reading = false;
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
    }
}

void ScoreReader::stop()
{
    if (!m_reading)
        return;
    cancel();
    end();
}

void ScoreReader::readAll()
{
    ScoreFilter filter;
    if (m_person)
        filter.userId = m_person;
    Call<ScoreEventList> *call = m_scores->list(filter);
    m_call = call;
    call->then(this, [this](const Result<ScoreEventList> &list) {
        if (!m_reading)
            return;
        if (!list) {
            m_reading = false;
            Q_EMIT failed(list.error());
        } else if (list->maybeTruncated) {
            readDay();
        } else {
            take(list->events);
            end();
        }
    });
}

void ScoreReader::readDay()
{
    const int total = int(m_from.daysTo(m_to)) + 1;
    Q_EMIT progress(int(m_day.daysTo(m_to)), total);
    if (m_day < m_from) {
        end();
        return;
    }
    ScoreFilter filter;
    filter.date = m_day;
    if (m_person)
        filter.userId = m_person;
    Call<ScoreEventList> *call = m_scores->list(filter);
    m_call = call;
    call->then(this, [this](const Result<ScoreEventList> &list) {
        if (!m_reading)
            return;
        if (!list) {
            m_reading = false;
            Q_EMIT failed(list.error());
            return;
        }
        if (list->maybeTruncated)
            m_cutDays << m_day;
        take(list->events);
        m_day = m_day.addDays(-1);
        readDay();
    });
}

void ScoreReader::take(const QList<ScoreEvent> &events)
{
    for (const ScoreEvent &event : events) {
        if (event.date >= m_from && event.date <= m_to)
            m_events << event;
    }
}

void ScoreReader::end()
{
    m_reading = false;
    std::sort(m_events.begin(), m_events.end(), [](const ScoreEvent &a, const ScoreEvent &b) {
        return a.date != b.date ? a.date > b.date : a.id > b.id;
    });
    Q_EMIT finished(m_events, m_cutDays);
}

} // namespace badgewright::ui
