// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/forum_places.h"
#include "artwork/vision.h"

#include <QWidget>

namespace badgewright::ui {

/// A piece of a forum's page with the badge on it, in its true size or enlarged, as some eyes see it.
class PlaceView : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceView(artwork::Place place, QWidget *parent = nullptr);

    void setScene(const artwork::PlacesScene &scene, int scale, artwork::Vision vision);
    artwork::Place place() const { return m_place; }
    const artwork::PlacesScene &scene() const { return m_scene; }

    QSize sizeHint() const override { return m_size; }
    QSize minimumSizeHint() const override { return m_size; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    artwork::Place m_place;
    artwork::PlacesScene m_scene;
    int m_scale = 1;
    artwork::Vision m_vision = artwork::Vision::Usual;
    QSize m_size;
};

} // namespace badgewright::ui
