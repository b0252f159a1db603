// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/awards/awards_page.h"

#include "support/clock.h"
#include "ui/awards/award_models.h"
#include "ui/awards/reputation_dialog.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/people/person_field.h"
#include "ui/runs/run_errand.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace badgewright::ui {

AwardsPage::AwardsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_types(new AwardTypeModel(this))
    , m_shownTypes(new QSortFilterProxyModel(this))
    , m_actions(new ActionListModel(this))
    , m_give(new QAction(this))
    , m_giveDirectly(new QAction(tr("Give directly, without an action…"), this))
    , m_reputation(new QAction(tr("Reputation…"), this))
{
    m_shownTypes->setSourceModel(m_types);
    m_shownTypes->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *header = new HeaderBar(tr("Awards"), this);
    header->addWidget(makeButton(ButtonKind::Secondary, m_reputation, this));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeTypes());
    split->addWidget(makeActions());
    split->setSizes({kListWidth, 800});
    split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(split, 1);

    const Capability awards = context.change(Ability::GiveAwards);
    const Capability reputation = context.change(Ability::GiveReputation);
    m_reputation->setEnabled(reputation.allowed);
    m_reputation->setToolTip(reputation.reason);
    m_give->setToolTip(awards.reason);
    connect(m_give, &QAction::triggered, this, &AwardsPage::giveForAction);
    connect(m_giveDirectly, &QAction::triggered, this, &AwardsPage::giveDirectly);
    connect(m_reputation, &QAction::triggered, this, &AwardsPage::giveReputation);
    dress();
}

QWidget *AwardsPage::makeTypes()
{
    auto *side = new Panel(this);
    m_search = new SearchField(tr("Search award types"), side);
    m_typeList = new QListView(side);
    m_typeList->setAccessibleName(tr("Award types"));
    m_typeList->setModel(m_shownTypes);
    m_typeList->setItemDelegate(new AwardTypeDelegate(m_typeList));
    m_typeList->setFrameShape(QFrame::NoFrame);
    m_typeList->setMouseTracking(true);
    m_typeList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setMinimumWidth(kListWidth - 16);
    m_typeList->setUniformItemSizes(true);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 12, 12, 12);
    searchRow->addWidget(m_search);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(searchRow);
    column->addWidget(m_typeList, 1);
    connect(m_search, &QLineEdit::textChanged, m_shownTypes, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_typeList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        dress();
        readCount();
    });
    return side;
}

QWidget *AwardsPage::makeActions()
{
    auto *side = new Panel(this);
    m_heading = sectionLabel(QString(), side);
    m_person = new PersonField(context().forum->awards(), tr("a person’s name"), side);
    m_person->setAccessibleName(tr("Person"));
    m_post = new QLineEdit(side);
    m_post->setPlaceholderText(tr("post address"));
    m_post->setAccessibleName(tr("Post address"));
    m_actionId = new QLineEdit(side);
    m_actionId->setPlaceholderText(tr("action id"));
    m_actionId->setAccessibleName(tr("Action id"));
    m_actionId->setMaximumWidth(130);
    m_spinner = new Spinner(side);
    m_holds = secondaryLabel(QString(), side);
    m_notice = new Notice(side);
    m_errand = new RunErrand(context(), m_notice, this);
    m_table = new TableView(tr("Actions"), side);
    m_table->setModel(m_actions);
    m_table->setColumnWidths({140, 130, 280, 90, 180}, ActionListModel::OnColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(false);
    m_empty = new EmptyState(QStringLiteral("award"), tr("Find an action by the person, by a post, or by its id."), {}, side);
    m_stack = new QStackedWidget(side);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentIndex(1);

    auto *find = new QHBoxLayout;
    find->setSpacing(10);
    find->addWidget(m_person, 3);
    find->addWidget(secondaryLabel(tr("or"), side));
    find->addWidget(m_post, 3);
    find->addWidget(secondaryLabel(tr("or"), side));
    find->addWidget(m_actionId, 1);
    find->addWidget(m_spinner);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(kMargin, 16, kMargin, 12);
    top->setSpacing(kGrid);
    top->addWidget(m_heading);
    top->addLayout(find);
    top->addWidget(m_holds);
    auto *bar = new ActionBar(side);
    // It gives way to the button, which names what is given, to whom and for what.
    bar->addLeft(new ElidedLabel(TextSize::Secondary, tr("Awards cannot be taken back."), bar));
    bar->addRight(makeButton(ButtonKind::Secondary, m_giveDirectly, bar));
    bar->addRight(makeButton(ButtonKind::Primary, m_give, bar));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new NoticeRoom({m_notice}, context().clock));
    column->addWidget(m_stack, 1);
    column->addWidget(bar);

    connect(m_person, &PersonField::chosen, this, &AwardsPage::readActions);
    connect(m_person, &PersonField::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Look, sentence); });
    connect(m_errand, &RunErrand::busyChanged, this, &AwardsPage::dress);
    connect(m_errand, &RunErrand::ended, this, &AwardsPage::readCount);
    connect(m_errand, &RunErrand::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    connect(m_errand, &RunErrand::started, this, [this](int, QWidget *over) {
        if (over && over == m_dialog)
            m_dialog->close();
    });
    connect(m_post, &QLineEdit::returnPressed, this, [this] { readPost(m_post->text().trimmed()); });
    connect(m_actionId, &QLineEdit::returnPressed, this, [this] {
        bool ok = false;
        const qint64 id = m_actionId->text().trimmed().toLongLong(&ok);
        if (ok && id > 0)
            readAction(id);
        else
            m_notice->say(Tone::Bad, tr("An action id is a whole number above 0."));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        dress();
        readCount();
    });
    return side;
}

