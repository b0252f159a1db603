// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_switches.h"

#include "ui/badges/check_row.h"
#include "ui/kit/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

QWidget *column(const QString &title, QHBoxLayout *into)
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(10);
    lines->addWidget(sectionLabel(title, box));
    into->addWidget(box, 1, Qt::AlignTop);
    return box;
}

} // namespace

BadgeSwitches::BadgeSwitches(QWidget *parent) : QWidget(parent), m_facts(secondaryLabel({}, this))
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kGrid * 2);

    QWidget *sees = column(tr("Who sees it"), columns);
    add(sees, tr("Enabled"), QStringLiteral("enabled"), &BadgeFields::enabled);
    add(sees, tr("Listed on the public badges page"), QStringLiteral("listable"), &BadgeFields::listable);
    add(sees, tr("Show the granting post"), QStringLiteral("show_posts"), &BadgeFields::showPosts);
    add(sees, tr("Show in post header"), QStringLiteral("show_in_post_header"), &BadgeFields::showInPostHeader);

    QWidget *given = column(tr("How it is given"), columns);
    add(given, tr("Can be used as a title"), QStringLiteral("allow_title"), &BadgeFields::allowTitle);
    add(given, tr("Can be granted more than once"), QStringLiteral("multiple_grant"), &BadgeFields::multipleGrant);
    given->layout()->addWidget(m_facts);
}

void BadgeSwitches::add(QWidget *column, const QString &text, const QString &field,
                             std::optional<bool> BadgeFields::*member)
{
    auto *row = new CheckRow(text, column);
    row->box()->setObjectName(field);
    column->layout()->addWidget(row);
    m_rows.append({row, field, member});
    connect(row, &CheckRow::toggled, this, [this, member](bool checked) {
        BadgeFields change;
        change.*member = checked;
        Q_EMIT switched(change);
    });
}

void BadgeSwitches::setBadge(const Badge &badge, const FieldLocks &locks)
{
    setBadges({badge}, {locks});
}

void BadgeSwitches::setBadges(const QList<Badge> &badges, const QList<FieldLocks> &locks)
{
    QList<BadgeFields> values;
    for (const Badge &badge : badges)
        values << allFields(badge);
    for (const Row &entry : std::as_const(m_rows)) {
        // What is switched here never comes to those that are locked.
        const bool anyFree = std::any_of(locks.begin(), locks.end(), [&](const FieldLocks &one) { return one.reason(entry.field).isEmpty(); });
        const auto has = [&](bool wanted) {
            for (qsizetype i = 0; i < values.size(); ++i) {
                const bool counts = !anyFree || i >= locks.size() || locks.at(i).reason(entry.field).isEmpty();
                if (counts && values.at(i).*(entry.member) == std::optional(wanted))
                    return true;
            }
            return false;
        };
        const bool on = has(true);
        const bool off = has(false);
        QString unread;
        for (qsizetype i = 0; i < locks.size(); ++i) {
            const bool counts = !anyFree || locks.at(i).reason(entry.field).isEmpty();
            if (counts && unread.isEmpty())
                unread = locks.at(i).unread.value(entry.field);
        }
        // The post header can be absent: older forums do not know it.
        entry.row->setVisible(on || off || !unread.isEmpty());
        if ((on && off) || !unread.isEmpty())
            entry.row->setMixed();
        else
            entry.row->setChecked(on);
        // Free for one of them is free; the others stay as they are.
        QString why;
        for (const FieldLocks &one : locks) {
            why = one.reason(entry.field);
            if (why.isEmpty())
                break;
        }
        entry.row->setLocked(why);
        const bool someKnown = on || off;
        entry.row->setHint(unread.isEmpty() ? QString() : someKnown ? tr("not readable for all") : tr("not readable"), unread);
    }
}

void BadgeSwitches::setFacts(const QString &text)
{
    m_facts->setText(text);
    m_facts->setVisible(!text.isEmpty());
}

} // namespace badgewright::ui
