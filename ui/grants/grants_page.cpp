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
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/people/person_field.h"
#include "ui/runs/confirm_run.h"
#include "ui/words/error_words.h"

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
    , m_table(new TableView(tr("Grants"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("gift"), QString(), tr("Grant…"), this))
    , m_grant(new QAction(tr("Grant…"), this))
    , m_revoke(new QAction(tr("Revoke…"), this))
{
    auto *header = new HeaderBar(tr("Grants"), this);
    header->addWidget(makeButton(ButtonKind::Secondary, m_revoke, this));
    header->addWidget(makeButton(ButtonKind::Primary, m_grant, this));
    m_grant->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_grant->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_grant);

    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(GrantListModel::SortRole);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_shown);
    m_table->setColumnWidths({220, 200, 130, 130, 260, 90}, GrantListModel::ReasonColumn);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(makeFilters());
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);

    const Capabilities &may = context.capabilities();
    m_grant->setEnabled(may.may(Ability::Grant));
    m_grant->setToolTip(may.of(Ability::Grant).reason);
    m_mode->setChoiceEnabled(0, may.may(Ability::ListHolders), may.of(Ability::ListHolders).reason);
    m_mode->setChoiceEnabled(1, may.may(Ability::ListHeldBy), may.of(Ability::ListHeldBy).reason);
    if (!may.may(Ability::ListHolders) && may.may(Ability::ListHeldBy))
        m_mode->setCurrent(1);
    connect(m_grant, &QAction::triggered, this, [this] {
        const Badge *badge = m_mode->current() == 0 ? currentBadge() : nullptr;
        grant(badge && badge->enabled ? QList<Badge>{*badge} : QList<Badge>{});
    });
    connect(m_empty, &EmptyState::triggered, m_grant, &QAction::trigger);
    connect(m_revoke, &QAction::triggered, this, &GrantsPage::revokeSelected);
    connect(m_table, &TableView::deletePressed, this, &GrantsPage::revokeSelected);
    connect(m_notice, &Notice::actionTriggered, this, &GrantsPage::refresh);
    const auto dressRevoke = [this] {
        m_revoke->setEnabled(this->context().capabilities().may(Ability::Revoke) && m_table->selectionModel()->hasSelection());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, dressRevoke);
    connect(m_model, &QAbstractItemModel::modelReset, this, dressRevoke);
    dressRevoke();
    dressMode();
}

GrantsPage::~GrantsPage()
{
    // Their runs belong to the forum that is being closed, too; what is under way is in the ledger.
    for (const QPointer<GrantDialog> &dialog : std::as_const(m_dialogs))
        delete dialog;
}

