// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/loose_badges.h"

#include "support/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace badgewright::artwork {

namespace {

struct LooseBadgesWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::LooseBadges)
};

Result<QByteArray> pictureBytes(const QString &path, qint64 most)
{
    QFile file(path);
    const auto unread = [&path](const QString &why) {
        return fail(ErrorKind::File, LooseBadgesWords::tr("%1 cannot be read: %2.").arg(QFileInfo(path).fileName(), why));
    };
    if (const Result<Done> opened = openPlainFile(&file); !opened)
        return unread(opened.error().detail);
    const QByteArray bytes = file.read(most + 1); // one byte more is enough to say that it is too large
    if (file.error() != QFileDevice::NoError)
        return unread(file.errorString());
    return bytes;
}

void readPictureFile(SetPictureReader *reader, SetBadge *badge, const QString &path, qint64 most)
{
    badge->saysPicture = true;
    const Result<QByteArray> bytes = pictureBytes(path, most);
    if (bytes)
        reader->takeInto(badge, *bytes, QFileInfo(path).fileName());
    else
        badge->fieldProblems.insert(SetBadge::kPictureField, bytes.error().detail);
}

bool calledOff(const SetProgressPtr &progress)
{
    return progress && !progress->wanted;
}

void tell(const SetProgressPtr &progress, qsizetype done, qsizetype total)
{
    if (!progress)
        return;
    progress->total = int(total);
    progress->done = int(done);
}

// ---- tables ----

enum class Column { Name, Description, LongDescription, Picture, Icon, Type, Grouping, AllowTitle, MultipleGrant, Listable, ShowPosts, ShowInPostHeader, Enabled };

