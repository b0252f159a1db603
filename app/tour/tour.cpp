// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include "app/command/console.h"
#include "app/tour/hand.h"
#include "support/whole_file.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace badgewright {

namespace {

constexpr int kPatienceMs = 60000; // a loaded machine takes its time

/// The table that the tour drops, with a reason for each person.
const QByteArray kKeepers = "username,reason\n"
                            "ada.moss,/t/pruning-an-apple-tree-that-was-forgotten/30\n"
                            "@bobby,/t/spring-fair-2026-who-helped/11\n"
                            "finn,https://elsewhere.example/t/post/9\n"
                            "nobody.of.that.name,\n";

/// The picture that the tour drops: a pear on a green disc, drawn here so that the tour needs no file.
bool drawArt(const QString &file)
{
    QImage image(512, 512, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xE7, 0xC3, 0x00));
    QPainterPath rim;
    for (int i = 0; i < 48; ++i) {
        const double angle = M_PI * i / 24;
        const double radius = i % 2 ? 226 : 250;
        const QPointF point(256 + radius * std::sin(angle), 256 - radius * std::cos(angle));
        if (i == 0)
            rim.moveTo(point);
        else
            rim.lineTo(point);
    }
    painter.drawPath(rim);
    painter.setBrush(QColor(0x2F, 0x7D, 0x4F));
    painter.drawEllipse(QPointF(256, 256), 196, 196);
    painter.setBrush(QColor(0xF4, 0xEB, 0xC8));
    QPainterPath pear(QPointF(256, 120));
    pear.cubicTo(330, 130, 300, 220, 352, 280);
    pear.cubicTo(400, 350, 330, 400, 256, 396);
    pear.cubicTo(182, 400, 112, 350, 160, 280);
    pear.cubicTo(212, 220, 182, 130, 256, 120);
    painter.drawPath(pear);
    painter.setPen(QPen(QColor(0x5B, 0x3A, 0x1E), 14, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(256, 128, 274, 84);
    painter.end();
    return image.save(file);
}

} // namespace

Tour::Tour(const QString &folder, const QString &answersState, QObject *parent)
    : QObject(parent), m_folder(folder), m_answersState(answersState)
{
    m_timer.setInterval(40);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
}

Tour::~Tour() = default;

void Tour::start()
{
    m_art = m_folder + QStringLiteral("/orchard-keeper.png");
    m_table = m_folder + QStringLiteral("/orchard-keepers.csv");
    if (!QDir().mkpath(m_folder) || !drawArt(m_art) || !writeWholeFile(m_table, kKeepers)) {
        Console::note(tr("The folder %1 cannot be written.").arg(m_folder));
        Q_EMIT finished(1);
        return;
    }
    sample::Options options;
    options.kind = sample::Kind::AnswerHub;
    options.stateFile = m_answersState;
    auto answers = sample::SampleForum::start(options);
    if (!answers) {
        Console::note(answers.error().detail);
        Q_EMIT finished(1);
        return;
    }
    m_answers = std::move(*answers);
    if (QWidget *window = Hand::frontWindow())
        window->window()->resize(1280, 800);
    plan();
    m_waited.start();
    m_timer.start();
}

void Tour::look()
{
    if (m_at >= m_stages.size()) {
        m_timer.stop();
        Console::line(tr("%1 pictures in %2").arg(m_pictures).arg(m_folder));
        Q_EMIT finished(0);
        return;
    }
    const Stage &stage = m_stages.at(m_at);
    if (!m_acted)
        m_acted = !stage.act || stage.act();
    if (m_acted && (!stage.until || stage.until())) {
        Console::line(stage.says);
        if (!stage.picture.isEmpty())
            shoot(stage.picture);
        ++m_at;
        m_acted = false;
        m_waited.restart();
        return;
    }
    if (m_waited.elapsed() > kPatienceMs) {
        m_timer.stop();
        shoot(QStringLiteral("failed"));
        Console::note(tr("The tour stopped: %1 (%2)").arg(stage.says, m_acted ? tr("what it leads to did not show") : tr("could not be done")));
        Q_EMIT finished(1);
    }
}

void Tour::shoot(const QString &name)
{
    QWidget *window = Hand::frontWindow();
    if (!window)
        return;
    const QString file = m_folder + QStringLiteral("/%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    window->window()->grab().save(file);
    Console::line(QStringLiteral("    ") + file);
}

void Tour::click(const QString &name, const QString &untilSays, const QString &picture)
{
    m_stages << Stage{tr("press “%1”").arg(name), [name] { return Hand::click(name); },
                      untilSays.isEmpty() ? std::function<bool()>() : [untilSays] { return Hand::says(untilSays); }, picture};
}

void Tour::type(const QString &field, const QString &text)
{
    m_stages << Stage{tr("type into “%1”").arg(field), [field, text] { return Hand::type(field, text); }, {}, {}};
}

void Tour::see(const QString &text, const QString &picture)
{
    m_stages << Stage{tr("see “%1”").arg(text), {}, [text] { return Hand::says(text); }, picture};
}

} // namespace badgewright
