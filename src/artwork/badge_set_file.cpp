// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_set_file.h"

#include "artwork/design.h"
#include "artwork/safe_zip.h"
#include "support/whole_file.h"
#include "support/worker_call.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace badgewright::artwork {

namespace {

struct BadgeSetFileWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::BadgeSetFile)
};

constexpr qint64 kMostDescription = 8 * 1024 * 1024; // of set.json
constexpr qsizetype kMostGroupings = 500;
constexpr std::array<const char *, 3> kTypes{"gold", "silver", "bronze"};

QString descriptionName()
{
    return QStringLiteral("set.json");
}

QString versionKey()
{
    return QStringLiteral("badgewright-badge-set");
}

/// What a badge has in common with the file: key, member.
template <class Visit> void eachText(Visit visit)
{
    visit("name", &BadgeFields::name);
    visit("description", &BadgeFields::description);
    visit("long_description", &BadgeFields::longDescription);
    visit("icon", &BadgeFields::icon);
}
template <class Visit> void eachFlag(Visit visit)
{
    visit("allow_title", &BadgeFields::allowTitle);
    visit("multiple_grant", &BadgeFields::multipleGrant);
    visit("listable", &BadgeFields::listable);
    visit("show_posts", &BadgeFields::showPosts);
    visit("show_in_post_header", &BadgeFields::showInPostHeader);
    visit("enabled", &BadgeFields::enabled);
}

QString pictureName(const SetBadge &badge, const QString &fileName)
{
    QString plain;
    for (const QChar c : badge.name().normalized(QString::NormalizationForm_KD).toLower().left(60)) {
        if ((c >= u'a' && c <= u'z') || c.isDigit())
            plain += c.unicode() < 0x80 ? c : QChar(u'-');
        else if (c.category() != QChar::Mark_NonSpacing && !plain.endsWith(u'-'))
            plain += u'-';
    }
    return QStringLiteral("pictures/%1-%2.%3").arg(badge.row, 3, 10, QChar(u'0')).arg(plain, QFileInfo(fileName).suffix());
}

QJsonObject badgeObject(const SetBadge &badge, const QString &picture)
{
    QJsonObject out;
    eachText([&](const char *key, auto member) {
        if (const auto &value = badge.fields.*member)
            out.insert(QLatin1String(key), *value);
    });
    eachFlag([&](const char *key, auto member) {
        if (const auto &value = badge.fields.*member)
            out.insert(QLatin1String(key), *value);
    });
    if (badge.fields.typeId && *badge.fields.typeId >= kGold && *badge.fields.typeId <= kBronze)
        out.insert(QStringLiteral("type"), QLatin1String(kTypes[size_t(*badge.fields.typeId - kGold)]));
    if (badge.grouping)
        out.insert(QStringLiteral("grouping"), *badge.grouping);
    if (!picture.isEmpty())
        out.insert(QStringLiteral("picture"), picture);
    else if (badge.saysPicture)
        out.insert(QStringLiteral("picture"), QJsonValue::Null);
    if (!badge.query.isEmpty())
        out.insert(QStringLiteral("query"), badge.query);
    if (!badge.design.isEmpty())
        out.insert(QStringLiteral("design"), badge.design);
    return out;
}

tl::unexpected<Error> refuseSet(const QString &sentence)
{
    return fail(Error::refusedHere(sentence));
}

/// Reads the badges of one file.
class SetFileReader
{
public:
    SetFileReader(const SafeZip &zip, const SetReading &reading, SetProgressPtr progress)
        : m_zip(zip), m_pictures(reading), m_progress(std::move(progress)), m_mostPictureBytes(reading.limits.maxBytes)
    {
    }

