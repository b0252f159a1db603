// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_list_model.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/icon_names.h"
#include "ui/badge_sets/import_flow.h"
#include "ui/badges/badge_pictures.h"
#include "ui/kit/badge_thumb.h"
#include "ui/kit/pill.h"
#include "ui/kit/theme.h"

#include <QGuiApplication>

#include <utility>

namespace badgewright::ui {

using artwork::SetAction;
using artwork::SetState;

namespace {

constexpr int kThumb = 24;

QString actionWord(SetAction action)
{
    switch (action) {
    case SetAction::Create: return ImportListModel::tr("Create");
    case SetAction::Update: return ImportListModel::tr("Update");
    case SetAction::Skip: break;
    }
    return ImportListModel::tr("Leave out");
}

Tone toneOf(SetState state)
{
    switch (state) {
    case SetState::New: return Tone::Good;
    case SetState::Same: return Tone::Note;
    case SetState::Changed:
    case SetState::NameClash: return Tone::Look;
    case SetState::Problem: break;
    }
    return Tone::Bad;
}

/// Everything there is to say of it.
QString wholeWords(const ImportRow &row)
{
    return QStringList{stateWords(row.match), remarksOf(row).join(u' ')}.join(u'\n').trimmed();
}

} // namespace

QString typeWord(int typeId)
{
    switch (typeId) {
    case kGold: return ImportListModel::tr("Gold");
    case kSilver: return ImportListModel::tr("Silver");
    case kBronze: return ImportListModel::tr("Bronze");
    default: return {};
    }
}

QString unsaidWords(const ImportRow &row, const QString &field)
{
    if (fieldNames(row.badge.fields).contains(field) || row.badge.fieldProblems.contains(field))
        return {};
    const bool isType = field == artwork::SetBadge::kTypeField;
    if (row.match.existing)
        return isType ? ImportListModel::tr("The import does not say its type; it stays as it is on the forum.") : ImportListModel::tr("The import does not say it; it stays as it is on the forum.");
    return isType ? ImportListModel::tr("The import does not say its type; a new badge is bronze then.") : QString();
}

QString stateWord(SetState state)
{
    switch (state) {
    case SetState::New: return ImportListModel::tr("New");
    case SetState::Same: return ImportListModel::tr("Same");
    case SetState::Changed: return ImportListModel::tr("Changed");
    case SetState::NameClash: return ImportListModel::tr("Name is taken");
    case SetState::Problem: break;
    }
    return ImportListModel::tr("Problem");
}

ImportListModel::ImportListModel(ImportFlow *flow, QObject *parent) : QAbstractTableModel(parent), m_flow(flow)
{
    connect(flow, &ImportFlow::rowsReset, this, [this] {
        beginResetModel();
        m_thumbs.clear();
        endResetModel();
    });
    connect(flow, &ImportFlow::rowsChanged, this, [this] {
        forgetThumbs(); // a type colours the glyph
    });
    connect(flow, &ImportFlow::findingsChanged, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, StateColumn), index(rowCount() - 1, StateColumn));
    });
}

void ImportListModel::setPictures(BadgePictures *pictures)
{
    m_pictures = pictures;
    connect(pictures, &BadgePictures::iconArrived, this, &ImportListModel::forgetThumbs);
}

void ImportListModel::forgetThumbs()
{
    if (m_flow->rows().isEmpty())
        return;
    m_thumbs.clear();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ImportListModel::setPublished(const QSet<QString> &names)
{
    if (std::exchange(m_published, names) != names && rowCount() > 0)
        Q_EMIT dataChanged(index(0, StateColumn), index(rowCount() - 1, StateColumn));
}

/// As long as nobody has changed it since.
bool ImportListModel::isPublished(const ImportRow &row) const
{
    return (row.match.state == artwork::SetState::Same || !m_flow->isOpen()) && m_published.contains(row.badge.name().trimmed());
}

int ImportListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_flow->rows().size());
}

int ImportListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportListModel::text(int row, int column) const
{
    const ImportRow &one = m_flow->rows().at(row);
    switch (column) {
    case ActionColumn: return actionWord(one.action);
    case NameColumn: return one.badge.name().isEmpty() ? tr("Unnamed badge") : one.badge.name();
    case TypeColumn: return typeWord(one.badge.fieldProblems.contains(artwork::SetBadge::kTypeField) ? 0 : m_flow->typeOf(row));
    case IconColumn: return one.badge.picture ? tr("picture") : one.badge.fields.icon.value_or(QString());
    case GroupingColumn: return one.badge.grouping.value_or(QString());
    case DescriptionColumn: return m_flow->shown(row).description;
    case StateColumn: return isPublished(one) ? tr("Published") : isToLookAt(one) ? tr("%1 · look").arg(stateWord(one.match.state)) : stateWord(one.match.state);
    default: return {};
    }
}

QString ImportListModel::unsaid(const QModelIndex &index) const
{
    const ImportRow &row = m_flow->rows().at(index.row());
    if (index.column() == TypeColumn)
        return unsaidWords(row, artwork::SetBadge::kTypeField);
    return index.column() == DescriptionColumn ? unsaidWords(row, QStringLiteral("description")) : QString();
}

