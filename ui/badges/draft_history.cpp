// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/draft_history.h"

#include "ui/badges/badge_shelf.h"
#include "ui/words/badge_words.h"

#include <QUndoCommand>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kMostSteps = 200; // they hold pictures

QStringList differentFields(const BadgeDraft &a, const BadgeDraft &b)
{
    QStringList fields = fieldNames(difference(a.edited, b.edited));
    const QString posts = QStringLiteral("show_posts");
    if (a.edited.showPosts != b.edited.showPosts && !fields.contains(posts))
        fields << posts; // back to not known
    const QString picture = QStringLiteral("image_upload_id");
    const bool same = a.picture.has_value() == b.picture.has_value()
        && (!a.picture || a.picture->prepared.picture.bytes == b.picture->prepared.picture.bytes) && a.edited.imageUrl == b.edited.imageUrl;
    if (!same && !fields.contains(picture))
        fields << picture;
    return fields;
}

bool isText(const QString &field)
{
    return field == QLatin1String("name") || field == QLatin1String("description") || field == QLatin1String("long_description");
}

} // namespace

class DraftCommand : public QUndoCommand
{
public:
    DraftCommand(DraftHistory *history, QList<DraftHistory::Change> changes, const QString &text, const QString &textField)
        : m_history(history), m_changes(std::move(changes)), m_textField(textField)
    {
        setText(text);
    }

    const QList<DraftHistory::Change> &changes() const { return m_changes; }
    QString textField() const { return m_textField; }

    void undo() override { lay(&DraftHistory::Change::before); }
    void redo() override
    {
        lay(&DraftHistory::Change::after);
        m_done = true;
    }

    int id() const override { return m_textField.isEmpty() || m_history->m_asleep || m_history->m_ended ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const DraftCommand *>(other);
        const bool same = next->m_textField == m_textField
            && std::equal(m_changes.cbegin(), m_changes.cend(), next->m_changes.cbegin(), next->m_changes.cend(),
                          [](const DraftHistory::Change &a, const DraftHistory::Change &b) { return a.id == b.id; });
        if (!same)
            return false;
        for (qsizetype i = 0; i < m_changes.size(); ++i)
            m_changes[i].after = next->m_changes[i].after;
        setText(next->text());
        // Typed and taken back: nothing is left to undo.
        setObsolete(std::all_of(m_changes.cbegin(), m_changes.cend(), [](const DraftHistory::Change &one) { return one.before == one.after; }));
        return true;
    }

private:
    void lay(std::optional<BadgeDraft> DraftHistory::Change::*side)
    {
        if (m_history->m_asleep)
            return;
        QList<std::pair<BadgeId, std::optional<BadgeDraft>>> drafts;
        QList<BadgeId> ids;
        for (const DraftHistory::Change &change : std::as_const(m_changes)) {
            drafts.append({change.id, change.*side});
            ids << change.id;
        }
        m_history->m_shelf->put(drafts);
        if (m_done)
            Q_EMIT m_history->wentTo(ids);
    }

    DraftHistory *m_history;
    QList<DraftHistory::Change> m_changes;
    QString m_textField; ///< the one text that was typed in; empty: not such a change
    bool m_done = false; ///< once
};

DraftHistory::DraftHistory(BadgeShelf *shelf, QObject *parent) : QObject(parent), m_shelf(shelf)
{
    m_stack.setUndoLimit(kMostSteps);
}

DraftHistory::~DraftHistory()
{
    m_stack.blockSignals(true); // it clears itself, and whoever listens is half gone
}

std::optional<BadgeDraft> DraftHistory::lying(BadgeId id) const
{
    return m_shelf->isChanged(id) ? std::optional(m_shelf->draft(id)) : std::nullopt;
}

