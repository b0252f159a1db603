// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/hand.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QUrl>

namespace badgewright {

namespace {

QString plainWords(QString text)
{
    return text.remove(u'&');
}

/// What a control is called: its name for screen readers, the words on it, or the label beside it.
QStringList namesOf(const QWidget *widget)
{
    QStringList names{widget->accessibleName()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        names << plainWords(button->text());
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        names << plainWords(label->text());
    return names;
}

/// Visible widgets of the front window first, then of the other windows.
QList<QWidget *> onScreen()
{
    QList<QWidget *> all;
    QWidgetList windows = QApplication::topLevelWidgets();
    if (QWidget *front = Hand::frontWindow()) {
        windows.removeAll(front);
        windows.prepend(front);
    }
    for (QWidget *window : std::as_const(windows)) {
        if (!window->isVisible())
            continue;
        all << window;
        const auto children = window->findChildren<QWidget *>();
        for (QWidget *child : children) {
            if (child->isVisible() && !all.contains(child))
                all << child;
        }
    }
    return all;
}

QModelIndex cellHolding(const QAbstractItemModel *model, const QModelIndex &parent, const QString &text)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            if (index.data(Qt::DisplayRole).toString().contains(text, Qt::CaseInsensitive))
                return index;
            if (column == 0 && model->hasChildren(index)) {
                const QModelIndex inner = cellHolding(model, index, text);
                if (inner.isValid())
                    return inner;
            }
        }
    }
    return {};
}

} // namespace

QWidget *Hand::frontWindow()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    if (QWidget *active = QApplication::activeWindow(); active && active->isVisible())
        return active;
    // Without a window manager nothing becomes active when a window closes: a dialog that is left is in front of the rest.
    QWidget *front = nullptr;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && (!front || qobject_cast<QDialog *>(window)))
            front = window;
    }
    return front;
}

QWidget *Hand::find(const QString &name)
{
    QWidget *partly = nullptr;
    const auto widgets = onScreen();
    for (QWidget *widget : widgets) {
        if (!widget->isEnabled())
            continue;
        const QStringList names = namesOf(widget);
        const bool isLabel = qobject_cast<QLabel *>(widget) != nullptr;
        if (names.contains(name)) {
            // A label names the field beside it.
            if (auto *label = qobject_cast<QLabel *>(widget); label && label->buddy() && label->buddy()->isVisible())
                return label->buddy();
            if (!isLabel)
                return widget;
            partly = partly ? partly : widget;
        } else if (!isLabel && !partly && qobject_cast<QAbstractButton *>(widget)
                   && names.join(u'\n').contains(name, Qt::CaseInsensitive)) {
            partly = widget;
        }
    }
    return partly;
}

bool Hand::says(const QString &text)
{
    const auto widgets = onScreen();
    for (QWidget *widget : widgets) {
        // Numbers and their units hold together; to a reader that is a space like any other.
        if (namesOf(widget).join(u'\n').replace(QChar::Nbsp, u' ').contains(text, Qt::CaseInsensitive))
            return true;
        if (const auto *line = qobject_cast<QLineEdit *>(widget); line && line->text().contains(text, Qt::CaseInsensitive))
            return true;
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget);
            view && view->model() && cellHolding(view->model(), view->rootIndex(), text).isValid())
            return true;
    }
    return false;
}

void Hand::clickAt(QWidget *widget, QPoint where)
{
    const QPointF global = widget->mapToGlobal(QPointF(where));
    QMouseEvent down(QEvent::MouseButtonPress, where, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &down);
    QMouseEvent up(QEvent::MouseButtonRelease, where, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &up);
}

bool Hand::click(const QString &name)
{
    QWidget *widget = find(name);
    if (!widget)
        return false;
    widget->setFocus(Qt::MouseFocusReason);
    // Queued: a click may open a modal window, and the hand must come back before that closes. A tick box answers
    // only where its box and words are.
    const QPoint where = widget->inherits("QCheckBox") ? QPoint(8, widget->height() / 2) : widget->rect().center();
    QMetaObject::invokeMethod(widget, [widget, where] { clickAt(widget, where); }, Qt::QueuedConnection);
    return true;
}

bool Hand::type(const QString &field, const QString &text)
{
    QWidget *widget = find(field);
    if (!widget)
        return false;
    widget->setFocus(Qt::MouseFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->selectAll();
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(widget))
        plain->selectAll();
    else if (auto *rich = qobject_cast<QTextEdit *>(widget))
        rich->selectAll();
    else if (auto *spin = qobject_cast<QAbstractSpinBox *>(widget))
        spin->selectAll();
    for (const QChar c : text) {
        const int key = c == u'\n' ? int(Qt::Key_Return) : 0;
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, c == u'\n' ? QStringLiteral("\r") : QString(c));
        QApplication::sendEvent(widget, &down);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
        QApplication::sendEvent(widget, &up);
    }
    return true;
}

bool Hand::choose(const QString &box, const QString &item)
{
    auto *combo = qobject_cast<QComboBox *>(find(box));
    const int index = combo ? combo->findText(item, Qt::MatchContains) : -1;
    if (index < 0)
        return false;
    combo->setFocus(Qt::MouseFocusReason);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
    return true;
}

bool Hand::pick(const QString &view, const QString &text)
{
    auto *items = qobject_cast<QAbstractItemView *>(find(view));
    if (!items || !items->model())
        return false;
    const QModelIndex index = cellHolding(items->model(), items->rootIndex(), text);
    if (!index.isValid())
        return false;
    items->scrollTo(index);
    clickAt(items->viewport(), items->visualRect(index).center());
    items->setCurrentIndex(index);
    return true;
}

bool Hand::drop(const QString &file, const QString &name)
{
    QWidget *widget = find(name);
    // What does not take drops itself lies on something that does.
    while (widget && !widget->acceptDrops())
        widget = widget->parentWidget();
    if (!widget)
        return false;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint middle = widget->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &dropped);
    return dropped.isAccepted();
}

bool Hand::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *widget = QApplication::focusWidget();
    if (!widget)
        widget = frontWindow();
    if (!widget)
        return false;
    // Key events that are sent do not pass the shortcut map; what they would trigger is looked up there instead.
    const auto actions = widget->window()->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (modifiers != Qt::NoModifier && action->isEnabled() && action->shortcut() == QKeySequence(QKeyCombination(modifiers, Qt::Key(key)))) {
            QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
            return true;
        }
    }
    QMetaObject::invokeMethod(
        widget,
        [widget, key, modifiers] {
            QKeyEvent down(QEvent::KeyPress, key, modifiers);
            QApplication::sendEvent(widget, &down);
            QKeyEvent up(QEvent::KeyRelease, key, modifiers);
            QApplication::sendEvent(widget, &up);
        },
        Qt::QueuedConnection);
    return true;
}

} // namespace badgewright
