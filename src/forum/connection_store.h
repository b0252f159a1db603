// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"

#include <QList>
#include <QObject>

#include <optional>

namespace badgewright {

/// The saved connections, in the order the person gave them, in one INI file. Never a secret: those lie in the keychain
/// under the connection's id. A connection is forgotten only by remove().
class ConnectionStore : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionStore(const QString &file, QObject *parent = nullptr);

    QString file() const { return m_file; }
    const QList<Connection> &all() const { return m_all; }
    std::optional<Connection> byId(const QString &id) const;
    std::optional<Connection> byName(const QString &name) const; ///< without regard to case
    /// At the end. The id must not be there yet. Written to disk when it returns; false: it could not be written, and
    /// the connection is known until the program ends.
    bool add(const Connection &connection);
    bool update(const Connection &connection); ///< by id; false also when there is none
    bool remove(const QString &id);            ///< false also when there is none
    /// Moves it so that it stands at `position`.
    bool move(const QString &id, int position);

Q_SIGNALS:
    void changed();

private:
    void read();
    bool write();
    int indexOf(const QString &id) const;

    QString m_file;
    QList<Connection> m_all;
};

} // namespace badgewright
