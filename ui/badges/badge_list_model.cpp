// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_list_model.h"

#include "ui/badges/badge_shelf.h"

#include <QIODevice>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace badgewright::ui {

namespace {

// An index below a heading carries the heading's row plus one; a heading carries nothing.
constexpr quintptr kHeading = 0;

QString badgeMime()
{
    return QStringLiteral("application/x-badgewright-badge");
}

} // namespace

QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain;
}

bool isOfKind(const BadgeShelf &shelf, BadgeId id, BadgeKind kind)
{
    if (kind == BadgeKind::All)
        return true;
    if (kind == BadgeKind::Changed)
        return shelf.isChanged(id);
    const BadgeDraft draft = shelf.draft(id);
    switch (kind) {
    case BadgeKind::All:
    case BadgeKind::Changed:
        break;
    case BadgeKind::NotEnabled:
        return !draft.edited.enabled;
    case BadgeKind::Gold:
        return draft.edited.typeId == kGold;
    case BadgeKind::Silver:
        return draft.edited.typeId == kSilver;
    case BadgeKind::Bronze:
        return draft.edited.typeId == kBronze;
    case BadgeKind::WithPicture:
        return draft.hasPicture();
    case BadgeKind::WithIcon:
        return !draft.hasPicture() && !draft.edited.icon.isEmpty();
    case BadgeKind::OfTheForum:
        return draft.edited.system;
    case BadgeKind::Own:
        return !draft.edited.system;
    }
    return true;
}

BadgeListModel::BadgeListModel(BadgeShelf *shelf, QObject *parent) : QAbstractItemModel(parent), m_shelf(shelf)
{
    connect(shelf, &BadgeShelf::reset, this, [this] {
        beginResetModel();
        rebuild();
        endResetModel();
    });
    connect(shelf, &BadgeShelf::badgeChanged, this, [this](BadgeId id) {
        const QModelIndex index = indexOf(id);
        if (index.isValid())
            Q_EMIT dataChanged(index, index);
    });
    rebuild();
}

void BadgeListModel::rebuild()
{
    m_groups.clear();
    for (const Grouping &grouping : m_shelf->catalogue().groupings)
        m_groups.push_back({grouping.id, grouping.name, {}});
    const QList<BadgeId> ids = m_shelf->ids();
    for (const BadgeId id : ids) {
        const GroupingId grouping = m_shelf->shown(id).groupingId;
        auto group = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &g) { return g.id == grouping; });
        // A deleted grouping leaves its badges behind with its id.
        if (group == m_groups.end())
            group = m_groups.insert(m_groups.end(), {grouping, m_shelf->groupingName(grouping), {}});
        group->badges.push_back(id);
    }
}

QModelIndex BadgeListModel::indexOf(BadgeId id) const
{
    for (size_t g = 0; g < m_groups.size(); ++g) {
        const auto &badges = m_groups[g].badges;
        const auto it = std::find(badges.begin(), badges.end(), id);
        if (it != badges.end())
            return createIndex(int(it - badges.begin()), 0, quintptr(g + 1));
    }
    return {};
}

QModelIndex BadgeListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kHeading);
}

QModelIndex BadgeListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kHeading)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, kHeading);
}

int BadgeListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != kHeading || parent.column() != 0)
        return 0;
    return int(m_groups[size_t(parent.row())].badges.size());
}

int BadgeListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant BadgeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == kHeading)
        return headingData(m_groups[size_t(index.row())], role);
    const Group &group = m_groups[size_t(index.internalId()) - 1];
    return badgeData(group, group.badges[size_t(index.row())], role);
}

QVariant BadgeListModel::headingData(const Group &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return group.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %n badge(s)", nullptr, int(group.badges.size())).arg(group.name);
    case GroupingIdRole:
        return group.id;
    case CountRole:
        return int(group.badges.size());
    case HeadingRole:
        return true;
    default:
        return {};
    }
}

