// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_draft.h"
#include "ui/kit/header_bar.h"

class QPushButton;

namespace badgewright::ui {

class ClampedLabel;
class LinkButton;
class PillLabel;
class Spinner;

/// At the foot of the editor: how many changes of this badge are not published, which, what stands in their way, and the
/// one button that sends them.
class PublishBar : public ActionBar
{
    Q_OBJECT

public:
    PublishBar(const QString &forumAddress, QWidget *parent);

    struct Shown {
        bool changed = false;
        bool fresh = false;   ///< a new badge that nothing was entered for yet: it is not reproached
        int several = 0;      ///< several badges are chosen: of how many the changes would be published
        bool isNew = false;
        QStringList words;    ///< the changed fields
        QStringList problems; ///< sentences; the first is shown
        QString locked;       ///< why nothing can be published at all
        QString waits;        ///< why nothing can be published for now
        bool looking = false; ///< at what the forum has by now, before it is asked about
        bool running = false;      ///< some are on their way …
        bool mine = false;         ///< … of those that are chosen
        bool paused = false;
        bool settling = false;     ///< nothing is left to stop
        int done = 0;              ///< of the badges that are being published …
        int total = 0;             ///< … so many
        QString name;              ///< of the one, where it is one
        bool kept = false;         ///< what is changed is safe on this computer
        int others = 0;       ///< other badges with changes
    };
    void setShown(const Shown &shown);

Q_SIGNALS:
    void publishWanted();
    void publishAllWanted();
    void discardWanted();
    void pauseWanted(); ///< or to go on
    void stopWanted();
    void nextChangedWanted();

private:
    static QString progressWords(const Shown &shown);

    PillLabel *m_pill;
    Spinner *m_spinner;
    ClampedLabel *m_words;
    LinkButton *m_others;
    QString m_address;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_all;
    QPushButton *m_discard;
    QPushButton *m_publish;
};

} // namespace badgewright::ui
