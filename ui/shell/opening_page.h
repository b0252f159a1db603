// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/labels.h"
#include "ui/shell/open_forum.h"

class QPushButton;

namespace badgewright::ui {

class Spinner;

/// Shown while a forum is opened, and when that did not work: what happened, and the ways on.
class OpeningPage : public QWidget
{
    Q_OBJECT

public:
    explicit OpeningPage(QWidget *parent = nullptr);
    void showOpening(const Connection &connection, const QString &what);
    void showFailure(const Connection &connection, const OpenFailure &failure, bool mayWorkOffline);

Q_SIGNALS:
    void retried();
    void editWanted(); ///< of the connection, for a new key
    void otherWanted(); ///< another forum
    void offlineWanted(); ///< work on without it
    void cancelled();

private:
    TextLabel *m_title;
    TextLabel *m_address;
    Spinner *m_spinner;
    TextLabel *m_what;
    TextLabel *m_details;
    QPushButton *m_retry;
    QPushButton *m_edit;
    QPushButton *m_offline;
    QPushButton *m_other;
    QPushButton *m_cancel;
};

} // namespace badgewright::ui
