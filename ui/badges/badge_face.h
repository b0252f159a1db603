// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_draft.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

class BadgePictures;

/// What one badge looks like, in full size: its picture read from wherever it is, or the glyph of its icon.
class BadgeFace : public QObject
{
    Q_OBJECT

public:
    BadgeFace(BadgePictures *pictures, QObject *parent);

    void follow(const BadgeDraft &draft);

    const QImage &image() const { return m_image; }     ///< null: none, or not there yet
    const QByteArray &iconSvg() const { return m_icon; } ///< empty with a picture
    bool isWaiting() const { return m_waiting; }
    bool isIconUnknown() const { return m_iconUnknown; } ///< the forum does not have it
    QString facts() const { return m_facts; }            ///< "apex.png · 512 × 512 · 38 kB"
    QString format() const { return m_format; }          ///< "png" …
    const QByteArray &bytes() const { return m_bytes; }  ///< the file on the forum or to be uploaded
    QString fileName() const { return m_fileName; }
    /// What a sentence each says of the file, from reading and preparing it.
    QList<artwork::Finding> findings() const { return m_findings; }

Q_SIGNALS:
    void changed();

private:
    void renew();
    void read(const QUrl &url, const QByteArray &bytes);
    void takeFile(const QString &name, const QByteArray &bytes);

    BadgePictures *m_pictures;
    BadgeDraft m_draft;
    QUrl m_readUrl; ///< whose whole picture is in m_readImage
    QImage m_readImage;
    QUrl m_readingUrl;
    QList<artwork::Finding> m_readFindings;
    QImage m_image;
    QByteArray m_icon;
    QByteArray m_bytes;
    QString m_fileName;
    QString m_format;
    QString m_facts;
    QList<artwork::Finding> m_findings;
    bool m_waiting = false;
    bool m_iconUnknown = false;
};

} // namespace badgewright::ui
