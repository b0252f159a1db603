// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/added_sources.h"

#include <QScrollArea>

class QComboBox;
class QToolButton;
class QVBoxLayout;

namespace badgewright::ui {

class ElidedLabel;

/// A box for how a source goes together with what is before it: "and also", "only those also in", "without".
QComboBox *makeOperatorBox(QWidget *parent);

/// The added sources, a line for each: how it counts, its name, whom it brings, and a button to take it out. No more than
/// three lines high; hidden when there are none.
class SourceList : public QScrollArea
{
    Q_OBJECT

public:
    SourceList(AddedSources *sources, QWidget *parent);
    /// Without people before it the first source is the beginning and has no choice.
    void setHasBeginning(bool has);

Q_SIGNALS:
    /// The last line that had the focus is gone.
    void emptied();

private:
    struct Line {
        int id;
        QWidget *whole;
        QComboBox *how;
        ElidedLabel *name;
        ElidedLabel *state;
        QToolButton *again;
        QToolButton *remove;
    };
    void showSources();
    void show(const Line &line, const AddedSources::Entry &entry, bool isBeginning);
    Line makeLine(int id);
    void takeOut(int id);

    AddedSources *m_sources;
    QWidget *m_inner;
    QVBoxLayout *m_column;
    QList<Line> m_lines;
    bool m_hasBeginning = false;
};

} // namespace badgewright::ui
