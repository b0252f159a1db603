// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace badgewright::ui {

/// An icon as the forum shows it: 56 px on a card and 16 px in a pill, in the colour of the badge's type, on light and dark.
class IconSpecimen : public QWidget
{
    Q_OBJECT

public:
    IconSpecimen(const QColor &colour, QWidget *parent);

    /// An empty drawing: the forum shows an empty box.
    void setGlyph(const QString &name, const QByteArray &svg);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
    QByteArray m_svg;
};

} // namespace badgewright::ui
