// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/icon_hints.h"

#include "artwork/badge_painter.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QGridLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kGlyph = 16;
constexpr int kWidest = 150; // of a name; the whole one is its tool tip

} // namespace

IconHints::IconHints(const QColor &colour, QWidget *parent, int inOneRow)
    : QWidget(parent), m_colour(colour), m_inOneRow(inOneRow), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    m_grid->setColumnStretch(m_inOneRow, 1);
    hide();
}

void IconHints::setColour(const QColor &colour)
{
    if (m_colour == colour)
        return;
    m_colour = colour;
    fill();
}

void IconHints::setIcons(const QList<Icon> &icons)
{
    const auto same = [](const Icon &a, const Icon &b) { return a.name == b.name && a.svg == b.svg; };
    if (std::equal(icons.begin(), icons.end(), m_icons.begin(), m_icons.end(), same))
        return;
    m_icons = icons;
    fill();
}

void IconHints::fill()
{
    const auto old = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *one : old) {
        // The one that was pressed may be among them.
        one->hide();
        one->deleteLater();
    }
    setVisible(!m_icons.isEmpty());
    if (m_icons.isEmpty())
        return;
    m_grid->addWidget(secondaryLabel(tr("Did you mean one of these?"), this), 0, 0, 1, m_inOneRow + 1);
    for (int i = 0; i < m_icons.size(); ++i) {
        const Icon &icon = m_icons.at(i);
        auto *button = makeButton(ButtonKind::Secondary, QString(), this);
        QImage glyph = artwork::glyphImage(icon.svg, m_colour, QSize(kGlyph, kGlyph) * devicePixelRatioF());
        glyph.setDevicePixelRatio(devicePixelRatioF());
        button->setIcon(QIcon(QPixmap::fromImage(glyph)));
        button->setText(button->fontMetrics().elidedText(icon.name, Qt::ElideRight, kWidest));
        button->setAccessibleName(icon.name);
        button->setToolTip(icon.name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, name = icon.name] { Q_EMIT chosen(name); });
        m_grid->addWidget(button, 1 + i / m_inOneRow, i % m_inOneRow);
        button->show();
    }
}

} // namespace badgewright::ui
