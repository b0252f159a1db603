// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QHttpMultiPart>
#include <QImage>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace badgewright::sample_cases {

namespace {

Answer finished(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    QSignalSpy spy(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        spy.wait(20'000);
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.error = reply->error();
    answer.headers = reply->rawHeaderPairs();
    return answer;
}

QNetworkRequest requestFor(const QUrl &url, const Headers &headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

Answer fetch(QNetworkAccessManager &network, const QByteArray &method, const QUrl &url, const QByteArray &body, const Headers &headers)
{
    return finished(network.sendCustomRequest(requestFor(url, headers), method, body));
}

Asking::Asking(const sample::Options &options)
{
    start(options);
}

Asking::~Asking() = default;

void Asking::start(const sample::Options &options)
{
    auto forum = sample::SampleForum::start(options);
    if (!forum)
        qFatal("%s", qPrintable(forum.error().detail));
    m_forum = std::move(*forum);
}

qint64 Asking::stop()
{
    QElapsedTimer timer;
    timer.start();
    m_forum.reset();
    return timer.elapsed();
}

Headers Asking::key(const QByteArray &user) const
{
    return {{"Api-Key", m_forum->secret().toUtf8()}, {"Api-Username", user}};
}

Answer Asking::send(const QByteArray &method, const QString &path, const QByteArray &body, const Headers &headers)
{
    return fetch(m_network, method, QUrl(address() + path), body, headers);
}

Answer Asking::get(const QString &path)
{
    return send("GET", path, {}, key());
}

Answer Asking::form(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return send(method, path, body, key() + Headers{{"Content-Type", "application/x-www-form-urlencoded"}});
}

Answer Asking::json(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    return send(method, path, QJsonDocument(body).toJson(), key() + Headers{{"Content-Type", "application/json"}});
}

Answer Asking::multipart(const QString &path, const QList<QPair<QByteArray, QByteArray>> &fields, const QList<FormFile> &files)
{
    QHttpMultiPart parts(QHttpMultiPart::FormDataType);
    for (const auto &[name, value] : fields) {
        QHttpPart part;
        part.setRawHeader("Content-Disposition", "form-data; name=\"" + name + "\"");
        part.setBody(value);
        parts.append(part);
    }
    for (const FormFile &file : files) {
        QHttpPart part;
        part.setRawHeader("Content-Disposition", "form-data; name=\"" + file.field + "\"; filename=\"" + file.filename + "\"");
        part.setRawHeader("Content-Type", file.type);
        part.setBody(file.content);
        parts.append(part);
    }
    return finished(m_network.post(requestFor(QUrl(address() + path), key()), &parts));
}

QByteArray picture(int width, int height, quint32 seed, bool noise)
{
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator random(seed);
    image.fill(random.generate() | 0xFF000000);
    if (noise)
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                image.setPixel(x, y, random.generate());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace badgewright::sample_cases
