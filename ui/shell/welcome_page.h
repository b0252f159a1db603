// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"
#include "ui/kit/labels.h"

class QGridLayout;
class QLineEdit;

namespace badgewright::ui {

/// The first start: connect your forum, or try the sample forum.
class WelcomePage : public Panel
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    /// Forums that are saved already, to go to.
    void setForums(const QList<Connection> &connections);

Q_SIGNALS:
    void addressEntered(const QString &address);
    void forumChosen(const QString &connectionId);
    void sampleWanted();

private:
    QLabel *m_picture;
    QLineEdit *m_address;
    QWidget *m_saved; ///< the card of saved forums; hidden while there is none
    QGridLayout *m_savedButtons;
};

} // namespace badgewright::ui
