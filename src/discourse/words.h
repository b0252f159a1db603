// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace badgewright::discourse {

/// The translation context of this adapter's sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Discourse)
};

} // namespace badgewright::discourse
