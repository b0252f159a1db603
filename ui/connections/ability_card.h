// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "ui/kit/labels.h"

class QScrollArea;
class QStackedWidget;

namespace badgewright::ui {

class Notice;
class Spinner;

/// "What this key may do": nothing yet, being looked at, an error, or the list with yes and no and why.
class AbilityCard : public Card
{
    Q_OBJECT

public:
    explicit AbilityCard(QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    /// Whether a key that may do more could be made; a password is what it is.
    void setHelpOffered(bool offered);
    /// Nothing is known yet; the sentence says what is needed.
    void showHint(const QString &sentence);
    void showChecking(const QString &sentence);
    /// `sentence` and `details` as made by ui/words; `action` empty: nothing to press.
    void showProblem(const QString &sentence, const QString &details, const QString &action);
    void showAbilities(const Capabilities &capabilities, const SiteInfo &site);

Q_SIGNALS:
    void actionTriggered();
    /// Somebody wants to know how to get a key that may do more.
    void helpWanted();

private:
    bool m_helpOffered = true;
    TextLabel *m_heading;
    QStackedWidget *m_stack;
    TextLabel *m_hint;
    Spinner *m_spinner;
    TextLabel *m_checking;
    Notice *m_problem;
    QScrollArea *m_scroll;
};

} // namespace badgewright::ui
