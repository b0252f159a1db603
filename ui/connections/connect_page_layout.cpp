// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/ability_card.h"
#include "ui/connections/colour_picker.h"
#include "ui/connections/connect_page.h"
#include "ui/kit/buttons.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/words/ability_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

void ConnectPage::build()
{
    m_title = titleLabel({}, this);
    m_site = secondaryLabel({}, this);
    m_address = new QLineEdit(this);
    m_address->setPlaceholderText(u"forum.example"_s);
    m_signIn = sectionLabel(tr("Sign in"), this);
    m_user = new QLineEdit(this);
    m_secret = new QLineEdit(this);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_help = new LinkButton(tr("Where to get a key"), this);
    m_help->setFont(textFont(TextSize::Secondary));
    m_name = new QLineEdit(this);
    m_colour = new ColourPicker(this);
    m_safeMode = new QComboBox(this);
    for (const SafeMode mode : {SafeMode::Ask, SafeMode::AskTyped, SafeMode::ReadOnly})
        m_safeMode->addItem(words::safeMode(mode), int(mode));
    m_promise = secondaryLabel({}, this);
    m_abilities = new AbilityCard(this);
    m_notice = new Notice(this);
    m_spinner = new Spinner(this);
    m_wait = secondaryLabel({}, this);
    m_remove = makeButton(ButtonKind::Danger, tr("Remove…"), this);
    m_cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    m_save = makeButton(ButtonKind::Primary, QString(), this);
    m_userLabel = fieldLabel({}, m_user, this);
    m_secretLabel = fieldLabel({}, m_secret, this);
}

void ConnectPage::arrange()
{
    auto *form = new QVBoxLayout;
    form->setSpacing(4);
    const auto put = [form](QWidget *label, QWidget *field) {
        form->addWidget(label);
        form->addWidget(field);
        form->addSpacing(10);
    };
    put(fieldLabel(tr("Address"), m_address, this), m_address);
    form->addSpacing(4);
    form->addWidget(m_signIn);
    form->addSpacing(4);
    m_signInFields = new QVBoxLayout;
    m_signInFields->setSpacing(10);
    m_secretBlock = new QWidget(this);
    auto *secretColumn = new QVBoxLayout(m_secretBlock);
    secretColumn->setContentsMargins(0, 0, 0, 0);
    secretColumn->setSpacing(4);
    auto *secretRow = new QHBoxLayout;
    secretRow->addWidget(m_secretLabel);
    secretRow->addStretch();
    secretRow->addWidget(m_help);
    secretColumn->addLayout(secretRow);
    secretColumn->addWidget(m_secret);
    auto *userBlock = new QWidget(this);
    auto *userColumn = new QVBoxLayout(userBlock);
    userColumn->setContentsMargins(0, 0, 0, 0);
    userColumn->setSpacing(4);
    userColumn->addWidget(m_userLabel);
    userColumn->addWidget(m_user);
    m_signInFields->addWidget(m_secretBlock);
    m_signInFields->addWidget(userBlock);
    form->addLayout(m_signInFields);
    form->addSpacing(10);
    form->addWidget(fieldLabel(tr("Name and colour"), m_name, this));
    auto *nameRow = new QHBoxLayout;
    nameRow->setSpacing(8);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_colour);
    form->addLayout(nameRow);
    form->addSpacing(10);
    put(fieldLabel(tr("Before anything is changed"), m_safeMode, this), m_safeMode);
    form->addWidget(m_promise);
    form->addStretch();

    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(form, 10);
    columns->addWidget(m_abilities, 11);
    m_abilities->setMinimumHeight(380);

    auto *content = new QWidget;
    content->setMaximumWidth(900);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 32, 20, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_site);
    column->addSpacing(16);
    column->addWidget(m_notice);
    column->addSpacing(4);
    column->addLayout(columns, 1);

    m_title->setLarge(22 / 18.0);
    const auto centre = [](QWidget *widget) {
        auto *whole = new QWidget;
        auto *row = new QHBoxLayout(whole);
        row->setContentsMargins(0, 0, 0, 0);
        row->addStretch(1);
        row->addWidget(widget, 100);
        row->addStretch(1);
        return whole;
    };
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(centre(content));
    scroll->setMaximumHeight(656);

    // Below what scrolls, so that nothing that is found out or said moves them away under the pointer.
    auto *foot = new QWidget;
    foot->setMaximumWidth(900);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(20, 8, 20, 24);
    buttons->setSpacing(10);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_spinner);
    buttons->addWidget(m_wait, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1000);
    outer->addWidget(centre(foot));
    outer->addStretch(1);

    orderSignIn(true);
}

void ConnectPage::orderSignIn(bool secretFirst)
{
    if (m_secretFirst == secretFirst)
        return;
    m_secretFirst = secretFirst;
    m_signInFields->removeWidget(m_secretBlock);
    m_signInFields->insertWidget(secretFirst ? 0 : 1, m_secretBlock);
    QWidget *before = m_address;
    QList<QWidget *> order{m_secret, m_help, m_user};
    if (!secretFirst)
        order.move(2, 0);
    order << m_name << m_colour << m_safeMode;
    for (QWidget *next : std::as_const(order)) {
        setTabOrder(before, next);
        before = next;
    }
}

} // namespace badgewright::ui
