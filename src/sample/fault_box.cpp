// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/fault_box.h"

#include <algorithm>
#include <array>

namespace badgewright::sample {

namespace {

struct Name {
    FaultKind kind;
    const char *name;
};

constexpr std::array<Name, 10> names = {{
    {FaultKind::Slow, "slow"},
    {FaultKind::CutBefore, "cut-before"},
    {FaultKind::CutAfter, "cut-after"},
    {FaultKind::LimitJson, "limit-json"},
    {FaultKind::LimitHtml, "limit-html"},
    {FaultKind::ReadOnly, "read-only"},
    {FaultKind::BadJson, "bad-json"},
    {FaultKind::Redirect, "redirect"},
    {FaultKind::NoKeepAlive, "no-keep-alive"},
    {FaultKind::ServerError, "server-error"},
}};

bool writesOnly(FaultKind kind)
{
    return kind == FaultKind::CutBefore || kind == FaultKind::CutAfter || kind == FaultKind::ReadOnly
        || kind == FaultKind::ServerError;
}

} // namespace

std::optional<FaultKind> faultFromName(const QString &name)
{
    for (const auto &entry : names)
        if (name == QLatin1String(entry.name))
            return entry.kind;
    return std::nullopt;
}

QStringList faultNames()
{
    QStringList list;
    for (const auto &entry : names)
        list += QString::fromLatin1(entry.name);
    return list;
}

void FaultBox::set(const QList<Fault> &faults)
{
    const std::lock_guard lock(m_mutex);
    m_armed.clear();
    for (const auto &fault : faults)
        m_armed.push_back({fault, 0});
}

std::vector<Fault> FaultBox::strikes(const Incoming &request)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Fault> striking;
    for (auto &armed : m_armed) {
        if (writesOnly(armed.fault.kind) && !request.isWrite())
            continue;
        if (++armed.seen % std::max(1, armed.fault.everyN) == 0)
            striking.push_back(armed.fault);
    }
    return striking;
}

bool FaultBox::armed(FaultKind kind)
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_armed.begin(), m_armed.end(), [&](const Armed &armed) { return armed.fault.kind == kind; });
}

} // namespace badgewright::sample
