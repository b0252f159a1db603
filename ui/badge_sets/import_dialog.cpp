// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_dialog.h"

#include "ui/badge_sets/choice_delegate.h"
#include "ui/badge_sets/import_keeper.h"
#include "ui/badge_sets/import_list_model.h"
#include "ui/badge_sets/row_details.h"
#include "ui/badges/badge_pictures.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/table_view.h"
#include "ui/kit/window_size.h"
#include "ui/preview/forum_palette.h"
#include "ui/runs/run_errand.h"
#include "ui/words/error_words.h"

#include <QAction>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using artwork::SetAction;
using artwork::SetState;

namespace {
constexpr int kNarrow = 880; // px
}

void ImportFilter::setState(int state)
{
    m_state = state;
    filterAnew();
}

void ImportFilter::filterAnew()
{
    invalidateFilter();
}

bool ImportFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_state == kLookFilter)
        return index.data(ImportListModel::LookRole).toBool();
    return m_state < 0 || index.data(ImportListModel::StateRole).toInt() == m_state;
}

ImportDialog::ImportDialog(const PageContext &context, const ImportOpening &opening, QWidget *parent)
    // A dialog, which stays before the window it belongs to; with the buttons of a window of its own.
    : QDialog(parent, Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint | Qt::WindowSystemMenuHint | Qt::WindowMinMaxButtonsHint | Qt::WindowCloseButtonHint),
      m_flow(new ImportFlow(context, opening.paths, opening.designs, this)), m_keeper(new ImportKeeper(m_flow, opening.store, this)), m_model(new ImportListModel(m_flow, this)), m_shown(new ImportFilter(this)),
      m_pictures(new BadgePictures(context.forum->badges(), this)), m_palette(new ForumPalette(context.settings, context.connection().id, this))
{
    m_pictures->keepIconsIn(artwork::IconStore(context.icons, context.connection().id), context.clock);
    m_pictures->keepPicturesIn(artwork::PictureStore(context.pictures, context.connection().id), context.clock);
    m_model->setPictures(m_pictures);
    // A row stays where it is while it is edited, also under a pressed tile; filterAnew() looks when that is over.
    m_shown->setDynamicSortFilter(false);
    m_shown->setSourceModel(m_model);
    setWindowTitle(tr("Import badges"));
    const Capability create = context.change(Ability::CreateBadges);
    if (!create.allowed)
        m_whyNot = create.reason.isEmpty() ? tr("This connection may not create badges.") : create.reason;
    else if (context.forum->isOffline())
        m_whyNot = tr("The forum cannot be reached now. What you change here is kept until it can be published.");
    m_flow->setStuck(!m_whyNot.isEmpty());
    layOut();

    connect(m_undo, &QAction::triggered, m_flow, &ImportFlow::undo);
    connect(m_redo, &QAction::triggered, m_flow, &ImportFlow::redo);
    connect(m_flow, &ImportFlow::historyChanged, this, &ImportDialog::dressHistory);
    connect(m_flow, &ImportFlow::wentTo, this, &ImportDialog::goTo);
    connect(m_flow, &ImportFlow::stateChanged, this, &ImportDialog::dress);
    connect(m_flow, &ImportFlow::progress, this, &ImportDialog::showProgress);
    connect(m_flow, &ImportFlow::rowsReset, this, [this] {
        m_rowDetails.clear(); // it goes by itself
        dressRows();
    });
    connect(m_flow, &ImportFlow::rowsChanged, this, &ImportDialog::dressRows);
    connect(m_flow, &ImportFlow::findingsChanged, this, &ImportDialog::dressFindings);
    m_flow->setColours(m_palette->colours());
    connect(m_palette, &ForumPalette::changed, this, [this] { m_flow->setColours(m_palette->colours()); });
    connect(m_tiles, &CountTileRow::filterChanged, this, [this](int state) {
        m_shown->setState(state);
        if (state >= 0 || !m_table->selectionModel()->hasSelection())
            m_table->selectRow(0); // so that what is said and offered is about a row in sight
        m_table->scrollTo(m_table->currentIndex());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportDialog::dressCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportDialog::dressCurrent);
    connect(m_failed, &EmptyState::triggered, m_flow, &ImportFlow::start);
    connect(m_take, &QPushButton::clicked, this, [this] {
        forSelected([this](int row) {
            m_flow->setAction(row, m_flow->rows().at(row).match.state == SetState::Changed ? SetAction::Update : SetAction::Create);
        });
    });
    connect(m_leave, &QPushButton::clicked, this, [this] { forSelected([this](int row) { m_flow->setAction(row, SetAction::Skip); }); });
    connect(m_rename, &QPushButton::clicked, this, [this] { forSelected([this](int row) { m_flow->renameToFree(row); }); });
    connect(m_details, &QPushButton::clicked, this, &ImportDialog::openDetails);
    connect(m_without, &QPushButton::clicked, this, [this] {
        forSelected([this](int row) {
            if (m_flow->rows().at(row).badge.hasPictureProblem())
                m_flow->setWithoutPicture(row, true);
        });
    });
    connect(m_design, &QPushButton::clicked, this, qOverload<>(&ImportDialog::takeDesigns));
    connect(m_again, &QPushButton::clicked, m_flow, &ImportFlow::readAgain);
    connect(m_publish, &QPushButton::clicked, this, &ImportDialog::publish);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_errand, &RunErrand::started, this, [this](int runId) {
        keepDesigns();
        if (runs::Run *run = m_flow->context().runs->find(runId))
            takeRun(run);
    });
    connect(context.runs, &runs::RunCentre::runChanged, this, &ImportDialog::runChanged);
    connect(m_errand, &RunErrand::ended, this, &ImportDialog::runEnded);
    connect(m_errand, &RunErrand::busyChanged, this, &ImportDialog::dressRows);
    connect(m_errand, &RunErrand::ledgerWanted, this, &ImportDialog::ledgerWanted);
    connect(m_keeper, &ImportKeeper::trouble, this, [this](const QString &why) {
        m_keepNotice->say(Tone::Bad, tr("What you change here could not be kept on this computer, and is lost when this window is closed."), why);
    });
    connect(m_keeper, &ImportKeeper::keepingAgain, m_keepNotice, &Notice::clear);
    resize(fittingSize(this, QSize(980, 640)));
    if (opening.paths.isEmpty())
        m_flow->goOnWith(opening.store);
    if (opening.remembered)
        m_flow->remember(*opening.remembered);
    m_flow->start();
}

void ImportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitColumns();
}

/// In a narrow window the others give way to the description.
void ImportDialog::fitColumns()
{
    const bool narrow = width() < kNarrow;
    if (m_isNarrow == narrow)
        return;
    m_isNarrow = narrow;
    const QList<int> widths = narrow ? QList<int>{92, 146, 72, 76, 96, 0, 126} : QList<int>{100, 184, 72, 90, 116, 0, 126};
    for (int column = 0; column < widths.size(); ++column) {
        if (column != ImportListModel::DescriptionColumn)
            m_table->setColumnWidth(column, std::max(widths.at(column), m_table->horizontalHeader()->sectionSizeHint(column)));
    }
}

void ImportDialog::showProgress(int done, int total)
{
    m_strip->setProgress(done, std::max(1, total));
    if (total > 0)
        m_readingWords->setText((m_flow->state() == ImportFlow::State::Reading ? tr("Reading the badges: %L1 of %L2") : tr("Comparing with the forum: %L1 of %L2")).arg(done).arg(total));
}

void ImportDialog::dress()
{
    QStringList facts{m_flow->title()};
    if (!m_flow->origin().isEmpty())
        facts << tr("from %1").arg(m_flow->origin());
    facts << tr("to %1").arg(m_flow->context().address());
    m_header->setSubtitle(facts.join(QStringLiteral(" · ")));
    switch (m_flow->state()) {
    case ImportFlow::State::Reading:
    case ImportFlow::State::Comparing:
        m_readingWords->setText(m_flow->state() == ImportFlow::State::Reading ? tr("Reading the badges…") : tr("Comparing with the forum…"));
        m_strip->setProgress(0, 1);
        // After a run the rows stay in sight.
        if (m_flow->rows().isEmpty() || m_stack->currentWidget() != m_rowsPage)
            m_stack->setCurrentWidget(m_reading);
        break;
    case ImportFlow::State::Failed:
        m_failed->setSentence(words::sentence(*m_flow->why(), m_flow->context().address()));
        m_stack->setCurrentWidget(m_failed);
        break;
    case ImportFlow::State::Ready: {
        const bool first = m_stack->currentWidget() != m_rowsPage;
        m_stack->setCurrentWidget(m_rowsPage);
        const QStringList remarks = m_flow->remarks();
        if (m_flow->why() && m_flow->isFromMemory())
            m_notice->sayError(*m_flow->why(), m_flow->context().address(), tr("The forum could not be read. The badges are compared with what it had when it was last read."), [this] { m_flow->start(); });
        else if (m_flow->why())
            m_notice->sayError(*m_flow->why(), m_flow->context().address(), tr("It could not be read again."), [this] { m_flow->start(); });
        else if (m_flow->trouble())
            m_notice->sayError(*m_flow->trouble(), m_flow->context().address(), tr("Not everything on the forum could be compared."), [this] { m_flow->start(); });
        else if (!m_whyNot.isEmpty())
            m_notice->say(Tone::Look, tr("Nothing can be published here."), m_whyNot);
        else if (const QStringList tables = m_flow->tables(); !tables.isEmpty() && first)
            m_notice->say(Tone::Look, tr("A table lies in the folder, %1. These are the pictures without it.").arg(QFileInfo(tables.first()).fileName()), remarks.join(u' '),
                          tr("Open it as the table"), [this, path = tables.first()] { Q_EMIT tableWanted(path); });
        else if (!remarks.isEmpty() && first)
            m_notice->say(Tone::Note, remarks.first(), remarks.mid(1).join(u' '));
        else if (remarks.isEmpty() || !first)
            m_notice->clear();
        sayLost();
        if (first) {
            m_table->selectRow(0);
            m_table->setFocus();
        }
        break;
    }
    }
    if (m_flow->state() == ImportFlow::State::Ready)
        lookForRun();
    dressRows();
    endHidden();
}

