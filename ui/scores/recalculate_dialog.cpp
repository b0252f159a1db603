// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/recalculate_dialog.h"

#include "runs/planner.h"
#include "support/clock.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {
constexpr int kDaysBack = 30; ///< older than what the forum counts anew by itself every day
}

RecalculateDialog::RecalculateDialog(const PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_from(new QDateEdit(this))
    , m_quota(secondaryLabel(tr("Reading how many recalculations are left today…"), this))
    , m_notice(new Notice(this))
    , m_go(makeButton(ButtonKind::Primary, tr("Recalculate on %1…").arg(context.address()), this))
{
    setWindowTitle(tr("Recalculate scores"));
    setMinimumWidth(480);
    const QDate today = context.clock->utcNow().date();
    m_from->setCalendarPopup(true);
    m_from->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_from->setMaximumDate(today);
    m_from->setDate(today.addDays(-kDaysBack));
    m_from->setAccessibleName(tr("From this day on"));

    QPushButton *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    m_go->setDefault(true);

    auto *day = new QVBoxLayout;
    day->setSpacing(4);
    day->addWidget(fieldLabel(tr("From this day on"), m_from, this));
    day->addWidget(m_from, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(bodyLabel(tr("The forum counts points of the last ten days anew by itself. For older days it has to be asked."), this));
    column->addLayout(day);
    column->addWidget(m_quota);
    column->addStretch();
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &RecalculateDialog::submit);
    readQuota();
}

void RecalculateDialog::readQuota()
{
    if (!m_context.capabilities().may(Ability::ReadLeaderboards)) {
        m_quota->setText(tr("The forum allows five a day; how many are left is not shown to this connection."));
        return;
    }
    m_context.forum->scores()->leaderboards()->then(this, [this](const Result<Leaderboards> &boards) {
        if (!boards || !boards->recalculationsLeft) {
            m_quota->setText(tr("The forum allows five a day; how many are left could not be read."));
            return;
        }
        const int left = *boards->recalculationsLeft;
        m_quota->setText(left > 0 ? tr("%Ln of the forum’s five recalculations a day are left.", nullptr, left)
                                  : tr("None of the forum’s five recalculations a day is left. Try again later."));
        m_go->setEnabled(left > 0);
    });
}

void RecalculateDialog::submit()
{
    const runs::Plan plan = runs::planRecalculate(m_context.forum, m_from->date(), *m_context.clock);
    if (plan.wantedCount() == 1)
        Q_EMIT wanted(plan);
    else
        m_notice->say(Tone::Bad, plan.steps.first().verdictDetail);
}

} // namespace badgewright::ui
