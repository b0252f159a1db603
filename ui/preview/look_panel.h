// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/forum_look.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace badgewright::ui {

class ContrastTable;
class ForumPalette;
class SegmentedControl;

/// The switches beside the pages of a forum, and the contrasts below them.
class LookPanel : public QWidget
{
    Q_OBJECT

public:
    /// `palette` outlives it.
    LookPanel(ForumPalette *palette, QWidget *parent);

    ForumLook look() const;
    void setLook(const ForumLook &look);
    /// What the forum that is looked at is by itself.
    void setForumVersion(artwork::ForumVersion version);
    ContrastTable *contrasts() const { return m_contrasts; }

Q_SIGNALS:
    void lookChanged();
    void editColoursWanted();

private:
    void showPalette();
    void chooseColours(int index);

    ForumPalette *m_palette;
    SegmentedControl *m_pages;
    SegmentedControl *m_scale;
    SegmentedControl *m_width;
    QComboBox *m_textSize;
    QComboBox *m_version;
    QComboBox *m_vision;
    QComboBox *m_colours;
    QPushButton *m_edit;
    ContrastTable *m_contrasts;
};

} // namespace badgewright::ui
