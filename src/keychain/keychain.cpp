// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychain.h"

namespace badgewright::keychain {

Keychain::~Keychain() = default;

} // namespace badgewright::keychain
