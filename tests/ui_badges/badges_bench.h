// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"
#include "support/clock.h"
#include "support/fake_forum.h"
#include "support/scripted_ask_user.h"
#include "support/settings.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/buttons.h"
#include "ui/kit/notice.h"

#include <QBuffer>
#include <QDropEvent>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QtMath>

namespace badgewright::test {

using namespace Qt::StringLiterals;

inline QPainterPath star(QPointF centre, qreal outer, qreal inner, int points)
{
    QPainterPath path;
    for (int i = 0; i < 2 * points; ++i) {
        const qreal radius = i % 2 ? inner : outer;
        const qreal angle = M_PI * i / points - M_PI / 2;
        const QPointF at = centre + radius * QPointF(qCos(angle), qSin(angle));
        i ? path.lineTo(at) : path.moveTo(at);
    }
    path.closeSubpath();
    return path;
}

/// A badge as somebody might draw it: a ring with points, a disc, a star.
inline QImage drawnBadge(const QColor &ring, const QColor &disc, QSize size = {512, 512})
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre(size.width() / 2.0, size.height() / 2.0);
    const qreal radius = qMin(size.width(), size.height()) / 2.0;
    painter.fillPath(star(centre, radius, radius * 0.86, 12), ring);
    painter.setPen(Qt::NoPen);
    painter.setBrush(disc);
    painter.drawEllipse(centre, radius * 0.72, radius * 0.72);
    painter.fillPath(star(centre, radius * 0.52, radius * 0.22, 5), Qt::white);
    return image;
}

inline QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

inline QByteArray svgGlyph(const char *path)
{
    return QByteArrayLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"") + path + "\"/></svg>";
}

/// A forum with eight badges, and the Badges page on it.
struct BadgesBench {
    SystemClock clock;
    std::shared_ptr<FakeForum> forum = std::make_shared<FakeForum>(&clock);
    QTemporaryDir folder;
    std::unique_ptr<runs::Ledger> ledger;
    std::unique_ptr<runs::RunCentre> runs;
    std::unique_ptr<Settings> settings;
    ScriptedAskUser ask;
    QString drafts; ///< where drafts are kept; empty: nowhere
    QString cache;  ///< the same of pictures and icons
    Clock *pageClock = &clock;
    std::unique_ptr<ui::BadgesPage> page;

    explicit BadgesBench(bool filled = true)
    {
        ledger = std::move(*runs::Ledger::open(folder.filePath(QStringLiteral("ledger.sqlite"))));
        runs = std::make_unique<runs::RunCentre>(ledger.get(), &clock);
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        forum->theSite.imageExtensions = {QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("gif")};
        forum->theSite.maxImageBytes = 4 * 1024 * 1024;
        forum->icons = {{QStringLiteral("certificate"), svgGlyph("M8 0l2 4 5 1-4 3 1 6-4-3-4 3 1-6-4-3 5-1z")},
                        {QStringLiteral("leaf"), svgGlyph("M2 14C2 6 8 2 15 1c0 9-4 13-11 12z")},
                        {QStringLiteral("bolt"), svgGlyph("M9 0L2 9h5l-1 7 7-9H8z")}};
        forum->catalogue.groupings = {{1, QStringLiteral("Getting Started"), {}, 10, true},
                                      {102, QStringLiteral("Events"), {}, 11, false},
                                      {2, QStringLiteral("Community"), {}, 12, true},
                                      {5, QStringLiteral("Other"), {}, 13, true}};
        forum->catalogue.protectedSystemFields = {QStringLiteral("name"), QStringLiteral("badge_type_id"),
                                                  QStringLiteral("multiple_grant"), QStringLiteral("listable"),
                                                  QStringLiteral("show_posts")};
        if (filled)
            fill();
    }

    ~BadgesBench() { page.reset(); }

    Badge add(const QString &name, GroupingId grouping, int type, int holders, const QColor &ring, const QColor &disc)
    {
        Badge badge = forum->addBadge(name);
        Badge &kept = forum->catalogue.badges.last();
        kept.groupingId = grouping;
        kept.typeId = type;
        kept.grantCount = holders;
        kept.showInPostHeader = false;
        kept.icon = QStringLiteral("certificate");
        if (disc.isValid()) {
            kept.imageUploadId = badge.id;
            forum->pictures.insert(QStringLiteral("/uploads/%1.png").arg(badge.id), png(drawnBadge(ring, disc)));
            kept = forum->withPicture(kept);
        }
        return kept;
    }

