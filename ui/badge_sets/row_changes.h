// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badge_sets/import_plan.h"

#include <QWidget>

class QGridLayout;

namespace badgewright::ui {

class BadgePictures;

/// A field of a badge that an update would change, in words.
struct FieldChange {
    QString field;  ///< as the forum calls it; "image_upload_id" is the picture, which has no words but "none"
    QString before; ///< what the forum has
    QString after;
};
/// All that differ, in the order of the forum's fields; none for a row that is not a changed one.
QList<FieldChange> changesOf(const ImportRow &row, const BadgeCatalogue &catalogue);

/// What a changed row would change: what the forum has beside what would be there, field by field, pictures too. Without
/// a change it takes no room.
class RowChanges final : public QWidget
{
    Q_OBJECT

public:
    /// `pictures` outlives it.
    RowChanges(BadgePictures *pictures, QWidget *parent);
    void showRow(const ImportRow &row, const BadgeCatalogue &catalogue);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPictures(int line, const ImportRow &row, const Badge &existing);
    void addPicture(int line, int column, const QPixmap &picture, const QString &name);

    BadgePictures *m_pictures;
    QGridLayout *m_grid;
    ImportRow m_row;
    BadgeCatalogue m_catalogue;
    bool m_isStacked = false; ///< there is little room: the words stand above what they are about
    QString m_shown; ///< what stands there, so that a key typed elsewhere makes nothing anew
};

} // namespace badgewright::ui
