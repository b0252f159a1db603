// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/text_field.h"

#include "support/characters.h"
#include "ui/kit/labels.h"
#include "ui/kit/text_box.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace badgewright::ui {

TextField::TextField(const QString &label, int limit, int lines, QWidget *parent)
    : QWidget(parent), m_count(secondaryLabel({}, this)), m_problem(secondaryLabel({}, this)), m_limit(limit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid - 2);
    m_count->setWordWrap(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (lines == 1) {
        m_line = new QLineEdit(this);
        connect(m_line, &QLineEdit::textEdited, this, &TextField::edited);
        connect(m_line, &QLineEdit::textChanged, this, &TextField::count);
    } else {
        m_box = new TextBox(this);
        m_box->setTabChangesFocus(true);
        const int margins = 2 * int(m_box->document()->documentMargin()) + 12;
        m_box->setFixedHeight(lines * QFontMetrics(textFont(TextSize::Body)).lineSpacing() + margins);
        connect(m_box, &QPlainTextEdit::textChanged, this, [this] {
            count();
            Q_EMIT edited(text());
        });
    }
    input()->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(fieldLabel(label, input(), this), 1);
    head->addWidget(m_count);
    column->addLayout(head);
    column->addWidget(input());
    column->addWidget(m_problem);
    m_problem->setObjectName(QStringLiteral("fieldProblem"));
    m_problem->setTone(Tone::Bad);
    m_problem->hide();
    count();
}

QWidget *TextField::input() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_box;
}

QString TextField::text() const
{
    return m_line ? m_line->text() : m_box->toPlainText();
}

void TextField::setText(const QString &text)
{
    if (text == this->text())
        return;
    const QSignalBlocker quiet(input());
    if (m_line) {
        m_line->setText(text);
        if (!m_line->hasFocus())
            m_line->setCursorPosition(0); // a long name shows its beginning
    } else {
        m_box->setPlainText(text);
    }
    count();
}

void TextField::setPrompt(const QString &text)
{
    if (m_line)
        m_line->setPlaceholderText(text);
    else
        m_box->setPlaceholderText(text);
}

void TextField::setLocked(const QString &reason)
{
    input()->setEnabled(reason.isEmpty());
    setToolTip(reason);
    input()->setAccessibleDescription(reason.isEmpty() ? m_problem->text() : reason);
}

void TextField::count()
{
    const qsizetype used = characterCount(text());
    const bool over = used > m_limit;
    m_count->setVisible(over || input()->hasFocus() || used * 5 > m_limit * 4);
    const auto words = [this](qsizetype number) {
        return tr("%1 of %2", "characters used, characters allowed").arg(locale().toString(number), locale().toString(m_limit));
    };
    // Wide enough from the beginning: one digit more would be cut until all is laid out anew.
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(words(qMax<qsizetype>(used, m_limit))) + 2);
    m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_count->setText(words(used));
    m_count->setTone(over ? Tone::Bad : Tone::Note);
    dressProblem();
}

void TextField::setProblem(const QString &sentence)
{
    m_said = sentence;
    dressProblem();
}

void TextField::dressProblem()
{
    const qsizetype over = characterCount(text()) - m_limit;
    const QString sentence = over > 0 ? tr("%Ln character(s) too many: the forum takes no more than %1.", nullptr, int(over)).arg(locale().toString(m_limit)) : m_said;
    const bool wrong = !sentence.isEmpty();
    m_problem->setText(sentence);
    m_problem->setVisible(wrong);
    fitProblem();
    if (input()->isEnabled())
        input()->setAccessibleDescription(sentence);
    if (input()->property("wrong").toBool() != wrong) {
        input()->setProperty("wrong", wrong);
        input()->update();
    }
}

/// As many lines as it needs: the field itself is only as high as it must be.
void TextField::fitProblem()
{
    m_problem->setFixedHeight(qMax(0, m_problem->heightForWidth(width())));
}

void TextField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitProblem();
}

bool TextField::canTakeBack(const QKeyEvent &key) const
{
    if (key.matches(QKeySequence::Undo))
        return m_line ? m_line->isUndoAvailable() : m_box->document()->isUndoAvailable();
    if (key.matches(QKeySequence::Redo))
        return m_line ? m_line->isRedoAvailable() : m_box->document()->isRedoAvailable();
    return true;
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    // What was typed here is taken back here; after that it is the window's turn, which the field would not let happen.
    if (event->type() == QEvent::ShortcutOverride && !canTakeBack(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &TextField::count, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

} // namespace badgewright::ui
