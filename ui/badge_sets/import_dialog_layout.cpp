// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_dialog.h"

#include "ui/badge_sets/choice_delegate.h"
#include "ui/badge_sets/import_list_model.h"
#include "ui/kit/buttons.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/table_view.h"
#include "ui/runs/run_errand.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

// What stands where.

namespace badgewright::ui {

using artwork::SetState;

namespace {
constexpr int kAboutLines = 3;
constexpr int kLeastWidth = 780; // px: below it the description has no room
}

void ImportDialog::layOut()
{
    m_header = new HeaderBar(tr("Import badges"), this);
    const auto step = [this](const QString &words, const QString &iconName, QKeySequence::StandardKey keys) {
        auto *action = new QAction(words, this);
        action->setShortcut(keys);
        addAction(action);
        QToolButton *button = makeIconButton(iconName, action, m_header);
        button->setObjectName(iconName);
        m_header->addWidget(button);
        return action;
    };
    m_undo = step(tr("Undo"), QStringLiteral("undo"), QKeySequence::Undo);
    m_redo = step(tr("Redo"), QStringLiteral("redo"), QKeySequence::Redo);
    m_notice = new Notice(this);
    m_runNotice = new Notice(this);
    m_keepNotice = new Notice(this);
    m_lostNotice = new Notice(this);
    m_lostNotice->setObjectName(QStringLiteral("lostNotice"));
    connect(m_lostNotice, &Notice::dismissed, this, [this] {
        m_lostPictures.clear();
        m_lostSaid = m_flow->lost();
    });
    m_designNotice = new Notice(this);
    connect(m_designNotice, &Notice::dismissed, this, [this] { m_designsWaved = true; });
    m_errand = new RunErrand(m_flow->context(), m_runNotice, this);
    m_errand->setGoesOnElsewhere(); // the button that published goes on, too

    m_reading = new QWidget(this);
    auto *reading = new QVBoxLayout(m_reading);
    m_readingWords = bodyLabel(QString(), m_reading);
    m_readingWords->setAlignment(Qt::AlignCenter);
    m_strip = new ProgressStrip(m_reading);
    m_strip->setAccessibleName(tr("Reading"));
    m_strip->setFixedWidth(320);
    reading->addStretch();
    reading->addWidget(m_readingWords);
    reading->addWidget(m_strip, 0, Qt::AlignHCenter);
    reading->addStretch();
    m_failed = new EmptyState(QStringLiteral("warning"), QString(), tr("Try again"), this);

    m_rowsPage = new QWidget(this);
    m_tiles = new CountTileRow(m_rowsPage);
    m_tiles->addTile(int(SetState::Problem), stateWord(SetState::Problem));
    m_tiles->addTile(kLookFilter, tr("To look at"));
    for (const SetState state : {SetState::New, SetState::Changed, SetState::Same, SetState::NameClash})
        m_tiles->addTile(int(state), stateWord(state));
    m_table = new TableView(tr("Badges to import"), m_rowsPage);
    m_table->setModel(m_shown);
    m_table->setPillColumn(ImportListModel::StateColumn);
    m_table->setColumnWidths({}, ImportListModel::DescriptionColumn);
    m_table->setIconSize({24, 24});
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    auto *choices = new ChoiceDelegate(m_table);
    connect(choices, &QAbstractItemDelegate::closeEditor, this, &ImportDialog::filterAnew, Qt::QueuedConnection);
    for (const int column : {ImportListModel::ActionColumn, ImportListModel::NameColumn, ImportListModel::TypeColumn, ImportListModel::IconColumn, ImportListModel::GroupingColumn, ImportListModel::DescriptionColumn})
        m_table->setItemDelegateForColumn(column, choices);
    // Queued: the key that did it must not end the editor at once.
    connect(m_table, &QAbstractItemView::activated, m_table, [this](const QModelIndex &index) { m_table->edit(index); }, Qt::QueuedConnection);
    m_about = secondaryLabel(QString(), m_rowsPage);
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_about->setMinimumHeight(kAboutLines * m_about->fontMetrics().lineSpacing());
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *column = new QVBoxLayout(m_rowsPage);
    column->setContentsMargins(kMargin, 12, kMargin, 8);
    column->setSpacing(10);
    m_runStrip = new ProgressStrip(m_rowsPage);
    m_runStrip->setAccessibleName(tr("Publishing"));
    m_runStrip->hide();
    column->addWidget(m_tiles);
    m_runCount = secondaryLabel({}, m_rowsPage);
    m_runCount->setWordWrap(false);
    m_runCount->hide();
    auto *progress = new QHBoxLayout;
    progress->setSpacing(12);
    progress->addWidget(m_runStrip, 1, Qt::AlignVCenter);
    progress->addWidget(m_runCount);
    column->addLayout(progress);
    column->addWidget(framed(m_table, m_rowsPage), 1);
    m_without = makeButton(ButtonKind::Flat, tr("Without picture"), m_rowsPage);
    m_without->setToolTip(tr("Publishes it although its picture cannot be read"));
    m_design = makeButton(ButtonKind::Flat, tr("Take over the design"), m_rowsPage);
    m_design->setToolTip(tr("Its picture can be drawn on here then. Nothing is sent to the forum."));
    m_details = makeButton(ButtonKind::Secondary, tr("Details…"), m_rowsPage);
    m_details->setToolTip(tr("Its texts, switches, icon and picture"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_about, 1);
    foot->addWidget(m_without, 0, Qt::AlignTop);
    foot->addWidget(m_design, 0, Qt::AlignTop);
    foot->addWidget(m_details, 0, Qt::AlignTop);
    column->addLayout(foot);

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_reading);
    m_stack->addWidget(m_failed);
    m_stack->addWidget(m_rowsPage);

    auto *bar = new ActionBar(this);
    m_take = makeButton(ButtonKind::Flat, tr("Take"), bar);
    m_leave = makeButton(ButtonKind::Flat, tr("Leave out"), bar);
    m_rename = makeButton(ButtonKind::Flat, tr("Another name"), bar);
    m_rename->setToolTip(tr("Creates it under a name that no badge has"));
    m_again = makeButton(ButtonKind::Flat, tr("Read again"), bar, QStringLiteral("refresh"));
    m_again->setToolTip(tr("When the file or its pictures have been put right; what you changed here stays"));
    m_close = makeButton(ButtonKind::Secondary, tr("Close"), bar);
    m_publish = makeNamingButton(ButtonKind::Primary, bar);
    for (QPushButton *button : {m_take, m_leave, m_rename, m_again})
        bar->addLeft(button);
    bar->addRight(m_close);
    bar->addRight(m_publish);
    for (QPushButton *button : {m_details, m_take, m_leave, m_rename, m_without, m_design, m_again, m_close, m_publish})
        button->setAutoDefault(false); // Return belongs to the cell that is edited
    setTakesLostFocus(m_table);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(new NoticeRoom({m_keepNotice, m_lostNotice, m_notice, m_designNotice, m_runNotice}));
    whole->addWidget(m_stack, 1);
    whole->addWidget(bar);
    setMinimumWidth(kLeastWidth);
    fitColumns();
    dress();
    dressHistory();
}

} // namespace badgewright::ui