/// The word of a heading without case, blanks and marks.
QString bare(const QString &heading)
{
    QString plain;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

std::optional<Column> columnOf(const QString &heading)
{
    static const QHash<QString, Column> words = [] {
        QHash<QString, Column> all;
        const auto add = [&all](Column column, std::initializer_list<const char *> names) {
            for (const char *name : names)
                all.insert(QLatin1String(name), column);
        };
        add(Column::Name, {"name", "badge", "badgename", "title"});
        add(Column::Description, {"description", "beschreibung"});
        add(Column::LongDescription, {"longdescription", "details"});
        add(Column::Picture, {"picture", "image", "file", "imagefile", "bild"});
        add(Column::Icon, {"icon", "symbol"});
        add(Column::Type, {"type", "badgetype", "metal", "typ"});
        add(Column::Grouping, {"grouping", "group", "badgegrouping", "gruppe"});
        add(Column::AllowTitle, {"allowtitle", "astitle"});
        add(Column::MultipleGrant, {"multiplegrant", "multiple", "severaltimes"});
        add(Column::Listable, {"listable", "listed"});
        add(Column::ShowPosts, {"showposts"});
        add(Column::ShowInPostHeader, {"showinpostheader"});
        add(Column::Enabled, {"enabled"});
        return all;
    }();
    const auto found = words.constFind(bare(heading));
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

std::optional<int> typeOf(const QString &text)
{
    static const QHash<QString, int> words{{QStringLiteral("gold"), kGold},     {QStringLiteral("silver"), kSilver},
                                           {QStringLiteral("silber"), kSilver}, {QStringLiteral("bronze"), kBronze},
                                           {QStringLiteral("1"), kGold},        {QStringLiteral("2"), kSilver},
                                           {QStringLiteral("3"), kBronze}};
    const auto found = words.constFind(text.toLower());
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

std::optional<bool> truthOf(const QString &text)
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("x"), QStringLiteral("ja"), QStringLiteral("y")};
    static const QStringList no{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("-"), QStringLiteral("nein"), QStringLiteral("n")};
    const QString plain = text.toLower();
    if (yes.contains(plain))
        return true;
    return no.contains(plain) ? std::optional(false) : std::nullopt;
}

std::optional<bool> BadgeFields::*flagOf(Column column)
{
    switch (column) {
    case Column::AllowTitle: return &BadgeFields::allowTitle;
    case Column::MultipleGrant: return &BadgeFields::multipleGrant;
    case Column::Listable: return &BadgeFields::listable;
    case Column::ShowPosts: return &BadgeFields::showPosts;
    case Column::ShowInPostHeader: return &BadgeFields::showInPostHeader;
    case Column::Enabled: return &BadgeFields::enabled;
    case Column::Name:
    case Column::Description:
    case Column::LongDescription:
    case Column::Picture:
    case Column::Icon:
    case Column::Type:
    case Column::Grouping:
        break;
    }
    return nullptr;
}

/// The picture that a cell names; a sentence when it is not to be had.
Result<QString> pictureIn(const QString &folder, const QString &cell)
{
    QString name = cell;
    name.replace(u'\\', u'/');
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QFileInfo file(QDir(root), name);
    // Links are followed first: what counts is where the file really lies.
    const QString real = file.canonicalFilePath();
    const QString wanted = QDir::cleanPath(file.absoluteFilePath());
    const auto inside = [&](const QString &path) { return path.startsWith(root.endsWith(u'/') ? root : root + u'/'); };
    if (!inside(wanted) || (!real.isEmpty() && !inside(real)))
        return fail(Error::refusedHere(LooseBadgesWords::tr("The picture “%1” lies outside the folder of the table, so it was not read.").arg(cell)));
    if (real.isEmpty() && file.isSymLink())
        return fail(Error::refusedHere(LooseBadgesWords::tr("This link leads to a file that is not there.")));
    if (real.isEmpty())
        return fail(Error::refusedHere(LooseBadgesWords::tr("There is no picture “%1” in the folder of the table.").arg(cell)));
    return real;
}

/// The forum's name of what the column switches.
QString fieldOf(Column column)
{
    BadgeFields fields;
    fields.*flagOf(column) = true;
    return fieldNames(fields).value(0);
}

void takeCell(SetBadge *badge, Column column, const QString &cell, const QString &heading)
{
    switch (column) {
    case Column::Name:
        badge->fields.name = cell.simplified();
        return;
    // An empty cell says nothing: a table of names and pictures must not clear the texts that are on the forum.
    case Column::Description:
        if (!cell.isEmpty())
            badge->fields.description = cell;
        return;
    case Column::LongDescription:
        if (!cell.isEmpty())
            badge->fields.longDescription = cell;
        return;
    case Column::Icon:
        if (!cell.isEmpty()) // beside a picture there is none to name
            badge->fields.icon = cell.simplified();
        return;
    case Column::Type:
        if (cell.isEmpty())
            return;
        badge->fields.typeId = typeOf(cell);
        if (!badge->fields.typeId)
            badge->fieldProblems.insert(SetBadge::kTypeField, LooseBadgesWords::tr("The type “%1” is not gold, silver or bronze.").arg(cell));
        return;
    case Column::Grouping:
        if (!cell.isEmpty())
            badge->grouping = cell.simplified();
        return;
    case Column::Picture:
        return; // read when the whole row is known
    case Column::AllowTitle:
    case Column::MultipleGrant:
    case Column::Listable:
    case Column::ShowPosts:
    case Column::ShowInPostHeader:
    case Column::Enabled:
        break;
    }
    if (cell.isEmpty())
        return;
    const std::optional<bool> truth = truthOf(cell);
    if (truth)
        badge->fields.*flagOf(column) = truth;
    else
        badge->fieldProblems.insert(fieldOf(column), LooseBadgesWords::tr("“%1” in the column “%2” is neither yes nor no.").arg(cell, heading));
}

} // namespace

