// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/ledger_sql.h"

#include "support/log.h"

#include <QCoreApplication>
#include <QSqlQuery>

namespace badgewright::runs {

namespace {

struct LedgerSqlWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Ledger)
};

} // namespace

tl::unexpected<Error> storage(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    qCWarning(lcRuns).noquote() << "ledger:" << code << error.databaseText();
    if (code == QLatin1String("13"))
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The disk is full: the ledger cannot be written. Nothing was sent."));
    if (code == QLatin1String("5") || code == QLatin1String("6"))
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger is in use by another program."));
    if (code == QLatin1String("8"))
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger may not be written to: its file is read only."));
    if (code == QLatin1String("11") || code == QLatin1String("26"))
        return fail(ErrorKind::Storage, LedgerSqlWords::tr("The ledger's file is damaged."));
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
