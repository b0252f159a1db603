// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/layer_properties.h"

#include "artwork/design_fitting.h"
#include "ui/studio/design_model.h"
#include "ui/studio/slider_field.h"

#include <QComboBox>
#include <QFontComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

// What only a text has.

namespace badgewright::ui {

using artwork::Layer;
using artwork::LayerKind;
using artwork::TextCurve;
namespace limits = artwork::design_limits;

namespace {

constexpr int kWeights[] = {300, 400, 600, 700, 900};

} // namespace

void LayerProperties::makeText()
{
    m_text = new QLineEdit(this);
    m_text->setMaxLength(limits::kLongestText);
    m_text->installEventFilter(this);
    m_text->setObjectName(QStringLiteral("layerText"));
    m_family = new QFontComboBox(this);
    m_family->setFontFilters(QFontComboBox::ScalableFonts);
    m_family->setEditable(false);
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_family->setMinimumContentsLength(8);
    m_textRow = new QWidget(this);
    auto *column = new QVBoxLayout(m_textRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(labelled(tr("Letters or numbers"), m_text, m_textRow));
    column->addWidget(labelled(tr("Font"), m_family, m_textRow));
    layout()->addWidget(m_textRow);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_model->changeLayer(tr("text"), [&](Layer &layer) { layer.text = text; }, QStringLiteral("text"));
    });
    connect(m_text, &QLineEdit::editingFinished, this, [this] {
        m_model->endGesture();
        showChosen(); // blanks at the ends are gone
    });
    connect(m_family, &QComboBox::activated, this, [this] {
        m_model->changeLayer(tr("font"), [this](Layer &layer) { layer.family = m_family->currentFont().family(); });
    });
    m_weight = combo(tr("Weight"), {tr("Light"), tr("Regular"), tr("Semibold"), tr("Bold"), tr("Black")}, tr("weight"),
                     [](Layer &layer, int index) { layer.weight = kWeights[index]; }, &m_weightRow);
    m_curve = combo(tr("Line"), {tr("Straight"), tr("Arc above"), tr("Arc below")}, tr("line"),
                    [this](Layer &layer, int index) { layer = artwork::bentWithin(layer, TextCurve(index), m_model->design()); }, &m_curveRow);
    m_curve->setObjectName(QStringLiteral("layerCurve"));
}

void LayerProperties::makeTextMeasures()
{
    m_widest = slider(tr("Widest"), 20, artwork::kDesignSide, tr(" px"), tr("size"),
                      [](Layer &layer, int value) { layer.widest = value; });
    m_radius = slider(tr("Radius"), int(limits::kSmallestRadius), artwork::kDesignSide, tr(" px"), tr("radius"),
                      [](Layer &layer, int value) { layer.radius = value; });
    m_spacing = slider(tr("Letter spacing"), int(limits::kTightest * 100), int(limits::kWidestSpacing * 100), tr(" %"), tr("letter spacing"),
                       [](Layer &layer, int value) { layer.spacing = value / 100.0; });
    m_radius->setObjectName(QStringLiteral("layerRadius"));
    m_spacing->setObjectName(QStringLiteral("layerSpacing"));
}

void LayerProperties::showText(const Layer &layer)
{
    const bool text = layer.kind == LayerKind::Text;
    const bool curved = text && layer.curve != TextCurve::Straight;
    m_textRow->setVisible(text);
    m_weightRow->setVisible(text);
    if (text) {
        if (m_text->text().simplified() != layer.text)
            m_text->setText(layer.text);
        const QSignalBlocker quiet(m_family);
        m_family->setCurrentFont(QFont(layer.family));
        int nearest = 0;
        for (int i = 0; i < int(std::size(kWeights)); ++i) {
            if (std::abs(kWeights[i] - layer.weight) < std::abs(kWeights[nearest] - layer.weight))
                nearest = i;
        }
        m_weight->setCurrentIndex(nearest);
    }
    m_curveRow->setVisible(text);
    m_curve->setCurrentIndex(int(layer.curve));
    m_widest->setVisible(text && !curved);
    m_widest->setValue(int(std::lround(layer.widest)));
    m_radius->setVisible(curved);
    m_radius->setValue(int(std::lround(layer.radius)));
    m_spacing->setVisible(text);
    m_spacing->setValue(int(std::lround(layer.spacing * 100)));
}

void LayerProperties::focusText()
{
    if (m_text->isVisible()) {
        m_text->setFocus();
        m_text->selectAll();
    }
}

} // namespace badgewright::ui
