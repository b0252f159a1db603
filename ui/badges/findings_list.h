// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/finding.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace badgewright::ui {

class FindingRow;

/// "What the forum will do to it": a line each, with the weight of it in a pill, and a link where something can be done
/// about it. One stop for the keyboard, arrows go from line to line; Return does what the link does.
class FindingsList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget *parent);
    /// `fixes` are the links' words; findings without one have none.
    /// Where Tab comes from: its lines are made anew and again, and Qt would put them at the end of the window.
    void setTabAfter(QWidget *before) { m_before = before; }
    /// To the first line.
    void takeFocus() { makeCurrent(0, true); }
    /// How high the first line is at a width; nothing where there is none.
    int firstHeight(int width) const;
    void setFindings(const QList<artwork::Finding> &findings, const QHash<artwork::Finding::Kind, QString> &fixes);

Q_SIGNALS:
    void fixWanted(badgewright::artwork::Finding::Kind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeCurrent(int row, bool focus);

    QList<artwork::Finding> m_findings;
    QHash<artwork::Finding::Kind, QString> m_fixes;
    QWidget *m_before = nullptr;
    QVBoxLayout *m_lines;
    QList<FindingRow *> m_rows;
};

} // namespace badgewright::ui
