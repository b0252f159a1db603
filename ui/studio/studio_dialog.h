// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "ui/shell/page.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <functional>
#include <optional>

class QDragEnterEvent;
class QDropEvent;
class QPushButton;

namespace badgewright::ui {

class BadgePictures;
class DesignCanvas;
class DesignModel;
class ForumSizes;
class HeaderBar;
class LayerList;
class LayerProperties;
class Notice;
class Palette;
class TextLabel;

/// What a studio is opened for.
struct StudioStart {
    QString key; ///< of the badge in the store of designs
    QString badgeName;
    int typeId = kBronze;
    QString iconName;     ///< the badge's own, to begin with
    QByteArray iconSvg;   ///< empty: a star
    QString whyNoBadges;  ///< why no further badges can be made of the design; empty: they can
    bool ofAnotherPicture = false; ///< the design kept for the badge was drawn to a picture that it does not have any more
    QStringList keysInUse; ///< of badges that are not published yet, so that their designs are not offered to another
};

/// Draws a badge: layers, canvas, properties, in a window of its own that does not block the others. What is drawn is kept
/// as a draft while one works, so that no crash takes it away.
class StudioDialog : public QDialog
{
    Q_OBJECT

public:
    /// `pictures` and the context outlive it.
    StudioDialog(const PageContext &context, BadgePictures *pictures, const artwork::DesignStore &store, const StudioStart &start,
                 QWidget *parent = nullptr);
    ~StudioDialog() override;

    DesignModel *model() const { return m_model; }
    DesignCanvas *canvas() const { return m_canvas; }
    const QString &key() const { return m_start.key; }
    /// The badge goes by another key from now on: it was published.
    void setKey(const QString &key) { m_start.key = key; }
    /// The badge was renamed or given another type meanwhile; what follows the type takes its colour.
    void setBadge(const QString &name, int typeId);
    const QString &whyNoBadges() const { return m_start.whyNoBadges; }
    /// Badges were made of the design, behind this window.
    void sayMade(int badges);
    /// Drawn, but not in the badge's picture.
    bool hasUnsaved() const;

Q_SIGNALS:
    /// "Use this picture": for the badge of key().
    void designReady(const badgewright::artwork::BadgeDesign &design);
    void badgesWanted(const QList<badgewright::artwork::NamedDesign> &designs);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open();
    std::optional<artwork::BadgeDesign> kept(artwork::DesignStore::Stage stage);
    artwork::BadgeDesign forThisBadge(const artwork::BadgeDesign &design) const;
    void offerEarlierDesign(const artwork::BadgeDesign &design);
    void offerLooseDesigns();
    void forgetTakenUp();
    void layOut();
    void showTitle();
    void makeUndo(HeaderBar *header);
    void changed();
    void weigh();
    void keepDraft();
    void removeDraft();
    void draftIsKept();

    void use();
    void openExportMenu();
    void exportPng(int side);
    void exportSvg();
    void exportDesign();
    void openDesign();
    void readDesign(const QString &path);
    void saveAs(const QString &title, const QString &filter, const QString &suffix, const QByteArray &bytes);
    void offerTypes();
    void openSeries();
    void savePictures(const QList<artwork::NamedDesign> &designs);
    void writePictures(const QString &first, const QList<artwork::NamedDesign> &designs);

    void chooseSymbol(bool replace);
    void openSvg(bool replace);
    void readSvg(const QString &path, bool replace);
    void takeFiles(const QStringList &paths);
    void takeDropped(const std::function<void()> &take);
    void sayNoLayer(const QString &what);
    void takeSymbol(const QString &name, const QByteArray &svg, bool own, bool replace);
    void complain(const QString &sentence);

    PageContext m_context;
    BadgePictures *m_pictures;
    using Seen = std::array<artwork::DesignStore::Stamp, 2>; ///< by stage
    artwork::DesignStore m_store;
    Seen m_seen; ///< when it was opened
    StudioStart m_start;
    artwork::BadgeDesign m_settled; ///< what is in use, or what was begun with
    QString m_takenUp; ///< a design from elsewhere that is gone on with here; it goes from there when it is kept here
    Seen m_takenUpSeen;
    Palette *m_palette;
    DesignModel *m_model;
    LayerList *m_layers;
    DesignCanvas *m_canvas;
    LayerProperties *m_properties;
    ForumSizes *m_sizes;
    Notice *m_notice;
    HeaderBar *m_header;
    TextLabel *m_draftWords;
    QPushButton *m_export;
    QTimer m_draftSoon;
    QTimer m_draftLatest;
    QList<artwork::Layer> m_seenLayers;
    bool m_closeAsked = false;
    bool m_mayClose = false;
};

} // namespace badgewright::ui
