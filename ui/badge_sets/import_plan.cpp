// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_plan.h"

#include "artwork/badge_set_file.h"
#include "artwork/loose_badges.h"
#include "people/table.h"
#include "ui/badges/badge_draft.h"
#include "ui/words/badge_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace badgewright::ui {

using artwork::BadgeSet;
using artwork::PictureSameness;
using artwork::SetAction;
using artwork::SetBadge;
using artwork::SetState;

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::Import)
};

bool isTableName(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("csv") || ending == QLatin1String("tsv") || ending == QLatin1String("txt");
}

Result<BadgeSet> readTableOfBadges(const QString &path, const artwork::SetReading &reading, const artwork::SetProgressPtr &progress)
{
    const Result<people::Table> table = people::readTableFile(path);
    if (!table)
        return fail(table.error());
    QList<artwork::TextRow> rows;
    for (const people::TableRow &row : table->rows)
        rows << artwork::TextRow{row.number, row.cells};
    Result<BadgeSet> set = artwork::badgesFromRows(rows, QFileInfo(path).absolutePath(), reading, progress);
    if (set) {
        set->title = QFileInfo(path).fileName();
        set->remarks = table->warnings + set->remarks;
    }
    return set;
}

/// A photo may be larger than what forums hand out.
artwork::SetReading fromOwnDisk(artwork::SetReading reading)
{
    reading.limits.maxBytes = artwork::PictureLimits{}.maxBytes;
    reading.keepFiles = false;
    return reading;
}

} // namespace

bool knowsPostHeader(const BadgeCatalogue &catalogue)
{
    return std::any_of(catalogue.badges.cbegin(), catalogue.badges.cend(), [](const Badge &badge) { return badge.showInPostHeader.has_value(); });
}

artwork::SetReading readingFor(const SiteInfo &site)
{
    artwork::SetReading reading;
    reading.limits.maxMegapixels = artwork::limitsFor(site).maxMegapixels; // how large a file may be is the reading's own matter
    reading.prepare = artwork::optionsFor(site);
    return reading;
}

QStringList tablesIn(const QString &folder)
{
    QStringList paths;
    if (!QFileInfo(folder).isDir())
        return paths;
    // Other texts that lie beside pictures are seldom tables.
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.csv"), QStringLiteral("*.tsv")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        paths << file.absoluteFilePath();
    return paths;
}

bool mayHoldBadges(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() || isTableName(path) || artwork::isPictureName(path) || info.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0;
}

Result<BadgeSet> readBadges(const QString &path, const artwork::SetReading &reading, const artwork::SetProgressPtr &progress)
{
    const artwork::SetReading own = fromOwnDisk(reading);
    if (QFileInfo(path).isDir())
        return artwork::badgesFromFolder(path, own, progress);
    if (isTableName(path))
        return readTableOfBadges(path, own, progress);
    if (artwork::isPictureName(path))
        return artwork::badgesFromPictures({path}, own, progress);
    return artwork::readBadgeSet(path, reading, progress);
}

Result<BadgeSet> readBadges(const QStringList &paths, const artwork::SetReading &reading, const artwork::SetProgressPtr &progress)
{
    if (paths.size() == 1)
        return readBadges(paths.first(), reading, progress);
    QStringList pictures;
    QStringList others;
    for (const QString &path : paths)
        (artwork::isPictureName(path) ? pictures : others) << path;
    if (pictures.isEmpty())
        return fail(Error::refusedHere(ImportWords::tr("Choose one badge set, one folder or one table at a time, or several pictures.")));
    Result<BadgeSet> set = artwork::badgesFromPictures(pictures, fromOwnDisk(reading), progress);
    if (set && !others.isEmpty())
        set->remarks << ImportWords::tr("%n other file(s) were left out: sets, folders and tables come one at a time.", nullptr, int(others.size()));
    return set;
}

