// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_pictures.h"

#include "support/clock.h"
#include "support/worker_call.h"

#include <QSet>

namespace badgewright::ui {

namespace {

// Enough to fill a list quickly, few enough to leave connections for what a person waits for.
constexpr int kAtOnce = 3;
constexpr int kSavePause = 200; // ms: a search brings hundreds; what came before a crash shall be there offline

BadgePictures::Entry without(const Error &error)
{
    const bool missing = error.kind == ErrorKind::NotFound;
    return {missing ? BadgePictures::State::Missing : BadgePictures::State::Failed, {}, {}};
}

/// Whole pictures of a long list would fill the memory; the editor reads the one it shows from the bytes.
BadgePictures::Entry readyWith(const QByteArray &bytes, const QImage &still)
{
    constexpr int side = BadgePictures::kThumbSide;
    const bool small = still.width() <= side && still.height() <= side;
    return {BadgePictures::State::Ready, bytes, small ? still : still.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)};
}

} // namespace

BadgePictures::BadgePictures(BadgeDesk *desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_disk.setMaxThreadCount(1);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSavePause);
    connect(&m_saveSoon, &QTimer::timeout, this, &BadgePictures::saveIcons);
}

BadgePictures::~BadgePictures()
{
    saveIcons();
    m_disk.waitForDone();
}

void BadgePictures::keepIconsIn(const artwork::IconStore &store, Clock *clock)
{
    m_store = store;
    m_clock = clock;
}

void BadgePictures::keepPicturesIn(const artwork::PictureStore &store, Clock *clock)
{
    m_pictureStore = store;
    m_clock = clock;
}

void BadgePictures::saveIcons()
{
    // A cache that cannot be written is no trouble of the person's.
    if (m_store.hasChanges())
        m_disk.start([changes = m_store.takeChanges()] { (void)artwork::IconStore::save(changes); });
}

BadgePictures::Entry BadgePictures::picture(const QUrl &url)
{
    if (url.isEmpty() || !m_desk)
        return {State::Missing, {}, {}};
    if (const auto it = m_pictures.constFind(url); it != m_pictures.constEnd())
        return *it;
    m_pictures.insert(url, {});
    if (isAskedAhead(url, {}))
        return {};
    if (m_pictureStore.keeps() && artwork::PictureStore::namesItsContent(url))
        readKept(url, {});
    else
        fetch(url);
    return {};
}

/// What is kept, or `otherwise`; where that is still loading, the forum is asked.
void BadgePictures::readKept(const QUrl &url, const Entry &otherwise)
{
    struct Read {
        QByteArray bytes;
        bool fresh = false;
    };
    const bool asksForum = otherwise.state == State::Loading;
    runLater<Read>(this, [store = m_pictureStore, url, today = m_clock->utcNow().date()]() -> Result<Read> {
        const auto kept = store.find(url);
        if (!kept)
            return fail(ErrorKind::NotFound);
        return Read{kept->bytes, kept->isFresh(today)};
    })->then(this, [this, url, otherwise, asksForum](const Result<Read> &read) {
        if (!read) {
            asksForum ? fetch(url) : settle(url, otherwise);
            return;
        }
        artwork::checkPictureLater(this, read->bytes, url.fileName())
            ->then(this, [this, url, otherwise, asksForum, read = *read](const Result<artwork::CheckedPicture> &checked) {
                if (checked)
                    settle(url, readyWith(read.bytes, checked->still));
                else if (!asksForum)
                    settle(url, otherwise);
                // It may have vanished from the forum since; damaged, it is as good as none.
                if (asksForum && !(checked && read.fresh))
                    fetch(url);
            });
    });
}

void BadgePictures::fetch(const QUrl &url)
{
    m_waiting.push_back([this, url] {
        m_desk->image(url)->then(this, [this, url](const Result<QByteArray> &bytes) {
            if (bytes)
                readPicture(url, *bytes);
            else
                fetchFailed(url, bytes.error());
            askDone();
        });
    });
    next();
}

void BadgePictures::fetchFailed(const QUrl &url, const Error &error)
{
    const Entry now = without(error);
    if (now.state == State::Missing) {
        m_disk.start([store = m_pictureStore, url] { store.forget(url); });
        settle(url, now);
    } else if (m_pictures.value(url).state == State::Ready) {
        return; // the one that was kept goes on showing
    } else if (m_pictureStore.keeps()) {
        readKept(url, now);
    } else {
        settle(url, now);
    }
}

BadgePictures::Entry BadgePictures::icon(const QString &name)
{
    if (name.isEmpty() || !m_desk)
        return {State::Missing, {}, {}};
    if (const auto it = m_icons.constFind(name); it != m_icons.constEnd())
        return *it;
    Entry entry;
    if (const auto kept = m_store.find(name)) {
        entry = {State::Ready, kept->icon.svg, {}};
        m_icons.insert(name, entry);
        if (kept->isFresh(m_clock->utcNow().date()))
            return entry;
    }
    m_icons.insert(name, entry);
    if (isAskedAhead({}, name))
        return entry;
    m_waiting.push_back([this, name] {
        m_desk->icon(name)->then(this, [this, name](const Result<Icon> &icon) {
            takeIcon(name, icon);
            askDone();
            Q_EMIT iconArrived(name);
        });
    });
    next();
    return m_icons.value(name);
}

void BadgePictures::takeIcon(const QString &name, const Result<Icon> &icon)
{
    Entry &entry = m_icons[name];
    if (icon) {
        entry = {State::Ready, icon->svg, {}};
        keepIcon({name, icon->svg});
        return;
    }
    const Entry now = without(icon.error());
    // One that was kept goes on showing while the forum cannot be asked.
    if (now.state == State::Failed && entry.state == State::Ready)
        return;
    entry = now;
    if (now.state == State::Missing) {
        m_store.forget(name);
        saveIconsSoon();
    }
}

