// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grants_page.h"

#include "runs/planner.h"
#include "support/clock.h"
#include "ui/grants/grant_dialog.h"
#include "ui/grants/grant_list_model.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/own_window.h"
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/people/person_field.h"
#include "ui/runs/run_errand.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace badgewright::ui {

GrantsPage::GrantsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new GrantListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_notice(new Notice(this))
    , m_errand(new RunErrand(context, m_notice, this))
    , m_table(new TableView(tr("Grants"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("gift"), QString(), tr("Grant…"), this))
    , m_grant(new QAction(tr("Grant…"), this))
    , m_revoke(new QAction(tr("Revoke…"), this))
    , m_revokeList(new QAction(tr("Revoke from a list…"), this))
{
    auto *header = new HeaderBar(tr("Grants"), this);
    header->addWidget(makeButton(ButtonKind::Secondary, m_revokeList, this));
    header->addWidget(makeButton(ButtonKind::Secondary, m_revoke, this));
    header->addWidget(makeButton(ButtonKind::Primary, m_grant, this));
    m_grant->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    addAction(m_grant);

    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(GrantListModel::SortRole);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_shown);
    m_table->letSort();
    m_table->setColumnWidths({220, 200, 130, 130, 260, 90}, GrantListModel::ReasonColumn);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(makeFilters());
    column->addWidget(new NoticeRoom({m_notice}, context.clock));
    column->addWidget(m_stack, 1);

    const Capabilities &may = context.capabilities();
    const Capability granting = context.change(Ability::Grant);
    m_grant->setEnabled(granting.allowed);
    m_grant->setToolTip(granting.reason);
    m_mode->setChoiceEnabled(0, may.may(Ability::ListHolders), may.of(Ability::ListHolders).reason);
    m_mode->setChoiceEnabled(1, may.may(Ability::ListHeldBy), may.of(Ability::ListHeldBy).reason);
    if (!may.may(Ability::ListHolders) && may.may(Ability::ListHeldBy))
        m_mode->setCurrent(1);
    connect(m_grant, &QAction::triggered, this, [this] {
        const Badge *badge = m_mode->current() == 0 ? currentBadge() : nullptr;
        grant(badge && badge->enabled ? QList<Badge>{*badge} : QList<Badge>{});
    });
    const Capability revoking = context.change(Ability::Revoke);
    m_revokeList->setEnabled(revoking.allowed);
    m_revokeList->setToolTip(revoking.reason);
    connect(m_revokeList, &QAction::triggered, this, [this] {
        const Badge *badge = m_mode->current() == 0 ? currentBadge() : nullptr;
        openDialog(badge ? QList<Badge>{*badge} : QList<Badge>{}, GrantFlow::Purpose::Revoke);
    });
    connect(m_empty, &EmptyState::triggered, m_grant, &QAction::trigger);
    connect(m_revoke, &QAction::triggered, this, &GrantsPage::revokeSelected);
    connect(m_table, &TableView::deletePressed, this, &GrantsPage::revokeSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GrantsPage::dressRevoke);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GrantsPage::dressRevoke);
    connect(m_errand, &RunErrand::busyChanged, this, &GrantsPage::dressRevoke);
    connect(m_errand, &RunErrand::ended, this, &GrantsPage::showState);
    connect(m_errand, &RunErrand::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    connect(m_errand, &RunErrand::stepOver, this, [this](const runs::StepRecord &record) {
        const auto *step = std::get_if<runs::RevokeStep>(&record.step.what);
        if (step && (record.state == runs::StepState::Done || record.state == runs::StepState::ReadBack || record.state == runs::StepState::AlreadySo))
            m_model->remove(step->grantId);
    });
    // Runs from elsewhere make badges and grants, too; our own has been followed step by step.
    connect(context.runs, &runs::RunCentre::runFinished, this, [this](const runs::Run *run) {
        if (run->summary().forumId != this->context().connection().id || run == m_errand->current())
            return;
        m_stale = true;
        if (isVisible())
            refresh();
    });
    dressRevoke();
    dressMode();
}

GrantsPage::~GrantsPage()
{
    // Their runs belong to the forum that is being closed, too; what is under way is in the ledger.
    for (const QPointer<GrantDialog> &dialog : std::as_const(m_dialogs))
        delete dialog;
}

bool GrantsPage::hasUnsaved() const
{
    return GrantDialog::anyUnsaved(m_dialogs);
}

