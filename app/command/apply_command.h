// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command.h"
#include "runs/run.h"

namespace badgewright {

/// Asks as the connection's safe mode demands: at the terminal, or by --yes and --confirm FORUM.
/// A sentence when it must not go on.
std::optional<QString> confirmAtTerminal(const Connection &connection, const QString &what, bool yes, const QString &confirm);

/// What a person typed after a question: "yes" or "y".
bool saysYes(const QString &answer);

/// badgewright apply PLAN | --resume RUN, and badgewright undo RUN
class ApplyCommand final : public Command
{
    Q_OBJECT

public:
    explicit ApplyCommand(bool undo) : m_undo(undo) {}
    std::optional<int> prepare(const QStringList &arguments) override;
    void start(Services *services) override;

private:
    void begin(const ForumPtr &forum);
    void carryOut(const ForumPtr &forum, const runs::Plan &plan);
    void watch(runs::Run *run);
    void report(const runs::Run *run);

    bool m_undo;
    QString m_planFile;
    int m_runId = 0;
    std::optional<runs::Pace> m_pace; ///< not given: considerate, or as the run had it
    bool m_yes = false;
    QString m_confirm;
    bool m_json = false;
    bool m_reported = false;
    runs::Plan m_plan;
};

} // namespace badgewright
