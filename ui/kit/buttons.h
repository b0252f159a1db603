// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QString>
#include <QToolButton>

class QAbstractButton;
class QAction;
class QButtonGroup;

namespace badgewright::ui {

/// Primary: the one thing to do here, at most one per view. Danger: what cannot be undone; red text.
enum class ButtonKind { Secondary, Primary, Flat, Danger };
ButtonKind buttonKind(const QAbstractButton *button);
void setButtonKind(QAbstractButton *button, ButtonKind kind);

/// `iconName` is one of ours, or empty.
QPushButton *makeButton(ButtonKind kind, const QString &text, QWidget *parent, const QString &iconName = {});
/// Text, icon, tool tip, enabled and visible follow the action; pressing triggers it.
QPushButton *makeButton(ButtonKind kind, QAction *action, QWidget *parent);
/// One that names something long, the forum say: in a narrow window that is elided, and never the rest of the text.
QPushButton *makeNamingButton(ButtonKind kind, QWidget *parent);
/// `%1` of the text is `name`; a text without it is shown whole.
void setNamingText(QPushButton *button, const QString &text, const QString &name = {});
/// A square button with a picture only; `name` is its tool tip and what a screen reader says.
QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent);
/// Enabled and name follow the action, with its keys in the tool tip; pressing triggers it.
QToolButton *makeIconButton(const QString &iconName, QAction *action, QWidget *parent);

/// Marks the widget, a page say, that takes the focus when the button or bar inside that has it is disabled or hidden.
/// Qt would give it to the next control in line, which after the last one is the first of the whole window.
void setTakesLostFocus(QWidget *widget);
/// For focusNextPrevChild(): true when `loser` is on its way out and the focus went to the widget marked above it.
bool giveUpFocus(QWidget *loser);

/// A few choices side by side, of which one is on ("Both | Light | Dark").
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what a screen reader says of the whole.
    SegmentedControl(const QString &name, const QStringList &choices, QWidget *parent);
    int current() const;
    void setCurrent(int index);
    void setChoiceEnabled(int index, bool enabled, const QString &why = {});

Q_SIGNALS:
    void currentChanged(int index);

private:
    QButtonGroup *m_group;
};

} // namespace badgewright::ui
