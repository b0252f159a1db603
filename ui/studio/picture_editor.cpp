// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/picture_editor.h"

#include "artwork/picture_edit.h"
#include "artwork/pixels.h"
#include "support/settings.h"
#include "support/unbroken.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/icon.h"
#include "ui/kit/window_size.h"
#include "ui/studio/forum_sizes.h"
#include "ui/studio/picture_canvas.h"
#include "ui/studio/slider_field.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QUndoCommand>
#include <QVBoxLayout>

#include <cmath>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kToolsWidth = 312;
constexpr double kBorder = 0.05; // of the longer side, on each side
constexpr int kPreviewPause = 60; // ms: scaling millions of pixels must not hold up the mouse

/// From one picture to the next. The pixels are shared with the canvas, not copied.
class PixelEdit final : public QUndoCommand
{
public:
    PixelEdit(PictureCanvas *canvas, const QString &what, const QImage &after)
        : QUndoCommand(what), m_canvas(canvas), m_before(canvas->image()), m_after(after)
    {
    }
    void undo() override { m_canvas->setImage(m_before); }
    void redo() override { m_canvas->setImage(m_after); }

private:
    PictureCanvas *m_canvas;
    QImage m_before;
    QImage m_after;
};

/// From one size to another.
class SideEdit final : public QUndoCommand
{
public:
    SideEdit(ForumSizes *sizes, int after) : QUndoCommand(PictureEditor::tr("size")), m_sizes(sizes), m_before(sizes->side()), m_after(after) {}
    void undo() override { m_sizes->setSide(m_before); }
    void redo() override { m_sizes->setSide(m_after); }

private:
    ForumSizes *m_sizes;
    int m_before;
    int m_after;
};

} // namespace

PictureEditor::PictureEditor(const PageContext &context, const artwork::CheckedPicture &picture, const QImage &pixels,
                             const QString &badgeName, QWidget *parent, int side)
    : QDialog(parent, Qt::Window),
      m_context(context),
      m_picture(picture),
      m_canvas(new PictureCanvas(this)),
      m_mode(new SegmentedControl(tr("What the mouse does"), {tr("Crop"), tr("Zoom in a square")}, this)),
      m_zoom(new SliderField(tr("Zoom"), int(artwork::SquareView::kLeastZoom * 100), int(artwork::SquareView::kMostZoom * 100), tr(" %"), this)),
      m_apply(makeButton(ButtonKind::Secondary, QString(), this)),
      m_sizes(new ForumSizes(context.forum->site(), this)),
      m_facts(secondaryLabel({}, this))
{
    setWindowTitle(tr("Picture: %1").arg(badgeName.isEmpty() ? tr("New badge") : badgeName));
    m_undo.setUndoLimit(50);
    auto *header = new HeaderBar(windowTitle(), this);
    const auto action = [this](const QString &text, const QString &iconName, const QKeySequence &keys) {
        auto *made = new QAction(icon(iconName), text, this);
        made->setShortcut(keys);
        addAction(made);
        return made;
    };
    QAction *undo = action(tr("Undo"), u"undo"_s, QKeySequence::Undo);
    QAction *redo = action(tr("Redo"), u"redo"_s, QKeySequence::Redo);
    connect(undo, &QAction::triggered, &m_undo, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &m_undo, &QUndoStack::redo);
    const auto dressUndo = [this, undo, redo] {
        undo->setEnabled(m_undo.canUndo());
        undo->setToolTip(m_undo.canUndo() ? tr("Undo: %1").arg(m_undo.undoText()) : QString());
        redo->setEnabled(m_undo.canRedo());
        redo->setToolTip(m_undo.canRedo() ? tr("Redo: %1").arg(m_undo.redoText()) : QString());
    };
    connect(&m_undo, &QUndoStack::indexChanged, this, dressUndo);
    dressUndo();
    header->addWidget(makeButton(ButtonKind::Flat, undo, header));
    header->addWidget(makeButton(ButtonKind::Flat, redo, header));

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_canvas, 1);
    middle->addWidget(new Line(this, Qt::Vertical));
    middle->addWidget(makeTools());
    auto *bar = new ActionBar(this);
    auto *cancel = makeButton(ButtonKind::Flat, tr("Cancel"), bar);
    auto *useIt = makeButton(ButtonKind::Primary, tr("Use this picture"), bar);
    useIt->setObjectName(u"usePicture"_s);
    bar->addLeft(m_facts);
    bar->addRight(cancel);
    bar->addRight(useIt);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(middle, 1);
    column->addWidget(bar);
    // Return belongs to the canvas: it cuts out what is marked.
    const auto all = findChildren<QPushButton *>();
    for (QPushButton *button : all)
        button->setAutoDefault(false);

    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(useIt, &QPushButton::clicked, this, &PictureEditor::use);
    connect(action(useIt->text(), {}, Qt::CTRL | Qt::Key_Return), &QAction::triggered, this, &PictureEditor::use);
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(kPreviewPause);
    connect(&m_previewSoon, &QTimer::timeout, this, &PictureEditor::showPreview);
    connect(m_canvas, &PictureCanvas::changed, this, &PictureEditor::dress);
    connect(m_canvas, &PictureCanvas::applyWanted, this, &PictureEditor::apply);
    m_sizes->setSide(side);
    connect(m_sizes, &ForumSizes::sideChosen, this, [this](int chosen) { m_undo.push(new SideEdit(m_sizes, chosen)); });
    // A large photo is edited smaller than it is; an SVG has no pixels of its own.
    if (picture.format != artwork::PictureFormat::Svg && !pixels.isNull() && !picture.size.isEmpty())
        m_shrunk = double(std::max(picture.size.width(), picture.size.height())) / std::max(pixels.width(), pixels.height());
    m_canvas->setImage(pixels);
    if (!context.settings || !restoreGeometry(context.settings->value(settings::kPictureEditorGeometry)))
        resize(fittingSize(this, QSize(1080, 720)));
    m_canvas->setFocus();
}

