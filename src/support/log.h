// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLoggingCategory>
#include <QString>

namespace badgewright {

/// Warnings only, unless somebody wants to look: QT_LOGGING_RULES="badgewright.*=true".
Q_DECLARE_LOGGING_CATEGORY(lcHttp)     ///< badgewright.http: one line per request and answer
Q_DECLARE_LOGGING_CATEGORY(lcRuns)     ///< badgewright.runs
Q_DECLARE_LOGGING_CATEGORY(lcKeychain) ///< badgewright.keychain
Q_DECLARE_LOGGING_CATEGORY(lcSample)   ///< badgewright.sample
Q_DECLARE_LOGGING_CATEGORY(lcUi)       ///< badgewright.ui

/// Takes registered secrets out of every log line, also where they stand percent-encoded or in Base64.
class SecretFilter
{
public:
    /// From now on `secret` is replaced by "<secret>". Shorter than four bytes is ignored: it would blot out the log.
    static void add(const QByteArray &secret);
    static QString redacted(const QString &text);
    /// Puts the filter in front of Qt's message output; call once at start.
    static void install();
};

} // namespace badgewright
