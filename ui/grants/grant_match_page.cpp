// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_match_page.h"

#include "people/parked_people.h"
#include "support/whole_file.h"
#include "support/worker_call.h"
#include "ui/grants/match_list_model.h"
#include "ui/grants/person_choice.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
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
    , m_park(makeButton(ButtonKind::Secondary, tr("Save people without account…"), this, QStringLiteral("save")))
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
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_words, 1);
    top->addWidget(m_park, 0, Qt::AlignTop);
    column->addLayout(top);
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
    connect(m_park, &QPushButton::clicked, this, &GrantMatchPage::park);
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
    const QStringList &remarks = m_flow->matchRemarks();
    if (!remarks.isEmpty())
        m_notice->say(Tone::Look, remarks.first(), remarks.mid(1).join(u'\n'));
}

void GrantMatchPage::park()
{
    FileQuestion question;
    question.title = tr("Save people without account");
    question.suggested = tr("people-without-account.csv");
    question.filters = {tr("Tables (*.csv)")};
    question.defaultSuffix = QStringLiteral("csv");
    m_flow->context().ask->saveFile(this, question, [this](const QString &path) {
        if (!path.isEmpty())
            parkIn(path);
    });
}

/// In a thread: there may be a hundred thousand of them.
void GrantMatchPage::parkIn(const QString &path)
{
    runLater<int>(this, [path, matches = m_flow->matches()]() -> Result<int> {
        const auto written = writeWholeFile(path, people::parkedCsv(matches));
        return written ? Result<int>(people::parkedCount(matches)) : fail(written.error());
    })->then(this, [this, path](const Result<int> &count) {
        if (count)
            m_notice->say(Tone::Good, tr("%Ln people saved to %1. Open the file as a table when they have joined.", nullptr, *count).arg(path));
        else
            m_notice->sayError(count.error(), m_flow->context().address(), {}, [this, path] { parkIn(path); });
    });
}

void GrantMatchPage::dress()
{
    m_progress->setVisible(m_flow->isBusy());
    if (m_flow->isBusy())
        m_words->setText(tr("Looking for %Ln people on %1…", nullptr, m_flow->peopleNamed()).arg(m_flow->context().address()));
    else if (m_open)
        m_words->setText(tr("%Ln of the people need a decision. Who stays open is left out; you can still decide in Review.", nullptr, m_open));
    else if (m_flow->matches().isEmpty())
        m_words->setText(m_flow->isMatched() ? tr("Nobody is left when the sources are put together.") : QString());
    else
        m_words->setText(tr("Everybody was found."));
    m_park->setVisible(m_open && !m_flow->isBusy());
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
