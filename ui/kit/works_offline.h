// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace badgewright::ui {

/// Stands around what shows a forum, and knows whether one works without it. There, to ask the forum the same again helps
/// nobody: it is not asked at all until it was connected again.
class WorksOffline
{
public:
    virtual bool isOffline() const = 0;
    virtual void connectAgain() = 0;

    /// Around this widget, also around the dialog it is in; null: one does not work offline here.
    static WorksOffline *around(QWidget *widget)
    {
        for (; widget; widget = widget->parentWidget()) {
            if (auto *found = dynamic_cast<WorksOffline *>(widget))
                return found->isOffline() ? found : nullptr;
        }
        return nullptr;
    }

protected:
    ~WorksOffline() = default;
};

} // namespace badgewright::ui
