// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_draft.h"
#include "ui/badges/picture_drop.h"

#include <QPixmap>
#include <QWidget>

class QAction;
class QPushButton;

namespace badgewright::ui {

class AskUser;
class LinkButton;
class PictureWell;
class TextLabel;

/// The picture or icon of a badge or of several, what is known of its file, and what can be done about it.
class PictureSection : public QWidget
{
    Q_OBJECT

public:
    PictureSection(AskUser *ask, QWidget *parent);

    /// What stands in the well.
    struct Shown {
        QImage image;          ///< the picture
        bool isGlyph = false;  ///< without a picture an icon is shown
        QByteArray iconSvg;
        bool iconUnknown = false; ///< the forum has no such icon
        int typeId = kBronze;  ///< gives the icon its colour
        QString facts;         ///< "apex.png · 512 × 512 · 38 kB"
        bool onForum = false;  ///< not chosen here
        bool square = false;   ///< how a picture chosen here was made
        bool trim = false;
        bool waiting = false;  ///< still on its way from the forum
        bool hasDesign = false; ///< it was drawn here, and can be drawn on
        QList<QPixmap> several = {}; ///< of several badges, what each has: PictureWell::kThumb px; then `facts` is all that is looked at besides
        int more = 0;           ///< … and of so many others
        bool anyPicture = false; ///< … one of all those has a picture
    };
    void setShown(const Shown &shown);
    void setBusy(bool busy);
    void setHovered(bool hovered);
    /// One is on its way from the web: the sentence that says so, with a way to call it off. Empty: none.
    void setFetching(const QString &sentence);
    /// A sentence about a picture that could not be taken; goes with the next one.
    /// What went wrong, for the editor to lay out where its sentences have room.
    QWidget *complaint() const;
    void setComplaint(const QString &sentence);
    void setLocked(const QString &pictureReason, const QString &iconReason);
    PictureWell *well() const { return m_well; }
    /// Asks for a file; what is chosen comes with picked().
    void openFile();

Q_SIGNALS:
    void picked(const badgewright::ui::PictureSource &source);
    void remakeWanted(bool square, bool trim);
    void removeWanted();
    void iconWanted();
    void stopWanted(); ///< what is being fetched
    void drawWanted();
    void editWanted(); ///< to crop, turn and zoom the picture

private:
    void paste();
    void remake();

    AskUser *m_ask;
    PictureWell *m_well;
    TextLabel *m_facts;
    TextLabel *m_complaint;
    QWidget *m_fetching;
    TextLabel *m_fetchingWords;
    QPushButton *m_edit;
    QPushButton *m_icon;
    LinkButton *m_drawOne; ///< where there is no picture yet
    QAction *m_draw;
    QAction *m_crop;
    QAction *m_paste;
    QAction *m_square;
    QAction *m_trim;
    QAction *m_remove;
    QList<QAction *> m_ofOne; ///< nothing that could be done to several at once
    bool m_locked = false;
};

} // namespace badgewright::ui
