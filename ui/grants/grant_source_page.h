// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace badgewright::ui {

class BadgeRow;
class Card;
class ColumnChoice;
class ElidedLabel;
class Notice;
class ReasonField;
class SourceList;
class TextLabel;

/// Who gets it: pasted names or a table, with its columns, and the reason for all.
class GrantSourcePage : public QWidget
{
    Q_OBJECT

public:
    GrantSourcePage(GrantFlow *flow, QWidget *parent);
    Notice *notice() const { return m_notice; }
    /// The first thing to do here takes the keys.
    void takeFocus();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void openFile();
    void load(const QString &path);
    void dress();
    void dressRemarks();
    void addSource();

    GrantFlow *m_flow;
    Notice *m_notice;
    QString m_loaded;              ///< the file that was asked for last
    BadgeRow *m_badges;
    QPushButton *m_open;
    QPushButton *m_add;
    QPlainTextEdit *m_text;
    Card *m_tableCard;
    ElidedLabel *m_tableWords;
    QPushButton *m_another;
    ColumnChoice *m_columns;
    SourceList *m_sources;
    Notice *m_remarks;
    TextLabel *m_found;
    ReasonField *m_reason;
};

} // namespace badgewright::ui
