// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace badgewright::sample {

/// Leaves harmless tags and attributes; of other tags only what stands between them stays.
std::string sanitised(const std::string &html);

} // namespace badgewright::sample
