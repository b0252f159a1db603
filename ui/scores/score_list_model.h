// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/score.h"
#include "runs/plan.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QMap>

namespace badgewright::ui {

/// Score events as a grid. Points and description are corrected in place; a correction is staged, drawn beside what it
/// was, and sent by nobody but the page's Apply. It stays when other days or people are listed.
class ScoreListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DayColumn, PersonColumn, PointsColumn, DescriptionColumn, IdColumn, ChangeColumn, ColumnCount };
    enum Role { EventIdRole = Qt::UserRole + 1, SortRole, StagedRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QList<ScoreEvent> &events);
    void setPeople(const QHash<AccountId, Account> &people);
    const QList<ScoreEvent> &events() const { return m_events; }
    void setEditable(bool editable) { m_editable = editable; }

    void stagePoints(ScoreEventId id, qint32 points);
    /// The forum has these values now. A correction made meanwhile stays.
    void settle(const runs::UpdateScoreEventStep &step);
    void discardStaged();
    int stagedCount() const { return int(m_staged.size()); }
    int stagedElsewhere() const; ///< of events that are not listed now
    int voidCount() const;
    /// By day, the newest first.
    QList<runs::UpdateScoreEventStep> stagedSteps() const;

    /// A username, or "person 12" while it is not known.
    QString personName(AccountId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void stagedChanged();
    /// What was typed is not a value; the sentence says why.
    /// `typed` was not taken for the cell.
    void refused(const QString &sentence, const QModelIndex &index, const QString &typed);

private:
    struct Staged {
        ScoreEvent event; ///< as the forum has it
        std::optional<qint32> points;
        std::optional<QString> description;
        /// What equals the forum's value is no correction.
        bool changesAnything();
    };
    qint32 pointsOf(const ScoreEvent &event) const;
    QString changeOf(const ScoreEvent &event) const;
    Staged stagedOf(const ScoreEvent &event) const;
    void stage(Staged staged);
    int rowOf(ScoreEventId id) const;

    QList<ScoreEvent> m_events;
    QHash<AccountId, Account> m_people;
    QMap<ScoreEventId, Staged> m_staged;
    bool m_editable = true;
};

} // namespace badgewright::ui
