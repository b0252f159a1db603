// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/connection_store.h"

#include <QSettings>

namespace badgewright {

using namespace Qt::StringLiterals;

ConnectionStore::ConnectionStore(const QString &file, QObject *parent) : QObject(parent), m_file(file)
{
    read();
}

void ConnectionStore::read()
{
    QSettings file(m_file, QSettings::IniFormat);
    const int count = file.beginReadArray(u"connections"_s);
    for (int i = 0; i < count; ++i) {
        file.setArrayIndex(i);
        Connection c;
        c.id = file.value("id"_L1).toString();
        c.name = file.value("name"_L1).toString();
        c.base = QUrl(file.value("base"_L1).toString(), QUrl::StrictMode);
        c.user = file.value("user"_L1).toString();
        c.colour = file.value("colour"_L1).toString();
        c.plainHttpAccepted = file.value("plainHttpAccepted"_L1).toBool();
        // An unknown word of a newer version: rather ask too much than change too much.
        if (!safeModeFromName(file.value("safeMode"_L1).toString(), &c.safeMode))
            c.safeMode = SafeMode::AskTyped;
        const bool known = forumKindFromName(file.value("kind"_L1).toString(), &c.kind);
        if (known && !c.id.isEmpty() && c.base.isValid() && indexOf(c.id) < 0)
            m_all.append(c);
    }
    file.endArray();
}

bool ConnectionStore::write()
{
    QSettings file(m_file, QSettings::IniFormat);
    file.remove(u"connections"_s);
    file.beginWriteArray(u"connections"_s, int(m_all.size()));
    for (int i = 0; i < m_all.size(); ++i) {
        const Connection &c = m_all.at(i);
        file.setArrayIndex(i);
        file.setValue("id"_L1, c.id);
        file.setValue("name"_L1, c.name);
        file.setValue("base"_L1, c.base.toString());
        file.setValue("kind"_L1, forumKindName(c.kind));
        file.setValue("user"_L1, c.user);
        file.setValue("colour"_L1, c.colour);
        file.setValue("safeMode"_L1, safeModeName(c.safeMode));
        file.setValue("plainHttpAccepted"_L1, c.plainHttpAccepted);
    }
    file.endArray();
    file.sync();
    Q_EMIT changed();
    return file.status() == QSettings::NoError;
}

int ConnectionStore::indexOf(const QString &id) const
{
    for (int i = 0; i < m_all.size(); ++i) {
        if (m_all.at(i).id == id)
            return i;
    }
    return -1;
}

std::optional<Connection> ConnectionStore::byId(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? std::nullopt : std::optional(m_all.at(index));
}

std::optional<Connection> ConnectionStore::byName(const QString &name) const
{
    for (const Connection &c : m_all) {
        if (c.name.compare(name, Qt::CaseInsensitive) == 0)
            return c;
    }
    return std::nullopt;
}

bool ConnectionStore::add(const Connection &connection)
{
    Q_ASSERT(indexOf(connection.id) < 0);
    m_all.append(connection);
    return write();
}

bool ConnectionStore::update(const Connection &connection)
{
    const int index = indexOf(connection.id);
    if (index < 0)
        return false;
    m_all[index] = connection;
    return write();
}

bool ConnectionStore::remove(const QString &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_all.removeAt(index);
    return write();
}

bool ConnectionStore::move(const QString &id, int position)
{
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_all.move(index, int(qBound(qsizetype(0), qsizetype(position), m_all.size() - 1)));
    return write();
}

} // namespace badgewright
