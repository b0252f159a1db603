// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

class QHBoxLayout;

namespace badgewright::ui {

/// A count with its word below; pressed, it filters.
class CountTile : public QAbstractButton
{
    Q_OBJECT

public:
    CountTile(const QString &label, QWidget *parent = nullptr);
    void setCount(qint64 count);
    qint64 count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();

    qint64 m_count = 0;
};

/// A row of tiles, of which one or none is pressed. Pressing the pressed one shows everything again.
class CountTileRow : public QWidget
{
    Q_OBJECT

public:
    explicit CountTileRow(QWidget *parent = nullptr);
    /// `key` is what filterChanged says. Tiles stand in the order of the calls.
    CountTile *addTile(int key, const QString &label);
    CountTile *tile(int key) const;
    /// -1: no filter.
    int current() const { return m_current; }
    void setCurrent(int key);
    void clear();

Q_SIGNALS:
    void filterChanged(int key);

private:
    QHBoxLayout *m_row;
    QHash<int, CountTile *> m_tiles;
    int m_current = -1;
};

} // namespace badgewright::ui
