// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settings.h"
#include "ui/badge_sets/badge_files_drop.h"
#include "ui/badge_sets/badge_imports.h"
#include "ui/badge_sets/set_export.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/narrowing_row.h"
#include "ui/badges/picture_drop.h"
#include "ui/badges/preview_column.h"
#include "ui/badges/publish_bar.h"
#include "ui/kit/buttons.h"
#include "ui/kit/focus_order.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/icon.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

void BadgesPage::makeActions()
{
    const auto make = [this](const QString &text, const QString &iconName, const QKeySequence &keys) {
        auto *action = new QAction(text, this);
        if (!iconName.isEmpty())
            action->setIcon(icon(iconName));
        action->setShortcut(keys);
        action->setEnabled(false);
        addAction(action);
        return action;
    };
    m_new = make(tr("New badge"), u"plus"_s, QKeySequence::New);
    m_grant = make(tr("Grant…"), u"gift"_s, {});
    m_delete = make(tr("Delete…"), u"trash"_s, {});
    m_import = make(tr("Import…"), u"upload"_s, {});
    m_export = make(tr("Export…"), u"download"_s, {});
    m_draw = make(tr("Draw the picture…"), u"shapes"_s, {});
    m_drawNew = make(tr("Draw a new badge…"), u"shapes"_s, {});
    m_editPicture = make(tr("Crop, turn, zoom the picture…"), u"image"_s, {});
    m_publish = make(tr("Publish badge"), {}, QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_publishAll = make(tr("Publish all changed badges"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    m_duplicate = make(tr("Duplicate"), u"copy"_s, QKeySequence(Qt::CTRL | Qt::Key_D));
    m_discard = make(tr("Discard changes"), {}, {});
    m_search = make(tr("Search badges"), u"search"_s, QKeySequence::Find);
    m_search->setEnabled(true);
    m_filter = make(tr("Filter badges…"), u"filter"_s, {});
    m_filter->setEnabled(true);
    m_nextChanged = make(tr("Next badge with changes"), {}, QKeySequence(Qt::CTRL | Qt::Key_J));
    m_groupings = make(tr("Groupings…"), {}, {});
    m_undo = make(tr("Undo"), u"undo"_s, QKeySequence::Undo);
    m_redo = make(tr("Redo"), u"redo"_s, QKeySequence::Redo);

    const Capability create = context().change(Ability::CreateBadges);
    if (!create.allowed)
        m_whyNoNew = create.reason.isEmpty() ? tr("This connection may not create badges.") : create.reason;
    m_new->setToolTip(m_whyNoNew);

    connect(m_new, &QAction::triggered, this, &BadgesPage::newBadge);
    connect(m_grant, &QAction::triggered, this, &BadgesPage::grant);
    connect(m_delete, &QAction::triggered, this, &BadgesPage::deleteBadge);
    connect(m_import, &QAction::triggered, this, [this] { m_imports->choose(); });
    connect(m_export, &QAction::triggered, this, &BadgesPage::exportBadges);
    connect(m_publish, &QAction::triggered, this, &BadgesPage::publish);
    connect(m_publishAll, &QAction::triggered, this, &BadgesPage::publishAll);
    connect(m_duplicate, &QAction::triggered, this, &BadgesPage::duplicate);
    connect(m_discard, &QAction::triggered, this, &BadgesPage::discard);
    connect(m_groupings, &QAction::triggered, this, &BadgesPage::openGroupings);
    connect(m_nextChanged, &QAction::triggered, this, &BadgesPage::goToNextChanged);
    connect(m_filter, &QAction::triggered, this, [this] { m_list->openFilter(); });
    connect(m_search, &QAction::triggered, this, [this] { m_list->focusSearch(); });
}

void BadgesPage::layOut()
{
    auto *header = new HeaderBar(title(), this);
    m_header = header;
    for (const auto &[action, iconName] : {std::pair(m_undo, u"undo"_s), std::pair(m_redo, u"redo"_s)}) {
        QToolButton *button = makeIconButton(iconName, action, header);
        button->setObjectName(iconName);
        header->addWidget(button);
    }
    header->addWidget(makeButton(ButtonKind::Flat, m_groupings, header));
    m_files = new NarrowingRow(header);
    m_files->add(makeButton(ButtonKind::Flat, m_import, header), makeIconButton(u"upload"_s, m_import, header));
    m_files->add(makeButton(ButtonKind::Flat, m_export, header), makeIconButton(u"download"_s, m_export, header));
    header->addWidget(m_files);
    header->addWidget(makeButton(ButtonKind::Secondary, m_delete, header));
    header->addWidget(makeButton(ButtonKind::Secondary, m_new, header));
    header->addWidget(makeButton(ButtonKind::Secondary, m_grant, header));

    m_importNotice = new Notice(this);
    m_importNotice->setObjectName(u"unfinishedImport"_s);
    m_imports = new BadgeImports(context(), {&m_shelf, m_keeper, m_importNotice, m_designs->store(), this}, this);
    connect(m_imports, &BadgeImports::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    connect(m_imports, &BadgeImports::designsTaken, this, &BadgesPage::showPicture);
    m_loading = new QWidget;
    auto *middle = new QVBoxLayout(m_loading);
    auto *spinner = new Spinner(m_loading, 28);
    spinner->setAccessibleName(tr("Reading the badges"));
    spinner->start();
    middle->addWidget(spinner, 0, Qt::AlignCenter);
    m_problem = new EmptyState(u"badge"_s, {}, {}, this);
    m_workbench = makeWorkbench();

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_workbench);
    m_stack->addWidget(m_problem);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(header);
    whole->addWidget(new NoticeRoom({m_importNotice})); // also beside a list that is empty or could not be read
    whole->addWidget(m_stack, 1);

    // As one works, not as the parts were made.
    setFocusOrder({m_header, m_importNotice, m_keepNotice, m_readNotice, m_exportNotice, m_news, m_list, m_editor, m_bulk, m_preview,
                   m_clash, m_removeNotice, m_result, m_bar, m_problem});
    connect(m_problem, &EmptyState::triggered, this, [this] {
        if (m_read)
            newBadge();
        else
            reload();
    });
}

void BadgesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitHeader();
}

/// Where the window is narrow, importing and exporting have no words.
void BadgesPage::fitHeader()
{
    m_files->setSmall(m_header->sizeHint().width() + (m_files->isSmall() ? m_files->gained() : 0) > width());
}

QWidget *BadgesPage::makeWorkbench()
{
    m_list = new BadgeListPane(&m_shelf, m_pictures, this);
    m_list->setMinimumWidth(196);
    m_editor = new BadgeEditor(context().ask, this);
    m_bulk = new BulkEditor(context().ask, this);
    m_editors = new QStackedWidget(this);
    m_editors->addWidget(m_editor);
    m_editors->addWidget(m_bulk);
    m_preview = new PreviewColumn(this);
    m_bar = new PublishBar(context().address(), this);
    m_result = new Notice(this);
    m_result->setObjectName(u"publishResult"_s);
    m_readNotice = new Notice(this);
    m_clash = new Notice(this);
    m_clash->setObjectName(u"clash"_s);
    m_keepNotice = new Notice(this);
    m_keepNotice->setObjectName(u"kept"_s);
    m_news = new Notice(this);
    m_news->setObjectName(u"news"_s);
    m_exportNotice = new Notice(this);
    m_removeNotice = new Notice(this);
    m_removal = new BadgeRemoval(context(), m_removeNotice, this);
    m_setExport = new SetExport(context(), m_exportNotice, this);
    m_filesDrop = new BadgeFilesDrop(this);
    m_filesDrop->setEnabled(false); // until the list is read
    m_newDrop->setEnabled(false);

    m_inner = new QSplitter(Qt::Horizontal, this);
    m_inner->setChildrenCollapsible(false);
    m_inner->addWidget(m_editors);
    m_inner->addWidget(m_preview);
    m_inner->setStretchFactor(0, 1);

    m_nothing = new EmptyState(u"badge"_s, {}, {}, this);
    m_bench = new QStackedWidget(this);
    m_bench->addWidget(m_inner);
    m_bench->addWidget(m_nothing);

    auto *side = new Panel(this);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_bench, 1);
    sideColumn->addWidget(new NoticeRoom({m_clash, m_removeNotice, m_result}, context().clock));
    sideColumn->addWidget(m_bar);

    m_outer = new QSplitter(Qt::Horizontal, this);
    m_outer->setChildrenCollapsible(false);
    m_outer->addWidget(m_list);
    m_outer->addWidget(side);
    m_outer->setStretchFactor(1, 1);

    auto *workbench = new QWidget;
    auto *column = new QVBoxLayout(workbench);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new NoticeRoom({m_keepNotice, m_readNotice, m_exportNotice, m_news}, context().clock));
    column->addWidget(m_outer, 1);
    return workbench;
}

