// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace badgewright {
class Clock;
}

namespace badgewright::ui {

/// Which days a list shows: the last so many, one day, or from one day to another. The fields for days are there only
/// when days are to be said.
class DaySpanField : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the field; its days are the forum's (UTC).
    explicit DaySpanField(const Clock *clock, QWidget *parent = nullptr);

    QDate first() const;
    QDate last() const;

Q_SIGNALS:
    void changed();

private:
    int choice() const;
    void choose();
    QDateEdit *makeDay();

    const Clock *m_clock;
    QComboBox *m_choice;
    QDateEdit *m_from;
    QWidget *m_until;
    QDateEdit *m_to;
};

} // namespace badgewright::ui
