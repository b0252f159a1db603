// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QNetworkReply>
#include <QSslError>

namespace badgewright::http {

/// Status and headers of an answer; the body is read by the exchange.
Reply readHead(const QNetworkReply &reply);

/// The answer is whole, whatever its status. Qt reports 4xx and 5xx as errors too; those are answers.
/// And it takes an answer in chunks that was cut for a whole one, now and then; in JSON that shows at the end.
bool isWholeAnswer(const QNetworkReply &reply, const QByteArray &body);

/// False for the beginning of a JSON object or list whose end is missing.
bool isClosedJson(const QByteArray &json);

/// It ended before there was a connection to the server on which something could have been sent.
bool neverConnected(const QNetworkReply &reply);

/// What a broken exchange of Qt means when nothing speaks for a write having been sent.
Error readingError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

/// Retry-After in seconds or as a date. A date is held against the server's own Date, so that a computer whose clock
/// is off does not wait for hours. Nothing beyond a day is believed.
std::chrono::milliseconds retryAfterOf(const QByteArray &value, const QByteArray &serverDate);

} // namespace badgewright::http
