// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/grouping_dialog.h"

#include "runs/run.h"
#include "ui/badges/grouping_list_model.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/icon.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/runs/run_errand.h"
#include "ui/words/run_words.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

GroupingDialog::GroupingDialog(const PageContext &context, const BadgeCatalogue &catalogue, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_model(new GroupingListModel(this)),
      m_view(new QListView(this)),
      m_targetRow(new QWidget(this)),
      m_target(new QComboBox(m_targetRow)),
      m_targetLabel(fieldLabel(QString(), m_target, m_targetRow)),
      m_summary(secondaryLabel({}, this)),
      m_notice(new Notice(this)),
      m_save(makeButton(ButtonKind::Primary, tr("Save to %1").arg(context.address()), this)),
      m_close(makeButton(ButtonKind::Secondary, tr("Cancel"), this)),
      m_errand(new RunErrand(context, m_notice, this))
{
    setWindowTitle(tr("Groupings"));
    resize(560, 480);
    m_save->setObjectName(u"saveGroupings"_s);
    m_notice->setObjectName(u"groupingsNotice"_s);
    m_view->setObjectName(u"groupings"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new GroupingDelegate(m_view));
    m_view->setAccessibleName(tr("Groupings"));
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDropIndicatorShown(true);
    makeActions();
    layOut();

    connect(m_model, &GroupingListModel::changed, this, &GroupingDialog::dress);
    connect(m_model, &GroupingListModel::moved, this, &GroupingDialog::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &GroupingDialog::dress);
    connect(m_target, &QComboBox::activated, this, [this] { m_model->remove(current(), m_target->currentData().toLongLong()); });
    connect(m_save, &QPushButton::clicked, this, &GroupingDialog::save);
    connect(m_close, &QPushButton::clicked, this, &GroupingDialog::reject);
    connect(m_errand, &RunErrand::busyChanged, this, &GroupingDialog::dress);
    connect(m_errand, &RunErrand::ended, this, &GroupingDialog::ended);
    connect(m_errand, &RunErrand::ledgerWanted, this, &GroupingDialog::ledgerWanted);
    takeCatalogue(catalogue);
    m_model->setRows(groupingRows(catalogue.groupings));
    choose(0);
    m_view->setFocus();
}

void GroupingDialog::makeActions()
{
    const auto make = [this](const QString &text, const char *iconName, const QKeySequence &keys, void (GroupingDialog::*act)()) {
        auto *action = new QAction(text, this);
        action->setIcon(icon(QString::fromLatin1(iconName)));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_add = make(tr("Add"), "plus", QKeySequence::New, &GroupingDialog::add);
    m_rename = make(tr("Rename"), "pencil", QKeySequence(Qt::Key_F2), &GroupingDialog::rename);
    m_up = new QAction(icon(u"chevron-up"_s), tr("Up"), this);
    m_down = new QAction(icon(u"chevron-down"_s), tr("Down"), this);
    m_up->setShortcut(Qt::ALT | Qt::Key_Up);
    m_down->setShortcut(Qt::ALT | Qt::Key_Down);
    addActions({m_up, m_down});
    connect(m_up, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(m_down, &QAction::triggered, this, [this] { moveBy(1); });
    m_remove = make(tr("Remove"), "trash", QKeySequence::Delete, &GroupingDialog::removeOrBringBack);
    // In a name that is being typed Delete deletes a letter.
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_remove);
}

void GroupingDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QAction *action : {m_add, m_rename, m_up, m_down, m_remove})
        tools->addWidget(makeButton(ButtonKind::Flat, action, this));
    tools->addStretch();
    column->addLayout(tools);
    column->addWidget(new Frame(m_view, this), 1);
    auto *target = new QHBoxLayout(m_targetRow);
    target->setContentsMargins(0, 0, 0, 0);
    target->setSpacing(8);
    target->addWidget(m_targetLabel);
    target->addWidget(m_target);
    target->addStretch();
    m_targetLabel->setWordWrap(false);
    m_target->setObjectName(u"badgesGoTo"_s);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    column->addWidget(m_targetRow);
    column->addWidget(m_summary);
    column->addWidget(m_notice);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addStretch();
    foot->addWidget(m_close);
    foot->addWidget(m_save);
    column->addLayout(foot);
}

