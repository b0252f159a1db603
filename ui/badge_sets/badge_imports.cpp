// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/badge_imports.h"

#include "ui/badge_sets/import_dialog.h"
#include "ui/badge_sets/import_run.h"
#include "ui/badges/badge_shelf.h"
#include "ui/badges/draft_keeper.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"

#include <QFileInfo>

namespace badgewright::ui {

BadgeImports::BadgeImports(const PageContext &context, const Parts &parts, QObject *parent)
    : QObject(parent), m_context(context), m_shelf(parts.shelf), m_keeper(parts.keeper), m_notice(parts.notice), m_designs(parts.designs), m_over(parts.over)
{
}

BadgeImports::~BadgeImports()
{
    delete m_dialog; // it belongs to the forum that is being closed
}

bool BadgeImports::hasUnsaved() const
{
    return m_dialog && m_dialog->hasUnsaved();
}

void BadgeImports::choose()
{
    if (m_dialog) {
        goOn();
        return;
    }
    Choice choice;
    choice.title = tr("Import badges from where?");
    choice.consequence = tr("A badge set of another forum, a table (name, description, picture, icon, type, grouping; an empty cell changes nothing), or a folder of pictures with the folders in it. Nothing is sent before you have seen it. They can also be dropped on the list.");
    choice.options = {tr("A file…"), tr("A folder…")};
    const int kept = store().look().badges;
    if (kept)
        choice.options.prepend(tr("Go on with the unfinished one"));
    m_context.ask->choose(m_over, choice, [this, kept](int option) {
        if (option < 0)
            return;
        if (kept && option == 0) {
            goOn();
            return;
        }
        FileQuestion question;
        question.folder = option == (kept ? 2 : 1);
        question.title = question.folder ? tr("Choose a folder of pictures") : tr("Choose a badge set or a table");
        if (!question.folder)
            question.filters = {tr("Badge sets and tables (*.zip *.csv *.tsv *.txt)"), tr("All files (*)")};
        m_context.ask->openFile(m_over, question, [this](const QString &path) {
            if (!path.isEmpty())
                open({path});
        });
    });
}

void BadgeImports::open(const QStringList &paths)
{
    if (m_dialog)
        m_dialog->settle();
    const bool isOpen = m_dialog && m_dialog->isUnfinished();
    const int badges = isOpen ? m_dialog->badges() : store().look().badges;
    const auto openNew = [this, paths, badges] {
        if (m_dialog)
            m_dialog->discard();
        else if (badges)
            store().remove();
        show(paths);
    };
    if (!badges) {
        openNew();
        return;
    }
    const QString name = paths.size() == 1 ? QFileInfo(paths.first()).fileName() : tr("%n file(s)", nullptr, int(paths.size()));
    Choice choice;
    choice.title = tr("An import of %n badge(s) is not finished. Open “%1” in its place?", nullptr, badges).arg(name);
    choice.consequence = tr("There is one import at a time. What you changed in the unfinished one is lost when it is discarded.");
    if (const QString run = runLeftBehind(); !run.isEmpty())
        choice.consequence += u' ' + run;
    choice.options = {tr("Go on with the unfinished one"), tr("Discard it, open the new one")};
    m_context.ask->choose(m_dialog && m_dialog->isVisible() ? static_cast<QWidget *>(m_dialog) : m_over, choice, [this, openNew](int option) {
        if (option == 0)
            goOn();
        else if (option == 1)
            openNew();
    });
}

void BadgeImports::goOn()
{
    if (!m_dialog) {
        show({});
        return;
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    sayUnfinished();
}

void BadgeImports::show(const QStringList &paths)
{
    ImportOpening opening{paths, store(), m_designs};
    if (const BadgeCatalogue &had = m_shelf->catalogue(); !had.types.isEmpty() || !had.badges.isEmpty())
        opening.remembered = had;
    m_dialog = new ImportDialog(m_context, opening, m_over->window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ImportDialog::ledgerWanted, this, &BadgeImports::ledgerWanted);
    connect(m_dialog, &ImportDialog::tableWanted, this, [this](const QString &path) { open({path}); }, Qt::QueuedConnection); // it goes then
    connect(m_dialog, &ImportDialog::designsTaken, this, &BadgeImports::designsTaken);
    connect(m_dialog, &ImportDialog::leftSight, this, [this, dialog = m_dialog.data()] {
        if (m_dialog == dialog && !dialog->isHiddenForRun())
            m_dialog.clear(); // it is on its way out
        sayUnfinished();
    });
    m_dialog->show();
    sayUnfinished();
}

/// None where another program, or a later version of this one, has what lies there, and where that cannot be got out of the way.
ImportStore BadgeImports::store() const
{
    return m_isBarred || !m_keeper->hasFolder() ? ImportStore() : ImportStore(m_context.drafts, m_context.connection().id);
}

void BadgeImports::sayUnfinished()
{
    const ImportStore kept = store();
    const ImportStore::Found found = m_dialog && m_dialog->isVisible() ? ImportStore::Found() : kept.look();
    m_notice->setDismissible(!found.badges);
    if (found.isLater) {
        m_isBarred = true;
        m_notice->say(Tone::Look, tr("A later version of this program left an import that is not finished. It stays for that version, in %1.").arg(kept.folder()),
                      tr("Until then an import is kept here only while its window is open."));
    } else if (!found.why.isEmpty()) {
        if (const Result<QString> aside = kept.setAside(); aside) {
            m_notice->say(Tone::Bad, tr("An import that was not finished could not be read and was set aside as %1.").arg(*aside), found.why);
        } else {
            m_isBarred = true;
            m_notice->say(Tone::Bad, tr("An import that was not finished could not be read, nor set aside. It stays in %1.").arg(kept.folder()),
                          QStringList{found.why, aside.error().detail, tr("Until it is moved from there an import is kept here only while its window is open.")}.join(u' '));
        }
    } else if (found.badges) {
        m_notice->say(Tone::Note, tr("An import of %n badge(s) is not finished.", nullptr, found.badges), {}, tr("Go on"), [this] { goOn(); });
        m_notice->offer(tr("Discard…"), [this] { discard(); });
    } else if (!m_isBarred) {
        m_notice->clear();
    }
}

/// What is on its way to the forum is not thrown away with the import.
QString BadgeImports::runLeftBehind() const
{
    return runLeftBehindWords(*m_context.runs, m_dialog ? m_dialog->run() : store().look().run, m_context.connection().id);
}

void BadgeImports::discard()
{
    Question question;
    question.title = tr("Discard the import that is not finished?");
    const QString run = runLeftBehind();
    question.consequence = run.isEmpty() ? tr("What you changed in it is lost. The files that it came from stay as they are.") : tr("What you changed in it is lost. %1").arg(run);
    question.yes = tr("Discard import");
    question.no = tr("Keep it");
    question.danger = true;
    m_context.ask->confirm(m_over, question, [this](bool yes) {
        if (!yes)
            return;
        if (m_dialog)
            m_dialog->discard();
        store().remove();
        sayUnfinished();
    });
}

} // namespace badgewright::ui
