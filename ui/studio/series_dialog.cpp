// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/series_dialog.h"

#include "artwork/design_painter.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/theme.h"
#include "ui/studio/layer_words.h"

#include <QAbstractItemDelegate>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kThumb = 32;
constexpr int kNarrowestColumn = 140;
constexpr int kWidestColumn = 260;
constexpr int kHeadPadding = 28;

/// "2024, 2025, 2026" is a list; "Well done, Bobby" is not.
QStringList typedList(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("\\s*[,;]\\s*"));
    const QStringList parts = text.trimmed().split(separators, Qt::SkipEmptyParts);
    const bool plain = std::none_of(parts.begin(), parts.end(), [](const QString &part) { return part.contains(u' '); });
    return parts.size() > 2 || (parts.size() == 2 && plain) ? parts : QStringList();
}

/// Several lines are several rows, also where a cell is being written.
bool isRows(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.contains(u'\n') || trimmed.contains(u'\t');
}

/// Lets the dialog see the keys of a cell's editor.
class WordDelegate final : public QStyledItemDelegate
{
public:
    WordDelegate(QObject *listener, QObject *parent) : QStyledItemDelegate(parent), m_listener(listener) {}
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->installEventFilter(m_listener);
        return editor;
    }

private:
    QObject *m_listener;
};

} // namespace

SeriesDialog::SeriesDialog(const artwork::BadgeDesign &design, const QString &whyNoBadges, AskUser *ask, QWidget *parent)
    : QDialog(parent),
      m_design(design),
      m_whyNoBadges(whyNoBadges),
      m_texts(artwork::textLayers(design)),
      m_table(new QTableWidget(1, int(m_texts.size()) + 1, this)),
      m_status(secondaryLabel({}, this)),
      m_pictures(makeButton(ButtonKind::Secondary, tr("Save pictures…"), this)),
      m_badges(makeButton(ButtonKind::Primary, tr("Make new badges"), this)),
      m_ask(ask)
{
    setWindowTitle(design.title.isEmpty() ? tr("Series") : tr("Series: %1").arg(design.title));
    resize(520, 420);
    QStringList heads;
    for (const int place : m_texts)
        heads << layerTitle(design.layers.at(place));
    heads << tr("Badge");
    m_table->setHorizontalHeaderLabels(heads);
    m_table->horizontalHeader()->setStretchLastSection(true);
    // Long texts are shown as far as there is room, and whole by the pointer.
    for (int column = 0; column < words(); ++column) {
        m_table->horizontalHeaderItem(column)->setToolTip(heads.at(column));
        m_table->setColumnWidth(column, std::clamp(m_table->horizontalHeader()->sectionSizeHint(column), kNarrowestColumn, kWidestColumn));
        showHead(column);
    }
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &SeriesDialog::showHead);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setFixedHeight(qMax(kRowHeight, m_table->horizontalHeader()->fontMetrics().height() + 12));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kListRowHeight);
    m_table->setIconSize({kThumb, kThumb});
    m_table->setAccessibleName(tr("Words of the series"));
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    m_table->setItemDelegate(new WordDelegate(this, m_table));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(bodyLabel(tr("A row for each badge. Write its words, or a whole list: 2024, 2025, 2026. Rows of a table can be pasted."), this));
    column->addWidget(m_table, 1);
    column->addWidget(m_status);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    auto *cancel = makeButton(ButtonKind::Flat, tr("Cancel"), this);
    auto *pasteList = makeButton(ButtonKind::Flat, tr("Paste a list"), this);
    pasteList->setObjectName(QStringLiteral("pasteList"));
    foot->addWidget(pasteList);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_pictures);
    foot->addWidget(m_badges);
    column->addLayout(foot);
    m_badges->setToolTip(whyNoBadges);
    for (QPushButton *button : {pasteList, cancel, m_pictures, m_badges})
        button->setAutoDefault(false); // Return belongs to the table

    connect(m_table, &QTableWidget::cellChanged, this, &SeriesDialog::cellWritten);
    // The table's own connection comes first: the cell is written by then.
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this, [this](QWidget *, QAbstractItemDelegate::EndEditHint hint) {
        if (hint == QAbstractItemDelegate::SubmitModelCache) // Return
            toNextRow();
        m_listEnd = -1;
    });
    connect(pasteList, &QPushButton::clicked, this, [this] {
        const QString text = QGuiApplication::clipboard()->text();
        if (text.trimmed().isEmpty())
            m_status->setText(tr("There is no text on the clipboard."));
        else
            paste(text);
        m_table->setFocus();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_pictures, &QPushButton::clicked, this, [this] {
        Q_EMIT picturesWanted(m_made);
        accept();
    });
    connect(m_badges, &QPushButton::clicked, this, [this] {
        Q_EMIT badgesWanted(m_made);
        accept();
    });
    judge();
    m_table->setCurrentCell(0, 0);
    m_table->setFocus();
}

SeriesDialog::~SeriesDialog()
{
    // A cell that is being written is taken when the table goes, and that is after this.
    m_table->disconnect(this);
    m_table->horizontalHeader()->disconnect(this);
    m_table->itemDelegate()->disconnect(this);
}

