// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/column_mapping.h"
#include "support/call.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace badgewright {
class Settings;
}

namespace badgewright::ui {

/// Where the people of a grant come from: a text, or a file with a table. Read in a thread of its own, a moment after the
/// last key; what was read for an older text is dropped.
class GrantSource : public QObject
{
    Q_OBJECT

public:
    /// Columns that a person corrects are remembered there, for the next table of this shape; null: not.
    explicit GrantSource(Settings *settings = nullptr, QObject *parent = nullptr);

    void setText(const QString &text);
    void loadFile(const QString &path);
    /// Back to the text.
    void forgetFile();
    void setMapping(const people::ColumnMapping &chosen);

    bool hasFile() const { return !m_read.file.isEmpty(); }
    /// A file, or cells pasted from a spreadsheet: the columns can be chosen.
    bool isTable() const { return !m_read.table.rows.isEmpty(); }
    bool isEmpty() const { return !hasFile() && m_text.trimmed().isEmpty(); }
    /// What is below is not yet of the newest text, file or columns.
    bool isReading() const { return m_pause.isActive() || m_call; }
    QString name() const;
    const people::Table &table() const { return m_read.table; }
    const people::ColumnMapping &mapping() const { return m_read.mapping; }
    /// The columns mean what the person said of an earlier table like this one.
    bool isRemembered() const { return m_read.remembered; }
    const QList<people::Recipient> &recipients() const { return m_read.people.recipients; }
    /// Why there are no recipients, when the person can do something about it.
    const QString &problem() const { return m_read.problem; }
    /// Sentences about what was read all the same.
    const QStringList &remarks() const { return m_read.remarks; }

Q_SIGNALS:
    void changed();
    void failed(const badgewright::Error &error);

private:
    struct Reading {
        QString file; ///< empty: of the text
        people::Table table;
        people::ColumnMapping mapping;
        bool remembered = false;
        people::MappedTable people;
        QString problem;
        QStringList remarks;
    };
    static Reading ofText(const QString &text, const people::ColumnMapping &chosen, int chosenColumns, const QStringList &choices);
    static void mapColumns(Reading *reading, const QStringList &choices);
    QStringList choices() const;
    void remember(const people::ColumnMapping &mapping) const;
    static void takePeople(Reading *reading);
    template <class F> void read(F work);
    void readText();
    void replace(const Reading &reading);

    Settings *m_settings;
    QString m_text;
    Reading m_read;
    /// Columns that the person has chosen; hold for a pasted table while it has as many.
    people::ColumnMapping m_chosen;
    int m_chosenColumns = 0;
    QTimer m_pause;
    QPointer<PendingCall> m_call;
    bool m_loading = false; ///< that call reads a file
};

} // namespace badgewright::ui
