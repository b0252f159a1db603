// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/plan_file.h"

#include "runs/step_json.h"
#include "support/whole_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace badgewright::runs {

namespace {

using nlohmann::json;
using json_of::numberFrom;
using json_of::text;
using json_of::textFrom;

constexpr int kVersion = 1;
constexpr const char *kMark = "badgewright-plan";
constexpr qint64 kLargest = 512 * 1024 * 1024;

struct PlanFileWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::PlanFile)
};

std::string checksum(const json &plan)
{
    // dump() sorts the keys, so the order in the file does not matter.
    const std::string bytes = plan.dump();
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), qsizetype(bytes.size())), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

json content(const Plan &plan)
{
    json steps = json::array();
    for (const Step &step : plan.steps)
        steps.push_back(json_of::step(step));
    json remarks = json::array();
    for (const QString &remark : plan.remarks)
        remarks.push_back(text(remark));
    json out = {{"id", text(plan.id)},
                {"title", text(plan.title)},
                {"forumId", text(plan.forumId)},
                {"forumAddress", text(plan.forumAddress)},
                {"forumKind", text(forumKindName(plan.forumKind))},
                {"actingUser", text(plan.actingUser)},
                {"madeAt", text(plan.madeAt.toUTC().toString(Qt::ISODateWithMs))},
                {"source", text(plan.source)},
                {"undoOf", plan.undoOf},
                {"road", text(roadName(plan.road))},
                {"remarks", remarks}};
    out["steps"] = std::move(steps); // in the list above it would be copied, and it may be large
    return out;
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorKind::File, PlanFileWords::tr("This file is damaged, or it is not a plan."));
}

} // namespace

QByteArray planToJson(const Plan &plan)
{
    json inner = content(plan);
    json whole = {{kMark, kVersion}, {"checksum", checksum(inner)}};
    whole["plan"] = std::move(inner);
    return QByteArray::fromStdString(whole.dump(1));
}

Result<Plan> planFromJson(const QByteArray &bytes)
{
    const json whole = json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
    if (!whole.is_object() || !whole.contains(kMark))
        return damaged();
    if (numberFrom(whole, kMark) > kVersion)
        return fail(ErrorKind::File, PlanFileWords::tr("This plan was made by a newer version of Badgewright."));
    const auto inner = whole.find("plan");
    if (inner == whole.end() || !inner->is_object() || numberFrom(whole, kMark) != kVersion)
        return damaged();
    if (textFrom(whole, "checksum") != QString::fromStdString(checksum(*inner))) {
        return fail(ErrorKind::File,
                    PlanFileWords::tr("This plan was changed after it was saved: its checksum does not fit. Make the plan again."));
    }
    Plan plan;
    plan.id = textFrom(*inner, "id");
    plan.title = textFrom(*inner, "title");
    plan.forumId = textFrom(*inner, "forumId");
    plan.forumAddress = textFrom(*inner, "forumAddress");
    if (!forumKindFromName(textFrom(*inner, "forumKind"), &plan.forumKind))
        return damaged();
    plan.actingUser = textFrom(*inner, "actingUser");
    plan.madeAt = QDateTime::fromString(textFrom(*inner, "madeAt"), Qt::ISODateWithMs);
    plan.source = textFrom(*inner, "source");
    plan.undoOf = int(numberFrom(*inner, "undoOf"));
    plan.road = roadFromName(textFrom(*inner, "road")).value_or(Road::Single); // older files name none
    const auto remarks = inner->find("remarks");
    if (remarks != inner->end() && remarks->is_array()) {
        for (const json &remark : *remarks) {
            if (remark.is_string())
                plan.remarks.append(QString::fromStdString(remark.get<std::string>()));
        }
    }
    const auto steps = inner->find("steps");
    if (steps == inner->end() || !steps->is_array())
        return damaged();
    for (const json &one : *steps) {
        Step step;
        if (!json_of::read(one, &step))
            return damaged();
        plan.steps.append(step);
    }
    return plan;
}

Result<Done> savePlan(const Plan &plan, const QString &path)
{
    return writeWholeFile(path, planToJson(plan));
}

Result<Plan> loadPlan(const QString &path, const QString &forumId)
{
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened)
        return fail(ErrorKind::File, PlanFileWords::tr("%1 could not be read: %2").arg(path, opened.error().detail));
    if (file.size() > kLargest)
        return damaged();
    Result<Plan> plan = planFromJson(file.readAll());
    if (plan && !forumId.isEmpty() && plan->forumId != forumId) {
        return fail(ErrorKind::File, PlanFileWords::tr("This plan was made for another forum: %1.").arg(plan->forumAddress));
    }
    return plan;
}

} // namespace badgewright::runs