QVariant BadgeListModel::badgeData(const Group &group, BadgeId id, int role) const
{
    const Badge badge = m_shelf->shown(id);
    const auto detail = [&]() -> QString {
        if (id < 0)
            return tr("not published yet");
        const QString holders = tr("%Ln holder(s)", nullptr, badge.grantCount);
        return badge.enabled ? holders : tr("%1 · not enabled").arg(holders);
    };
    switch (role) {
    case Qt::DisplayRole:
        return badge.name.isEmpty() ? tr("Unnamed badge") : badge.name;
    case Qt::AccessibleTextRole: {
        QStringList parts{data(indexOf(id), Qt::DisplayRole).toString(), detail()};
        if (m_shelf->isChanged(id) && id > 0)
            parts << tr("has changes not published");
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return id;
    case GroupingIdRole:
        return group.id;
    case HoldersRole:
        return badge.grantCount;
    case TypeRole:
        return badge.typeId;
    case EnabledRole:
        return badge.enabled;
    case ChangedRole:
        return m_shelf->isChanged(id);
    case NewRole:
        return id < 0;
    case DetailRole:
        return detail();
    case HeadingRole:
        return false;
    case SearchRole:
        return folded(badge.name + u' ' + badge.description + u' ' + badge.icon + u' ' + group.name);
    default:
        return {};
    }
}

Qt::ItemFlags BadgeListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // A heading that is not enabled is skipped by the arrow keys; drops are taken for it on its badges.
    if (index.internalId() == kHeading)
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled
        | Qt::ItemNeverHasChildren;
}

QStringList BadgeListModel::mimeTypes() const
{
    return {badgeMime()};
}

QMimeData *BadgeListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    QByteArrayList ids;
    for (const QModelIndex &index : indexes)
        ids << QByteArray::number(index.data(IdRole).toLongLong());
    if (!ids.isEmpty())
        data->setData(badgeMime(), ids.join(','));
    return data;
}

const BadgeListModel::Group *BadgeListModel::dropTarget(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return nullptr;
    const size_t row = parent.internalId() == kHeading ? size_t(parent.row()) : size_t(parent.internalId()) - 1;
    return row < m_groups.size() ? &m_groups[row] : nullptr;
}

bool BadgeListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return data->hasFormat(badgeMime()) && dropTarget(parent);
}

bool BadgeListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const GroupingId grouping = dropTarget(parent)->id; // before the first of them moves
    const QByteArrayList ids = data->data(badgeMime()).split(',');
    QList<BadgeId> moved;
    for (const QByteArray &id : ids)
        moved << id.toLongLong();
    Q_EMIT moveWanted(moved, grouping);
    // "false" keeps the view from removing the row it believes to have moved.
    return false;
}

BadgeFilter::BadgeFilter(const BadgeShelf *shelf, QObject *parent) : QSortFilterProxyModel(parent), m_shelf(shelf)
{
    setRecursiveFilteringEnabled(true);
    connect(shelf, &BadgeShelf::idChanged, this, [this](BadgeId before, BadgeId now) {
        if (m_held.remove(before))
            m_held.insert(now);
    });
}

void BadgeFilter::setSourceModel(QAbstractItemModel *list)
{
    QSortFilterProxyModel::setSourceModel(list);
    // Qt 6.4 brings back a heading that it filtered out, but not the badge below it for which it does.
    connect(list, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &badge) {
        if (filterAcceptsRow(badge.row(), badge.parent()) && !mapFromSource(badge).isValid())
            invalidateFilter();
    });
}

void BadgeFilter::setSearch(const QString &text)
{
    const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    m_held.clear();
    invalidateFilter();
}

void BadgeFilter::setKind(BadgeKind kind)
{
    m_kind = kind;
    m_held.clear();
    invalidateFilter();
}

void BadgeFilter::hold(const QList<BadgeId> &ids)
{
    const auto *list = static_cast<const BadgeListModel *>(sourceModel());
    for (const BadgeId id : ids) {
        if (mapFromSource(list->indexOf(id)).isValid())
            m_held.insert(id);
    }
}

int BadgeFilter::badgeCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += rowCount(index(row, 0));
    return count;
}

QVariant BadgeFilter::data(const QModelIndex &index, int role) const
{
    if (role == BadgeListModel::CountRole && index.isValid() && !index.parent().isValid())
        return rowCount(index);
    return QSortFilterProxyModel::data(index, role);
}

int BadgeFilter::matchCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex heading = index(row, 0);
        for (int below = 0; below < rowCount(heading); ++below)
            count += matches(index(below, 0, heading)) ? 1 : 0;
    }
    return count;
}

bool BadgeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    // Headings stand only where a badge below them does.
    if (index.data(BadgeListModel::HeadingRole).toBool())
        return false;
    return m_held.contains(index.data(BadgeListModel::IdRole).toLongLong()) || matches(index);
}

bool BadgeFilter::matches(const QModelIndex &badge) const
{
    if (!isOfKind(*m_shelf, badge.data(BadgeListModel::IdRole).toLongLong(), m_kind))
        return false;
    const QString text = m_words.isEmpty() ? QString() : badge.data(BadgeListModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return text.contains(word); });
}

} // namespace badgewright::ui
