// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_set.h"

#include "support/characters.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QImageReader>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>
#include <QUrl>

namespace badgewright::artwork {

namespace {

struct BadgeSetWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::BadgeSet)
};

constexpr qsizetype kLongestText = 20'000; // twenty times what any forum takes
constexpr qint64 kMostDesignBytes = 4 * 1024 * 1024; // half of what a set.json may have

QByteArray checksumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Each of them was decoded.
int framesOf(const CheckedPicture &picture)
{
    if (!picture.animated)
        return 1;
    QByteArray bytes = picture.original;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return std::max(1, QImageReader(&buffer).imageCount());
}

/// Designs with large drawings in them would make a set that no reader takes.
class DesignPacker
{
public:
    explicit DesignPacker(const DesignStore &designs) : m_designs(designs) {}
    /// `picture`: the file that the badge shows.
    QJsonObject take(const Badge &badge, const QByteArray &picture)
    {
        const QString key = DesignStore::keyOf(badge.id);
        if (!m_designs.isDesignOf(key, badge)) {
            // What was put on the forum by hand is known by its bytes.
            const std::optional<DrawnPicture> drawn = m_designs.picture(key);
            if (!drawn || !drawn->isFile(picture))
                return {};
        }
        const Result<BadgeDesign> design = m_designs.read(key, DesignStore::Stage::InUse);
        if (!design)
            return {};
        const QByteArray json = designToJson(*design);
        if (m_bytes + json.size() > kMostDesignBytes) {
            ++m_leftOut;
            return {};
        }
        m_bytes += json.size();
        return QJsonDocument::fromJson(json).object();
    }
    int leftOut() const { return m_leftOut; }

private:
    const DesignStore &m_designs;
    qint64 m_bytes = 0;
    int m_leftOut = 0;
};

QString nameOrRow(const SetBadge &badge)
{
    return badge.name().isEmpty() ? badge.source : badge.name();
}

} // namespace

QStringList SetPicture::sentences(Finding::Level level) const
{
    QStringList all;
    for (const Finding &finding : findings) {
        if (finding.level == level)
            all << finding.sentence;
    }
    return all;
}

QImage setStillOf(const QImage &picture)
{
    const int side = SetPicture::kStillSide;
    return std::max(picture.width(), picture.height()) > side ? picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
}

SetPicture setPictureOf(const CheckedPicture &checked, const PreparedPicture &prepared)
{
    SetPicture picture;
    picture.file = picture.upload = prepared.picture;
    picture.still = setStillOf(prepared.still.isNull() ? checked.still : prepared.still);
    picture.findings = checked.findings + prepared.findings;
    return picture;
}

Result<SetPicture> SetPictureReader::take(const QByteArray &bytes, const QString &fileName)
{
    const QByteArray checksum = checksumOf(bytes);
    if (const auto known = m_known.constFind(checksum); known != m_known.cend())
        return *known;
    const auto read = [&]() -> Result<SetPicture> {
        if (m_megapixels > m_reading.allMegapixels) {
            return fail(Error::refusedHere(BadgeSetWords::tr("The pictures before it have more than %L1 million pixels together, so this one was not read. Load fewer at once.")
                                               .arg(m_reading.allMegapixels, 0, 'f', 0)));
        }
        const Result<CheckedPicture> checked = checkPicture(bytes, fileName, m_reading.limits);
        if (!checked)
            return fail(checked.error());
        m_megapixels += double(checked->still.width()) * checked->still.height() * framesOf(*checked) / 1e6;
        const Result<PreparedPicture> prepared = preparePicture(*checked, m_reading.prepare);
        if (!prepared)
            return fail(prepared.error());
        SetPicture picture = setPictureOf(*checked, *prepared);
        if (m_reading.keepFiles)
            picture.file = {checked->fileName, checked->original, checked->mimeType};
        return picture;
    }();
    m_known.insert(checksum, read);
    return read;
}

void SetPictureReader::takeInto(SetBadge *badge, const QByteArray &bytes, const QString &fileName)
{
    const Result<SetPicture> picture = take(bytes, fileName);
    if (!picture) {
        // A row that is called after its file need not name it twice.
        const bool named = !badge->source.isEmpty();
        badge->fieldProblems.insert(SetBadge::kPictureField, named ? picture.error().detail : BadgeSetWords::tr("%1: %2").arg(fileName, picture.error().detail));
        return;
    }
    badge->picture = *picture;
    badge->pictureRemarks = picture->sentences(Finding::Level::Look);
    badge->notes += picture->sentences(Finding::Level::Note);
}

void SetPictureReader::remarkSamePictures(QList<SetBadge> *badges)
{
    QHash<QByteArray, qsizetype> first;
    for (qsizetype i = 0; i < badges->size(); ++i) {
        SetBadge &badge = (*badges)[i];
        if (!badge.picture)
            continue;
        const QByteArray checksum = checksumOf(badge.picture->file.bytes);
        if (const auto before = first.constFind(checksum); before != first.cend())
            badge.pictureRemarks << BadgeSetWords::tr("It has the same picture as “%1”.").arg(nameOrRow(badges->at(*before)));
        else
            first.insert(checksum, i);
    }
}

