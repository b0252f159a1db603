// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/preview_colours.h"
#include "ui/badge_sets/design_offers.h"
#include "ui/badge_sets/import_history.h"
#include "ui/badge_sets/import_plan.h"
#include "ui/badge_sets/import_store.h"
#include "ui/shell/page.h"

#include <QPointer>
#include <QSet>

class QTimer;

namespace badgewright::ui {

class ImportJudge;

/// Many badges on their way to one forum: read from a set, a folder or a table, compared with what the forum has, changed
/// by the person, and at last one plan. Knows no widgets.
class ImportFlow final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Reading,   ///< the file, and the forum's list
        Comparing, ///< pictures and icons of the forum are looked at
        Ready,
        Failed,    ///< nothing could be read so far; why() says it
    };

    /// `designs`: that of the whole program, so that others see what is taken over here.
    ImportFlow(const PageContext &context, const QStringList &paths, const artwork::DesignStore &designs, QObject *parent = nullptr);
    ~ImportFlow() override;

    /// Goes on with what was kept there instead of reading the source. Before start().
    void goOnWith(const ImportStore &store) { m_keptIn = store; }
    /// What the forum had when it was last read: good enough to go on while it cannot be asked.
    void remember(const BadgeCatalogue &catalogue) { m_remembered = catalogue; }
    /// Reads what was not read yet, and the forum anew. What was edited and chosen stays.
    void start();
    /// Reads the source again, too: somebody may have put it right. What was edited and chosen stays.
    void readAgain();

    State state() const { return m_state; }
    /// With Ready: why it could not be read again; the rows are those from before.
    const std::optional<Error> &why() const { return m_why; }
    /// With why(): the rows are compared with what the forum had before, here or as it was remembered.
    bool isFromMemory() const { return m_fromMemory || m_stale; }
    /// Why something of the forum could not be looked at; rows are there all the same.
    const std::optional<Error> &trouble() const { return m_trouble; }
    QString title() const;
    QString origin() const { return m_set.origin; }
    QStringList remarks() const { return m_set.remarks; }
    /// Of a folder whose pictures were read: the tables that lie in it, which were not.
    const QStringList &tables() const { return m_tables; }
    /// What was typed for rows that the source does not have any more.
    QStringList lost() const { return m_lost; }
    const QList<ImportRow> &rows() const { return m_rows; }
    const BadgeCatalogue &catalogue() const { return m_catalogue; }
    const PageContext &context() const { return m_context; }
    const artwork::DesignStore &designs() const { return m_designs; }

    /// False while rows are locked: not ready, or a run is at them.
    bool isOpen() const { return m_state == State::Ready && !m_locked; }
    void setLocked(bool locked);

    /// What was done to the rows, step by step. It is gone back and forth by undo() and redo().
    const QUndoStack *steps() const { return m_history->stack(); }
    bool canUndo() const { return isOpen() && steps()->canUndo(); }
    bool canRedo() const { return isOpen() && steps()->canRedo(); }
    void undo();
    void redo();
    /// Typing goes on in a step of its own.
    void endStep() { m_history->endStep(); }
    /// All that `work` does to the rows is one step. How they are matched then shows at its end.
    void asOneStep(const std::function<void()> &work);

    /// The badge as it would be on the forum then.
    Badge shown(int row) const;
    int typeOf(int row) const; ///< the same of its type alone; where nothing says one: the usual one of a new badge
    void setFields(int row, const BadgeFields &change);
    void setName(int row, const QString &name);
    void setDescription(int row, const QString &text);
    void setType(int row, int typeId);
    void setIcon(int row, const QString &name);
    void setGrouping(int row, const QString &name); ///< empty: the forum's usual one
    /// Another picture than the source's.
    void setPicture(int row, const artwork::SetPicture &picture);
    /// Whether it goes without the source's picture, or with it after all. What the forum has is left as it is.
    void setWithoutPicture(int row, bool without);
    /// Of an icon that the forum does not have: those that come near.
    QStringList nearIcons(const QString &icon) const { return m_answers.nearIcons.value(icon); }
    bool isWithoutPicture(int row) const { return m_edits.value(m_keys.at(row)).withoutPicture; }
    /// Ignored where the row does not allow it.
    void setAction(int row, artwork::SetAction action);
    /// Creates it under a name that nobody has.
    void renameToFree(int row);

    /// The forum's, in which pictures are judged.
    void setColours(const artwork::PreviewColours &colours);
    /// What the forum will do to each of the rows is known.
    bool isJudged() const;

    int count(artwork::SetState state) const;
    int lookCount() const; ///< rows that somebody should look at
    int wantedCount() const; ///< rows that are created or updated
    runs::Plan plan() const;
    /// What the source has of the badge's design for this computer. Known a moment after the rows.
    DesignOffer designOffer(int row) const { return mayOfferDesign(m_rows.at(row)) ? m_offers.value(row, DesignOffer::None) : DesignOffer::None; }
    QList<int> missingDesigns() const; ///< rows whose badge has no design here
    /// Takes over those offered among them, in place of others. Nothing is sent to the forum.
    Result<Done> takeDesigns(const QList<int> &rows);
    /// Edited or chosen otherwise than it came, and not on the forum yet.
    bool hasUnsaved() const;
    bool hasRows() const { return !m_rows.isEmpty(); }
    /// The run of the ledger that publishes it, until that is over; 0: none.
    int run() const { return m_run; }
    void setRun(int runId);
    /// It may not be published now, whatever is done about it here.
    void setStuck(bool stuck) { m_stuck = stuck; }
    /// There is something to go on with later.
    bool isToKeep() const;
    /// For going on later. Cheap: everything in it is shared.
    KeptImport kept() const { return {m_paths, m_set, m_edits, m_chosen, m_run, {}}; }
    /// Another one whenever the set has been read anew.
    quint64 setCount() const { return m_setCount; }

