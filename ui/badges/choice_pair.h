// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QGridLayout;

namespace badgewright::ui {

class TextLabel;

/// Type and grouping: side by side where every one of their choices can be read so, else one below the other.
class ChoicePair : public QWidget
{
    Q_OBJECT

public:
    ChoicePair(const QString &firstLabel, QComboBox *first, const QString &secondLabel, QComboBox *second, QWidget *parent);

    /// Below both of them.
    void addBelow(QWidget *widget);
    /// After the choices have become others.
    void fit();
    bool isStacked() const { return m_stacked; }

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static int neededBy(const QComboBox *box);
    void place(bool stacked);

    TextLabel *m_firstLabel;
    TextLabel *m_secondLabel;
    QComboBox *m_first;
    QComboBox *m_second;
    QWidget *m_below = nullptr;
    QGridLayout *m_grid;
    bool m_stacked = false;
};

} // namespace badgewright::ui
