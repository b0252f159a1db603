// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/icon_store.h"

#include "support/whole_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <algorithm>

namespace badgewright::artwork {
namespace {

constexpr qint64 kLargestFile = 32 * 1024 * 1024;

QHash<QString, IconStore::Kept> readIcons(const QString &path)
{
    QHash<QString, IconStore::Kept> icons;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return icons;
    // Damaged, it is as good as empty: the forum has them all.
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("icons")).toObject();
    for (auto it = all.begin(); it != all.end() && icons.size() < IconStore::kMostIcons; ++it) {
        const QJsonObject one = it.value().toObject();
        const QByteArray svg = one.value(QLatin1String("svg")).toString().toUtf8();
        const QDate seen = QDate::fromString(one.value(QLatin1String("seen")).toString(), Qt::ISODate);
        if (!it.key().isEmpty() && !svg.isEmpty() && svg.size() <= IconStore::kLargestSvg && seen.isValid())
            icons.insert(it.key(), {{it.key(), svg}, seen});
    }
    return icons;
}

} // namespace

IconStore::IconStore(const QString &folder, const QString &forumId)
{
    if (const QString place = placeOfForum(folder, forumId); !place.isEmpty())
        m_path = place + QStringLiteral(".json");
}

void IconStore::load() const
{
    if (!m_loaded)
        m_icons = readIcons(m_path);
    m_loaded = true;
}

std::optional<IconStore::Kept> IconStore::find(const QString &name) const
{
    load();
    const auto found = m_icons.constFind(name);
    return found == m_icons.cend() ? std::nullopt : std::optional(*found);
}

QList<Icon> IconStore::search(const QString &part) const
{
    load();
    QList<Icon> found;
    for (const Kept &kept : std::as_const(m_icons)) {
        if (kept.icon.name.contains(part, Qt::CaseInsensitive))
            found << kept.icon;
    }
    std::sort(found.begin(), found.end(), [](const Icon &a, const Icon &b) { return a.name < b.name; });
    return found;
}

void IconStore::keep(const Icon &icon, const QDate &today)
{
    load();
    if (icon.name.isEmpty() || icon.svg.isEmpty() || icon.svg.size() > kLargestSvg || (m_icons.size() >= kMostIcons && !m_icons.contains(icon.name)))
        return;
    Kept &kept = m_icons[icon.name];
    if (kept.icon.svg == icon.svg && kept.seen == today)
        return;
    kept = {icon, today};
    m_changed.insert(icon.name, kept);
}

void IconStore::forget(const QString &name)
{
    load();
    if (m_icons.remove(name))
        m_changed.insert(name, std::nullopt);
}

IconStore::Changes IconStore::takeChanges()
{
    return {m_path, std::exchange(m_changed, {})};
}

Result<Done> IconStore::save(const Changes &changes)
{
    if (changes.path.isEmpty() || changes.icons.isEmpty())
        return Done{};
    // Two windows may have found some at the same time; neither takes the other's away.
    static QMutex oneAtATime;
    const QMutexLocker lock(&oneAtATime);
    QHash<QString, Kept> icons = readIcons(changes.path);
    for (auto it = changes.icons.cbegin(); it != changes.icons.cend(); ++it) {
        if (*it)
            icons.insert(it.key(), **it);
        else
            icons.remove(it.key());
    }
    QJsonObject all;
    for (auto it = icons.cbegin(); it != icons.cend(); ++it)
        all.insert(it.key(), QJsonObject{{QStringLiteral("svg"), QString::fromUtf8(it->icon.svg)}, {QStringLiteral("seen"), it->seen.toString(Qt::ISODate)}});
    if (!QDir().mkpath(QFileInfo(changes.path).path()))
        return fail(ErrorKind::File, changes.path);
    return writeWholeFile(changes.path, QJsonDocument(QJsonObject{{QStringLiteral("icons"), all}}).toJson(QJsonDocument::Compact));
}

void IconStore::removeAll()
{
    m_icons.clear();
    m_changed.clear();
    if (keeps())
        QFile::remove(m_path);
}

} // namespace badgewright::artwork
