// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/ledger_schema.h"

#include "runs/ledger_sql.h"

#include <QCoreApplication>
#include <QSqlQuery>

#include <iterator>
#include <vector>

namespace badgewright::runs {

namespace {

struct LedgerSchemaWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Ledger)
};

/// What makes each version out of the one before; a new ledger goes through all of them. Never changed, only added to.
const std::vector<const char *> kVersions[] = {
    {
        "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, plan_id TEXT NOT NULL,"
        " forum_id TEXT NOT NULL, forum_address TEXT NOT NULL, forum_kind TEXT NOT NULL, acting_user TEXT NOT NULL,"
        " source TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', pace TEXT NOT NULL,"
        " undo_of INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL, started_at TEXT, finished_at TEXT)",
        "CREATE TABLE steps (run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, position INTEGER NOT NULL,"
        " row INTEGER NOT NULL, recipient TEXT NOT NULL, account TEXT NOT NULL, what TEXT NOT NULL, state TEXT NOT NULL,"
        " words TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', server_id INTEGER NOT NULL DEFAULT 0, at TEXT,"
        " attempts INTEGER NOT NULL DEFAULT 0, sent_at TEXT, count_before INTEGER, newest_before INTEGER NOT NULL DEFAULT 0,"
        " token TEXT NOT NULL DEFAULT '', sent TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '',"
        " PRIMARY KEY (run_id, position)) WITHOUT ROWID",
    },
    {
        "ALTER TABLE runs ADD COLUMN road TEXT NOT NULL DEFAULT 'single'",
        "CREATE INDEX IF NOT EXISTS steps_by_server_id ON steps (server_id)", // some of the first version have it
    },
    {
        "ALTER TABLE steps ADD COLUMN left_as TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE steps ADD COLUMN kept_picture TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE pictures (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL)",
        "CREATE INDEX steps_by_picture ON steps (kept_picture) WHERE kept_picture <> ''",
    },
};
constexpr int kNewest = int(std::size(kVersions));

Result<int> versionOf(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return storage(query.lastError());
    return query.value(0).toInt();
}

} // namespace

Result<Done> prepareSchema(const QSqlDatabase &db)
{
    // The first statement is also the first that touches the file: here a file that is no database shows.
    const Result<int> found = versionOf(db);
    if (!found)
        return fail(found.error());
    if (*found > kNewest)
        return fail(ErrorKind::Storage, LedgerSchemaWords::tr("The ledger was written by a newer version of Badgewright."));
    QSqlQuery query(db);
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"}) {
        if (!query.exec(QString::fromLatin1(pragma)))
            return storage(query.lastError());
        query.finish();
    }
    if (*found == kNewest)
        return Done{};
    Transaction transaction(db);
    if (!transaction.isOpen())
        return storage(transaction.error());
    // Another program may have brought it up while this one waited for its turn.
    const Result<int> now = versionOf(db);
    if (!now)
        return fail(now.error());
    for (int version = *now; version < kNewest; ++version) {
        for (const char *statement : kVersions[version]) {
            if (!query.exec(QString::fromLatin1(statement)))
                return storage(query.lastError());
        }
    }
    if (!query.exec(QStringLiteral("PRAGMA user_version=%1").arg(kNewest)))
        return storage(query.lastError());
    if (!transaction.commit())
        return storage(transaction.error());
    return Done{};
}

} // namespace badgewright::runs
