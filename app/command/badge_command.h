// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command.h"
#include "artwork/set_look_up.h"
#include "ui/badge_sets/import_plan.h"

#include <QJsonObject>

namespace badgewright {

/// badgewright badge list|show|create|update|remove|export|import --on NAME
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
    void insistOnIcon(const ForumPtr &forum);
    bool settleFace(const Badge &badge, bool choosesIcon);
    bool refuseWhatHasNoEffect(const Badge &badge, const BadgeCatalogue &catalogue);
    void preparePicture(const ForumPtr &forum);
    void publish(const ForumPtr &forum, const std::optional<Picture> &picture);
    runs::Run *startRun(const ForumPtr &forum, const runs::Plan &plan);
    void carryOut(const ForumPtr &forum, const runs::Plan &plan, const QString &what, std::function<void(const runs::StepRecord &)> sayDone);
    void remove(const ForumPtr &forum, const BadgeCatalogue &catalogue);
    void saveHolders(const ForumPtr &forum, const Badge &badge);
    void removeNow(const ForumPtr &forum, const Badge &badge);
    void exportSet(const ForumPtr &forum, const BadgeCatalogue &catalogue);
    void writeSet(const ForumPtr &forum, const BadgeCatalogue &catalogue, const QList<Badge> &badges, const artwork::SetAnswers &answers);
    void importSet(const ForumPtr &forum, const BadgeCatalogue &catalogue);
    bool choose(artwork::BadgeSet *set);
    void compare(const ForumPtr &forum, const BadgeCatalogue &catalogue, const artwork::BadgeSet &set, const artwork::SetAnswers &answers);
    void planFor(const ForumPtr &forum, const BadgeCatalogue &catalogue, const artwork::BadgeSet &set, const QList<ui::ImportRow> &rows);
    void carryOutImport(const ForumPtr &forum, const runs::Plan &plan, const QList<ui::ImportRow> &rows);
    void keepDesigns(const ForumPtr &forum, const runs::Plan &plan, const QList<ui::ImportRow> &rows);
    void takeAwaitedDesigns(const ForumPtr &forum);
    void endImport(int status);
    std::optional<int> readFields(const QCommandLineParser &parser);

    QString m_verb;
    QString m_badge; ///< of export and import: the file
    QString m_on;
    QString m_grouping;
    QString m_image;
    bool m_noImage = false;
    bool m_json = false;
    bool m_yes = false;
    QString m_confirm;
    QString m_saveHolders;
    QStringList m_chosen; ///< export, import: only these; empty: all
    QString m_existing;   ///< "skip" or "update"
    QString m_out;
    QJsonObject m_report;
    bool m_heldBack = false; ///< something of the set was not for this forum
    BadgeFields m_fields;
    Badge m_before; ///< id 0 for a new one
    QList<Grouping> m_groupings; ///< of the forum
};

} // namespace badgewright
