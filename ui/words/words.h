// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace badgewright::ui::words {

/// The translation context that all sentences of this folder share.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::words)
};

} // namespace badgewright::ui::words
