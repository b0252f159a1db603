// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace badgewright::ui {

class AskUser;
class TextLabel;

/// A table of words, a row for each badge of a series. Empty rows do not count; there is always one more to write in, and
/// a list can be pasted, or typed into the last row. Return goes to the next row.
class SeriesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `ask`: before a filled table is thrown away.
    /// `whyNoBadges`: why no badges can be made of it, only pictures; empty: they can.
    SeriesDialog(const artwork::BadgeDesign &design, const QString &whyNoBadges, AskUser *ask, QWidget *parent);

    ~SeriesDialog() override;

    QTableWidget *table() const { return m_table; }
    void paste(const QString &text);

Q_SIGNALS:
    void badgesWanted(const QList<badgewright::artwork::NamedDesign> &designs);
    void picturesWanted(const QList<badgewright::artwork::NamedDesign> &designs);

protected:
    void reject() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QStringList> rows() const;
    void judge();
    void showHead(int column);
    void cellWritten(int row, int column);
    void fill(const QStringList &lines, int row, int column);
    void toNextRow();
    int words() const { return int(m_texts.size()); }

    artwork::BadgeDesign m_design;
    QString m_whyNoBadges;
    QList<int> m_texts;
    QTableWidget *m_table;
    TextLabel *m_status;
    QPushButton *m_pictures;
    QPushButton *m_badges;
    QList<artwork::NamedDesign> m_made;
    AskUser *m_ask;
    int m_listEnd = -1; ///< the row of the last word of a list that is being typed into one cell
    bool m_judging = false;
    bool m_leaving = false;
    bool m_leaveAsked = false;
};

} // namespace badgewright::ui
