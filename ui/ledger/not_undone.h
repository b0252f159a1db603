// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"

#include <QWidget>

namespace badgewright::ui {

class AskUser;
class LinkButton;
class TextLabel;

/// Why a run cannot be undone; of deleted badges also where the table of their holders is. Takes no room where there is
/// nothing to say.
class NotUndone final : public QWidget
{
    Q_OBJECT

public:
    /// `ask` outlives it.
    NotUndone(AskUser *ask, QWidget *parent);

    void sayNothing();
    /// All steps of the run are of this type. `grantsGone`: some held what it deleted.
    void say(const runs::RunSummary &run, runs::StepType type, bool grantsGone);

private:
    QString ofHolders(const runs::RunSummary &run, bool grantsGone);

    TextLabel *m_sentence;
    LinkButton *m_folder;
    QString m_table; ///< of the holders; empty: there is none
};

} // namespace badgewright::ui