Q_SIGNALS:
    void stateChanged();
    void progress(int done, int total);
    void rowsReset();
    void rowsChanged(); ///< any of them: names bear on each other
    void findingsChanged(); ///< of some of the rows
    void historyChanged(); ///< what can be undone and redone, or whether it can be now
    void wentTo(const QList<int> &rows); ///< by an undo or a redo

private:
    void readFile();
    void readKept();
    void takeSet(const artwork::BadgeSet &set);
    void readForum();
    void lookAtForum();
    void compare();
    void lookForDesigns();
    artwork::SetBadge edited(int row) const;
    void askAboutIcon(const QString &name);
    void judge();
    void failWith(const Error &error);
    void setState(State state);
    void match();
    artwork::PictureSameness pictureOf(int row, const BadgeId existing) const;
    RowWork workOf(int row) const;
    void change(int row, const RowWork &work);
    BadgeFields withoutEcho(int row, const BadgeFields &edits, const QStringList &given) const;
    void lay(const QList<std::pair<QString, RowWork>> &rows);
    void layUnmatched(int row, const RowWork &work);
    void forgetSettled();
    bool hasAnotherPicture(int row) const;
    void comparePictureOf(int row);
    void takeSameness(int row, const artwork::SetBadge &compared, BadgeId existing, artwork::PictureSameness sameness);
    void layEditsOver();

    PageContext m_context;
    QStringList m_paths;
    State m_state = State::Reading;
    std::optional<Error> m_why;
    std::optional<Error> m_trouble;
    artwork::SetProgressPtr m_progress;
    QTimer *m_tick;
    artwork::BadgeSet m_set;
    bool m_haveSet = false;
    quint64 m_setCount = 0;
    ImportStore m_keptIn; ///< not read yet
    BadgeCatalogue m_catalogue;
    std::optional<BadgeCatalogue> m_remembered;
    artwork::SetAnswers m_answers; ///< what the forum said about pictures and icons
    QSet<QString> m_askedIcons;
    QList<ImportRow> m_rows;
    struct Known {
        BadgeId existing = 0;
        artwork::PictureSameness sameness = artwork::PictureSameness::Same;
        bool compared = false;
        // What the row said of its picture then.
        bool saysPicture = false;
        QByteArray picture;
        QString icon; ///< without a picture: the forum's may have to go for it
    };
    Known knownOf(const artwork::SetBadge &badge, BadgeId existing, artwork::PictureSameness sameness) const;
    artwork::DesignStore m_designs;
    QList<DesignOffer> m_offers; ///< by row
    QList<Known> m_pictures;  ///< by row, with which badge of the forum it was compared
    QStringList m_keys; ///< by row: the name that the source gives it, and the how manieth of that name it is
    // By key, so that they outlast reading the source again, also when its rows have moved.
    QHash<QString, artwork::SetAction> m_chosen; ///< what the person chose to do
    QHash<QString, ImportEdits> m_edits;
    ImportHistory *m_history;
    ImportJudge *m_judge;
    QList<ImportHistory::Change> *m_gathered = nullptr; ///< of the step that is being made
    QSet<QString> m_sent; ///< keys of the rows that the run publishes
    QStringList m_lost;
    QStringList m_tables;
    int m_run = 0;
    bool m_stuck = false;
    bool m_locked = false;
    bool m_shownOnce = false; ///< these rows
    bool m_wasReady = false;
    bool m_fromMemory = false; ///< compared with what was remembered
    bool m_stale = false; ///< the forum's list was asked for again and did not come
};

} // namespace badgewright::ui