QString badgeNameFromFile(const QString &path)
{
    QString name = QFileInfo(path).completeBaseName();
    name.replace(u'_', u' ').replace(u'-', u' ');
    name = name.simplified();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

namespace {

Result<BadgeSet> badgesFromFiles(const QList<FolderPictures::File> &files, const SetReading &reading, const SetProgressPtr &progress)
{
    if (files.size() > kMostSetBadges)
        return fail(Error::refusedHere(LooseBadgesWords::tr("These are %L1 pictures; %L2 at once is the most.").arg(files.size()).arg(kMostSetBadges)));
    BadgeSet set;
    SetPictureReader reader(reading);
    for (const FolderPictures::File &file : files) {
        if (calledOff(progress))
            return fail(ErrorKind::Cancelled);
        SetBadge badge;
        badge.row = int(set.badges.size()) + 1;
        badge.source = file.name;
        badge.fields.name = badgeNameFromFile(file.name);
        if (file.problem.isEmpty()) {
            readPictureFile(&reader, &badge, file.path, reading.limits.maxBytes);
        } else {
            badge.saysPicture = true;
            badge.fieldProblems.insert(SetBadge::kPictureField, file.problem);
        }
        takeOutInvisible(&badge);
        set.badges << badge;
        tell(progress, set.badges.size(), files.size());
    }
    findTextProblems(&set.badges);
    SetPictureReader::remarkSamePictures(&set.badges);
    return set;
}

} // namespace

Result<BadgeSet> badgesFromPictures(const QStringList &paths, const SetReading &reading, const SetProgressPtr &progress)
{
    QList<FolderPictures::File> files;
    for (const QString &path : paths)
        files << FolderPictures::File{path, QFileInfo(path).fileName(), {}};
    Result<BadgeSet> set = badgesFromFiles(files, reading, progress);
    if (set)
        set->title = paths.size() == 1 ? files.first().name : LooseBadgesWords::tr("%n picture(s)", nullptr, int(paths.size()));
    return set;
}

Result<BadgeSet> badgesFromFolder(const QString &folder, const SetReading &reading, const SetProgressPtr &progress, const FolderLimits &limits)
{
    const Result<FolderPictures> found = FolderPictures::of(folder, limits, progress);
    if (!found)
        return fail(found.error());
    const QString name = QDir(folder).dirName();
    if (found->files.isEmpty()) {
        const QStringList words{LooseBadgesWords::tr("There are no pictures in the folder “%1” and those in it.").arg(name), found->remarks.join(u' ')};
        return fail(Error::refusedHere(words.join(u' ').trimmed()));
    }
    Result<BadgeSet> set = badgesFromFiles(found->files, reading, progress);
    if (set) {
        set->title = name;
        set->remarks = found->remarks;
        if (const int others = found->others) {
            const QString names = found->otherNames.join(QStringLiteral(", "));
            set->remarks << (others > found->otherNames.size()
                                 ? LooseBadgesWords::tr("%n other file(s) in the folder are no pictures by their names and were left out, among them %1.", nullptr, others).arg(names)
                                 : LooseBadgesWords::tr("%n other file(s) in the folder are no pictures by their names and were left out: %1.", nullptr, others).arg(names));
        }
    }
    return set;
}

Result<BadgeSet> badgesFromRows(const QList<TextRow> &rows, const QString &folder, const SetReading &reading, const SetProgressPtr &progress)
{
    QHash<int, Column> columns;
    QStringList unknown;
    const QStringList head = rows.isEmpty() ? QStringList() : rows.first().cells;
    for (int i = 0; i < head.size(); ++i) {
        const std::optional<Column> column = columnOf(head.at(i));
        if (column && !columns.values().contains(*column))
            columns.insert(i, *column);
        else if (!head.at(i).isEmpty())
            unknown << head.at(i);
    }
    const QList<Column> known = columns.values();
    if (!known.contains(Column::Name) && !known.contains(Column::Picture)) {
        return fail(Error::refusedHere(LooseBadgesWords::tr("The first row of the table must name its columns, and one of them must be “name”. Others may be: description, long description, picture, icon, type, grouping.")));
    }
    if (rows.size() - 1 > kMostSetBadges)
        return fail(Error::refusedHere(LooseBadgesWords::tr("The table has %L1 rows; %L2 badges at once is the most.").arg(rows.size() - 1).arg(kMostSetBadges)));
    BadgeSet set;
    if (!unknown.isEmpty())
        set.remarks << LooseBadgesWords::tr("These columns are not known here and were passed over: %1.").arg(unknown.join(QStringLiteral(", ")));
    SetPictureReader reader(reading);
    for (qsizetype r = 1; r < rows.size(); ++r) {
        if (calledOff(progress))
            return fail(ErrorKind::Cancelled);
        const TextRow &row = rows.at(r);
        SetBadge badge;
        badge.row = row.number;
        QString picture;
        for (auto column = columns.cbegin(); column != columns.cend(); ++column) {
            const QString cell = row.cells.value(column.key()).trimmed();
            if (*column == Column::Picture)
                picture = cell;
            takeCell(&badge, *column, cell, head.value(column.key()));
        }
        if (badge.name().isEmpty() && !picture.isEmpty())
            badge.fields.name = badgeNameFromFile(picture);
        if (!picture.isEmpty()) {
            badge.source = picture;
            badge.saysPicture = true;
            const Result<QString> path = pictureIn(folder, picture);
            if (path)
                readPictureFile(&reader, &badge, *path, reading.limits.maxBytes);
            else
                badge.fieldProblems.insert(SetBadge::kPictureField, path.error().detail);
        } else if (badge.fields.icon) {
            badge.choosesIcon = true;
        }
        takeOutInvisible(&badge);
        set.badges << badge;
        tell(progress, set.badges.size(), rows.size() - 1);
    }
    if (set.badges.isEmpty())
        return fail(Error::refusedHere(LooseBadgesWords::tr("There is no row below the first one, which names the columns.")));
    findTextProblems(&set.badges);
    SetPictureReader::remarkSamePictures(&set.badges);
    return set;
}

} // namespace badgewright::artwork
