// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/plan.h"

#include <QObject>
#include <QSet>

namespace badgewright::runs {

/// Notices when what a forum refuses is refused for a cause that all other steps share: two thousand failures with the
/// same words help nobody. After a few refusals with no success in between:
/// - a grant is "not found" when the person is gone, or when the badge was disabled or deleted meanwhile (contract
///   discourse §5.3): the forum is asked which;
/// - "not allowed" is about the key or its account.
class CommonCause : public QObject
{
    Q_OBJECT

public:
    explicit CommonCause(QObject *parent) : QObject(parent) {}

    /// A step came to its end: refused, or else carried out. May ask the forum; `moreWait`: there is somebody to ask for.
    void note(const ForumPtr &forum, const Step &step, const std::optional<Error> &refusal, bool moreWait);
    /// Nothing should be sent until the forum has answered.
    bool isAsking() const { return m_asking; }
    /// Whether the cause that was found is the cause of this refusal too.
    bool covers(const Step &step, ErrorKind refusal) const;
    /// The person has read it and wants to go on.
    void goOn();
    /// What was found came when it was of no use any more: nobody has read it.
    void forget() { m_found.clear(); }

Q_SIGNALS:
    /// It was about the people: go on.
    void cleared();
    /// What has to be put right first. `again`: the person knew, and it is still so.
    void found(const badgewright::Error &error, bool again);
    void couldNotAsk(const badgewright::Error &error);

private:
    void ask(const ForumPtr &forum, const GrantStep &grant);

    QHash<QString, int> m_refusals; ///< by what they may have in common
    QString m_found;
    QSet<QString> m_known; ///< found before, and told
    bool m_asking = false;
};

} // namespace badgewright::runs
