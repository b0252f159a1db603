// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_intake.h"

#include <QBuffer>

namespace badgewright::ui {

namespace {

artwork::PictureLimits limitsOf(const SiteInfo &site)
{
    artwork::PictureLimits limits;
    limits.maxMegapixels = site.maxImageMegapixels;
    return limits;
}

} // namespace

PictureIntake::PictureIntake(const ForumPtr &forum, QObject *parent) : QObject(parent)
{
    if (forum)
        m_site = forum->site();
}

void PictureIntake::take(BadgeId id, const PictureSource &source)
{
    if (!source.filePath.isEmpty()) {
        check(id, artwork::checkPictureFileLater(this, source.filePath, limitsOf(m_site)), true, true);
        return;
    }
    // Pixels have no file; uncompressed they are read as fast as they are written.
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    source.image.save(&buffer, "PNG", 100);
    check(id, artwork::checkPictureLater(this, bytes, tr("pasted picture") + QStringLiteral(".png"), limitsOf(m_site)),
          true, true);
}

void PictureIntake::takeBytes(BadgeId id, const QByteArray &bytes, const QString &fileName, bool square, bool trim)
{
    check(id, artwork::checkPictureLater(this, bytes, fileName, limitsOf(m_site)), square, trim);
}

void PictureIntake::remake(BadgeId id, const ChosenPicture &chosen, bool square, bool trim)
{
    prepare(id, chosen.original, square, trim);
}

void PictureIntake::check(BadgeId id, Call<artwork::CheckedPicture> *call, bool square, bool trim)
{
    const int ticket = ++m_tickets;
    m_latest.insert(id, ticket);
    Q_EMIT started(id);
    call->then(this, [=, this](const Result<artwork::CheckedPicture> &checked) {
        if (!isLatest(id, ticket))
            return;
        if (checked)
            prepare(id, *checked, square, trim);
        else
            Q_EMIT failed(id, checked.error().detail);
    });
}

void PictureIntake::prepare(BadgeId id, const artwork::CheckedPicture &checked, bool square, bool trim)
{
    const int ticket = ++m_tickets;
    m_latest.insert(id, ticket);
    artwork::PrepareOptions options;
    options.square = square;
    options.trim = trim;
    options.allowedExtensions = m_site.imageExtensions;
    options.maxBytes = m_site.maxImageBytes;
    artwork::preparePictureLater(this, checked, options)
        ->then(this, [=, this](const Result<artwork::PreparedPicture> &prepared) {
            if (!isLatest(id, ticket))
                return;
            if (prepared)
                Q_EMIT ready(id, {checked, square, trim, *prepared});
            else
                Q_EMIT failed(id, prepared.error().detail);
        });
}

} // namespace badgewright::ui
