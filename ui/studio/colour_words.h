// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace badgewright::ui {

/// What a person would call the colour, and its number: "Dark blue, #1C3686".
QString colourName(const QColor &colour);

} // namespace badgewright::ui
