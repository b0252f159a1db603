// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace badgewright::ui {

class TextLabel;

/// A table of words, a row for each badge of a series. Empty rows do not count; there is always one more to write in, and
/// a list can be pasted.
class SeriesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `whyNoBadges`: why no badges can be made of it, only pictures; empty: they can.
    SeriesDialog(const artwork::BadgeDesign &design, const QString &whyNoBadges, QWidget *parent);

    QTableWidget *table() const { return m_table; }
    void paste(const QString &text);

Q_SIGNALS:
    void badgesWanted(const QList<badgewright::artwork::NamedDesign> &designs);
    void picturesWanted(const QList<badgewright::artwork::NamedDesign> &designs);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QStringList> rows() const;
    void judge();
    int words() const { return int(m_texts.size()); }

    artwork::BadgeDesign m_design;
    QString m_whyNoBadges;
    QList<int> m_texts;
    QTableWidget *m_table;
    TextLabel *m_status;
    QPushButton *m_pictures;
    QPushButton *m_badges;
    QList<artwork::NamedDesign> m_made;
    bool m_judging = false;
};

} // namespace badgewright::ui
