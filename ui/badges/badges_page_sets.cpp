// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"
#include "support/clock.h"
#include "ui/badge_sets/awaited_designs.h"
#include "ui/badge_sets/import_dialog.h"
#include "ui/badge_sets/set_export.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/draft_keeper.h"
#include "ui/badges/grouping_dialog.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"

#include <QAction>
#include <QFileInfo>

// Many badges at once, out of this forum and into it.

namespace badgewright::ui {

void BadgesPage::importBadges()
{
    if (m_importing) {
        goOnWithImport();
        return;
    }
    Choice choice;
    choice.title = tr("Import badges from where?");
    choice.consequence = tr("A badge set of another forum, a table (name, description, picture, icon, type, grouping), or a folder of pictures with the folders in it. Nothing is sent before you have seen it. They can also be dropped on the list.");
    choice.options = {tr("A file…"), tr("A folder…")};
    const int kept = importStore().look().badges;
    if (kept)
        choice.options.prepend(tr("Go on with the unfinished one"));
    context().ask->choose(this, choice, [this, kept](int option) {
        if (option < 0)
            return;
        if (kept && option == 0) {
            goOnWithImport();
            return;
        }
        FileQuestion question;
        question.folder = option == (kept ? 2 : 1);
        question.title = question.folder ? tr("Choose a folder of pictures") : tr("Choose a badge set or a table");
        if (!question.folder)
            question.filters = {tr("Badge sets and tables (*.zip *.csv *.tsv *.txt)"), tr("All files (*)")};
        context().ask->openFile(this, question, [this](const QString &path) {
            if (!path.isEmpty())
                openImport({path});
        });
    });
}

/// One at a time: what is edited in it is not thrown away for another without a question.
void BadgesPage::openImport(const QStringList &paths)
{
    if (m_importing)
        m_importing->settle();
    const bool isOpen = m_importing && m_importing->isUnfinished();
    const int badges = isOpen ? m_importing->badges() : importStore().look().badges;
    const auto open = [this, paths, badges] {
        if (m_importing)
            m_importing->discard();
        else if (badges)
            importStore().remove();
        showImport(paths);
    };
    if (!badges) {
        open();
        return;
    }
    const QString name = paths.size() == 1 ? QFileInfo(paths.first()).fileName() : tr("%n file(s)", nullptr, int(paths.size()));
    Choice choice;
    choice.title = tr("An import of %n badge(s) is not finished. Open “%1” in its place?", nullptr, badges).arg(name);
    choice.consequence = tr("There is one import at a time. What you changed in the unfinished one is lost when it is discarded.");
    choice.options = {tr("Go on with the unfinished one"), tr("Discard it, open the new one")};
    context().ask->choose(m_importing && m_importing->isVisible() ? static_cast<QWidget *>(m_importing) : this, choice, [this, open](int option) {
        if (option == 0)
            goOnWithImport();
        else if (option == 1)
            open();
    });
}

void BadgesPage::goOnWithImport()
{
    if (!m_importing) {
        showImport({});
        return;
    }
    m_importing->show();
    m_importing->raise();
    m_importing->activateWindow();
    sayUnfinishedImport();
}

void BadgesPage::showImport(const QStringList &paths)
{
    ImportOpening opening{paths, importStore()};
    if (const BadgeCatalogue &had = m_shelf.catalogue(); !had.types.isEmpty() || !had.badges.isEmpty())
        opening.remembered = had;
    m_importing = new ImportDialog(context(), opening, window());
    m_importing->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_importing, &ImportDialog::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    connect(m_importing, &ImportDialog::designsTaken, this, &BadgesPage::showPicture);
    connect(m_importing, &ImportDialog::leftSight, this, [this, dialog = m_importing.data()] {
        if (m_importing == dialog && !dialog->isHiddenForRun())
            m_importing.clear(); // it is on its way out
        sayUnfinishedImport();
    });
    m_importing->show();
    sayUnfinishedImport();
}

/// None where another program, or a later version of this one, has what lies there.
ImportStore BadgesPage::importStore()
{
    return m_importOfLater || !m_keeper->hasFolder() ? ImportStore() : ImportStore(context().drafts, context().connection().id);
}

void BadgesPage::sayUnfinishedImport()
{
    const ImportStore store = importStore();
    const ImportStore::Found found = m_importing && m_importing->isVisible() ? ImportStore::Found() : store.look();
    m_importNotice->setDismissible(!found.badges);
    if (found.isLater) {
        m_importOfLater = true;
        m_importNotice->say(Tone::Look, tr("A later version of this program left an import that is not finished. It stays for that version, in %1.").arg(store.folder()),
                            tr("Until then an import is kept here only while its window is open."));
    } else if (!found.why.isEmpty()) {
        m_importNotice->say(Tone::Bad, tr("An import that was not finished could not be read and was set aside as %1.").arg(store.setAside()), found.why);
    } else if (found.badges) {
        m_importNotice->say(Tone::Note, tr("An import of %n badge(s) is not finished.", nullptr, found.badges), {}, tr("Go on"), [this] { goOnWithImport(); });
        m_importNotice->offer(tr("Discard…"), [this] { discardImport(); });
    } else if (!m_importOfLater) {
        m_importNotice->clear();
    }
}

void BadgesPage::discardImport()
{
    Question question;
    question.title = tr("Discard the import that is not finished?");
    question.consequence = m_importing ? tr("What you changed in it is lost. What is on its way to the forum goes on, and is in the ledger.")
                                       : tr("What you changed in it is lost. The files that it came from stay as they are.");
    question.yes = tr("Discard import");
    question.no = tr("Keep it");
    question.danger = true;
    context().ask->confirm(this, question, [this](bool yes) {
        if (!yes)
            return;
        if (m_importing)
            m_importing->discard();
        importStore().remove();
        sayUnfinishedImport();
    });
}

void BadgesPage::exportBadges()
{
    m_setExport->run(m_shelf.catalogue(), m_list->selected());
}

void BadgesPage::takeAwaitedDesigns()
{
    // Runs also end where no import window is open: resumed from the ledger, or by the command line.
    AwaitedDesigns awaited(context().designs, context().connection().id, context().runs ? context().runs->ledger() : nullptr);
    const auto settled = awaited.settle(context().clock->utcNow());
    m_designs->store().lookAgain(); // runs, imports and other programs leave some there
    if (settled.contains(m_list->current()))
        showPicture();
}

void BadgesPage::dressGroupings()
{
    const Capability may = context().change(Ability::SaveGroupings);
    m_groupings->setEnabled(may.allowed && !m_shelf.catalogue().groupings.isEmpty());
    m_groupings->setToolTip(may.allowed ? QString() : may.reason.isEmpty() ? tr("This connection may not change groupings.") : may.reason);
}

void BadgesPage::openGroupings()
{
    if (m_groupingDialog) {
        m_groupingDialog->raise();
        m_groupingDialog->activateWindow();
        return;
    }
    m_groupingDialog = new GroupingDialog(context(), m_shelf.catalogue(), this);
    m_groupingDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_groupingDialog, &GroupingDialog::saved, this, &BadgesPage::groupingsSaved);
    connect(m_groupingDialog, &GroupingDialog::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    m_groupingDialog->open();
}

void BadgesPage::groupingsSaved(const QHash<GroupingId, GroupingId> &moved)
{
    // Drafts that were on their way to a grouping that is gone go where its badges went.
    QList<std::pair<BadgeId, std::optional<BadgeDraft>>> drafts;
    const QList<BadgeId> ids = m_shelf.ids();
    for (const BadgeId id : ids) {
        BadgeDraft draft = m_shelf.draft(id);
        if (!m_shelf.isChanged(id) || !moved.contains(draft.edited.groupingId))
            continue;
        const GroupingId target = moved.value(draft.edited.groupingId);
        draft.edited.groupingId = target ? target : 5;
        drafts.append({id, draft});
    }
    m_shelf.put(drafts);
    m_removeNotice->say(Tone::Good, tr("The groupings are saved to %1.").arg(context().address()));
}

} // namespace badgewright::ui
