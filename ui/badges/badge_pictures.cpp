// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_pictures.h"

#include "support/clock.h"
#include "support/worker_call.h"

namespace badgewright::ui {

namespace {

// Enough to fill a list quickly, few enough to leave connections for what a person waits for.
constexpr int kAtOnce = 3;
constexpr int kSavePause = 2000; // ms: a search brings hundreds

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
        m_saveSoon.start();
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
    for (const Badge &badge : badges) {
        if (!badge.imageUrl.isEmpty())
            m_ahead.push_back({badge.imageUrl, {}});
        else if (!badge.icon.isEmpty())
            m_ahead.push_back({{}, badge.icon});
    }
    next();
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
        const QUrl url = ahead.picture;
        if (url.isEmpty()) {
            if (!m_store.keeps() || m_store.find(ahead.icon) || m_icons.contains(ahead.icon))
                continue;
            ++m_underWay;
            m_desk->icon(ahead.icon)->then(this, [this, name = ahead.icon](const Result<Icon> &icon) {
                if (icon)
                    keepIcon({name, icon->svg});
                aheadDone(icon ? nullptr : &icon.error());
                if (icon)
                    Q_EMIT iconArrived(name);
            });
            return;
        }
        if (!m_pictureStore.keeps() || m_pictureStore.has(url) || m_pictures.contains(url) || m_pictureStore.isNearlyFull())
            continue;
        ++m_underWay;
        m_desk->image(url)->then(this, [this, url](const Result<QByteArray> &bytes) {
            // Looked at when it is shown.
            if (bytes)
                keepPicture(url, *bytes);
            aheadDone(bytes ? nullptr : &bytes.error());
        });
        return;
    }
}

void BadgePictures::aheadDone(const Error *error)
{
    // What was not asked for is no reason to go on knocking.
    if (error && error->kind != ErrorKind::NotFound)
        m_ahead.clear();
    askDone();
}

} // namespace badgewright::ui
