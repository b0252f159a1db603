// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/places_sheet.h"

#include "ui/kit/labels.h"
#include "ui/preview/place_view.h"

#include <QBoxLayout>
#include <QLocale>
#include <QtMath>

namespace badgewright::ui {

using artwork::Place;

namespace {

constexpr int kBetweenPages = 12;

QString px(qreal value)
{
    // 56, 22.4, 21.11: as exact as it was measured, and no zeros behind.
    QString text = QLocale().toString(value, 'f', 2);
    const QString point = QLocale().decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLocale().zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

} // namespace

PlacesSheet::PlacesSheet(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 16, kMargin, 20);
    column->setSpacing(20);
    for (const Place place : artwork::kPlaces) {
        Section section{place, new QWidget(this), nullptr, nullptr, nullptr, nullptr, nullptr};
        auto *lines = new QVBoxLayout(section.whole);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(4);
        section.caption = sectionLabel({}, section.whole);
        section.numbers = secondaryLabel({}, section.whole);
        section.pages = new QBoxLayout(QBoxLayout::LeftToRight);
        section.pages->setSpacing(kBetweenPages);
        section.light = new PlaceView(place, section.whole);
        section.dark = new PlaceView(place, section.whole);
        section.pages->addWidget(section.light, 0, Qt::AlignLeft | Qt::AlignTop);
        section.pages->addWidget(section.dark, 0, Qt::AlignLeft | Qt::AlignTop);
        section.pages->addStretch();
        lines->addWidget(section.caption);
        lines->addWidget(section.numbers);
        lines->addSpacing(4);
        lines->addLayout(section.pages);
        column->addWidget(section.whole);
        m_sections << section;
    }
    column->addStretch();
}

void PlacesSheet::setScene(const artwork::PlacesScene &scene, const ForumLook &look)
{
    m_scene = scene;
    m_look = look;
    m_scene.windowWidth = look.width;
    artwork::dressFor(&m_scene.badge, look.version.value_or(scene.badge.version), look.textSize);
    artwork::PlacesScene dark = m_scene;
    m_scene.badge.dark = false;
    dark.badge.dark = true;
    for (const Section &section : std::as_const(m_sections)) {
        // Without permission nobody wears it as a title.
        const bool shown = section.place != Place::Title || scene.badge.badge.allowTitle;
        section.whole->setVisible(shown);
        if (!shown)
            continue;
        section.caption->setText(captionOf(section.place));
        section.numbers->setText(numbersOf(section.place));
        section.light->setVisible(look.pages != ForumLook::Dark);
        section.dark->setVisible(look.pages != ForumLook::Light);
        section.light->setScene(m_scene, look.scale, look.vision);
        section.dark->setScene(dark, look.scale, look.vision);
        section.light->setAccessibleName(tr("%1, on a light page").arg(section.caption->text()));
        section.dark->setAccessibleName(tr("%1, on a dark page").arg(section.caption->text()));
        section.light->setAccessibleDescription(section.numbers->text());
        section.dark->setAccessibleDescription(section.numbers->text());
    }
    arrange();
}

int PlacesSheet::widthFor(int windowWidth) const
{
    artwork::PlacesScene scene = m_scene;
    scene.windowWidth = windowWidth;
    return qCeil(artwork::placeSize(Place::Grid, scene).width() * m_look.scale) + 2 * kMargin;
}

void PlacesSheet::setRoom(int width)
{
    if (m_room == width)
        return;
    m_room = width;
    arrange();
}

void PlacesSheet::arrange()
{
    for (const Section &section : std::as_const(m_sections)) {
        const int both = section.light->sizeHint().width() + section.dark->sizeHint().width() + kBetweenPages + 2 * kMargin;
        section.pages->setDirection(both <= m_room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    }
}

QString PlacesSheet::captionOf(Place place) const
{
    switch (place) {
    case Place::Grid:
        return tr("In the list of badges");
    case Place::Head:
        return tr("At the head of its own page");
    case Place::Pill:
        return tr("As a pill in profiles");
    case Place::UserCard:
        return tr("In the card about a person, beside other badges");
    case Place::PostHeader:
        return tr("Above a post, behind the name");
    case Place::Notification:
        return tr("In the notifications");
    case Place::Title:
        return tr("As a title behind a username");
    }
    return {};
}

QString PlacesSheet::numbersOf(Place place) const
{
    const artwork::PlaceNumbers numbers = artwork::placeNumbers(place, m_scene);
    const artwork::PreviewInput &badge = m_scene.badge;
    QStringList parts;
    if (!numbers.picture.isEmpty()) {
        const QString size = tr("%1 × %2 px", "width, height").arg(px(numbers.picture.width()), px(numbers.picture.height()));
        const bool pill = place == Place::Pill || place == Place::UserCard || place == Place::PostHeader;
        if (badge.image.isNull())
            parts << tr("glyph %1").arg(size);
        else if (pill && badge.version != artwork::ForumVersion::FromJune2026 && badge.image.width() != badge.image.height())
            parts << tr("picture squeezed into %1").arg(size);
        else
            parts << tr("picture %1").arg(size);
    }
    if (numbers.namePx > 0)
        parts << tr("name in letters of %1 px").arg(px(numbers.namePx));
    if (place == Place::Notification)
        parts << (badge.image.isNull() ? tr("the icon is not shown here") : tr("the picture is not shown here"));
    if (place == Place::Grid && !badge.badge.enabled)
        parts << tr("only when it is enabled, which it is not");
    else if (place == Place::Grid && !badge.badge.listable)
        parts << tr("only when it is listed, which it is not");
    if (place == Place::PostHeader && !badge.badge.showInPostHeader)
        parts << tr("this forum shows no badges here");
    else if (place == Place::PostHeader && !*badge.badge.showInPostHeader)
        parts << tr("only when “Show in post header” is on, which it is not");
    QString text = parts.join(QStringLiteral(" · "));
    if (!text.isEmpty())
        text.front() = text.front().toUpper();
    return text;
}

} // namespace badgewright::ui
