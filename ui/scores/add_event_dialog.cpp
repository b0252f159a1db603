// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/add_event_dialog.h"

#include "runs/planner.h"
#include "support/clock.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/people/person_field.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace badgewright::ui {

AddEventDialog::AddEventDialog(const PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_person(new PersonField(context.forum->people(), tr("Person"), this))
    , m_day(new QDateEdit(context.clock->utcNow().date(), this))
    , m_points(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_remark(secondaryLabel(QString(), this))
    , m_notice(new Notice(this))
    , m_add(makeButton(ButtonKind::Primary, tr("Enter points on %1").arg(context.address()), this))
{
    setWindowTitle(tr("Add a score event"));
    setMinimumWidth(460);
    m_person->setAccessibleName(tr("Person"));
    m_person->setEscapeClears(false);
    m_person->setPrompt(tr("username"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setAccessibleName(tr("Day"));
    m_points->setAccessibleName(tr("Points"));
    m_points->setPlaceholderText(tr("25, or −25 to take"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("What for"));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(fieldLabel(tr("Person"), m_person, this), 0, 0);
    grid->addWidget(m_person, 1, 0);
    grid->addWidget(fieldLabel(tr("Points"), m_points, this), 0, 1);
    grid->addWidget(m_points, 1, 1);
    grid->addWidget(fieldLabel(tr("Day"), m_day, this), 0, 2);
    grid->addWidget(m_day, 1, 2);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(fieldLabel(tr("Description"), m_description, this), 3, 0, 1, 3);
    grid->addWidget(m_description, 4, 0, 1, 3);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);

    QPushButton *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    m_add->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addLayout(grid);
    column->addWidget(m_remark);
    column->addStretch();
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddEventDialog::submit);
    connect(m_day, &QDateEdit::dateChanged, this, &AddEventDialog::check);
    connect(m_points, &QLineEdit::textChanged, this, &AddEventDialog::check);
    connect(m_person, &PersonField::chosen, this, &AddEventDialog::check);
    connect(m_person, &PersonField::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Bad, sentence); });
    check();
}

void AddEventDialog::check()
{
    m_notice->clear();
    const qint64 age = m_day->date().daysTo(m_context.clock->utcNow().date());
    if (age < 0)
        m_remark->setText(tr("This day is still to come on the forum: the points show when it arrives."));
    else if (age > 10)
        m_remark->setText(tr("Points of days more than ten days ago count only after a recalculation."));
    else if (age > 0)
        m_remark->setText(tr("The points show within a day."));
    else
        m_remark->setText(tr("The points show from the next full hour on."));
}

void AddEventDialog::submit()
{
    const Result<qint32> points = runs::pointsFromText(m_points->text());
    if (!points) {
        m_notice->say(Tone::Bad, points.error().detail);
        m_points->setFocus();
        return;
    }
    runs::ScoreRow row;
    row.row = 1;
    row.recipient = m_person->text().trimmed();
    row.pointsText = m_points->text();
    row.dateText = m_day->date().toString(Qt::ISODate);
    row.description = m_description->text();
    const auto plan = [this, row](const Account &account) {
        runs::ScoreInput input;
        input.forum = m_context.forum;
        input.rows = {row};
        input.rows.first().account = account;
        const runs::Plan made = runs::planScoreEvents(input, *m_context.clock);
        if (made.wantedCount() == 1)
            Q_EMIT wanted(made);
        else
            m_notice->say(Tone::Bad, made.steps.first().verdictDetail);
    };
    if (m_person->account().id) {
        plan(m_person->account());
        return;
    }
    if (row.recipient.isEmpty()) {
        m_notice->say(Tone::Bad, tr("Say who gets the points."));
        m_person->setFocus();
        return;
    }
    // The forum takes events for accounts that do not exist and never counts them: the name is looked up first.
    m_context.forum->people()->byUsername(row.recipient)->then(this, [this, plan, name = row.recipient](const Result<Account> &account) {
        if (account) {
            m_person->setAccount(*account);
            plan(*account);
        } else if (account.error().kind == ErrorKind::NotFound) {
            m_notice->say(Tone::Bad, tr("Nobody on %1 is called %2.").arg(m_context.address(), name));
        } else {
            m_notice->sayError(account.error(), m_context.address());
        }
    });
}

} // namespace badgewright::ui
