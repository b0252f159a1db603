// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/publish_question.h"
#include "ui/words/badge_words.h"

#include <QCoreApplication>

namespace badgewright::ui {

namespace {

struct PublishQuestionWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::PublishQuestion)
};

constexpr qsizetype kMostNamed = 12; // more names are not read in a question

QString shortened(const QStringList &names)
{
    const QString list = names.mid(0, kMostNamed).join(QStringLiteral(", "));
    return names.size() > kMostNamed ? list + QStringLiteral(" …") : list;
}

bool renamesATitle(const BadgeDraft &draft)
{
    return !draft.isNew() && draft.published.allowTitle && draft.published.name != draft.edited.name.trimmed();
}

bool hides(const BadgeDraft &draft)
{
    return !draft.isNew() && draft.published.enabled && !draft.edited.enabled;
}

QString clashingWords(const BadgeDraft &draft)
{
    QStringList words;
    for (const QString &field : draft.openClashes())
        words << words::badgeField(field);
    return words.join(QStringLiteral(", "));
}

QString meaningOfOne(const BadgeDraft &draft)
{
    if (draft.isNew())
        return PublishQuestionWords::tr("The forum gets a new badge. It can be given to people then.");
    QStringList sentences{PublishQuestionWords::tr("Changes at once for everyone there: %1.").arg(draft.changedWords().join(QStringLiteral(", ")))};
    if (const QString clashing = clashingWords(draft); !clashing.isEmpty())
        sentences << PublishQuestionWords::tr("Somebody changed it on the forum since you began, and yours takes the place of theirs: %1.").arg(clashing);
    if (renamesATitle(draft))
        sentences << PublishQuestionWords::tr("Whoever wears it as a title gets the new name.");
    if (hides(draft))
        sentences << PublishQuestionWords::tr("The badge is no longer shown to anybody; its holders keep it.");
    return sentences.join(u' ');
}

QString meaningOfMany(const QList<BadgeDraft> &drafts, const BadgePublisher::Batch &batch)
{
    QHash<BadgeId, BadgeDraft> byId;
    for (const BadgeDraft &draft : drafts)
        byId.insert(draft.id, draft);
    QStringList changes;
    QStringList overwritten;
    QStringList titles;
    QStringList hidden;
    for (const BadgeId id : batch.ids) {
        const BadgeDraft draft = byId.value(id);
        const QString name = PublishQuestionWords::tr("“%1”").arg(draft.edited.name.trimmed());
        const auto with = [&name](const QString &words) { return PublishQuestionWords::tr("%1 (%2)", "a badge, its fields").arg(name, words); };
        changes << with(draft.isNew() ? PublishQuestionWords::tr("new") : draft.changedWords().join(QStringLiteral(", ")));
        if (const QString clashing = clashingWords(draft); !clashing.isEmpty())
            overwritten << with(clashing);
        if (renamesATitle(draft))
            titles << name;
        if (hides(draft))
            hidden << name;
    }
    QStringList sentences{PublishQuestionWords::tr("Changes at once for everyone there: %1.").arg(shortened(changes))};
    if (!overwritten.isEmpty())
        sentences << PublishQuestionWords::tr("Somebody changed these on the forum since you began, and yours takes the place of theirs: %1.").arg(shortened(overwritten));
    if (!titles.isEmpty())
        sentences << PublishQuestionWords::tr("Whoever wears one of these as a title gets the new name: %1.").arg(shortened(titles));
    if (!hidden.isEmpty())
        sentences << PublishQuestionWords::tr("No longer shown to anybody, though the holders keep them: %1.").arg(shortened(hidden));
    qsizetype named = 0;
    for (const BadgePublisher::LeftOut &left : batch.leftOut) {
        if (++named == kMostNamed) {
            sentences << PublishQuestionWords::tr("More are left out.");
            break;
        }
        sentences << PublishQuestionWords::tr("“%1” is left out: %2").arg(byId.value(left.id).edited.name.trimmed(), left.why);
    }
    return sentences.join(u' ');
}

} // namespace

Question publishQuestion(const QList<BadgeDraft> &drafts, const BadgePublisher::Batch &batch, const QString &address)
{
    Question question;
    if (drafts.size() == 1) {
        question.title = PublishQuestionWords::tr("Publish “%1” to %2?").arg(drafts.first().edited.name.trimmed(), address);
        question.consequence = meaningOfOne(drafts.first());
        question.yes = PublishQuestionWords::tr("Publish");
        return question;
    }
    const int count = int(batch.ids.size());
    question.title = PublishQuestionWords::tr("Publish %Ln badge(s) to %1?", nullptr, count).arg(address);
    question.consequence = meaningOfMany(drafts, batch);
    question.yes = PublishQuestionWords::tr("Publish %Ln badge(s)", nullptr, count);
    return question;
}

} // namespace badgewright::ui
