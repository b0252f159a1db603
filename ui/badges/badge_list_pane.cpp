// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_list_pane.h"

#include "ui/badges/badge_delegate.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_shelf.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"

#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

BadgeListPane::BadgeListPane(BadgeShelf *shelf, BadgePictures *pictures, QWidget *parent)
    : Panel(parent),
      m_shelf(shelf),
      m_model(new BadgeListModel(shelf, this)),
      m_filter(new BadgeFilter(this)),
      m_search(new SearchField(tr("Search badges"), this)),
      m_stack(new QStackedWidget(this)),
      m_view(new QTreeView),
      m_nothing(new EmptyState(QStringLiteral("search"), QString(), tr("Clear the search"), this))
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
    top->addWidget(m_search);
    column->addLayout(top);
    column->addWidget(m_stack, 1);

    connect(m_search, &SearchField::searched, this, &BadgeListPane::search);
    connect(m_search, &SearchField::leftDownwards, this, &BadgeListPane::focusList);
    connect(m_nothing, &EmptyState::triggered, m_search, &QLineEdit::clear);
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

    const bool searching = !m_search->text().trimmed().isEmpty();
    m_nothing->setSentence(tr("No badge matches “%1”.").arg(m_search->text().trimmed()));
    m_stack->setCurrentIndex(searching && m_filter->badgeCount() == 0 ? 1 : 0);
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
    if (now == m_selected)
        return;
    m_selected = now;
    Q_EMIT selectionChanged();
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
    if (m_current && !m_filter->mapFromSource(m_model->indexOf(m_current)).isValid()) {
        m_search->clear();
        search({});
    }
    settle();
    if (m_current)
        m_view->scrollTo(m_filter->mapFromSource(m_model->indexOf(m_current)));
    if (m_current != before)
        Q_EMIT chosen(m_current);
}

void BadgeListPane::chooseFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex first = m_model->index(0, 0, m_model->index(row, 0));
        if (first.isValid()) {
            choose(first.data(BadgeListModel::IdRole).toLongLong());
            return;
        }
    }
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
