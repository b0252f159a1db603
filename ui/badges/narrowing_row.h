// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace badgewright::ui {

/// A few buttons in two sizes, of which one is shown. It never keeps the window from becoming as narrow as the small ones.
class NarrowingRow : public QWidget
{
    Q_OBJECT

public:
    explicit NarrowingRow(QWidget *parent);

    void add(QWidget *whole, QWidget *small);
    void setSmall(bool small);
    bool isSmall() const { return m_small->isVisibleTo(this); }
    int gained() const; ///< how much narrower the small ones are

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QWidget *m_whole;
    QWidget *m_small;
};

} // namespace badgewright::ui
