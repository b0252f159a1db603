// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStringList>
#include <QWidget>

namespace badgewright::test {

/// Where a widget is, for a message somebody can act on: "ConnectPage/Card/QLineEdit#key".
inline QString widgetPath(const QWidget *widget)
{
    QStringList parts;
    for (const QWidget *w = widget; w; w = w->isWindow() ? nullptr : w->parentWidget()) {
        QString part = QString::fromLatin1(w->metaObject()->className());
        if (!w->objectName().isEmpty())
            part += u'#' + w->objectName();
        parts.prepend(part);
    }
    return parts.join(u'/');
}

/// Whether a screen reader has a name for it. A combo box is named by its buddy label alone: its own name is ignored on Linux.
inline bool hasSpokenName(QWidget *widget)
{
    if (qobject_cast<QComboBox *>(widget)) {
        const auto labels = widget->window()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() == widget && !label->text().isEmpty())
                return true;
        }
        return false;
    }
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface && !interface->text(QAccessible::Name).trimmed().isEmpty();
}

/// Walks everything below `root` that can take the focus or be pressed, and answers the paths of what has no name.
inline QStringList unnamedControls(QWidget *root)
{
    QStringList found;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (QWidget *widget : std::as_const(all)) {
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<QScrollBar *>(widget)
            || (qobject_cast<QLineEdit *>(widget) && widget->parentWidget()
                && (widget->parentWidget()->inherits("QAbstractSpinBox") || qobject_cast<QComboBox *>(widget->parentWidget())))
            || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QComboBoxListView")
            || widget->inherits("QHeaderView")
            || widget->inherits("QCalendarView")
            || (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractScrollArea")
                && widget == qobject_cast<QAbstractScrollArea *>(widget->parentWidget())->viewport());
        if (inner || !widget->isVisibleTo(root) || (widget->isWindow() && widget != root))
            continue;
        const bool control = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        const bool frame = qobject_cast<QAbstractScrollArea *>(widget) && !qobject_cast<QAbstractItemView *>(widget)
            && widget->inherits("QScrollArea"); // a scroll area around a form is not itself a control
        if (control && !frame && !hasSpokenName(widget))
            found += widgetPath(widget);
    }
    return found;
}

} // namespace badgewright::test
