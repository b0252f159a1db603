// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/forum_colours.h"

#include <QDialog>

#include <array>

class QLineEdit;
class QPushButton;

namespace badgewright::ui {

class ColourWell;
class ForumPalette;
class TextLabel;

/// A forum's own colours, as its admin has them, entered by hand: for light pages and for dark ones.
class ColoursDialog : public QDialog
{
    Q_OBJECT

public:
    /// `palette` outlives it, and gets the colours with "Use these colours".
    ColoursDialog(ForumPalette *palette, QWidget *parent);

private:
    struct Field {
        QLineEdit *hex = nullptr;
        ColourWell *well = nullptr;
    };
    using Fields = std::array<Field, artwork::PaletteColours::kCount>;

    QWidget *makeFields();
    void fill(const artwork::ForumColours &colours);
    /// What stands in the fields; those that cannot be read count as the forum's default.
    artwork::ForumColours colours() const;
    QString nameOf(int field) const;
    QString complaint() const;
    void showState();
    void pick(bool dark, int field);
    void use();

    ForumPalette *m_palette;
    Fields m_light;
    Fields m_dark;
    TextLabel *m_words;
    QPushButton *m_back;
    QPushButton *m_use;
};

} // namespace badgewright::ui
