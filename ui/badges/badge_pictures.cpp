// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_pictures.h"

namespace badgewright::ui {

namespace {

// Enough to fill a list quickly, few enough to leave connections for what a person waits for.
constexpr int kAtOnce = 3;

BadgePictures::Entry without(const Error &error)
{
    const bool missing = error.kind == ErrorKind::NotFound;
    return {missing ? BadgePictures::State::Missing : BadgePictures::State::Failed, {}, {}};
}

} // namespace

BadgePictures::BadgePictures(BadgeDesk *desk, QObject *parent) : QObject(parent), m_desk(desk) {}

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
    m_icons.insert(name, {});
    m_waiting.push_back([this, name] {
        m_desk->icon(name)->then(this, [this, name](const Result<Icon> &icon) {
            m_icons.insert(name, icon ? Entry{State::Ready, icon->svg, {}} : without(icon.error()));
            --m_underWay;
            next();
            Q_EMIT iconArrived(name);
        });
    });
    next();
    return {};
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
    if (m_icons.value(icon.name).state != State::Ready)
        m_icons.insert(icon.name, {State::Ready, icon.svg, {}});
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
