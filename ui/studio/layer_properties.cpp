// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/layer_properties.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/design_model.h"
#include "ui/studio/layer_words.h"
#include "ui/studio/slider_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace badgewright::ui {

using artwork::FillKind;
using artwork::Layer;
using artwork::LayerKind;
using artwork::RibbonKind;
using artwork::ShapeKind;
namespace limits = artwork::design_limits;

LayerProperties::LayerProperties(DesignModel *model, Palette *palette, QWidget *parent)
    : QWidget(parent), m_model(model), m_palette(palette), m_title(sectionLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    m_title->setObjectName(QStringLiteral("layerTitle"));
    makeSymbol();
    makeText();
    makeShape();
    makeFill();
    makeMeasures();
    makePlace();
    const auto boxes = findChildren<QComboBox *>();
    for (QComboBox *box : boxes) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    connect(model, &DesignModel::changed, this, &LayerProperties::showChosen);
    connect(model, &DesignModel::currentChanged, this, &LayerProperties::showChosen);
    showChosen();
}

QWidget *LayerProperties::labelled(const QString &name, QWidget *field, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(fieldLabel(name, field, row));
    column->addWidget(field);
    return row;
}

SliderField *LayerProperties::slider(const QString &name, int least, int most, const QString &unit, const QString &what, Change change)
{
    auto *field = new SliderField(name, least, most, unit, this);
    layout()->addWidget(field);
    connect(field, &SliderField::moved, this, [this, what, name, change](int value) {
        m_model->changeLayer(what, [&](Layer &layer) { change(layer, value); }, name);
    });
    connect(field, &SliderField::settled, m_model, &DesignModel::endGesture);
    return field;
}

QComboBox *LayerProperties::combo(const QString &name, const QStringList &choices, const QString &what, Change change, QWidget **row)
{
    auto *box = new QComboBox(this);
    box->addItems(choices);
    *row = labelled(name, box, this);
    layout()->addWidget(*row);
    connect(box, &QComboBox::activated, this,
            [this, what, change](int index) { m_model->changeLayer(what, [&](Layer &layer) { change(layer, index); }); });
    return box;
}

