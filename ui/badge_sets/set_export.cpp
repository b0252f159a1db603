// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/set_export.h"

#include "artwork/badge_set_file.h"
#include "support/clock.h"
#include "support/worker_call.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"

#include <QDir>
#include <QRegularExpression>

namespace badgewright::ui {

SetExport::SetExport(const PageContext &context, Notice *notice, QWidget *over)
    : QObject(over), m_context(context), m_notice(notice), m_over(over)
{
}

void SetExport::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

void SetExport::run(const BadgeCatalogue &catalogue, const QList<BadgeId> &selected)
{
    if (m_busy)
        return;
    QList<Badge> chosen;
    QList<Badge> own;
    for (const Badge &badge : catalogue.badges) {
        if (selected.contains(badge.id))
            chosen << badge;
        if (!badge.system)
            own << badge;
    }
    const auto builtIn = catalogue.badges.size() - own.size();
    const auto unpublished = selected.size() - chosen.size();
    if (own.isEmpty() || chosen.isEmpty()) {
        const QList<Badge> &badges = chosen.isEmpty() ? own : chosen;
        if (badges.isEmpty())
            m_notice->say(Tone::Look, tr("There is no badge to export: all of them belong to the forum itself."));
        else
            askWhere(catalogue, badges);
        return;
    }
    Choice choice;
    choice.title = tr("Export which badges?");
    QStringList sentences{tr("A badge set is one file with their texts, pictures, designs and groupings, and nothing about who holds them.")};
    if (builtIn > 0)
        sentences << tr("“All” leaves out %Ln badge(s) that came with the forum: every forum has them.", nullptr, int(builtIn));
    if (unpublished > 0)
        sentences << tr("%Ln of the chosen badge(s) is not published yet and is left out.", nullptr, int(unpublished));
    choice.consequence = sentences.join(u'\n');
    choice.options = {chosen.size() == 1 ? tr("Export “%1”…").arg(chosen.first().name) : tr("Export these %Ln badge(s)…", nullptr, int(chosen.size())),
                      tr("Export all %Ln badge(s)…", nullptr, int(own.size()))};
    m_context.ask->choose(m_over, choice, [this, catalogue, chosen, own](int option) {
        if (option >= 0)
            askWhere(catalogue, option == 0 ? chosen : own);
    });
}

void SetExport::askWhere(const BadgeCatalogue &catalogue, const QList<Badge> &badges)
{
    QString name = badges.size() == 1 ? badges.first().name : m_context.address();
    name.replace(QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|]")), QStringLiteral("-"));
    FileQuestion question;
    question.title = tr("Save the badge set");
    question.suggested = QDir(QDir::homePath()).filePath(name.left(80) + QStringLiteral(".badges.zip"));
    question.filters = {tr("Badge sets (*.zip)")};
    question.defaultSuffix = QStringLiteral("zip");
    m_context.ask->saveFile(m_over, question, [this, catalogue, badges](const QString &path) {
        if (!path.isEmpty() && !m_busy)
            read(catalogue, badges, path);
    });
}

void SetExport::read(const BadgeCatalogue &catalogue, const QList<Badge> &badges, const QString &path)
{
    setBusy(true);
    m_notice->say(Tone::Accent, tr("Reading the pictures of %Ln badge(s)…", nullptr, int(badges.size())));
    artwork::SetQuestions questions;
    for (const Badge &badge : badges) {
        if (!badge.imageUrl.isEmpty())
            questions.pictures << badge.imageUrl;
    }
    artwork::lookUpForSet(m_context.forum->badges(), questions, m_context.clock, this)->then(this, [=, this](const Result<artwork::SetAnswers> &answers) {
        if (answers) {
            write(catalogue, badges, path, *answers);
            return;
        }
        setBusy(false);
        m_notice->sayError(answers.error(), m_context.address(), tr("The badges were not exported."));
    });
}

void SetExport::write(const BadgeCatalogue &catalogue, const QList<Badge> &badges, const QString &path, const artwork::SetAnswers &answers)
{
    const QString origin = m_context.connection().base.toString();
    const QDateTime now = m_context.clock->utcNow();
    const artwork::DesignStore designs(m_context.designs, m_context.connection().id);
    auto *call = runLater<QStringList>(this, [=]() -> Result<QStringList> {
        const artwork::BadgeSet set = artwork::badgeSetOf(catalogue, badges, answers.pictures, designs, origin, now);
        return artwork::writeBadgeSet(set, path).map([&](const Done &) { return set.remarks + set.notes; });
    });
    call->then(this, [=, this](const Result<QStringList> &remarks) {
        setBusy(false);
        const QString sentence = tr("%Ln badge(s) exported to %1.", nullptr, int(badges.size())).arg(QDir::toNativeSeparators(path));
        if (!remarks)
            m_notice->sayError(remarks.error(), m_context.address(), tr("The badges were not exported."));
        else if (remarks->isEmpty())
            m_notice->say(Tone::Good, sentence);
        else
            m_notice->say(Tone::Look, sentence, remarks->join(u' '));
    });
}

} // namespace badgewright::ui
