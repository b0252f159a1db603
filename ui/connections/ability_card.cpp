// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/ability_card.h"

#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/progress.h"
#include "ui/words/connect_words.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

QWidget *topped(QWidget *content, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    column->addStretch();
    return page;
}

} // namespace

AbilityCard::AbilityCard(QWidget *parent)
    : Card(parent)
    , m_heading(sectionLabel({}, this))
    , m_stack(new QStackedWidget(this))
    , m_hint(bodyLabel({}, this))
    , m_spinner(new Spinner(this))
    , m_checking(bodyLabel({}, this))
    , m_problem(new Notice(this))
    , m_scroll(new QScrollArea(this))
{
    column()->setContentsMargins(20, 18, 8, 12);
    column()->setSpacing(10);
    column()->addWidget(m_heading);
    column()->addWidget(m_stack, 1);
    m_hint->setTone(Tone::Note);
    m_checking->setTone(Tone::Note);

    auto *busy = new QWidget(this);
    auto *row = new QHBoxLayout(busy);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_spinner, 0, Qt::AlignTop);
    row->addWidget(m_checking, 1);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setBackgroundRole(QPalette::Base);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    // The list takes the room there is: what it holds moves nothing around it.
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_scroll->setAccessibleName(tr("What it may do"));

    auto *trouble = new QWidget(this);
    auto *room = new QVBoxLayout(trouble);
    room->setContentsMargins(0, 0, 12, 0);
    room->addWidget(m_problem);
    room->addStretch();

    m_stack->addWidget(topped(m_hint, this));
    m_stack->addWidget(topped(busy, this));
    m_stack->addWidget(trouble);
    m_stack->addWidget(m_scroll);
    connect(m_problem, &Notice::actionTriggered, this, &AbilityCard::actionTriggered);
}

void AbilityCard::setHeading(const QString &heading)
{
    m_heading->setText(heading);
}

void AbilityCard::setHelpOffered(bool offered)
{
    m_helpOffered = offered;
}

void AbilityCard::showHint(const QString &sentence)
{
    m_spinner->stop();
    m_hint->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void AbilityCard::showChecking(const QString &sentence)
{
    m_checking->setText(sentence);
    m_spinner->start();
    m_stack->setCurrentIndex(1);
}

void AbilityCard::showProblem(const QString &sentence, const QString &details, const QString &action)
{
    m_spinner->stop();
    m_problem->say(Tone::Bad, sentence, details, action);
    m_problem->setDismissible(false);
    m_stack->setCurrentIndex(2);
}

void AbilityCard::showAbilities(const Capabilities &capabilities, const SiteInfo &site)
{
    m_spinner->stop();
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 12, 0);
    rows->setSpacing(0);
    const auto add = [&](const QString &word, Tone tone, const QString &title, const QString &remark, bool help) {
        auto *row = new QWidget(list);
        auto *grid = new QGridLayout(row);
        grid->setContentsMargins(0, 7, 0, 7);
        grid->setHorizontalSpacing(10);
        grid->setVerticalSpacing(1);
        grid->setColumnMinimumWidth(0, 38);
        grid->setColumnStretch(1, 1);
        grid->addWidget(new PillLabel(word, tone, row), 0, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(bodyLabel(title, row), 0, 1);
        if (!remark.isEmpty())
            grid->addWidget(secondaryLabel(remark, row), 1, 1);
        if (help) {
            auto *link = new LinkButton(tr("How to make a key that may"), row);
            link->setFont(textFont(TextSize::Secondary));
            connect(link, &LinkButton::clicked, this, &AbilityCard::helpWanted);
            grid->addWidget(link, 2, 1, Qt::AlignLeft);
        }
        if (rows->count() > 0)
            rows->addWidget(new Line(list));
        rows->addWidget(row);
    };
    for (const QString &warning : site.warnings)
        add(tr("look"), Tone::Look, warning, {}, false);
    QList<words::AbilityLine> lines = words::abilityLines(capabilities);
    std::stable_partition(lines.begin(), lines.end(), [](const words::AbilityLine &line) { return line.allowed; });
    for (const words::AbilityLine &line : std::as_const(lines)) {
        const bool help = m_helpOffered && !line.allowed && &line == &lines.constLast();
        add(line.allowed ? tr("yes") : tr("no"), line.allowed ? Tone::Good : Tone::Bad, line.title, line.remark, help);
    }
    rows->addStretch();
    list->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(list);
    m_stack->setCurrentIndex(3);
}

} // namespace badgewright::ui
