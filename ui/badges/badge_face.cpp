// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_face.h"

#include "support/unbroken.h"
#include "ui/badges/badge_pictures.h"
#include "ui/words/value_words.h"

#include <QFileInfo>

namespace badgewright::ui {

using artwork::Finding;
using State = BadgePictures::State;

BadgeFace::BadgeFace(BadgePictures *pictures, QObject *parent) : QObject(parent), m_pictures(pictures)
{
    connect(pictures, &BadgePictures::pictureArrived, this, [this](const QUrl &url) {
        if (url == m_draft.edited.imageUrl)
            renew();
    });
    connect(pictures, &BadgePictures::iconArrived, this, [this](const QString &name) {
        if (name == m_draft.edited.icon)
            renew();
    });
}

void BadgeFace::follow(const BadgeDraft &draft)
{
    m_draft = draft;
    renew();
}

void BadgeFace::renew()
{
    m_image = {};
    m_icon.clear();
    m_bytes.clear();
    m_fileName.clear();
    m_format.clear();
    m_facts.clear();
    m_findings.clear();
    m_waiting = m_iconUnknown = false;
    const Badge &badge = m_draft.edited;
    if (m_draft.picture) {
        const artwork::PreparedPicture &prepared = m_draft.picture->prepared;
        m_image = prepared.still;
        takeFile(prepared.picture.fileName, prepared.picture.bytes);
        m_findings = m_draft.picture->original.findings + prepared.findings;
        for (const QString &sentence : prepared.done)
            m_findings.append({Finding::Level::Note, Finding::Kind::Converted, sentence});
    } else if (!badge.imageUrl.isEmpty()) {
        const BadgePictures::Entry entry = m_pictures->picture(badge.imageUrl);
        m_waiting = entry.state == State::Loading;
        if (m_readUrl == badge.imageUrl) {
            m_image = m_readImage;
            m_findings = m_readFindings;
            takeFile(badge.imageUrl.fileName(), entry.bytes);
        } else if (entry.state == State::Ready) {
            m_waiting = true;
            read(badge.imageUrl, entry.bytes);
        } else if (!m_waiting) {
            m_facts = tr("The picture could not be fetched.");
        }
    } else if (!badge.icon.isEmpty()) {
        const BadgePictures::Entry entry = m_pictures->icon(badge.icon);
        m_icon = entry.bytes;
        m_iconUnknown = entry.state == State::Missing;
        m_waiting = entry.state == State::Loading;
        m_facts = tr("Icon “%1”").arg(badge.icon);
    }
    Q_EMIT changed();
}

void BadgeFace::read(const QUrl &url, const QByteArray &bytes)
{
    if (m_readingUrl == url)
        return;
    m_readingUrl = url;
    artwork::checkPictureLater(this, bytes, url.fileName())
        ->then(this, [this, url](const Result<artwork::CheckedPicture> &checked) {
            if (m_readingUrl == url)
                m_readingUrl.clear();
            m_readUrl = url;
            m_readImage = checked ? checked->still : QImage();
            m_readFindings = checked ? checked->findings : QList<Finding>();
            if (m_draft.edited.imageUrl == url)
                renew();
        });
}

void BadgeFace::takeFile(const QString &name, const QByteArray &bytes)
{
    m_bytes = bytes;
    m_format = QFileInfo(name).suffix().toLower();
    // Forums name stored files by their checksum, which nobody wants to read.
    m_fileName = m_draft.picture ? name : m_draft.edited.name.trimmed() + u'.' + m_format;
    const QString shown = m_draft.picture ? name : m_format.toUpper();
    m_facts = tr("%1 · %2 · %3", "file, width × height, size")
                  .arg(shown, unbroken(tr("%1 × %2", "width, height").arg(m_image.width()).arg(m_image.height())), words::bytes(bytes.size()));
}

} // namespace badgewright::ui
