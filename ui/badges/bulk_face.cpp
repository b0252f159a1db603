// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/bulk_face.h"

#include "ui/badges/badge_delegate.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_shelf.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/notice.h"

#include <algorithm>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

bool sameFace(const BadgeDraft &a, const BadgeDraft &b)
{
    if (a.picture && b.picture)
        return a.picture->prepared.picture.bytes == b.picture->prepared.picture.bytes;
    if (a.hasPicture() || b.hasPicture())
        return !a.picture && !b.picture && a.edited.imageUrl == b.edited.imageUrl;
    return a.edited.icon == b.edited.icon;
}

/// A new one may have come to the forum since.
QList<BadgeId> idsNow(QList<BadgeId> ids, const BadgeShelf &shelf)
{
    for (BadgeId &id : ids)
        id = shelf.idNow(id);
    return ids;
}

} // namespace

BulkFace::BulkFace(const PageContext &context, const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_intake(new PictureIntake(context.forum, this))
{
    m_intake->setWeb(context.web);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(0);
    listen();
}

void BulkFace::listen()
{
    connect(&m_showSoon, &QTimer::timeout, this, &BulkFace::show);
    const auto soon = [this] {
        if (m_parts.section->isVisible())
            m_showSoon.start();
    };
    connect(m_parts.pictures, &BadgePictures::pictureArrived, this, soon);
    connect(m_parts.pictures, &BadgePictures::iconArrived, this, soon);
    connect(m_parts.section, &PictureSection::picked, this, &BulkFace::take);
    connect(m_parts.section, &PictureSection::removeWanted, this, &BulkFace::removePictures);
    connect(m_parts.section, &PictureSection::stopWanted, this, [this] {
        const QList<BadgeId> tickets = m_fetching.keys();
        for (const BadgeId ticket : tickets) {
            if (isShown(ticket))
                m_intake->stopFetching(ticket);
        }
    });
    connect(m_intake, &PictureIntake::fetching, this, [this](BadgeId ticket, const QString &host, qint64 done, qint64 total) {
        m_fetching.insert(ticket, PictureIntake::fetchingWords(host, done, total));
        showWork();
    });
    connect(m_intake, &PictureIntake::fetchingEnded, this, [this](BadgeId ticket) {
        m_fetching.remove(ticket);
        showWork();
    });
    connect(m_intake, &PictureIntake::ready, this, &BulkFace::ready);
    connect(m_intake, &PictureIntake::failed, this, [this](BadgeId ticket, const QString &why) {
        if (!m_for.contains(ticket))
            return; // another one took its place
        const bool shown = isShown(ticket);
        const int count = int(m_for.take(ticket).takers.size());
        showWork();
        if (shown)
            m_parts.section->setComplaint(why);
        else if (!why.isEmpty())
            m_parts.result->say(Tone::Look, tr("%Ln badge(s) did not get the picture.", nullptr, count), why);
    });
}

bool BulkFace::isWorking() const
{
    return m_intake->isWorking();
}

bool BulkFace::isShown(BadgeId ticket) const
{
    return m_for.contains(ticket) && idsNow(m_for.value(ticket).chosen, *m_parts.shelf) == m_parts.selected();
}

void BulkFace::show()
{
    const QList<BadgeId> ids = m_parts.selected();
    if (ids.size() < 2)
        return;
    QList<BadgeDraft> drafts;
    for (const BadgeId id : ids)
        drafts << m_parts.shelf->draft(id);
    PictureSection::Shown shown;
    const qsizetype most = PictureWell::kMostThumbs;
    const qsizetype few = ids.size() > most + 1 ? most : ids.size();
    for (const BadgeId id : ids.mid(0, few))
        shown.several << thumbOf(*m_parts.shelf, m_parts.pictures, id, PictureWell::kThumb, m_parts.section->devicePixelRatioF());
    shown.more = int(ids.size() - few);
    shown.facts = wordsFor(drafts);
    shown.anyPicture = std::any_of(drafts.begin(), drafts.end(), [](const BadgeDraft &draft) { return draft.hasPicture(); });
    m_parts.section->setShown(shown);
    showWork();
}

void BulkFace::showWork()
{
    bool busy = false;
    QString fetching;
    for (auto it = m_for.cbegin(); it != m_for.cend(); ++it) {
        if (!isShown(it.key()))
            continue;
        busy = true;
        if (m_fetching.contains(it.key()))
            fetching = m_fetching.value(it.key());
    }
    m_parts.section->setBusy(busy);
    m_parts.section->setFetching(fetching);
}

QString BulkFace::wordsFor(const QList<BadgeDraft> &drafts) const
{
    const BadgeDraft &first = drafts.first();
    const bool same = std::all_of(drafts.begin(), drafts.end(), [&](const BadgeDraft &draft) { return sameFace(first, draft); });
    if (same && first.hasPicture())
        return tr("The same picture for all");
    if (same)
        return first.edited.icon.isEmpty() ? tr("No picture and no icon") : tr("Icon “%1” for all").arg(first.edited.icon);
    const int pictures = int(std::count_if(drafts.begin(), drafts.end(), [](const BadgeDraft &draft) { return draft.hasPicture(); }));
    const int icons = int(std::count_if(drafts.begin(), drafts.end(), [](const BadgeDraft &draft) { return !draft.hasPicture() && !draft.edited.icon.isEmpty(); }));
    QStringList parts;
    if (pictures)
        parts << tr("%Ln picture(s)", nullptr, pictures);
    if (icons)
        parts << tr("%Ln icon(s)", nullptr, icons);
    return tr("They differ: %1").arg(parts.join(u", "_s));
}

/// The drafts of those whose field is not locked, by whatever id they have now.
QList<BadgeDraft> BulkFace::draftsOf(const QList<BadgeId> &ids, const QString &field) const
{
    QList<BadgeDraft> drafts;
    const QList<BadgeId> now = idsNow(ids, *m_parts.shelf);
    for (const BadgeId id : now) {
        const BadgeDraft draft = m_parts.shelf->draft(id);
        if (m_parts.shelf->contains(id) && m_parts.locks(draft).reason(field).isEmpty())
            drafts << draft;
    }
    return drafts;
}

QList<BadgeId> BulkFace::freeFor(const QList<BadgeId> &ids, const QString &field) const
{
    QList<BadgeId> free;
    const QList<BadgeDraft> drafts = draftsOf(ids, field);
    for (const BadgeDraft &draft : drafts) {
        if (!m_parts.isClosed(draft.id))
            free << draft.id;
    }
    return free;
}

void BulkFace::take(const PictureSource &source)
{
    const QList<BadgeId> chosen = m_parts.selected();
    const QList<BadgeId> takers = freeFor(chosen, u"image_upload_id"_s);
    if (takers.isEmpty())
        return;
    // For the same badges the newer one counts.
    const QList<BadgeId> before = m_for.keys();
    for (const BadgeId ticket : before) {
        if (isShown(ticket)) {
            m_for.remove(ticket);
            m_intake->stopFetching(ticket);
        }
    }
    m_parts.section->setComplaint({});
    const BadgeId ticket = ++m_lastTicket;
    m_for.insert(ticket, {chosen, takers});
    m_intake->take(ticket, source);
    showWork();
}

void BulkFace::ready(BadgeId ticket, const ChosenPicture &chosen)
{
    if (!m_for.contains(ticket))
        return; // another one took its place
    const QList<BadgeId> takers = idsNow(m_for.take(ticket).takers, *m_parts.shelf);
    QList<BadgeDraft> drafts = draftsOf(takers, u"image_upload_id"_s);
    for (BadgeDraft &draft : drafts)
        draft.choosePicture(chosen);
    Q_EMIT tookPicture(takers);
    m_parts.history->edit(drafts);
    show();
}

void BulkFace::removePictures()
{
    const QString field = u"image_upload_id"_s;
    QList<BadgeDraft> drafts = draftsOf(freeFor(m_parts.selected(), field), field);
    for (BadgeDraft &draft : drafts)
        draft.removePicture();
    m_parts.history->edit(drafts);
    show();
}

void BulkFace::setIcon(const QList<BadgeId> &ids, const QString &name)
{
    QList<BadgeDraft> drafts = draftsOf(ids, u"icon"_s);
    for (BadgeDraft &draft : drafts) {
        draft.edited.icon = name;
        draft.removePicture();
    }
    m_parts.history->edit(drafts);
    show();
}

} // namespace badgewright::ui
