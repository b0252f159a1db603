// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/search_field.h"

#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent), m_pause(new QTimer(this))
{
    setPrompt(placeholder);
    setClearButtonEnabled(true);
    // Qt gives the button neither a name nor a word.
    if (const auto *clears = findChild<QAction *>(u"_q_qlineeditclearaction"_s)) {
        for (QObject *owner : clears->associatedObjects()) {
            if (auto *button = qobject_cast<QToolButton *>(owner))
                button->setAccessibleName(tr("Clear the search"));
        }
    }
    setMinimumHeight(kControlHeight);
    auto *magnifier = addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    magnifier->setText(tr("Search"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(150);
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT searched(text()); });
    connect(this, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
}

void SearchField::setPrompt(const QString &placeholder)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_escapeClears && !text().isEmpty()) {
            clear();
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_pause->stop();
        Q_EMIT searched(text());
        Q_EMIT leftDownwards();
        Q_EMIT returnPressed(); // the key goes no further: in a dialog it would press the default button
        return;
    case Qt::Key_Down:
        Q_EMIT leftDownwards();
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace badgewright::ui
