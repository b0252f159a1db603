// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command.h"

namespace badgewright {

/// badgewright ledger [RUN] [--json|--csv]
class LedgerCommand final : public Command
{
    Q_OBJECT

public:
    std::optional<int> prepare(const QStringList &arguments) override;
    void start(Services *services) override;

private:
    void listRuns();
    void showRun();
    void failToShow(const Error &error);

    int m_run = 0;
    bool m_json = false;
    bool m_csv = false;
    bool m_failed = false;
};

} // namespace badgewright
