// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection_button.h"

#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"
#include "ui/words/ability_words.h"

#include <QMenu>
#include <QPainter>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

QPixmap colourDot(const QString &colour, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colour));
    const qreal inset = size * 0.19;
    painter.drawEllipse(QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset));
    return pixmap;
}

ConnectionButton::ConnectionButton(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu)
            m_menu->popup(mapToGlobal(QPoint(0, -m_menu->sizeHint().height() - 4)));
    });
}

void ConnectionButton::setConnection(const Connection &connection)
{
    m_connection = connection;
    dress();
}

void ConnectionButton::setOffline(bool offline)
{
    m_offline = offline;
    updateGeometry();
    dress();
}

void ConnectionButton::dress()
{
    setText(m_connection.name);
    setAccessibleName(tr("Forum: %1, %2").arg(m_connection.name, m_offline ? tr("offline, %1").arg(m_connection.address()) : m_connection.address()));
    QString tip = tr("%1 as %2").arg(m_connection.address(), m_connection.user);
    if (m_offline)
        tip += u'\n' + tr("You work offline. “Connect again” is in this menu.");
    if (m_connection.safeMode == SafeMode::ReadOnly)
        tip += u'\n' + words::safeMode(m_connection.safeMode);
    setToolTip(tip);
    update();
}

QString ConnectionButton::state() const
{
    QStringList parts;
    if (m_offline)
        parts << tr("offline");
    if (m_connection.safeMode == SafeMode::ReadOnly)
        parts << tr("read only");
    return parts.join(tr(" · "));
}

void ConnectionButton::setPopup(QMenu *menu)
{
    m_menu = menu;
}

QSize ConnectionButton::sizeHint() const
{
    const int small = QFontMetrics(textFont(TextSize::Secondary)).height();
    return {140, fontMetrics().height() + (state().isEmpty() ? small : 2 * small) + 14};
}

void ConnectionButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    if (underMouse() || isDown())
        paint::roundedFrame(&painter, rect(), kRadius, t.soft, {});
    if (hasFocus())
        paint::roundedFrame(&painter, rect(), kRadius, {}, t.accent, 2);
    const auto seen = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QRect dot = seen({8, height() / 2 - 5, 10, 10});
    if (m_offline)
        paint::roundedFrame(&painter, dot, 5, {}, QColor(m_connection.colour), 2); // a ring: nothing is behind it now
    else
        paint::roundedFrame(&painter, dot, 5, QColor(m_connection.colour), {});
    const int left = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
    const int room = width() - 27 - 22;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int upper = QFontMetrics(strong).height();
    const QFont small = textFont(TextSize::Secondary);
    const int lower = QFontMetrics(small).height();
    const QString now = state();
    const int top = (height() - upper - (now.isEmpty() ? lower : 2 * lower)) / 2;
    painter.setFont(strong);
    painter.setPen(t.text);
    painter.drawText(seen({27, top, room, upper}), left, QFontMetrics(strong).elidedText(m_connection.name, Qt::ElideRight, room));
    painter.setFont(small);
    painter.setPen(t.secondary);
    // Both its ends: a port or a folder may be all that tells two forums apart.
    painter.drawText(seen({27, top + upper, room, lower}), left, QFontMetrics(small).elidedText(m_connection.address(), Qt::ElideMiddle, room));
    if (m_offline)
        painter.setPen(toneText(t, Tone::Look));
    if (!now.isEmpty())
        painter.drawText(seen({27, top + upper + lower, room, lower}), left, QFontMetrics(small).elidedText(now, Qt::ElideRight, room));
    paint::glyph(&painter, seen({width() - 22, 0, 16, height()}), u"chevron-up"_s, t.secondary, 14);
}

} // namespace badgewright::ui
