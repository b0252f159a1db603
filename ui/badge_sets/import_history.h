// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badge_sets/kept_import.h"

#include <QObject>
#include <QUndoStack>

namespace badgewright::ui {

class ImportCommand;

/// Undo and redo of everything that a person makes of the rows of an import. Letters typed into one text of a row one after
/// the other are one step. It goes by the rows' keys, so that it outlasts reading the source again.
class ImportHistory final : public QObject
{
    Q_OBJECT

public:
    struct Change {
        QString key;
        QString name; ///< the row's, for the words of the step
        RowWork before;
        RowWork after;
    };
    /// Makes it so; the keys and what they are to have.
    using Lay = std::function<void(const QList<std::pair<QString, RowWork>> &)>;
    ImportHistory(Lay lay, QObject *parent);
    ~ImportHistory() override;

    /// Lays what is after, and can take it back from now on.
    void push(QList<Change> changes);
    /// What became of those rows is settled: they drop out of all steps.
    void forget(const std::function<bool(const QString &key)> &settled);
    /// Typing goes on in a step of its own.
    void endStep() { m_ended = true; }

    QUndoStack *stack() { return &m_stack; }
    const QUndoStack *stack() const { return &m_stack; }

Q_SIGNALS:
    /// By an undo or a redo.
    void wentTo(const QStringList &keys);

private:
    friend class ImportCommand;

    Lay m_lay;
    QUndoStack m_stack;
    bool m_asleep = false; ///< commands are put in order and do nothing
    bool m_ended = false;  ///< the next command does not merge
};

} // namespace badgewright::ui
