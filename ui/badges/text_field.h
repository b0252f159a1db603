// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QWidget>

class QLineEdit;

namespace badgewright::ui {

class TextLabel;

/// A labelled text with a limit: one line, or a box of several. The count shows while the field is in use, and turns
/// red above the limit; what is typed is never cut.
class TextField : public QWidget
{
    Q_OBJECT

public:
    /// `lines`: 1 makes a line edit.
    TextField(const QString &label, int limit, int lines, QWidget *parent);

    QString text() const;
    void setText(const QString &text); ///< without edited(); leaves the cursor where it is when nothing differs
    void setPrompt(const QString &text); ///< stands in the empty field
    /// Cannot be typed in, and why; an empty reason frees it.
    void setLocked(const QString &reason);
    /// What is wrong with it, in a sentence below it; empty: nothing. That it is too long it says by itself.
    void setProblem(const QString &sentence);
    QWidget *input() const;

Q_SIGNALS:
    void edited(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void count();
    bool canTakeBack(const QKeyEvent &key) const;

    void dressProblem();
    void fitProblem();

    TextLabel *m_count;
    TextLabel *m_problem;
    QString m_said; ///< the problem that was told
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_box = nullptr;
    int m_limit;
};

} // namespace badgewright::ui
