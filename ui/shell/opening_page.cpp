// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/opening_page.h"

#include "ui/kit/buttons.h"
#include "ui/kit/progress.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace badgewright::ui {

OpeningPage::OpeningPage(QWidget *parent)
    : QWidget(parent)
    , m_title(titleLabel({}, this))
    , m_address(secondaryLabel({}, this))
    , m_spinner(new Spinner(this))
    , m_what(bodyLabel({}, this))
    , m_details(secondaryLabel({}, this))
    , m_retry(makeButton(ButtonKind::Primary, tr("Try again"), this))
    , m_edit(makeButton(ButtonKind::Secondary, QString(), this))
    , m_offline(makeButton(ButtonKind::Secondary, tr("Work offline"), this))
    , m_other(makeButton(ButtonKind::Secondary, tr("Another forum…"), this))
    , m_cancel(makeButton(ButtonKind::Secondary, tr("Cancel"), this))
{
    auto *card = new Card(this, 28);
    card->setMaximumWidth(560);
    auto *column = card->column();
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_address);
    column->addSpacing(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_spinner, 0, Qt::AlignTop);
    row->addWidget(m_what, 1);
    column->addLayout(row);
    column->addWidget(m_details);
    column->addSpacing(20);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_edit);
    buttons->addWidget(m_offline);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 100);
    middle->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(4);
    outer->addLayout(middle);
    outer->addStretch(5);

    connect(m_retry, &QPushButton::clicked, this, &OpeningPage::retried);
    connect(m_edit, &QPushButton::clicked, this, &OpeningPage::editWanted);
    connect(m_offline, &QPushButton::clicked, this, &OpeningPage::offlineWanted);
    connect(m_other, &QPushButton::clicked, this, &OpeningPage::otherWanted);
    connect(m_cancel, &QPushButton::clicked, this, &OpeningPage::cancelled);
}

void OpeningPage::showOpening(const Connection &connection, const QString &what)
{
    m_title->setText(tr("Opening %1").arg(connection.name));
    m_address->setText(connection.isSample() ? tr("inside this program") : connection.address());
    m_what->setText(what);
    m_details->hide();
    m_spinner->start();
    for (QPushButton *button : {m_retry, m_edit, m_offline, m_other})
        button->hide();
    m_cancel->show();
    m_cancel->setFocus();
}

void OpeningPage::showFailure(const Connection &connection, const OpenFailure &failure, bool mayWorkOffline)
{
    m_title->setText(tr("%1 could not be opened").arg(connection.name));
    m_spinner->stop();
    m_what->setText(failure.sentence);
    m_details->setText(failure.details);
    m_details->setVisible(!failure.details.isEmpty());
    m_retry->setVisible(failure.retryHelps);
    m_edit->setText(connection.kind == ForumKind::Discourse ? tr("Enter a key…") : tr("Enter the password…"));
    // Where nobody answers, a key is not what is missing.
    m_edit->setVisible(!connection.isSample() && !(failure.nobodyAnswered && mayWorkOffline));
    m_offline->setVisible(mayWorkOffline);
    m_other->show();
    m_cancel->hide();
    setButtonKind(m_edit, failure.wantsSecret && !failure.retryHelps ? ButtonKind::Primary : ButtonKind::Secondary);
    (failure.retryHelps ? m_retry : m_edit)->setFocus();
}

} // namespace badgewright::ui