PictureEditor::~PictureEditor()
{
    m_undo.disconnect(this); // it says so when its steps go, to a window half gone
    if (m_context.settings)
        m_context.settings->set(settings::kPictureEditorGeometry, saveGeometry());
}

QWidget *PictureEditor::makeTools()
{
    auto *tools = new ui::Panel(this);
    tools->setFixedWidth(kToolsWidth);
    auto *column = new QVBoxLayout(tools);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_mode, 0, Qt::AlignLeft);
    column->addWidget(m_zoom);
    column->addWidget(m_apply);
    m_apply->setObjectName(u"applyCut"_s);
    auto *turns = new QHBoxLayout;
    turns->setSpacing(6);
    auto *left = makeButton(ButtonKind::Secondary, tr("Turn left"), tools);
    auto *right = makeButton(ButtonKind::Secondary, tr("Turn right"), tools);
    left->setObjectName(u"turnLeft"_s);
    right->setObjectName(u"turnRight"_s);
    turns->addWidget(left, 1);
    turns->addWidget(right, 1);
    column->addLayout(turns);
    auto *borders = new QHBoxLayout;
    borders->setSpacing(6);
    m_trim = makeButton(ButtonKind::Secondary, tr("Trim"), tools);
    m_square = makeButton(ButtonKind::Secondary, tr("Make square"), tools);
    m_trim->setToolTip(tr("Takes the empty border away"));
    m_square->setToolTip(tr("Adds a transparent border"));
    m_trim->setObjectName(u"trim"_s);
    m_square->setObjectName(u"makeSquare"_s);
    borders->addWidget(m_trim, 1);
    borders->addWidget(m_square, 1);
    column->addLayout(borders);
    auto *border = makeButton(ButtonKind::Secondary, tr("Add a border"), tools);
    border->setToolTip(tr("Adds some transparent room on every side; press it again for more"));
    border->setObjectName(u"addBorder"_s);
    column->addWidget(border);
    column->addStretch();
    column->addWidget(m_sizes);

    m_zoom->setValue(100);
    connect(m_mode, &SegmentedControl::currentChanged, this, [this](int mode) { m_canvas->setMode(PictureCanvas::Mode(mode)); });
    connect(m_zoom, &SliderField::moved, this, [this](int percent) { m_canvas->setZoom(percent / 100.0); });
    connect(m_apply, &QPushButton::clicked, this, &PictureEditor::apply);
    connect(left, &QPushButton::clicked, this, [this] { change(tr("turn"), artwork::turned(m_canvas->image(), -1)); });
    connect(right, &QPushButton::clicked, this, [this] { change(tr("turn"), artwork::turned(m_canvas->image(), 1)); });
    connect(m_trim, &QPushButton::clicked, this, [this] { change(tr("trim"), artwork::trimmedToContent(m_canvas->image())); });
    connect(m_square, &QPushButton::clicked, this, [this] { change(tr("make square"), artwork::paddedToSquare(m_canvas->image())); });
    connect(border, &QPushButton::clicked, this, [this] { change(tr("border"), artwork::withBorder(m_canvas->image(), kBorder)); });
    return tools;
}

