// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/step_changes.h"

#include "ui/words/badge_words.h"

#include <QGridLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kLeastHeight = 88; ///< the title and a line or two

TextLabel *value(const QString &text, bool old, QWidget *parent)
{
    TextLabel *label = old ? secondaryLabel(text, parent) : bodyLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

StepChanges::StepChanges(QWidget *parent) : QScrollArea(parent), m_title(sectionLabel({}, nullptr))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What was changed"));
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, kGrid, 0, 0);
    column->setSpacing(kGrid - 2);
    column->addWidget(m_title);
    column->addStretch();
    setWidget(sheet);
    viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    hide();
}

void StepChanges::setStep(const runs::Step *step)
{
    const QList<words::ChangeWords> changes = step ? words::badgeChanges(*step) : QList<words::ChangeWords>();
    const auto *publish = step ? std::get_if<runs::PublishBadgeStep>(&step->what) : nullptr;
    QString shown = publish ? publish->badgeName() : QString();
    for (const words::ChangeWords &change : changes)
        shown += QChar::LineFeed + change.field + QChar::LineFeed + change.before + QChar::LineFeed + change.after;
    setVisible(!changes.isEmpty());
    if (shown == m_shown)
        return; // what is marked in it stays so
    m_shown = shown;
    delete m_rows;
    m_rows = nullptr;
    if (!publish)
        return;
    m_title->setText(publish->id ? tr("What it changes about %1").arg(publish->before.name) : tr("What %1 is given").arg(publish->badgeName()));
    m_title->setWordWrap(true);
    m_rows = new QWidget;
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid + 4);
    grid->setVerticalSpacing(kGrid - 2);
    const bool isNew = publish->id == 0;
    for (const words::ChangeWords &change : changes) {
        const int row = grid->rowCount();
        grid->addWidget(secondaryLabel(change.field, m_rows), row, 0, Qt::AlignTop);
        if (!isNew)
            grid->addWidget(value(change.before, true, m_rows), row, 1, Qt::AlignTop);
        if (!isNew)
            grid->addWidget(secondaryLabel(layoutDirection() == Qt::RightToLeft ? QStringLiteral("←") : QStringLiteral("→"), m_rows), row, 2, Qt::AlignTop);
        grid->addWidget(value(change.after, false, m_rows), row, 3, Qt::AlignTop);
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, isNew ? 0 : 3);
    grid->setColumnStretch(3, isNew ? 6 : 3);
    static_cast<QVBoxLayout *>(widget()->layout())->insertWidget(1, m_rows);
    m_rows->show();
    widget()->layout()->activate();
    verticalScrollBar()->setValue(0);
    fit();
}

void StepChanges::setMostHeight(int most)
{
    m_most = most;
    fit();
}

void StepChanges::fit()
{
    if (isHidden())
        return;
    const QLayout *layout = widget()->layout();
    const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(qMax(160, width())) : layout->totalSizeHint().height();
    setFixedHeight(qMin(wanted, qMax(m_most, kLeastHeight)));
}

void StepChanges::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace badgewright::ui
