// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace badgewright::ui {

/// A field to search or filter with. searched() comes when the person pauses or presses Return, not at every letter.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `placeholder` is also what a screen reader says ("Search 38 badges").
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    void setPrompt(const QString &placeholder);
    /// In a form Escape leaves the form, not the field's text.
    void setEscapeClears(bool clears) { m_escapeClears = clears; }

Q_SIGNALS:
    void searched(const QString &text);
    /// Down or Return: the person goes on to the list.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer *m_pause;
    bool m_escapeClears = true;
};

} // namespace badgewright::ui
