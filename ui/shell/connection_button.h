// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"

#include <QAbstractButton>
#include <QPointer>

class QMenu;

namespace badgewright::ui {

/// A dot of the connection's colour, for menus.
QPixmap colourDot(const QString &colour, int size, qreal devicePixelRatio);

/// At the foot of the rail: which forum this is. It opens the menu of forums upwards.
class ConnectionButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ConnectionButton(QWidget *parent = nullptr);
    void setConnection(const Connection &connection);
    /// One works without it.
    void setOffline(bool offline);
    void setPopup(QMenu *menu);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();
    /// What is out of the ordinary, in words; empty: nothing.
    QString state() const;

    Connection m_connection;
    bool m_offline = false;
    QPointer<QMenu> m_menu;
};

} // namespace badgewright::ui
