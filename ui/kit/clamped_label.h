// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/labels.h"

namespace badgewright::ui {

/// A label that takes a few lines at most and ends in an ellipsis where that is too little; the whole text is its tool tip
/// then. Where it has the room, it is one line.
class ClampedLabel : public TextLabel
{
    Q_OBJECT

public:
    ClampedLabel(TextSize size, int mostLines, const QString &text = {}, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }
    /// The lines that a width has room for, the last one perhaps cut.
    QStringList linesFor(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_mostLines;
};

} // namespace badgewright::ui
