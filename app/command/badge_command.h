// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command.h"

namespace badgewright {

/// badgewright badge list|show|create|update|remove --on NAME
class BadgeCommand final : public Command
{
    Q_OBJECT

public:
    std::optional<int> prepare(const QStringList &arguments) override;
    void start(Services *services) override;

private:
    void list(const BadgeCatalogue &catalogue);
    void show(const BadgeCatalogue &catalogue);
    void create(const ForumPtr &forum, const BadgeCatalogue &catalogue);
    void update(const ForumPtr &forum, const BadgeCatalogue &catalogue);
    bool takeGrouping(const BadgeCatalogue &catalogue);
    void checkIcon(const ForumPtr &forum);
    void preparePicture(const ForumPtr &forum);
    void publish(const ForumPtr &forum, const std::optional<Picture> &picture);
    void carryOut(const ForumPtr &forum, const runs::Plan &plan, const QString &what, std::function<void(const runs::StepRecord &)> sayDone);
    void remove(const ForumPtr &forum, const BadgeCatalogue &catalogue);
    void saveHolders(const ForumPtr &forum, const Badge &badge);
    void removeNow(const ForumPtr &forum, const Badge &badge);
    std::optional<int> readFields(const QCommandLineParser &parser);

    QString m_verb;
    QString m_badge;
    QString m_on;
    QString m_grouping;
    QString m_image;
    bool m_json = false;
    bool m_yes = false;
    QString m_confirm;
    QString m_saveHolders;
    BadgeFields m_fields;
    Badge m_before; ///< id 0 for a new one
};

} // namespace badgewright
