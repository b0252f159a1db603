// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"
#include "ui/badges/badge_shelf.h"
#include "ui/badges/draft_store.h"
#include "ui/badges/field_locks.h"
#include "ui/shell/page.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace badgewright::ui {

class BadgeCopies;
class BadgeDesigns;
class BadgeEditor;
class BadgeFilesDrop;
class BadgeImports;
class BadgeFace;
class BadgeListPane;
class BadgePictures;
class BadgePublishing;
class BadgeRemoval;
class BadgeStudios;
class BadgeTruth;
class BulkEditor;
class BulkFace;
class DraftHistory;
class DraftKeeper;
class EmptyState;
class GrantDialog;
class GroupingDialog;
class HeaderBar;
class NarrowingRow;
class Notice;
class PictureDrop;
class PictureIntake;
class PreviewColumn;
class PublishBar;
class SetExport;
struct ChosenPicture;
struct PictureSource;

/// Designing badges: the list, the editor with staged changes, the preview, and publishing. open() takes a badge id.
class BadgesPage : public Page
{
    Q_OBJECT

public:
    explicit BadgesPage(const PageContext &context, QWidget *parent = nullptr);
    ~BadgesPage() override;

    QString title() const override { return tr("Badges"); }
    void activate() override;
    void takeFocus() override;
    void refresh() override { reload(); }
    void open(const QVariant &argument) override;
    QList<QAction *> commands() const override;
    bool hasUnsaved() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeader();
    void makeActions();
    void layOut();
    QWidget *makeWorkbench();
    void listenToParts();
    void restoreLayout();

    void reload();
    void showCatalogue(const Result<BadgeCatalogue> &result);
    void showBadges(const BadgeCatalogue &catalogue);
    void showEmptyForum();
    void showProblem(const QString &icon, const QString &sentence, const QString &button);

    void choose(BadgeId id);
    void showDraft();
    void showPicture();
    void showBar();
    void lookAtHolders();
    void lookForFindings();

    void edit(const BadgeDraft &draft);
    void takePicture(BadgeId id, const ChosenPicture &chosen);
    void remakePicture(bool square, bool trim);
    void chooseIcon(const QList<BadgeId> &ids);
    void newBadge();
    void newBadgeOf(const PictureSource &source);
    bool takeAwayUntouched(BadgeId id, const QString &why);
    void listenToStudios();
    void dressDraw();
    void draw();
    void drawNew();
    void makeBadges(BadgeId like, const QList<artwork::NamedDesign> &designs);
    void badgeRenumbered(BadgeId before, BadgeId now);
    void offerNewColour(BadgeId id);
    void editPicture();
    void crop(BadgeId id, const artwork::CheckedPicture &picture, int side = artwork::kAutomaticSide);
    void discard();
    void grant();
    void move(const QList<BadgeId> &ids, GroupingId grouping);
    void listenToDrafts();
    void showKept(const DraftStore::Everything &all);
    void sayHereAgain(const QList<BadgeId> &ids);
    void showFromMemory(const Error &error);
    void sayFoundOnForum(const QList<BadgeId> &asLeft, const QList<BadgeId> &withOwnPicture);
    void showClashes();
    QString clashWords(const BadgeDraft &draft) const;
    void dressHistory();
    void forgetGone();
    void deleteBadge();
    void dressGrant();
    void dressDelete();
    void exportBadges();
    void takeAwaitedDesigns();
    void dressGroupings();
    void openGroupings();
    void groupingsSaved(const QHash<GroupingId, GroupingId> &moved);

    bool isBulk() const;
    void showSelection();
    void showBulk();
    void makeBulkFace();
    void editMany(const BadgeFields &change);
    /// What keeps it from being changed together with others; one that is on its way stays as it is.
    FieldLocks locksNow(const BadgeDraft &draft) const;
    void dressDuplicate();
    void duplicate();
    QList<BadgeId> deletable() const;

    /// Those with changes that are not on their way to the forum.
    QList<BadgeId> changedAmong(QList<BadgeId> ids) const;
    BadgeId nextChanged() const;
    void goToNextChanged();
    void publish();
    void publishAll();
    void listenToPublishing();
    void publishingChanged();
    void enableEditors(bool one, bool many);
    void showPublished(const Result<BadgeCatalogue> &now);
    bool isPublishing(BadgeId id) const;

    BadgeShelf m_shelf;
    BadgeDesigns *m_designs;
    DraftHistory *m_history;
    DraftKeeper *m_keeper;
    BadgePictures *m_pictures;
    BadgeFace *m_face;
    PictureIntake *m_intake;
    BadgeCopies *m_copies;
    BadgeStudios *m_studios;
    PictureDrop *m_drop;
    PictureDrop *m_newDrop; ///< onto the list: a picture that is no file becomes a new badge
    BadgePublishing *m_publishing;
    BadgeTruth *m_truth;

    QAction *m_new;
    QString m_whyNoNew; ///< why no badge can be created; empty: it can
    QAction *m_grant;
    QAction *m_delete;
    QAction *m_import;
    QAction *m_export;
    QAction *m_draw;
    QAction *m_drawNew;
    QAction *m_editPicture;
    QAction *m_publish;
    QAction *m_publishAll;
    QAction *m_duplicate;
    QAction *m_discard;
    QAction *m_search;
    QAction *m_filter;
    QAction *m_nextChanged;
    QAction *m_groupings;
    QAction *m_undo;
    QAction *m_redo;
    HeaderBar *m_header;
    NarrowingRow *m_files; ///< importing and exporting
    QStackedWidget *m_stack;
    EmptyState *m_problem;
    QWidget *m_loading;
    QWidget *m_workbench;
    Notice *m_readNotice;
    BadgeListPane *m_list;
    QStackedWidget *m_bench;
    EmptyState *m_nothing;   ///< shown where no badge is chosen
    QStackedWidget *m_editors; ///< for one badge, for several
    BadgeEditor *m_editor;
    BulkEditor *m_bulk;
    BulkFace *m_bulkFace;
    PreviewColumn *m_preview;
    QSplitter *m_outer;
    QSplitter *m_inner;
    Notice *m_result;
    Notice *m_clash;      ///< what both sides have changed about the badge
    Notice *m_keepNotice; ///< whether things are kept on this computer
    Notice *m_news;       ///< which drafts came back, from where
    Notice *m_exportNotice;
    Notice *m_removeNotice;
    Notice *m_importNotice; ///< an import that is not finished
    BadgeRemoval *m_removal;
    BadgeFilesDrop *m_filesDrop;
    BadgeImports *m_imports;
    SetExport *m_setExport;
    PublishBar *m_bar;

    QList<QPointer<GrantDialog>> m_dialogs;
    QPointer<GroupingDialog> m_groupingDialog;
    struct MadeForPicture {
        BadgeDraft draft;
        BadgeId before = 0; ///< what was looked at
    };
    QHash<BadgeId, MadeForPicture> m_madeForPicture; ///< new badges as they were made, for a picture that is not there yet
    std::optional<Result<BadgeCatalogue>> m_readEarly; ///< before the drafts were read
    QPointer<PendingCall> m_reading;
    QTimer m_findingsSoon;
    QTimer m_holdersSoon;
    QTimer m_barSoon;
    bool m_read = false;
    bool m_stale = false; ///< a run changed the forum meanwhile, or it was to be read while badges were on their way there
    QPointer<QWidget> m_focusBefore; ///< what had the keyboard when the editor was closed
    bool m_focusWaits = false;       ///< on the page, for the editor to open again
};

} // namespace badgewright::ui