QWidget *GrantsPage::makeFilters()
{
    auto *filters = new Panel(this);
    m_mode = new SegmentedControl(tr("What is listed"), {tr("Holders of a badge"), tr("Badges of a person")}, filters);
    m_badge = new QComboBox(filters);
    m_badge->setMinimumWidth(220);
    m_badge->setPlaceholderText(tr("Choose a badge"));
    m_badgeLabel = fieldLabel(tr("Badge"), m_badge, filters);
    m_person = new PersonField(context().forum->people(), tr("username"), filters);
    m_person->setAccessibleName(tr("Person"));
    m_person->setFixedWidth(240);
    m_search = new SearchField(tr("Search in the list"), filters);
    m_search->setFixedWidth(220);
    m_spinner = new Spinner(filters);
    m_stop = makeButton(ButtonKind::Secondary, tr("Stop"), filters);
    m_stop->setToolTip(tr("What has been read stays"));
    m_stop->hide();
    m_count = secondaryLabel(QString(), filters);
    m_count->setWordWrap(false);
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(kMargin, 14, kMargin, 14);
    row->setSpacing(10);
    row->addWidget(m_mode);
    row->addWidget(m_badgeLabel);
    row->addWidget(m_badge);
    row->addWidget(m_person);
    row->addWidget(m_search);
    row->addStretch();
    row->addWidget(m_spinner);
    row->addWidget(m_stop);
    row->addWidget(m_count);
    connect(m_mode, &SegmentedControl::currentChanged, this, &GrantsPage::dressMode);
    connect(m_mode, &SegmentedControl::currentChanged, this, &GrantsPage::readList);
    connect(m_badge, &QComboBox::activated, this, [this] {
        m_wantedBadge = currentBadge()->id;
        readList();
    });
    connect(m_person, &PersonField::chosen, this, [this] {
        m_finding.clear();
        readList();
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        stopReading();
        m_notice->say(Tone::Note, tr("Reading was stopped: there are more grants than these."));
    });
    connect(m_person, &PersonField::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Look, sentence); });
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    return filters;
}

void GrantsPage::dressMode()
{
    const bool holders = m_mode->current() == 0;
    m_badge->setVisible(holders);
    m_badgeLabel->setVisible(holders);
    m_person->setVisible(!holders);
    m_table->setColumnHidden(GrantListModel::PersonColumn, !holders);
    m_table->setColumnHidden(GrantListModel::BadgeColumn, holders);
}

void GrantsPage::dressRevoke()
{
    m_revoke->setEnabled(context().change(Ability::Revoke).allowed && m_table->selectionModel()->hasSelection()
                         && !m_errand->isBusy());
}

void GrantsPage::activate()
{
    if (m_state == State::Unread || m_stale)
        refresh();
}

void GrantsPage::refresh()
{
    if (m_state != State::Reading)
        readCatalogue();
}

void GrantsPage::open(const QVariant &argument)
{
    bool isBadge = false;
    const BadgeId id = argument.toLongLong(&isBadge);
    if (isBadge) {
        m_wantedBadge = id;
        m_mode->setCurrent(0);
        m_badge->setCurrentIndex(m_badge->findData(id));
        // One that was published meanwhile is not in the list yet.
        if (m_state == State::Read && currentBadge())
            readList();
        else
            refresh();
        return;
    }
    m_mode->setCurrent(1);
    Call<Account> *call = context().forum->people()->byUsername(argument.toString());
    m_finding = call;
    call->then(this, [this, call](const Result<Account> &account) {
        if (call != m_finding)
            return;
        m_finding.clear();
        if (account) {
            m_person->setAccount(*account);
            readList();
        } else {
            showError(account.error(), {});
        }
    });
}

void GrantsPage::openDialog(const QList<Badge> &badges, GrantFlow::Purpose purpose)
{
    auto *dialog = new GrantDialog(context(), badges, {}, nullptr, purpose);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialogs.removeAll(QPointer<GrantDialog>());
    m_dialogs << dialog;
    showOver(dialog, this);
}

void GrantsPage::revokeSelected()
{
    if (!m_revoke->isEnabled())
        return;
    QList<runs::RevokeStep> steps;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(GrantListModel::IdColumn);
    for (const QModelIndex &row : rows) {
        if (const Grant *grant = m_model->find(row.data(GrantListModel::GrantIdRole).toLongLong()))
            steps << m_model->revokeStep(*grant, context().connection().base);
    }
    if (steps.isEmpty())
        return;
    Question question;
    question.title = steps.size() == 1 ? tr("Revoke %1 from %2?").arg(steps.first().badgeName, steps.first().holder.username)
                                       : tr("Revoke %Ln grants on %1?", nullptr, int(steps.size())).arg(context().address());
    question.consequence = tr("Undoing it from the ledger grants again, with a new date.");
    question.yes = tr("Revoke");
    question.danger = true;
    m_errand->run(runs::planRevokes(context().forum, steps, *context().clock), question,
                  {tr("Revoking on %1…").arg(context().address()),
                   [this](int count) { return tr("%Ln grant(s) revoked on %1.", nullptr, count).arg(context().address()); },
                   [](int count) { return tr("%Ln grant(s) could not be revoked.", nullptr, count); }});
}

} // namespace badgewright::ui
