// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_source.h"

#include "people/mapping_text.h"
#include "people/paste.h"
#include "people/people_list.h"
#include "support/settings.h"
#include "support/worker_call.h"

#include <QFileInfo>
#include <QThreadPool>

namespace badgewright::ui {

namespace {

constexpr int kPauseMs = 150; ///< after the last key
constexpr qsizetype kMostChoices = 100;

} // namespace

GrantSource::GrantSource(Settings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &GrantSource::readText);
}

QString GrantSource::name() const
{
    return hasFile() ? QFileInfo(m_read.file).fileName() : tr("pasted list");
}

/// Runs in a thread, as does all that it calls: works on copies only.
void GrantSource::takePeople(Reading *reading)
{
    reading->remarks = reading->table.warnings;
    reading->problem.clear();
    const auto mapped = people::recipientsFrom(reading->table, reading->mapping);
    if (!mapped) {
        reading->people = {};
        reading->problem = mapped.error().detail;
        return;
    }
    reading->people = *mapped;
    if (const QString skipped = people::skippedRowsSentence(*mapped); !skipped.isEmpty())
        reading->remarks.prepend(skipped);
    reading->remarks += people::unreadRemarks(reading->table, reading->mapping);
}

/// Runs in a thread, too.
void GrantSource::mapColumns(Reading *reading, const QStringList &choices)
{
    reading->mapping = people::guessMapping(reading->table);
    const QString begin = people::tableShape(reading->table) + u' ';
    for (const QString &choice : choices) {
        if (!choice.startsWith(begin))
            continue;
        if (const auto mapping = people::mappingFromText(choice.mid(begin.size()), reading->table)) {
            reading->mapping = *mapping;
            reading->remembered = true;
        }
        return;
    }
}

QStringList GrantSource::choices() const
{
    return m_settings ? m_settings->value(settings::kColumnChoices) : QStringList();
}

void GrantSource::remember(const people::ColumnMapping &mapping) const
{
    if (!m_settings)
        return;
    const QString begin = people::tableShape(m_read.table) + u' ';
    QStringList all = choices();
    all.removeIf([&](const QString &choice) { return choice.startsWith(begin); });
    if (mapping != people::guessMapping(m_read.table)) // a guess that is right is made again
        all.prepend(begin + people::mappingToText(mapping));
    m_settings->set(settings::kColumnChoices, QStringList(all.mid(0, kMostChoices)));
}

GrantSource::Reading GrantSource::ofText(const QString &text, const people::ColumnMapping &chosen, int chosenColumns, const QStringList &choices)
{
    Reading reading;
    if (!people::looksLikeTable(text)) {
        reading.people.recipients = people::recipientsFromText(text);
        return reading;
    }
    // Copied from a spreadsheet: the columns mean something, as in a file.
    const auto table = people::tableFromText(text);
    if (!table) {
        reading.problem = table.error().detail;
        return reading;
    }
    reading.table = *table;
    if (chosenColumns == table->columnCount)
        reading.mapping = chosen;
    else
        mapColumns(&reading, choices);
    takePeople(&reading);
    return reading;
}

/// `work` answers Result<Reading>, in a thread.
template <class F> void GrantSource::read(F work)
{
    m_pause.stop();
    m_loading = false;
    if (m_call)
        m_call->cancel();
    Call<Reading> *call = runLater<Reading>(this, std::move(work));
    m_call = call;
    Q_EMIT changed();
    call->then(this, [this, call](const Result<Reading> &reading) {
        if (m_call != call)
            return; // somebody has typed on
        m_call = nullptr;
        if (reading) {
            m_loading = false;
            replace(*reading);
            return;
        }
        if (std::exchange(m_loading, false) && !hasFile())
            readText(); // what was typed meanwhile
        else
            Q_EMIT changed();
        Q_EMIT failed(reading.error());
    });
}

void GrantSource::replace(const Reading &reading)
{
    // A hundred thousand rows take longer to free than a window may stand still.
    QThreadPool::globalInstance()->start([old = std::exchange(m_read, reading)] {});
    Q_EMIT changed();
}

void GrantSource::setText(const QString &text)
{
    if (text == m_text)
        return; // a text field tells of new fonts, too
    m_text = text;
    if (hasFile() || m_loading)
        return;
    m_pause.start();
    Q_EMIT changed();
}

void GrantSource::readText()
{
    read([text = m_text, chosen = m_chosen, columns = m_chosenColumns, choices = choices()]() -> Result<Reading> {
        return ofText(text, chosen, columns, choices);
    });
}

void GrantSource::loadFile(const QString &path)
{
    read([path, choices = choices()]() -> Result<Reading> {
        const auto table = people::readTableFile(path);
        if (!table)
            return fail(table.error());
        Reading reading;
        reading.file = path;
        reading.table = *table;
        mapColumns(&reading, choices);
        takePeople(&reading);
        return reading;
    });
    m_loading = true;
}

void GrantSource::forgetFile()
{
    readText();
}

void GrantSource::setMapping(const people::ColumnMapping &chosen)
{
    if (m_loading)
        return; // another file is on its way, and its columns are not these
    people::ColumnMapping mapping = chosen;
    if (mapping.columns.isEmpty() && people::isPeopleList(m_read.table))
        mapping.everyCell = true; // without columns it is the list again that it was
    m_read.mapping = mapping; // shown at once; whom it names, a moment later
    m_read.remembered = false;
    remember(mapping);
    if (!hasFile()) {
        m_chosen = mapping;
        m_chosenColumns = m_read.table.columnCount;
        readText();
        return;
    }
    read([reading = m_read]() -> Result<Reading> {
        Reading again = reading;
        takePeople(&again);
        return again;
    });
}

} // namespace badgewright::ui
