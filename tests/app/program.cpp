// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QFile>

namespace badgewright::test {

using namespace Qt::StringLiterals;

Program::Program() = default;

Program::~Program()
{
    stopServing();
}

bool Program::serve(const QStringList &options)
{
    if (!m_home.isValid() || !stopServing())
        return false;
    m_sample.setProcessEnvironment(environment());
    m_sample.start(QStringLiteral(BADGEWRIGHT_PROGRAM), QStringList{u"sample"_s, u"--port"_s, u"0"_s} + options);
    if (!m_sample.waitForReadyRead(30000))
        return false;
    const QJsonObject line = QJsonDocument::fromJson(m_sample.readLine()).object();
    m_url = line.value("url"_L1).toString();
    m_user = line.value("user"_L1).toString();
    m_secret = line.value("secret"_L1).toString().toUtf8();
    return m_url.startsWith("http://127.0.0.1:"_L1);
}

bool Program::stopServing()
{
    if (m_sample.state() == QProcess::NotRunning)
        return true;
    m_sample.terminate();
    return m_sample.waitForFinished(10000) && m_sample.exitStatus() == QProcess::NormalExit;
}

QProcessEnvironment Program::environment(bool withSecret) const
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    env.insert(u"BADGEWRIGHT_HOME"_s, m_home.path());
    env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    // No keychain here: the commands must cope, and the secret comes by the environment.
    env.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    env.remove(u"BADGEWRIGHT_SECRET"_s);
    if (withSecret)
        env.insert(u"BADGEWRIGHT_SECRET"_s, QString::fromUtf8(m_secret));
    return env;
}

void Program::actAs(const QString &user, const QByteArray &secret)
{
    m_user = user;
    m_secret = secret;
}

std::unique_ptr<QProcess> Program::begin(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->start(QStringLiteral(BADGEWRIGHT_PROGRAM), words);
    return process;
}

Ended Program::run(const QStringList &words, const QByteArray &input, int seconds) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    return finished(process, words, input, seconds);
}

Ended Program::runWithoutSecret(const QString &words) const
{
    QProcess process;
    process.setProcessEnvironment(environment(false));
    return finished(process, words.split(u' '), {}, 60);
}

Ended Program::finished(QProcess &process, const QStringList &words, const QByteArray &input, int seconds) const
{
    process.start(QStringLiteral(BADGEWRIGHT_PROGRAM), words);
    process.write(input);
    process.closeWriteChannel();
    Ended ended;
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
    } else {
        ended.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    ended.out = process.readAllStandardOutput();
    ended.err = process.readAllStandardError();
    return ended;
}

Ended Program::connect(const QString &name, const QStringList &options) const
{
    return run(QStringList{u"connection"_s, u"add"_s, name, m_url, u"--user"_s, m_user, u"--secret-stdin"_s} + options, m_secret + '\n');
}

QString Program::file(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_home.filePath(name);
    QFile out(path);
    if (out.open(QIODevice::WriteOnly))
        out.write(bytes);
    return path;
}

} // namespace badgewright::test
