// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace badgewright::test {

/// How the program ended, and what it said.
struct Ended {
    int status = -1; ///< -1: not in time, -2: it crashed
    QByteArray out;
    QByteArray err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    QJsonObject object() const { return json().object(); }
    QJsonArray array() const { return json().array(); }
};

/// The built program with a home of its own, as a person or a script runs it, and a sample forum in another process.
class Program
{
public:
    Program();
    ~Program();

    /// Serves a forum; its address, user and secret are known from then on. False when it does not start.
    bool serve(const QStringList &options = {});
    bool stopServing();
    qint64 servingProcess() const { return m_sample.processId(); }
    /// From now on the forum is used as this account.
    void actAs(const QString &user, const QByteArray &secret);
    QString url() const { return m_url; }
    QString user() const { return m_user; }
    QByteArray secret() const { return m_secret; }

    QProcessEnvironment environment(bool withSecret = true) const;
    Ended run(const QStringList &words, const QByteArray &input = {}, int seconds = 60) const;
    /// Words with blanks between them.
    Ended run(const QString &words) const { return run(words.split(u' ')); }
    /// As run(), with the secret neither in the environment nor anywhere else.
    Ended runWithoutSecret(const QString &words) const;
    /// Starts it and leaves it running.
    std::unique_ptr<QProcess> begin(const QStringList &words) const;
    /// Adds the forum that is served as the connection of that name.
    Ended connect(const QString &name, const QStringList &options = {}) const;

    /// In the home.
    QString path(const QString &name) const { return m_home.filePath(name); }
    QString file(const QString &name, const QByteArray &bytes) const;

private:
    Ended finished(QProcess &process, const QStringList &words, const QByteArray &input, int seconds) const;

    QTemporaryDir m_home;
    QProcess m_sample;
    QString m_url;
    QString m_user;
    QByteArray m_secret;
};

} // namespace badgewright::test
