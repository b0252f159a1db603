// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace badgewright::ui {

/// Why one works without this forum, to go on from its name: "which could not be reached".
QString whyWithout(const Forum &forum);

/// Stands in for a page whose contents lie on the forum alone, while one works without it: says so, and offers to connect again.
class OfflinePage final : public Page
{
    Q_OBJECT

public:
    OfflinePage(PageId page, const PageContext &context, QWidget *parent = nullptr);
    QString title() const override;

private:
    QString sentence() const;

    PageId m_page;
};

} // namespace badgewright::ui
