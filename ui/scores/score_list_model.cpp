// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/score_list_model.h"

#include "runs/planner.h"
#include "ui/kit/pill.h"
#include "ui/words/value_words.h"

#include <QFont>

namespace badgewright::ui {

void ScoreListModel::setEvents(const QList<ScoreEvent> &events)
{
    beginResetModel();
    m_events = events;
    QHash<ScoreEventId, Staged> still;
    for (const ScoreEvent &event : events) {
        if (m_staged.contains(event.id))
            still.insert(event.id, m_staged.value(event.id));
    }
    m_staged = still;
    endResetModel();
    Q_EMIT stagedChanged();
}

void ScoreListModel::setPeople(const QHash<AccountId, Account> &people)
{
    m_people = people;
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, PersonColumn), index(int(m_events.size()) - 1, PersonColumn));
}

void ScoreListModel::stagePoints(ScoreEventId id, qint32 points)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    Staged staged = m_staged.value(id);
    staged.points = points;
    stage(m_events.at(row), staged);
}

void ScoreListModel::unstage(ScoreEventId id)
{
    const int row = rowOf(id);
    if (row >= 0)
        stage(m_events.at(row), {});
}

void ScoreListModel::discardStaged()
{
    beginResetModel();
    m_staged.clear();
    endResetModel();
    Q_EMIT stagedChanged();
}

int ScoreListModel::voidCount() const
{
    int count = 0;
    for (const ScoreEvent &event : m_events)
        count += m_staged.contains(event.id) && pointsOf(event) == 0 && event.points != 0;
    return count;
}

QList<runs::UpdateScoreEventStep> ScoreListModel::stagedSteps() const
{
    QList<runs::UpdateScoreEventStep> steps;
    for (const ScoreEvent &event : m_events) {
        if (!m_staged.contains(event.id))
            continue;
        runs::UpdateScoreEventStep step;
        step.id = event.id;
        step.account = m_people.value(event.userId);
        step.account.id = event.userId;
        step.date = event.date;
        step.oldPoints = event.points;
        step.points = pointsOf(event);
        step.oldDescription = event.description;
        step.description = m_staged.value(event.id).description;
        steps << step;
    }
    return steps;
}

void ScoreListModel::stage(const ScoreEvent &event, const Staged &staged)
{
    // What equals the forum's value is no correction.
    Staged kept = staged;
    if (kept.points == event.points)
        kept.points.reset();
    if (kept.description == event.description)
        kept.description.reset();
    if (kept.points || kept.description)
        m_staged.insert(event.id, kept);
    else
        m_staged.remove(event.id);
    const int row = rowOf(event.id);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT stagedChanged();
}

int ScoreListModel::rowOf(ScoreEventId id) const
{
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        if (m_events.at(i).id == id)
            return int(i);
    }
    return -1;
}

QString ScoreListModel::personOf(const ScoreEvent &event) const
{
    const auto it = m_people.constFind(event.userId);
    return it == m_people.constEnd() ? tr("person %1").arg(event.userId) : it->username;
}

qint32 ScoreListModel::pointsOf(const ScoreEvent &event) const
{
    return m_staged.value(event.id).points.value_or(event.points);
}

QString ScoreListModel::changeOf(const ScoreEvent &event) const
{
    const auto it = m_staged.constFind(event.id);
    if (it == m_staged.constEnd())
        return {};
    return it->points ? tr("was %1").arg(words::points(event.points)) : tr("new description");
}

int ScoreListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int ScoreListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScoreListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScoreEvent &event = m_events.at(index.row());
    const bool staged = m_staged.contains(event.id);
    const QString description = m_staged.value(event.id).description.value_or(event.description);
    switch (role) {
    case EventIdRole:
        return event.id;
    case StagedRole:
        return staged;
    case kToneRole:
        return index.column() == ChangeColumn && staged ? QVariant(int(Tone::Accent)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == PointsColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (!staged || (index.column() != PointsColumn && index.column() != DescriptionColumn))
            return {};
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    case SortRole:
        switch (index.column()) {
        case DayColumn:
            return event.date;
        case PointsColumn:
            return pointsOf(event);
        case IdColumn:
            return event.id;
        default:
            return data(index, Qt::DisplayRole);
        }
    case Qt::EditRole:
        return index.column() == PointsColumn ? QVariant(QString::number(pointsOf(event))) : QVariant(description);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case DayColumn:
        return event.date.toString(Qt::ISODate);
    case PersonColumn:
        return personOf(event);
    case PointsColumn:
        return words::points(pointsOf(event));
    case DescriptionColumn:
        return description;
    case IdColumn:
        return QString::number(event.id);
    case ChangeColumn:
        return changeOf(event);
    default:
        return {};
    }
}

bool ScoreListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const ScoreEvent event = m_events.at(index.row());
    Staged staged = m_staged.value(event.id);
    if (index.column() == PointsColumn) {
        const Result<qint32> points = runs::pointsFromText(value.toString());
        if (!points) {
            Q_EMIT refused(points.error().detail);
            return false;
        }
        staged.points = *points;
    } else if (index.column() == DescriptionColumn) {
        staged.description = value.toString();
    } else {
        return false;
    }
    stage(event, staged);
    return true;
}

Qt::ItemFlags ScoreListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (m_editable && (index.column() == PointsColumn || index.column() == DescriptionColumn))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ScoreListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == PointsColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DayColumn:
        return tr("Day");
    case PersonColumn:
        return tr("Person");
    case PointsColumn:
        return tr("Points");
    case DescriptionColumn:
        return tr("Description");
    case IdColumn:
        return tr("Id");
    default:
        return QString();
    }
}

} // namespace badgewright::ui
