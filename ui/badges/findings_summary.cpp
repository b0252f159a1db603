// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/findings_summary.h"

#include "ui/kit/clamped_label.h"
#include "ui/kit/pill.h"

#include <QHBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using artwork::Finding;

FindingsSummary::FindingsSummary(QWidget *parent)
    : QWidget(parent),
      m_sentence(new ClampedLabel(TextSize::Body, 2, {}, this)),
      m_fix(new LinkButton({}, this)),
      m_all(new LinkButton({}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new PillLabel(tr("look"), Tone::Look, this), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    auto *links = new QHBoxLayout;
    links->setSpacing(12);
    links->addWidget(m_fix);
    links->addWidget(m_all);
    links->addStretch();
    words->addLayout(links);
    row->addLayout(words, 1);
    m_fix->setObjectName(QStringLiteral("worstFix"));
    m_all->setObjectName(QStringLiteral("allFindings"));
    connect(m_fix, &LinkButton::clicked, this, [this] { Q_EMIT fixWanted(m_worst.kind); });
    connect(m_all, &LinkButton::clicked, this, &FindingsSummary::allWanted);
}

void FindingsSummary::setFindings(const QList<Finding> &findings, const QHash<Finding::Kind, QString> &fixes)
{
    // They come with the worst first.
    const auto worst = std::find_if(findings.cbegin(), findings.cend(), [](const Finding &one) { return one.level == Finding::Level::Look; });
    m_something = worst != findings.cend();
    if (!m_something)
        return;
    m_worst = *worst;
    m_sentence->setText(worst->sentence);
    setAccessibleName(worst->sentence);
    const QString fix = fixes.value(worst->kind);
    m_fix->setWords(fix);
    m_fix->setVisible(!fix.isEmpty());
    m_all->setWords(tr("All %Ln remark(s)", nullptr, int(findings.size())));
    m_all->setVisible(findings.size() > 1);
}

} // namespace badgewright::ui
