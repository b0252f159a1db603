// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/forum_places.h"
#include "ui/preview/forum_look.h"

#include <QWidget>

class QBoxLayout;

namespace badgewright::ui {

class PlaceView;
class TextLabel;

/// Every place where a forum shows a badge, one below the other; light beside dark where there is room for both.
class PlacesSheet : public QWidget
{
    Q_OBJECT

public:
    explicit PlacesSheet(QWidget *parent = nullptr);

    /// Text size, version and width come from the look.
    void setScene(const artwork::PlacesScene &scene, const ForumLook &look);
    /// How much room a page of that width takes here, with what lies around it.
    int widthFor(int windowWidth) const;
    /// How wide what is around shows of it.
    void setRoom(int width);

private:
    struct Section {
        artwork::Place place;
        QWidget *whole;
        TextLabel *caption;
        TextLabel *numbers;
        QBoxLayout *pages;
        PlaceView *light;
        PlaceView *dark;
    };
    void arrange();
    QString captionOf(artwork::Place place) const;
    QString numbersOf(artwork::Place place) const;

    QList<Section> m_sections;
    artwork::PlacesScene m_scene;
    ForumLook m_look;
    int m_room = 0;
};

} // namespace badgewright::ui
