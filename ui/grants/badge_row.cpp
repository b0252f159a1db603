// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/badge_row.h"

#include "ui/grants/badge_picker.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QHBoxLayout>
#include <QStyle>

#include <algorithm>

namespace badgewright::ui {

namespace {
constexpr int kLongestName = 280;
}

BadgeRow::BadgeRow(GrantFlow *flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_label(secondaryLabel(QString(), this))
    , m_area(new QScrollArea(this))
    , m_add(makeButton(ButtonKind::Secondary, QString(), this, QStringLiteral("badge")))
{
    m_label->setWordWrap(false);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidgetResizable(true);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    auto *inner = new QWidget;
    m_chips = new QHBoxLayout(inner);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(kGrid);
    m_chips->addStretch();
    m_area->setWidget(inner);
    inner->setAutoFillBackground(false); // which setWidget() sets
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_label, 0, Qt::AlignTop);
    row->addWidget(m_area, 1);
    row->addWidget(m_add, 0, Qt::AlignTop);
    m_label->setFixedHeight(kControlHeight);
    connect(m_add, &QPushButton::clicked, this, &BadgeRow::pick);
    connect(m_flow, &GrantFlow::sourceChanged, this, &BadgeRow::showBadges);
    m_shown << -1; // not what is shown now
    showBadges();
}

void BadgeRow::takeFocus()
{
    m_add->setFocus();
}

QWidget *BadgeRow::makeChip(const Badge &badge)
{
    auto *chip = new Card(m_area->widget(), 0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 0, 0);
    row->setSpacing(2);
    auto *name = new ElidedLabel(TextSize::Body, badge.name, chip, Qt::ElideMiddle);
    name->setMinimumWidth(std::min(name->sizeHint().width(), kLongestName));
    name->setMaximumWidth(kLongestName);
    auto *out = makeIconButton(QStringLiteral("cross"), tr("Take out"), chip);
    out->setAccessibleName(tr("Take out %1").arg(badge.name));
    row->addWidget(name);
    row->addWidget(out);
    chip->column()->addLayout(row);
    chip->setFixedHeight(kControlHeight);
    // Later: the chip goes with its button, which is not done with the click yet.
    connect(out, &QToolButton::clicked, this, [this, id = badge.id] { takeOut(id); }, Qt::QueuedConnection);
    return chip;
}

void BadgeRow::showBadges()
{
    const QList<Badge> &badges = m_flow->badges();
    QList<BadgeId> ids;
    for (const Badge &badge : badges)
        ids << badge.id;
    if (ids == m_shown)
        return; // it is the people who have changed
    m_shown = ids;
    while (m_chips->count() > 1) {
        QLayoutItem *item = m_chips->takeAt(0);
        delete item->widget();
        delete item;
    }
    // Qt puts what is made later at the end of the window, and in order only behind what takes the focus.
    QWidget *before = m_add->previousInFocusChain();
    while (before != m_add && (before->focusPolicy() == Qt::NoFocus || m_area->isAncestorOf(before)))
        before = before->previousInFocusChain();
    for (const Badge &badge : badges) {
        QWidget *chip = makeChip(badge);
        m_chips->insertWidget(m_chips->count() - 1, chip);
        auto *out = chip->findChild<QToolButton *>();
        setTabOrder(before, out);
        before = out;
    }
    m_label->setText(badges.size() > 1 ? tr("Badges") : tr("Badge"));
    if (m_flow->revokes())
        m_add->setText(badges.isEmpty() ? tr("Choose a badge…") : tr("Another badge…"));
    else
        m_add->setText(badges.isEmpty() ? tr("Choose a badge…") : tr("Add a badge…"));
    // Names that do not fit are scrolled to, below them is where the bar lies then.
    const int needed = m_area->widget()->sizeHint().width();
    const int bar = needed > m_area->width() && badges.size() > 1 ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    m_area->setFixedHeight(kControlHeight + bar);
}

void BadgeRow::takeOut(BadgeId id)
{
    QList<Badge> left = m_flow->badges();
    const bool hadFocus = m_area->isAncestorOf(window()->focusWidget());
    left.removeIf([id](const Badge &badge) { return badge.id == id; });
    m_flow->setBadges(left);
    if (hadFocus)
        takeFocus();
}

void BadgeRow::pick()
{
    const bool one = m_flow->revokes();
    auto *picker = new BadgePicker(m_flow->context(), one ? BadgePicker::Wanted::OneOfAny : BadgePicker::Wanted::Several, m_flow->badges(), this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &BadgePicker::chosen, this, [this, one](const QList<Badge> &badges) {
        m_flow->setBadges(one ? badges : m_flow->badges() + badges);
    });
    picker->open();
}

} // namespace badgewright::ui
