// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/score_list_model.h"

#include "runs/planner.h"
#include "ui/kit/pill.h"
#include "ui/words/value_words.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

namespace badgewright::ui {

bool ScoreListModel::Staged::changesAnything()
{
    if (points == event.points)
        points.reset();
    if (description == event.description)
        description.reset();
    return points || description;
}

void ScoreListModel::setEvents(const QList<ScoreEvent> &events)
{
    beginResetModel();
    m_events = events;
    for (const ScoreEvent &event : events) {
        const auto staged = m_staged.find(event.id);
        if (staged == m_staged.end())
            continue;
        staged->event = event;
        if (!staged->changesAnything())
            m_staged.erase(staged);
    }
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
    Staged staged = stagedOf(m_events.at(row));
    staged.points = points;
    stage(staged);
}

void ScoreListModel::settle(const runs::UpdateScoreEventStep &step)
{
    const auto now = [&step](ScoreEvent &event) {
        event.points = step.points;
        event.description = step.description.value_or(event.description);
    };
    if (const int row = rowOf(step.id); row >= 0) {
        now(m_events[row]);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (m_staged.contains(step.id)) {
        Staged staged = m_staged.value(step.id);
        now(staged.event);
        stage(staged);
    }
}

void ScoreListModel::discardStaged()
{
    m_staged.clear();
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_events.size()) - 1, ColumnCount - 1));
    Q_EMIT stagedChanged();
}

int ScoreListModel::voidCount() const
{
    return int(std::count_if(m_staged.begin(), m_staged.end(), [](const Staged &staged) { return staged.points == 0; }));
}

int ScoreListModel::stagedElsewhere() const
{
    const auto here = std::count_if(m_events.begin(), m_events.end(), [this](const ScoreEvent &event) { return m_staged.contains(event.id); });
    return stagedCount() - int(here);
}

QList<runs::UpdateScoreEventStep> ScoreListModel::stagedSteps() const
{
    QList<runs::UpdateScoreEventStep> steps;
    for (const Staged &staged : m_staged) {
        runs::UpdateScoreEventStep step;
        step.id = staged.event.id;
        step.account = m_people.value(staged.event.userId);
        step.account.id = staged.event.userId;
        step.date = staged.event.date;
        step.oldPoints = staged.event.points;
        step.points = staged.points.value_or(staged.event.points);
        step.oldDescription = staged.event.description;
        step.description = staged.description;
        steps << step;
    }
    std::stable_sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) { return a.date > b.date; });
    return steps;
}

ScoreListModel::Staged ScoreListModel::stagedOf(const ScoreEvent &event) const
{
    return m_staged.value(event.id, Staged{event, {}, {}});
}

void ScoreListModel::stage(Staged staged)
{
    const ScoreEventId id = staged.event.id;
    if (staged.changesAnything())
        m_staged.insert(id, staged);
    else
        m_staged.remove(id);
    if (const int row = rowOf(id); row >= 0)
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

QString ScoreListModel::personName(AccountId id) const
{
    const auto it = m_people.constFind(id);
    return it == m_people.constEnd() ? tr("person %1").arg(id) : it->username;
}

qint32 ScoreListModel::pointsOf(const ScoreEvent &event) const
{
    return stagedOf(event).points.value_or(event.points);
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
    case Qt::ForegroundRole: {
        const Tokens &colours = tokens(QGuiApplication::palette());
        if (index.column() == IdColumn)
            return colours.secondary;
        return index.column() == PointsColumn && pointsOf(event) < 0 ? QVariant(colours.bad) : QVariant();
    }
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
        return personName(event.userId);
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
    const ScoreEvent &event = m_events.at(index.row());
    Staged staged = stagedOf(event);
    if (index.column() == PointsColumn) {
        const Result<qint32> points = runs::pointsFromText(value.toString());
        if (!points) {
            Q_EMIT refused(points.error().detail, index, value.toString());
            return false;
        }
        staged.points = *points;
    } else if (index.column() == DescriptionColumn) {
        staged.description = value.toString();
    } else {
        return false;
    }
    stage(staged);
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
    case ChangeColumn:
        return tr("Change");
    default:
        return {};
    }
}

} // namespace badgewright::ui
