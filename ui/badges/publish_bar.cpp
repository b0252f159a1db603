// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/publish_bar.h"

#include "ui/kit/buttons.h"
#include "ui/kit/clamped_label.h"
#include "ui/kit/pill.h"
#include "ui/kit/progress.h"

#include <QLocale>

namespace badgewright::ui {

PublishBar::PublishBar(const QString &forumAddress, QWidget *parent)
    : ActionBar(parent),
      m_pill(new PillLabel({}, Tone::Accent, this)),
      m_spinner(new Spinner(this)),
      m_words(new ClampedLabel(TextSize::Secondary, 2, {}, this)),
      m_others(new LinkButton({}, this)),
      m_address(forumAddress),
      m_pause(makeButton(ButtonKind::Flat, tr("Pause"), this)),
      m_stop(makeButton(ButtonKind::Flat, tr("Stop"), this)),
      m_all(makeButton(ButtonKind::Secondary, QString(), this)),
      m_discard(makeButton(ButtonKind::Flat, tr("Discard"), this)),
      m_publish(makeButton(ButtonKind::Primary, tr("Publish to %1").arg(forumAddress), this))
{
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_words->setObjectName(QStringLiteral("publishWords"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_publish->setObjectName(QStringLiteral("publish"));
    addLeft(m_pill);
    addLeft(m_words);
    addLeft(m_others);
    addLeft(m_spinner);
    m_others->setObjectName(QStringLiteral("otherChanges"));
    m_pause->setObjectName(QStringLiteral("pausePublishing"));
    m_stop->setObjectName(QStringLiteral("stopPublishing"));
    m_stop->setToolTip(tr("Stop after the badge that is under way"));
    addRight(m_pause);
    addRight(m_stop);
    m_all->setObjectName(QStringLiteral("publishAll"));
    addRight(m_all);
    addRight(m_discard);
    addRight(m_publish);
    connect(m_publish, &QPushButton::clicked, this, &PublishBar::publishWanted);
    connect(m_all, &QPushButton::clicked, this, &PublishBar::publishAllWanted);
    connect(m_discard, &QPushButton::clicked, this, &PublishBar::discardWanted);
    connect(m_pause, &QPushButton::clicked, this, &PublishBar::pauseWanted);
    connect(m_stop, &QPushButton::clicked, this, &PublishBar::stopWanted);
    connect(m_others, &LinkButton::clicked, this, &PublishBar::nextChangedWanted);
    setShown({});
}

QString PublishBar::progressWords(const Shown &shown)
{
    const auto number = [](int value) { return QLocale().toString(value); };
    if (shown.paused)
        return shown.total > 1 ? tr("Publishing has paused, %1 of %2 done").arg(number(shown.done), number(shown.total)) : tr("Publishing has paused");
    if (shown.total > 1)
        return tr("Publishing, %1 of %2 done…").arg(number(shown.done), number(shown.total));
    return shown.mine || shown.name.isEmpty() ? tr("Publishing…") : tr("Publishing “%1”…").arg(shown.name);
}

void PublishBar::setShown(const Shown &shown)
{
    if ((shown.running && !shown.paused) || shown.looking)
        m_spinner->start();
    else
        m_spinner->stop();
    m_pill->setVisible(!shown.mine && shown.changed);
    if (shown.several)
        m_pill->setState(tr("%Ln changed badge(s) not published", nullptr, shown.several), Tone::Accent);
    else if (shown.isNew)
        m_pill->setState(tr("New, not published"), Tone::Accent);
    else
        m_pill->setState(tr("%Ln change(s) not published", nullptr, int(shown.words.size())), Tone::Accent);

    QString words;
    bool problem = false;
    if (shown.running) {
        words = progressWords(shown);
    } else if (shown.looking) {
        words = tr("Looking at what the forum has now…");
    } else if (!shown.locked.isEmpty()) {
        words = shown.locked;
    } else if (shown.changed && !shown.problems.isEmpty()) {
        words = shown.problems.first();
        problem = !shown.fresh;
    } else if (shown.changed && !shown.waits.isEmpty()) {
        words = shown.waits;
    } else if (shown.changed) {
        words = shown.words.join(QStringLiteral(", "));
    } else if (shown.others) {
        words = tr("Nothing to publish here.");
    } else {
        words = tr("Everything is published");
    }
    if (shown.kept && shown.changed && !shown.running && !shown.looking && !problem && shown.locked.isEmpty())
        words = words.isEmpty() ? tr("kept on this computer") : tr("%1 · kept on this computer").arg(words);
    m_others->setWords(tr("%Ln other badge(s) have changes", nullptr, shown.others));
    m_others->setVisible(shown.others > 0 && !shown.changed && !shown.running && !shown.looking && shown.locked.isEmpty());
    m_words->setText(words);
    m_words->setTone(problem ? Tone::Bad : Tone::Note);

    m_pause->setText(shown.paused ? tr("Go on") : tr("Pause"));
    m_pause->setVisible(shown.running && !shown.settling);
    m_stop->setVisible(shown.running && !shown.settling);
    m_discard->setText(shown.isNew ? tr("Discard badge") : tr("Discard"));
    m_discard->setVisible(shown.changed && !shown.mine);
    m_publish->setText(shown.several > 1 ? tr("Publish %Ln badge(s) to %1", nullptr, shown.several).arg(m_address) : tr("Publish to %1").arg(m_address));
    const int all = shown.others + (shown.several ? shown.several : shown.changed ? 1 : 0);
    m_all->setText(tr("Publish all %Ln", nullptr, all));
    m_all->setVisible(shown.locked.isEmpty() && !shown.running && shown.others > 0 && all > 1);
    m_publish->setVisible(shown.locked.isEmpty());
    m_all->setEnabled(shown.waits.isEmpty());
    m_all->setToolTip(shown.waits);
    m_all->setAccessibleDescription(shown.waits);
    QStringList whyNot = shown.problems;
    if (!shown.waits.isEmpty())
        whyNot << shown.waits;
    m_publish->setEnabled(shown.changed && whyNot.isEmpty() && !shown.running);
    m_publish->setToolTip(whyNot.join(u'\n'));
    m_publish->setAccessibleDescription(whyNot.join(u' '));
}

} // namespace badgewright::ui
