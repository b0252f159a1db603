// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"

#include <QDialog>
#include <QPointer>

class QPushButton;
class QStandardItemModel;

namespace badgewright::ui {

class PersonField;
class SearchField;
class SegmentedControl;
class TableView;
class TextLabel;

/// Finds the topic or post that a badge is given for: by words in topics, or among what a person wrote lately.
class ReasonPicker : public QDialog
{
    Q_OBJECT

public:
    /// `writer` is whose posts are shown first; without an id topics are. The desk outlives the dialog.
    ReasonPicker(PeopleDesk *people, const QString &address, const Account &writer, QWidget *parent);

Q_SIGNALS:
    void chosen(const badgewright::Reason &reason);

private:
    void show(bool posts);
    void dropQuestion();
    void searchTopics();
    void readPosts(const Account &writer);
    template <class T, class Rows> void ask(Call<T> *call, const QString &nothing, Rows rows);
    void addRow(const Reason &reason, const QString &detail);
    void judge();
    void accept() override;

    PeopleDesk *m_people;
    QString m_address;
    SegmentedControl *m_mode;
    SearchField *m_search;
    PersonField *m_writer;
    QStandardItemModel *m_model;
    TableView *m_table;
    TextLabel *m_status;
    QPushButton *m_use;
    QPointer<PendingCall> m_asking;
};

} // namespace badgewright::ui
