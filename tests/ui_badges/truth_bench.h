// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges_bench.h"

#include "ui/badges/findings_list.h"
#include "ui/kit/labels.h"
#include "ui/preview/forum_preview_dialog.h"
#include "ui/preview/place_view.h"

#include <QApplication>
#include <QComboBox>

#include <algorithm>

namespace badgewright::test {

inline ui::ForumPreviewDialog *openWindow(BadgesBench &bench)
{
    auto *all = bench.find<QPushButton>("allPlaces");
    all->click();
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *dialog = qobject_cast<ui::ForumPreviewDialog *>(window))
            return dialog;
    }
    return nullptr;
}

inline ui::PlaceView *place(const ui::ForumPreviewDialog *window, artwork::Place which, bool dark = false)
{
    const auto all = window->findChildren<ui::PlaceView *>();
    for (ui::PlaceView *view : all) {
        if (view->place() == which && view->scene().badge.dark == dark)
            return view;
    }
    return nullptr;
}

inline void press(const QWidget *root, const QString &choice, const QString &group)
{
    const auto all = root->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : all) {
        if (button->text() == choice && button->parentWidget()->accessibleName() == group)
            button->click();
    }
}

inline void select(const QWidget *root, const char *name, int index)
{
    auto *box = root->findChild<QComboBox *>(QString::fromLatin1(name));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

inline ui::LinkButton *link(const BadgesBench &bench, const QString &words)
{
    const auto all = bench.page->findChild<ui::FindingsList *>()->findChildren<ui::LinkButton *>();
    for (ui::LinkButton *button : all) {
        if (button->accessibleName() == words && button->isVisible())
            return button;
    }
    return nullptr;
}

inline bool says(const BadgesBench &bench, const QString &part)
{
    const auto all = bench.page->findChild<ui::FindingsList *>()->findChildren<QLabel *>();
    return std::any_of(all.begin(), all.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

inline void save(QWidget *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    QCoreApplication::sendPostedEvents(); // what is to be laid out anew is
    QCoreApplication::sendPostedEvents();
    if (!folder.isEmpty())
        window->grab().save(u"%1/places-%2.png"_s.arg(folder, name));
}

/// The badge's picture on the forum, as drawn by the test.
inline void givePicture(BadgesBench &bench, BadgeId id, const QImage &image)
{
    bench.forum->pictures.insert(u"/uploads/%1.png"_s.arg(id), png(image));
}

inline void givePicture(BadgesBench &bench, const char *name, const QImage &image)
{
    givePicture(bench, bench.id(name), image);
}

inline void giveJpeg(BadgesBench &bench, const char *name, const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 90);
    Badge &badge = bench.forum->catalogue.badges[2];
    QCOMPARE(badge.name, QString::fromLatin1(name));
    badge.imageUrl = QUrl(badge.imageUrl.toString().replace(u".png"_s, u".jpg"_s));
    bench.forum->pictures.insert(badge.imageUrl.path(), bytes);
}

inline QImage darkDisc(const QSize &size = {256, 256})
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x20, 0x20, 0x20));
    painter.drawEllipse(image.rect().adjusted(1, 1, -1, -1));
    return image;
}

} // namespace badgewright::test
