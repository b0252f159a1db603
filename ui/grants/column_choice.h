// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/column_mapping.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace badgewright::ui {

class ElidedLabel;
class TextLabel;

/// What each column of a table means: a line for each, with its title, a choice and examples.
class ColumnChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnChoice(QWidget *parent);
    /// Lines stay as long as the table has as many columns, and with them the focus.
    void setTable(const people::Table &table, const people::ColumnMapping &mapping);

Q_SIGNALS:
    void chosen(const badgewright::people::ColumnMapping &mapping);

private:
    struct Line {
        ElidedLabel *title;
        QComboBox *box;
        ElidedLabel *example;
    };
    void makeLines(int count);
    Line makeLine(int column);

    people::ColumnMapping m_mapping;
    QCheckBox *m_header;
    QWidget *m_inner;
    QGridLayout *m_grid;
    TextLabel *m_more;
    QList<Line> m_lines;
};

} // namespace badgewright::ui
