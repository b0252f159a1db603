// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"

#include <QDialog>
#include <QPointer>

class QListView;
class QPushButton;

namespace badgewright::ui {

class BadgePictures;
class IconHints;
class IconListModel;
class IconSpecimen;
class SearchField;
class TextLabel;

/// Chooses an icon by its glyph, drawn in the colour of the badge's type. The forum's own search is asked while typing, and
/// icons of the same meaning come with what it finds; what this computer has kept is found at once, and also when the forum
/// cannot be asked. What fits a search best is chosen by it. A name that the forum does not know can be taken after a
/// warning and by a button of its own, because themes bring icons of their own; the nearest ones that it knows are offered.
class IconDialog : public QDialog
{
    Q_OBJECT

public:
    /// `mayNotSearch`: why the forum's search is closed to this connection; then a name can still be typed.
    IconDialog(BadgeDesk *desk, BadgePictures *pictures, int typeId, const QString &current, const QString &mayNotSearch,
               QWidget *parent);

    /// The badge has a picture, which makes way for the icon.
    void sayPictureGoes();
    /// So many of the badges have one.
    void sayPicturesGo(int count);

Q_SIGNALS:
    void iconChosen(const QString &name);

protected:
    void accept() override;

private:
    void search();
    void showFound(const QList<Icon> &icons);
    void showMeant(const QString &part);
    void suggest(const QString &name);
    void takeName(const QString &name);
    void takeFound();
    void chooseRow(int row);
    void chooseBest();
    bool isAnswered() const; ///< what is known about the typed name is about this name
    void showSpecimen(const QString &name);
    void setStatus(const QString &text, bool warning);
    void judge();
    QString wanted() const; ///< the icon that "Use" would take
    QString typed() const;

    BadgeDesk *m_desk;
    BadgePictures *m_pictures;
    QString m_mayNotSearch;
    IconListModel *m_model;
    SearchField *m_search;
    QListView *m_view;
    TextLabel *m_status;
    IconSpecimen *m_specimen;
    IconHints *m_hints;
    TextLabel *m_pictureGoes;
    QPushButton *m_use;
    QPushButton *m_anyway;
    QPointer<PendingCall> m_asking;
    QString m_current;
    QString m_searched; ///< what the shown list answers
    bool m_answered = false;   ///< … as the forum does now
    bool m_takesFound = false; ///< Return came before the answer
    QString m_offline;  ///< why the list is of this computer alone; empty: it is of the forum
    QString m_suggestedFor;
    QString m_taken; ///< a name that was offered, so the forum has it
    QPointer<PendingCall> m_suggesting;
};

} // namespace badgewright::ui