void AwardsPage::activate()
{
    if (!m_readOnce)
        refresh();
}

void AwardsPage::refresh()
{
    m_readOnce = true;
    m_spinner->start();
    context().forum->awards()->types()->then(this, [this](const Result<QList<AwardType>> &types) {
        if (!m_finding)
            m_spinner->stop();
        if (!types) {
            m_readOnce = false;
            m_notice->sayError(types.error(), context().address(), tr("The award types could not be read."), [this] { refresh(); });
            return;
        }
        const AwardTypeId before = currentType() ? currentType()->id : 0;
        m_types->setTypes(*types);
        m_search->setPrompt(tr("Search %Ln award types", nullptr, int(types->size())));
        QModelIndex again = m_shownTypes->index(0, 0);
        for (int row = 0; row < m_shownTypes->rowCount(); ++row) {
            if (m_shownTypes->index(row, 0).data(AwardTypeModel::TypeIdRole).toLongLong() == before)
                again = m_shownTypes->index(row, 0);
        }
        m_typeList->setCurrentIndex(again);
        dress();
    });
}

const AwardType *AwardsPage::currentType() const
{
    return m_types->find(m_typeList->currentIndex().data(AwardTypeModel::TypeIdRole).toLongLong());
}

const Action *AwardsPage::currentAction() const
{
    return m_actions->find(m_table->currentIndex().data(ActionListModel::ActionIdRole).toLongLong());
}

void AwardsPage::dress()
{
    const AwardType *type = currentType();
    const Action *action = currentAction();
    const bool may = context().change(Ability::GiveAwards).allowed && !m_errand->isBusy() && !m_planning;
    m_heading->setText(type ? tr("Give “%1” for an action").arg(type->name) : tr("Choose an award type"));
    if (type && action)
        m_give->setText(action->user.id ? tr("Give %1 to %2 for action %3").arg(type->name, action->user.displayName()).arg(action->id)
                                        : tr("Give %1 for action %2").arg(type->name).arg(action->id));
    else if (type && m_typedAction)
        m_give->setText(tr("Give %1 for action %2").arg(type->name).arg(m_typedAction));
    else
        m_give->setText(tr("Give for an action"));
    m_give->setEnabled(may && type && type->active && (action || m_typedAction));
    m_giveDirectly->setEnabled(may && type && type->active && m_receiver.id);
}