bool GroupingDialog::hasUnsaved() const
{
    return changesAnything(m_model->rows(), m_catalogue.groupings);
}

int GroupingDialog::current() const
{
    return m_view->currentIndex().row();
}

void GroupingDialog::choose(int row)
{
    m_view->setCurrentIndex(m_model->index(row));
}

void GroupingDialog::dress()
{
    const bool busy = m_errand->isBusy() || m_reading;
    const bool any = current() >= 0 && current() < m_model->rowCount() && !busy;
    const GroupingRow row = any ? m_model->row(current()) : GroupingRow();
    const QString fixed = any ? whyFixed(row.grouping) : QString();
    m_view->setEnabled(!busy);
    m_add->setEnabled(!busy);
    m_rename->setEnabled(any && fixed.isEmpty() && !row.removed);
    m_rename->setToolTip(fixed);
    m_up->setEnabled(any && current() > 0);
    m_down->setEnabled(any && current() + 1 < m_model->rowCount());
    m_remove->setEnabled(any && fixed.isEmpty());
    m_remove->setToolTip(fixed);
    showTargets(row);
    m_remove->setText(row.removed ? tr("Keep it") : tr("Remove"));

    const QString problem = problemWith(m_model->rows());
    const bool changes = hasUnsaved();
    QString summary = tr("Drag the rows to put them in order, or press Alt+Up and Alt+Down.");
    if (changes)
        summary = problem.isEmpty() ? whatSavingDoes(m_model->rows(), m_catalogue) : problem;
    else if (!fixed.isEmpty())
        summary = fixed;
    m_summary->setText(summary);
    m_summary->setTone(changes && !problem.isEmpty() ? Tone::Bad : Tone::Note);
    m_save->setEnabled(changes && problem.isEmpty() && !busy);
    m_close->setText(changes ? tr("Cancel") : tr("Close"));
    m_close->setEnabled(!m_errand->isBusy());
}

void GroupingDialog::add()
{
    choose(m_model->add(current() < 0 ? m_model->rowCount() - 1 : current()));
    rename();
}

void GroupingDialog::rename()
{
    m_view->setFocus();
    m_view->edit(m_view->currentIndex());
}

void GroupingDialog::moveBy(int rows)
{
    const int to = current() + rows;
    if (m_model->move(current(), to))
        choose(to);
}

void GroupingDialog::removeOrBringBack()
{
    if (!m_remove->isEnabled())
        return;
    const int at = current();
    const GroupingRow row = m_model->row(at);
    if (row.removed) {
        m_model->bringBack(at);
        return;
    }
    const QList<GroupingRow> targets = targetsFor(row.grouping.id);
    if (targets.isEmpty()) {
        m_notice->say(Tone::Look, tr("Its badges would have nowhere to go: no other grouping of the forum stays."));
        return;
    }
    // The usual place, until another is chosen below the list.
    const auto usual = std::find_if(targets.begin(), targets.end(), [](const GroupingRow &one) { return one.grouping.id == 5; });
    const GroupingId target = usual == targets.end() ? targets.first().grouping.id : usual->grouping.id;
    m_model->remove(at, target);
    // What was to go there goes on with it.
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->row(i).removed && m_model->row(i).movesTo == row.grouping.id)
            m_model->remove(i, target);
    }
}

/// A new one has no number on the forum yet, so nothing can be moved there.
QList<GroupingRow> GroupingDialog::targetsFor(GroupingId id) const
{
    QList<GroupingRow> targets = m_model->rows();
    targets.removeIf([id](const GroupingRow &one) { return one.isNew() || one.removed || one.grouping.id == id; });
    return targets;
}

void GroupingDialog::showTargets(const GroupingRow &row)
{
    const bool asked = row.removed && m_model->count(row.grouping.id) > 0;
    m_targetRow->setVisible(asked);
    if (!asked)
        return;
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const GroupingRow &one : targetsFor(row.grouping.id))
        m_target->addItem(one.grouping.name, one.grouping.id);
    m_target->setCurrentIndex(m_target->findData(row.movesTo));
    m_targetLabel->setText(tr("The badges of “%1” go to").arg(row.nameBefore));
}

