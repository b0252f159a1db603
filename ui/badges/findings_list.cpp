// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/findings_list.h"

#include "ui/kit/labels.h"
#include "ui/kit/pill.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace badgewright::ui {

using artwork::Finding;

/// One finding. It takes the focus as a whole, so that a screen reader reads it.
class FindingRow : public QWidget
{
public:
    FindingRow(const Finding &finding, const QString &fix, QWidget *parent) : QWidget(parent), m_kind(finding.kind)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(3, 3, 3, 3);
        row->setSpacing(8);
        PillLabel *pill = nullptr;
        switch (finding.level) {
        case Finding::Level::Good:
            pill = new PillLabel(FindingsList::tr("good"), Tone::Good, this);
            break;
        case Finding::Level::Look:
            pill = new PillLabel(FindingsList::tr("look"), Tone::Look, this);
            break;
        case Finding::Level::Note:
            pill = new PillLabel(FindingsList::tr("note"), Tone::Note, this);
            break;
        }
        row->addWidget(pill, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        TextLabel *sentence = bodyLabel(finding.sentence, this);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        sentence->setFocusPolicy(Qt::NoFocus);
        words->addWidget(sentence);
        if (!fix.isEmpty()) {
            m_link = new LinkButton(fix, this);
            words->addWidget(m_link, 0, Qt::AlignLeft);
        }
        row->addLayout(words, 1);
        setAccessibleName(FindingsList::tr("%1: %2", "weight and sentence of a finding").arg(pill->text(), finding.sentence));
        setAccessibleDescription(fix.isEmpty() ? QString() : FindingsList::tr("Return: %1").arg(fix));
    }
    Finding::Kind kind() const { return m_kind; }
    LinkButton *link() const { return m_link; }

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        QWidget::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QWidget::focusOutEvent(event);
        update();
    }
    void paintEvent(QPaintEvent *) override
    {
        if (!hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens(this).accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), kRadius, kRadius);
    }

private:
    Finding::Kind m_kind;
    LinkButton *m_link = nullptr;
};

FindingsList::FindingsList(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(5);
}

void FindingsList::setFindings(const QList<Finding> &findings, const QHash<Finding::Kind, QString> &fixes)
{
    if (findings == m_findings && fixes == m_fixes)
        return;
    m_findings = findings;
    m_fixes = fixes;
    // Who pressed a link stays in the list, where the next one is.
    QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    int current = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i)->focusPolicy() != Qt::NoFocus)
            current = i;
    }
    m_rows.clear();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        // The link that was pressed may be among them, and is still at work.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Finding &finding : findings) {
        if (!m_rows.isEmpty())
            m_lines->addWidget(new Line(this));
        auto *row = new FindingRow(finding, fixes.value(finding.kind), this);
        row->installEventFilter(this);
        if (row->link())
            connect(row->link(), &LinkButton::clicked, this, [this, kind = finding.kind] { Q_EMIT fixWanted(kind); });
        m_rows << row;
        m_lines->addWidget(row);
        row->show();
    }
    QWidget *before = m_before;
    for (FindingRow *row : std::as_const(m_rows)) {
        // Qt puts only what takes the focus in an order; those that are not the current one lose it again below.
        row->setFocusPolicy(Qt::StrongFocus);
        for (QWidget *next : {static_cast<QWidget *>(row), static_cast<QWidget *>(row->link())}) {
            if (before && next)
                setTabOrder(before, next);
            if (next)
                before = next;
        }
    }
    makeCurrent(qMin(current, int(m_rows.size()) - 1), hadFocus);
}

int FindingsList::firstHeight(int width) const
{
    if (m_rows.isEmpty())
        return 0;
    const FindingRow *row = m_rows.first();
    return row->hasHeightForWidth() ? row->heightForWidth(width) : row->sizeHint().height();
}

void FindingsList::makeCurrent(int current, bool focus)
{
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setFocusPolicy(i == current ? Qt::StrongFocus : Qt::NoFocus);
    if (focus && current >= 0 && current < m_rows.size())
        m_rows.at(current)->setFocus(Qt::OtherFocusReason);
}

bool FindingsList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    int row = -1;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i) == watched)
            row = i;
    }
    if (row < 0)
        return QWidget::eventFilter(watched, event);
    const int last = int(m_rows.size()) - 1;
    switch (key->key()) {
    case Qt::Key_Up:
        makeCurrent(qMax(0, row - 1), true);
        return true;
    case Qt::Key_Down:
        makeCurrent(qMin(last, row + 1), true);
        return true;
    case Qt::Key_Home:
        makeCurrent(0, true);
        return true;
    case Qt::Key_End:
        makeCurrent(last, true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_rows.at(row)->link())
            break;
        Q_EMIT fixWanted(m_rows.at(row)->kind());
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace badgewright::ui
