// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_preview_metrics.h"
#include "artwork/design.h"
#include "artwork/design_painter.h"
#include "artwork/picture_prepare.h"
#include "artwork/pixels.h"
#include "artwork/svg_cleaning.h"
#include "cases.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kLeaf = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 14C2 6 8 2 15 1c0 9-4 13-11 12z"/></svg>)";
const QByteArray kManyWays = R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
    <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></linearGradient>
    <radialGradient id="r" gradientUnits="userSpaceOnUse" cx="150" cy="50" r="40" gradientTransform="translate(75 0) scale(.5 1)"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#116611"/></radialGradient></defs>
    <g transform="rotate(10 50 50)" opacity=".8"><rect x="10" y="20" width="70" height="50" rx="9" fill="url(#g)"/></g>
    <circle cx="150" cy="50" r="38" fill="url(#r)" stroke="#332200" stroke-width="5" stroke-dasharray="9 4"/>
    <path d="M20 90h160" stroke="#774400" stroke-width="8" stroke-linecap="round" fill="none"/>
    <path d="M90 20h30v30h-30z M98 28h14v14h-14z" fill-rule="evenodd" fill="#008888" fill-opacity=".5"/></svg>)x";

BadgeDesign everything()
{
    BadgeDesign design = startDesign(kGold);
    design.layers[0].fill.kind = FillKind::Radial;
    design.layers[1].fill.kind = FillKind::Linear;
    Layer scallop = newLayer(LayerKind::Shape);
    scallop.shape = ShapeKind::Scalloped;
    scallop.size = 140;
    scallop.centre = {120, 140};
    scallop.opacity = 0.6;
    scallop.turn = 20;
    design.layers << scallop << newLayer(LayerKind::Ribbon) << *symbolLayer(u"leaf"_s, kLeaf, false)
                  << *symbolLayer(u"drawing"_s, kManyWays, true) << newLayer(LayerKind::Text);
    design.layers[4].ribbon = RibbonKind::Tails;
    design.layers[5].fill.kind = FillKind::Linear;
    design.layers[5].turn = -30;
    design.layers[7].text = u"2026"_s;
    design.layers[7].fill.kind = FillKind::Linear;
    design.layers[7].centre.ry() = 400;
    return design;
}

QImage drawnSvg(const QByteArray &svg, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(image.rect()));
    return image;
}

/// The share of pixels that differ by more than a shade.
double difference(const QImage &a, const QImage &b)
{
    const QImage x = a.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const QImage y = b.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    int other = 0;
    for (int row = 0; row < x.height(); ++row) {
        for (int column = 0; column < x.width(); ++column) {
            const QRgb p = x.pixel(column, row);
            const QRgb q = y.pixel(column, row);
            const int most = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                       std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))});
            other += most > 12;
        }
    }
    return double(other) / (x.width() * x.height());
}

void shoot(const QImage &image, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        image.save(u"%1/design-%2.png"_s.arg(folder, name));
}

BadgeDesign only(const Layer &layer)
{
    BadgeDesign design;
    design.layers = {layer};
    return design;
}

} // namespace

void DesignCases::comesBackFromItsFile()
{
    BadgeDesign design = everything();
    design.title = u"Apex 2026"_s;
    design.background = QColor(0x10, 0x20, 0x30);
    design.layers[2].name = u"Stern „mit“ Namen"_s;
    design.layers[2].visible = false;
    const QByteArray file = designToJson(design);
    const Result<BadgeDesign> back = designFromJson(file);
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(back->layers.size(), design.layers.size());
    for (int i = 0; i < design.layers.size(); ++i)
        QVERIFY2(back->layers.at(i) == design.layers.at(i), qPrintable(QString::number(i)));
    QVERIFY(*back == design);
    QCOMPARE(designToJson(*back), file);
    for (const int side : {256, 512}) {
        design.side = side;
        QVERIFY(*designFromJson(designToJson(design)) == design);
    }
    design.side = 300; // none that there is
    QCOMPARE(designFromJson(designToJson(design))->side, kAutomaticSide);
}

