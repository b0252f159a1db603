// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

namespace badgewright::discourse {

/// Whether a request changes the forum. A POST may merely read (running a report).
enum class Effect { Reads, Changes };

/// What the server says in a refusal, as plain text: `errors`, `error`, `message`, a bare list, a line of text, the
/// text of a web page. Empty when it says nothing.
QStringList serverWords(const http::Reply &reply);
/// `error_type` of a JSON refusal, or empty.
QString errorType(const http::Reply &reply);

/// The Error that a reply with any status but 2xx stands for, decided by status and shape and never by its words:
/// 400 413 422 Invalid · 401 Unauthorised · 403 Forbidden · 404 410 Not found · 409 Conflict · 429 RateLimited with the
/// delay · 503 read_only ReadOnly · other 5xx OutcomeUnknown for what changes the forum, else Server · 3xx Unreadable.
Error errorOf(const http::Reply &reply, Effect effect);

/// Refusals that may mean that the key is dead, that it lacks the scope, or just what they say: any 404 of the
/// application under /admin (its routes hide behind 404), and 403 that speak of access.
bool mayConcernTheKey(const http::Reply &reply, const QString &path);

} // namespace badgewright::discourse
