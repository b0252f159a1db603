// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/run_list.h"

#include "runs/run.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

bool underWay(runs::RunState state)
{
    return state == runs::RunState::Running || state == runs::RunState::Paused || state == runs::RunState::Stopping;
}

} // namespace

/// "Run 41 · 312 of 980" over a thin bar.
class RunRow final : public QAbstractButton
{
public:
    explicit RunRow(QWidget *parent) : QAbstractButton(parent)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {140, QFontMetrics(textFont(TextSize::Secondary)).height() + 26}; }

    void setRun(const runs::Run *run)
    {
        m_done = run->counts().over();
        m_total = run->counts().total;
        const QString count = RunList::tr("%1 of %2").arg(words::number(m_done), words::number(m_total));
        const QString state = run->state() == runs::RunState::Running ? count : words::runState(run->state());
        setText(RunList::tr("Run %1 · %2").arg(run->id()).arg(state));
        setAccessibleName(RunList::tr("Run %1, %2, %3, %4")
                              .arg(run->id())
                              .arg(run->summary().title, words::runState(run->state()), count));
        const QString why = run->pauseReason();
        setToolTip(why.isEmpty() ? run->summary().title : run->summary().title + u'\n' + why);
        m_asleep = run->state() != runs::RunState::Running;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        if (underMouse())
            paint::roundedFrame(&painter, rect(), kRadius, t.soft, {});
        if (hasFocus())
            paint::roundedFrame(&painter, rect(), kRadius, {}, t.accent, 2);
        const QFont small = textFont(TextSize::Secondary);
        painter.setFont(small);
        painter.setPen(t.secondary);
        const QRect words(10, 4, width() - 20, QFontMetrics(small).height());
        painter.drawText(words, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                         QFontMetrics(small).elidedText(text(), Qt::ElideRight, words.width()));
        const QRectF trough(10, words.bottom() + 6, width() - 20, 8);
        paint::roundedFrame(&painter, trough, 4, t.dark ? t.soft : t.line, {});
        if (m_total <= 0 || m_done <= 0)
            return;
        QRectF done = trough;
        done.setWidth(qMax(8.0, trough.width() * m_done / m_total));
        if (layoutDirection() == Qt::RightToLeft)
            done.moveRight(trough.right());
        paint::roundedFrame(&painter, done, 4, m_asleep ? t.secondary : t.accent, {});
    }

private:
    int m_done = 0;
    int m_total = 0;
    bool m_asleep = false;
};

RunList::RunList(runs::RunCentre *runs, QWidget *parent) : QWidget(parent), m_runs(runs), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    if (!m_runs)
        return;
    connect(m_runs, &runs::RunCentre::runAdded, this, &RunList::refresh);
    connect(m_runs, &runs::RunCentre::runChanged, this, &RunList::refresh);
    connect(m_runs, &runs::RunCentre::runFinished, this, &RunList::refresh);
    refresh();
}

void RunList::refresh()
{
    QHash<int, RunRow *> gone = m_rows;
    for (const runs::Run *run : m_runs->active()) {
        if (!underWay(run->state()))
            continue;
        gone.remove(run->id());
        RunRow *&row = m_rows[run->id()];
        if (!row) {
            row = new RunRow(this);
            m_column->addWidget(row);
            connect(row, &QAbstractButton::clicked, this, [this, id = run->id()] { Q_EMIT chosen(id); });
        }
        row->setRun(run);
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        m_rows.remove(it.key());
        it.value()->deleteLater();
    }
    setVisible(!m_rows.isEmpty());
}

} // namespace badgewright::ui
