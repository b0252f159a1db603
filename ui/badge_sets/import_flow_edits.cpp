// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_flow.h"

#include "support/worker_call.h"

#include <algorithm>

// What the person changes about the rows, laid over what their source says.

namespace badgewright::ui {

using artwork::PictureSameness;
using artwork::SetAction;
using artwork::SetState;

artwork::SetBadge ImportFlow::edited(int row) const
{
    artwork::SetBadge badge = m_set.badges.at(row);
    const ImportEdits edits = m_edits.value(m_keys.at(row));
    edits.layOver(&badge);
    if (edits.withoutPicture)
        badge.notes << tr("It goes without the picture of its source.");
    remarkUnknownIcon(&badge, m_answers);
    remarkNewGrouping(&badge, m_catalogue);
    return badge;
}

Badge ImportFlow::shown(int row) const
{
    const ImportRow &one = m_rows.at(row);
    Badge badge;
    if (const Badge *existing = m_catalogue.find(one.match.existing))
        badge = *existing;
    else if (knowsPostHeader(m_catalogue))
        badge.showInPostHeader = false;
    BadgeFields fields = one.badge.fields;
    if (!badge.showInPostHeader)
        fields.showInPostHeader.reset();
    return applied(badge, fields);
}

int ImportFlow::typeOf(int row) const
{
    const Badge *existing = m_catalogue.find(m_rows.at(row).match.existing);
    return m_rows.at(row).badge.fields.typeId.value_or(existing ? existing->typeId : kBronze);
}

void ImportFlow::setFields(int row, const BadgeFields &change)
{
    const artwork::SetBadge &badge = m_rows.at(row).badge;
    const QStringList names = fieldNames(change);
    const bool mends = std::any_of(names.cbegin(), names.cend(), [&](const QString &name) { return badge.fieldProblems.contains(name); });
    if (!isOpen() || (merged(badge.fields, change) == badge.fields && !mends))
        return;
    editsOf(row).fields = merged(editsOf(row).fields, change);
    touched(row);
}

void ImportFlow::setName(int row, const QString &name)
{
    if (m_rows.at(row).badge.name() == name.simplified())
        return;
    BadgeFields change;
    change.name = name.simplified();
    setFields(row, change);
}

void ImportFlow::setDescription(int row, const QString &text)
{
    if (m_rows.at(row).badge.fields.description.value_or(QString()) == text)
        return;
    BadgeFields change;
    change.description = text;
    setFields(row, change);
}

void ImportFlow::setType(int row, int typeId)
{
    BadgeFields change;
    change.typeId = typeId;
    setFields(row, change);
}

void ImportFlow::setIcon(int row, const QString &name)
{
    if (!isOpen() || m_rows.at(row).badge.fields.icon.value_or(QString()) == name)
        return;
    ImportEdits &edits = editsOf(row);
    // A picture would win over it; one that cannot be read is not missed then.
    if (m_rows.at(row).badge.hasPictureProblem() && !name.isEmpty())
        edits.withoutPicture = m_pictures[row].stale = true;
    edits.fields.icon = name;
    touched(row);
    askAboutIcon(name);
}

void ImportFlow::askAboutIcon(const QString &name)
{
    if (name.isEmpty() || m_askedIcons.contains(name) || !m_context.capabilities().may(Ability::SearchIcons))
        return;
    m_askedIcons.insert(name);
    artwork::SetQuestions questions;
    questions.icons = {name};
    artwork::lookUpForSet(m_context.forum->badges(), questions, m_context.clock, this)->then(this, [this](const Result<artwork::SetAnswers> &answers) {
        if (!answers)
            return;
        m_answers.unknownIcons.unite(answers->unknownIcons);
        m_answers.nearIcons.insert(answers->nearIcons);
        if (answers->unknownIcons.isEmpty() || m_state != State::Ready)
            return;
        for (int i = 0; i < m_rows.size(); ++i)
            m_rows[i].badge = edited(i);
        match();
        Q_EMIT rowsChanged();
    });
}

/// A row that was given the name of a badge: whether the picture would be another one only that badge's own tells.
void ImportFlow::comparePictureOf(int row)
{
    const artwork::SetBadge badge = m_rows.at(row).badge;
    const Badge *existing = m_catalogue.find(m_rows.at(row).match.existing);
    const Known &known = m_pictures.at(row);
    if (!existing || known.stale || !known.compared || known.existing == existing->id || !artwork::needsForumPicture(badge, *existing))
        return;
    artwork::SetQuestions questions;
    if (!m_answers.pictures.contains(existing->imageUrl))
        questions.pictures << existing->imageUrl;
    artwork::lookUpForSet(m_context.forum->badges(), questions, m_context.clock, this)->then(this, [this, row, badge, existing = *existing](const Result<artwork::SetAnswers> &answers) {
        if (!answers)
            return;
        m_answers.pictures.insert(answers->pictures);
        const QByteArray bytes = m_answers.pictures.value(existing.imageUrl);
        auto *call = runLater<PictureSameness>(this, [badge, existing, bytes] { return Result<PictureSameness>(artwork::comparePicture(badge, existing, bytes)); });
        call->then(this, [this, row, badge, id = existing.id](const Result<PictureSameness> &sameness) {
            if (sameness && *sameness != PictureSameness::Unknown)
                takeSameness(row, badge, id, *sameness);
        });
    });
}

void ImportFlow::takeSameness(int row, const artwork::SetBadge &compared, BadgeId existing, PictureSameness sameness)
{
    // Much may have been typed meanwhile.
    if (m_state != State::Ready || row >= m_rows.size() || m_pictures.at(row).stale || m_rows.at(row).match.existing != existing)
        return;
    const artwork::SetBadge &badge = m_rows.at(row).badge;
    if (!badge.picture || !compared.picture || badge.picture->upload.bytes != compared.picture->upload.bytes)
        return;
    m_pictures[row] = {existing, sameness, false, true};
    match();
    Q_EMIT rowsChanged();
}

void ImportFlow::setPicture(int row, const artwork::SetPicture &picture)
{
    if (!isOpen())
        return;
    editsOf(row).picture = picture;
    editsOf(row).withoutPicture = false;
    m_pictures[row].stale = true;
    touched(row);
}

void ImportFlow::setWithoutPicture(int row, bool without)
{
    if (!isOpen() || isWithoutPicture(row) == without)
        return;
    editsOf(row).withoutPicture = without;
    m_pictures[row].stale = true;
    touched(row);
}

void ImportFlow::setGrouping(int row, const QString &name)
{
    const QString plain = name.simplified();
    if (!isOpen() || m_rows.at(row).badge.grouping.value_or(QString()) == plain)
        return;
    editsOf(row).grouping = plain;
    touched(row);
}

void ImportFlow::setAction(int row, SetAction action)
{
    if (!isOpen() || !m_rows.at(row).match.allows(action) || m_rows.at(row).action == action)
        return;
    m_rows[row].action = action;
    m_chosen.insert(m_keys.at(row), action);
    Q_EMIT rowsChanged();
}

void ImportFlow::renameToFree(int row)
{
    QSet<QString> taken;
    for (const Badge &badge : std::as_const(m_catalogue.badges))
        taken.insert(badge.name);
    for (int i = 0; i < m_rows.size(); ++i) {
        if (i != row)
            taken.insert(m_rows.at(i).badge.name());
    }
    const QString name = m_rows.at(row).badge.name();
    if (!isOpen() || name.isEmpty())
        return;
    m_chosen.remove(m_keys.at(row));
    setName(row, artwork::freeName(name, taken));
}

} // namespace badgewright::ui