QList<QStringList> SeriesDialog::rows() const
{
    QList<QStringList> rows;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList texts;
        bool any = false;
        for (int column = 0; column < words(); ++column) {
            const QTableWidgetItem *item = m_table->item(row, column);
            texts << (item ? item->text().trimmed() : QString());
            any = any || !texts.last().isEmpty();
        }
        if (any)
            rows << texts;
    }
    return rows;
}

void SeriesDialog::showHead(int column)
{
    QTableWidgetItem *head = m_table->horizontalHeaderItem(column);
    if (column < words())
        head->setText(m_table->horizontalHeader()->fontMetrics().elidedText(head->toolTip(), Qt::ElideRight, m_table->columnWidth(column) - kHeadPadding));
}

void SeriesDialog::cellWritten(int row, int column)
{
    if (m_judging)
        return;
    // In the middle of the table a list would write over what follows.
    if (row == m_table->rowCount() - 1 && column < words()) {
        const QStringList list = typedList(m_table->item(row, column)->text());
        if (!list.isEmpty()) {
            fill(list, row, column);
            m_listEnd = row + int(list.size()) - 1;
        }
    }
    judge();
}

void SeriesDialog::toNextRow()
{
    const int next = std::max(m_table->currentRow(), m_listEnd) + 1;
    if (next < m_table->rowCount())
        m_table->setCurrentCell(next, std::min(m_table->currentColumn(), words() - 1));
}

void SeriesDialog::reject()
{
    if (m_leaving || rows().isEmpty()) {
        QDialog::reject();
        return;
    }
    if (m_leaveAsked)
        return;
    m_leaveAsked = true;
    const Question question{tr("Throw the words away?"), tr("What stands in the table is kept nowhere else."), tr("Throw away"), tr("Go on writing"), true, {}, false};
    m_ask->confirm(this, question, [this](bool yes) {
        m_leaveAsked = false;
        m_leaving = yes;
        if (yes)
            reject();
    });
}

void SeriesDialog::judge()
{
    if (m_judging)
        return;
    const QScopedValueRollback judging(m_judging, true);
    const auto made = artwork::series(m_design, m_design.title, rows());
    m_made = made ? *made : QList<artwork::NamedDesign>();
    int next = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool any = false;
        for (int column = 0; column < words(); ++column) {
            const QTableWidgetItem *item = m_table->item(row, column);
            any = any || (item && !item->text().trimmed().isEmpty());
        }
        auto *result = m_table->item(row, words());
        if (!result) {
            result = new QTableWidgetItem;
            result->setFlags(Qt::ItemIsEnabled);
            m_table->setItem(row, words(), result);
        }
        const bool shown = any && next < m_made.size();
        result->setText(shown ? m_made.at(next).name : QString());
        result->setIcon(shown ? QIcon(QPixmap::fromImage(artwork::designImage(m_made.at(next).design, 2 * kThumb))) : QIcon());
        next += any;
    }
    // There is always an empty row at the end.
    const QStringList last = [this] {
        QStringList texts;
        for (int column = 0; column < words(); ++column) {
            const QTableWidgetItem *item = m_table->item(m_table->rowCount() - 1, column);
            texts << (item ? item->text().trimmed() : QString());
        }
        return texts;
    }();
    if (!last.join(QString()).isEmpty())
        m_table->insertRow(m_table->rowCount());
    const bool any = !m_made.isEmpty();
    m_pictures->setEnabled(any);
    m_badges->setEnabled(any && m_whyNoBadges.isEmpty());
    m_status->setText(any ? tr("Badges in the series: %1").arg(m_made.size())
                          : (rows().isEmpty() ? QString() : made.error().detail));
}

void SeriesDialog::paste(const QString &text)
{
    // A list in one line is a list, too.
    static const QRegularExpression lineEnds(QStringLiteral("\\r?\\n"));
    static const QRegularExpression separators(QStringLiteral("\\s*[,;]\\s*"));
    QStringList lines = text.trimmed().split(lineEnds, Qt::SkipEmptyParts);
    if (lines.size() == 1 && !text.contains(u'\t'))
        lines = lines.first().split(separators, Qt::SkipEmptyParts);
    fill(lines, std::max(0, m_table->currentRow()), std::clamp(m_table->currentColumn(), 0, words() - 1));
    judge();
}

void SeriesDialog::fill(const QStringList &lines, int row, int column)
{
    const QScopedValueRollback judging(m_judging, true);
    for (const QString &line : lines) {
        if (row >= artwork::design_limits::kMostInSeries)
            break;
        if (row >= m_table->rowCount())
            m_table->insertRow(row);
        const QStringList texts = line.split(u'\t');
        for (int i = 0; i < texts.size() && column + i < words(); ++i)
            m_table->setItem(row, column + i, new QTableWidgetItem(texts.at(i).trimmed()));
        ++row;
    }
}

bool SeriesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste(QGuiApplication::clipboard()->text());
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            toNextRow();
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            const auto chosen = m_table->selectedItems();
            for (QTableWidgetItem *item : chosen) {
                if (item->column() < words())
                    item->setText({});
            }
            return true;
        }
    }
    if (auto *editor = qobject_cast<QLineEdit *>(watched); editor && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)
        && isRows(QGuiApplication::clipboard()->text())) {
        Q_EMIT m_table->itemDelegate()->closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
        paste(QGuiApplication::clipboard()->text());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace badgewright::ui