void DesignCases::strangersDesigns_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("taken");
    const QByteArray head = R"({"format":"badgewright-design","version":1,"layers":)";
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("no JSON") << QByteArray("{\"format\":") << false;
    QTest::newRow("something else") << QByteArray(R"({"format":"badgewright-plan","layers":[]})") << false;
    QTest::newRow("newer") << QByteArray(R"({"format":"badgewright-design","version":2,"layers":[]})") << false;
    QTest::newRow("no layers") << QByteArray(R"({"format":"badgewright-design","version":1})") << false;
    QTest::newRow("layers of numbers") << head + "[1,2]}" << false;
    QTest::newRow("too many layers") << head + '[' + QByteArray("{},").repeated(40) + "{}]}" << false;
    QTest::newRow("brackets without end") << head + QByteArray(100'000, '[') << false;
    QTest::newRow("deep") << head + QByteArray(500, '[') + QByteArray(500, ']') + '}' << false;
    QTest::newRow("a symbol that is none") << head + R"([{"kind":"symbol","svg":"<html/>"}]})" << false;
    QTest::newRow("a symbol with entities")
        << head + R"x([{"kind":"symbol","svg":"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>"}]})x" << false;
    QTest::newRow("a symbol too large")
        << head + R"([{"kind":"symbol","svg":"<svg>)" + QByteArray(300 * 1024, ' ') + R"(</svg>"}]})" << false;
    QTest::newRow("numbers out of bounds")
        << head + R"([{"kind":"shape","shape":"star","points":100000,"size":1e300,"x":-1e300,"depth":-4,"turn":1e9,"opacity":7}]})" << true;
    QTest::newRow("other types")
        << head + R"([{"kind":7,"size":"large","fill":[],"visible":"no","text":{"a":1},"weight":null}]})" << true;
    QTest::newRow("a size that there is not") << R"({"format":"badgewright-design","version":1,"side":100000,"layers":[]})"_ba << true;
    QTest::newRow("unknown words") << head + R"([{"kind":"cube","shape":"blob","fill":{"colour":"nonsense"}}]})" << true;
}

void DesignCases::strangersDesigns()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, taken);
    const Result<BadgeDesign> design = designFromJson(file);
    QCOMPARE(design.has_value(), taken);
    if (!taken) {
        QCOMPARE(design.error().kind, ErrorKind::RefusedHere);
        QVERIFY(!design.error().detail.isEmpty());
        return;
    }
    for (const Layer &layer : design->layers) {
        QVERIFY(layer == withinLimits(layer));
        QVERIFY(layer.size <= design_limits::kLargest && layer.points <= design_limits::kMostPoints);
        QVERIFY(layer.fill.colour.isValid());
    }
    QVERIFY(!designImage(*design, 64).isNull());
}

void DesignCases::strangersSvgIsCleaned()
{
    const QByteArray file = R"x({"format":"badgewright-design","version":1,"layers":[{"kind":"symbol","svg":"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8' onload='x()'><script>x()</script><image href='http://forum.example/spy.png'/><path d='M0 0h8v8z'/></svg>"}]})x";
    const Result<BadgeDesign> design = designFromJson(file);
    QVERIFY(design);
    const QByteArray svg = design->layers.first().svg;
    QVERIFY(svg.contains("<path"));
    QVERIFY(!svg.contains("script") && !svg.contains("onload") && !svg.contains("forum.example"));
}

void DesignCases::svgLooksLikeThePng_data()
{
    QTest::addColumn<BadgeDesign>("design");
    QTest::newRow("start") << startDesign(kSilver);
    QTest::newRow("everything") << everything();
    QTest::newRow("drawing") << only(*symbolLayer(u"drawing"_s, kManyWays, true));
    BadgeDesign ground = only(newLayer(LayerKind::Text));
    ground.background = QColor(0x30, 0x56, 0xC8);
    QTest::newRow("text on a ground") << ground;
    QTest::newRow("ribbon") << only(newLayer(LayerKind::Ribbon));
}

