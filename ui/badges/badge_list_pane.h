// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "ui/kit/labels.h"

class QStackedWidget;
class QTreeView;

namespace badgewright::ui {

class BadgeFilter;
class BadgeListModel;
class BadgePictures;
class BadgeShelf;
class EmptyState;
class SearchField;

/// The list of badges with its search. The badge chosen stays chosen by its id, whatever happens to the list.
class BadgeListPane : public Panel
{
    Q_OBJECT

public:
    BadgeListPane(BadgeShelf *shelf, BadgePictures *pictures, QWidget *parent);

    /// The one that is worked on.
    BadgeId current() const { return m_current; }
    /// In the order of the list; the current one alone where no others are chosen with it.
    QList<BadgeId> selected() const;
    /// 0: none. A search that hides it is cleared.
    void choose(BadgeId id);
    void chooseFirst();
    void focusSearch();
    void focusList();

Q_SIGNALS:
    void chosen(badgewright::BadgeId id); ///< 0: none
    void selectionChanged();
    void moveWanted(const QList<badgewright::BadgeId> &ids, badgewright::GroupingId grouping);

private:
    void search(const QString &text);
    void settle();
    void noteSelection();

    BadgeShelf *m_shelf;
    BadgeListModel *m_model;
    BadgeFilter *m_filter;
    SearchField *m_search;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_nothing;
    BadgeId m_current = 0;
    QList<BadgeId> m_selected;
    bool m_settling = false;
};

} // namespace badgewright::ui
