// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/buttons.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/icon.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/step_trail.h"
#include "ui/kit/table_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>

namespace badgewright::test {

/// One of everything, to be looked at and walked through.
class Gallery : public ui::Panel
{
public:
    Gallery()
    {
        using namespace Qt::StringLiterals;
        using namespace ui;
        resize(1100, 760);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto *header = new HeaderBar(u"Grant Spring Fair Helper"_s, this);
        header->setSubtitle(u"forum.example · spring-fair.csv, 231 rows"_s);
        header->setPicture(applicationPicture(32, devicePixelRatioF()));
        trail = new StepTrail({u"Source"_s, u"Match"_s, u"Review"_s, u"Run"_s, u"Result"_s}, this);
        trail->setCurrent(2);
        header->addWidget(trail);
        column->addWidget(header);
        auto *body = new QVBoxLayout;
        body->setContentsMargins(kMargin, 16, kMargin, 16);
        body->setSpacing(12);
        column->addLayout(body, 1);

        tiles = new CountTileRow(this);
        tiles->addTile(0, u"will be granted"_s)->setCount(214);
        tiles->addTile(1, u"hold it already"_s)->setCount(9);
        tiles->addTile(2, u"same person twice"_s)->setCount(3);
        tiles->setCurrent(0);
        body->addWidget(tiles);

        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(makeButton(ButtonKind::Flat, u"Groupings…"_s, this));
        row->addWidget(makeButton(ButtonKind::Secondary, u"Export"_s, this, u"download"_s));
        row->addWidget(makeButton(ButtonKind::Secondary, u"New badge"_s, this, u"plus"_s));
        row->addWidget(makeButton(ButtonKind::Danger, u"Delete…"_s, this, u"trash"_s));
        auto *menuButton = makeButton(ButtonKind::Secondary, u"More"_s, this);
        menuButton->setMenu(new QMenu(menuButton));
        row->addWidget(menuButton);
        auto *asleep = makeButton(ButtonKind::Secondary, u"Asleep"_s, this, u"gift"_s);
        asleep->setEnabled(false);
        row->addWidget(asleep);
        row->addWidget(makeIconButton(u"gear"_s, u"Settings"_s, this));
        row->addWidget(makeIconButton(u"more"_s, u"More"_s, this));
        row->addWidget(new SegmentedControl(u"Scheme"_s, {u"Both"_s, u"Light"_s, u"Dark"_s}, this));
        row->addStretch();
        row->addWidget(makeButton(ButtonKind::Primary, u"Publish to forum.example"_s, this, u"upload"_s));
        body->addLayout(row);

        auto *fields = new QHBoxLayout;
        fields->setSpacing(10);
        search = new SearchField(u"Search 38 badges"_s, this);
        fields->addWidget(search, 1);
        auto *name = new QLineEdit(u"Apex 2026"_s, this);
        name->setAccessibleName(u"Name"_s);
        fields->addWidget(name, 1);
        auto *combo = new QComboBox(this);
        combo->addItems({u"Gold"_s, u"Silver"_s});
        fields->addWidget(fieldLabel(u"Type"_s, combo, this));
        fields->addWidget(combo, 1);
        auto *spin = new QSpinBox(this);
        spin->setValue(15);
        spin->setAccessibleName(u"Points"_s);
        fields->addWidget(spin);
        auto *date = new QDateEdit(QDate(2026, 11, 20), this);
        date->setCalendarPopup(true);
        date->setAccessibleName(u"Day"_s);
        fields->addWidget(date);
        body->addLayout(fields);

        auto *checks = new QHBoxLayout;
        auto *on = new QCheckBox(u"Enabled"_s, this);
        on->setChecked(true);
        auto *off = new QCheckBox(u"Show the granting post"_s, this);
        auto *radio = new QRadioButton(u"One for all"_s, this);
        radio->setChecked(true);
        checks->addWidget(on);
        checks->addWidget(off);
        checks->addWidget(radio);
        checks->addWidget(new QRadioButton(u"Per row"_s, this));
        checks->addWidget(new PillLabel(u"good"_s, Tone::Good, this));
        checks->addWidget(new PillLabel(u"look"_s, Tone::Look, this));
        checks->addWidget(new PillLabel(u"no"_s, Tone::Bad, this));
        checks->addWidget(new PillLabel(u"note"_s, Tone::Note, this));
        checks->addWidget(new PillLabel(u"2 changes not published"_s, Tone::Accent, this));
        checks->addWidget(new LinkButton(u"Use a thinner ring"_s, this));
        auto *slider = new QSlider(Qt::Horizontal, this);
        slider->setValue(40);
        slider->setAccessibleName(u"Size"_s);
        checks->addWidget(slider);
        checks->addStretch();
        body->addLayout(checks);

        auto *strip = new ProgressStrip(this);
        strip->setAccessibleName(u"Progress"_s);
        strip->setParts({{Tone::Good, 124}, {Tone::Look, 3}, {Tone::Bad, 2}}, 214);
        body->addWidget(strip);
        auto *notice = new Notice(this);
        notice->say(Tone::Bad, u"forum.example could not be reached."_s, u"The host was not found. Check the network and try again."_s,
                    u"Try again"_s);
        body->addWidget(notice);

        model.setHorizontalHeaderLabels({u"Recipient"_s, u"Account"_s, u"Reason"_s, u"Verdict"_s});
        for (int i = 0; i < 40; ++i) {
            auto *verdict = new QStandardItem(i % 3 ? u"Will be granted"_s : u"No such account: elmer_t?"_s);
            verdict->setData(int(i % 3 ? Tone::Good : Tone::Look), kToneRole);
            model.appendRow({new QStandardItem(u"ada.moss %1"_s.arg(i)), new QStandardItem(u"Ada Moss"_s),
                             new QStandardItem(u"Spring fair 2026: who helped? · post 14"_s), verdict});
        }
        table = new TableView(u"Recipients"_s, this);
        table->setModel(&model);
        table->setPillColumn(3);
        table->setColumnWidths({180, 180, 300, 180}, 2);
        table->selectRow(1);
        auto *texts = new QHBoxLayout;
        texts->addWidget(framed(table, this), 3);
        auto *text = new QPlainTextEdit(u"Blessing of the orchard council. You are awesome and everyone should know!"_s, this);
        text->setAccessibleName(u"Long description"_s);
        texts->addWidget(text, 1);
        body->addLayout(texts, 1);

        auto *bar = new ActionBar(this);
        bar->addLeft(new PillLabel(u"2 changes not published"_s, Tone::Accent, this));
        bar->addLeft(secondaryLabel(u"name, picture"_s, this));
        bar->addRight(makeButton(ButtonKind::Flat, u"Discard"_s, this));
        bar->addRight(makeButton(ButtonKind::Primary, u"Publish to forum.example"_s, this));
        column->addWidget(bar);
    }

    ui::StepTrail *trail = nullptr;
    ui::CountTileRow *tiles = nullptr;
    ui::SearchField *search = nullptr;
    ui::TableView *table = nullptr;
    QStandardItemModel model;
};

} // namespace badgewright::test
