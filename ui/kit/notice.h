// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"
#include "ui/kit/theme.h"

#include <QFrame>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace badgewright {
class Clock;
}

namespace badgewright::ui {

class TextLabel;

/// A message in the page, where it happened, instead of a box that stops everything. Hidden until something is said. One for
/// each subject: what is said next about it takes the place of what was said before. In a NoticeRoom it shares the page with
/// others, and confirmations (Tone::Good) that offer nothing go by themselves after a while; everything else stays until it is
/// closed, replaced, or not true any more.
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
    /// Of what was said last: it goes when lookAgain() finds that this does not hold any more.
    void staysWhile(std::function<bool()> holds) { m_holds = std::move(holds); }
    void lookAgain();
    /// Something is said, though it may have to wait for its turn to show.
    bool isSaid() const { return m_said; }
    /// Whether the person may wave it away; yes unless said otherwise.
    void setDismissible(bool dismissible);
    QString sentence() const;
    QString details() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();
    void saidChanged(); ///< something else is said, or nothing any more

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    friend class NoticeRoom;
    int urgency() const;
    void setShown(bool shown);
    void goAfterAWhile();
    bool isHeld() const;
    bool goesByItself() const;

    Tone m_tone = Tone::Note;
    std::function<void()> m_act;
    std::function<bool()> m_holds;
    bool m_said = false;
    std::chrono::steady_clock::time_point m_saidAt;
    bool m_inRoom = false; ///< which says when it shows
    Clock *m_clock = nullptr;
    int m_turn = 0; ///< whoever waited for an earlier one has nothing to do any more
    QLabel *m_icon;
    TextLabel *m_sentence;
    TextLabel *m_details;
    QPushButton *m_action;
    QPushButton *m_other;
    std::function<void()> m_otherAct;
    QToolButton *m_close;
};

/// Notices between the edges of a page: with distances around them while one of them shows, and no room otherwise. In one
/// window two show at a time, however many rooms it has: errors before warnings before the rest, the newest first. The others
/// wait until one of those has gone.
class NoticeRoom final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostShown = 2;
    static constexpr std::chrono::seconds kConfirmationStays{10};

    /// `clock` outlives this; without one confirmations stay, too.
    explicit NoticeRoom(const QList<Notice *> &notices, Clock *clock = nullptr, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOnPageInView() const;
    QList<NoticeRoom *> roomsOfWindow() const;
    void arrange();

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
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();

    QString m_iconName;
    QLabel *m_picture;
    TextLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace badgewright::ui
