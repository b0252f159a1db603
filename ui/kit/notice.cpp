// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/notice.h"

#include "support/clock.h"
#include "ui/kit/buttons.h"
#include "ui/kit/icon.h"
#include "ui/kit/labels.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/works_offline.h"
#include "ui/words/error_words.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSentenceWidth = 420; ///< of an empty page, where it is wide enough
constexpr int kLeastSentence = 140;

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"check"_s;
    case Tone::Look:
    case Tone::Bad:
        return u"warning"_s;
    case Tone::Note:
    case Tone::Accent:
        break;
    }
    return u"info"_s;
}

/// What a forum answers; everything else went wrong on this computer.
bool isOfForum(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::Keychain: // its key was not to be had
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    return false;
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(bodyLabel({}, this))
    , m_details(secondaryLabel({}, this))
    , m_action(makeButton(ButtonKind::Secondary, QString(), this))
    , m_other(makeButton(ButtonKind::Flat, QString(), this))
    , m_close(makeIconButton(u"cross"_s, tr("Dismiss"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 8, 8);
    row->setSpacing(10);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_details);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_other, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    m_icon->setFixedSize(20, 24);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_action, &QPushButton::clicked, this, [this] {
        // What it does may say the next thing here.
        if (const std::function<void()> act = m_act)
            act();
        else
            Q_EMIT actionTriggered();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (const std::function<void()> act = m_otherAct)
            act();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before) {
        if (before && isAncestorOf(before))
            goAfterAWhile();
    });
    hide();
}

void Notice::say(Tone tone, const QString &sentence, const QString &details, const QString &action, std::function<void()> act)
{
    m_tone = tone;
    m_act = std::move(act);
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_other->hide();
    m_otherAct = {};
    setAccessibleName(sentence);
    setAccessibleDescription(details);
    m_holds = {};
    m_said = true;
    m_saidAt = std::chrono::steady_clock::now();
    const bool wasShown = !isHidden();
    if (!m_inRoom)
        show();
    Q_EMIT saidChanged();
    update();
    if (wasShown) { // else showing it says so
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    goAfterAWhile();
}

void Notice::sayError(const Error &error, const QString &forumAddress, const QString &what, std::function<void()> retry)
{
    const words::ErrorWords said = words::describe(error, forumAddress);
    if (WorksOffline *offline = isOfForum(error.kind) ? WorksOffline::around(this) : nullptr) {
        const QString without = forumAddress.isEmpty() ? tr("You work without the forum.") : tr("You work without %1.").arg(forumAddress);
        // A dialog would go with the page below it, and with what was typed into it.
        const bool here = !WorksOffline::around(window()->parentWidget());
        say(Tone::Bad, what.isEmpty() ? without : what + u' ' + without, retry ? tr("Connect again, then try once more.") : QString(),
            here ? tr("Connect again") : QString(), [offline] { offline->connectAgain(); });
        return;
    }
    QStringList details;
    if (!said.why.isEmpty())
        details += said.why;
    if (!said.todo.isEmpty())
        details += said.todo;
    const QString sentence = what.isEmpty() ? said.happened : what + u' ' + said.happened;
    const QString action = said.retryHelps && retry ? tr("Try again") : QString();
    say(error.kind == ErrorKind::Cancelled ? Tone::Note : Tone::Bad, sentence, details.join(u' '), action, std::move(retry));
}

void Notice::offer(const QString &action, std::function<void()> act)
{
    m_otherAct = std::move(act);
    m_other->setText(action);
    m_other->setVisible(!action.isEmpty());
}

void Notice::clear()
{
    hide();
    m_sentence->clear();
    m_details->clear();
    m_holds = {};
    if (std::exchange(m_said, false))
        Q_EMIT saidChanged();
}

void Notice::lookAgain()
{
    if (m_said && m_holds && !m_holds())
        clear();
}

int Notice::urgency() const
{
    return m_tone == Tone::Bad ? 2 : m_tone == Tone::Look ? 1 : 0;
}

void Notice::setShown(bool shown)
{
    if (shown == isHidden())
        setVisible(shown);
}

bool Notice::isHeld() const
{
    const QWidget *focused = QApplication::focusWidget();
    return underMouse() || (focused && isAncestorOf(focused));
}

/// Not with a button: it may be wanted later.
bool Notice::goesByItself() const
{
    return m_tone == Tone::Good && m_action->isHidden() && m_other->isHidden();
}

/// Time begins anew whenever it comes into view or is let go of.
void Notice::goAfterAWhile()
{
    const int turn = ++m_turn;
    if (!m_clock || !goesByItself() || !isVisible())
        return;
    m_clock->after(NoticeRoom::kConfirmationStays, this, [this, turn] {
        if (turn == m_turn && isVisible() && goesByItself() && !isHeld())
            clear();
    });
}

void Notice::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    goAfterAWhile();
}

