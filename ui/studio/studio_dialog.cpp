// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/studio_dialog.h"

#include "artwork/design_painter.h"
#include "support/settings.h"
#include "ui/kit/buttons.h"
#include "ui/kit/focus_order.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/icon.h"
#include "ui/kit/notice.h"
#include "ui/kit/window_size.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/design_canvas.h"
#include "ui/studio/design_model.h"
#include "ui/studio/forum_sizes.h"
#include "ui/studio/layer_list.h"
#include "ui/studio/layer_properties.h"

#include <QAction>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using artwork::BadgeDesign;
using artwork::Layer;

namespace {

constexpr int kLayersWidth = 248;
constexpr int kPropertiesWidth = 312;
constexpr int kDraftPause = 400; // ms after the last change
constexpr int kDraftLatest = 2000; // ms after the first that is not kept: who types or drags steadily never pauses

/// Layers came, went or changed their order: work that is not done again in a moment.
bool isRearranged(const QList<Layer> &before, const QList<Layer> &now)
{
    return before.size() != now.size() || (before != now && std::is_permutation(before.begin(), before.end(), now.begin()));
}

QAction *actionOf(QWidget *owner, const QString &text, const QString &iconName, const QKeySequence &keys)
{
    auto *action = new QAction(icon(iconName), text, owner);
    action->setShortcut(keys);
    owner->addAction(action);
    return action;
}

} // namespace

StudioDialog::StudioDialog(const PageContext &context, BadgePictures *pictures, const artwork::DesignStore &store,
                           const StudioStart &start, QWidget *parent)
    : QDialog(parent, Qt::Window),
      m_context(context),
      m_pictures(pictures),
      m_store(store),
      m_start(start),
      m_palette(new Palette(context.settings, context.connection().id, this)),
      m_model(new DesignModel({}, this)),
      m_layers(new LayerList(m_model, m_palette, this)),
      m_canvas(new DesignCanvas(m_model, this)),
      m_properties(new LayerProperties(m_model, m_palette, this)),
      m_sizes(new ForumSizes(context.forum->site(), this)),
      m_notice(new Notice(this)),
      m_draftWords(new ElidedLabel(TextSize::Secondary, {}, this))
{
    setAcceptDrops(true);
    layOut();
    showTitle();
    m_draftSoon.setSingleShot(true);
    m_draftSoon.setInterval(kDraftPause);
    connect(&m_draftSoon, &QTimer::timeout, this, &StudioDialog::keepDraft);
    m_draftLatest.setSingleShot(true);
    m_draftLatest.setInterval(kDraftLatest);
    connect(&m_draftLatest, &QTimer::timeout, this, &StudioDialog::keepDraft);
    connect(m_layers, &LayerList::symbolWanted, this, [this] { chooseSymbol(false); });
    connect(m_layers, &LayerList::ownSvgWanted, this, [this] { openSvg(false); });
    connect(m_layers, &LayerList::textAdded, m_properties, &LayerProperties::focusText);
    connect(m_properties, &LayerProperties::symbolWanted, this, [this] { chooseSymbol(true); });
    connect(m_properties, &LayerProperties::ownSvgWanted, this, [this] { openSvg(true); });
    connect(m_sizes, &ForumSizes::sideChosen, this, [this](int side) {
        BadgeDesign design = m_model->design();
        design.side = side;
        m_model->change(tr("size"), design, m_model->current());
    });
    open();
    m_seenLayers = m_model->design().layers;
    connect(m_model, &DesignModel::changed, this, &StudioDialog::changed);
    if (!context.settings || !restoreGeometry(context.settings->value(settings::kStudioGeometry)))
        resize(fittingSize(this, QSize(1280, 760)));
    m_canvas->setFocus();
}

StudioDialog::~StudioDialog()
{
    // Whatever closes the window, the draft is not lost with it.
    if (m_draftSoon.isActive())
        keepDraft();
    if (m_context.settings)
        m_context.settings->set(settings::kStudioGeometry, saveGeometry());
}

