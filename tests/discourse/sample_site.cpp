// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

#include <QBuffer>
#include <QFile>
#include <QImage>

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;

Picture png(const QString &name, QRgb colour, int side)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(colour);
    Picture picture{name, {}, u"image/png"_s};
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return picture;
}

Site::Site(sample::Options options)
{
    options.factsFile = m_folder.filePath(u"facts.json"_s);
    auto started = sample::SampleForum::start(options);
    if (!started)
        qFatal("the sample forum did not start: %s", qPrintable(started.error().detail));
    forum = std::move(*started);
    QFile file(options.factsFile);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no facts");
    m_facts = nlohmann::json::parse(file.readAll().toStdString());
}

QString Site::fact(const char *name) const
{
    return QString::fromStdString(m_facts[name].get<std::string>());
}

int Site::number(const char *name) const
{
    return m_facts[name].get<int>();
}

QStringList Site::people() const
{
    QStringList names;
    for (const auto &name : m_facts["people"])
        names << QString::fromStdString(name.get<std::string>());
    return names;
}

Result<ForumPtr> Site::tryOpen(const QString &key, const QString &user)
{
    Connection connection;
    connection.id = u"sample"_s;
    connection.base = forum->url();
    connection.user = user;
    const auto &keys = m_facts["keys"];
    const QByteArray secret = keys.contains(key.toStdString()) ? QByteArray::fromStdString(keys[key.toStdString()]) : key.toUtf8();
    QObject owner;
    return await(discourse::open(connection, Secret(secret), nullptr, &owner, {&clock}));
}

ForumPtr Site::open(const QString &key, const QString &user)
{
    auto opened = tryOpen(key, user);
    if (!opened)
        qFatal("the sample forum did not open: %s", qPrintable(opened.error().detail));
    return *opened;
}

} // namespace badgewright::discourse_cases
