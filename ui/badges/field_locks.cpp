// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/field_locks.h"

#include <QCoreApplication>

namespace badgewright::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FieldLocks", text);
}

} // namespace

QString notReadable()
{
    return tr("What the forum has here is not readable with this key. It stays as it is unless you set it.");
}

FieldLocks locksFor(const BadgeDraft &draft, const BadgeCatalogue &catalogue, const Forum &forum)
{
    FieldLocks locks;
    const Capability change = forum.capabilities().of(draft.isNew() ? Ability::CreateBadges : Ability::UpdateBadges);
    if (forum.connection().safeMode == SafeMode::ReadOnly)
        locks.everything = tr("This connection is read only.");
    else if (!change.allowed)
        locks.everything = change.reason.isEmpty() ? tr("This connection may not change badges.") : change.reason;
    locks.remark = locks.everything;
    if (!draft.edited.showPosts) {
        locks.unread.insert(QStringLiteral("show_posts"),
                            draft.isNew() ? tr("Whether the badge that this one was made from does so is not readable with this key. Left as it is, this one does not.")
                                          : notReadable());
    }
    if (!locks.everything.isEmpty())
        return locks;

    const Capability upload = forum.capabilities().of(Ability::UploadPictures);
    if (!upload.allowed) {
        locks.byField.insert(QStringLiteral("image_upload_id"),
                             upload.reason.isEmpty() ? tr("This connection may not upload pictures.") : upload.reason);
    }
    if (draft.edited.system) {
        locks.remark = tr("This is one of the forum’s own badges. What is greyed out is fixed by the forum.");
        for (const QString &field : catalogue.protectedSystemFields)
            locks.byField.insert(field, tr("The forum fixes this for its own badges."));
        // The forum would store such a text and go on showing its translation.
        const QString translated = tr("The forum takes this text from its translations; it is changed there, under Customise, Text.");
        locks.byField.insert(QStringLiteral("description"), translated);
        locks.byField.insert(QStringLiteral("long_description"), translated);
    }
    const QString header = QStringLiteral("show_in_post_header");
    const bool possible = draft.edited.listable && draft.edited.showPosts.value_or(true);
    if (!possible && !draft.edited.showInPostHeader.value_or(false))
        locks.byField.insert(header, tr("Only for a badge that is listed and shows the granting post."));
    return locks;
}

} // namespace badgewright::ui
