// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/choice_delegate.h"

#include "ui/badge_sets/import_list_model.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QComboBox>
#include <QPainter>

namespace badgewright::ui {

namespace {

constexpr qsizetype kMostShown = 300;

} // namespace

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(ImportListModel::ChoicesRole).toStringList().isEmpty() && !index.data(ImportListModel::FreeRole).toBool()) {
        QWidget *field = QStyledItemDelegate::createEditor(parent, option, index);
        if (field)
            field->setAutoFillBackground(true); // its rounded frame leaves corners where the cell would show
        return field;
    }
    auto *box = new QComboBox(parent);
    box->setAutoFillBackground(true);
    box->addItems(index.data(ImportListModel::ChoicesRole).toStringList());
    box->setEditable(index.data(ImportListModel::FreeRole).toBool());
    auto *delegate = const_cast<ChoiceDelegate *>(this);
    // Chosen is meant: no second key is needed.
    connect(box, &QComboBox::activated, delegate, [delegate, box] {
        if (box->isEditable())
            return;
        Q_EMIT delegate->commitData(box);
        Q_EMIT delegate->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    if (!box) {
        QStyledItemDelegate::setEditorData(editor, index);
        return;
    }
    const QString text = index.data(Qt::EditRole).toString();
    box->setCurrentIndex(box->findText(text));
    if (box->isEditable())
        box->setEditText(text);
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    if (!box)
        QStyledItemDelegate::setModelData(editor, model, index);
    else if (box->isEditable() || box->currentIndex() >= 0)
        model->setData(index, box->currentText());
}

void ChoiceDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

void ChoiceDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Letters that nobody can see in a cell are not laid out: a table may hold a book in one.
    if (option->text.size() > kMostShown)
        option->text.truncate(kMostShown);
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    const bool current = option.state & QStyle::State_HasFocus;
    plain.state.setFlag(QStyle::State_HasFocus, false);
    QStyledItemDelegate::paint(painter, plain, index);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens(option.palette).line);
    if (current)
        paint::roundedFrame(painter, QRectF(option.rect).adjusted(1, 1, -1, -2), 4, {}, tokens(option.palette).accent, 1.5);
}

} // namespace badgewright::ui