QStringList ImportListModel::choices(int row, int column) const
{
    QStringList words;
    switch (column) {
    case ActionColumn:
        for (const SetAction action : {SetAction::Create, SetAction::Update, SetAction::Skip}) {
            if (m_flow->rows().at(row).match.allows(action))
                words << actionWord(action);
        }
        break;
    case TypeColumn:
        words = {typeWord(kGold), typeWord(kSilver), typeWord(kBronze)};
        break;
    case IconColumn: {
        const artwork::SetBadge &badge = m_flow->rows().at(row).badge;
        words = m_flow->nearIcons(badge.fields.icon.value_or(QString()));
        QStringList used;
        for (const Badge &other : m_flow->catalogue().badges) {
            if (!other.icon.isEmpty() && !words.contains(other.icon) && !used.contains(other.icon))
                used << other.icon;
        }
        used.sort();
        words += used;
        break;
    }
    case GroupingColumn:
        for (const Grouping &grouping : m_flow->catalogue().groupings)
            words << grouping.name;
        break;
    default:
        break;
    }
    return words;
}

QPixmap ImportListModel::thumb(int row) const
{
    QPixmap &known = m_thumbs[row];
    if (known.isNull()) {
        const artwork::SetBadge &badge = m_flow->rows().at(row).badge;
        BadgeThumb thumb;
        if (badge.picture)
            thumb.image = QPixmap::fromImage(badge.picture->still);
        else if (m_pictures && badge.fields.icon && !badge.fields.icon->isEmpty())
            thumb.iconSvg = m_pictures->icon(*badge.fields.icon).bytes;
        thumb.typeColour = artwork::badgeTypeColour(m_flow->typeOf(row));
        known = badgeThumb(thumb, kThumb, qGuiApp->devicePixelRatio());
    }
    return known;
}

QVariant ImportListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportRow &row = m_flow->rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::EditRole:
        if (index.column() == IconColumn)
            return row.badge.fields.icon.value_or(QString());
        return index.column() == NameColumn ? row.badge.name() : text(index.row(), index.column());
    case Qt::DecorationRole:
        return index.column() == NameColumn ? QVariant(thumb(index.row())) : QVariant();
    case Qt::ForegroundRole: // what stands there all the same
        return unsaid(index).isEmpty() ? QVariant() : QVariant(tokens(QGuiApplication::palette()).secondary);
    case Qt::ToolTipRole:
        if (index.column() == StateColumn)
            return wholeWords(row);
        if (index.column() == DescriptionColumn)
            return QStringList{text(index.row(), index.column()).toString(), unsaid(index)}.join(u'\n').trimmed();
        return unsaid(index);
    case Qt::AccessibleTextRole:
        if (index.column() == StateColumn)
            return wholeWords(row);
        return QStringList{text(index.row(), index.column()).toString(), unsaid(index)}.join(u' ').trimmed();
    case StateRole:
        return int(row.match.state);
    case LookRole:
        return isToLookAt(row);
    case ChoicesRole:
        return choices(index.row(), index.column());
    case FreeRole:
        return index.column() == GroupingColumn || index.column() == IconColumn;
    case kToneRole:
        return index.column() == StateColumn ? QVariant(int(isPublished(row) ? Tone::Good : isToLookAt(row) ? Tone::Look : toneOf(row.match.state))) : QVariant();
    default:
        return {};
    }
}

bool ImportListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !m_flow->isOpen())
        return false;
    m_flow->endStep(); // each cell is a step of its own
    const bool taken = take(index, value.toString());
    m_flow->endStep();
    return taken;
}

bool ImportListModel::take(const QModelIndex &index, const QString &typed)
{
    switch (index.column()) {
    case ActionColumn:
        for (const SetAction action : {SetAction::Create, SetAction::Update, SetAction::Skip}) {
            if (typed == actionWord(action))
                m_flow->setAction(index.row(), action);
        }
        return true;
    case NameColumn:
        m_flow->setName(index.row(), typed);
        return true;
    case TypeColumn:
        for (const int type : {kGold, kSilver, kBronze}) {
            if (typed == typeWord(type))
                m_flow->setType(index.row(), type);
        }
        return true;
    case IconColumn:
        m_flow->setIcon(index.row(), artwork::iconNameOf(typed));
        return true;
    case GroupingColumn:
        m_flow->setGrouping(index.row(), typed);
        return true;
    case DescriptionColumn:
        m_flow->setDescription(index.row(), typed);
        return true;
    default:
        return false;
    }
}

Qt::ItemFlags ImportListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    // Beside a picture an icon would never be seen.
    const bool unseen = index.column() == IconColumn && m_flow->rows().at(index.row()).badge.picture;
    if (m_flow->isOpen() && index.column() != StateColumn && !unseen)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ImportListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ActionColumn: return tr("What to do");
    case NameColumn: return tr("Name");
    case TypeColumn: return tr("Type");
    case IconColumn: return tr("Icon");
    case GroupingColumn: return tr("Grouping");
    case DescriptionColumn: return tr("Description");
    case StateColumn: return tr("On the forum");
    default: return {};
    }
}

} // namespace badgewright::ui
