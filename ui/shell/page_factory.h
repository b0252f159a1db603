// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/rail.h"

namespace badgewright::ui {

/// The pages that this forum has, in the order of the rail: a desk it does not have has no page.
QList<Rail::Entry> pagesOf(Forum &forum);

/// Makes one of them.
Page *makePage(PageId page, const PageContext &context, QWidget *parent);

/// Stable names for the settings: "badges", "grants", "scores", "awards", "ledger".
QString pageName(PageId page);

} // namespace badgewright::ui
