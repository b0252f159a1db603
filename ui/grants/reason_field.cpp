// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/reason_field.h"

#include "ui/grants/reason_picker.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/words/error_words.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr std::chrono::milliseconds kPause{400}; ///< after the last key

} // namespace

ReasonField::ReasonField(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_edit(new QLineEdit(this))
    , m_words(secondaryLabel(QString(), this))
    , m_pause(new QTimer(this))
{
    m_edit->setPlaceholderText(tr("Address of a topic or post on %1; may stay empty").arg(context.address()));
    QPushButton *find = makeButton(ButtonKind::Secondary, tr("Find…"), this, QStringLiteral("search"));
    find->setAccessibleName(tr("Find a reason"));
    const Capability read = context.capabilities().of(Ability::ReadTopics);
    find->setEnabled(read.allowed);
    find->setToolTip(read.reason);
    m_words->hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);

    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_edit, 1);
    row->addWidget(find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_words);

    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (m_asking)
            m_asking->cancel();
        m_asking.clear();
        m_words->hide();
        m_pause->start();
        Q_EMIT changed(text());
    });
    connect(m_pause, &QTimer::timeout, this, &ReasonField::resolve);
    connect(find, &QPushButton::clicked, this, [this] {
        auto *picker = new ReasonPicker(m_context.forum->people(), m_context.address(), {}, this);
        picker->setAttribute(Qt::WA_DeleteOnClose);
        connect(picker, &ReasonPicker::chosen, this, &ReasonField::take);
        picker->open();
    });
}

QString ReasonField::text() const
{
    return m_edit->text().trimmed();
}

void ReasonField::take(const Reason &reason)
{
    m_edit->setText(reason.url.toString());
    m_edit->setFocus();
}

void ReasonField::resolve()
{
    if (text().isEmpty() || !m_context.capabilities().may(Ability::ReadTopics))
        return;
    auto *call = m_context.forum->people()->resolveReason(text());
    m_asking = call;
    call->then(this, [this, call](const Result<Reason> &reason) {
        if (m_asking != call)
            return; // something else was typed
        m_asking.clear();
        if (!reason && reason.error().kind == ErrorKind::Cancelled)
            return;
        m_words->setTone(reason ? Tone::Good : Tone::Look);
        if (reason)
            m_words->setText(words::reason(reason->title, reason->url));
        else if (reason.error().kind == ErrorKind::NotFound)
            m_words->setText(tr("There is no such topic or post on %1.").arg(m_context.address()));
        else
            m_words->setText(words::sentence(reason.error(), m_context.address()));
        m_words->show();
    });
}

} // namespace badgewright::ui
