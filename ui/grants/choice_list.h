// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace badgewright::ui {

class SearchField;
class TextLabel;

/// A list to choose from, of which there may be hundreds: a search above it, and a line below it that says when there is
/// nothing. One can be chosen, or several.
class ChoiceList : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { One, Several };
    ChoiceList(Mode mode, QWidget *parent);

    /// What is searched, and what a screen reader calls the list.
    void setWords(const QString &prompt, const QString &name);
    void clear();
    /// `key` and `name` are given back; `searched` is what the search looks at.
    void add(const QString &text, const QVariant &key, const QString &name, const QString &searched);
    /// Instead of the line below; empty: it says whether there is nothing.
    void setStatus(const QString &text);

    /// Of the chosen one; invalid: none.
    QVariant key() const;
    QString name() const;
    QList<QVariant> keys() const;
    void takeFocus();

Q_SIGNALS:
    void choiceChanged();
    /// Return, or a double click.
    void activated();

private:
    void filter(const QString &text);
    void dressStatus();

    SearchField *m_search;
    QListView *m_view;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filtered;
    TextLabel *m_status;
    QString m_said; ///< from outside
};

} // namespace badgewright::ui
