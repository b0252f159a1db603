// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/ledger_sql.h"

#include "support/log.h"

#include <QCoreApplication>
#include <QSqlQuery>

namespace badgewright::runs {

namespace {

// SQLite's own numbers; its header is no part of Qt Sql.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kInputOutput = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kNotADatabase = 26;

struct LedgerSqlWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Ledger)
};

} // namespace

tl::unexpected<Error> storage(const QSqlError &error)
{
    qCWarning(lcRuns).noquote() << "ledger:" << error.nativeErrorCode() << error.databaseText();
    // The number may tell more closely what it was; what it is stands in its lowest byte.
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case kFull:
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The disk is full: the ledger cannot be written, and nothing is sent without it."));
    case kBusy:
    case kLocked:
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger is in use by another program."));
    case kReadOnly:
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger may not be written to: its file is read only."));
    case kInputOutput:
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger cannot be written to its disk, and nothing is sent without it: %1")
                                            .arg(error.databaseText()));
    case kCorrupt:
    case kNotADatabase:
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger’s file is damaged."));
    default:
        break;
    }
    return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger cannot be used: %1").arg(error.databaseText()));
}

Transaction::Transaction(QSqlDatabase db) : m_db(std::move(db))
{
    // Taken for writing at once: a deferred one could fail in the middle when somebody else writes.
    QSqlQuery begin(m_db);
    m_open = begin.exec(QStringLiteral("BEGIN IMMEDIATE"));
    m_error = begin.lastError();
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_db).exec(QStringLiteral("ROLLBACK"));
}

bool Transaction::commit()
{
    QSqlQuery query(m_db);
    if (!query.exec(QStringLiteral("COMMIT"))) {
        m_error = query.lastError();
        return false;
    }
    m_open = false;
    return true;
}

} // namespace badgewright::runs
