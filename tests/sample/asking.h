// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/sample_forum.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace badgewright::sample_cases {

using Headers = QList<QPair<QByteArray, QByteArray>>;

struct Answer {
    int status = 0; ///< 0: no answer came
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(const QByteArray &name) const;
    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
};

struct FormFile {
    QByteArray field;
    QByteArray filename;
    QByteArray type;
    QByteArray content;
};

/// A forum, and somebody who asks it things over a real socket.
class Asking
{
public:
    explicit Asking(const sample::Options &options = {});
    ~Asking();

    sample::SampleForum &forum() { return *m_forum; }
    /// Stops it and says how long that took, in milliseconds.
    qint64 stop();
    void start(const sample::Options &options);

    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {}, const Headers &headers = {});
    /// With the all-users key, acting as the admin.
    Answer get(const QString &path);
    Answer form(const QByteArray &method, const QString &path, const QByteArray &body);
    Answer json(const QByteArray &method, const QString &path, const QJsonObject &body);
    Answer multipart(const QString &path, const QList<QPair<QByteArray, QByteArray>> &fields, const QList<FormFile> &files = {});

    QString address() const { return m_forum->url().toString(); }
    Headers key(const QByteArray &user = "rowan") const;

private:
    std::unique_ptr<sample::SampleForum> m_forum;
    QNetworkAccessManager m_network;
};

/// Presses `url`, waits, reads. For addresses besides the forum's own.
Answer fetch(QNetworkAccessManager &network, const QByteArray &method, const QUrl &url, const QByteArray &body, const Headers &headers);

QByteArray picture(int width, int height, quint32 seed = 1, bool noise = false);

} // namespace badgewright::sample_cases
