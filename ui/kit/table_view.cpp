// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_view.h"

#include "ui/kit/labels.h"
#include "ui/kit/pill.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

/// Rows parted by hairlines, without vertical ones: a grid would draw both.
class RowDelegate final : public PillDelegate
{
public:
    using PillDelegate::PillDelegate;
    void setPillColumn(int column) { m_pills.insert(column); }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = PillDelegate::createEditor(parent, option, index);
        if (editor)
            editor->setAutoFillBackground(true); // its rounded frame leaves corners where the cell would show
        return editor;
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        const bool current = option.state & QStyle::State_HasFocus;
        plain.state.setFlag(QStyle::State_HasFocus, false); // the selected row says where one is
        if (m_pills.contains(index.column()))
            PillDelegate::paint(painter, plain, index);
        else
            QStyledItemDelegate::paint(painter, plain, index);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens(option.palette).line);
        // Away from the selection (Ctrl with the arrows) nothing else would show it.
        if (current && !(option.state & QStyle::State_Selected))
            paint::roundedFrame(painter, QRectF(option.rect).adjusted(1, 1, -1, -2), 4, {}, tokens(option.palette).accent, 1.5);
    }

private:
    QSet<int> m_pills;
};

} // namespace

TableView::TableView(const QString &name, QWidget *parent) : QTableView(parent)
{
    setAccessibleName(name);
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(48);
    dress();
}

void TableView::setPillColumn(int column)
{
    static_cast<RowDelegate *>(itemDelegate())->setPillColumn(column);
}

void TableView::setColumnWidths(const QList<int> &widths, int stretched)
{
    for (int i = 0; i < widths.size(); ++i)
        setColumnWidth(i, widths.at(i));
    if (stretched >= 0) {
        horizontalHeader()->setStretchLastSection(false);
        horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    }
}

void TableView::letSort()
{
    // Not sorted to begin with: the order of the model is one that somebody chose, and a third click goes back to it.
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void TableView::copySelection()
{
    if (!selectionModel())
        return;
    QStringList lines;
    QList<int> columns;
    for (int c = 0; c < model()->columnCount(rootIndex()); ++c) {
        if (!isColumnHidden(c))
            columns.append(c);
    }
    const auto line = [&columns](auto &&cell) {
        QStringList cells;
        for (const int c : columns)
            cells += cell(c).replace(u'\t', u' ').replace(u'\n', u' ');
        return cells.join(u'\t');
    };
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    if (rows.isEmpty())
        return;
    lines += line([this](int c) { return model()->headerData(c, Qt::Horizontal).toString(); });
    for (const QModelIndex &row : std::as_const(rows))
        lines += line([&row](int c) { return row.siblingAtColumn(c).data().toString(); });
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT deletePressed();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        dress();
}

void TableView::dress()
{
    if (m_dressing)
        return;
    m_dressing = true;
    QFont font = textFont(TextSize::Secondary);
    font.setWeight(QFont::DemiBold);
    horizontalHeader()->setFont(font);
    verticalHeader()->setDefaultSectionSize(qMax(kRowHeight, fontMetrics().height() + 14));
    m_dressing = false;
}

QWidget *framed(QWidget *view, QWidget *parent)
{
    return new Frame(view, parent);
}

} // namespace badgewright::ui
