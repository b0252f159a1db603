// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/icon_store.h"
#include "artwork/picture_check.h"
#include "artwork/picture_store.h"
#include "forum/desks.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>

#include <deque>
#include <functional>

namespace badgewright {
class Clock;
}

namespace badgewright::ui {

/// Badge pictures and icon glyphs of one forum, fetched when first asked for and then kept, also on this computer where there
/// is a place for them. Asking never waits: what is not there yet arrives with a signal.
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
    /// The same of pictures. One whose address tells its content shows at once; any other only while the forum cannot be asked.
    void keepPicturesIn(const artwork::PictureStore &store, Clock *clock);
    /// What these badges show is fetched for the time without the forum: one after the other, when nothing else is wanted,
    /// and only what is not kept yet.
    void fetchAhead(const QList<Badge> &badges);
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
    struct Ahead {
        QUrl picture; ///< or, where it is empty:
        QString icon;
    };
    void takeIcon(const QString &name, const Result<Icon> &icon);
    void saveIcons();
    void saveIconsSoon();
    void fetch(const QUrl &url);
    void fetchFailed(const QUrl &url, const Error &error);
    void readKept(const QUrl &url, const Entry &otherwise);
    void readPicture(const QUrl &url, const QByteArray &bytes);
    void settle(const QUrl &url, const Entry &entry);
    void keepPicture(const QUrl &url, const QByteArray &bytes);
    void askDone();
    void next();
    void nextAhead();
    bool askAheadForPicture(const QUrl &url);
    bool askAheadForIcon(const QString &name);
    bool isAskedAhead(const QUrl &picture, const QString &icon);
    void aheadDone(const Error *error);

    BadgeDesk *m_desk;
    QHash<QUrl, Entry> m_pictures;
    QHash<QString, Entry> m_icons;
    std::deque<std::function<void()>> m_waiting;
    int m_underWay = 0;
    artwork::IconStore m_store;
    Clock *m_clock = nullptr;
    QTimer m_saveSoon;
    artwork::PictureStore m_pictureStore;
    std::deque<Ahead> m_ahead;
    Ahead m_askedAhead;        ///< the one that is on its way
    bool m_aheadShown = false; ///< and somebody wants to see it meanwhile
    qint64 m_roomAhead = 0;    ///< bytes
    int m_aheadTurn = 0;
    QThreadPool m_disk; ///< one writes at a time, and all of it before this is gone
};

} // namespace badgewright::ui
