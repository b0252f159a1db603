// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace badgewright::ui {

class Notice;
class TextLabel;

/// Who gets it: pasted names or a table, with its columns, and the reason for all.
class GrantSourcePage : public QWidget
{
    Q_OBJECT

public:
    GrantSourcePage(GrantFlow *flow, QWidget *parent);
    Notice *notice() const { return m_notice; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void openFile();
    void dress();
    void dressColumns();
    void fillBadges();

    GrantFlow *m_flow;
    Notice *m_notice;
    QWidget *m_badgeRow;
    QComboBox *m_badge;
    QPlainTextEdit *m_text;
    QWidget *m_fileCard;
    TextLabel *m_fileWords;
    QGridLayout *m_columns;
    QCheckBox *m_header;
    QLineEdit *m_reason;
    TextLabel *m_found;
    QList<Badge> m_catalogue;
    bool m_dressing = false;
};

} // namespace badgewright::ui
