// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QListView;
class QStandardItemModel;

namespace badgewright::ui {

class SearchField;
class TextLabel;

/// Every command of the window by its name (Ctrl+K). It lies over the window it is a child of.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    struct Entry {
        QPointer<QAction> action;
        QString section; ///< where it belongs: "Badges", "Forum"
        bool here = false; ///< of the page that is looked at: comes before others that fit as well
    };

    explicit CommandPalette(QWidget *window);
    /// Shows it with these; disabled and invisible actions are left out.
    void open(const QList<Entry> &entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &typed);
    void trigger();
    void leave();
    void place();

    SearchField *m_search;
    QListView *m_list;
    TextLabel *m_nothing;
    QStandardItemModel *m_model;
    QList<Entry> m_entries;
    QPointer<QWidget> m_focusBefore;
};

} // namespace badgewright::ui
