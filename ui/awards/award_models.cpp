// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/awards/award_models.h"

#include "ui/kit/theme.h"
#include "ui/words/value_words.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace badgewright::ui {

namespace {

/// The medal in front of a type: a scalloped disc in the level's colour, as every list of ours draws badges without a
/// picture. Other levels are grey.
void drawMedal(QPainter *painter, const QRectF &box, const QString &level, const Tokens &colours)
{
    const QColor metal = level == QLatin1String("gold")     ? QColor(0xE7, 0xC3, 0x00)
                         : level == QLatin1String("silver") ? QColor(0xC0, 0xC0, 0xC0)
                         : level == QLatin1String("bronze") ? QColor(0xCD, 0x7F, 0x32)
                                                            : colours.secondary;
    constexpr int kPoints = 12;
    QPainterPath rim;
    const QPointF middle = box.center();
    for (int i = 0; i < kPoints * 2; ++i) {
        const double angle = M_PI * i / kPoints;
        const double radius = box.width() / 2 * (i % 2 ? 0.86 : 1.0);
        const QPointF point(middle.x() + radius * std::sin(angle), middle.y() - radius * std::cos(angle));
        if (i == 0)
            rim.moveTo(point);
        else
            rim.lineTo(point);
    }
    rim.closeSubpath();
    painter->setPen(Qt::NoPen);
    painter->setBrush(metal);
    painter->drawPath(rim);
    painter->setBrush(QColor(0x4A, 0x52, 0x60));
    painter->drawEllipse(middle, box.width() * 0.33, box.width() * 0.33);
    QPainterPath star;
    for (int i = 0; i < 10; ++i) {
        const double angle = M_PI * i / 5;
        const double radius = box.width() * (i % 2 ? 0.10 : 0.23);
        const QPointF point(middle.x() + radius * std::sin(angle), middle.y() - radius * std::cos(angle));
        if (i == 0)
            star.moveTo(point);
        else
            star.lineTo(point);
    }
    painter->setBrush(Qt::white);
    painter->drawPath(star);
}

} // namespace

QString awardLevelWords(const QString &level)
{
    if (level == QLatin1String("gold"))
        return AwardTypeModel::tr("gold");
    if (level == QLatin1String("silver"))
        return AwardTypeModel::tr("silver");
    if (level == QLatin1String("bronze"))
        return AwardTypeModel::tr("bronze");
    return level;
}

QString awardModeWords(const QString &mode)
{
    if (mode == QLatin1String("per_user"))
        return AwardTypeModel::tr("once per person");
    if (mode == QLatin1String("per_node"))
        return AwardTypeModel::tr("once per post");
    return mode;
}

void AwardTypeModel::setTypes(const QList<AwardType> &types)
{
    beginResetModel();
    m_types = types;
    endResetModel();
}

const AwardType *AwardTypeModel::find(AwardTypeId id) const
{
    const auto it = std::find_if(m_types.begin(), m_types.end(), [id](const AwardType &type) { return type.id == id; });
    return it == m_types.end() ? nullptr : &*it;
}

int AwardTypeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_types.size());
}

QVariant AwardTypeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AwardType &type = m_types.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return type.name;
    case Qt::ToolTipRole:
        return type.description;
    case TypeIdRole:
        return type.id;
    case LevelRole:
        return type.level;
    case Qt::AccessibleDescriptionRole:
    case DetailRole: {
        QStringList words;
        if (!type.level.isEmpty())
            words << awardLevelWords(type.level);
        if (!type.mode.isEmpty())
            words << awardModeWords(type.mode);
        if (!type.active)
            words << tr("not active");
        return words.join(QStringLiteral(" · "));
    }
    default:
        return {};
    }
}

void AwardTypeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &colours = tokens(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.soft);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const QRect inner = option.rect.adjusted(16, 0, -16, 0);
    QRect medal(inner.left(), inner.center().y() - 12, 24, 24);
    QRect text = inner.adjusted(36, 0, 0, 0);
    if (!leftToRight) {
        medal.moveRight(inner.right());
        text = inner.adjusted(0, 0, -36, 0);
    }
    drawMedal(painter, medal, index.data(AwardTypeModel::LevelRole).toString(), colours);
    const int flags = int(leftToRight ? Qt::AlignLeft : Qt::AlignRight);
    const QRect upper(text.left(), text.top() + 4, text.width(), 18);
    const QRect lower(text.left(), text.top() + 22, text.width(), 18);
    painter->setPen(colours.text);
    painter->setFont(textFont(TextSize::Body));
    painter->drawText(upper, flags | int(Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
    painter->setPen(colours.secondary);
    painter->setFont(textFont(TextSize::Secondary));
    painter->drawText(lower, flags | int(Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data(AwardTypeModel::DetailRole).toString(), Qt::ElideRight, lower.width()));
    painter->restore();
}

QSize AwardTypeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kListRowHeight};
}

void ActionListModel::setActions(const QList<Action> &actions, const QDateTime &now)
{
    beginResetModel();
    m_actions = actions;
    m_now = now;
    endResetModel();
}

const Action *ActionListModel::find(ActionId id) const
{
    const auto it = std::find_if(m_actions.begin(), m_actions.end(), [id](const Action &action) { return action.id == id; });
    return it == m_actions.end() ? nullptr : &*it;
}

int ActionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_actions.size());
}

int ActionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Action &action = m_actions.at(index.row());
    if (role == ActionIdRole)
        return action.id;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case WhenColumn:
        return action.date.isValid() ? words::moment(action.date, m_now) : action.when;
    case VerbColumn:
        return action.cancelled ? tr("%1 (cancelled)").arg(action.verb) : action.verb;
    case OnColumn:
        if (!action.nodeTitle.isEmpty())
            return action.nodeTitle;
        return action.nodeId ? tr("%1 %2").arg(action.nodeType).arg(action.nodeId) : QString();
    case IdColumn:
        return QString::number(action.id);
    case ReceiverColumn:
        return action.user.id ? action.user.displayName() : tr("not said");
    default:
        return {};
    }
}

QVariant ActionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case VerbColumn:
        return tr("Did");
    case OnColumn:
        return tr("On");
    case IdColumn:
        return tr("Action");
    case ReceiverColumn:
        return tr("Who would receive it");
    default:
        return {};
    }
}

} // namespace badgewright::ui
