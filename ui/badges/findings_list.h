// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/finding.h"

#include <QWidget>

class QVBoxLayout;

namespace badgewright::ui {

/// "What the forum will do to it": a line each, with the weight of it in a pill.
class FindingsList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget *parent);
    void setFindings(const QList<artwork::Finding> &findings);

private:
    QList<artwork::Finding> m_findings;
    QVBoxLayout *m_lines;
};

} // namespace badgewright::ui
