// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/score.h"
#include "http/client.h"

#include <QCoreApplication>

namespace badgewright::answerhub {

/// Home of the sentences of this folder for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(badgewright::answerhub::Words)
};

/// True when the body is a web page, whatever the path or the content type promised.
bool isWebPage(const http::Reply &reply);

/// What was read, for the sentence of an error.
struct Reading {
    QString what;       ///< "the award types"
    QString permission; ///< the permission it needs, in the forum's own words; empty when it is not known
};

/// Why a read has no value, for any reply that is not a 2xx with JSON; nothing when it is one.
/// 401 is Forbidden when the forum says something in JSON, since it is signed in then; Unauthorised otherwise.
std::optional<Error> readError(const http::Reply &reply, const Reading &reading);

/// What a write asks for.
enum class Giving { AwardForAction, AwardToUser, Reputation };

/// Contract answerhub §11.3, row by row. Accepted and Refused are answers; everything else is an error:
/// Unreadable (a web page, a redirect), Forbidden and Unauthorised (401, 403), NotFound, and OutcomeUnknown for 429,
/// 5xx and a reply that broke off, because the change may have been made.
Result<AwardReply> judged(const http::Reply &reply, Giving giving);
/// The same for a write that got no whole reply.
Error judgedFailure(const Error &error);

} // namespace badgewright::answerhub
