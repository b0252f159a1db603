// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/badge_picker.h"

#include "ui/grants/choice_list.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace badgewright::ui {

BadgePicker::BadgePicker(const PageContext &context, Wanted wanted, const QList<Badge> &besides, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_wanted(wanted)
    , m_list(new ChoiceList(wanted == Wanted::Several ? ChoiceList::Mode::Several : ChoiceList::Mode::One, this))
    , m_notice(new Notice(this))
    , m_take(makeButton(ButtonKind::Primary, wanted == Wanted::Several ? tr("Add badge") : tr("Choose badge"), this))
{
    for (const Badge &badge : besides)
        m_besides << badge.id;
    setWindowTitle(wanted == Wanted::Several ? tr("Add badges") : tr("Choose a badge"));
    resize(460, 480);
    m_list->setWords(tr("Search badges"), tr("Badges"));
    m_take->setDefault(true);
    auto *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_list, &ChoiceList::choiceChanged, this, &BadgePicker::judge);
    connect(m_list, &ChoiceList::activated, this, &BadgePicker::accept);
    connect(cancel, &QPushButton::clicked, this, &BadgePicker::reject);
    connect(m_take, &QPushButton::clicked, this, &BadgePicker::accept);
    read();
    judge();
    m_list->takeFocus();
}

void BadgePicker::read()
{
    m_notice->clear();
    m_list->setStatus(tr("Reading…"));
    m_context.forum->badges()->list()->then(this, [this](const Result<BadgeCatalogue> &catalogue) {
        if (catalogue) {
            show(*catalogue);
            return;
        }
        m_list->setStatus(tr("Nothing was read."));
        m_notice->sayError(catalogue.error(), m_context.address(), tr("The badges could not be read."), [this] { read(); });
    });
}

void BadgePicker::show(const BadgeCatalogue &catalogue)
{
    m_badges = catalogue.badges;
    for (const Badge &badge : std::as_const(m_badges)) {
        if (m_besides.contains(badge.id) || (!badge.enabled && m_wanted == Wanted::Several))
            continue;
        const QString name = badge.enabled ? badge.name : tr("%1 (disabled)").arg(badge.name);
        m_list->add(name, badge.id, name, name);
    }
    m_list->setStatus({});
    judge();
}

void BadgePicker::judge()
{
    const int count = int(m_list->keys().size());
    m_take->setEnabled(count > 0);
    if (m_wanted == Wanted::Several)
        m_take->setText(count > 1 ? tr("Add %Ln badges", nullptr, count) : tr("Add badge"));
}

void BadgePicker::accept()
{
    if (!m_take->isEnabled() || !isVisible()) // Return in the list also presses the default button
        return;
    const QList<QVariant> keys = m_list->keys();
    QList<Badge> badges;
    for (const Badge &badge : std::as_const(m_badges)) {
        if (keys.contains(QVariant(badge.id)))
            badges << badge;
    }
    Q_EMIT chosen(badges);
    QDialog::accept();
}

} // namespace badgewright::ui