    void fill()
    {
        const QColor gold(0xE7, 0xC3, 0x00);
        const QColor silver(0xC0, 0xC0, 0xC0);
        const QColor bronze(0xCD, 0x7F, 0x32);
        add(QStringLiteral("Green Thumb"), 1, kGold, 1204, gold, QColor(0x1F, 0x8A, 0x5B));
        add(QStringLiteral("First Seed"), 1, kBronze, 8913, {}, {});
        forum->catalogue.badges.last().icon = QStringLiteral("leaf");
        forum->catalogue.badges.last().system = true;
        add(QStringLiteral("Apex 2026"), 102, kGold, 12, gold, QColor(0x30, 0x56, 0xC8));
        Badge &apex = forum->catalogue.badges.last();
        apex.description = QStringLiteral("Blessing of the orchard council");
        apex.longDescription = QStringLiteral("Blessing of the orchard council. You are awesome and everyone should know!");
        apex.allowTitle = true;
        add(QStringLiteral("Karaoke Night"), 102, kSilver, 96, silver, QColor(0x8E, 0x3C, 0xB0));
        add(QStringLiteral("Spring Fair Helper"), 102, kBronze, 214, bronze, QColor(0xC2, 0x4E, 0x2A));
        forum->catalogue.badges.last().enabled = false;
        add(QStringLiteral("Problem Solver"), 2, kGold, 77, gold, QColor(0x0F, 0x82, 0x8A));
        add(QStringLiteral("Lightning Reply"), 2, kSilver, 340, {}, {});
        forum->catalogue.badges.last().icon = QStringLiteral("bolt");
        add(QStringLiteral("Good Neighbour"), 2, kBronze, 1022, bronze, QColor(0x3A, 0x6F, 0xB5));
        const Account bobby = forum->addAccount(QStringLiteral("bobby"));
        forum->addGrant(id("Apex 2026"), bobby.username, clock.utcNow().addDays(-3));
    }

    BadgeId id(const char *name) const
    {
        const Badge *badge = forum->catalogue.findByName(QString::fromLatin1(name));
        return badge ? badge->id : 0;
    }
    const Badge &badge(const char *name) const { return *forum->catalogue.findByName(QString::fromLatin1(name)); }

    /// The page in a window, as it stands beside the rail.
    ui::BadgesPage *open(QSize size = {1104, 766}, const ForumPtr &instead = {})
    {
        ui::PageContext context{instead ? instead : forum, runs.get(), pageClock, settings.get(), &ask};
        context.designs = folder.filePath(QStringLiteral("designs"));
        context.drafts = drafts;
        if (!cache.isEmpty()) {
            context.icons = cache + QStringLiteral("/icons");
            context.pictures = cache + QStringLiteral("/pictures");
        }
        page = std::make_unique<ui::BadgesPage>(context);
        page->resize(size);
        page->show();
        page->activate();
        return page.get();
    }
    template <class T> T *find(const char *name) const { return page->findChild<T *>(QString::fromLatin1(name)); }
};

inline QPushButton *button(const BadgesBench &bench, const char *name)
{
    return bench.find<QPushButton>(name);
}

/// A button of the notice that says how things went.
inline void pressInResult(const BadgesBench &bench, const QString &text)
{
    const auto buttons = bench.find<ui::Notice>("publishResult")->findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](QPushButton *one) { return one->isVisible() && one->text() == text; });
    QVERIFY(found != buttons.end());
    (*found)->click();
}

inline QWidget *named(const BadgesBench &bench, const QString &accessible)
{
    const auto all = bench.page->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->accessibleName() == accessible && widget->isVisibleTo(bench.page.get()))
            return widget;
    }
    return nullptr;
}

/// Whether it was taken.
inline bool drop(QWidget *onto, QMimeData *data)
{
    const QPointF at = QRectF(onto->rect()).center();
    QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &drop);
    return drop.isAccepted();
}

inline QLineEdit *nameField(const BadgesBench &bench)
{
    return qobject_cast<QLineEdit *>(named(bench, u"Name"_s));
}

/// Those of the editor for one badge; the one for several has others.
inline ui::PictureSection *pictureSection(const BadgesBench &bench)
{
    return bench.page->findChild<ui::BadgeEditor *>()->picture();
}

inline ui::PictureWell *pictureWell(const BadgesBench &bench)
{
    return pictureSection(bench)->well();
}

/// Goes on where the name ends.
inline void typeInName(const BadgesBench &bench, const QString &text)
{
    nameField(bench)->setFocus();
    nameField(bench)->end(false);
    QTest::keyClicks(nameField(bench), text);
}

/// The page with its list read and this badge chosen.
inline void openOn(BadgesBench &bench, const char *badge)
{
    bench.open();
    QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
    bench.page->open(bench.id(badge));
    QTRY_COMPARE(nameField(bench)->text(), QString::fromLatin1(badge));
}

inline void shoot(const BadgesBench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (folder.isEmpty())
        return;
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents(); // what is to be laid out anew is
    const QString ratio = bench.page->devicePixelRatioF() > 1 ? u"-2x"_s : QString();
    bench.page->grab().save(u"%1/badges-%2%3.png"_s.arg(folder, name, ratio));
}

} // namespace badgewright::test