void ImportDialog::dressRows()
{
    for (int state = 0; state < artwork::kSetStateCount; ++state)
        m_tiles->tile(state)->setCount(m_flow->count(SetState(state)));
    m_tiles->tile(kLookFilter)->setCount(m_flow->lookCount());
    setNamingText(m_publish, publishWords(), m_flow->context().address());
    const bool maySend = isStanding() ? m_whyNot.isEmpty() && m_flow->state() == ImportFlow::State::Ready
                                      : m_flow->isOpen() && whyNotNow().isEmpty() && m_flow->wantedCount() > 0 && !m_errand->isBusy();
    const bool mayPublish = m_run || maySend;
    if (!mayPublish && focusWidget() == m_publish)
        m_table->setFocus(); // else it would go to the first of the tiles
    m_publish->setEnabled(mayPublish);
    m_publish->setToolTip(m_run ? QString() : whyNotNow());
    filterAnew();
    dressCurrent();
    sayDesigns();
}

void ImportDialog::dressFindings()
{
    m_tiles->tile(kLookFilter)->setCount(m_flow->lookCount());
    filterAnew();
    dressCurrent();
}

/// Why what is wanted may not be published now; empty: it may.
QString ImportDialog::whyNotNow() const
{
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    if (m_flow->isFromMemory())
        return tr("The forum could not be read, so these badges are compared with what it had before. They can be published when it has been read again: press “Try again”, or go on with this import later.");
    return isPicturing() ? tr("A picture is still being made. They can be published when it is there.") : QString();
}

/// What was not said yet.
void ImportDialog::sayLost()
{
    const QStringList lost = m_flow->lost() + m_lostPictures;
    if (lost == m_lostSaid)
        return;
    m_lostSaid = lost;
    if (lost.isEmpty())
        m_lostNotice->clear();
    else
        m_lostNotice->say(Tone::Look, lost.first(), lost.mid(1).join(u' '));
}

/// A row that does not match any more goes, but not from under the hand.
void ImportDialog::filterAnew()
{
    if (m_tiles->current() < 0 || m_table->indexWidget(m_table->currentIndex()) || (m_rowDetails && m_rowDetails->isVisible()))
        return;
    const int row = m_table->currentIndex().row();
    m_shown->filterAnew();
    if (!m_table->selectionModel()->hasSelection() && m_shown->rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_shown->rowCount() - 1));
}

QList<int> ImportDialog::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << m_shown->mapToSource(index).row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ImportDialog::forSelected(const std::function<void(int)> &change)
{
    m_flow->asOneStep([rows = selectedRows(), change] {
        for (const int row : rows)
            change(row);
    });
}

void ImportDialog::dressHistory()
{
    const QUndoStack *steps = m_flow->steps();
    m_undo->setEnabled(m_flow->canUndo());
    m_redo->setEnabled(m_flow->canRedo());
    m_undo->setText(steps->canUndo() ? tr("Undo: %1").arg(steps->undoText()) : tr("Undo"));
    m_redo->setText(steps->canRedo() ? tr("Redo: %1").arg(steps->redoText()) : tr("Redo"));
}