void DesignCases::svgLooksLikeThePng()
{
    QFETCH(BadgeDesign, design);
    const QImage painted = designImage(design, 256);
    const QImage exported = drawnSvg(designToSvg(design), 256);
    shoot(painted, QString::fromLatin1(QTest::currentDataTag()) + u"-png"_s);
    shoot(exported, QString::fromLatin1(QTest::currentDataTag()) + u"-svg"_s);
    QVERIFY(!visibleBounds(painted).isEmpty());
    const double other = difference(painted, exported);
    QVERIFY2(other < 0.004, qPrintable(QString::number(other)));
    // And it looks like the drawing that it was made of.
    if (QString::fromLatin1(QTest::currentDataTag()) == u"drawing"_s) {
        QImage wide(512, 512, QImage::Format_ARGB32_Premultiplied);
        wide.fill(Qt::transparent);
        QSvgRenderer renderer(kManyWays);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&wide);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(156, 156, 200, 200));
        painter.end();
        QVERIFY2(difference(designImage(design, 512), wide) < 0.004, qPrintable(QString::number(difference(designImage(design, 512), wide))));
    }
}

void DesignCases::svgPassesTheForumWhole()
{
    const QByteArray svg = designToSvg(everything(), 256);
    const Result<CleanSvg> clean = cleanSvg(svg);
    QVERIFY(clean);
    QCOMPARE(clean->bytes, svg);
    QVERIFY(clean->droppedElements.isEmpty() && !clean->hadScript && !clean->hadForeignReference && !clean->hasText);
    QCOMPARE(clean->size, QSizeF(256, 256));
    QVERIFY(svg.contains("viewBox=\"0 0 512 512\"") && svg.contains("width=\"256\"") && svg.contains("height=\"256\""));
    for (const char *element : {"<use", "<text", "<style", "<image", "<mask", "<pattern", "transform=\"rotate"})
        QVERIFY2(!svg.contains(element), element);
}

void DesignCases::symbolsTakeTheLayersFill()
{
    Layer leaf = *symbolLayer(u"leaf"_s, kLeaf, false);
    leaf.fill.colour = QColor(0x12, 0x34, 0x56);
    const QImage image = designImage(only(leaf), 512);
    QCOMPARE(image.pixelColor(256, 256), QColor(0x12, 0x34, 0x56));
    leaf.ownColours = true;
    QCOMPARE(designImage(only(leaf), 512).pixelColor(256, 256), QColor(Qt::black));
}

void DesignCases::symbolsFollowUseAndText()
{
    const QByteArray used = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><defs><path id="p" d="M0 0h20v20h-20z"/></defs>
        <use href="#p" x="10" y="40"/><use href="#p" x="70" y="40"/></svg>)";
    QList<DesignPiece> pieces = svgPieces(used);
    QCOMPARE(pieces.size(), 2);
    QCOMPARE(pieces.at(1).path.boundingRect().center().x(), 0.3);
    const QByteArray text = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text x="10" y="60" font-size="40">AB</text></svg>)";
    pieces = svgPieces(text);
    QVERIFY(!pieces.isEmpty());
    QVERIFY(pieces.first().path.elementCount() > 8);
}

void DesignCases::hugeSvgsAreLeftOut()
{
    // Dashes finer than anything visible, along an endless line, would be worked out for hours.
    const QByteArray dashes = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 5h90000" stroke="#000" stroke-width=".01" stroke-dasharray=".0001 .0001"/></svg>)";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(svgPieces(dashes).size() <= 1);
    QVERIFY(timer.elapsed() < 5000);
    const QByteArray far = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h1e30v1e30z"/></svg>)";
    QVERIFY(svgPieces(far).isEmpty());
    const QByteArray many = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">)" + QByteArray("<path d='M0 0h1v1z'/>").repeated(9000) + "</svg>";
    QCOMPARE(svgPieces(many).size(), 4000);
}

void DesignCases::followsTheType()
{
    const BadgeDesign gold = startDesign(kGold);
    const BadgeDesign silver = forType(gold, kSilver);
    QCOMPARE(silver.typeId, kSilver);
    QCOMPARE(silver.layers.at(1).fill.colour, badgeTypeColour(kSilver));
    // What does not follow the type stays.
    QVERIFY(silver.layers.at(0) == gold.layers.at(0));
    QVERIFY(silver.layers.at(2) == gold.layers.at(2));
    // The ring's own pixels, near the top.
    QCOMPARE(designImage(silver, 512).pixelColor(256, 40), badgeTypeColour(kSilver));
    QVERIFY(forType(silver, kGold) == gold);
}

