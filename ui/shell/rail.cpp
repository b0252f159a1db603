// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/kit/labels.h"
#include "ui/kit/style_paint.h"
#include "ui/shell/connection_button.h"
#include "ui/shell/run_list.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

class RailButton final : public QAbstractButton
{
public:
    RailButton(const Rail::Entry &entry, int number, QWidget *parent) : QAbstractButton(parent), m_iconName(entry.iconName)
    {
        setText(entry.title);
        setAccessibleName(entry.title);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setToolTip(Rail::tr("%1 (Alt+%2)").arg(entry.title).arg(number));
        setMinimumHeight(36);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {38 + fontMetrics().horizontalAdvance(text()) + 24, 36}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        if (isChecked())
            paint::roundedFrame(&painter, rect(), kRadius, t.selection, {});
        else if (underMouse())
            paint::roundedFrame(&painter, rect(), kRadius, t.soft, {});
        if (hasFocus())
            paint::roundedFrame(&painter, rect(), kRadius, {}, t.accent, 2);
        const QColor colour = isChecked() ? t.accent : t.text;
        const auto seen = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        paint::glyph(&painter, seen({10, 0, 18, height()}), m_iconName, colour, 18);
        QFont f = font();
        if (isChecked())
            f.setWeight(QFont::DemiBold);
        painter.setFont(f);
        painter.setPen(colour);
        painter.drawText(seen({38, 0, width() - 44, height()}),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                         QFontMetrics(f).elidedText(text(), Qt::ElideRight, width() - 44));
    }

private:
    QString m_iconName;
};

} // namespace

Rail::Rail(const QList<Entry> &entries, runs::RunCentre *runs, const Connection &connection, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_connection(new ConnectionButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 8);
    column->setSpacing(2);
    int number = 0;
    for (const Entry &entry : entries) {
        auto *button = new RailButton(entry, ++number, this);
        m_group->addButton(button, int(entry.page));
        column->addWidget(button);
    }
    column->addStretch();
    auto *running = new RunList(runs, this);
    column->addWidget(running);
    column->addSpacing(4);
    column->addWidget(new Line(this));
    column->addSpacing(4);
    column->addWidget(m_connection);
    setConnection(connection);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(PageId(id)); });
    connect(running, &RunList::chosen, this, &Rail::runChosen);
}

void Rail::setCurrent(PageId page)
{
    if (auto *button = m_group->button(int(page)))
        button->setChecked(true);
}

void Rail::setConnection(const Connection &connection)
{
    m_connection->setConnection(connection);
}

void Rail::setOffline(bool offline)
{
    m_connection->setOffline(offline);
}

void Rail::setMenu(QMenu *menu)
{
    m_connection->setPopup(menu);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Down && event->key() != Qt::Key_Up) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QList<QAbstractButton *> all = m_group->buttons();
    const qsizetype now = all.indexOf(m_group->checkedButton());
    const qsizetype next = qBound(qsizetype(0), now + (event->key() == Qt::Key_Down ? 1 : -1), all.size() - 1);
    all.at(next)->setFocus(Qt::TabFocusReason);
    all.at(next)->click();
}

} // namespace badgewright::ui
