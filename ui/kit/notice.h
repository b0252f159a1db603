// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"
#include "ui/kit/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace badgewright::ui {

class TextLabel;

/// A message in the page, where it happened, instead of a box that stops everything. Hidden until something is said.
class Notice : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    /// `details` are the smaller line below; `action` is the button's text, empty: no button. `act` is what the button
    /// does; without one actionTriggered() is sent.
    void say(Tone tone, const QString &sentence, const QString &details = {}, const QString &action = {},
             std::function<void()> act = {});
    /// What happened and why, the server's own words, what to do; with "Try again" when that can help and `retry` can do it.
    void sayError(const Error &error, const QString &forumAddress, const QString &what = {}, std::function<void()> retry = {});
    /// A second button beside the first, until the next thing is said.
    void offer(const QString &action, std::function<void()> act);
    void clear();
    /// Whether the person may wave it away; yes unless said otherwise.
    void setDismissible(bool dismissible);
    QString sentence() const;
    QString details() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Note;
    std::function<void()> m_act;
    QLabel *m_icon;
    TextLabel *m_sentence;
    TextLabel *m_details;
    QPushButton *m_action;
    QPushButton *m_other;
    std::function<void()> m_otherAct;
    QToolButton *m_close;
};

/// Notices between the edges of a page: with distances around them while one of them shows, and no room otherwise.
class NoticeRoom final : public QWidget
{
public:
    explicit NoticeRoom(const QList<Notice *> &notices, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<Notice *> m_notices;
};

/// What an empty page shows: a picture, one sentence, one button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &sentence, const QString &buttonText = {}, QWidget *parent = nullptr);
    void setIcon(const QString &iconName);
    void setSentence(const QString &sentence);
    void setButtonText(const QString &text); ///< empty: no button

Q_SIGNALS:
    void triggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QString m_iconName;
    QLabel *m_picture;
    TextLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace badgewright::ui
