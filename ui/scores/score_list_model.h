// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/score.h"
#include "runs/plan.h"

#include <QAbstractTableModel>
#include <QHash>

namespace badgewright::ui {

/// Score events as a grid. Points and description are corrected in place; a correction is staged, drawn beside what it
/// was, and sent by nobody but the page's Apply.
class ScoreListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DayColumn, PersonColumn, PointsColumn, DescriptionColumn, IdColumn, ChangeColumn, ColumnCount };
    enum Role { EventIdRole = Qt::UserRole + 1, SortRole, StagedRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Staged corrections of events that are still there stay.
    void setEvents(const QList<ScoreEvent> &events);
    void setPeople(const QHash<AccountId, Account> &people);
    const QList<ScoreEvent> &events() const { return m_events; }
    void setEditable(bool editable) { m_editable = editable; }

    void stagePoints(ScoreEventId id, qint32 points);
    void unstage(ScoreEventId id);
    void discardStaged();
    int stagedCount() const { return int(m_staged.size()); }
    int voidCount() const;
    QList<runs::UpdateScoreEventStep> stagedSteps() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void stagedChanged();
    /// What was typed is not a value; the sentence says why.
    void refused(const QString &sentence);

private:
    struct Staged {
        std::optional<qint32> points;
        std::optional<QString> description;
    };
    QString personOf(const ScoreEvent &event) const;
    qint32 pointsOf(const ScoreEvent &event) const;
    QString changeOf(const ScoreEvent &event) const;
    void stage(const ScoreEvent &event, const Staged &staged);
    int rowOf(ScoreEventId id) const;

    QList<ScoreEvent> m_events;
    QHash<AccountId, Account> m_people;
    QHash<ScoreEventId, Staged> m_staged;
    bool m_editable = true;
};

} // namespace badgewright::ui
