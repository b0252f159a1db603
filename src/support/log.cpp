// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/log.h"

#include <QMutex>
#include <QSet>

namespace badgewright {

Q_LOGGING_CATEGORY(lcHttp, "badgewright.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcRuns, "badgewright.runs", QtWarningMsg)
Q_LOGGING_CATEGORY(lcKeychain, "badgewright.keychain", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSample, "badgewright.sample", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "badgewright.ui", QtWarningMsg)

namespace {

struct Forms {
    QMutex mutex;
    QSet<QString> forms; // the secret itself and the ways it is written in addresses and headers
};

Forms &known()
{
    static Forms forms;
    return forms;
}

QtMessageHandler s_previous = nullptr;

void filteredMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (s_previous)
        s_previous(type, context, SecretFilter::redacted(message));
}

} // namespace

void SecretFilter::add(const QByteArray &secret)
{
    if (secret.size() < 4)
        return;
    Forms &k = known();
    const QMutexLocker lock(&k.mutex);
    k.forms.insert(QString::fromUtf8(secret));
    k.forms.insert(QString::fromLatin1(secret.toPercentEncoding()));
    k.forms.insert(QString::fromLatin1(secret.toBase64()));
}

QString SecretFilter::redacted(const QString &text)
{
    Forms &k = known();
    const QMutexLocker lock(&k.mutex);
    QString clean = text;
    for (const QString &form : std::as_const(k.forms))
        clean.replace(form, QStringLiteral("<secret>"));
    return clean;
}

void SecretFilter::install()
{
    const QtMessageHandler before = qInstallMessageHandler(filteredMessage);
    if (before != filteredMessage)
        s_previous = before;
}

} // namespace badgewright
