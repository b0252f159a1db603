// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui_badges/badges_bench.h"

#include "forum/web_pictures.h"
#include "ui/badges/picture_source.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray jpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

/// The web as one picture under each address.
struct FakeWeb final : QObject, WebPictures {
    QHash<QUrl, QByteArray> pictures;
    QList<QUrl> asked;
    QList<QUrl> homes;
    std::optional<Error> error;
    bool holding = false;
    QPointer<Call<WebPicture>> held;

    Call<WebPicture> *fetch(const QUrl &url, const QUrl &home) override
    {
        asked << url;
        homes << home;
        if (holding) {
            auto *call = new Call<WebPicture>(this);
            held = call;
            return call;
        }
        if (error)
            return settledCall<WebPicture>(this, fail(*error));
        if (!pictures.contains(url))
            return settledCall<WebPicture>(this, fail(ErrorKind::NotFound));
        return settledCall<WebPicture>(this, WebPicture{pictures.value(url), url.fileName()});
    }
};

struct WebBench {
    BadgesBench badges;
    FakeWeb web;

    void open()
    {
        badges.page = std::make_unique<BadgesPage>(PageContext{badges.forum, badges.runs.get(), &badges.clock, badges.settings.get(), &badges.ask, nullptr,
                                                               badges.folder.filePath(u"designs"_s), &web});
        badges.page->resize(1104, 766);
        badges.page->show();
        badges.page->activate();
        QVERIFY(QTest::qWaitFor([this] { return badges.page->findChild<QTreeView *>()->isVisible(); }));
        badges.page->open(badges.id("Lightning Reply"));
        QVERIFY(QTest::qWaitFor([this] { return nameField(badges)->text() == u"Lightning Reply"_s; }));
    }
    bool drop(const QMimeData &data, QWidget *onto = nullptr) const
    {
        if (!onto)
            onto = pictureWell(badges);
        const QPoint at = onto->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropping(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &dropping);
        return dropping.isAccepted();
    }
    QString facts() const { return badges.find<QLabel>("pictureFacts")->text(); }
    QString complaint() const { return badges.find<QLabel>("pictureComplaint")->isVisible() ? badges.find<QLabel>("pictureComplaint")->text() : QString(); }
};

} // namespace