QString withoutInvisible(const QString &text, bool lines)
{
    QString plain = text;
    plain.removeIf([lines](QChar c) {
        const char16_t u = c.unicode();
        const bool turns = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
        const bool control = u < 0x20 || (u >= 0x7F && u <= 0x9F);
        // Those of no width that join nothing; the joiners of emoji and of some scripts stay.
        const bool mark = u == 0x061C || u == 0x200E || u == 0x200F; // of direction: sentences in two scripts need them
        const bool nothing = u == 0x200B || u == 0x2060 || u == 0xFEFF || (mark && !lines);
        return nothing || turns || (control && !(lines && (u == u'\n' || u == u'\r' || u == u'\t')));
    });
    return plain;
}

void takeOutInvisible(SetBadge *badge)
{
    bool taken = false;
    bool cut = false;
    const auto clean = [&taken, &cut](auto &text, bool lines) {
        if (!text)
            return;
        if (text->size() > kLongestText) {
            *text = firstCharacters(*text, kLongestText);
            cut = true;
        }
        const QString plain = withoutInvisible(*text, lines);
        taken = taken || plain != *text;
        *text = plain.normalized(QString::NormalizationForm_C); // as keyboards write it
    };
    clean(badge->fields.name, false);
    clean(badge->fields.description, true);
    clean(badge->fields.longDescription, true);
    clean(badge->fields.icon, false);
    clean(badge->grouping, false);
    badge->source = withoutInvisible(badge->source, false);
    if (cut)
        badge->remarks << BadgeSetWords::tr("A text of it was cut after %L1 characters.").arg(kLongestText);
    if (taken)
        badge->remarks << BadgeSetWords::tr("Invisible characters in its texts, which would have shown them otherwise than they are, were taken out.");
}

void findTextProblems(QList<SetBadge> *badges)
{
    QHash<QString, int> rows;
    for (SetBadge &badge : *badges) {
        badge.textProblems = problemsOf(badge.fields, true);
        if (badge.grouping && characterCount(*badge.grouping) > 100) {
            badge.textProblems << BadgeSetWords::tr("The name of a grouping may have %1 characters; “%2…” has %3.")
                                  .arg(100).arg(firstCharacters(*badge.grouping, 20)).arg(characterCount(*badge.grouping));
        }
        if (badge.name().isEmpty())
            continue;
        if (const auto other = rows.constFind(badge.name()); other != rows.cend())
            badge.textProblems << BadgeSetWords::tr("Row %1 has the same name.").arg(*other);
        else
            rows.insert(badge.name(), badge.row);
    }
}

BadgeSet badgeSetOf(const BadgeCatalogue &catalogue, const QList<Badge> &badges, const QHash<QUrl, QByteArray> &pictures,
                    const DesignStore &designs, const QString &origin, const QDateTime &now)
{
    BadgeSet set;
    DesignPacker packer(designs);
    set.title = BadgeSetWords::tr("Badges of %1").arg(origin);
    set.origin = origin;
    set.madeAt = now;
    QSet<GroupingId> used;
    SetPictureReader reader{SetReading{}};
    int withoutPosts = 0;
    int withoutQuery = 0;
    for (const Badge &badge : badges) {
        SetBadge out;
        out.row = int(set.badges.size()) + 1;
        out.fields = allFields(badge);
        out.fields.imageUploadId.reset();
        out.fields.groupingId.reset();
        out.query = badge.query.value_or(QString());
        if (!badge.showPosts)
            ++withoutPosts;
        if (!badge.query && badge.isGrantedByQuery().value_or(false))
            ++withoutQuery;
        for (const Grouping &grouping : catalogue.groupings) {
            if (grouping.id == badge.groupingId)
                out.grouping = grouping.name;
        }
        used.insert(badge.groupingId);
        out.saysPicture = true;
        if (!badge.imageUrl.isEmpty()) {
            const QByteArray bytes = pictures.value(badge.imageUrl);
            if (!bytes.isEmpty())
                reader.takeInto(&out, bytes, badge.imageUrl.fileName());
            else
                out.fieldProblems.insert(SetBadge::kPictureField, BadgeSetWords::tr("its picture could not be read"));
            if (out.picture) {
                out.design = packer.take(badge, bytes);
            } else {
                // Its file must not say that it has none.
                out.saysPicture = false;
                set.remarks << BadgeSetWords::tr("The badge %1 goes without its picture: %2").arg(badge.name, out.fieldProblems.take(SetBadge::kPictureField));
            }
        }
        set.badges << out;
    }
    for (const Grouping &grouping : catalogue.groupings) {
        if (used.contains(grouping.id))
            set.groupings << Grouping{0, grouping.name, grouping.description, int(set.groupings.size()), false};
    }
    if (withoutPosts > 0)
        set.notes << BadgeSetWords::tr("Whether it shows the granting post is not readable with this key, so the set does not say it of %n badge(s).", nullptr, withoutPosts);
    if (withoutQuery > 0)
        set.notes << BadgeSetWords::tr("The forum grants %n badge(s) by queries that are not readable with this key, so they are not in the set.", nullptr, withoutQuery);
    if (packer.leftOut() > 0)
        set.remarks << BadgeSetWords::tr("%n design(s) did not fit into the set; the pictures are in it.", nullptr, packer.leftOut());
    return set;
}

} // namespace badgewright::artwork
