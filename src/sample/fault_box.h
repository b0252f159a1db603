// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/site.h"

#include <mutex>

namespace badgewright::sample {

/// Decides which faults strike a request. Cut-before, cut-after, read-only and server-error are about changes and
/// strike writes only; the others strike any request.
class FaultBox
{
public:
    void set(const QList<Fault> &faults);
    /// The faults that strike this request, in the order they were given.
    std::vector<Fault> strikes(const Incoming &request);
    bool armed(FaultKind kind);

private:
    struct Armed {
        Fault fault;
        int seen = 0;
    };
    std::mutex m_mutex;
    std::vector<Armed> m_armed;
};

} // namespace badgewright::sample
