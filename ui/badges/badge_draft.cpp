// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_draft.h"

#include "ui/words/badge_words.h"

#include <QCoreApplication>

#include <utility>

namespace badgewright::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("BadgeDraft", text);
}

const QString kPictureField = QStringLiteral("image_upload_id");

/// Drafts are compared at every letter, and mostly share their pictures.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    return (a.constData() == b.constData() && a.size() == b.size()) || a == b;
}

bool sameContent(const Badge &a, const Badge &b)
{
    return difference(a, b).isEmpty() && a.showPosts == b.showPosts && a.imageUrl == b.imageUrl;
}

} // namespace

bool BadgeDraft::isChanged() const
{
    return isNew() || picture || !sameContent(published, edited);
}

BadgeFields BadgeDraft::fields() const
{
    if (isNew())
        return allFields(edited);
    BadgeFields changes = difference(published, edited);
    // Forums before 3.2 tell only the address of a picture, so its removal shows in nothing else.
    if (!picture && !published.imageUrl.isEmpty() && edited.imageUrl.isEmpty())
        changes.imageUploadId = 0;
    if (picture)
        changes.imageUploadId.reset(); // the run puts in what its upload gets
    return changes;
}

QStringList BadgeDraft::changedWords() const
{
    BadgeFields changes = fields();
    if (isNew())
        changes = difference(published, edited);
    QStringList words;
    for (const QString &name : fieldNames(changes))
        words << words::badgeField(name);
    if (picture)
        words << tr("picture");
    return words;
}

QStringList BadgeDraft::problems(const BadgeCatalogue &catalogue) const
{
    QStringList sentences = problemsOf(fields(), isNew());
    if (const QString problem = namesakeProblem(catalogue); !problem.isEmpty())
        sentences << problem;
    QList<GroupingId> groupings;
    for (const Grouping &grouping : catalogue.groupings)
        groupings << grouping.id;
    if (const QString problem = groupingProblem(groupings); !problem.isEmpty())
        sentences << problem;
    if (!hasPicture() && edited.icon.trimmed().isEmpty())
        sentences << tr("Choose a picture or an icon: without one the forum shows an empty box.");
    return sentences;
}

QString BadgeDraft::namesakeProblem(const BadgeCatalogue &catalogue) const
{
    const QString name = edited.name.trimmed();
    const Badge *namesake = name.isEmpty() ? nullptr : catalogue.findByName(name);
    return namesake && namesake->id != id ? tr("There is a badge called “%1” on this forum already.").arg(name) : QString();
}

QString BadgeDraft::nameProblem(const BadgeCatalogue &catalogue) const
{
    if (isNew() && !picture && sameContent(published, edited))
        return {}; // it would greet with a reproach
    const QStringList problems = problemsOf(only(fields(), {QStringLiteral("name")}), isNew());
    return problems.isEmpty() ? namesakeProblem(catalogue) : problems.first();
}

QString BadgeDraft::groupingProblem(const QList<GroupingId> &there) const
{
    const bool isSent = isNew() || published.groupingId != edited.groupingId;
    // Every forum has some; without one they are not known.
    if (!isSent || there.isEmpty() || there.contains(edited.groupingId))
        return {};
    return tr("Its grouping is not on the forum any more. Choose another.");
}

BadgeDraft BadgeDraft::rebased(const Badge &now) const
{
    BadgeDraft draft = *this;
    draft.published = now;
    draft.edited = applied(now, difference(published, edited));
    const bool removed = !published.imageUrl.isEmpty() && edited.imageUrl.isEmpty();
    if (removed && !picture)
        draft.removePicture();

    const QStringList theirs = fieldNames(changedBetween(published, now));
    QStringList ours = fieldNames(fields());
    if (picture)
        ours << kPictureField;
    for (const QString &field : std::as_const(ours)) {
        if (theirs.contains(field) && !draft.clashes.contains(field))
            draft.clashes << field;
    }
    draft.clashes = draft.openClashes();
    return draft;
}

BadgeDraft BadgeDraft::changedSince(const BadgeDraft &sent, const Badge &now) const
{
    BadgeDraft draft;
    draft.id = now.id;
    draft.published = now;
    draft.edited = applied(now, difference(sent.edited, edited));
    if (!picture) {
        if (sent.hasPicture() && !hasPicture())
            draft.removePicture();
        return draft;
    }
    BadgeDraft withSent = *this;
    withSent.picture = sent.picture;
    if (!(withSent == *this))
        draft.choosePicture(*picture);
    return draft;
}

bool BadgeDraft::isOnForumAs(const Badge &badge) const
{
    Badge there = badge;
    there.imageUploadId = edited.imageUploadId; // as long as it has the picture; whose number it is does not matter
    const bool samePicture = picture ? !badge.imageUrl.isEmpty() : edited.imageUrl == badge.imageUrl;
    Badge ours = edited;
    ours.name = edited.name.trimmed();
    if (!badge.showPosts)
        ours.showPosts.reset(); // not told of it
    return isNew() && samePicture && !ours.name.isEmpty() && difference(there, ours).isEmpty();
}

QStringList BadgeDraft::openClashes() const
{
    if (clashes.isEmpty() || isNew())
        return {};
    QStringList ours = fieldNames(fields());
    if (picture)
        ours << kPictureField;
    QStringList open;
    for (const QString &field : clashes) {
        if (ours.contains(field))
            open << field;
    }
    return open;
}

void BadgeDraft::takeTheirs()
{
    const QStringList open = openClashes();
    clashes.clear();
    if (open.contains(kPictureField)) {
        picture.reset();
        edited.imageUrl = published.imageUrl;
        edited.imageUploadId = published.imageUploadId;
    }
    edited = applied(edited, only(difference(edited, published), open));
}

void BadgeDraft::choosePicture(const ChosenPicture &chosen)
{
    picture = chosen;
    edited.imageUrl = published.imageUrl;
    edited.imageUploadId = published.imageUploadId;
}

void BadgeDraft::removePicture()
{
    picture.reset();
    edited.imageUrl.clear();
    edited.imageUploadId.reset();
}

bool BadgeDraft::operator==(const BadgeDraft &other) const
{
    const bool samePicture = picture.has_value() == other.picture.has_value()
        && (!picture
            || (picture->square == other.picture->square && picture->trim == other.picture->trim && picture->side == other.picture->side
                && sameBytes(picture->prepared.picture.bytes, other.picture->prepared.picture.bytes)
                && sameBytes(picture->original.original, other.picture->original.original)));
    return id == other.id && clashes == other.clashes && samePicture && sameContent(published, other.published) && sameContent(edited, other.edited);
}

} // namespace badgewright::ui
