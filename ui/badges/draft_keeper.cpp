// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/draft_keeper.h"

#include "support/lone_lock.h"
#include "support/worker_call.h"
#include "ui/badges/badge_shelf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace badgewright::ui {

namespace {

constexpr int kPause = 250; // ms from a change to its writing, also while more is typed

} // namespace

DraftKeeper::DraftKeeper(BadgeShelf *shelf, const DraftStore &store, std::function<QString(BadgeId)> keyOf, QObject *parent)
    : QObject(parent), m_shelf(shelf), m_store(store), m_keyOf(std::move(keyOf)), m_loaded(!store.keeps())
{
    m_thread.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::write);
    if (!m_store.keeps())
        return;
    const auto changed = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(shelf, &BadgeShelf::badgeChanged, this, changed);
    connect(shelf, &BadgeShelf::reset, this, changed);
    connect(shelf, &BadgeShelf::catalogueChanged, this, [this, changed] {
        m_catalogueChanged = true;
        changed();
    });
}

DraftKeeper::~DraftKeeper()
{
    write();
    m_thread.waitForDone();
}

void DraftKeeper::load(const SiteInfo &site)
{
    if (m_loaded || std::exchange(m_loading, true))
        return;
    const bool ours = isOurs();
    runLater<DraftStore::Everything>(this, [store = m_store, site, ours] {
        return Result<DraftStore::Everything>(ours ? store.readAll(site) : DraftStore::Everything{{}, {}, {}, store.readCatalogue()});
    })
        ->then(this, [this](const Result<DraftStore::Everything> &all) {
            m_loaded = true;
            if (!all)
                return;
            m_catalogue = all->catalogue;
            m_laterKeys = all->laterKeys;
            for (const DraftStore::Kept &one : all->drafts)
                m_keys.insert(one.key);
            Q_EMIT loaded(*all);
        });
}

/// Where the lock cannot be had because nothing can be written there, nobody else can either, and writing says what is wrong.
bool DraftKeeper::isOurs()
{
    if (m_elsewhere || (m_lock && m_lock->isLocked()))
        return !m_elsewhere;
    const QString file = m_store.lockFile();
    QDir().mkpath(QFileInfo(file).absolutePath());
    m_lock = std::make_unique<QLockFile>(file);
    m_elsewhere = !takeLock(*m_lock) && m_lock->error() == QLockFile::LockFailedError;
    if (m_elsewhere)
        Q_EMIT keptElsewhere(file);
    return !m_elsewhere;
}

void DraftKeeper::keepCatalogue(const CatalogueOnFile &kept)
{
    m_catalogue = kept;
    if (m_store.keeps() && !m_elsewhere)
        m_thread.start([store = m_store, kept] { (void)store.writeCatalogue(kept); }); // without it, nothing of the person's is lost
}

bool DraftKeeper::keepsAll()
{
    write();
    m_thread.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // what the thread says came of it
    return isKeeping() || m_shelf->changedCount() == 0;
}

/// "badge-12.2" where "badge-12" is not to be touched: no other key begins like that, as those of pictures do.
QString DraftKeeper::fileKey(BadgeId id) const
{
    const QString key = m_keyOf(id);
    QString free = key;
    for (int number = 2; m_laterKeys.contains(free); ++number)
        free = QStringLiteral("%1.%2").arg(key).arg(number);
    return free;
}

void DraftKeeper::write()
{
    m_soon.stop();
    if (!m_loaded || !m_store.keeps() || !isOurs())
        return;
    // What was published is the forum's from now on, also where it cannot be read again.
    if (std::exchange(m_catalogueChanged, false) && m_catalogue)
        keepCatalogue({m_shelf->catalogue(), m_catalogue->readAt});
    QHash<QString, BadgeDraft> now;
    const QList<BadgeId> ids = m_shelf->ids();
    for (const BadgeId id : ids) {
        if (m_shelf->isChanged(id))
            now.insert(fileKey(id), m_shelf->draft(id));
    }
    QList<DraftStore::Kept> changed;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        const auto before = m_kept.constFind(it.key());
        if (before == m_kept.cend() || !(*before == *it))
            changed.append({it.key(), *it});
    }
    QStringList gone;
    for (const QString &key : std::as_const(m_keys)) {
        if (!now.contains(key))
            gone << key;
    }
    m_kept = now;
    m_keys = QSet<QString>(now.keyBegin(), now.keyEnd());
    if (changed.isEmpty() && gone.isEmpty())
        return;
    // What goes away goes last, and only when all else is written: a badge that got another key is never without a file.
    m_thread.start([this, store = m_store, changed, gone] {
        Result<Done> result = Done{};
        for (const DraftStore::Kept &one : changed) {
            if (const Result<Done> done = store.write(one.key, one.draft); !done)
                result = done;
        }
        for (const QString &key : gone) {
            if (result)
                store.remove(key);
        }
        // The destructor waits for this thread.
        const QStringList stillThere = result ? QStringList() : gone;
        QMetaObject::invokeMethod(this, [this, result, stillThere] { written(result, stillThere); }, Qt::QueuedConnection);
    });
}

void DraftKeeper::written(const Result<Done> &result, const QStringList &stillThere)
{
    if (!result)
        m_kept.clear(); // all of it is tried again with the next change
    for (const QString &key : stillThere)
        m_keys.insert(key);
    if (m_failed == !result)
        return;
    m_failed = !result;
    if (m_failed)
        Q_EMIT trouble(result.error().detail);
    else
        Q_EMIT keepingAgain();
}

} // namespace badgewright::ui