void DesignCases::makesAllTypes()
{
    const QList<NamedDesign> all = inAllTypes(startDesign(kBronze), u"Apex"_s);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).name, u"Apex (Gold)"_s);
    QCOMPARE(all.at(2).name, u"Apex (Bronze)"_s);
    QCOMPARE(all.at(1).design.layers.at(1).fill.colour, badgeTypeColour(kSilver));
}

void DesignCases::makesASeries()
{
    BadgeDesign design = startDesign(kGold);
    Layer year = newLayer(LayerKind::Text);
    year.text = u"2024"_s;
    design.layers << year;
    const auto years = series(design, u"Apex 2024"_s, {{u"2024"_s}, {u"2025"_s}, {u"2026"_s}});
    QVERIFY(years);
    QCOMPARE(years->size(), 3);
    QCOMPARE(years->at(2).name, u"Apex 2026"_s);
    QCOMPARE(years->at(2).design.layers.last().text, u"2026"_s);
    QVERIFY(years->at(0).design.layers == design.layers);
    QCOMPARE(years->at(1).design.title, u"Apex 2025"_s);
    // A name without the text gets it behind; a second column goes to the second text; an empty word keeps what is there.
    Layer level = newLayer(LayerKind::Text);
    level.text = u"I"_s;
    design.layers << level;
    // The layer holds another word than the name does.
    BadgeDesign numbered = design;
    numbered.layers[textLayers(numbered).first()].text = u"1"_s;
    const auto next = series(numbered, u"Apex 2026"_s, {{u"2027"_s}, {u"2028"_s}});
    QCOMPARE(next->at(0).name, u"Apex 2027"_s);
    QCOMPARE(next->at(1).name, u"Apex 2028"_s);
    QCOMPARE(series(numbered, u"Apex 2026"_s, {{u"II"_s}})->first().name, u"Apex 2026 II"_s);
    const auto levels = series(design, u"Gardener"_s, {{u""_s, u"II"_s}, {u"2025"_s, u"III"_s}});
    QVERIFY(levels);
    QCOMPARE(levels->at(0).name, u"Gardener 2024"_s);
    QCOMPARE(levels->at(0).design.layers.last().text, u"II"_s);
    QCOMPARE(levels->at(1).name, u"Gardener 2025"_s);
    QCOMPARE(levels->at(1).design.layers.last().text, u"III"_s);
}

void DesignCases::seriesNeedsATextAndRows()
{
    QVERIFY(series(startDesign(kGold), u"Apex"_s, {{u"I"_s}}).error().detail.contains(u"text layer"_s));
    BadgeDesign design = only(newLayer(LayerKind::Text));
    QVERIFY(!series(design, u"Apex"_s, {}));
    QVERIFY(!series(design, u"Apex"_s, QList<QStringList>(101, {u"I"_s})));
}

void DesignCases::longTextsFit()
{
    Layer text = newLayer(LayerKind::Text);
    text.text = u"I"_s;
    const double height = boundsOf(text).height();
    QVERIFY(std::abs(height - text.size) < text.size * 0.05); // capitals are as high as the size says
    text.text = u"MMXXVIII"_s;
    const QRectF bounds = boundsOf(text);
    QVERIFY(bounds.width() <= text.widest + 1);
    QVERIFY(bounds.height() < height);
    QVERIFY(std::abs(bounds.center().x() - text.centre.x()) < 1);
}