void LayerProperties::makeSymbol()
{
    m_symbolRow = new QWidget(this);
    auto *column = new QVBoxLayout(m_symbolRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_symbolName = bodyLabel({}, m_symbolRow);
    column->addWidget(m_symbolName);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    auto *forum = makeButton(ButtonKind::Secondary, tr("Icon…"), m_symbolRow);
    auto *own = makeButton(ButtonKind::Secondary, tr("Own SVG…"), m_symbolRow);
    forum->setAccessibleName(tr("Choose another icon of the forum"));
    own->setAccessibleName(tr("Open another SVG"));
    row->addWidget(forum, 1);
    row->addWidget(own, 1);
    column->addLayout(row);
    m_ownColours = new QCheckBox(tr("Keeps its own colours"), m_symbolRow);
    column->addWidget(m_ownColours);
    layout()->addWidget(m_symbolRow);
    connect(forum, &QPushButton::clicked, this, &LayerProperties::symbolWanted);
    connect(own, &QPushButton::clicked, this, &LayerProperties::ownSvgWanted);
    connect(m_ownColours, &QCheckBox::clicked, this, [this](bool on) {
        m_model->changeLayer(tr("own colours"), [on](Layer &layer) { layer.ownColours = on; });
    });
}

void LayerProperties::makeShape()
{
    QStringList shapes;
    for (int i = int(ShapeKind::Disc); i <= int(ShapeKind::Scalloped); ++i)
        shapes.append(shapeWord(ShapeKind(i)));
    m_shape = combo(tr("Shape"), shapes, tr("shape"), [](Layer &layer, int index) { layer.shape = ShapeKind(index); }, &m_shapeRow);
    m_shape->setObjectName(QStringLiteral("layerShape"));
    m_ribbon = combo(tr("Form"), {tr("Banner"), tr("Tails")}, tr("form"),
                     [](Layer &layer, int index) { layer.ribbon = RibbonKind(index); }, &m_ribbonRow);
}

void LayerProperties::makeMeasures()
{
    m_thickness = slider(tr("Width"), 1, 160, tr(" px"), tr("width"), [](Layer &layer, int value) { layer.thickness = value; });
    m_height = slider(tr("Height"), 10, 300, tr(" px"), tr("height"), [](Layer &layer, int value) { layer.thickness = value; });
    m_points = slider(tr("Points"), limits::kFewestPoints, limits::kMostPoints, {}, tr("points"),
                      [](Layer &layer, int value) { layer.points = value; });
    const Change depth = [](Layer &layer, int value) { layer.depth = value / 100.0; };
    m_depth = slider(tr("Depth"), 0, 95, tr(" %"), tr("depth"), depth);
    m_roundness = slider(tr("Roundness"), 0, 95, tr(" %"), tr("roundness"), depth);
}

void LayerProperties::makeFill()
{
    m_transparent = new QCheckBox(tr("Transparent"), this);
    layout()->addWidget(m_transparent);
    connect(m_transparent, &QCheckBox::clicked, this, [this](bool on) {
        artwork::BadgeDesign design = m_model->design();
        design.background = on ? QColor() : QColor(Qt::white);
        m_model->change(tr("background"), design, m_model->current());
    });
    m_colour = new ColourRow(tr("Colour"), m_palette, this);
    m_second = new ColourRow(tr("Second colour"), m_palette, this);
    m_followsType = new QCheckBox(tr("Follows the badge type"), this);
    layout()->addWidget(m_colour);
    layout()->addWidget(m_followsType);
    m_fill = combo(tr("Fill"), {tr("One colour"), tr("Gradient downwards"), tr("Gradient outwards")}, tr("fill"),
                   [](Layer &layer, int index) { layer.fill.kind = FillKind(index); }, &m_fillRow);
    layout()->addWidget(m_second);
    connect(m_colour, &ColourRow::chosen, this, [this](const QColor &colour) {
        if (m_model->layer()) {
            // A colour of one's own is the end of following.
            m_model->changeLayer(tr("colour"), [&](Layer &layer) {
                layer.fill.colour = colour;
                layer.fill.followsType = false;
            }, QStringLiteral("colour"));
        } else {
            artwork::BadgeDesign design = m_model->design();
            design.background = colour;
            m_model->change(tr("background"), design, m_model->current(), QStringLiteral("colour"));
        }
    });
    connect(m_second, &ColourRow::chosen, this, [this](const QColor &colour) {
        m_model->changeLayer(tr("colour"), [&](Layer &layer) {
            layer.fill.second = colour;
            layer.fill.followsType = false;
        }, QStringLiteral("second"));
    });
    for (ColourRow *row : {m_colour, m_second})
        connect(row, &ColourRow::settled, m_model, &DesignModel::endGesture);
    connect(m_followsType, &QCheckBox::clicked, this, [this](bool on) {
        m_model->changeLayer(tr("follow the type"), [on](Layer &layer) { layer.fill.followsType = on; });
    });
}

void LayerProperties::makePlace()
{
    m_size = slider(tr("Size"), int(limits::kSmallest), 640, tr(" px"), tr("size"), [](Layer &layer, int value) { layer.size = value; });
    m_letterHeight = slider(tr("Height of the letters"), int(limits::kSmallest), 400, tr(" px"), tr("size"),
                            [](Layer &layer, int value) { layer.size = value; });
    makeTextMeasures();
    m_turn = slider(tr("Turn"), -180, 180, tr("°"), tr("turn"), [](Layer &layer, int value) { layer.turn = value; });
    m_opacity = slider(tr("Opacity"), 0, 100, tr(" %"), tr("opacity"), [](Layer &layer, int value) { layer.opacity = value / 100.0; });
    m_visible = new QCheckBox(tr("Visible"), this);
    layout()->addWidget(m_visible);
    connect(m_visible, &QCheckBox::clicked, this, [this](bool on) {
        m_model->changeLayer(on ? tr("show") : tr("hide"), [on](Layer &layer) { layer.visible = on; });
    });
}

void LayerProperties::showChosen()
{
    if (const Layer *layer = m_model->layer())
        showLayer(*layer);
    else
        showBackground();
}

void LayerProperties::showBackground()
{
    m_title->setText(tr("Background"));
    const QList<QWidget *> rows{m_symbolRow, m_textRow, m_weightRow, m_curveRow, m_shapeRow, m_ribbonRow, m_points, m_depth, m_roundness, m_thickness, m_height,
                                m_widest, m_radius, m_spacing, m_fillRow, m_second, m_followsType, m_size, m_letterHeight, m_turn, m_opacity, m_visible};
    for (QWidget *row : rows)
        row->hide();
    const QColor background = m_model->design().background;
    m_transparent->show();
    m_transparent->setChecked(!background.isValid());
    m_colour->show();
    m_colour->setColour(background);
}

void LayerProperties::showLayer(const Layer &layer)
{
    const bool symbol = layer.kind == LayerKind::Symbol;
    const bool text = layer.kind == LayerKind::Text;
    const bool ring = layer.kind == LayerKind::Ring;
    const bool ribbon = layer.kind == LayerKind::Ribbon;
    const bool shape = ring || layer.kind == LayerKind::Shape;
    const bool filled = !symbol || !layer.ownColours;
    const bool round = shape && layer.shape == ShapeKind::RoundedSquare;
    m_title->setText(layerTitle(layer));

    m_symbolRow->setVisible(symbol);
    m_symbolName->setText(layer.symbolName);
    m_ownColours->setChecked(layer.ownColours);
    showText(layer);
    m_shapeRow->setVisible(shape);
    m_shape->setCurrentIndex(int(layer.shape));
    m_ribbonRow->setVisible(ribbon);
    m_ribbon->setCurrentIndex(int(layer.ribbon));
    m_points->setVisible(shape && layer.hasPoints());
    m_points->setValue(layer.points);
    m_depth->setVisible(shape && layer.hasPoints());
    m_depth->setValue(int(std::lround(layer.depth * 100)));
    m_roundness->setVisible(round);
    m_roundness->setValue(int(std::lround(layer.depth * 100)));
    m_thickness->setVisible(ring);
    m_thickness->setValue(int(std::lround(layer.thickness)));
    m_height->setVisible(ribbon);
    m_height->setValue(int(std::lround(layer.thickness)));

    m_transparent->hide();
    m_fillRow->setVisible(filled);
    m_fill->setCurrentIndex(int(layer.fill.kind));
    m_colour->setVisible(filled);
    m_colour->setColour(layer.fill.colour);
    m_second->setVisible(filled && layer.fill.kind != FillKind::Plain);
    m_second->setColour(layer.fill.second);
    m_followsType->setVisible(filled);
    m_followsType->setChecked(layer.fill.followsType);

    m_size->setVisible(!text);
    m_size->setValue(int(std::lround(layer.size)));
    m_letterHeight->setVisible(text);
    m_letterHeight->setValue(int(std::lround(layer.size)));
    m_turn->show();
    m_turn->setValue(int(std::lround(layer.turn)));
    m_opacity->show();
    m_opacity->setValue(int(std::lround(layer.opacity * 100)));
    m_visible->show();
    m_visible->setChecked(layer.visible);
}

bool LayerProperties::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the column; it must not change whatever choice passes below it.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    // Undo means the design's: two memories of the same letters would go out of step.
    if (watched == m_text && event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace badgewright::ui
