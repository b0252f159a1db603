// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_dialog.h"

#include "ui/badge_sets/import_keeper.h"
#include "ui/badge_sets/row_details.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"

#include <QCloseEvent>
#include <QPushButton>

// What stays on this computer: the import itself when its window is closed, and designs that come with it.

namespace badgewright::ui {

ImportDialog::~ImportDialog()
{
    delete m_keeper; // while there is a flow to write down
}

void ImportDialog::settle()
{
    m_keeper->settle();
}

bool ImportDialog::isPicturing() const
{
    return m_rowDetails && m_rowDetails->isWorking();
}

bool ImportDialog::hasUnsaved() const
{
    return isPicturing() || !m_keeper->keepsAll();
}

void ImportDialog::discard()
{
    m_keeper->discard();
    m_closeAsked = true;
    m_hidden = false;
    close();
    deleteLater();
}

void ImportDialog::closeEvent(QCloseEvent *event)
{
    if (m_closeAsked || !hasUnsaved()) {
        // Its end is looked at out of sight: what fails is still an import that is not finished.
        m_hidden = !m_closeAsked && m_run;
        m_keeper->settle();
        event->setAccepted(!m_hidden);
        if (m_hidden)
            hide();
        Q_EMIT leftSight();
        return;
    }
    event->ignore();
    Question question;
    question.title = m_run ? tr("Close while it is publishing?") : tr("Close without publishing?");
    question.consequence = m_run ? tr("The run goes on and is in the ledger. What fails of it has to be loaded and changed again.")
                                 : tr("What you changed here is not kept. The file stays as it is.");
    if (m_keeper->keepsAll()) { // but for that
        question.title = tr("Close while a picture is being made?");
        question.consequence = tr("The picture is not kept, all else is.");
    }
    question.yes = tr("Close");
    question.no = tr("Stay");
    question.danger = true; // Return keeps it
    m_flow->context().ask->confirm(this, question, [this](bool yes) {
        m_closeAsked = yes;
        if (yes)
            close();
    });
}

void ImportDialog::showEvent(QShowEvent *event)
{
    m_hidden = false;
    QDialog::showEvent(event);
}

/// Nobody looks: it goes when all is said, and what is not finished is kept.
void ImportDialog::endHidden()
{
    const ImportFlow::State state = m_flow->state();
    if (!m_hidden || m_run || (state != ImportFlow::State::Ready && state != ImportFlow::State::Failed))
        return;
    m_hidden = false;
    m_keeper->settle();
    Q_EMIT leftSight();
    deleteLater();
}

void ImportDialog::sayDesigns()
{
    const int missing = m_flow->isOpen() && !m_designsWaved ? int(m_flow->missingDesigns().size()) : 0;
    const QString sentence = missing ? tr("%n of these badges come(s) with the design of the picture, which this computer does not have.", nullptr, missing) : QString();
    if (sentence.isEmpty())
        m_designNotice->clear();
    else if (m_designNotice->isHidden() || m_designNotice->sentence() != sentence)
        m_designNotice->say(Tone::Note, sentence, tr("A picture whose design is here can be drawn on. Nothing is sent to the forum."), tr("Take over"),
                            [this] { takeDesigns(m_flow->missingDesigns()); });
}

void ImportDialog::takeDesigns()
{
    const QList<int> rows = selectedRows();
    QStringList replaced;
    for (const int row : rows) {
        if (m_flow->designOffer(row) == DesignOffer::Another)
            replaced << tr("“%1”").arg(m_flow->rows().at(row).badge.name());
    }
    if (replaced.isEmpty()) {
        takeDesigns(rows);
        return;
    }
    Question question;
    question.title = tr("Replace %n design(s) of this computer?", nullptr, int(replaced.size()));
    question.consequence = tr("What was drawn here for %1 is lost. The pictures on the forum stay as they are.").arg(replaced.join(QStringLiteral(", ")));
    question.yes = tr("Replace");
    question.danger = true;
    m_flow->context().ask->confirm(this, question, [this, rows](bool yes) {
        if (yes)
            takeDesigns(rows);
    });
}

void ImportDialog::takeDesigns(const QList<int> &rows)
{
    if (const Result<Done> taken = m_flow->takeDesigns(rows); !taken)
        m_notice->say(Tone::Bad, tr("A design could not be kept on this computer."), taken.error().detail);
    Q_EMIT designsTaken();
}

} // namespace badgewright::ui
