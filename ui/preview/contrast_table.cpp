// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/contrast_table.h"

#include "artwork/contrasts.h"
#include "ui/kit/labels.h"
#include "ui/kit/pill.h"
#include "ui/kit/table_view.h"

#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kPause = 120;  // ms

QString ratio(double contrast)
{
    return ContrastTable::tr("%1 : 1", "a contrast").arg(QLocale().toString(contrast, 'f', 1));
}

QString nameOf(artwork::Ground ground)
{
    switch (ground) {
    case artwork::Ground::Card:
        return ContrastTable::tr("Card");
    case artwork::Ground::Page:
        return ContrastTable::tr("Page, pill");
    case artwork::Ground::UserCardPill:
        break;
    }
    return ContrastTable::tr("User card");
}

QStandardItem *figure(const QString &text, bool enough, bool judged = true)
{
    auto *item = new QStandardItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (judged) {
        item->setData(int(enough ? Tone::Good : Tone::Look), kToneRole);
        item->setData(enough ? ContrastTable::tr("%1, enough").arg(text) : ContrastTable::tr("%1, too little").arg(text),
                      Qt::AccessibleTextRole);
    }
    return item;
}

} // namespace

ContrastTable::ContrastTable(QWidget *parent)
    : QWidget(parent),
      m_table(new TableView(tr("Contrasts"), this)),
      m_model(new QStandardItemModel(this)),
      m_words(secondaryLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_table->setModel(m_model);
    m_table->setPillColumn(1);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(framed(m_table, this));
    column->addWidget(m_words);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(&m_soon, &QTimer::timeout, this, &ContrastTable::fill);
    fill();
}

void ContrastTable::setBadge(const artwork::PreviewInput &input)
{
    const bool same = input.image.cacheKey() == m_input.image.cacheKey() && input.badge.typeId == m_input.badge.typeId
        && input.colours == m_input.colours && input.image.isNull() == m_input.image.isNull();
    m_input = input;
    if (!same)
        m_soon.start();
}

void ContrastTable::fill()
{
    const bool picture = !m_input.image.isNull();
    const QColor glyph = artwork::badgeTypeColour(m_input.badge.typeId);
    m_model->removeRows(0, m_model->rowCount());
    m_model->setHorizontalHeaderLabels(picture ? QStringList{tr("On"), tr("≥ 3 : 1"), tr("Half"), tr("Most")}
                                               : QStringList{tr("On"), tr("Glyph")});
    m_model->setColumnCount(picture ? 4 : 2);
    for (const bool dark : {false, true}) {
        for (const artwork::Ground ground : artwork::kGrounds) {
            const QColor below = artwork::groundColour(m_input.colours.tokens(dark), ground);
            QList<QStandardItem *> row{new QStandardItem(tr("%1, %2", "what it stands on, light or dark").arg(nameOf(ground), dark ? tr("dark") : tr("light")))};
            if (picture) {
                const artwork::ArtContrast found = artwork::shownContrast(m_input.image, below);
                row << figure(QLocale().toString(int(found.standing * 100)) + QLocale().percent(), !artwork::vanishes(found))
                    << figure(ratio(found.median), false, false) << figure(ratio(found.weak), false, false);
            } else {
                row << figure(ratio(artwork::contrastRatio(glyph, below)), !artwork::glyphIsFaint(glyph, below));
            }
            m_model->appendRow(row);
        }
    }
    m_table->setColumnWidths(picture ? QList<int>{110, 72, 62, 58} : QList<int>{150, 90}, 0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_model->rowCount() * kRowHeight + 2);
    m_words->setText(picture
                         ? tr("WCAG asks 3 : 1 of graphics. The first figure is the share of the picture’s visible pixels that reach it; then the contrast that half of them, and most of them (nine tenths), have at least. Below a tenth the picture nearly vanishes, and the page’s remarks say so.")
                         : tr("WCAG asks 3 : 1 of graphics. A glyph has the colour of the badge’s type, which the forum chooses."));
}

} // namespace badgewright::ui
