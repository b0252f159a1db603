// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/layer_list.h"

#include "artwork/design_fitting.h"
#include "ui/kit/buttons.h"
#include "ui/kit/icon.h"
#include "ui/kit/labels.h"
#include "ui/kit/theme.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/design_model.h"
#include "ui/studio/layer_words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace badgewright::ui {

using artwork::Layer;
using artwork::LayerKind;
using artwork::ShapeKind;

namespace {

constexpr int kRow = 36;
constexpr int kPlaceRole = Qt::UserRole;

} // namespace

LayerList::LayerList(DesignModel *model, const Palette *palette, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_palette(palette),
      m_list(new QListWidget(this)),
      m_add(makeButton(ButtonKind::Secondary, tr("Layer"), this, QStringLiteral("plus")))
{
    m_list->setAccessibleName(tr("Layers"));
    m_list->setAccessibleDescription(tr("The topmost first. Alt with the arrow keys changes the order, F2 renames, Delete removes."));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setAccessibleName(tr("Add a layer"));

    const auto action = [this](const QString &iconName, const QString &name, const QKeySequence &keys) {
        auto *made = new QAction(icon(iconName), name, this);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(made);
        return made;
    };
    m_up = action(QStringLiteral("chevron-up"), tr("Bring forward"), Qt::ALT | Qt::Key_Up);
    m_down = action(QStringLiteral("chevron-down"), tr("Send back"), Qt::ALT | Qt::Key_Down);
    m_copy = action(QStringLiteral("copy"), tr("Duplicate layer"), Qt::CTRL | Qt::Key_D);
    m_remove = action(QStringLiteral("trash"), tr("Remove layer"), QKeySequence::Delete);
    connect(m_up, &QAction::triggered, this, [this] { m_model->shift(1); });
    connect(m_down, &QAction::triggered, this, [this] { m_model->shift(-1); });
    connect(m_copy, &QAction::triggered, m_model, &DesignModel::duplicateCurrent);
    connect(m_remove, &QAction::triggered, m_model, &DesignModel::removeCurrent);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(kGrid);
    column->addWidget(sectionLabel(tr("Layers"), this));
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    buttons->addWidget(m_add);
    buttons->addStretch();
    for (QAction *each : {m_up, m_down, m_copy, m_remove}) {
        auto *button = makeIconButton(ownIconName(each->icon()), each->text(), this);
        connect(button, &QToolButton::clicked, each, &QAction::trigger);
        connect(each, &QAction::changed, button, [button, each] { button->setEnabled(each->isEnabled()); });
        buttons->addWidget(button);
    }
    column->addLayout(buttons);

    connect(m_add, &QPushButton::clicked, this, &LayerList::openAddMenu);
    connect(m_model, &DesignModel::changed, this, &LayerList::fill);
    connect(m_model, &DesignModel::currentChanged, this, &LayerList::showCurrent);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!m_filling && item)
            m_model->setCurrent(item->data(kPlaceRole).toInt());
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_filling)
            return;
        const int place = item->data(kPlaceRole).toInt();
        // The list is filled anew, which must not happen while its editor closes.
        QMetaObject::invokeMethod(this, [this, place, name = item->text()] {
            const auto &layers = m_model->design().layers;
            if (place >= 0 && place < layers.size() && name != layerTitle(layers.at(place)))
                m_model->rename(place, name);
            fill();
        }, Qt::QueuedConnection);
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &LayerList::takeOrder, Qt::QueuedConnection);
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, [this] {
        // InternalMove is an insertion and a removal in some versions of Qt.
        if (!m_filling)
            QMetaObject::invokeMethod(this, &LayerList::takeOrder, Qt::QueuedConnection);
    });
    fill();
}

QList<QAction *> LayerList::actions() const
{
    return {m_up, m_down, m_copy, m_remove};
}

void LayerList::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    const auto &layers = m_model->design().layers;
    while (m_list->count() > layers.size() + 1)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < layers.size() + 1)
        m_list->addItem(new QListWidgetItem);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const int place = int(layers.size()) - 1 - row;
        item->setData(kPlaceRole, place);
        item->setSizeHint({0, kRow});
        if (place < 0) {
            const bool transparent = !m_model->design().background.isValid();
            item->setText(transparent ? tr("Background: transparent") : tr("Background: filled"));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setForeground(palette().text());
            continue;
        }
        const Layer &layer = layers.at(place);
        item->setText(layerTitle(layer));
        item->setToolTip(layer.visible ? QString() : tr("Hidden"));
        item->setData(Qt::AccessibleTextRole, layer.visible ? layerTitle(layer) : tr("%1, hidden").arg(layerTitle(layer)));
        item->setForeground(layer.visible ? palette().text() : QBrush(tokens(this).secondary));
        QFont font = m_list->font();
        font.setItalic(!layer.visible);
        item->setFont(font);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled);
    }
    showCurrent();
}

void LayerList::showCurrent()
{
    const QScopedValueRollback filling(m_filling, true);
    m_list->setCurrentRow(int(m_model->design().layers.size()) - 1 - m_model->current());
    dress();
}

void LayerList::dress()
{
    const int place = m_model->current();
    const bool layer = m_model->layer();
    m_up->setEnabled(layer && place + 1 < m_model->design().layers.size());
    m_down->setEnabled(layer && place > 0);
    m_copy->setEnabled(layer && m_model->canAdd());
    m_remove->setEnabled(layer);
    m_add->setEnabled(m_model->canAdd());
    m_add->setToolTip(m_model->canAdd() ? QString() : tr("A design has at most %1 layers.").arg(artwork::design_limits::kMostLayers));
}

void LayerList::takeOrder()
{
    const qsizetype count = m_model->design().layers.size();
    QList<int> places;
    for (int row = m_list->count() - 1; row >= 0; --row) {
        const int place = m_list->item(row)->data(kPlaceRole).toInt();
        if (place >= 0 && place < count && !places.contains(place))
            places.append(place);
    }
    if (places.size() == count)
        m_model->reorder(places);
    fill(); // the background goes back to the bottom
}

void LayerList::openAddMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = int(ShapeKind::Disc); i <= int(ShapeKind::Scalloped); ++i) {
        menu->addAction(shapeWord(ShapeKind(i)), this, [this, i] {
            Layer layer = artwork::newLayer(LayerKind::Shape);
            layer.shape = ShapeKind(i);
            if (layer.shape == ShapeKind::Star) {
                layer.points = 5;
                layer.depth = 0.6;
            } else if (layer.shape == ShapeKind::Scalloped) {
                layer.depth = 0.12;
            }
            // It must be told from what it comes to lie on.
            artwork::BadgeDesign below = m_model->design();
            below.layers = below.layers.mid(0, m_model->current() + 1);
            artwork::setColour(&layer.fill, artwork::standingOut(below, layer, m_palette->kept()));
            m_model->add(layer);
        });
    }
    menu->addSeparator();
    for (const LayerKind kind : {LayerKind::Ring, LayerKind::Ribbon, LayerKind::Text})
        menu->addAction(layerKindWord(kind), this, [this, kind] {
            m_model->add(artwork::newLayer(kind));
            if (kind == LayerKind::Text)
                Q_EMIT textAdded();
        });
    menu->addSeparator();
    menu->addAction(tr("Icon of the forum…"), this, &LayerList::symbolWanted);
    menu->addAction(tr("Own SVG…"), this, &LayerList::ownSvgWanted);
    // The button stands at the foot of the window.
    menu->popup(m_add->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2)));
}

} // namespace badgewright::ui
