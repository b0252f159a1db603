// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"

#include <QWidget>

namespace badgewright::ui {

/// A piece of a forum's page, light or dark, with the badge on it as a card and as a pill.
class PreviewFrame : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewFrame(bool dark, QWidget *parent = nullptr);

    /// `input.dark` and `input.width` are the frame's own matter.
    void setBadge(const artwork::PreviewInput &input);
    void setScale(int scale); ///< 1 to 3
    bool isDark() const { return m_dark; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    bool m_dark;
    qreal m_padding = 14;
    int m_scale = 1;
    artwork::PreviewInput m_input;
};

} // namespace badgewright::ui