/// What browsers give when a picture is dragged out of a page.
class WebDropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreTakenAsTheyAre()
    {
        // As Firefox and Chromium give it: an address, the markup, and the picture itself.
        WebBench bench;
        bench.open();
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/wiki/Bee"_s)}); // the link around it
        data.setHtml(u"<a href=\"https://example.org/wiki/Bee\"><img alt=\"x\" src=\"https://example.org/img/bee.jpg?size=3&amp;v=2\"></a>"_s);
        data.setData(u"image/png"_s, png(drawnBadge(Qt::red, Qt::blue, {300, 300})));
        QVERIFY(bench.drop(data));
        QTRY_VERIFY2(bench.facts().startsWith(u"bee.png · 300\u00a0×\u00a0300"_s), qPrintable(bench.facts()));
        QCOMPARE(bench.web.asked, QList<QUrl>());
    }

    void anAddressIsFetched()
    {
        WebBench bench;
        bench.open();
        const QUrl url(u"https://example.org/img/bee.jpg?size=3&v=2"_s);
        bench.web.pictures.insert(url, jpeg(drawnBadge(Qt::red, Qt::blue, {300, 300})));
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/wiki/Bee"_s)});
        data.setHtml(u"<a href='x'><img width=3 src='https://example.org/img/bee.jpg?size=3&amp;v=2'></a>"_s);
        QVERIFY(bench.drop(data));
        QTRY_VERIFY2(bench.facts().contains(u"300\u00a0×\u00a0300"_s), qPrintable(bench.facts()));
        QCOMPARE(bench.web.asked, QList<QUrl>{url});
        QCOMPARE(bench.web.homes.first(), bench.badges.forum->connection().base);
        // A link to a picture, alone or as text.
        QMimeData link;
        link.setUrls({url});
        QVERIFY(bench.drop(link));
        QTRY_COMPARE(bench.web.asked.size(), 2);
        QMimeData text;
        text.setText(u" https://example.org/img/bee.jpg?size=3&v=2 "_s);
        QVERIFY(bench.drop(text));
        QTRY_COMPARE(bench.web.asked.size(), 3);
    }

    void onTheListItIsANewBadge()
    {
        WebBench bench;
        bench.open();
        const int before = bench.badges.forum->catalogue.badges.size();
        QWidget *list = bench.badges.page->findChild<QTreeView *>()->viewport();
        const QUrl url(u"https://example.org/img/bee_keeper-2.jpg"_s);
        bench.web.pictures.insert(url, jpeg(drawnBadge(Qt::red, Qt::blue, {300, 300})));
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/wiki/Bee"_s)});
        data.setHtml(u"<img src=\"https://example.org/img/bee_keeper-2.jpg\">"_s);
        QVERIFY(bench.drop(data, list));
        QTRY_VERIFY2(bench.facts().contains(u"300\u00a0×\u00a0300"_s), qPrintable(bench.facts()));
        QCOMPARE(bench.web.asked, QList<QUrl>{url});
        QCOMPARE(nameField(bench.badges)->text(), u"Bee keeper 2"_s);
        QCOMPARE(bench.badges.forum->catalogue.badges.size(), before); // a draft, as any other
        // The badge that was chosen has the picture that it had.
        bench.badges.page->open(bench.badges.id("Lightning Reply"));
        QVERIFY(!bench.facts().contains(u"300\u00a0×\u00a0300"_s));
        // Pixels without a name wait for one.
        QMimeData pixels;
        pixels.setData(u"image/png"_s, png(drawnBadge(Qt::red, Qt::blue, {200, 200})));
        QVERIFY(bench.drop(pixels, list));
        QTRY_VERIFY2(bench.facts().contains(u"200\u00a0×\u00a0200"_s), qPrintable(bench.facts()));
        QCOMPARE(nameField(bench.badges)->text(), QString());
        // What holds no picture is not taken.
        QMimeData text;
        text.setText(u"bees"_s);
        QVERIFY(!bench.drop(text, list));
    }

    void withoutItsPictureNoNewBadgeIsLeftOnTheList()
    {
        WebBench bench;
        bench.open();
        auto *list = bench.badges.page->findChild<QTreeView *>();
        const auto *notice = bench.badges.find<Notice>("publishResult");
        QMimeData data;
        data.setHtml(u"<img src=\"https://example.org/bee_keeper.jpg\">"_s);
        bench.web.error = Error::refusedHere(u"example.org does not have this picture any more."_s);
        QVERIFY(bench.drop(data, list->viewport()));
        QTRY_COMPARE(nameField(bench.badges)->text(), u"Lightning Reply"_s); // as before
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->sentence(), u"No badge was made: there is no picture for it."_s);
        QCOMPARE(notice->details(), u"The picture could not be fetched. example.org does not have this picture any more. Save it in the browser, and drop the file here."_s);
        QVERIFY(!bench.badges.page->hasUnsaved());
        QVERIFY(!bench.badges.find<QToolButton>("undo")->isEnabled());
        const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
        if (!folder.isEmpty())
            bench.badges.page->grab().save(folder + u"/web-no-badge.png"_s);
        // Called off, it goes as well.
        bench.web.holding = true;
        QVERIFY(bench.drop(data, list->viewport()));
        QTRY_COMPARE(nameField(bench.badges)->text(), u"Bee keeper"_s);
        Q_EMIT bench.badges.find<LinkButton>("stopFetching")->clicked();
        QTRY_COMPARE(nameField(bench.badges)->text(), u"Lightning Reply"_s);
        // What somebody has worked on stays.
        QVERIFY(bench.drop(data, list->viewport()));
        QTRY_COMPARE(nameField(bench.badges)->text(), u"Bee keeper"_s);
        typeInName(bench.badges, u" 2026"_s);
        bench.web.held->settle(fail(Error::refusedHere(u"example.org does not answer."_s)));
        QTRY_VERIFY(bench.complaint().contains(u"example.org does not answer."_s));
        QCOMPARE(nameField(bench.badges)->text(), u"Bee keeper 2026"_s);
    }

    void nothingIsTakenOnTheListWhereNothingCanBeMade()
    {
        WebBench bench;
        bench.badges.forum->abilities.deny(Ability::CreateBadges, u"This key may not create badges."_s);
        bench.open();
        QMimeData pixels;
        pixels.setData(u"image/png"_s, png(drawnBadge(Qt::red, Qt::blue, {200, 200})));
        QVERIFY(!bench.drop(pixels, bench.badges.page->findChild<QTreeView *>()->viewport()));
    }

    void anAnimationIsFetchedRatherThanItsStill()
    {
        WebBench bench;
        bench.open();
        const QUrl url(u"https://example.org/bee.gif"_s);
        QMimeData data;
        data.setHtml(u"<img src=\"https://example.org/bee.gif\">"_s);
        data.setData(u"image/png"_s, png(drawnBadge(Qt::red, Qt::blue, {200, 200})));
        QVERIFY(bench.drop(data));
        // It could not be had: then the still is better than nothing.
        QTRY_VERIFY2(bench.facts().contains(u"200\u00a0×\u00a0200"_s), qPrintable(bench.facts()));
        QCOMPARE(bench.web.asked, QList<QUrl>{url});
        // The browser gives the animation itself: nothing is fetched.
        data.setData(u"image/gif"_s, "GIF89a");
        QVERIFY(bench.drop(data));
        QTRY_VERIFY(!bench.complaint().isEmpty());
        QCOMPARE(bench.web.asked.size(), 1);
    }

    void aPictureWithinTheMarkupNeedsNoWeb()
    {
        WebBench bench;
        bench.open();
        QMimeData data;
        data.setHtml(u"<img src=\"data:image/png;base64,"_s + QString::fromLatin1(png(drawnBadge(Qt::red, Qt::blue, {120, 120})).toBase64()) + u"\">"_s);
        QVERIFY(bench.drop(data));
        QTRY_VERIFY2(bench.facts().contains(u"120\u00a0×\u00a0120"_s), qPrintable(bench.facts()));
        QVERIFY(bench.web.asked.isEmpty());
    }

    void whyNotIsSaidAndNothingLost()
    {
        WebBench bench;
        bench.open();
        typeInName(bench.badges, u" II"_s);
        QMimeData data;
        data.setHtml(u"<img src=\"https://example.org/bee.jpg\">"_s);
        bench.web.error = Error::refusedHere(u"example.org does not have this picture any more."_s);
        QVERIFY(bench.drop(data));
        QTRY_COMPARE(bench.complaint(), u"The picture could not be fetched. example.org does not have this picture any more. Save it in the browser, and drop the file here."_s);
        QVERIFY(!pictureWell(bench.badges)->hasPicture());
        QCOMPARE(nameField(bench.badges)->text(), u"Lightning Reply II"_s);
        bench.web.error = Error::of(ErrorKind::Network);
        QVERIFY(bench.drop(data));
        QTRY_VERIFY2(bench.complaint().contains(u"example.org"_s), qPrintable(bench.complaint()));
    }

    void itIsCalledOff()
    {
        WebBench bench;
        bench.open();
        bench.web.holding = true;
        QMimeData data;
        data.setHtml(u"<img src=\"https://example.org/bee.jpg\">"_s);
        QVERIFY(bench.drop(data));
        auto *words = bench.badges.find<QLabel>("pictureFetching");
        QTRY_VERIFY(words->isVisible());
        QCOMPARE(words->text(), u"Fetching the picture from example.org…"_s);
        QVERIFY(bench.web.held);
        Q_EMIT bench.web.held->progress(200'000, 800'000);
        QVERIFY2(words->text().contains(u"200\u00a0kB of 800\u00a0kB"_s), qPrintable(words->text()));
        const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
        if (!folder.isEmpty())
            bench.badges.page->grab().save(folder + u"/web-fetching.png"_s);
        // Another badge is looked at meanwhile.
        bench.badges.page->open(bench.badges.id("Green Thumb"));
        QTRY_VERIFY(!words->isVisible());
        bench.badges.page->open(bench.badges.id("Lightning Reply"));
        QTRY_VERIFY(words->isVisible());
        Q_EMIT bench.badges.find<LinkButton>("stopFetching")->clicked();
        QTRY_VERIFY(!words->isVisible());
        QVERIFY(bench.complaint().isEmpty());
        QVERIFY(!pictureWell(bench.badges)->hasPicture());
    }

    void whatIsNoPictureIsLeftToTheFields()
    {
        QMimeData page;
        page.setUrls({QUrl(u"https://example.org/wiki/Bee"_s)});
        page.setText(u"https://example.org/wiki/Bee"_s);
        QVERIFY(!holdsPicture(&page) && !pictureIn(&page));
        QMimeData words;
        words.setHtml(u"<p>bees <b>are</b> <imgx src=\"a\"></p>"_s);
        words.setText(u"bees are"_s);
        QVERIFY(!holdsPicture(&words) && !pictureIn(&words));
        QMimeData script;
        script.setHtml(u"<img src=\"javascript:alert(1)\">"_s);
        QVERIFY(!pictureIn(&script));
        QMimeData local;
        local.setHtml(u"<img src=\"file:///etc/passwd\">"_s);
        QVERIFY(!pictureIn(&local));
    }

    void heicIsTakenAndExplained()
    {
        WebBench bench;
        bench.open();
        QFile file(bench.badges.folder.filePath(u"phone.heic"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\0\0\0\x18" "ftypheic", 12) + QByteArray(40, '\0'));
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QVERIFY(bench.drop(data));
        QTRY_VERIFY2(bench.complaint().startsWith(u"This is a HEIC picture, as phones make them"_s), qPrintable(bench.complaint()));
    }
};

int runWebDropTest(int argc, char **argv)
{
    WebDropTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "web_drop_test.moc"