void PictureEditor::change(const QString &what, const QImage &image)
{
    if (image.cacheKey() != m_canvas->image().cacheKey())
        m_undo.push(new PixelEdit(m_canvas, what, image));
}

void PictureEditor::apply()
{
    if (m_canvas->isPending())
        change(m_canvas->mode() == PictureCanvas::Mode::Crop ? tr("crop") : tr("zoom"), m_canvas->applied());
}

void PictureEditor::dress()
{
    const bool crop = m_canvas->mode() == PictureCanvas::Mode::Crop;
    m_mode->setCurrent(int(m_canvas->mode()));
    m_zoom->setVisible(!crop);
    m_zoom->setValue(int(std::lround(m_canvas->zoom() * 100)));
    m_apply->setText(crop ? tr("Cut out what is marked") : tr("Cut to the square"));
    m_apply->setEnabled(m_canvas->isPending());
    const QImage &image = m_canvas->image();
    if (m_measured != image.cacheKey()) {
        m_measured = image.cacheKey();
        m_trimmable = artwork::visibleBounds(image) != image.rect();
    }
    m_trim->setEnabled(m_trimmable);
    m_square->setEnabled(image.width() != image.height());
    if (!m_previewSoon.isActive())
        m_previewSoon.start();
}

void PictureEditor::showPreview()
{
    const QImage now = result();
    m_facts->setText(unbroken(tr("%1 × %2 px").arg(std::lround(now.width() * m_shrunk)).arg(std::lround(now.height() * m_shrunk))));
    m_sizes->setPicture(artwork::paddedToSquare(artwork::scaledDown(now, 512)), [from = m_picture, now] { return artwork::editedPicture(from, now); });
}

int PictureEditor::side() const
{
    return m_sizes->side();
}

QImage PictureEditor::result() const
{
    return m_canvas->applied();
}

bool PictureEditor::hasUnsaved() const
{
    return !m_mayClose && (!m_undo.isClean() || m_canvas->isPending());
}

void PictureEditor::use()
{
    Q_EMIT pictureReady(artwork::editedPicture(m_picture, result()));
    m_mayClose = true;
    close();
}

void PictureEditor::keyPressEvent(QKeyEvent *event)
{
    // A dialog would hide itself without asking.
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QDialog::keyPressEvent(event);
}

void PictureEditor::closeEvent(QCloseEvent *event)
{
    if (!hasUnsaved()) {
        QDialog::closeEvent(event);
        return;
    }
    event->ignore();
    if (m_closeAsked)
        return;
    m_closeAsked = true;
    const Question question{tr("Close without using the picture?"), tr("What you changed about it is lost."), tr("Close"), tr("Go on editing"),
                            true, {}, false};
    m_context.ask->confirm(this, question, [this](bool yes) {
        m_closeAsked = false;
        m_mayClose = yes;
        if (yes)
            close();
    });
}

} // namespace badgewright::ui
