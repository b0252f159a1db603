// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_intake.h"

#include "ui/words/error_words.h"
#include "ui/words/value_words.h"

#include <QBuffer>

#include <algorithm>

namespace badgewright::ui {

Result<ChosenPicture> chosenPicture(const SiteInfo &site, const QByteArray &bytes, const QString &fileName, bool square, bool trim, int side)
{
    const Result<artwork::CheckedPicture> checked = artwork::checkPicture(bytes, fileName, artwork::limitsFor(site));
    if (!checked)
        return fail(checked.error());
    return artwork::preparePicture(*checked, artwork::optionsFor(site, square, trim, side)).map([&](const artwork::PreparedPicture &prepared) {
        return ChosenPicture{*checked, square, trim, prepared, side};
    });
}

PictureIntake::PictureIntake(const ForumPtr &forum, QObject *parent) : QObject(parent)
{
    if (!forum)
        return;
    m_site = forum->site();
    m_home = forum->connection().base;
}

void PictureIntake::take(BadgeId id, const PictureSource &source)
{
    if (!source.filePath.isEmpty()) {
        check(id, artwork::checkPictureFileLater(this, source.filePath, artwork::limitsFor(m_site)), true, true, artwork::kAutomaticSide);
        return;
    }
    if (!source.address.isEmpty() && (source.bytes.isEmpty() || (source.addressFirst && m_web))) {
        fetch(id, source);
        return;
    }
    if (!source.bytes.isEmpty()) {
        takeBytes(id, source.bytes, source.fileName, true, true);
        return;
    }
    // Pixels have no file; uncompressed they are read as fast as they are written.
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    source.image.save(&buffer, "PNG", 100);
    check(id, artwork::checkPictureLater(this, bytes, tr("pasted picture") + QStringLiteral(".png"), artwork::limitsFor(m_site)),
          true, true, artwork::kAutomaticSide);
}

void PictureIntake::fetch(BadgeId id, const PictureSource &source)
{
    stopFetching(id);
    const int ticket = ++m_tickets;
    m_latest.insert(id, ticket);
    Q_EMIT started(id);
    const QString host = source.address.host();
    if (!m_web) {
        giveUp(id, tr("The picture lies on %1. Save it there, and drop the file here.").arg(host));
        return;
    }
    auto *call = m_web->fetch(source.address, m_home);
    m_fetching.insert(id, call);
    Q_EMIT fetching(id, host, 0, 0);
    ++m_underWay;
    connect(call, &PendingCall::progress, this, [this, id, host](qint64 done, qint64 total) { Q_EMIT fetching(id, host, done, std::max<qint64>(total, 0)); });
    call->then(this, [this, id, ticket, call, source, host](const Result<WebPicture> &picture) {
        --m_underWay;
        if (m_fetching.value(id) == call) {
            m_fetching.remove(id);
            Q_EMIT fetchingEnded(id);
        }
        if (!isLatest(id, ticket))
            return;
        if (picture)
            takeBytes(id, picture->bytes, picture->fileName, true, true);
        else if (!source.bytes.isEmpty() && picture.error().kind != ErrorKind::Cancelled)
            takeBytes(id, source.bytes, source.fileName, true, true);
        else if (picture.error().kind == ErrorKind::Cancelled)
            giveUp(id, {}); // the person knows
        else
            giveUp(id, tr("The picture could not be fetched. %1 Save it in the browser, and drop the file here.").arg(words::sentence(picture.error(), host)));
    });
}

QString PictureIntake::fetchingWords(const QString &host, qint64 done, qint64 total)
{
    if (!done)
        return tr("Fetching the picture from %1…").arg(host);
    return total > done ? tr("Fetching from %1: %2 of %3").arg(host, words::bytes(done), words::bytes(total))
                        : tr("Fetching from %1: %2").arg(host, words::bytes(done));
}

void PictureIntake::giveUp(BadgeId id, const QString &why)
{
    m_latest.remove(id);
    Q_EMIT failed(id, why);
}

void PictureIntake::stopFetching(BadgeId id)
{
    if (const QPointer<PendingCall> call = m_fetching.value(id))
        call->cancel();
}

void PictureIntake::takeBytes(BadgeId id, const QByteArray &bytes, const QString &fileName, bool square, bool trim, int side)
{
    check(id, artwork::checkPictureLater(this, bytes, fileName, artwork::limitsFor(m_site)), square, trim, side);
}

void PictureIntake::remake(BadgeId id, const ChosenPicture &chosen, bool square, bool trim)
{
    prepare(id, chosen.original, square, trim, chosen.side);
}

void PictureIntake::check(BadgeId id, Call<artwork::CheckedPicture> *call, bool square, bool trim, int side)
{
    const int ticket = ++m_tickets;
    m_latest.insert(id, ticket);
    Q_EMIT started(id);
    ++m_underWay;
    call->then(this, [=, this](const Result<artwork::CheckedPicture> &checked) {
        --m_underWay;
        if (!isLatest(id, ticket))
            return;
        if (checked)
            prepare(id, *checked, square, trim, side);
        else
            giveUp(id, checked.error().detail);
    });
}

void PictureIntake::prepare(BadgeId id, const artwork::CheckedPicture &checked, bool square, bool trim, int side)
{
    const int ticket = ++m_tickets;
    m_latest.insert(id, ticket);
    ++m_underWay;
    artwork::preparePictureLater(this, checked, artwork::optionsFor(m_site, square, trim, side))
        ->then(this, [=, this](const Result<artwork::PreparedPicture> &prepared) {
            --m_underWay;
            if (!isLatest(id, ticket))
                return;
            if (!prepared) {
                giveUp(id, prepared.error().detail);
                return;
            }
            m_latest.remove(id);
            Q_EMIT ready(id, {checked, square, trim, *prepared, side});
        });
}

} // namespace badgewright::ui
