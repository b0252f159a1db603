// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_copies.h"

#include "support/characters.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/picture_intake.h"

#include <QSet>

namespace badgewright::ui {

namespace {

/// "Apex (copy)", "Apex (copy 2)" …: a name that nobody has, and no longer than the forum allows.
QString freeCopyName(const QString &name, const QSet<QString> &taken)
{
    constexpr qsizetype longest = 100;
    for (int number = 1;; ++number) {
        const QString tail = number == 1 ? BadgeCopies::tr(" (copy)") : BadgeCopies::tr(" (copy %1)").arg(number);
        const QString copy = firstCharacters(name, longest - tail.size()).trimmed() + tail;
        if (!taken.contains(copy.toCaseFolded()))
            return copy;
    }
}

} // namespace

BadgeCopies::BadgeCopies(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connect(parts.pictures, &BadgePictures::pictureArrived, this, [this](const QUrl &url) {
        const QList<BadgeId> waiting = m_waiting.keys(url);
        for (const BadgeId id : waiting)
            fetchPicture(id);
    });
    connect(parts.intake, &PictureIntake::ready, this, [this](BadgeId id) { m_waiting.remove(id); });
    connect(parts.intake, &PictureIntake::failed, this, [this](BadgeId id, const QString &why) {
        if (m_waiting.contains(id))
            giveUp(id, why);
    });
}

QList<BadgeId> BadgeCopies::make(const QList<BadgeId> &originals)
{
    const BadgeShelf *shelf = m_parts.shelf;
    QSet<QString> taken;
    const QList<BadgeId> all = shelf->ids();
    for (const BadgeId id : all)
        taken << shelf->shown(id).name.trimmed().toCaseFolded() << shelf->draft(id).published.name.toCaseFolded();
    QList<BadgeId> made;
    for (const BadgeId original : originals) {
        const QString name = freeCopyName(shelf->shown(original).name.trimmed(), taken);
        taken << name.toCaseFolded();
        made << copyOf(original, name);
    }
    m_parts.history->added(made, made.size() == 1 ? tr("duplicate of %1").arg(shelf->shown(originals.first()).name.trimmed())
                                                  : tr("duplicates of %n badge(s)", nullptr, int(made.size())));
    return made;
}

BadgeId BadgeCopies::copyOf(BadgeId original, const QString &name)
{
    const BadgeDraft from = m_parts.shelf->draft(original);
    const BadgeId id = m_parts.shelf->addNew();
    BadgeDraft draft = m_parts.shelf->draft(id);
    Badge copy = from.edited;
    copy.id = id;
    copy.name = name;
    copy.system = false;
    copy.enabled = true;
    copy.grantCount = 0;
    copy.slug.clear();
    copy.query = QString();
    copy.trigger.reset();
    copy.manuallyGrantable = true;
    if (!from.picture && !copy.imageUrl.isEmpty() && !copy.imageUploadId) {
        // Forums before 3.2 do not say which upload it is, so the copy needs one of its own.
        m_waiting.insert(id, copy.imageUrl);
        copy.imageUrl.clear();
    }
    if (!draft.published.showInPostHeader)
        copy.showInPostHeader.reset();
    draft.edited = copy;
    draft.picture = from.picture;
    m_parts.shelf->setDraft(draft);
    m_parts.designs->copy(original, id);
    return id;
}

void BadgeCopies::fetchPictures()
{
    m_missing.clear();
    m_parts.pictures->forgetFailed();
    const QList<BadgeId> waiting = m_waiting.keys();
    for (const BadgeId id : waiting)
        fetchPicture(id);
}

void BadgeCopies::forget(const QList<BadgeId> &ids)
{
    for (const BadgeId id : ids)
        m_waiting.remove(id);
}

void BadgeCopies::fetchPicture(BadgeId id)
{
    const QUrl url = m_waiting.value(id);
    const BadgePictures::Entry entry = m_parts.pictures->picture(url);
    switch (entry.state) {
    case BadgePictures::State::Loading:
        break; // it comes with a signal
    case BadgePictures::State::Ready:
        m_parts.intake->takeBytes(id, entry.bytes, url.fileName(), false, false); // as it is
        break;
    case BadgePictures::State::Missing:
    case BadgePictures::State::Failed:
        giveUp(id, tr("The forum did not give it out. Choose a picture for the copy, or try again later."));
        break;
    }
}

void BadgeCopies::giveUp(BadgeId id, const QString &why)
{
    m_waiting.remove(id);
    const BadgeId now = m_parts.shelf->idNow(id);
    if (!m_parts.shelf->contains(now))
        return;
    m_missing << tr("“%1”").arg(m_parts.shelf->shown(now).name.trimmed());
    Q_EMIT picturesMissing(m_missing, why);
}

} // namespace badgewright::ui