/// Where something was undone or redone has to be in sight.
void ImportDialog::goTo(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    if (m_rowDetails && m_rowDetails->isVisible()) {
        if (!rows.contains(m_rowDetails->row()))
            m_rowDetails->setRow(rows.first());
        return;
    }
    const QList<int> selected = selectedRows();
    if (std::any_of(selected.cbegin(), selected.cend(), [&rows](int row) { return rows.contains(row); }))
        return;
    const auto shown = [this](int row) { return m_shown->mapFromSource(m_model->index(row, 0)); };
    if (std::none_of(rows.cbegin(), rows.cend(), [&shown](int row) { return shown(row).isValid(); }))
        m_tiles->setCurrent(-1);
    for (const int row : rows) {
        if (const QModelIndex index = shown(row); index.isValid()) {
            m_table->selectRow(index.row());
            m_table->scrollTo(index);
            return;
        }
    }
}

void ImportDialog::openDetails()
{
    const QModelIndex current = m_shown->mapToSource(m_table->currentIndex());
    if (!current.isValid())
        return;
    if (!m_rowDetails) {
        m_rowDetails = new RowDetails(m_flow, m_pictures, current.row(), {m_undo, m_redo}, this);
        connect(m_rowDetails, &RowDetails::rowChanged, this, [this](int row) {
            if (const QModelIndex index = m_shown->mapFromSource(m_model->index(row, 0)); index.isValid())
                m_table->setCurrentIndex(index);
        });
        connect(m_rowDetails, &RowDetails::workingChanged, this, &ImportDialog::dressRows);
        connect(m_rowDetails, &RowDetails::pictureLost, this, [this](const QString &sentence) {
            m_lostPictures << sentence;
            sayLost();
        });
        connect(m_rowDetails, &QDialog::finished, this, &ImportDialog::filterAnew);
    } else {
        m_rowDetails->setRow(current.row());
    }
    m_rowDetails->open();
}

void ImportDialog::dressCurrent()
{
    bool take = false;
    bool leave = false;
    bool rename = false;
    bool without = false;
    bool design = false;
    const QList<ImportRow> &rows = m_flow->rows();
    const QList<int> selected = selectedRows();
    for (const int number : selected) {
        const ImportRow &row = rows.at(number);
        take = take || (row.action == SetAction::Skip && (row.match.allows(SetAction::Create) || row.match.allows(SetAction::Update)));
        leave = leave || row.action != SetAction::Skip;
        without = without || row.badge.hasPictureProblem();
        design = design || m_flow->designOffer(number) != DesignOffer::None;
        rename = rename || row.match.existing != 0 || row.match.state == SetState::Problem;
    }
    const bool open = m_flow->isOpen();
    m_take->setEnabled(open && take);
    m_leave->setEnabled(open && leave);
    m_rename->setEnabled(open && rename);
    m_without->setVisible(without);
    m_without->setEnabled(open && without);
    m_design->setVisible(design);
    m_design->setEnabled(open && design);
    m_details->setEnabled(m_shown->mapToSource(m_table->currentIndex()).isValid());
    m_again->setEnabled(open && !isPicturing());

    const QModelIndex current = m_shown->mapToSource(m_table->currentIndex());
    if (!current.isValid() || current.row() >= rows.size()) {
        m_about->setText({});
        return;
    }
    const ImportRow &row = rows.at(current.row());
    const QString words = stateWords(row.match);
    // A sentence that names the file itself need not have it named twice.
    const bool named = row.badge.source.isEmpty() || words.contains(row.badge.source);
    const QString where = named ? tr("Row %1").arg(row.badge.row) : tr("Row %1, %2").arg(row.badge.row).arg(row.badge.source);
    QStringList remarks = row.badge.allRemarks();
    const QList<artwork::Finding> findings = row.match.state == SetState::Same ? QList<artwork::Finding>() : lookFindings(row);
    // The worst; the details have all of them.
    if (!findings.isEmpty() && !remarks.contains(findings.first().sentence))
        remarks << findings.first().sentence;
    QStringList sentences{tr("%1: %2").arg(where, words), remarks.join(u' ')};
    switch (m_flow->designOffer(current.row())) {
    case DesignOffer::Missing:
        sentences << tr("It comes with the design of its picture, which this computer does not have.");
        break;
    case DesignOffer::Another:
        sentences << tr("It comes with a design of its picture; this computer has another one for this badge.");
        break;
    case DesignOffer::None:
        break;
    }
    sentences.removeAll(QString());
    m_about->setText(sentences.join(u'\n'));
}

void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close(); // by the way that asks
        return;
    }
    // In a table Return edits; a button that only has no other beside it must not be pressed by it.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !qobject_cast<QAbstractButton *>(focusWidget())) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace badgewright::ui
