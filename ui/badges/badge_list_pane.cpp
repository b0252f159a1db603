// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_list_pane.h"

#include "ui/badges/badge_delegate.h"
#include "ui/badges/badge_filter_menu.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_shelf.h"
#include "ui/kit/buttons.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

BadgeListPane::BadgeListPane(BadgeShelf *shelf, BadgePictures *pictures, QWidget *parent)
    : Panel(parent),
      m_shelf(shelf),
      m_model(new BadgeListModel(shelf, this)),
      m_filter(new BadgeFilter(shelf, this)),
      m_search(new SearchField(tr("Search badges"), this)),
      m_kind(new BadgeFilterMenu(shelf, this)),
      m_chip(makeButton(ButtonKind::Secondary, QString(), this, QStringLiteral("cross"))),
      m_stack(new QStackedWidget(this)),
      m_view(new QTreeView),
      m_nothing(new EmptyState(QStringLiteral("search"), QString(), tr("Show all badges"), this))
{
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new BadgeDelegate(shelf, pictures, m_view));
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDropIndicatorShown(true);
    m_view->setAccessibleName(tr("Badges"));
    m_view->expandAll();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->setSpacing(6);
    top->addWidget(m_search, 1);
    top->addWidget(m_kind);
    column->addLayout(top);
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(12, 0, 12, 0);
    chips->addWidget(m_chip);
    chips->addStretch();
    column->addLayout(chips);
    m_chip->setObjectName(QStringLiteral("filterChip"));
    m_chip->setToolTip(tr("Show all badges again"));
    m_chip->hide();
    column->addWidget(m_stack, 1);

    connect(m_search, &SearchField::searched, this, &BadgeListPane::search);
    connect(m_search, &SearchField::leftDownwards, this, &BadgeListPane::focusList);
    connect(m_nothing, &EmptyState::triggered, this, &BadgeListPane::showAll);
    connect(m_kind, &BadgeFilterMenu::kindChosen, this, &BadgeListPane::filter);
    connect(m_chip, &QPushButton::clicked, this, [this] {
        m_kind->setKind(BadgeKind::All);
        focusList();
    });
    // A heading that comes with its first badge is closed.
    connect(m_filter, &QAbstractItemModel::rowsInserted, m_view, &QTreeView::expandAll);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &BadgeListPane::showCount);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &BadgeListPane::showCount);
    connect(m_filter, &QAbstractItemModel::dataChanged, &m_countSoon, qOverload<>(&QTimer::start));
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(0);
    connect(&m_countSoon, &QTimer::timeout, this, &BadgeListPane::showCount);
    connect(m_model, &BadgeListModel::moveWanted, this, &BadgeListPane::moveWanted);
    connect(m_model, &QAbstractItemModel::modelReset, this, &BadgeListPane::settle);
    connect(shelf, &BadgeShelf::idChanged, this, [this](BadgeId before, BadgeId now) {
        if (m_current == before)
            m_current = now;
        std::replace(m_selected.begin(), m_selected.end(), before, now);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const BadgeId id = index.data(BadgeListModel::IdRole).toLongLong();
        if (m_settling || !id || id == m_current)
            return;
        m_current = id;
        hold();
        Q_EMIT chosen(id);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_settling)
            noteSelection();
    });
    connect(pictures, &BadgePictures::pictureArrived, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(pictures, &BadgePictures::iconArrived, m_view->viewport(), qOverload<>(&QWidget::update));
    settle();
}

void BadgeListPane::search(const QString &text)
{
    m_settling = true;
    m_filter->setSearch(text);
    m_settling = false;
    settle();
}

void BadgeListPane::filter()
{
    m_settling = true;
    m_filter->setKind(m_kind->kind());
    m_settling = false;
    settle();
}

void BadgeListPane::showAll()
{
    m_search->clear();
    search({});
    m_kind->setKind(BadgeKind::All);
}

void BadgeListPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_kind->kind() != BadgeKind::All)
        m_kind->setKind(BadgeKind::All);
    else
        Panel::keyPressEvent(event);
}

