// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/finding.h"

#include <QHash>
#include <QWidget>

namespace badgewright::ui {

class ClampedLabel;
class LinkButton;

/// The worst of the findings in two lines at most, with what can be done about it and the way to the others: for where the
/// list itself lies below the fold.
class FindingsSummary : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsSummary(QWidget *parent);
    void setFindings(const QList<artwork::Finding> &findings, const QHash<artwork::Finding::Kind, QString> &fixes);
    /// Something is to be looked at; else it is not worth its room.
    bool hasSomething() const { return m_something; }

Q_SIGNALS:
    void fixWanted(badgewright::artwork::Finding::Kind kind);
    void allWanted();

private:
    artwork::Finding m_worst;
    bool m_something = false;
    ClampedLabel *m_sentence;
    LinkButton *m_fix;
    LinkButton *m_all;
};

} // namespace badgewright::ui
