// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/added_sources.h"

#include <algorithm>

namespace badgewright::ui {

AddedSources::AddedSources(const people::SourceDesks &desks, QObject *parent) : QObject(parent), m_desks(desks)
{
}

AddedSources::Entry *AddedSources::entry(int id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &one) { return one.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const AddedSources::Entry *AddedSources::find(int id) const
{
    return const_cast<AddedSources *>(this)->entry(id);
}

void AddedSources::add(people::SetOperator how, const people::SourceSpec &spec)
{
    Entry added;
    added.id = ++m_lastId;
    added.how = how;
    added.spec = spec;
    m_entries << added;
    readNext();
    Q_EMIT changed();
}

void AddedSources::remove(int id)
{
    m_entries.removeIf([id](const Entry &one) { return one.id == id; });
    if (m_call && m_reading == id)
        m_call->cancel(); // and on to the next from there
    Q_EMIT changed();
}

void AddedSources::setOperator(int id, people::SetOperator how)
{
    Entry *one = entry(id);
    if (!one || one->how == how)
        return;
    one->how = how;
    Q_EMIT changed();
}

void AddedSources::readAgain(int id)
{
    Entry *one = entry(id);
    if (!one || !one->error)
        return;
    one->error.reset();
    readNext();
    Q_EMIT changed();
}

void AddedSources::readNext()
{
    const auto waiting = std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &one) { return !one.read && !one.error; });
    if (m_call || waiting == m_entries.end())
        return;
    m_reading = waiting->id;
    auto *call = people::readSource(m_desks, waiting->spec, this);
    m_call = call;
    connect(call, &PendingCall::progress, this, [this, id = m_reading](qint64 done, qint64 total) {
        if (Entry *one = entry(id)) {
            one->done = done;
            one->total = total;
            Q_EMIT changed();
        }
    });
    call->then(this, [this, id = m_reading](const Result<people::SourcePeople> &people) {
        m_call = nullptr;
        if (Entry *one = entry(id)) {
            if (people) {
                one->people = *people;
                one->read = true;
                if (one->spec.title.isEmpty())
                    one->spec.title = people->title;
            } else {
                one->error = people.error();
            }
        }
        readNext();
        Q_EMIT changed();
        if (!people && entry(id))
            Q_EMIT failed(id, people.error());
    });
}

} // namespace badgewright::ui