void GroupingDialog::takeCatalogue(const BadgeCatalogue &catalogue)
{
    m_catalogue = catalogue;
    QHash<GroupingId, int> counts;
    for (const Badge &badge : catalogue.badges)
        ++counts[badge.groupingId];
    m_model->setCounts(counts);
}

void GroupingDialog::save()
{
    BadgeDesk *desk = m_context.forum->badges();
    if (!desk || !m_save->isEnabled())
        return;
    m_notice->clear();
    auto *call = desk->list();
    m_reading = call;
    dress();
    call->then(this, [this](const Result<BadgeCatalogue> &now) {
        m_reading.clear();
        if (now)
            compare(*now);
        else if (now.error().kind != ErrorKind::Cancelled)
            m_notice->sayError(now.error(), m_context.address(), tr("Nothing was saved."), [this] { save(); });
        dress();
    });
}

/// The forum overwrites its whole list, so what somebody else did meanwhile would be lost without a word.
void GroupingDialog::compare(const BadgeCatalogue &now)
{
    const QStringList others = whatOthersDid(m_catalogue.groupings, now.groupings);
    if (others.isEmpty()) {
        takeCatalogue(now);
        askToSave();
        return;
    }
    m_notice->say(Tone::Look, tr("Somebody else changed the groupings meanwhile, so nothing was saved. %1").arg(others.join(u' ')),
                  tr("Take theirs, with your changes laid over it, and look at it before you save."), tr("Take theirs"), [this, now] {
                      const QList<GroupingRow> rows = laidOver(m_model->rows(), m_catalogue.groupings, now.groupings);
                      m_notice->clear();
                      takeCatalogue(now);
                      m_model->setRows(rows);
                      choose(0);
                      dress();
                  });
}

void GroupingDialog::askToSave()
{
    const QList<GroupingRow> rows = m_model->rows();
    const runs::Plan plan = planGroupingChanges(m_context.forum, rows, m_catalogue, *m_context.clock);
    for (const runs::Step &step : plan.steps) {
        if (!step.wanted()) {
            m_notice->say(Tone::Look, tr("This cannot be saved."), words::verdictWhole(step));
            return;
        }
    }
    Question question;
    question.title = tr("Save the groupings to %1?").arg(m_context.address());
    question.consequence = tr("%1 The change can be undone from the ledger.").arg(whatSavingDoes(rows, m_catalogue));
    question.yes = tr("Save groupings");
    const QString address = m_context.address();
    m_errand->run(plan, question,
                  {tr("Saving the groupings…"), [address](int) { return tr("The groupings are saved to %1.").arg(address); },
                   [](int) { return tr("Not all of it was saved."); }});
}

QHash<GroupingId, GroupingId> GroupingDialog::moves() const
{
    QHash<GroupingId, GroupingId> moves;
    const QList<GroupingRow> &rows = m_model->rows();
    for (const GroupingRow &row : rows) {
        if (row.removed)
            moves.insert(row.grouping.id, row.movesTo);
    }
    return moves;
}

void GroupingDialog::ended(runs::Run *run)
{
    const runs::RunCounts counts = run->counts();
    if (run->state() != runs::RunState::Done || counts.failed() > 0)
        return; // the notice says it, and what was done here stays for another try
    Q_EMIT saved(moves());
    m_leaving = true;
    accept();
}

void GroupingDialog::reject()
{
    if (m_errand->isBusy())
        return;
    if (m_reading)
        m_reading->cancel(); // or the question whether to save would open on top of the one whether to leave
    if (!hasUnsaved() || m_leaving) {
        QDialog::reject();
        return;
    }
    Question question;
    question.title = tr("Leave the groupings as they are?");
    question.consequence = tr("What you changed here is not on the forum and is lost.");
    question.yes = tr("Leave");
    question.no = tr("Stay");
    question.danger = true;
    m_context.ask->confirm(this, question, [this](bool yes) {
        if (yes)
            QDialog::reject();
    });
}

} // namespace badgewright::ui