artwork::SetQuestions questionsFor(const QList<SetBadge> &badges, const BadgeCatalogue &catalogue, bool mayReadIcons)
{
    artwork::SetQuestions questions;
    for (const SetBadge &badge : badges) {
        const Badge *existing = catalogue.findByName(badge.name());
        if (existing && artwork::needsForumPicture(badge, *existing))
            questions.pictures << existing->imageUrl;
        const QString icon = badge.fields.icon.value_or(QString());
        // One that the badge has there already is not for us to question.
        if (mayReadIcons && !icon.isEmpty() && !(existing && existing->icon == icon))
            questions.icons << icon;
    }
    return questions;
}

QList<PictureSameness> comparePictures(const QList<SetBadge> &badges, const BadgeCatalogue &catalogue, const artwork::SetAnswers &answers)
{
    QList<PictureSameness> sameness;
    for (const SetBadge &badge : badges) {
        const Badge *existing = catalogue.findByName(badge.name());
        sameness << (existing ? artwork::comparePicture(badge, *existing, answers.pictures.value(existing->imageUrl)) : PictureSameness::Same);
    }
    return sameness;
}

void remarkUnknownIcon(SetBadge *badge, const artwork::SetAnswers &answers)
{
    const QString icon = badge->fields.icon.value_or(QString());
    if (badge->picture || !answers.unknownIcons.contains(icon))
        return;
    const QStringList near = answers.nearIcons.value(icon);
    badge->remarks << ImportWords::tr("The forum has no icon “%1”, so the badge would show blank.").arg(icon);
    if (!near.isEmpty())
        badge->remarks << ImportWords::tr("Near it are: %1.").arg(near.join(QStringLiteral(", ")));
}

void remarkNewGrouping(SetBadge *badge, const BadgeCatalogue &catalogue)
{
    if (!badge->grouping || badge->grouping->isEmpty())
        return;
    QString similar;
    for (const Grouping &grouping : catalogue.groupings) {
        if (grouping.name == *badge->grouping)
            return;
        if (grouping.name.compare(*badge->grouping, Qt::CaseInsensitive) == 0)
            similar = grouping.name;
    }
    if (similar.isEmpty())
        badge->notes << ImportWords::tr("The forum does not have the grouping “%1” yet; it is made first.").arg(*badge->grouping);
    else
        badge->remarks << ImportWords::tr("The grouping “%1” would be made new beside “%2”, which the forum has.").arg(*badge->grouping, similar);
}

runs::Plan planImport(const ForumPtr &forum, const BadgeCatalogue &catalogue, const QList<ImportRow> &rows, const BadgeSet &set, const Clock &clock)
{
    QList<runs::PublishBadgeStep> steps;
    QList<int> numbers;
    for (const ImportRow &row : rows) {
        if (row.action == SetAction::Skip || !row.match.allows(row.action))
            continue;
        runs::PublishBadgeStep step;
        if (row.action == SetAction::Create) {
            step.fields = row.badge.fields;
            step.fields.name = row.badge.name().trimmed();
            step.groupingName = row.badge.grouping.value_or(QString());
            if (!step.fields.typeId)
                step.fields.typeId = kBronze;
            if (!knowsPostHeader(catalogue))
                step.fields.showInPostHeader.reset();
            if (row.badge.picture)
                step.picture = row.badge.picture->upload;
        } else {
            const Badge *existing = catalogue.find(row.match.existing);
            if (!existing)
                continue;
            step.id = existing->id;
            step.before = *existing;
            step.fields = row.match.changes;
            if (row.match.changesGrouping)
                step.groupingName = *row.badge.grouping;
            if (row.match.picture == PictureSameness::Different) {
                if (row.badge.picture)
                    step.picture = row.badge.picture->upload;
                else
                    step.fields.imageUploadId = 0;
            }
        }
        steps << step;
        numbers << row.badge.row;
    }
    QStringList order;
    for (const Grouping &grouping : set.groupings)
        order << grouping.name;
    runs::Plan plan = runs::planPublishInto(forum, steps, catalogue.groupings, order, clock);
    plan.source = set.title;
    int next = 0;
    for (runs::Step &step : plan.steps) {
        if (step.type() == runs::StepType::PublishBadge)
            step.row = numbers.at(next++);
    }
    return plan;
}

