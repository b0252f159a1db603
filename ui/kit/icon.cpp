// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"

#include "ui/kit/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// The macro must stand outside every namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(badgewright);
}

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

const QLatin1StringView kPrefix("badgewright-");

QByteArray source(const QString &path)
{
    static QHash<QString, QByteArray> read;
    const auto found = read.constFind(path);
    if (found != read.constEnd())
        return *found;
    loadResources();
    QFile file(path);
    const QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    Q_ASSERT_X(!svg.isEmpty(), "icon", qPrintable(path));
    read.insert(path, svg);
    return svg;
}

QPixmap render(const QByteArray &svg, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixmap.size())));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

class TintedEngine final : public QIconEngine
{
public:
    explicit TintedEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        QRect target(0, 0, size, size);
        target.moveCenter(rect.center());
        painter->drawPixmap(target, iconPixmap(m_name, colour(mode), size, painter->device()->devicePixelRatio()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        // `size` comes in device pixels; QIcon sets the ratio on what we return.
        return iconPixmap(m_name, colour(mode), qMin(size.width(), size.height()), 1.0);
    }
    QString iconName() override { return kPrefix + m_name; }
    QString key() const override { return u"badgewright"_s; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new TintedEngine(m_name); }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return tokens(palette).accent;
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedEngine(name));
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const QString key = u"bw-icon:%1:%2:%3:%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(u":/icons/%1.svg"_s.arg(name));
    // Qt's SVG has no way to set currentColor from outside.
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    pixmap = render(svg, size, devicePixelRatio);
    if (colour.alpha() < 255) {
        QPixmap faint(pixmap.size());
        faint.setDevicePixelRatio(devicePixelRatio);
        faint.fill(Qt::transparent);
        QPainter painter(&faint);
        painter.setOpacity(colour.alphaF());
        painter.drawPixmap(0, 0, pixmap);
        painter.end();
        pixmap = faint;
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap applicationPicture(int size, qreal devicePixelRatio)
{
    return render(source(u":/badgewright.svg"_s), size, devicePixelRatio);
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(applicationPicture(size, 1.0));
    return icon;
}

QString ownIconName(const QIcon &icon)
{
    const QString name = icon.name();
    return name.startsWith(kPrefix) ? name.mid(kPrefix.size()) : QString();
}

} // namespace badgewright::ui
