// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/source_list.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using people::SetOperator;

namespace {

constexpr qsizetype kMostLines = 3;
constexpr int kLineGap = 4;
constexpr int kStateWidth = 220;

QString stateOf(const AddedSources::Entry &entry)
{
    if (entry.error)
        return SourceList::tr("could not be read");
    if (entry.read)
        return SourceList::tr("%Ln people", nullptr, int(entry.people.recipients.size()));
    if (entry.total > 0)
        return SourceList::tr("reading, %L1 of %L2…").arg(entry.done).arg(entry.total);
    return entry.done > 0 ? SourceList::tr("reading, %L1…").arg(entry.done) : SourceList::tr("reading…");
}

} // namespace

QComboBox *makeOperatorBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(SourceList::tr("and also"), int(SetOperator::Also));
    box->addItem(SourceList::tr("only those also in"), int(SetOperator::OnlyIn));
    box->addItem(SourceList::tr("without"), int(SetOperator::Without));
    return box;
}

SourceList::SourceList(AddedSources *sources, QWidget *parent)
    : QScrollArea(parent)
    , m_sources(sources)
    , m_inner(new QWidget)
    , m_column(new QVBoxLayout(m_inner))
{
    setAccessibleName(tr("Sources beside the list"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kLineGap);
    setWidget(m_inner);
    m_inner->setAutoFillBackground(false);
    connect(m_sources, &AddedSources::changed, this, &SourceList::showSources);
    showSources();
}

void SourceList::setHasBeginning(bool has)
{
    if (m_hasBeginning == has)
        return;
    m_hasBeginning = has;
    showSources();
}

SourceList::Line SourceList::makeLine(int id)
{
    auto *whole = new QWidget(m_inner);
    Line line{id, whole, makeOperatorBox(whole), new ElidedLabel(TextSize::Body, QString(), whole),
              new ElidedLabel(TextSize::Secondary, QString(), whole), makeIconButton(QStringLiteral("refresh"), tr("Read again"), whole),
              makeIconButton(QStringLiteral("cross"), tr("Take out"), whole)};
    line.state->setMaximumWidth(kStateWidth);
    line.name->setBuddy(line.how); // which alone gives a box its name for a screen reader
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(line.how);
    row->addWidget(line.name, 1);
    row->addWidget(line.state);
    row->addWidget(line.again);
    row->addWidget(line.remove);
    connect(line.how, &QComboBox::activated, this, [this, id, box = line.how](int index) {
        m_sources->setOperator(id, SetOperator(box->itemData(index).toInt()));
    });
    connect(line.again, &QToolButton::clicked, this, [this, id] { m_sources->readAgain(id); });
    // Later: the line goes with its button, which is not done with the click yet.
    connect(line.remove, &QToolButton::clicked, this, [this, id] { takeOut(id); }, Qt::QueuedConnection);
    return line;
}

void SourceList::takeOut(int id)
{
    const auto line = std::find_if(m_lines.cbegin(), m_lines.cend(), [id](const Line &one) { return one.id == id; });
    if (line == m_lines.cend())
        return;
    const bool hadFocus = line->whole->isAncestorOf(window()->focusWidget());
    const qsizetype at = line - m_lines.cbegin();
    m_sources->remove(id);
    if (hadFocus && !m_lines.isEmpty())
        m_lines.at(std::min(at, m_lines.size() - 1)).remove->setFocus();
    else if (hadFocus)
        Q_EMIT emptied();
}

void SourceList::showSources()
{
    const QList<AddedSources::Entry> &entries = m_sources->entries();
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        if (m_sources->find(m_lines.at(i).id))
            continue;
        delete m_lines.at(i).whole;
        m_lines.removeAt(i);
    }
    for (qsizetype i = m_lines.size(); i < entries.size(); ++i) {
        m_lines << makeLine(entries.at(i).id);
        m_column->addWidget(m_lines.last().whole);
    }
    for (qsizetype i = 0; i < entries.size(); ++i)
        show(m_lines.at(i), entries.at(i), i == 0 && !m_hasBeginning);
    const int lines = int(std::min(entries.size(), kMostLines));
    setFixedHeight(lines * (kControlHeight + kLineGap) - (lines ? kLineGap : 0));
    setVisible(!entries.isEmpty());
}

void SourceList::show(const Line &line, const AddedSources::Entry &entry, bool isBeginning)
{
    QString name = people::sourceName(entry.spec);
    if (isBeginning && !name.isEmpty())
        name[0] = name.at(0).toUpper();
    line.how->setCurrentIndex(line.how->findData(int(entry.how)));
    line.how->setVisible(!isBeginning || entry.how != SetOperator::Also);
    line.how->setAccessibleName(tr("How %1 count").arg(name));
    line.name->setText(name);
    line.state->setText(stateOf(entry));
    line.state->setTone(entry.error ? Tone::Bad : Tone::Note);
    line.again->setVisible(entry.error.has_value());
    line.remove->setAccessibleName(tr("Take out %1").arg(name));
}

} // namespace badgewright::ui