void DraftHistory::edit(const QList<BadgeDraft> &drafts, const QString &what)
{
    QList<Change> changes;
    for (const BadgeDraft &draft : drafts) {
        if (m_shelf->contains(draft.id) && !(m_shelf->draft(draft.id) == draft))
            changes.append({draft.id, lying(draft.id), draft.isChanged() ? std::optional(draft) : std::nullopt});
    }
    push(std::move(changes), what);
}

void DraftHistory::discard(const QList<BadgeId> &ids, const QString &what)
{
    QList<Change> changes;
    for (const BadgeId id : ids) {
        if (m_shelf->isChanged(id))
            changes.append({id, lying(id), std::nullopt});
    }
    push(std::move(changes), what);
}

void DraftHistory::added(const QList<BadgeId> &ids, const QString &what)
{
    QList<Change> changes;
    for (const BadgeId id : ids)
        changes.append({id, std::nullopt, lying(id)});
    push(std::move(changes), what);
}

BadgeDraft DraftHistory::outcome(const Change &change) const
{
    if (change.after)
        return *change.after;
    BadgeDraft draft = m_shelf->draft(change.id);
    draft.edited = draft.published;
    draft.picture.reset();
    return draft;
}

void DraftHistory::push(QList<Change> changes, QString what)
{
    if (changes.isEmpty())
        return;
    QString textField;
    if (what.isEmpty()) {
        what = whatChanged(changes);
        QStringList fields;
        for (const Change &change : std::as_const(changes)) {
            fields << differentFields(m_shelf->draft(change.id), outcome(change));
        }
        fields.removeDuplicates();
        if (fields.size() == 1 && isText(fields.first()))
            textField = fields.first();
    }
    m_stack.push(new DraftCommand(this, std::move(changes), what, textField));
    m_ended = false;
}

QString DraftHistory::whatChanged(const QList<Change> &changes) const
{
    QStringList words;
    for (const Change &change : changes) {
        for (const QString &field : differentFields(m_shelf->draft(change.id), outcome(change)))
            words << words::badgeField(field);
    }
    words.removeDuplicates();
    if (words.isEmpty())
        words << tr("changes");
    const QString list = words.join(QStringLiteral(", "));
    if (changes.size() > 1)
        return tr("%1 of %n badge(s)", nullptr, int(changes.size())).arg(list);
    // As it was called before, or else half of a name that is being typed.
    const BadgeId id = changes.first().id;
    const QString name = m_shelf->draft(id).published.name;
    const QString shown = id > 0 && !name.isEmpty() ? name : m_shelf->shown(id).name.trimmed();
    return shown.isEmpty() ? tr("%1 of a new badge").arg(list) : tr("%1 of %2").arg(list, shown);
}

void DraftHistory::endStep()
{
    m_ended = true;
}

QSet<BadgeId> DraftHistory::touchedBy(int index) const
{
    QSet<BadgeId> ids;
    if (const auto *command = static_cast<const DraftCommand *>(m_stack.command(index))) {
        for (const Change &change : command->changes())
            ids.insert(change.id);
    }
    return ids;
}

void DraftHistory::forget(const QSet<BadgeId> &ids)
{
    struct Step {
        QList<Change> changes;
        QString text;
        QString textField;
    };
    QList<Step> steps;
    int index = 0;
    bool mentioned = false;
    for (int i = 0; i < m_stack.count(); ++i) {
        const auto *command = static_cast<const DraftCommand *>(m_stack.command(i));
        Step step{command->changes(), command->text(), command->textField()};
        mentioned |= step.changes.removeIf([&](const Change &change) { return ids.contains(change.id); }) > 0;
        if (step.changes.isEmpty())
            continue;
        steps.append(step);
        index += i < m_stack.index() ? 1 : 0;
    }
    if (!mentioned)
        return;
    // A stack gives nothing up from its middle, so it is piled up anew.
    m_asleep = true;
    m_stack.clear();
    for (const Step &step : std::as_const(steps))
        m_stack.push(new DraftCommand(this, step.changes, step.text, step.textField));
    m_stack.setIndex(index);
    m_asleep = false;
}

} // namespace badgewright::ui
