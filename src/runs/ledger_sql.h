// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"
#include "support/result.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace badgewright::runs {

/// The sentence for what SQLite could not do.
tl::unexpected<Error> storage(const QSqlError &error);

/// Rolls back unless it was committed.
class Transaction
{
public:
    explicit Transaction(QSqlDatabase db);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    bool isOpen() const { return m_open; }
    const QSqlError &error() const { return m_error; }
    bool commit();

private:
    QSqlDatabase m_db;
    bool m_open = false;
    QSqlError m_error;
};

} // namespace badgewright::runs
