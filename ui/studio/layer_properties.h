// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QLineEdit;
class QPushButton;

namespace badgewright::ui {

class ColourRow;
class DesignModel;
class Palette;
class SliderField;
class TextLabel;

/// What can be changed about the chosen layer, or about the background.
class LayerProperties : public QWidget
{
    Q_OBJECT

public:
    LayerProperties(DesignModel *model, Palette *palette, QWidget *parent);

    void focusText(); ///< of a text layer

Q_SIGNALS:
    /// The chosen symbol is to have another drawing.
    void symbolWanted();
    void ownSvgWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Change = std::function<void(artwork::Layer &, int)>;
    void makeSymbol();
    void makeText();
    void makeTextMeasures();
    void showText(const artwork::Layer &layer);
    static QWidget *labelled(const QString &name, QWidget *field, QWidget *parent);
    void makeShape();
    void makeFill();
    void makeMeasures();
    void makePlace();
    SliderField *slider(const QString &name, int least, int most, const QString &unit, const QString &what, Change change);
    QComboBox *combo(const QString &name, const QStringList &choices, const QString &what, Change change, QWidget **row);
    void showChosen();
    void showBackground();
    void showLayer(const artwork::Layer &layer);

    DesignModel *m_model;
    Palette *m_palette;
    TextLabel *m_title;
    QWidget *m_symbolRow = nullptr;
    TextLabel *m_symbolName = nullptr;
    QCheckBox *m_ownColours = nullptr;
    QWidget *m_textRow = nullptr;
    QLineEdit *m_text = nullptr;
    QFontComboBox *m_family = nullptr;
    QComboBox *m_weight = nullptr;
    QWidget *m_weightRow = nullptr;
    QComboBox *m_curve = nullptr;
    QWidget *m_curveRow = nullptr;
    QComboBox *m_shape = nullptr;
    QWidget *m_shapeRow = nullptr;
    QComboBox *m_ribbon = nullptr;
    QWidget *m_ribbonRow = nullptr;
    SliderField *m_points = nullptr;
    SliderField *m_depth = nullptr;
    SliderField *m_roundness = nullptr; ///< the same number for a square
    SliderField *m_thickness = nullptr;
    SliderField *m_height = nullptr; ///< a ribbon's
    SliderField *m_widest = nullptr;
    SliderField *m_radius = nullptr;  ///< of a curved text
    SliderField *m_spacing = nullptr; ///< of letters
    QComboBox *m_fill = nullptr;
    QWidget *m_fillRow = nullptr;
    ColourRow *m_colour = nullptr;
    ColourRow *m_second = nullptr;
    QCheckBox *m_followsType = nullptr;
    QCheckBox *m_transparent = nullptr;
    SliderField *m_size = nullptr;
    SliderField *m_letterHeight = nullptr;
    SliderField *m_turn = nullptr;
    SliderField *m_opacity = nullptr;
    QCheckBox *m_visible = nullptr;
};

} // namespace badgewright::ui
