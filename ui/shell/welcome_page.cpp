// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/kit/buttons.h"
#include "ui/kit/icon.h"
#include "ui/shell/connection_button.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPicture = 76;

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : Panel(parent)
    , m_picture(new QLabel(this))
    , m_address(new QLineEdit(this))
{
    auto *name = titleLabel(u"Badgewright"_s, this);
    name->setLarge(27 / 18.0);
    auto *says = new TextLabel(TextSize::Section, tr("Design badges, give them to people, keep the score."), this);
    says->setTone(Tone::Note);
    says->setWeight(QFont::Normal);

    auto *head = new QHBoxLayout;
    head->setSpacing(18);
    head->addWidget(m_picture);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(name);
    words->addWidget(says);
    words->addStretch();
    head->addLayout(words, 1);

    auto *own = new Card(this);
    own->column()->setSpacing(4);
    own->column()->addWidget(sectionLabel(tr("Connect your forum"), own));
    own->column()->addSpacing(6);
    own->column()->addWidget(fieldLabel(tr("Address"), m_address, own));
    m_address->setPlaceholderText(u"forum.example"_s);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    own->column()->addWidget(m_address);
    own->column()->addSpacing(8);
    own->column()->addWidget(secondaryLabel(tr("Discourse or AnswerHub. The key stays in your computer’s keychain."), own));
    own->column()->addStretch();
    own->column()->addSpacing(8);
    auto *go = makeButton(ButtonKind::Primary, tr("Continue"), own);
    own->column()->addWidget(go, 0, Qt::AlignLeft);

    auto *sample = new Card(this);
    sample->column()->setSpacing(4);
    sample->column()->addWidget(sectionLabel(tr("Try the sample forum"), sample));
    sample->column()->addSpacing(6);
    auto *about = bodyLabel(tr("A small community inside the program: people, badges, topics and a year of points. Nothing you "
                               "do there leaves this computer."),
                            sample);
    about->setTone(Tone::Note);
    sample->column()->addWidget(about);
    sample->column()->addStretch();
    auto *open = makeButton(ButtonKind::Secondary, tr("Open the sample forum"), sample);
    sample->column()->addWidget(open, 0, Qt::AlignLeft);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(own, 1);
    cards->addWidget(sample, 1);

    auto *content = new QWidget(this);
    content->setMaximumWidth(640);
    content->setMinimumWidth(560);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addSpacing(20);
    column->addLayout(cards);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(content, 100);
    middle->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(10);
    outer->addLayout(middle);
    outer->addStretch(11);

    auto *saved = new Card(this);
    saved->column()->addWidget(sectionLabel(tr("Your forums"), saved));
    saved->column()->addSpacing(6);
    m_savedButtons = new QGridLayout;
    m_savedButtons->setSpacing(8);
    saved->column()->addLayout(m_savedButtons);
    m_saved = saved;
    m_saved->hide();
    column->addSpacing(16);
    column->addWidget(m_saved);

    connect(go, &QPushButton::clicked, this, [this] { Q_EMIT addressEntered(m_address->text().trimmed()); });
    connect(m_address, &QLineEdit::returnPressed, go, &QPushButton::click);
    connect(open, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
    setFocusProxy(m_address);
    m_picture->setPixmap(applicationPicture(kPicture, devicePixelRatioF()));
}

void WelcomePage::setForums(const QList<Connection> &connections)
{
    while (QLayoutItem *item = m_savedButtons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    constexpr int kColumns = 2;
    for (int i = 0; i < connections.size(); ++i) {
        const Connection &connection = connections.at(i);
        auto *button = makeButton(ButtonKind::Secondary, connection.name, m_saved);
        button->setIcon(QIcon(colourDot(connection.colour, 16, devicePixelRatioF())));
        button->setToolTip(connection.address());
        connect(button, &QPushButton::clicked, this, [this, id = connection.id] { Q_EMIT forumChosen(id); });
        m_savedButtons->addWidget(button, i / kColumns, i % kColumns);
    }
    m_saved->setVisible(!connections.isEmpty());
}

} // namespace badgewright::ui