/// What is chosen may be none of those that are shown.
void BadgeListPane::showCount()
{
    const QString words = m_search->text().trimmed();
    const BadgeKind kind = m_kind->kind();
    const int count = m_filter->badgeCount();
    m_chip->setVisible(kind != BadgeKind::All);
    m_chip->setText(tr("%1: %2", "kind of badges, their number").arg(BadgeFilterMenu::nameOf(kind), locale().toString(m_filter->matchCount())));
    m_nothing->setSentence(kind == BadgeKind::All ? tr("No badge matches “%1”.").arg(words)
                           : words.isEmpty()      ? tr("No badge is of this kind: %1.").arg(BadgeFilterMenu::nameOf(kind))
                                                  : tr("No badge of this kind matches “%1”: %2.").arg(words, BadgeFilterMenu::nameOf(kind)));
    m_stack->setCurrentIndex((kind != BadgeKind::All || !words.isEmpty()) && count == 0 ? 1 : 0);
}

void BadgeListPane::settle()
{
    m_settling = true;
    m_view->expandAll();
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(m_current));
    // Said outright: with Ctrl down, as after Ctrl+N, the view would add to what is chosen.
    if (index.isValid())
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        m_view->selectionModel()->clear();
    const bool several = m_selected.contains(m_current);
    for (const BadgeId id : std::as_const(m_selected)) {
        if (const QModelIndex other = several ? m_filter->mapFromSource(m_model->indexOf(id)) : QModelIndex(); other.isValid())
            m_view->selectionModel()->select(other, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    m_settling = false;
    noteSelection(); // what is not to be seen is not chosen
    hold();

    showCount();
    m_search->setPrompt(tr("Search %Ln badge(s)", nullptr, int(m_shelf->ids().size())));
    if (m_current && !m_shelf->contains(m_current)) {
        m_current = 0;
        Q_EMIT chosen(0);
    }
}

void BadgeListPane::noteSelection()
{
    QList<BadgeId> now;
    for (int heading = 0; heading < m_filter->rowCount(); ++heading) {
        const QModelIndex parent = m_filter->index(heading, 0);
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex index = m_filter->index(row, 0, parent);
            if (m_view->selectionModel()->isSelected(index))
                now << index.data(BadgeListModel::IdRole).toLongLong();
        }
    }
    if (std::equal(now.begin(), now.end(), m_selected.begin(), m_selected.end())) // QList hands null to memcmp where one is empty
        return;
    m_selected = now;
    hold();
    Q_EMIT selectionChanged();
}

void BadgeListPane::hold()
{
    m_filter->hold(m_selected);
    m_filter->hold({m_current});
}

QList<BadgeId> BadgeListPane::selected() const
{
    if (m_selected.size() > 1)
        return m_selected;
    return m_current ? QList<BadgeId>{m_current} : QList<BadgeId>{};
}

void BadgeListPane::choose(BadgeId id)
{
    m_selected.clear();
    const BadgeId before = m_current;
    m_current = m_shelf->contains(id) ? id : 0;
    if (m_current && !m_filter->mapFromSource(m_model->indexOf(m_current)).isValid())
        showAll();
    settle();
    if (m_current)
        m_view->scrollTo(m_filter->mapFromSource(m_model->indexOf(m_current)));
    if (m_current != before)
        Q_EMIT chosen(m_current);
}

void BadgeListPane::chooseFirst()
{
    // Of those that are shown: what was searched for stays searched for.
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex first = m_filter->index(0, 0, m_filter->index(row, 0));
        if (first.isValid()) {
            choose(first.data(BadgeListModel::IdRole).toLongLong());
            return;
        }
    }
}

void BadgeListPane::showOnly(BadgeKind kind)
{
    m_search->clear();
    search({});
    m_kind->setKind(kind);
    filter(); // also where it was this kind: without what is only held
    const QModelIndex first = m_filter->index(0, 0, m_filter->index(0, 0));
    if (first.isValid())
        choose(first.data(BadgeListModel::IdRole).toLongLong());
    focusList();
}

QList<BadgeId> BadgeListPane::inOrder() const
{
    QList<BadgeId> ids;
    for (int heading = 0; heading < m_model->rowCount(); ++heading) {
        const QModelIndex parent = m_model->index(heading, 0);
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            ids << m_model->index(row, 0, parent).data(BadgeListModel::IdRole).toLongLong();
    }
    return ids;
}

void BadgeListPane::openFilter()
{
    m_kind->menu()->popup(m_kind->mapToGlobal(QPoint(0, m_kind->height() + 2)));
}

void BadgeListPane::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void BadgeListPane::focusList()
{
    m_view->setFocus();
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_filter->index(0, 0, m_filter->index(0, 0)));
}

} // namespace badgewright::ui
