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

} // namespace

BadgePictures::BadgePictures(BadgeDesk *desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSavePause);
    connect(&m_saveSoon, &QTimer::timeout, this, &BadgePictures::saveIcons);
}

BadgePictures::~BadgePictures()
{
    if (m_store.hasChanges())
        artwork::IconStore::save(m_store.takeChanges());
}

void BadgePictures::keepIconsIn(const artwork::IconStore &store, Clock *clock)
{
    m_store = store;
    m_clock = clock;
}

void BadgePictures::saveIcons()
{
    // A cache that cannot be written is no trouble of the person's.
    if (m_store.hasChanges())
        runLater<Done>(this, [changes = m_store.takeChanges()] { return artwork::IconStore::save(changes); });
}

BadgePictures::Entry BadgePictures::picture(const QUrl &url)
{
    if (url.isEmpty() || !m_desk)
        return {State::Missing, {}, {}};
    if (const auto it = m_pictures.constFind(url); it != m_pictures.constEnd())
        return *it;
    m_pictures.insert(url, {});
    m_waiting.push_back([this, url] {
        m_desk->image(url)->then(this, [this, url](const Result<QByteArray> &bytes) {
            if (bytes)
                readPicture(url, *bytes);
            else
                arrived(url, without(bytes.error()));
        });
    });
    next();
    return {};
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
            --m_underWay;
            next();
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
            if (!checked) {
                arrived(url, {State::Failed, bytes, {}});
                return;
            }
            // Whole pictures of a long list would fill the memory; the editor reads the one it shows from the bytes.
            const QImage &still = checked->still;
            const bool small = still.width() <= kThumbSide && still.height() <= kThumbSide;
            arrived(url, {State::Ready, bytes,
                          small ? still
                                : still.scaled(kThumbSide, kThumbSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)});
        });
}

void BadgePictures::arrived(const QUrl &url, const Entry &entry)
{
    m_pictures.insert(url, entry);
    --m_underWay;
    next();
    Q_EMIT pictureArrived(url);
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

void BadgePictures::next()
{
    while (m_underWay < kAtOnce && !m_waiting.empty()) {
        const auto ask = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_underWay;
        ask();
    }
}

} // namespace badgewright::ui