void BadgePictures::readPicture(const QUrl &url, const QByteArray &bytes)
{
    artwork::checkPictureLater(this, bytes, url.fileName())
        ->then(this, [this, url, bytes](const Result<artwork::CheckedPicture> &checked) {
            if (checked)
                keepPicture(url, bytes);
            settle(url, checked ? readyWith(bytes, checked->still) : Entry{State::Failed, bytes, {}});
        });
}

void BadgePictures::settle(const QUrl &url, const Entry &entry)
{
    m_pictures.insert(url, entry);
    Q_EMIT pictureArrived(url);
}

void BadgePictures::keepPicture(const QUrl &url, const QByteArray &bytes)
{
    if (m_pictureStore.keeps())
        m_disk.start([store = m_pictureStore, url, bytes, now = m_clock->utcNow()] { (void)store.keep(url, bytes, now); });
}

void BadgePictures::keepIcon(const Icon &icon)
{
    m_icons.insert(icon.name, {State::Ready, icon.svg, {}});
    if (!m_clock)
        return;
    m_store.keep(icon, m_clock->utcNow().date());
    saveIconsSoon();
}

void BadgePictures::saveIconsSoon()
{
    // Not put off by the next one, or a long search would be saved at its end only.
    if (m_store.hasChanges() && !m_saveSoon.isActive())
        m_saveSoon.start();
}

void BadgePictures::forgetFailed()
{
    m_pictures.removeIf([](const auto &it) { return it.value().state == State::Failed; });
    m_icons.removeIf([](const auto &it) { return it.value().state == State::Failed; });
}

void BadgePictures::fetchAhead(const QList<Badge> &badges)
{
    m_ahead.clear();
    std::deque<Ahead> wanted;
    QSet<QUrl> urls;
    for (const Badge &badge : badges) {
        if (badge.imageUrl.isEmpty() && !badge.icon.isEmpty())
            wanted.push_back({{}, badge.icon});
        else if (!badge.imageUrl.isEmpty() && !urls.contains(badge.imageUrl)) {
            urls.insert(badge.imageUrl);
            wanted.push_back({badge.imageUrl, {}});
        }
    }
    struct Look {
        QSet<QUrl> kept;
        qint64 room = 0;
    };
    // A long list has as many files to look for.
    runLater<Look>(this, [store = m_pictureStore, urls]() -> Result<Look> {
        Look look;
        look.room = store.roomLeft();
        for (const QUrl &url : urls) {
            if (store.has(url))
                look.kept.insert(url);
        }
        return look;
    })->then(this, [this, wanted, turn = ++m_aheadTurn](const Result<Look> &look) {
        if (!look || turn != m_aheadTurn)
            return;
        m_roomAhead = look->room;
        for (const Ahead &one : wanted) {
            if (one.picture.isEmpty() || !look->kept.contains(one.picture))
                m_ahead.push_back(one);
        }
        next();
    });
}

void BadgePictures::askDone()
{
    --m_underWay;
    next();
}

void BadgePictures::next()
{
    while (m_underWay < kAtOnce && !m_waiting.empty()) {
        const auto ask = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_underWay;
        ask();
    }
    if (m_underWay == 0)
        nextAhead();
}

void BadgePictures::nextAhead()
{
    while (m_desk && !m_ahead.empty()) {
        const Ahead ahead = m_ahead.front();
        m_ahead.pop_front();
        if (ahead.picture.isEmpty() ? askAheadForIcon(ahead.icon) : askAheadForPicture(ahead.picture)) {
            m_askedAhead = ahead;
            return;
        }
    }
}

/// Whether it is asked for.
bool BadgePictures::askAheadForPicture(const QUrl &url)
{
    if (!m_pictureStore.keeps() || m_pictures.contains(url) || m_roomAhead <= 0)
        return false;
    ++m_underWay;
    m_desk->image(url)->then(this, [this, url](const Result<QByteArray> &bytes) {
        const bool shown = m_aheadShown;
        if (bytes)
            m_roomAhead -= bytes->size();
        if (shown && bytes)
            readPicture(url, *bytes);
        else if (shown)
            fetchFailed(url, bytes.error());
        else if (bytes)
            keepPicture(url, *bytes); // looked at when it is shown
        else if (const Entry none = without(bytes.error()); none.state == State::Missing)
            m_pictures.insert(url, none);
        aheadDone(bytes ? nullptr : &bytes.error());
    });
    return true;
}

bool BadgePictures::askAheadForIcon(const QString &name)
{
    if (!m_store.keeps() || m_store.find(name) || m_icons.contains(name))
        return false;
    ++m_underWay;
    m_desk->icon(name)->then(this, [this, name](const Result<Icon> &icon) {
        const bool known = icon || icon.error().kind == ErrorKind::NotFound || m_aheadShown;
        if (known)
            takeIcon(name, icon);
        aheadDone(icon ? nullptr : &icon.error());
        if (known)
            Q_EMIT iconArrived(name);
    });
    return true;
}

/// What is asked for now is on its way already: then it comes as if it had been asked for because it is shown.
bool BadgePictures::isAskedAhead(const QUrl &picture, const QString &icon)
{
    const bool asked = m_askedAhead.picture == picture && m_askedAhead.icon == icon;
    m_aheadShown = m_aheadShown || asked;
    return asked;
}

void BadgePictures::aheadDone(const Error *error)
{
    m_askedAhead = {};
    m_aheadShown = false;
    // What was not asked for is no reason to go on knocking.
    if (error && error->kind != ErrorKind::NotFound)
        m_ahead.clear();
    askDone();
}

} // namespace badgewright::ui