    Result<BadgeSet> read()
    {
        if (!m_zip.contains(descriptionName()))
            return refuseSet(BadgeSetFileWords::tr("This zip file is not a badge set: there is no set.json in it. If these are pictures, unpack them and choose the folder."));
        const Result<QByteArray> description = m_zip.read(descriptionName(), kMostDescription);
        if (!description)
            return fail(description.error());
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(*description, &error);
        if (!document.isObject()) {
            return refuseSet(BadgeSetFileWords::tr("The badge set is damaged: its set.json cannot be read (%1 at byte %2).").arg(error.errorString()).arg(error.offset));
        }
        const QJsonObject whole = document.object();
        const QJsonValue version = whole.value(versionKey());
        if (!version.isDouble() || version.toInt() < 1)
            return refuseSet(BadgeSetFileWords::tr("This zip file is not a badge set: its set.json does not say so."));
        if (version.toInt() > kBadgeSetVersion)
            return refuseSet(BadgeSetFileWords::tr("This badge set was made by a newer Badgewright. Update this one to open it."));
        const QJsonArray badges = whole.value(QLatin1String("badges")).toArray();
        if (badges.size() > kMostSetBadges)
            return refuseSet(BadgeSetFileWords::tr("The set has %L1 badges; %L2 is the most.").arg(badges.size()).arg(kMostSetBadges));
        m_set.title = line(whole.value(QLatin1String("title")).toString());
        m_set.origin = line(whole.value(QLatin1String("origin")).toString());
        m_set.madeAt = QDateTime::fromString(whole.value(QLatin1String("made_at")).toString(), Qt::ISODate);
        readGroupings(whole.value(QLatin1String("groupings")).toArray());
        if (m_progress)
            m_progress->total = int(badges.size());
        for (const QJsonValue &badge : badges) {
            if (m_progress && !m_progress->wanted)
                return fail(ErrorKind::Cancelled);
            readBadge(badge);
            if (m_progress)
                m_progress->done = int(m_set.badges.size());
        }
        findTextProblems(&m_set.badges);
        SetPictureReader::remarkSamePictures(&m_set.badges);
        return std::move(m_set);
    }

private:
    static QString line(const QString &text) { return withoutInvisible(text.simplified(), false).left(300); }

    void readGroupings(const QJsonArray &groupings)
    {
        for (const QJsonValue &value : groupings) {
            const QJsonObject one = value.toObject();
            const QString name = line(one.value(QLatin1String("name")).toString());
            if (!name.isEmpty() && m_set.groupings.size() < kMostGroupings)
                m_set.groupings << Grouping{0, name, one.value(QLatin1String("description")).toString(), int(m_set.groupings.size()), false};
        }
    }

    void readBadge(const QJsonValue &value)
    {
        SetBadge badge;
        badge.row = int(m_set.badges.size()) + 1;
        const QJsonObject one = value.toObject();
        if (!value.isObject())
            badge.problems << BadgeSetFileWords::tr("What stands there is not a badge.");
        const auto wrong = [&](const QString &field, const char *key, const QString &wanted) {
            badge.fieldProblems.insert(field, BadgeSetFileWords::tr("“%1” is not %2.").arg(QLatin1String(key), wanted));
        };
        eachText([&](const char *key, auto member) {
            const QJsonValue text = one.value(QLatin1String(key));
            if (text.isString())
                badge.fields.*member = text.toString();
            else if (!text.isUndefined() && !text.isNull())
                wrong(QLatin1String(key), key, BadgeSetFileWords::tr("a text"));
        });
        if (badge.fields.name)
            badge.fields.name = badge.fields.name->simplified();
        if (badge.fields.icon)
            badge.fields.icon = badge.fields.icon->simplified().left(100);
        eachFlag([&](const char *key, auto member) {
            const QJsonValue flag = one.value(QLatin1String(key));
            if (flag.isBool())
                badge.fields.*member = flag.toBool();
            else if (!flag.isUndefined() && !flag.isNull())
                wrong(QLatin1String(key), key, BadgeSetFileWords::tr("true or false"));
        });
        const QJsonValue type = one.value(QLatin1String("type"));
        for (size_t i = 0; i < kTypes.size(); ++i) {
            if (type.toString() == QLatin1String(kTypes[i]))
                badge.fields.typeId = int(i) + kGold;
        }
        if (!badge.fields.typeId) {
            badge.fields.typeId = kBronze;
            if (!type.isUndefined())
                wrong(SetBadge::kTypeField, "type", BadgeSetFileWords::tr("gold, silver or bronze"));
        }
        const QJsonValue grouping = one.value(QLatin1String("grouping"));
        if (grouping.isString() && !grouping.toString().simplified().isEmpty())
            badge.grouping = grouping.toString().simplified();
        badge.query = one.value(QLatin1String("query")).toString();
        readDesign(&badge, one.value(QLatin1String("design")).toObject());
        readPicture(&badge, one.value(QLatin1String("picture")));
        if (!badge.query.isEmpty())
            badge.remarks << BadgeSetFileWords::tr("Its old forum granted it by a query. Queries are not taken along.");
        takeOutInvisible(&badge);
        m_set.badges << badge;
    }

