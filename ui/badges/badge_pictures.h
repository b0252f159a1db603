// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/icon_store.h"
#include "artwork/picture_check.h"
#include "forum/desks.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <deque>
#include <functional>

namespace badgewright {
class Clock;
}

namespace badgewright::ui {

/// Badge pictures and icon glyphs of one forum, fetched when first asked for and then kept. Asking never waits: what
/// is not there yet arrives with a signal.
class BadgePictures : public QObject
{
    Q_OBJECT

public:
    static constexpr int kThumbSide = 96;
    enum class State {
        Loading,
        Ready,
        Missing, ///< the forum does not have it
        Failed,  ///< it could not be asked
    };
    struct Entry {
        State state = State::Loading;
        QByteArray bytes; ///< an image file, or an SVG document for an icon
        QImage thumb;     ///< of a picture, at most kThumbSide px
    };

    /// `desk` may be null (no forum, no pictures) and outlives this.
    explicit BadgePictures(BadgeDesk *desk, QObject *parent = nullptr);
    ~BadgePictures() override;

    /// Icons are kept there from now on, and those in it show without the forum. `clock` outlives this.
    void keepIconsIn(const artwork::IconStore &store, Clock *clock);
    /// Those kept whose name holds the part.
    QList<Icon> keptIcons(const QString &part) const { return m_store.search(part); }

    Entry picture(const QUrl &url);
    Entry icon(const QString &name);
    /// Icons found by a search come with their glyph.
    void keepIcon(const Icon &icon);
    /// What could not be asked is asked for again next time.
    void forgetFailed();

Q_SIGNALS:
    void pictureArrived(const QUrl &url);
    void iconArrived(const QString &name);

private:
    void takeIcon(const QString &name, const Result<Icon> &icon);
    void saveIcons();
    void readPicture(const QUrl &url, const QByteArray &bytes);
    void arrived(const QUrl &url, const Entry &entry);
    void next();

    BadgeDesk *m_desk;
    QHash<QUrl, Entry> m_pictures;
    QHash<QString, Entry> m_icons;
    std::deque<std::function<void()>> m_waiting;
    int m_underWay = 0;
    artwork::IconStore m_store;
    Clock *m_clock = nullptr;
    QTimer m_saveSoon;
};

} // namespace badgewright::ui
