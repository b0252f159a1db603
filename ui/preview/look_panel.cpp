// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/look_panel.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/preview/contrast_table.h"
#include "ui/preview/forum_palette.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using artwork::ForumVersion;
using artwork::Vision;

namespace {

constexpr int kDefaults = 0;
constexpr int kOwn = 1;

void addField(QVBoxLayout *column, const QString &name, QWidget *field, QWidget *parent)
{
    auto *pair = new QVBoxLayout;
    pair->setSpacing(6);
    pair->addWidget(fieldLabel(name, field, parent));
    pair->addWidget(field, 0, qobject_cast<QComboBox *>(field) ? Qt::Alignment() : Qt::AlignLeft);
    column->addLayout(pair);
}

constexpr int kAsTheForum = -1;

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(qMax(0, box->findData(value)));
}

} // namespace

LookPanel::LookPanel(ForumPalette *palette, QWidget *parent)
    : QWidget(parent),
      m_palette(palette),
      m_pages(new SegmentedControl(tr("Pages"), {tr("Both"), tr("Light"), tr("Dark")}, this)),
      m_scale(new SegmentedControl(tr("Enlargement"), {tr("1×"), tr("2×"), tr("3×")}, this)),
      m_width(new SegmentedControl(tr("Width of the browser"), {tr("320 px"), tr("768 px"), tr("1110 px")}, this)),
      m_textSize(new QComboBox(this)),
      m_version(new QComboBox(this)),
      m_vision(new QComboBox(this)),
      m_colours(new QComboBox(this)),
      m_edit(makeButton(ButtonKind::Secondary, tr("Edit…"), this)),
      m_contrasts(new ContrastTable(this))
{
    for (const int size : ForumLook::textSizes())
        m_textSize->addItem(size == 16 ? tr("%1 px, the usual").arg(size) : tr("%1 px").arg(size), size);
    m_version->addItem({}, kAsTheForum);
    m_version->addItem(tr("Since June 2026: 56 px, fitted"), int(ForumVersion::FromJune2026));
    m_version->addItem(tr("Since 2025: 56 px"), int(ForumVersion::From2025));
    m_version->addItem(tr("Before 2025: 52.5 px"), int(ForumVersion::Before2025));
    m_version->addItem(tr("Before 2023: 80 px"), int(ForumVersion::Before2023));
    setForumVersion(ForumVersion::From2025);
    m_vision->addItem(tr("All colours"), int(Vision::Usual));
    m_vision->addItem(tr("Red-blind (protanopia)"), int(Vision::RedBlind));
    m_vision->addItem(tr("Green-blind (deuteranopia)"), int(Vision::GreenBlind));
    m_vision->addItem(tr("Blue-blind (tritanopia)"), int(Vision::BlueBlind));
    m_vision->addItem(tr("No colours: grey"), int(Vision::Grey));
    m_colours->addItem(tr("The usual ones"));
    m_colours->addItem(tr("The forum’s own"));
    m_textSize->setObjectName(u"placesTextSize"_s);
    m_version->setObjectName(u"placesVersion"_s);
    m_vision->setObjectName(u"placesVision"_s);
    m_colours->setObjectName(u"placesColours"_s);
    m_edit->setObjectName(u"editColours"_s);
    m_edit->setAccessibleName(tr("Edit the forum’s own colours"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(14);
    addField(column, tr("Pages"), m_pages, this);
    addField(column, tr("Enlargement"), m_scale, this);
    addField(column, tr("Width of the browser"), m_width, this);
    addField(column, tr("Text size of the reader"), m_textSize, this);
    addField(column, tr("Version of the forum"), m_version, this);
    addField(column, tr("Seen by"), m_vision, this);
    auto *colours = new QVBoxLayout;
    colours->setSpacing(6);
    colours->addWidget(fieldLabel(tr("Colours"), m_colours, this));
    auto *row = new QHBoxLayout;
    row->addWidget(m_colours, 1);
    row->addWidget(m_edit);
    colours->addLayout(row);
    column->addLayout(colours);
    column->addSpacing(4);
    column->addWidget(sectionLabel(tr("Contrast"), this));
    column->addWidget(m_contrasts);
    column->addStretch();

    for (SegmentedControl *control : {m_pages, m_scale, m_width})
        connect(control, &SegmentedControl::currentChanged, this, &LookPanel::lookChanged);
    for (QComboBox *box : {m_textSize, m_version, m_vision})
        connect(box, &QComboBox::activated, this, &LookPanel::lookChanged);
    connect(m_colours, &QComboBox::activated, this, &LookPanel::chooseColours);
    connect(m_edit, &QPushButton::clicked, this, &LookPanel::editColoursWanted);
    connect(palette, &ForumPalette::changed, this, &LookPanel::showPalette);
    showPalette();
}

ForumLook LookPanel::look() const
{
    ForumLook look;
    look.pages = ForumLook::Pages(m_pages->current());
    look.scale = m_scale->current() + 1;
    look.width = ForumLook::widths().value(m_width->current(), look.width);
    look.textSize = m_textSize->currentData().toInt();
    if (const int version = m_version->currentData().toInt(); version != kAsTheForum)
        look.version = ForumVersion(version);
    look.vision = Vision(m_vision->currentData().toInt());
    return look;
}

void LookPanel::setLook(const ForumLook &look)
{
    m_pages->setCurrent(look.pages);
    m_scale->setCurrent(look.scale - 1);
    m_width->setCurrent(int(ForumLook::widths().indexOf(look.width)));
    choose(m_textSize, look.textSize);
    choose(m_version, look.version ? int(*look.version) : kAsTheForum);
    choose(m_vision, int(look.vision));
}

void LookPanel::setForumVersion(ForumVersion version)
{
    m_version->setItemText(0, tr("This forum’s. %1").arg(m_version->itemText(m_version->findData(int(version)))));
}

void LookPanel::showPalette()
{
    m_colours->setCurrentIndex(m_palette->usesOwn() ? kOwn : kDefaults);
}

void LookPanel::chooseColours(int index)
{
    if (index == kOwn && !m_palette->hasOwn()) {
        // There are none yet: they are asked for, and until then nothing changes.
        showPalette();
        Q_EMIT editColoursWanted();
        return;
    }
    m_palette->setUsesOwn(index == kOwn);
}

} // namespace badgewright::ui
