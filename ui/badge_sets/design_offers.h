// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "ui/badge_sets/import_plan.h"

namespace badgewright::ui {

/// What the source of a badge that is the same on the forum has for this computer: the design of its picture.
enum class DesignOffer {
    None,
    Missing, ///< there is none here
    Another, ///< there is another one here, which would be replaced
};

/// By row. Reads designs: for a worker thread.
QList<DesignOffer> designOffers(const artwork::DesignStore &store, const QList<ImportRow> &rows, const BadgeCatalogue &catalogue);
/// Whether the row as it is now can be offered one at all.
bool mayOfferDesign(const ImportRow &row);
/// Makes it the design of the forum's badge on this computer; nothing is sent.
Result<Done> takeDesign(artwork::DesignStore store, const ImportRow &row, const Badge &existing);

} // namespace badgewright::ui
