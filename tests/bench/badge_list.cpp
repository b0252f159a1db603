// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"
#include "bench/stall.h"
#include "bench/until.h"
#include "ui/badges/badge_pictures.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui_badges/badges_bench.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace badgewright::bench {

namespace {

/// Notes when a widget was painted to the end with something in it.
class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget *watched, const QElapsedTimer *timer) : m_timer(timer) { watched->installEventFilter(this); }
    qint64 at() const { return m_at; }
    void again() { m_at = -1; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_at >= 0)
            return false;
        // Painted here and now, so that what is noted comes after it.
        watched->removeEventFilter(this);
        QCoreApplication::sendEvent(watched, event);
        watched->installEventFilter(this);
        m_at = m_timer->elapsed();
        return true;
    }

private:
    const QElapsedTimer *m_timer;
    qint64 m_at = -1;
};

int shown(const QTreeView *view)
{
    int rows = 0;
    for (int i = 0; i < view->model()->rowCount(); ++i)
        rows += view->model()->rowCount(view->model()->index(i, 0));
    return rows;
}

} // namespace

bool listFigure(const Wish &wish)
{
    const int badges = wish.small ? 50 : 500;
    ui::Theme theme(*qApp, ui::ThemeChoice::Light);
    test::BadgesBench bench(false);
    const GroupingId groupings[] = {1, 102, 2, 5};
    for (int i = 0; i < badges; ++i)
        bench.add(QStringLiteral("Badge %1 of the orchard").arg(i), groupings[i % 4], 1 + i % 3, i * 7, QColor::fromHsv(i % 360, 200, 200),
                  i % 5 ? QColor(Qt::black) : QColor());

    QElapsedTimer timer;
    Stall stall;
    stall.longest();
    timer.start();
    ui::BadgesPage *page = bench.open({1280, 800});
    auto *view = page->findChild<QTreeView *>();
    auto *pictures = page->findChild<ui::BadgePictures *>();
    int arrived = 0;
    QObject::connect(pictures, &ui::BadgePictures::pictureArrived, page, [&arrived] { ++arrived; });
    FirstPaint painted(view->viewport(), &timer);
    runUntil([&] { return shown(view) == badges && painted.at() >= 0; });
    const qint64 first = painted.at();
    const qint64 opening = stall.longest();
    // Pictures come one after the other; the window is free meanwhile.
    runUntil([&] { return arrived > 0 && arrived == bench.forum->calls.filter(QStringLiteral("image ")).size(); });
    const qint64 whole = timer.elapsed();
    const qint64 whilePictures = stall.longest();

    auto *search = page->findChild<ui::SearchField *>();
    QList<qint64> searches;
    for (const char *text : {"1", "17", "orchard 3", "badge 499", "no such", ""}) {
        // From the moment in which the person's pause is over.
        timer.restart();
        painted.again();
        search->setText(QString::fromLatin1(text));
        Q_EMIT search->searched(search->text());
        view->viewport()->repaint();
        searches.append(timer.elapsed());
    }
    stall.longest();
    const qint64 filter = *std::max_element(searches.begin(), searches.end());
    const auto ms = [](qint64 value) { return QStringLiteral("%1 ms").arg(value); };
    const bool met = wish.small || filter <= 150;
    print(QStringLiteral("list: %1 badges in %2 groupings, four of five with a picture").arg(badges).arg(std::size(groupings)),
          {{QStringLiteral("part"), QStringLiteral("takes"), QStringLiteral("longest stall")},
           {QStringLiteral("page made, list read, first painted with all"), ms(first), ms(opening)},
           {QStringLiteral("all pictures of what can be seen"), ms(whole), ms(whilePictures)},
           {QStringLiteral("search answered and painted, the slowest of %1").arg(searches.size()), ms(filter), {}},
           {QStringLiteral("filter within 150 ms"), verdict(met), {}}});
    return met;
}

} // namespace badgewright::bench
