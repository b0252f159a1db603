// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/kit/icon.h"
#include "ui/kit/labels.h"
#include "ui/kit/search_field.h"
#include "ui/kit/style_paint.h"
#include "ui/shell/fuzzy.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHere = 30; ///< so much better a command of the page in view fits

constexpr int kWidth = 560;
constexpr int kShadow = 12;
constexpr int kMostRows = 10;
constexpr int kEntryRole = Qt::UserRole + 1;
constexpr int kSectionRole = Qt::UserRole + 2;
constexpr int kShortcutRole = Qt::UserRole + 3;

QString plainText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u'.'))
        text.chop(1);
    return text;
}

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens(option.palette);
        const QRect r = option.rect.adjusted(8, 0, -8, 0);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            paint::roundedFrame(painter, r, kRadius, option.state & QStyle::State_Selected ? t.selection : t.soft, {});
        const auto seen = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        const QString own = ownIconName(icon);
        const QRect mark = seen({r.left() + 10, r.top(), 18, r.height()});
        if (!own.isEmpty())
            paint::glyph(painter, mark, own, t.secondary, 16);
        else if (!icon.isNull())
            icon.paint(painter, mark);
        const int left = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
        const int right = int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter);
        const QFont small = textFont(TextSize::Secondary);
        const QString shortcut = index.data(kShortcutRole).toString();
        const QString section = index.data(kSectionRole).toString();
        const QString tail = shortcut.isEmpty() ? section : section + u"   "_s + shortcut;
        const int tailWidth = QFontMetrics(small).horizontalAdvance(tail);
        painter->setFont(small);
        painter->setPen(t.secondary);
        painter->drawText(seen({r.right() - tailWidth - 12, r.top(), tailWidth + 2, r.height()}), right, tail);
        painter->setFont(option.font);
        painter->setPen(t.text);
        const QRect words(r.left() + 38, r.top(), r.width() - 38 - tailWidth - 28, r.height());
        painter->drawText(seen(words), left,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, qMax(36, option.fontMetrics.height() + 16)};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_search(new SearchField(tr("Find a command"), this))
    , m_list(new QListView(this))
    , m_nothing(bodyLabel(tr("No command of that name."), this))
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Commands"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kShadow + 12, kShadow + 12, kShadow + 12, kShadow + 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_list);
    column->setStretch(2, 1);
    m_nothing->setTone(Tone::Note);
    m_nothing->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_search->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    hide();
}

void CommandPalette::open(const QList<Entry> &entries)
{
    m_entries.clear();
    for (const Entry &entry : entries) {
        if (entry.action && entry.action->isEnabled() && entry.action->isVisible() && !entry.action->text().isEmpty())
            m_entries += entry;
    }
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_search->clear();
    fill({});
    place();
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::fill(const QString &typed)
{
    struct Hit {
        int score;
        int index;
    };
    QList<Hit> hits;
    for (int i = 0; i < m_entries.size(); ++i) {
        const QAction *action = m_entries.at(i).action;
        if (!action)
            continue;
        const QString name = plainText(action);
        const int score = qMax(fuzzyScore(typed, name), fuzzyScore(typed, m_entries.at(i).section + u' ' + name) - 20);
        if (score >= 0)
            hits += {typed.trimmed().isEmpty() ? 0 : score + (m_entries.at(i).here ? kHere : 0), i};
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    m_model->clear();
    for (const Hit &hit : std::as_const(hits)) {
        const QAction *action = m_entries.at(hit.index).action;
        auto *item = new QStandardItem(action->icon(), plainText(action));
        item->setData(hit.index, kEntryRole);
        item->setData(m_entries.at(hit.index).section, kSectionRole);
        item->setData(action->shortcut().toString(QKeySequence::NativeText), kShortcutRole);
        item->setData(tr("%1, %2").arg(plainText(action), m_entries.at(hit.index).section), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setVisible(hits.isEmpty());
    m_list->setVisible(!hits.isEmpty());
    place();
}

void CommandPalette::trigger()
{
    const QModelIndex index = m_list->currentIndex();
    const QPointer<QAction> action = index.isValid() ? m_entries.at(index.data(kEntryRole).toInt()).action : nullptr;
    leave();
    if (action && action->isEnabled())
        action->trigger();
}

void CommandPalette::leave()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int rows = qMin(kMostRows, m_model->rowCount());
    const int row = qMax(36, fontMetrics().height() + 16);
    const int width = qMin(kWidth + 2 * kShadow, window->width() - 32);
    const int height = 2 * kShadow + 12 + kControlHeight + 16 + (rows ? rows * row : 24) + 4;
    setGeometry((window->width() - width) / 2, 64, width, qMin(height, window->height() - 96));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_search)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    // A soft shadow in steps; a blur would cost a picture of the whole window.
    for (int i = 0; i < kShadow; ++i) {
        QColor shade(0, 0, 0, (t.dark ? 10 : 4));
        paint::roundedFrame(&painter, QRectF(rect()).adjusted(i, i + 1, -i, -i), 14, shade, {});
    }
    paint::roundedFrame(&painter, rect().adjusted(kShadow, kShadow, -kShadow, -kShadow), 10, t.panel, t.line);
}

} // namespace badgewright::ui
