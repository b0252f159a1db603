// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/design_offers.h"

#include <QJsonDocument>

namespace badgewright::ui {

using artwork::DesignStore;
using Stage = DesignStore::Stage;

namespace {

Result<artwork::BadgeDesign> designOf(const ImportRow &row)
{
    return artwork::designFromJson(QJsonDocument(row.badge.design).toJson(QJsonDocument::Compact));
}

/// As they are written: what one of them leaves to its default, the other may say.
bool sameDesign(const artwork::BadgeDesign &a, const artwork::BadgeDesign &b)
{
    return QJsonDocument::fromJson(artwork::designToJson(a)) == QJsonDocument::fromJson(artwork::designToJson(b));
}

} // namespace

bool mayOfferDesign(const ImportRow &row)
{
    return row.match.state == artwork::SetState::Same && row.match.picture == artwork::PictureSameness::Same && row.badge.picture && !row.badge.design.isEmpty();
}

QList<DesignOffer> designOffers(const DesignStore &store, const QList<ImportRow> &rows, const BadgeCatalogue &catalogue)
{
    QList<DesignOffer> offers;
    for (const ImportRow &row : rows) {
        offers << DesignOffer::None;
        const Badge *existing = mayOfferDesign(row) ? catalogue.find(row.match.existing) : nullptr;
        const Result<artwork::BadgeDesign> design = existing ? designOf(row) : fail(ErrorKind::NotFound);
        if (!design)
            continue;
        const QString key = DesignStore::keyOf(existing->id);
        const Result<artwork::BadgeDesign> here = store.read(key, Stage::InUse);
        if (!here)
            offers.last() = here.error().kind == ErrorKind::NotFound ? DesignOffer::Missing : DesignOffer::Another;
        else if (!sameDesign(*here, *design))
            offers.last() = DesignOffer::Another;
        else if (!store.isDesignOf(key, *existing))
            offers.last() = DesignOffer::Missing; // the same one, but it was drawn to an earlier picture
    }
    return offers;
}

Result<Done> takeDesign(DesignStore store, const ImportRow &row, const Badge &existing)
{
    const Result<artwork::BadgeDesign> design = designOf(row);
    if (!design)
        return fail(design.error());
    const QString key = DesignStore::keyOf(existing.id);
    artwork::DrawnPicture drawn = artwork::DrawnPicture::of(row.badge.picture->upload.bytes);
    drawn.onForum = artwork::ForumPicture::of(existing);
    return store.keep(key, Stage::InUse, *design).and_then([&](const Done &) { return store.keepPicture(key, drawn); });
}

} // namespace badgewright::ui
