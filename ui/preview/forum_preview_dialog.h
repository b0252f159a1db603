// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/forum_places.h"
#include "ui/preview/forum_look.h"

#include <QDialog>
#include <QTimer>

class QScrollArea;

namespace badgewright {
class Settings;
}

namespace badgewright::ui {

class ForumPalette;
class HeaderBar;
class LookPanel;
class PlacesSheet;

/// "In the forum": every place where the forum shows a badge, in a window of its own that does not block the others and
/// follows what is being edited there.
class ForumPreviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive it; `settings` may be null.
    ForumPreviewDialog(Settings *settings, ForumPalette *palette, QWidget *parent = nullptr);
    ~ForumPreviewDialog() override;

    void setScene(const artwork::PlacesScene &scene);
    PlacesSheet *sheet() const { return m_sheet; }

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void editColours();

    Settings *m_settings;
    ForumPalette *m_palette;
    HeaderBar *m_header;
    LookPanel *m_panel;
    QScrollArea *m_scroll;
    PlacesSheet *m_sheet;
    artwork::PlacesScene m_scene;
    QTimer m_soon; ///< several changes at once are one picture
};

} // namespace badgewright::ui
