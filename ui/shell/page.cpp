// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/kit/buttons.h"

namespace badgewright::ui {

Capability PageContext::change(Ability ability) const
{
    if (connection().safeMode == SafeMode::ReadOnly)
        return {false, Page::tr("This connection is read only.")};
    return capabilities().of(ability);
}

Page::Page(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    // Pages are panels; the rail beside them shows the window colour.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setTakesLostFocus(this);
}

} // namespace badgewright::ui
