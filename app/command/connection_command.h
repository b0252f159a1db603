// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command.h"

namespace badgewright {

/// badgewright connection add|list|check|remove
class ConnectionCommand final : public Command
{
    Q_OBJECT

public:
    std::optional<int> prepare(const QStringList &arguments) override;
    void start(Services *services) override;

private:
    void add();
    void save(const Connection &connection);
    void added(const Connection &connection, bool secretStored);
    void failToSave();
    void list();
    void check();
    void remove();
    /// What was made for the forum and lies on this computer alone; empty: nothing.
    QString workThatIsLost(const QString &forumId) const;

    QString m_verb;
    QString m_name;
    QString m_url;
    QString m_user;
    QString m_kind;
    SafeMode m_safe = SafeMode::Ask;
    bool m_plainHttp = false;
    bool m_yes = false;
    bool m_json = false;
    Secret m_secret;
    bool m_keepSecret = false; ///< it was handed over for the keychain; false: from the environment, for this once
};

} // namespace badgewright
