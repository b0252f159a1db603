// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/awards/reputation_dialog.h"

#include "runs/planner.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/people/person_field.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace badgewright::ui {

ReputationDialog::ReputationDialog(const PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_person(new PersonField(context.forum->awards(), tr("username"), this))
    , m_points(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_notice(new Notice(this))
{
    setWindowTitle(tr("Give or take reputation"));
    setMinimumWidth(440);
    m_person->setAccessibleName(tr("Person"));
    m_person->setEscapeClears(false);
    m_points->setAccessibleName(tr("Points"));
    m_points->setPlaceholderText(tr("10, or −10 to take"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Goes to the forum’s action log"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(fieldLabel(tr("Person"), m_person, this), 0, 0);
    grid->addWidget(m_person, 1, 0);
    grid->addWidget(fieldLabel(tr("Points"), m_points, this), 0, 1);
    grid->addWidget(m_points, 1, 1);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(fieldLabel(tr("Reason"), m_reason, this), 3, 0, 1, 2);
    grid->addWidget(m_reason, 4, 0, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    QPushButton *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    QPushButton *give = makeButton(ButtonKind::Primary, tr("Give on %1").arg(context.address()), this);
    give->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(give);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addLayout(grid);
    column->addWidget(secondaryLabel(tr("The forum keeps no record that could be used to take this back by itself."), this));
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(give, &QPushButton::clicked, this, &ReputationDialog::submit);
    connect(m_person, &PersonField::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Bad, sentence); });
}

void ReputationDialog::submit()
{
    const Result<qint32> points = runs::pointsFromText(m_points->text());
    if (!points) {
        m_notice->say(Tone::Bad, points.error().detail);
        return;
    }
    if (*points == 0) {
        m_notice->say(Tone::Bad, tr("0 points change nothing."));
        return;
    }
    if (!m_person->account().id) {
        m_notice->say(Tone::Bad, tr("Say who: press Return in the field to look the person up."));
        m_person->setFocus();
        return;
    }
    Q_EMIT wanted({m_person->account(), *points, m_reason->text().trimmed()});
}

} // namespace badgewright::ui
