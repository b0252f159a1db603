// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/choice_list.h"

#include "ui/kit/labels.h"
#include "ui/kit/search_field.h"

#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kKeyRole = Qt::UserRole + 1;
constexpr int kNameRole = Qt::UserRole + 2;  ///< as a person calls it
constexpr int kWordsRole = Qt::UserRole + 3; ///< what is searched

/// Rows as high as those of a menu.
class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, kControlHeight - 4});
    }
};

} // namespace

ChoiceList::ChoiceList(Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search"), this))
    , m_view(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_status(secondaryLabel(QString(), this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterRole(kWordsRole);
    m_filtered->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortLocaleAware(true);
    m_filtered->sort(0);
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new ChoiceDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(mode == Mode::Several ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection);
    m_view->setUniformItemSizes(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_search->setEscapeClears(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addWidget(m_status);

    connect(m_search, &QLineEdit::textChanged, this, &ChoiceList::filter);
    connect(m_search, &SearchField::leftDownwards, this, [this] { m_view->setFocus(); });
    connect(m_search, &QLineEdit::returnPressed, this, &ChoiceList::activated);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoiceList::choiceChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChoiceList::choiceChanged);
    connect(m_view, &QListView::activated, this, &ChoiceList::activated);
}

void ChoiceList::setWords(const QString &prompt, const QString &name)
{
    m_search->setPrompt(prompt);
    m_view->setAccessibleName(name);
}

void ChoiceList::clear()
{
    m_model->clear();
    m_search->clear();
}

void ChoiceList::add(const QString &text, const QVariant &key, const QString &name, const QString &searched)
{
    auto *item = new QStandardItem(text);
    item->setToolTip(text);
    item->setData(key, kKeyRole);
    item->setData(name, kNameRole);
    item->setData(searched, kWordsRole);
    m_model->appendRow(item);
}

void ChoiceList::filter(const QString &text)
{
    m_filtered->setFilterFixedString(text.trimmed());
    if (!m_view->selectionModel()->hasSelection() && m_filtered->rowCount())
        m_view->setCurrentIndex(m_filtered->index(0, 0));
    dressStatus();
}

void ChoiceList::setStatus(const QString &text)
{
    m_said = text;
    dressStatus();
}

void ChoiceList::dressStatus()
{
    if (!m_said.isEmpty())
        m_status->setText(m_said);
    else if (m_model->rowCount() == 0)
        m_status->setText(tr("There are none on this forum."));
    else
        m_status->setText(m_filtered->rowCount() ? QString() : tr("Nothing here is called “%1”.").arg(m_search->text().trimmed()));
    m_status->setVisible(!m_status->text().isEmpty());
}

QVariant ChoiceList::key() const
{
    return m_view->currentIndex().data(kKeyRole);
}

QString ChoiceList::name() const
{
    return m_view->currentIndex().data(kNameRole).toString();
}

QList<QVariant> ChoiceList::keys() const
{
    QList<QVariant> keys;
    const QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    for (const QModelIndex &row : rows)
        keys << row.data(kKeyRole);
    return keys;
}

void ChoiceList::takeFocus()
{
    m_search->setFocus();
}

} // namespace badgewright::ui