    /// Only what can be opened again is handed on, so that no badge gets a file that nobody can read.
    static void readDesign(SetBadge *badge, const QJsonObject &object)
    {
        if (object.isEmpty())
            return;
        const Result<BadgeDesign> design = designFromJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
        if (design)
            badge->design = object;
        else
            badge->remarks << BadgeSetFileWords::tr("What its picture was drawn with was left out: %1").arg(design.error().detail);
    }

    void readPicture(SetBadge *badge, const QJsonValue &value)
    {
        if (value.isUndefined())
            return;
        badge->saysPicture = true;
        if (value.isNull())
            return;
        const QString name = value.toString();
        if (!name.startsWith(QLatin1String("pictures/")) || name.size() > 200) {
            badge->fieldProblems.insert(SetBadge::kPictureField, BadgeSetFileWords::tr("Its picture is not in the folder “pictures” of the set, so it was not read."));
            return;
        }
        const Result<QByteArray> bytes = m_zip.read(name, m_mostPictureBytes);
        if (bytes)
            m_pictures.takeInto(badge, *bytes, name.mid(9));
        else
            badge->fieldProblems.insert(SetBadge::kPictureField, bytes.error().detail);
    }

    const SafeZip &m_zip;
    SetPictureReader m_pictures;
    SetProgressPtr m_progress;
    qint64 m_mostPictureBytes;
    BadgeSet m_set;
};

} // namespace

Result<QByteArray> badgeSetToBytes(const BadgeSet &set)
{
    QJsonArray groupings;
    for (const Grouping &grouping : set.groupings) {
        groupings << QJsonObject{{QStringLiteral("name"), grouping.name}, {QStringLiteral("description"), grouping.description}};
    }
    QJsonArray badges;
    QList<ZipPart> pictures;
    QHash<QByteArray, QString> written; // the same picture goes once
    for (const SetBadge &badge : set.badges) {
        QString name;
        if (badge.picture) {
            const Picture &file = badge.picture->file;
            QString &known = written[file.bytes];
            if (known.isEmpty()) {
                known = pictureName(badge, file.fileName);
                pictures << ZipPart{known, file.bytes, file.mimeType == QLatin1String("image/svg+xml")};
            }
            name = known;
        }
        badges << badgeObject(badge, name);
    }
    const QJsonObject whole{{versionKey(), kBadgeSetVersion},
                            {QStringLiteral("title"), set.title},
                            {QStringLiteral("origin"), set.origin},
                            {QStringLiteral("made_at"), set.madeAt.toUTC().toString(Qt::ISODate)},
                            {QStringLiteral("groupings"), groupings},
                            {QStringLiteral("badges"), badges}};
    return makeZip(QList<ZipPart>{{descriptionName(), QJsonDocument(whole).toJson(), true}} + pictures, set.madeAt);
}

Result<Done> writeBadgeSet(const BadgeSet &set, const QString &path)
{
    return badgeSetToBytes(set).and_then([&](const QByteArray &bytes) { return writeWholeFile(path, bytes); });
}

Result<BadgeSet> badgeSetFromBytes(const QByteArray &bytes, const SetReading &reading, const SetProgressPtr &progress)
{
    const Result<SafeZip> zip = SafeZip::open(bytes);
    if (!zip)
        return fail(zip.error());
    return SetFileReader(*zip, reading, progress).read();
}

Result<BadgeSet> readBadgeSet(const QString &path, const SetReading &reading, const SetProgressPtr &progress)
{
    const QFileInfo info(path);
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened)
        return fail(ErrorKind::File, BadgeSetFileWords::tr("%1 cannot be read: %2").arg(info.fileName(), opened.error().detail));
    const QByteArray bytes = file.read(ZipLimits{}.fileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::File, BadgeSetFileWords::tr("%1 cannot be read: %2").arg(info.fileName(), file.errorString()));
    Result<BadgeSet> set = badgeSetFromBytes(bytes, reading, progress);
    if (set && set->title.isEmpty())
        set->title = info.fileName();
    return set;
}

Call<BadgeSet> *readBadgeSetLater(QObject *parent, const QString &path, const SetReading &reading, const SetProgressPtr &progress)
{
    return runLater<BadgeSet>(parent, [path, reading, progress] { return readBadgeSet(path, reading, progress); });
}

Call<Done> *writeBadgeSetLater(QObject *parent, const BadgeSet &set, const QString &path)
{
    return runLater<Done>(parent, [set, path] { return writeBadgeSet(set, path); });
}

} // namespace badgewright::artwork
