// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/icon_hints.h"

#include "artwork/badge_painter.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QGridLayout>

namespace badgewright::ui {

namespace {

constexpr int kInOneRow = 3;
constexpr int kGlyph = 16;
constexpr int kWidest = 150; // of a name; the whole one is its tool tip

} // namespace

IconHints::IconHints(const QColor &colour, QWidget *parent) : QWidget(parent), m_colour(colour), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    m_grid->setColumnStretch(kInOneRow, 1);
    hide();
}

void IconHints::setIcons(const QList<Icon> &icons)
{
    const auto old = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *one : old) {
        // The one that was pressed may be among them.
        one->hide();
        one->deleteLater();
    }
    setVisible(!icons.isEmpty());
    if (icons.isEmpty())
        return;
    m_grid->addWidget(secondaryLabel(tr("Did you mean one of these?"), this), 0, 0, 1, kInOneRow + 1);
    for (int i = 0; i < icons.size(); ++i) {
        const Icon &icon = icons.at(i);
        auto *button = makeButton(ButtonKind::Secondary, QString(), this);
        QImage glyph = artwork::glyphImage(icon.svg, m_colour, QSize(kGlyph, kGlyph) * devicePixelRatioF());
        glyph.setDevicePixelRatio(devicePixelRatioF());
        button->setIcon(QIcon(QPixmap::fromImage(glyph)));
        button->setText(button->fontMetrics().elidedText(icon.name, Qt::ElideRight, kWidest));
        button->setAccessibleName(icon.name);
        button->setToolTip(icon.name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, name = icon.name] { Q_EMIT chosen(name); });
        m_grid->addWidget(button, 1 + i / kInOneRow, i % kInOneRow);
        button->show();
    }
}

} // namespace badgewright::ui
