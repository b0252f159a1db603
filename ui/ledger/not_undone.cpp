// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/not_undone.h"

#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/words/run_words.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace badgewright::ui {

NotUndone::NotUndone(AskUser *ask, QWidget *parent)
    : QWidget(parent), m_sentence(secondaryLabel({}, this)), m_folder(new LinkButton(tr("Open the folder of the table"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_sentence);
    column->addWidget(m_folder, 0, Qt::AlignLeading);
    m_sentence->setObjectName(QStringLiteral("notUndone"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_folder->setObjectName(QStringLiteral("savedHolders"));
    connect(m_folder, &LinkButton::clicked, this, [this, ask] { ask->showInFolder(m_table); });
    hide();
}

void NotUndone::sayNothing()
{
    hide();
}

void NotUndone::say(const runs::RunSummary &run, runs::StepType type, bool grantsGone)
{
    m_table.clear();
    QString sentence = words::whyNotUndone(type);
    if (type == runs::StepType::DeleteBadge && !sentence.isEmpty())
        sentence = QStringList{sentence, ofHolders(run, grantsGone)}.join(u' ').trimmed();
    m_sentence->setText(sentence);
    m_folder->setVisible(!m_table.isEmpty());
    setVisible(!sentence.isEmpty());
}

QString NotUndone::ofHolders(const runs::RunSummary &run, bool grantsGone)
{
    // What an undo names as its source is the run that it undoes.
    if (run.undoOf || run.source.isEmpty()) {
        // They may have been saved before the ledger knew of it.
        return grantsGone ? tr("Where you have a table of who held what was deleted, make it anew, and grant it to the people in there.") : QString();
    }
    const QFileInfo table(run.source);
    if (!table.exists())
        return tr("Who held what was deleted was saved in %1, which is not there any more.").arg(run.source);
    m_table = table.absoluteFilePath();
    return tr("Who held what was deleted is saved in %1: make it anew, and grant it to the people in that table.").arg(run.source);
}

} // namespace badgewright::ui