void DesignCases::textsBendAroundACircle()
{
    Layer text = newLayer(LayerKind::Text);
    text.text = u"GARDEN CLUB"_s;
    text.size = 40;
    const Layer above = bent(text, TextCurve::Above);
    QCOMPARE(above.centre, QPointF(256, 256));
    // Every point of a letter lies in the ring between feet and heads.
    const auto inRing = [](const Layer &layer) {
        const QPainterPath path = textPath(layer);
        double nearest = 1e9;
        double farthest = 0;
        for (int i = 0; i < path.elementCount(); ++i) {
            const double from = std::hypot(path.elementAt(i).x, path.elementAt(i).y);
            nearest = std::min(nearest, from);
            farthest = std::max(farthest, from);
        }
        return nearest > layer.radius - 26 && farthest < layer.radius + 26;
    };
    QVERIFY(inRing(above));
    const QRectF over = textPath(above).boundingRect();
    QVERIFY(over.bottom() < 0 && std::abs(over.center().x()) < 3); // over the top, in the middle
    const Layer below = bent(text, TextCurve::Below);
    QVERIFY(inRing(below));
    const QRectF under = textPath(below).boundingRect();
    QVERIFY(under.top() > 0 && std::abs(under.center().x()) < 3);
    // It reads from the left: a lone first letter would be left of the middle, as in a line.
    Layer lettered = above;
    lettered.text = u"I . . . ."_s;
    QVERIFY(textPath(lettered).boundingRect().left() < -40);
    QVERIFY(textPath(bent(lettered, TextCurve::Straight)).boundingRect().left() < -40);
    lettered.curve = TextCurve::Below;
    const QPainterPath feet = textPath(lettered);
    double farthestLeft = 0;
    for (int i = 0; i < feet.elementCount(); ++i)
        farthestLeft = std::min(farthestLeft, feet.elementAt(i).x);
    QVERIFY(farthestLeft < -40);
    // A wider circle makes it flatter, spacing longer, and more than a circle does not fit.
    Layer wide = above;
    wide.radius = 240;
    QVERIFY(textPath(wide).boundingRect().width() > over.width());
    Layer spaced = above;
    spaced.spacing = 0.3;
    QVERIFY(textPath(spaced).boundingRect().width() > over.width() + 20);
    Layer full = above;
    full.text = QString(40, u'W');
    full.size = 120;
    QVERIFY(inRing(full));
    QVERIFY(textPath(full).boundingRect().bottom() > 0); // it goes around
    // Straight again the letters stay where they stood.
    const Layer straight = bent(above, TextCurve::Straight);
    QCOMPARE(straight.centre, QPointF(256, 56));
}

void DesignCases::bentTextsAreKeptAndExported()
{
    BadgeDesign design = startDesign(kGold);
    Layer text = newLayer(LayerKind::Text);
    text.text = u"GARDEN"_s;
    text = bent(text, TextCurve::Below);
    text.radius = 170;
    text.spacing = 0.25;
    design.layers << text;
    const Result<BadgeDesign> back = designFromJson(designToJson(design));
    QVERIFY(back);
    QVERIFY(*back == design);
    QCOMPARE(back->layers.last().curve, TextCurve::Below);
    const QByteArray svg = designToSvg(design);
    QVERIFY(!svg.contains("<text"));
    const QImage drawn = drawnSvg(svg, 256);
    const QImage painted = designImage(design, 256);
    qint64 apart = 0;
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x)
            apart += std::abs(qGray(drawn.pixel(x, y)) - qGray(painted.pixel(x, y)));
    }
    QVERIFY2(apart < 256 * 256, qPrintable(QString::number(apart)));
    // What is out of bounds, or of another kind, comes back into them.
    const Result<BadgeDesign> wild = designFromJson(R"({"format":"badgewright-design","version":1,"layers":[{"kind":"text","text":"A","curve":"spiral","radius":-5,"spacing":1e99}]})");
    QVERIFY(wild);
    QCOMPARE(wild->layers.first().curve, TextCurve::Straight);
    QCOMPARE(wild->layers.first().radius, design_limits::kSmallestRadius);
    QCOMPARE(wild->layers.first().spacing, design_limits::kWidestSpacing);
}

void DesignCases::everyShapeStaysInItsSize_data()
{
    QTest::addColumn<int>("shape");
    for (int i = int(ShapeKind::Disc); i <= int(ShapeKind::Scalloped); ++i)
        QTest::addRow("shape %d", i) << i;
}

void DesignCases::everyShapeStaysInItsSize()
{
    QFETCH(int, shape);
    for (const int points : {3, 5, 12, 60}) {
        const QRectF bounds = shapePath(ShapeKind(shape), 300, points, 0.2).boundingRect();
        QVERIFY2(QRectF(-151, -151, 302, 302).contains(bounds), qPrintable(u"%1 %2"_s.arg(bounds.width()).arg(bounds.height())));
        QVERIFY(bounds.height() > 200);
    }
}