void AwardsPage::readActions(const Account &account)
{
    m_receiver = account;
    if (!account.id) {
        find(nullptr);
        return;
    }
    Call<ActionPage> *call = context().forum->awards()->actionsOf(account.id);
    find(call);
    call->then(this, [this, call, account](const Result<ActionPage> &page) {
        if (!found(call))
            return;
        if (!page) {
            m_notice->sayError(page.error(), context().address(), tr("The actions could not be read; an action id can still be typed."),
                               [this, account] { readActions(account); });
            return;
        }
        QList<Action> actions = page->actions;
        for (Action &action : actions) {
            if (!action.user.id)
                action.user = account;
        }
        showActions(actions);
        m_empty->setSentence(tr("The forum lists no action of %1.").arg(account.displayName()));
    });
}

void AwardsPage::readAction(qint64 id)
{
    Call<Action> *call = context().forum->awards()->action(id);
    find(call);
    call->then(this, [this, call, id](const Result<Action> &action) {
        if (!found(call))
            return;
        if (action) {
            showActions({*action});
            return;
        }
        // The receiver is worth knowing, but a forum may keep its actions to itself and still take the award.
        m_typedAction = id;
        showActions({});
        m_empty->setSentence(tr("Who would receive the award for action %1 could not be checked.").arg(id));
        m_notice->sayError(action.error(), context().address(), tr("The action could not be read. You can go on, or stop here."),
                           [this, id] { readAction(id); });
        dress();
    });
}

void AwardsPage::readPost(const QString &address)
{
    if (address.isEmpty())
        return;
    Call<Action> *call = context().forum->awards()->actionOfPost(address);
    find(call);
    call->then(this, [this, call, address](const Result<Action> &action) {
        if (!found(call))
            return;
        if (action)
            showActions({*action});
        else
            m_notice->sayError(action.error(), context().address(), tr("No action was found for that post."),
                               [this, address] { readPost(address); });
    });
}

/// What is being looked for now. An award cannot be taken back: the action of an earlier question must not be shown, nor
/// be left standing, as the answer to this one.
void AwardsPage::find(PendingCall *call)
{
    if (m_finding)
        m_finding->cancel();
    m_finding = call;
    m_typedAction = 0;
    if (!m_errand->isBusy())
        m_notice->clear();
    m_empty->setSentence(tr("Find an action by the person, by a post, or by its id."));
    showActions({});
    if (call)
        m_spinner->start();
    else
        m_spinner->stop();
}

bool AwardsPage::found(const PendingCall *call)
{
    if (call != m_finding)
        return false;
    m_finding.clear();
    m_spinner->stop();
    return true;
}

void AwardsPage::showActions(const QList<Action> &actions)
{
    if (!actions.isEmpty())
        m_typedAction = 0;
    m_actions->setActions(actions, context().clock->utcNow());
    m_stack->setCurrentIndex(actions.isEmpty() ? 1 : 0);
    if (!actions.isEmpty()) {
        m_table->setCurrentIndex(m_actions->index(0, 0)); // the rest follows from that
        return;
    }
    dress();
    readCount();
}

void AwardsPage::readCount()
{
    const AwardType *type = currentType();
    const Action *action = currentAction();
    const Account receiver = action && action->user.id ? action->user : m_receiver;
    if (m_counting)
        m_counting->cancel();
    if (!type || !receiver.id) {
        m_holds->clear();
        return;
    }
    Call<QList<HeldAward>> *call = context().forum->awards()->heldBy(receiver.id);
    m_counting = call;
    call->then(this, [this, call, receiver, typeId = type->id, name = type->name, mode = type->mode](const Result<QList<HeldAward>> &held) {
        if (call != m_counting)
            return;
        if (!held) {
            m_holds->clear();
            return;
        }
        int count = 0;
        for (const HeldAward &award : *held)
            count += award.typeId == typeId ? award.count : 0;
        QString text = tr("%1 holds %2 %Ln time(s).", nullptr, count).arg(receiver.displayName(), name);
        if (count > 0 && mode == QLatin1String("per_user"))
            text += u' ' + tr("It is given once per person: giving it again is expected to change nothing.");
        m_holds->setText(text);
    });
}

} // namespace badgewright::ui