void StudioDialog::layOut()
{
    m_header = new HeaderBar({}, this);
    HeaderBar *header = m_header;
    makeUndo(header);
    auto *seriesButton = makeButton(ButtonKind::Secondary, tr("Series…"), header);
    auto *types = makeButton(ButtonKind::Secondary, tr("Gold · Silver · Bronze"), header);
    m_export = makeButton(ButtonKind::Secondary, tr("Export"), header, u"download"_s);
    for (QPushButton *button : {seriesButton, types, m_export})
        header->addWidget(button);
    connect(seriesButton, &QPushButton::clicked, this, &StudioDialog::openSeries);
    connect(types, &QPushButton::clicked, this, &StudioDialog::offerTypes);
    connect(m_export, &QPushButton::clicked, this, &StudioDialog::openExportMenu);

    auto *left = new ui::Panel(this);
    left->setFixedWidth(kLayersWidth);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(m_layers);

    auto *right = new ui::Panel(this);
    right->setFixedWidth(kPropertiesWidth);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 12);
    rightColumn->setSpacing(12);
    auto *scroll = new QScrollArea(right);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Properties"));
    scroll->setFocusPolicy(Qt::NoFocus); // its fields take the focus, and it shows the one that has it
    auto *sheet = new ui::Panel;
    auto *sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(16, 16, 16, 4);
    sheetColumn->addWidget(m_properties);
    sheetColumn->addStretch();
    scroll->setWidget(sheet);
    rightColumn->addWidget(scroll, 1);
    rightColumn->addWidget(new Line(right));
    auto *sizesRow = new QVBoxLayout;
    sizesRow->setContentsMargins(16, 0, 16, 0);
    sizesRow->addWidget(m_sizes);
    rightColumn->addLayout(sizesRow);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(left);
    middle->addWidget(new Line(this, Qt::Vertical));
    middle->addWidget(m_canvas, 1);
    middle->addWidget(new Line(this, Qt::Vertical));
    middle->addWidget(right);

    auto *bar = new ActionBar(this);
    auto *cancel = makeButton(ButtonKind::Flat, tr("Cancel"), bar);
    auto *useIt = makeButton(ButtonKind::Primary, tr("Use this picture"), bar);
    useIt->setObjectName(u"useDesign"_s);
    m_draftWords->setObjectName(u"draftWords"_s);
    bar->addLeft(m_draftWords);
    bar->addRight(cancel);
    bar->addRight(useIt);
    // Return belongs to the fields.
    const auto all = findChildren<QPushButton *>();
    for (QPushButton *button : all)
        button->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(useIt, &QPushButton::clicked, this, &StudioDialog::use);
    connect(actionOf(this, useIt->text(), {}, Qt::CTRL | Qt::Key_Return), &QAction::triggered, this, &StudioDialog::use);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(new NoticeRoom({m_notice}));
    column->addLayout(middle, 1);
    column->addWidget(bar);
    setFocusOrder({header, m_notice, left, m_canvas, right, bar});
}

void StudioDialog::showTitle()
{
    setWindowTitle(tr("Design: %1").arg(m_start.badgeName.isEmpty() ? tr("New badge") : m_start.badgeName));
    m_header->setTitle(windowTitle());
}

void StudioDialog::setBadge(const QString &name, int typeId)
{
    if (m_start.badgeName == name && m_start.typeId == typeId)
        return;
    const bool otherType = m_start.typeId != typeId;
    m_start.badgeName = name;
    m_start.typeId = typeId;
    showTitle();
    m_settled = forThisBadge(m_settled);
    // A name comes letter by letter, and is nothing that could be seen in the design.
    if (otherType)
        m_model->change(tr("badge type"), forThisBadge(m_model->design()), m_model->current());
}

void StudioDialog::makeUndo(HeaderBar *header)
{
    QUndoStack *stack = m_model->undoStack();
    QAction *undo = actionOf(this, tr("Undo"), u"undo"_s, QKeySequence::Undo);
    QAction *redo = actionOf(this, tr("Redo"), u"redo"_s, QKeySequence::Redo);
    connect(undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, stack, &QUndoStack::redo);
    const auto dress = [stack, undo, redo] {
        undo->setEnabled(stack->canUndo());
        undo->setToolTip(stack->canUndo() ? tr("Undo: %1").arg(stack->undoText()) : QString());
        redo->setEnabled(stack->canRedo());
        redo->setToolTip(stack->canRedo() ? tr("Redo: %1").arg(stack->redoText()) : QString());
    };
    connect(stack, &QUndoStack::indexChanged, this, dress);
    connect(stack, &QUndoStack::cleanChanged, this, dress);
    dress();
    header->addWidget(makeButton(ButtonKind::Flat, undo, header));
    header->addWidget(makeButton(ButtonKind::Flat, redo, header));
}

void StudioDialog::weigh()
{
    const BadgeDesign &design = m_model->design();
    m_sizes->setSide(design.side);
    m_sizes->setPicture(artwork::designImage(design, artwork::kDesignSide), [design] { return artwork::checkPicture(artwork::designPng(design), u"badge.png"_s); });
}

void StudioDialog::changed()
{
    weigh();
    const QList<Layer> before = std::exchange(m_seenLayers, m_model->design().layers);
    if (isRearranged(before, m_seenLayers)) {
        keepDraft();
        return;
    }
    m_draftSoon.start();
    if (!m_draftLatest.isActive())
        m_draftLatest.start();
}

void StudioDialog::keyPressEvent(QKeyEvent *event)
{
    // A dialog would hide itself without asking.
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QDialog::keyPressEvent(event);
}

void StudioDialog::complain(const QString &sentence)
{
    m_notice->say(Tone::Bad, sentence);
}

} // namespace badgewright::ui