void BadgesPage::restoreLayout()
{
    Settings *kept = context().settings;
    m_outer->setSizes({kListWidth, 10000});
    m_inner->setSizes({10000, kPreviewWidth});
    const std::pair<QSplitter *, QString> splitters[] = {{m_outer, u"badges.list"_s}, {m_inner, u"badges.preview"_s}};
    for (const auto &[splitter, name] : splitters) {
        const QByteArray state = kept->layout(name);
        if (!state.isEmpty())
            splitter->restoreState(state);
        connect(splitter, &QSplitter::splitterMoved, this,
                [kept, splitter = splitter, name = name] { kept->setLayout(name, splitter->saveState()); });
    }
    m_preview->setChoices({kept->value(settings::kPreviewScheme), kept->value(settings::kPreviewScale),
                           kept->value(settings::kPreviewTextSize)});
    connect(m_preview, &PreviewColumn::choicesChanged, this, [this, kept] {
        const PreviewColumn::Choices choices = m_preview->choices();
        kept->set(settings::kPreviewScheme, choices.pages);
        kept->set(settings::kPreviewScale, choices.scale);
        kept->set(settings::kPreviewTextSize, choices.textPx);
    });
}

void BadgesPage::showEmptyForum()
{
    if (m_whyNoNew.isEmpty())
        showProblem(u"badge"_s, tr("This forum has no badges yet. Design the first one."), tr("New badge"));
    else
        showProblem(u"badge"_s, tr("This forum has no badges yet. %1").arg(m_whyNoNew), {});
}

void BadgesPage::showProblem(const QString &iconName, const QString &sentence, const QString &button)
{
    m_problem->setIcon(iconName);
    m_problem->setSentence(sentence);
    m_problem->setButtonText(button);
    m_stack->setCurrentWidget(m_problem);
}

} // namespace badgewright::ui
