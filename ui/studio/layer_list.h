// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QListWidget;
class QPushButton;
class QToolButton;

namespace badgewright::ui {

class DesignModel;
class Palette;

/// The layers, the topmost first and the background last. Dragging puts them in order, as Alt+Up and Alt+Down do; F2 or a
/// double click renames one.
class LayerList : public QWidget
{
    Q_OBJECT

public:
    /// `palette`: what a new shape takes its colour from.
    LayerList(DesignModel *model, const Palette *palette, QWidget *parent);

    QListWidget *list() const { return m_list; }
    QPushButton *addButton() const { return m_add; }
    QList<QAction *> actions() const;

Q_SIGNALS:
    /// A symbol needs a drawing, which somebody else must ask for.
    void symbolWanted();
    void ownSvgWanted();
    /// A text was added, and its words are to be typed now.
    void textAdded();

private:
    void fill();
    void showCurrent();
    void dress();
    void takeOrder();
    void openAddMenu();

    DesignModel *m_model;
    const Palette *m_palette;
    QListWidget *m_list;
    QPushButton *m_add;
    QAction *m_up;
    QAction *m_down;
    QAction *m_copy;
    QAction *m_remove;
    bool m_filling = false;
};

} // namespace badgewright::ui
