// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/grouping_list_model.h"

#include "ui/kit/theme.h"

#include <QLineEdit>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace badgewright::ui {

namespace {

QString rowMime()
{
    return QStringLiteral("application/x-badgewright-grouping-row");
}

constexpr int kInset = 12;

} // namespace

void GroupingListModel::setRows(const QList<GroupingRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    for (const GroupingRow &row : rows)
        m_lastNew = qMin(m_lastNew, row.grouping.id);
    endResetModel();
    Q_EMIT changed();
}

void GroupingListModel::setCounts(const QHash<GroupingId, int> &counts)
{
    m_counts = counts;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int GroupingListModel::add(int after)
{
    const int at = qBound(0, after + 1, rowCount());
    beginInsertRows({}, at, at);
    GroupingRow row;
    row.grouping.id = --m_lastNew;
    m_rows.insert(at, row);
    endInsertRows();
    Q_EMIT changed();
    return at;
}

void GroupingListModel::remove(int row, GroupingId movesTo)
{
    if (m_rows.at(row).isNew()) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    } else if (!m_rows.at(row).grouping.system) {
        GroupingRow &struck = m_rows[row];
        struck.removed = true;
        struck.movesTo = movesTo;
        struck.grouping.name = struck.nameBefore;
        Q_EMIT dataChanged(index(row), index(row));
    }
    Q_EMIT changed();
}

void GroupingListModel::bringBack(int row)
{
    m_rows[row].removed = false;
    m_rows[row].movesTo = 0;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

bool GroupingListModel::move(int from, int to)
{
    if (from < 0 || to < 0 || from >= rowCount() || to >= rowCount() || from == to)
        return false;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
    Q_EMIT changed();
    return true;
}

int GroupingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString GroupingListModel::nameOf(GroupingId id) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [id](const GroupingRow &one) { return one.grouping.id == id; });
    return row == m_rows.end() ? QString() : row->grouping.name;
}

QString GroupingListModel::detail(const GroupingRow &row) const
{
    const int badges = count(row.grouping.id);
    if (row.removed)
        return badges ? tr("removed, %Ln badge(s) to “%1”", nullptr, badges).arg(nameOf(row.movesTo)) : tr("removed");
    if (row.isNew())
        return tr("new");
    const QString counted = tr("%Ln badge(s)", nullptr, badges);
    if (row.isRenamed())
        return tr("was “%1” · %2").arg(row.nameBefore, counted);
    return row.grouping.system ? tr("the forum’s own · %1").arg(counted) : counted;
}

QVariant GroupingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GroupingRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.grouping.name.isEmpty() ? tr("Unnamed grouping") : row.grouping.name;
    case Qt::EditRole:
        return row.grouping.name;
    case Qt::ToolTipRole:
        return whyFixed(row.grouping);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(row.grouping.name, detail(row));
    case DetailRole:
        return detail(row);
    case RemovedRole:
        return row.removed;
    default:
        return {};
    }
}

bool GroupingListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    m_rows[index.row()].grouping.name = value.toString().simplified();
    Q_EMIT dataChanged(index, index);
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags GroupingListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows
    const GroupingRow &row = m_rows.at(index.row());
    const bool editable = !row.removed && !row.grouping.system;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
        | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QStringList GroupingListModel::mimeTypes() const
{
    return {rowMime()};
}

QMimeData *GroupingListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(rowMime(), QByteArray::number(indexes.first().row()));
    return data;
}

bool GroupingListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    if (!data->hasFormat(rowMime()))
        return false;
    const int from = data->data(rowMime()).toInt();
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int to = before > from ? before - 1 : before;
    if (move(from, to))
        Q_EMIT moved(to);
    // "false" keeps the view from removing the row it believes to have moved.
    return false;
}

void GroupingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Tokens &colours = tokens(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, selected ? colours.selection : colours.soft);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int start = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const int end = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const QRect line = option.rect.adjusted(kInset, 0, -kInset, 0);

    const QFontMetrics small(textFont(TextSize::Secondary));
    const QString detail = small.elidedText(index.data(GroupingListModel::DetailRole).toString(), Qt::ElideRight, line.width() * 3 / 5);
    painter->setFont(textFont(TextSize::Secondary));
    painter->setPen(colours.secondary);
    painter->drawText(line, end, detail);

    QFont font = textFont(TextSize::Body);
    font.setWeight(QFont::Medium);
    font.setStrikeOut(index.data(GroupingListModel::RemovedRole).toBool());
    const bool faint = font.strikeOut() || index.data(Qt::EditRole).toString().isEmpty();
    painter->setFont(font);
    painter->setPen(faint ? colours.secondary : colours.text);
    const int room = line.width() - small.horizontalAdvance(detail) - kGrid;
    const QRect name = QStyle::visualRect(option.direction, line, QRect(line.left(), line.top(), room, line.height()));
    painter->drawText(name, start, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colours.accent, 1.5));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize GroupingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), qMax(34, QFontMetrics(textFont(TextSize::Body)).height() + 16)};
}

QWidget *GroupingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(tr("Name of the grouping"));
    line->setPlaceholderText(tr("Name of the grouping"));
    return line;
}

} // namespace badgewright::ui