void Notice::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    goAfterAWhile();
}

void Notice::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

QString Notice::sentence() const
{
    return m_sentence->text();
}

QString Notice::details() const
{
    return m_details->text();
}

void Notice::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    paint::roundedFrame(&painter, rect(), kFrameRadius, toneFill(t, m_tone), {});
    paint::glyph(&painter, m_icon->geometry(), toneIcon(m_tone), toneText(t, m_tone), 18);
}

NoticeRoom::NoticeRoom(const QList<Notice *> &notices, Clock *clock, QWidget *parent) : QWidget(parent), m_notices(notices)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(kGrid);
    for (Notice *notice : notices) {
        notice->m_inRoom = true;
        notice->m_clock = clock;
        column->addWidget(notice);
        notice->installEventFilter(this);
        connect(notice, &Notice::saidChanged, this, &NoticeRoom::arrange);
    }
    hide();
}

/// One that is empty hides itself, so it is its page that counts.
bool NoticeRoom::isOnPageInView() const
{
    return parentWidget() && parentWidget()->isVisibleTo(window());
}

/// A dialog that is a child of this window has notices of its own.
QList<NoticeRoom *> NoticeRoom::roomsOfWindow() const
{
    QList<NoticeRoom *> rooms = window()->findChildren<NoticeRoom *>();
    rooms.removeIf([this](const NoticeRoom *room) { return room->window() != window(); });
    return rooms;
}

void NoticeRoom::arrange()
{
    QList<Notice *> said;
    const QList<NoticeRoom *> rooms = roomsOfWindow();
    for (const NoticeRoom *room : rooms) {
        // What is said on a page that nobody looks at takes no place from the others; its turn comes with its page.
        if (room != this && !(isOnPageInView() && room->isOnPageInView()))
            continue;
        for (Notice *notice : room->m_notices) {
            if (notice->m_said)
                said << notice;
        }
    }
    std::stable_sort(said.begin(), said.end(), [](const Notice *a, const Notice *b) {
        return a->urgency() != b->urgency() ? a->urgency() > b->urgency() : a->m_saidAt > b->m_saidAt;
    });
    for (qsizetype i = 0; i < said.size(); ++i)
        said.at(i)->setShown(i < kMostShown);
}

void NoticeRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
}

void NoticeRoom::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // With a page its notices go, and those of the window around it get their place.
    if (event->type() == QEvent::Hide && !isHidden()) {
        const QList<NoticeRoom *> rooms = roomsOfWindow();
        for (NoticeRoom *room : rooms) {
            if (room->isOnPageInView())
                QMetaObject::invokeMethod(room, &NoticeRoom::arrange, Qt::QueuedConnection);
        }
    }
}

bool NoticeRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        setVisible(std::any_of(m_notices.cbegin(), m_notices.cend(), [](const Notice *notice) { return !notice->isHidden(); }));
    return QWidget::eventFilter(watched, event);
}

EmptyState::EmptyState(const QString &iconName, const QString &sentence, const QString &buttonText, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_picture(new QLabel(this))
    , m_sentence(bodyLabel(sentence, this))
    , m_button(makeButton(ButtonKind::Secondary, buttonText, this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setTone(Tone::Note);
    m_button->setVisible(!buttonText.isEmpty());
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
    dress();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    dress();
}

void EmptyState::setIcon(const QString &iconName)
{
    m_iconName = iconName;
    dress();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    dress();
}

void EmptyState::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void EmptyState::dress()
{
    QColor colour = tokens(this).secondary;
    colour.setAlphaF(0.7F);
    m_picture->setPixmap(iconPixmap(m_iconName, colour, 40, devicePixelRatioF()));
    // The layout asks for the height at its own width, not at the sentence's.
    const int width = std::clamp(this->width() - 2 * kMargin, kLeastSentence, kSentenceWidth);
    m_sentence->setMinimumHeight(0); // a label never asks for less, though the sentence needs it
    m_sentence->setFixedSize(width, qMax(0, m_sentence->heightForWidth(width)));
}

} // namespace badgewright::ui
