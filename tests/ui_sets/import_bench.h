// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../ui_badges/sets_bench.h"

#include "forum/offline_forum.h"
#include "ui/kit/notice.h"

#include <QDir>
#include <QDirIterator>

// Imports that are not finished, and what is kept of them.

namespace badgewright::test {

inline void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    QDirIterator all(from, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QString there = to + path.mid(from.size());
        if (all.fileInfo().isDir())
            QDir().mkpath(there);
        else
            QFile::copy(path, there);
    }
}

/// A bench that keeps what is not finished.
struct ImportBench : BadgesBench {
    ImportBench() { drafts = folder.filePath(u"drafts"_s); }

    QString own() const { return drafts + u'/' + forum->theConnection.id; }
    QString file() const { return own() + u"/import/import.json"_s; }
    bool isKept() const { return QFile::exists(file()); }
    bool isKept(const QByteArray &words) const
    {
        QFile kept(file());
        return kept.open(QIODevice::ReadOnly) && kept.readAll().contains(words);
    }
    /// As after kill -9: what is on the disk now is all that there is.
    void killed()
    {
        const QString copy = folder.filePath(u"copy"_s);
        QDir(copy).removeRecursively();
        copyFolder(own(), copy);
        page.reset();
        QDir(own()).removeRecursively();
        QDir().rename(copy, own());
        openOn(*this, "Apex 2026");
    }
    /// The page while the forum cannot be reached.
    void openOffline()
    {
        open({1104, 766}, std::make_shared<OfflineForum>(forum->theConnection, Error::of(ErrorKind::Network)));
    }
    Notice *notice() const { return find<Notice>("unfinishedImport"); }
    QString said() const { return notice()->isVisible() ? notice()->sentence() : QString(); }
    /// The rows of an import that is gone on with.
    ImportDialog *goneOn()
    {
        if (!buttonWith(notice(), u"Go on"_s))
            return nullptr;
        buttonWith(notice(), u"Go on"_s)->click();
        ImportDialog *dialog = dialogOf(*this);
        return dialog && QTest::qWaitFor([dialog] { return dialog->findChild<TableView *>()->isVisible(); }, 20000) ? dialog : nullptr;
    }
};

inline QString noticeOf(ImportDialog *dialog, const QString &words)
{
    const auto notices = dialog->findChildren<Notice *>();
    for (const Notice *one : notices) {
        if (one->isVisible() && (one->sentence() + u' ' + one->details()).contains(words))
            return one->sentence();
    }
    return {};
}

} // namespace badgewright::test
