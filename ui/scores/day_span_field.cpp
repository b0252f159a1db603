// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/day_span_field.h"

#include "support/clock.h"
#include "ui/kit/labels.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace badgewright::ui {

namespace {

// Beside numbers of days.
constexpr int kOneDay = 0;
constexpr int kFromTo = -1;

} // namespace

DaySpanField::DaySpanField(const Clock *clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_choice(new QComboBox(this)), m_from(makeDay()), m_until(secondaryLabel(tr("to"), this)), m_to(makeDay())
{
    for (const int days : {10, 30, 90, 365})
        m_choice->addItem(tr("Last %Ln days", nullptr, days), days);
    m_choice->addItem(tr("A day…"), kOneDay);
    m_choice->addItem(tr("From … to …"), kFromTo);
    m_choice->setCurrentIndex(0); // each day may take a request of its own
    m_choice->setFixedWidth(140);
    m_to->setAccessibleName(tr("Last day"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    // A combo box is named by its label alone; this one stands for itself, so the label is there for the screen reader.
    row->addWidget(fieldLabel(tr("Days"), m_choice, this));
    row->addWidget(m_choice);
    row->addWidget(m_from);
    row->addWidget(m_until);
    row->addWidget(m_to);
    for (QWidget *part : {static_cast<QWidget *>(m_from), m_until, static_cast<QWidget *>(m_to)})
        part->hide();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DaySpanField::choose);
    // The two never cross: the other one follows.
    connect(m_from, &QDateEdit::dateChanged, this, [this](QDate day) {
        const QSignalBlocker quiet(m_to);
        m_to->setDate(std::max(m_to->date(), day));
        Q_EMIT changed();
    });
    connect(m_to, &QDateEdit::dateChanged, this, [this](QDate day) {
        const QSignalBlocker quiet(m_from);
        m_from->setDate(std::min(m_from->date(), day));
        Q_EMIT changed();
    });
}

QDateEdit *DaySpanField::makeDay()
{
    auto *day = new QDateEdit(m_clock->utcNow().date(), this);
    day->setCalendarPopup(true);
    day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    day->setKeyboardTracking(false); // a day that is half typed is no day to read
    return day;
}

int DaySpanField::choice() const
{
    return m_choice->currentData().toInt();
}

QDate DaySpanField::first() const
{
    return choice() > 0 ? m_clock->utcNow().date().addDays(1 - choice()) : m_from->date();
}

QDate DaySpanField::last() const
{
    // A day ahead: east of Greenwich people enter their own today, which the forum still calls tomorrow.
    if (choice() > 0)
        return m_clock->utcNow().date().addDays(1);
    return choice() == kOneDay ? m_from->date() : m_to->date();
}

void DaySpanField::choose()
{
    m_from->setAccessibleName(choice() == kOneDay ? tr("Day") : tr("First day"));
    m_from->setVisible(choice() <= 0);
    m_until->setVisible(choice() == kFromTo);
    m_to->setVisible(choice() == kFromTo);
    if (choice() <= 0)
        m_from->setFocus();
    Q_EMIT changed();
}

} // namespace badgewright::ui
