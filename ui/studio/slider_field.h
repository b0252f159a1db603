// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;
class QSpinBox;

namespace badgewright::ui {

/// A number with its name above: a slider to try, a box to be exact.
class SliderField : public QWidget
{
    Q_OBJECT

public:
    SliderField(const QString &name, int least, int most, const QString &unit, QWidget *parent);

    int value() const;
    void setValue(int value); ///< without moved()
    QSlider *slider() const { return m_slider; }
    QSpinBox *box() const { return m_box; }

Q_SIGNALS:
    void moved(int value);
    void settled(); ///< let go, or typed to the end

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(int value);

    QSlider *m_slider;
    QSpinBox *m_box;
};

} // namespace badgewright::ui
