// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badge_sets/import_flow.h"

#include <QDialog>
#include <QHash>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace badgewright::ui {

class BadgePictures;
class BadgeSwitches;
class FindingsList;
class IconHints;
class PictureIntake;
class PictureWell;
class RowChanges;
class TextField;
class TextLabel;
struct PictureSource;

/// Everything about one row of an import that its table has no column for: texts, switches, icon, picture. What is changed
/// counts at once, as in the table. Closed, it stays: a picture that is on its way still lands on its row. When the rows
/// are read anew it goes.
class RowDetails final : public QDialog
{
    Q_OBJECT

public:
    /// Undo and redo of the window it belongs to, which go on here.
    struct Steps {
        QAction *undo;
        QAction *redo;
    };
    /// `pictures`, the actions and the flow outlive it.
    RowDetails(ImportFlow *flow, BadgePictures *pictures, int row, const Steps &steps, QWidget *parent);

    int row() const { return m_row; }
    void setRow(int row);
    /// A picture is being made, of any row, or waits until rows may be changed again.
    bool isWorking() const { return !m_busy.isEmpty() || !m_waiting.isEmpty(); }

Q_SIGNALS:
    void workingChanged();
    /// One that was chosen for a badge that is not in view came to nothing; a sentence.
    void pictureLost(const QString &sentence);
    void rowChanged(int row);

private:
    void layOut(const Steps &steps);
    void listenToIntake();
    void dress();
    void dressType();
    void dressPicture();
    void openPicture();
    void pastePicture();
    void takePicture(const PictureSource &source);
    void takeWaiting();
    void rowsGone();
    void chooseIcon();
    void complain(const QString &sentence);

    ImportFlow *m_flow;
    BadgePictures *m_pictures;
    PictureIntake *m_intake; ///< its badges are rows
    int m_row;
    TextLabel *m_title;
    TextLabel *m_words;
    TextField *m_name;
    QComboBox *m_type;
    TextLabel *m_typeWords; ///< why it must be chosen, or that it need not be
    TextField *m_description;
    TextField *m_long;
    BadgeSwitches *m_switches;
    FindingsList *m_findings;
    RowChanges *m_changes; ///< beside what the forum has
    PictureWell *m_well;
    TextLabel *m_pictureWords;
    QPushButton *m_without;
    QPushButton *m_icon;
    IconHints *m_hints; ///< for an icon that the forum does not know
    QPushButton *m_before;
    QPushButton *m_next;
    QHash<BadgeId, QString> m_busy; ///< rows whose picture is on its way, and the name of each
    QHash<int, artwork::SetPicture> m_waiting; ///< by row: made while the rows were locked
};

} // namespace badgewright::ui
