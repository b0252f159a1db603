// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/person_choice.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/people/person_field.h"

#include <QHBoxLayout>

namespace badgewright::ui {

namespace {
constexpr int kOffered = 3;
constexpr int kWordsWidth = 220;
constexpr int kNameWidth = 120;
} // namespace

PersonChoice::PersonChoice(PeopleDesk *people, QWidget *parent)
    : QWidget(parent)
    , m_words(new ElidedLabel(TextSize::Secondary, QString(), this))
{
    m_words->setMaximumWidth(kWordsWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_words);
    // Made once, so that the Tab key meets them before the search.
    for (int i = 0; i < kOffered; ++i) {
        m_buttons << makeButton(ButtonKind::Secondary, QString(), this);
        row->addWidget(m_buttons.last());
        connect(m_buttons.last(), &QPushButton::clicked, this, [this, i] { use(m_suggestions.at(i)); });
    }
    m_search = new PersonField(people, tr("Search…"), this);
    m_search->setTakesWholeNames(false);
    m_search->setAccessibleName(tr("Search the account"));
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(180);
    row->addWidget(m_search);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_search, &PersonField::chosen, this, [this](const Account &account) {
        if (account.id)
            use(account);
    });
    connect(m_search, &PersonField::notFound, this, &PersonChoice::notFound);
    hide();
}

void PersonChoice::takeFocus()
{
    if (m_suggestions.isEmpty())
        m_search->setFocus();
    else
        m_buttons.first()->setFocus();
}

void PersonChoice::use(const Account &account)
{
    const Account chosen = account; // what is offered changes meanwhile
    Q_EMIT used(m_recipient, chosen);
}

void PersonChoice::offer(const QString &recipient, const QList<Account> &suggestions)
{
    if (recipient != m_recipient)
        m_search->clear();
    m_recipient = recipient;
    m_suggestions = suggestions;
    m_words->setText(recipient);
    for (int i = 0; i < kOffered; ++i) {
        QPushButton *button = m_buttons.at(i);
        button->setVisible(i < suggestions.size());
        if (i >= suggestions.size())
            continue;
        const Account &account = suggestions.at(i);
        button->setText(tr("Use %1").arg(button->fontMetrics().elidedText(account.username, Qt::ElideMiddle, kNameWidth)));
        button->setAccessibleName(tr("Use %1").arg(account.username));
        button->setToolTip(account.name.isEmpty() ? account.username : tr("%1 (%2)").arg(account.username, account.name));
    }
    setVisible(!recipient.isEmpty());
}

} // namespace badgewright::ui
