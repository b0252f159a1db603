// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "ui/kit/labels.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;
class QTreeView;

namespace badgewright::ui {

class BadgeFilter;
enum class BadgeKind;
class BadgeFilterMenu;
class BadgeListModel;
class BadgePictures;
class BadgeShelf;
class EmptyState;
class SearchField;

/// The list of badges with its search and filter. The badge chosen stays chosen by its id, whatever happens to the list.
class BadgeListPane : public Panel
{
    Q_OBJECT

public:
    BadgeListPane(BadgeShelf *shelf, BadgePictures *pictures, QWidget *parent);

    /// The one that is worked on.
    BadgeId current() const { return m_current; }
    /// In the order of the list; the current one alone where no others are chosen with it.
    QList<BadgeId> selected() const;
    /// 0: none. A search or filter that hides it is cleared.
    void choose(BadgeId id);
    void chooseFirst(); ///< of those that are shown
    /// Sets the filter, chooses the first of them, and takes the focus.
    void showOnly(BadgeKind kind);
    QList<BadgeId> inOrder() const; ///< all, also those that are not shown
    void openFilter();
    void focusSearch();
    void focusList();

Q_SIGNALS:
    void chosen(badgewright::BadgeId id); ///< 0: none
    void selectionChanged();
    void moveWanted(const QList<badgewright::BadgeId> &ids, badgewright::GroupingId grouping);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void filter();
    void showAll();
    void showCount();
    void search(const QString &text);
    void settle();
    void noteSelection();
    void hold();

    BadgeShelf *m_shelf;
    BadgeListModel *m_model;
    BadgeFilter *m_filter;
    SearchField *m_search;
    BadgeFilterMenu *m_kind;
    QPushButton *m_chip; ///< what the list is filtered by; takes it away
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_nothing;
    BadgeId m_current = 0;
    QList<BadgeId> m_selected;
    QTimer m_countSoon; ///< many badges may change at once
    bool m_settling = false;
};

} // namespace badgewright::ui
