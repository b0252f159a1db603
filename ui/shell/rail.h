// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"
#include "ui/shell/page.h"

class QButtonGroup;
class QMenu;
class QVBoxLayout;

namespace badgewright::ui {

class ConnectionButton;
class RunList;

/// The left side: the pages, and at the foot what is running and which forum this is.
class Rail : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        PageId page;
        QString iconName;
        QString title;
    };

    Rail(const QList<Entry> &entries, runs::RunCentre *runs, const Connection &connection, QWidget *parent = nullptr);
    void setCurrent(PageId page);
    void setConnection(const Connection &connection);
    /// Said at the foot all the time.
    void setOffline(bool offline);
    /// Opened by the button at the foot.
    void setMenu(QMenu *menu);

Q_SIGNALS:
    void chosen(badgewright::ui::PageId page);
    void runChosen(int runId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QButtonGroup *m_group;
    ConnectionButton *m_connection;
};

} // namespace badgewright::ui
