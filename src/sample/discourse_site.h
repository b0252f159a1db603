// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/discourse_desk.h"
#include "sample/journal.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace badgewright::sample {

/// The Discourse side: finds the route, finds out who asks, lets a desk answer; makes bulk awards and hourly counting
/// in a thread of its own.
class DiscourseSite final : public Site
{
public:
    static Result<std::unique_ptr<Site>> make(const SiteOptions &options);
    ~DiscourseSite() override;

    Outgoing answer(const Incoming &request) override;
    Outgoing faultAnswer(FaultKind kind) override;
    QString user() const override;
    QString secret() const override;
    void cleanUp() override;
    int timesHeld(const QString &username, const QString &badgeName) const override;
    nlohmann::json facts(const std::string &base) const override;
    void listening(const std::string &base) override;

private:
    explicit DiscourseSite(const QDate &today);
    void makeKeys();
    const Route *find(const std::string &method, const std::string &path, bool suffix, Params &params) const;
    Actor authenticate(const Incoming &request, const Route &route, const Params &params);
    bool mayUse(const ApiKey &key, const Route &route, const Params &params) const;
    Outgoing dispatch(const Incoming &request, const Route &route, Params params, bool wantsJson);
    void work();

    mutable std::mutex m_mutex; ///< guards m_forum
    Forum m_forum;
    RouteTable m_table;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<ObjectStore> m_store;
    std::optional<SlidingWindow> m_adminLimit;
    bool m_userKeyLimits = false;

    std::mutex m_flightMutex;
    std::set<std::string> m_inFlight; ///< grants under way, "badge name-or-id/person"

    std::thread m_worker;
    std::condition_variable m_wake;
    bool m_stopping = false; ///< guarded by m_mutex
};

} // namespace badgewright::sample
