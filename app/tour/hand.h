// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QAbstractItemView;

namespace badgewright {

/// Uses the program's own windows as a person would: finds controls by the words on them or by the names a screen
/// reader says, and sends them real mouse, key and drop events. Never waits; the tour asks again until a thing is there.
class Hand
{
public:
    /// A control that is on screen and enabled; null while there is none. Of several, the one in the front window.
    static QWidget *find(const QString &name);
    /// True when some visible label, button, field or table cell holds the text.
    static bool says(const QString &text);

    /// All of these answer false, and do nothing, while the thing is not there or cannot be used.
    static bool click(const QString &name);
    static bool type(const QString &field, const QString &text);
    static bool choose(const QString &box, const QString &item);
    /// Selects the row that holds the text in the list or table of that name.
    static bool pick(const QString &view, const QString &text);
    static bool drop(const QString &file, const QString &name);
    static bool press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// The window in front: the last shown dialog, or the main window.
    static QWidget *frontWindow();

private:
    static void clickAt(QWidget *widget, QPoint where);
};

} // namespace badgewright
