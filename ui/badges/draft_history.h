// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_draft.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

namespace badgewright::ui {

class BadgeShelf;
class DraftCommand;

/// Undo and redo of everything that is done to the drafts of a shelf. What was published is no draft any more and drops out.
class DraftHistory : public QObject
{
    Q_OBJECT

public:
    /// The shelf outlives this.
    DraftHistory(BadgeShelf *shelf, QObject *parent);
    ~DraftHistory() override;

    /// Lays the drafts on the shelf. Letters typed into one text one after the other are one step. `what`: "name of Apex";
    /// empty: said by what is different.
    void edit(const QList<BadgeDraft> &drafts, const QString &what = {});
    /// Takes them off the shelf; new badges disappear.
    void discard(const QList<BadgeId> &ids, const QString &what = {});
    /// They stand on the shelf since a moment ago.
    void added(const QList<BadgeId> &ids, const QString &what);
    /// What is on the forum now, or on nobody's any more.
    void forget(const QSet<BadgeId> &ids);
    /// Typing goes on in a step of its own.
    void endStep();

    QUndoStack *stack() { return &m_stack; }
    /// The badges that the next undo or redo would change.
    QSet<BadgeId> undoTouches() const { return touchedBy(m_stack.index() - 1); }
    QSet<BadgeId> redoTouches() const { return touchedBy(m_stack.index()); }
    /// The badges of one step; none beyond the ends.
    QSet<BadgeId> touchedBy(int index) const;

Q_SIGNALS:
    /// By an undo or a redo.
    void wentTo(const QList<badgewright::BadgeId> &ids);

private:
    friend class DraftCommand;
    struct Change {
        BadgeId id = 0;
        std::optional<BadgeDraft> before; ///< absent: nothing was changed about it, or it was not there
        std::optional<BadgeDraft> after;
    };
    std::optional<BadgeDraft> lying(BadgeId id) const;
    BadgeDraft outcome(const Change &change) const;
    void push(QList<Change> changes, QString what);
    QString whatChanged(const QList<Change> &changes) const;

    BadgeShelf *m_shelf;
    QUndoStack m_stack;
    bool m_asleep = false;    ///< commands are put in order and do nothing
    bool m_ended = false;     ///< the next command does not merge
};

} // namespace badgewright::ui
