// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/people_set.h"
#include "people/people_source.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

/// Sources beside the list of a grant: groups, holders and so on, and how each goes together with what is before it. Each
/// is read as soon as it is added, one after the other, so that the person sees whom it brings.
class AddedSources : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        int id = 0;
        people::SetOperator how = people::SetOperator::Also;
        people::SourceSpec spec;
        people::SourcePeople people;
        bool read = false;
        std::optional<Error> error;
        qint64 done = 0;  ///< while it is read
        qint64 total = 0; ///< 0: not known
    };

    AddedSources(const people::SourceDesks &desks, QObject *parent);

    const QList<Entry> &entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.isEmpty(); }
    bool isReading() const { return m_call; }
    const Entry *find(int id) const;

    void add(people::SetOperator how, const people::SourceSpec &spec);
    void remove(int id);
    void setOperator(int id, people::SetOperator how);
    void readAgain(int id);

Q_SIGNALS:
    void changed();
    void failed(int id, const badgewright::Error &error);

private:
    Entry *entry(int id);
    void readNext();

    people::SourceDesks m_desks;
    QList<Entry> m_entries;
    int m_lastId = 0;
    int m_reading = 0; ///< the id of the one that is read
    QPointer<PendingCall> m_call;
};

} // namespace badgewright::ui
