// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/answerhub_board.h"
#include "sample/journal.h"
#include "sample/site.h"
#include "sample/sliding_window.h"

#include <mutex>

namespace badgewright::sample::answerhub {

/// The AnswerHub side: finds out who asks, finds the route below /services/v2, answers, and keeps what changed before
/// it does.
class AnswerHubSite final : public Site
{
public:
    static Result<std::unique_ptr<Site>> make(const SiteOptions &options);

    Outgoing answer(const Incoming &request) override;
    Outgoing faultAnswer(FaultKind kind) override;
    QString user() const override;
    QString secret() const override;
    int timesHeld(const QString &username, const QString &badgeName) const override;
    nlohmann::json facts(const std::string &base) const override;
    void listening(const std::string &base) override;

private:
    using Segments = std::vector<std::string>; ///< of the path below /services/v2, without .json

    struct Pass {
        std::string token;
        int member = 0;
        qint64 until = 0;
    };

    explicit AnswerHubSite(const QDate &today) : m_board(today) {}
    bool makeLogins();
    bool change(const nlohmann::json &record);

    const Login *loginOf(int member) const;
    /// Who signs with name and password, or with a token; null when the signature is wrong or missing.
    const Login *basicLogin(const Incoming &request) const;
    const Login *login(const Incoming &request) const;

    Outgoing api(const Incoming &request, const Segments &at);
    Outgoing token(const Incoming &request);
    Outgoing awards(const Incoming &request, const Segments &at, const Login &who);
    Outgoing giveForAction(int type, int action, const Login &who);
    Outgoing giveToMember(int type, int member, const Login &who);
    Outgoing members(const Incoming &request, const Segments &at, const Login &who);
    Outgoing memberList(const Incoming &request) const;
    Outgoing heldList(const Incoming &request, int member) const;
    Outgoing actionList(const Incoming &request, std::optional<int> member) const;
    Outgoing giveReputation(const Incoming &request, int member, const Login &who);
    Outgoing nodes(const Incoming &request, const Segments &at) const;
    Outgoing page(const std::string &path) const;

    mutable std::mutex m_mutex;
    Board m_board;
    std::unique_ptr<Journal> m_journal;
    std::vector<Pass> m_passes;
    std::optional<SlidingWindow> m_limit;
    std::string m_base;
};

} // namespace badgewright::sample::answerhub
