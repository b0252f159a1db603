// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "artwork/picture_prepare.h"
#include "forum/badge.h"

#include <QDateTime>
#include <QImage>
#include <QJsonObject>
#include <QMap>

#include <atomic>
#include <memory>

namespace badgewright::artwork {

/// A picture that was decoded to its last row and made ready for the forum it goes to.
struct SetPicture {
    Picture file;   ///< as it was found, an SVG without what forums delete; where files are not kept, what is sent
    Picture upload; ///< what is sent
    QImage still;   ///< at most kStillSide px
    QList<Finding> findings;
    QStringList sentences(Finding::Level level) const; ///< of the findings
    static constexpr int kStillSide = 192;
};

/// As large as SetPicture::still at most.
QImage setStillOf(const QImage &picture);
/// Its file is what is sent.
SetPicture setPictureOf(const CheckedPicture &checked, const PreparedPicture &prepared);

/// A badge on its way to a forum: out of a badge set, a folder of pictures or a table.
struct SetBadge {
    int row = 0;         ///< in its source, counted from 1
    QString source;      ///< what the source calls it: "bee.png"; empty: nothing but its row
    BadgeFields fields;  ///< only what the source says; never an upload and never a grouping's id
    std::optional<QString> grouping; ///< by its name; absent: not said
    bool saysPicture = false;        ///< without a picture that means: it has none
    std::optional<SetPicture> picture;
    bool choosesIcon = false;        ///< it names an icon instead of a picture: another than the forum's takes the place of a picture there
    QString query;       ///< what a forum grants it by; for people to read, never sent
    QJsonObject design;  ///< what it was drawn with, as designToJson() writes it; readable, or empty
    // Sentences about what stands in the way.
    QStringList problems;     ///< of its source, that nothing but another file helps against
    QMap<QString, QString> fieldProblems; ///< by the forum's name of the field; each goes when the field is given a value here
    QStringList textProblems; ///< of its name and texts; findTextProblems() looks anew
    // Sentences about what does not.
    QStringList remarks;        ///< somebody should look at it
    QStringList pictureRemarks; ///< the same of the picture; they go with it
    QStringList notes;          ///< good to know, and as it should be
    bool isToLookAt() const { return !remarks.isEmpty() || !pictureRemarks.isEmpty(); }
    QStringList allRemarks() const { return pictureRemarks + remarks + notes; }
    QStringList allProblems() const { return textProblems + problems + fieldProblems.values(); }
    bool hasPictureProblem() const { return fieldProblems.contains(kPictureField); }
    static inline const QString kPictureField = QStringLiteral("image_upload_id");
    static inline const QString kTypeField = QStringLiteral("badge_type_id");

    QString name() const { return fields.name.value_or(QString()); }
};

/// Badges with their pictures and groupings, to move between forums.
struct BadgeSet {
    QString title;
    QString origin;   ///< the forum's address; empty: not from a forum
    QDateTime madeAt; ///< UTC; invalid: not known
    QList<Grouping> groupings; ///< names and descriptions in their order, without ids
    QList<SetBadge> badges;
    QStringList remarks; ///< about the whole of it: what was left out
    QStringList notes;   ///< the same, where nobody could have put it in
};

inline constexpr int kMostSetBadges = 1000;

/// How pictures are read and for whom they are made.
struct SetReading {
    PictureLimits limits{10 * 1024 * 1024, 40}; ///< forums hand out no larger ones
    PrepareOptions prepare;
    /// Whether the files themselves are kept beside what is sent; a thousand photos from somebody's disk would fill the memory.
    bool keepFiles = true;
    double allMegapixels = 1500; ///< of all pictures together: each is decoded, and small files may hold many pixels
};

/// How far a reader in another thread is; who waits may call it off.
struct SetProgress {
    std::atomic<int> done{0};
    std::atomic<int> total{0};
    std::atomic<bool> wanted{true};
};
using SetProgressPtr = std::shared_ptr<SetProgress>;

/// Reads pictures for a set one after the other, the same bytes only once. Pure but for its memory.
class SetPictureReader
{
public:
    explicit SetPictureReader(const SetReading &reading) : m_reading(reading) {}
    /// RefusedHere with a sentence as checkPicture and preparePicture; too many pixels together.
    Result<SetPicture> take(const QByteArray &bytes, const QString &fileName);
    /// Takes it into the badge, as its picture or as a problem.
    void takeInto(SetBadge *badge, const QByteArray &bytes, const QString &fileName);
    /// Says so of each badge whose picture has the same bytes as an earlier one's.
    static void remarkSamePictures(QList<SetBadge> *badges);

private:
    SetReading m_reading;
    double m_megapixels = 0;
    QHash<QByteArray, Result<SetPicture>> m_known; ///< by checksum
};

/// Without control characters and those that turn the direction of writing around: texts of a stranger, which would not be
/// what they look like. Lines and tabs stay where `lines` says so.
QString withoutInvisible(const QString &text, bool lines);
/// The same for all texts of the badge, with a remark where something was taken out.
void takeOutInvisible(SetBadge *badge);

/// The problems of names and texts, and of two badges with one name.
void findTextProblems(QList<SetBadge> *badges);

/// Badges of a forum as a set. `pictures`: what was read from its addresses; what is missing there is a remark. A
/// design goes with the picture that it was drawn to, and with no other.
BadgeSet badgeSetOf(const BadgeCatalogue &catalogue, const QList<Badge> &badges, const QHash<QUrl, QByteArray> &pictures,
                    const DesignStore &designs, const QString &origin, const QDateTime &now);

} // namespace badgewright::artwork
