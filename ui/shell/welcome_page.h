// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/labels.h"

class QLineEdit;

namespace badgewright::ui {

class Notice;

/// The first start: connect your forum, or try the sample forum.
class WelcomePage : public Panel
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    /// Something could not be opened; the page stays usable.
    void sayProblem(const QString &sentence, const QString &details);
    void clearProblem();

Q_SIGNALS:
    void addressEntered(const QString &address);
    void sampleWanted();

private:
    QLabel *m_picture;
    QLineEdit *m_address;
    Notice *m_problem;
};

} // namespace badgewright::ui
