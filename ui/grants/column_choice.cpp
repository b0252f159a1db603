// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/column_choice.h"

#include "ui/kit/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kMostLines = 100;
constexpr int kExamples = 3;
constexpr int kLookedAt = 1000; // rows, for cells that hold something
constexpr int kTitleWidth = 200;

} // namespace

ColumnChoice::ColumnChoice(QWidget *parent)
    : QWidget(parent)
    , m_header(new QCheckBox(tr("The first row names the columns"), this))
    , m_inner(new QWidget)
    , m_grid(new QGridLayout(m_inner))
    , m_more(secondaryLabel(QString(), this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(2, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Columns"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // the boxes in it come into view with the focus
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_inner);
    m_inner->setAutoFillBackground(false);
    setFocusProxy(m_header);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_header);
    column->addWidget(scroll, 1);
    column->addWidget(m_more);
    connect(m_header, &QCheckBox::clicked, this, [this](bool on) {
        m_mapping.firstRowIsHeader = on;
        Q_EMIT chosen(m_mapping);
    });
}

ColumnChoice::Line ColumnChoice::makeLine(int column)
{
    using people::ColumnRole;
    auto *box = new QComboBox(m_inner);
    box->addItem(tr("Not used"), -1);
    box->addItem(tr("Username"), int(ColumnRole::Username));
    box->addItem(tr("E-mail"), int(ColumnRole::Email));
    box->addItem(tr("Account id"), int(ColumnRole::Id));
    box->addItem(tr("Profile address"), int(ColumnRole::ProfileUrl));
    box->addItem(tr("Single sign-on id"), int(ColumnRole::ExternalId));
    box->addItem(tr("Name"), int(ColumnRole::Name));
    box->addItem(tr("Reason"), int(ColumnRole::Reason));
    connect(box, &QComboBox::activated, this, [this, column, box](int index) {
        const int role = box->itemData(index).toInt();
        if (role >= 0)
            m_mapping.set(ColumnRole(role), column);
        else if (const auto had = m_mapping.roleOf(column))
            m_mapping.columns.remove(*had);
        Q_EMIT chosen(m_mapping);
    });
    auto *title = new ElidedLabel(TextSize::Secondary, QString(), m_inner);
    title->setBuddy(box);
    title->setMaximumWidth(kTitleWidth);
    return {title, box, new ElidedLabel(TextSize::Secondary, QString(), m_inner)};
}

void ColumnChoice::makeLines(int count)
{
    for (const Line &line : std::as_const(m_lines)) {
        delete line.title;
        delete line.box;
        delete line.example;
    }
    m_lines.clear();
    QWidget *before = m_header;
    for (int i = 0; i < count; ++i) {
        m_lines << makeLine(i);
        m_grid->addWidget(m_lines.at(i).title, i, 0);
        m_grid->addWidget(m_lines.at(i).box, i, 1);
        m_grid->addWidget(m_lines.at(i).example, i, 2);
        m_grid->setRowStretch(i, 0);
        setTabOrder(before, m_lines.at(i).box);
        before = m_lines.at(i).box;
    }
    m_grid->setRowStretch(count, 1);
}

void ColumnChoice::setTable(const people::Table &table, const people::ColumnMapping &mapping)
{
    m_mapping = mapping;
    const int count = std::min(table.columnCount, kMostLines);
    if (count != m_lines.size())
        makeLines(count);
    m_header->setChecked(mapping.firstRowIsHeader);
    m_more->setText(tr("Only the first %1 columns are offered.").arg(kMostLines));
    m_more->setVisible(table.columnCount > kMostLines);
    for (int i = 0; i < count; ++i) {
        const Line &line = m_lines.at(i);
        line.title->setText(people::columnTitle(table, mapping, i));
        line.box->setAccessibleName(line.title->text());
        const auto role = mapping.roleOf(i);
        line.box->setItemText(0, mapping.everyCell ? tr("People") : tr("Not used"));
        line.box->setCurrentIndex(role ? std::max(0, line.box->findData(int(*role))) : 0);
        QStringList examples;
        const qsizetype last = std::min<qsizetype>(table.rows.size(), kLookedAt);
        for (qsizetype row = mapping.firstRowIsHeader ? 1 : 0; row < last && examples.size() < kExamples; ++row) {
            if (const QString cell = table.cell(row, i); !cell.isEmpty())
                examples << cell;
        }
        line.example->setText(examples.join(QStringLiteral(" · ")));
    }
}

} // namespace badgewright::ui