QWidget *GrantsPage::makeFilters()
{
    auto *filters = new Panel(this);
    m_mode = new SegmentedControl(tr("What is listed"), {tr("Holders of a badge"), tr("Badges of a person")}, filters);
    m_badge = new QComboBox(filters);
    m_badge->setMinimumWidth(220);
    m_badgeLabel = fieldLabel(tr("Badge"), m_badge, filters);
    m_person = new PersonField(context().forum->people(), tr("username"), filters);
    m_person->setAccessibleName(tr("Person"));
    m_person->setFixedWidth(240);
    m_search = new SearchField(tr("Search in the list"), filters);
    m_search->setFixedWidth(220);
    m_spinner = new Spinner(filters);
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
    row->addWidget(m_count);
    connect(m_mode, &SegmentedControl::currentChanged, this, &GrantsPage::dressMode);
    connect(m_mode, &SegmentedControl::currentChanged, this, &GrantsPage::refresh);
    connect(m_badge, &QComboBox::activated, this, &GrantsPage::refresh);
    connect(m_person, &PersonField::chosen, this, &GrantsPage::refresh);
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

void GrantsPage::activate()
{
    if (m_readOnce)
        return;
    m_readOnce = true;
    m_spinner->start();
    context().forum->badges()->list()->then(this, [this](const Result<BadgeCatalogue> &catalogue) {
        m_spinner->stop();
        if (!catalogue) {
            m_readOnce = false;
            showError(catalogue.error());
            return;
        }
        m_catalogue = *catalogue;
        QHash<BadgeId, QString> names;
        for (const Badge &badge : catalogue->badges) {
            names.insert(badge.id, badge.name);
            m_badge->addItem(badge.enabled ? badge.name : tr("%1 (disabled)").arg(badge.name), badge.id);
        }
        m_model->setBadges(names);
        if (m_wantedBadge)
            m_badge->setCurrentIndex(std::max(0, m_badge->findData(m_wantedBadge)));
        refresh();
    });
}

const Badge *GrantsPage::currentBadge() const
{
    return m_catalogue.find(m_badge->currentData().toLongLong());
}

void GrantsPage::refresh()
{
    if (!m_readOnce || m_catalogue.badges.isEmpty()) {
        m_readOnce = false;
        activate();
        return;
    }
    if (m_reading)
        m_reading->cancel();
    m_notice->clear();
    m_model->clear();
    if (m_mode->current() == 1) {
        readPerson();
    } else if (const Badge *badge = currentBadge(); badge && !badge->enabled) {
        showState(tr("The forum does not list the holders of a disabled badge."));
    } else if (badge) {
        readHolders(0);
    }
}

void GrantsPage::readHolders(int offset)
{
    m_spinner->start();
    Call<HolderPage> *call = context().forum->grants()->holders(currentBadge()->id, offset);
    m_reading = call;
    call->then(this, [this, call](const Result<HolderPage> &page) {
        if (call != m_reading)
            return;
        m_spinner->stop();
        if (!page) {
            showError(page.error());
            return;
        }
        m_model->append(page->grants, page->accounts);
        showState(tr("Nobody holds this badge yet."));
        if (page->nextOffset >= 0)
            readHolders(page->nextOffset);
    });
}

void GrantsPage::readPerson()
{
    const Account account = m_person->account();
    if (!account.id) {
        showState(tr("Type a username to see what that person holds."));
        return;
    }
    m_spinner->start();
    Call<QList<Grant>> *call = context().forum->grants()->heldBy(account.username);
    m_reading = call;
    call->then(this, [this, call, account](const Result<QList<Grant>> &grants) {
        if (call != m_reading)
            return;
        m_spinner->stop();
        if (!grants) {
            showError(grants.error());
            return;
        }
        QList<Grant> theirs = *grants;
        for (Grant &grant : theirs) {
            grant.holderId = account.id;
            grant.holder = account.username;
        }
        m_model->append(theirs, {account});
        showState(tr("%1 holds no badge yet.").arg(account.username));
    });
}

void GrantsPage::showState(const QString &emptySentence)
{
    const int count = m_model->rowCount();
    m_count->setText(count ? tr("%Ln grant(s)", nullptr, count) : QString());
    m_empty->setSentence(emptySentence);
    m_empty->setButtonText(m_grant->isEnabled() ? m_grant->text() : QString());
    m_stack->setCurrentIndex(count ? 0 : 1);
}

void GrantsPage::showError(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_notice->sayError(error, context().address(), tr("The grants could not be read."));
}

void GrantsPage::open(const QVariant &argument)
{
    bool isBadge = false;
    const BadgeId id = argument.toLongLong(&isBadge);
    if (isBadge) {
        m_wantedBadge = id;
        m_mode->setCurrent(0);
        m_badge->setCurrentIndex(std::max(0, m_badge->findData(id)));
        refresh();
        return;
    }
    m_mode->setCurrent(1);
    context().forum->people()->byUsername(argument.toString())->then(this, [this](const Result<Account> &account) {
        if (account) {
            m_person->setAccount(*account);
            refresh();
        } else {
            showError(account.error());
        }
    });
}

void GrantsPage::grant(const QList<Badge> &badges)
{
    auto *dialog = new GrantDialog(context(), badges, {}, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialogs.removeAll(QPointer<GrantDialog>());
    m_dialogs << dialog;
    connect(dialog, &QObject::destroyed, this, &GrantsPage::refresh);
    dialog->show();
}

void GrantsPage::revokeSelected()
{
    if (!m_revoke->isEnabled())
        return;
    QList<runs::RevokeStep> steps;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(GrantListModel::IdColumn);
    for (const QModelIndex &row : rows) {
        const Grant *grant = m_model->find(row.data(GrantListModel::GrantIdRole).toLongLong());
        if (!grant)
            continue;
        runs::RevokeStep step;
        step.grantId = grant->id;
        step.badgeId = grant->badgeId;
        step.badgeName = m_model->badgeOf(*grant);
        step.holder = m_model->holderOf(*grant);
        step.grantedAt = grant->grantedAt;
        if (grant->topicId)
            step.reason = QUrl(context().connection().base.toString() + QStringLiteral("/t/-/%1/%2").arg(*grant->topicId).arg(grant->postNumber.value_or(1)));
        steps << step;
    }
    if (steps.isEmpty())
        return;
    Question question;
    question.title = steps.size() == 1 ? tr("Revoke %1 from %2?").arg(steps.first().badgeName, steps.first().holder.username)
                                       : tr("Revoke %Ln grants on %1?", nullptr, int(steps.size())).arg(context().address());
    question.consequence = tr("Undoing it from the ledger grants again, with a new date.");
    question.yes = tr("Revoke");
    question.danger = true;
    const runs::Plan plan = runs::planRevokes(context().forum, steps, *context().clock);
    confirmRun(this, context().ask, context().connection(), question, [this, plan] {
        const auto run = context().runs->start(plan, context().forum, runs::Pace::Considerate);
        if (run)
            watch(*run);
        else
            m_notice->sayError(run.error(), context().address());
    });
}

void GrantsPage::watch(runs::Run *run)
{
    m_notice->say(Tone::Accent, tr("Revoking on %1…").arg(context().address()));
    connect(run, &runs::Run::stepChanged, this, [this, run](int position) {
        const runs::StepRecord &record = run->steps().at(position);
        const auto *step = std::get_if<runs::RevokeStep>(&record.step.what);
        if (step && (record.state == runs::StepState::Done || record.state == runs::StepState::ReadBack || record.state == runs::StepState::AlreadySo))
            m_model->remove(step->grantId);
    });
    connect(run, &runs::Run::stateChanged, this, [this, run] {
        if (run->state() == runs::RunState::Done && !run->counts().failed())
            m_notice->say(Tone::Good, tr("%Ln grant(s) revoked on %1.", nullptr, run->counts().total).arg(context().address()));
        else if (run->state() == runs::RunState::Done)
            m_notice->say(Tone::Bad, tr("%Ln grant(s) could not be revoked.", nullptr, run->counts().failed()), run->steps().first().words);
        else if (run->state() == runs::RunState::Paused)
            m_notice->say(Tone::Look, tr("The run is paused; it is in the ledger."), run->pauseReason());
        showState(tr("Nobody holds this badge yet."));
    });
}

} // namespace badgewright::ui
