// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/findings_list.h"

#include "ui/kit/labels.h"
#include "ui/kit/pill.h"

#include <QHBoxLayout>

namespace badgewright::ui {

using artwork::Finding;

FindingsList::FindingsList(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(8);
}

void FindingsList::setFindings(const QList<Finding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    bool first = true;
    for (const Finding &finding : findings) {
        if (!first)
            m_lines->addWidget(new Line(this));
        first = false;
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        PillLabel *pill = nullptr;
        switch (finding.level) {
        case Finding::Level::Good:
            pill = new PillLabel(tr("good"), Tone::Good, line);
            break;
        case Finding::Level::Look:
            pill = new PillLabel(tr("look"), Tone::Look, line);
            break;
        case Finding::Level::Note:
            pill = new PillLabel(tr("note"), Tone::Note, line);
            break;
        }
        row->addWidget(pill, 0, Qt::AlignTop);
        TextLabel *sentence = bodyLabel(finding.sentence, line);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(sentence, 1, Qt::AlignTop);
        m_lines->addWidget(line);
    }
}

} // namespace badgewright::ui
