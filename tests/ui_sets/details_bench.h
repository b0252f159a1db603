// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../ui_badges/sets_bench.h"

#include "ui/badge_sets/row_details.h"

namespace badgewright::test {

/// Those of this row, opened as by the button.
inline RowDetails *detailsOf(ImportDialog *dialog, int row)
{
    dialog->findChild<TableView *>()->selectRow(row);
    buttonWith(dialog, QStringLiteral("Details…"))->click();
    return dialog->findChild<RowDetails *>();
}

inline void shootWidget(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        widget->grab().save(u"%1/import-%2.png"_s.arg(folder, name));
}

} // namespace badgewright::test
