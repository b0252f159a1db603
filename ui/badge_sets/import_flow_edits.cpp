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
    RowWork work = workOf(row);
    work.edits.fields = withoutEcho(row, merged(work.edits.fields, change), names);
    this->change(row, work);
}

/// What was typed and taken back is no edit: of the fields just `given` those go that say what stands there without them.
BadgeFields ImportFlow::withoutEcho(int row, const BadgeFields &edits, const QStringList &given) const
{
    const artwork::SetBadge &source = m_set.badges.at(row);
    const Badge *existing = m_catalogue.find(m_rows.at(row).match.existing);
    const Badge bare = applied(existing ? *existing : Badge(), source.fields);
    const QStringList said = fieldNames(source.fields);
    const QStringList texts{QStringLiteral("description"), QStringLiteral("long_description")};
    QStringList kept = fieldNames(edits);
    for (const QString &field : given) {
        // A choice that nothing else makes is kept, also where it would be the same without it.
        if (source.fieldProblems.contains(field) || !(said.contains(field) || texts.contains(field)))
            continue;
        if (difference(bare, applied(bare, only(edits, {field}))).isEmpty())
            kept.removeAll(field);
    }
    return only(edits, kept);
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
    if (shown(row).description == text) // also where nothing is said, and the forum has it
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
    RowWork work = workOf(row);
    // A picture would win over it; one that cannot be read is not missed then.
    if (m_rows.at(row).badge.hasPictureProblem() && !name.isEmpty())
        work.edits.withoutPicture = true;
    work.edits.fields.icon = name;
    work.edits.fields = withoutEcho(row, work.edits.fields, {QStringLiteral("icon")});
    change(row, work);
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
    if (!existing || hasAnotherPicture(row) || !known.compared || known.existing == existing->id || !artwork::needsForumPicture(badge, *existing))
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
    if (m_state != State::Ready || row >= m_rows.size() || hasAnotherPicture(row) || m_rows.at(row).match.existing != existing)
        return;
    const artwork::SetBadge &badge = m_rows.at(row).badge;
    if (!badge.picture || !compared.picture || badge.picture->upload.bytes != compared.picture->upload.bytes)
        return;
    m_pictures[row] = knownOf(badge, existing, sameness);
    match();
    Q_EMIT rowsChanged();
}

void ImportFlow::setPicture(int row, const artwork::SetPicture &picture)
{
    if (!isOpen())
        return;
    RowWork work = workOf(row);
    work.edits.picture = picture;
    work.edits.withoutPicture = false;
    change(row, work);
}

void ImportFlow::setWithoutPicture(int row, bool without)
{
    if (!isOpen() || isWithoutPicture(row) == without)
        return;
    RowWork work = workOf(row);
    work.edits.withoutPicture = without;
    change(row, work);
}

void ImportFlow::setGrouping(int row, const QString &name)
{
    const QString plain = name.simplified();
    if (!isOpen() || m_rows.at(row).badge.grouping.value_or(QString()) == plain)
        return;
    RowWork work = workOf(row);
    work.edits.grouping = plain;
    if (m_set.badges.at(row).grouping.value_or(QString()) == plain)
        work.edits.grouping.reset();
    change(row, work);
}

void ImportFlow::setAction(int row, SetAction action)
{
    if (!isOpen() || !m_rows.at(row).match.allows(action) || m_rows.at(row).action == action)
        return;
    RowWork work = workOf(row);
    work.chosen = action;
    change(row, work);
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
    RowWork work = workOf(row);
    work.chosen.reset();
    work.edits.fields.name = artwork::freeName(name, taken);
    change(row, work);
}

RowWork ImportFlow::workOf(int row) const
{
    const QString &key = m_keys.at(row);
    const auto chosen = m_chosen.constFind(key);
    return {m_edits.value(key), chosen == m_chosen.cend() ? std::nullopt : std::optional(*chosen)};
}

/// As a step of its own, or as part of the one that is being made.
void ImportFlow::change(int row, const RowWork &work)
{
    QString name = m_set.badges.at(row).name();
    if (name.isEmpty())
        name = tr("row %1", "of a table").arg(m_set.badges.at(row).row);
    const ImportHistory::Change change{m_keys.at(row), name, workOf(row), work};
    if (m_gathered) {
        m_gathered->append(change);
        layUnmatched(row, work);
    } else {
        m_history->push({change});
    }
}

void ImportFlow::asOneStep(const std::function<void()> &work)
{
    if (m_gathered) {
        work();
        return;
    }
    QList<ImportHistory::Change> changes;
    m_gathered = &changes;
    work();
    m_gathered = nullptr;
    m_history->endStep();
    m_history->push(changes);
    m_history->endStep();
}

void ImportFlow::layUnmatched(int row, const RowWork &work)
{
    const QString &key = m_keys.at(row);
    if (work.edits.isEmpty())
        m_edits.remove(key);
    else
        m_edits.insert(key, work.edits);
    if (work.chosen)
        m_chosen.insert(key, *work.chosen);
    else
        m_chosen.remove(key);
    m_rows[row].badge = edited(row);
    m_rows[row].action = work.chosen.value_or(SetAction::Skip);
}

void ImportFlow::lay(const QList<std::pair<QString, RowWork>> &rows)
{
    QList<int> touched;
    for (const auto &[key, work] : rows) {
        if (const int row = int(m_keys.indexOf(key)); row >= 0) {
            layUnmatched(row, work);
            touched << row;
        }
    }
    match();
    Q_EMIT rowsChanged();
    for (const int row : std::as_const(touched))
        comparePictureOf(row);
}

void ImportFlow::undo()
{
    if (canUndo())
        m_history->stack()->undo();
}

void ImportFlow::redo()
{
    if (canRedo())
        m_history->stack()->redo();
}

/// What a run has published is no work of this window any more; it is undone in the ledger.
void ImportFlow::forgetSettled()
{
    if (m_run || m_sent.isEmpty())
        return;
    QSet<QString> settled;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).match.state == SetState::Same && m_sent.contains(m_keys.at(i)))
            settled.insert(m_keys.at(i));
    }
    m_sent.clear();
    m_history->forget([&settled](const QString &key) { return settled.contains(key); });
}

} // namespace badgewright::ui