namespace {

/// Whether what is found comes of these fields.
bool isAbout(artwork::Finding::Kind kind, const QStringList &fields)
{
    using Kind = artwork::Finding::Kind;
    const auto any = [&fields](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&fields](const char *name) { return fields.contains(QLatin1String(name)); });
    };
    switch (kind) {
    case Kind::LongName:
        return any({"name"});
    case Kind::NoLongDescription:
    case Kind::DroppedHtml:
        return any({"description", "long_description"});
    case Kind::FaintGlyph:
    case Kind::UnknownIcon:
    case Kind::NoPicture:
        return any({"icon", "image_upload_id"});
    case Kind::Fine:
    case Kind::NotSquare:
    case Kind::TooSmall:
    case Kind::Heavy:
    case Kind::TransparencyLost:
    case Kind::FadesOnLight:
    case Kind::FadesOnDark:
    case Kind::TypeColourHidden:
    case Kind::Mislabelled:
    case Kind::Animated:
    case Kind::SvgCleaned:
    case Kind::Converted:
    case Kind::MuchEmptyBorder:
        break;
    }
    return any({"image_upload_id"});
}

} // namespace

QList<artwork::Finding> lookFindings(const ImportRow &row)
{
    QList<artwork::Finding> findings = row.findings;
    const bool all = row.match.state != SetState::Changed;
    const QStringList changed = all ? QStringList() : row.match.changedFields();
    findings.removeIf([&](const artwork::Finding &finding) { return finding.level != artwork::Finding::Level::Look || (!all && !isAbout(finding.kind, changed)); });
    return findings;
}

QStringList remarksOf(const ImportRow &row)
{
    QStringList remarks = row.badge.allRemarks();
    const bool isSent = row.match.state != SetState::Same;
    const QList<artwork::Finding> findings = isSent ? lookFindings(row) : QList<artwork::Finding>();
    for (const artwork::Finding &finding : findings) {
        if (!remarks.contains(finding.sentence))
            remarks << finding.sentence;
    }
    return remarks;
}

QStringList remarksBesideFindings(const ImportRow &row)
{
    QStringList remarks = row.badge.allRemarks();
    remarks.removeIf([&row](const QString &remark) {
        return std::any_of(row.findings.cbegin(), row.findings.cend(), [&remark](const artwork::Finding &finding) { return finding.sentence == remark; });
    });
    return remarks;
}

bool isToLookAt(const ImportRow &row)
{
    switch (row.match.state) {
    case SetState::New:
    case SetState::Changed:
        return !row.match.why.isEmpty() || row.badge.isToLookAt() || !lookFindings(row).isEmpty();
    case SetState::Same:
        return !row.match.why.isEmpty(); // nothing of it is sent
    case SetState::NameClash:
    case SetState::Problem:
        break;
    }
    return false; // worse is said of it
}

QString stateWords(const artwork::SetMatch &match)
{
    switch (match.state) {
    case SetState::New:
        return match.why.isEmpty() ? ImportWords::tr("New") : ImportWords::tr("New. %1").arg(match.why);
    case SetState::Same:
        return match.why.isEmpty() ? ImportWords::tr("Same as on the forum") : ImportWords::tr("Same as on the forum. %1").arg(match.why);
    case SetState::Changed: {
        QStringList words;
        for (const QString &field : match.changedFields())
            words << words::badgeField(field);
        const QString changed = ImportWords::tr("Changed: %1").arg(words.join(QStringLiteral(", ")));
        return match.why.isEmpty() ? changed : ImportWords::tr("%1. %2").arg(changed, match.why);
    }
    case SetState::NameClash:
    case SetState::Problem:
        break;
    }
    return match.why;
}

QString stateWordsOf(const ImportRow &row)
{
    const QString words = stateWords(row.match);
    const bool names = row.match.state == SetState::Problem && !row.badge.source.isEmpty() && !words.contains(row.badge.source);
    return names ? ImportWords::tr("%1: %2").arg(row.badge.source, words) : words;
}

} // namespace badgewright::ui
