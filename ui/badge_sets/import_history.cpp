// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_history.h"

#include "ui/words/badge_words.h"

#include <QUndoCommand>

#include <algorithm>

namespace badgewright::ui {

using artwork::SetAction;
using artwork::SetBadge;

namespace {

constexpr int kMostImportSteps = 200; // they hold pictures

/// The forum's names of all that is different in what was typed and chosen over the source.
QStringList differentEdits(const ImportEdits &a, const ImportEdits &b)
{
    QStringList different;
    QStringList fields = fieldNames(a.fields) + fieldNames(b.fields);
    fields.removeDuplicates();
    for (const QString &field : std::as_const(fields)) {
        if (only(a.fields, {field}) != only(b.fields, {field}))
            different << field;
    }
    if (a.grouping != b.grouping)
        different << QStringLiteral("badge_grouping_id");
    if (!samePictureIn(a, b))
        different << SetBadge::kPictureField;
    return different;
}

/// The one text that all of it is about; empty: it is about something else.
QString typedText(const QList<ImportHistory::Change> &changes)
{
    QStringList different;
    for (const ImportHistory::Change &change : changes) {
        if (change.before.chosen != change.after.chosen)
            return {};
        different << differentEdits(change.before.edits, change.after.edits);
    }
    different.removeDuplicates();
    static const QStringList texts{QStringLiteral("name"), QStringLiteral("description"), QStringLiteral("long_description")};
    return different.size() == 1 && texts.contains(different.first()) ? different.first() : QString();
}

QString chosenWords(const QList<ImportHistory::Change> &changes)
{
    const bool leaves = std::all_of(changes.cbegin(), changes.cend(), [](const ImportHistory::Change &change) { return change.after.chosen == SetAction::Skip; });
    if (changes.size() > 1)
        return leaves ? ImportHistory::tr("leaving out %n row(s)", nullptr, int(changes.size())) : ImportHistory::tr("taking %n row(s)", nullptr, int(changes.size()));
    const QString name = changes.first().name;
    if (leaves)
        return ImportHistory::tr("leaving out %1").arg(name);
    return changes.first().after.chosen == SetAction::Update ? ImportHistory::tr("updating %1").arg(name) : ImportHistory::tr("creating %1").arg(name);
}

QString stepWords(const QList<ImportHistory::Change> &changes)
{
    QStringList fields;
    for (const ImportHistory::Change &change : changes) {
        for (const QString &field : differentEdits(change.before.edits, change.after.edits))
            fields << words::badgeField(field);
    }
    fields.removeDuplicates();
    if (fields.isEmpty())
        return chosenWords(changes);
    const QString list = fields.join(QStringLiteral(", "));
    return changes.size() == 1 ? ImportHistory::tr("%1 of %2").arg(list, changes.first().name) : ImportHistory::tr("%1 of %n row(s)", nullptr, int(changes.size())).arg(list);
}

} // namespace

class ImportCommand final : public QUndoCommand
{
public:
    using Change = ImportHistory::Change;
    ImportCommand(ImportHistory *history, QList<Change> changes, const QString &text) : m_history(history), m_changes(std::move(changes)), m_textField(typedText(m_changes))
    {
        setText(text);
    }

    const QList<Change> &changes() const { return m_changes; }
    void undo() override { lay(&Change::before); }
    void redo() override
    {
        lay(&Change::after);
        m_done = true;
    }
    int id() const override { return m_textField.isEmpty() || m_history->m_asleep || m_history->m_ended ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const ImportCommand *>(other);
        if (next->m_textField != m_textField || next->m_changes.size() != 1 || m_changes.size() != 1 || next->m_changes.first().key != m_changes.first().key)
            return false;
        m_changes.first().after = next->m_changes.first().after;
        // Typed and taken back: nothing is left to undo.
        setObsolete(m_changes.first().before == m_changes.first().after);
        return true;
    }

private:
    void lay(RowWork Change::*side)
    {
        if (m_history->m_asleep)
            return;
        QList<std::pair<QString, RowWork>> rows;
        QStringList keys;
        for (const Change &change : std::as_const(m_changes)) {
            rows.append({change.key, change.*side});
            keys << change.key;
        }
        m_history->m_lay(rows);
        if (!m_done)
            return;
        m_history->m_ended = true; // what is typed from here on does not belong to what was typed before
        Q_EMIT m_history->wentTo(keys);
    }

    ImportHistory *m_history;
    QList<Change> m_changes;
    QString m_textField;
    bool m_done = false; ///< once
};

ImportHistory::ImportHistory(Lay lay, QObject *parent) : QObject(parent), m_lay(std::move(lay))
{
    m_stack.setUndoLimit(kMostImportSteps);
}

ImportHistory::~ImportHistory()
{
    m_stack.blockSignals(true); // it clears itself, and whoever listens is half gone
}

void ImportHistory::push(QList<Change> changes)
{
    changes.removeIf([](const Change &change) { return change.before == change.after; });
    if (changes.isEmpty())
        return;
    const QString words = stepWords(changes);
    m_stack.push(new ImportCommand(this, std::move(changes), words));
    m_ended = false;
}

void ImportHistory::forget(const std::function<bool(const QString &key)> &settled)
{
    QList<std::pair<QList<Change>, QString>> steps;
    int index = 0;
    bool mentioned = false;
    for (int i = 0; i < m_stack.count(); ++i) {
        const auto *command = static_cast<const ImportCommand *>(m_stack.command(i));
        QList<Change> changes = command->changes();
        mentioned |= changes.removeIf([&settled](const Change &change) { return settled(change.key); }) > 0;
        if (changes.isEmpty())
            continue;
        steps.append({changes, command->text()});
        index += i < m_stack.index() ? 1 : 0;
    }
    if (!mentioned)
        return;
    // A stack gives nothing up from its middle, so it is piled up anew.
    m_asleep = true;
    m_stack.clear();
    for (const auto &[changes, text] : std::as_const(steps))
        m_stack.push(new ImportCommand(this, changes, text));
    m_stack.setIndex(index);
    m_asleep = false;
}

} // namespace badgewright::ui
