// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_publisher.h"
#include "ui/kit/ask_user.h"

namespace badgewright::ui {

/// What is asked before drafts go to the forum: what changes there, for whom, and whose changes it puts aside. `drafts` are
/// all that were to be published, those of the batch and those that it leaves out.
Question publishQuestion(const QList<BadgeDraft> &drafts, const BadgePublisher::Batch &batch, const QString &address);

} // namespace badgewright::ui
