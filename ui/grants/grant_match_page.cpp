// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_match_page.h"

#include "ui/grants/match_list_model.h"
#include "ui/grants/person_choice.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/table_view.h"

#include <QItemSelectionModel>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

GrantMatchPage::GrantMatchPage(GrantFlow *flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_notice(new Notice(this))
    , m_words(bodyLabel(QString(), this))
    , m_progress(new ProgressStrip(this))
    , m_model(new MatchListModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new TableView(tr("Matched people"), this))
    , m_choice(new PersonChoice(flow->context().forum->people(), this))
{
    m_progress->setAccessibleName(tr("Matching"));
    m_sorted->setSourceModel(m_model);
    m_table->setModel(m_sorted);
    m_table->setPillColumn(MatchListModel::StatusColumn);
    m_table->setColumnWidths({260, 70, 220, 400}, MatchListModel::StatusColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, kMargin - 4);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(m_words);
    column->addWidget(m_progress);
    column->addWidget(framed(m_table, this), 1);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    connect(m_flow, &GrantFlow::matchesChanged, this, &GrantMatchPage::showMatches);
    connect(m_flow, &GrantFlow::busyChanged, this, &GrantMatchPage::dress);
    connect(m_flow, &GrantFlow::progress, this, [this](qint64 done, qint64 total) { m_progress->setProgress(done, total); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GrantMatchPage::dressChoice);
    // Queued: the key that did it must not press what has the focus then.
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (!m_choice->isHidden())
            m_choice->takeFocus();
    }, Qt::QueuedConnection);
    connect(m_choice, &PersonChoice::used, this, [this](const QString &recipient, const Account &account) {
        m_notice->clear();
        m_table->setFocus(); // the next who is open is chosen there
        m_flow->useAccount(recipient, account);
    });
    connect(m_choice, &PersonChoice::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Look, sentence); });
    showMatches();
}

void GrantMatchPage::takeFocus()
{
    m_table->setFocus();
}

void GrantMatchPage::showMatches()
{
    const QList<people::Match> &matches = m_flow->matches();
    m_model->setMatches(matches);
    const auto isOpen = [](const people::Match &match) { return match.status != people::MatchStatus::Found; };
    m_open = int(std::count_if(matches.cbegin(), matches.cend(), isOpen));
    if (!matches.isEmpty()) {
        const auto first = std::find_if(matches.cbegin(), matches.cend(), isOpen);
        const int row = first == matches.cend() ? 0 : int(first - matches.cbegin());
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
    }
    dress();
}

void GrantMatchPage::dress()
{
    m_progress->setVisible(m_flow->isBusy());
    if (m_flow->isBusy())
        m_words->setText(tr("Looking for %Ln people on %1…", nullptr, int(m_flow->source()->recipients().size())).arg(m_flow->context().address()));
    else if (m_open)
        m_words->setText(tr("%Ln of the people need a decision. Who stays open is left out; you can still decide in Review.", nullptr, m_open));
    else
        m_words->setText(m_flow->matches().isEmpty() ? QString() : tr("Everybody was found."));
    dressChoice();
}

void GrantMatchPage::dressChoice()
{
    const QModelIndex source = m_sorted->mapToSource(m_table->currentIndex());
    const people::Match *match = m_model->at(source.isValid() ? source.row() : -1);
    // Whom one has chosen by mistake one may choose anew.
    const bool open = match && (match->status != people::MatchStatus::Found || m_flow->isChosenByHand(match->recipient.text));
    if (open && !m_flow->isBusy())
        m_choice->offer(match->recipient.text, match->suggestions);
    else
        m_choice->offer({}, {});
}

} // namespace badgewright::ui
