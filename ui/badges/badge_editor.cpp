// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_editor.h"

#include "artwork/badge_preview_metrics.h"
#include "ui/badges/badge_switches.h"
#include "ui/badges/choice_pair.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/text_field.h"
#include "ui/kit/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kEdge = 22;
constexpr int kLeftColumn = 172;
constexpr int kNarrowest = 368; // beside a narrow list and preview in the smallest window

QIcon disc(const QColor &colour)
{
    QPixmap pixmap(24, 24);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, 10, 10));
    painter.end();
    return QIcon(pixmap);
}

void choose(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(box->findData(value));
}

} // namespace

BadgeEditor::BadgeEditor(AskUser *ask, QWidget *parent)
    : QScrollArea(parent),
      m_remark(secondaryLabel({}, nullptr)),
      m_picture(new PictureSection(ask, nullptr)),
      m_name(new TextField(tr("Name"), 100, 1, nullptr)),
      m_type(new QComboBox),
      m_grouping(new QComboBox),
      m_groupingProblem(secondaryLabel({}, nullptr)),
      m_description(new TextField(tr("Description"), 500, 2, nullptr)),
      m_longDescription(new TextField(tr("Long description"), 1000, 3, nullptr)),
      m_switches(new BadgeSwitches)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Editor"));
    setMinimumWidth(kNarrowest);
    auto *sheet = new ui::Panel; // QFrame has a Panel too
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(kEdge, 18, kEdge, 18);
    column->setSpacing(14);

    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    m_picture->setMinimumWidth(kLeftColumn - 40);
    m_picture->setMaximumWidth(kLeftColumn);
    top->addWidget(m_picture, 2, Qt::AlignTop);
    auto *texts = new QWidget;
    auto *right = new QVBoxLayout(texts);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(14);
    right->addWidget(m_name);
    right->addWidget(makeTypeAndGrouping());
    right->addWidget(m_description);
    top->addWidget(texts, 3, Qt::AlignTop);

    column->addLayout(top);
    column->addWidget(m_picture->complaint()); // it would be a tower beside the name
    column->addWidget(m_longDescription);
    column->addWidget(m_switches);
    column->addWidget(m_remark); // last: nothing moves when another badge is looked at
    column->addStretch();
    setWidget(sheet);

    connect(m_name, &TextField::edited, this, [this](const QString &text) { change(&BadgeFields::name, text); });
    connect(m_description, &TextField::edited, this, [this](const QString &text) { change(&BadgeFields::description, text); });
    connect(m_longDescription, &TextField::edited, this, [this](const QString &text) { change(&BadgeFields::longDescription, text); });
    connect(m_switches, &BadgeSwitches::switched, this, &BadgeEditor::apply);
    connect(m_type, &QComboBox::activated, this, [this] { change(&BadgeFields::typeId, m_type->currentData().toInt()); });
    connect(m_grouping, &QComboBox::activated, this,
            [this] { change(&BadgeFields::groupingId, m_grouping->currentData().toLongLong()); });
}

QWidget *BadgeEditor::makeTypeAndGrouping()
{
    m_groupingProblem->setObjectName(QStringLiteral("groupingProblem"));
    m_groupingProblem->setTone(Tone::Bad);
    m_groupingProblem->hide();
    m_type->setIconSize({12, 12});
    m_pair = new ChoicePair(tr("Type"), m_type, tr("Grouping"), m_grouping, nullptr);
    m_pair->addBelow(m_groupingProblem);
    m_type->setObjectName(QStringLiteral("type"));
    m_grouping->setObjectName(QStringLiteral("grouping"));
    return m_pair;
}

void BadgeEditor::setChoices(const BadgeCatalogue &catalogue)
{
    m_type->clear();
    for (const BadgeType &type : catalogue.types)
        m_type->addItem(disc(artwork::badgeTypeColour(type.id)), type.name, type.id);
    m_grouping->clear();
    for (const Grouping &grouping : catalogue.groupings)
        m_grouping->addItem(grouping.name, grouping.id);
    choose(m_type, m_draft.edited.typeId);
    choose(m_grouping, m_draft.edited.groupingId);
    m_pair->fit();
    showGroupingProblem();
}

void BadgeEditor::setDraft(const BadgeDraft &draft, const FieldLocks &locks)
{
    m_draft = draft;
    const Badge &badge = draft.edited;
    m_name->setText(badge.name);
    m_description->setText(badge.description);
    m_longDescription->setText(badge.longDescription);
    choose(m_type, badge.typeId);
    choose(m_grouping, badge.groupingId);
    m_switches->setBadge(badge, locks);

    m_name->setLocked(locks.reason(QStringLiteral("name")));
    m_description->setLocked(locks.reason(QStringLiteral("description")));
    m_longDescription->setLocked(locks.reason(QStringLiteral("long_description")));
    const auto lock = [](QComboBox *box, const QString &reason) {
        box->setEnabled(reason.isEmpty());
        box->setToolTip(reason.isEmpty() ? box->currentText() : reason);
        box->setAccessibleDescription(reason);
    };
    lock(m_type, locks.reason(QStringLiteral("badge_type_id")));
    lock(m_grouping, locks.reason(QStringLiteral("badge_grouping_id")));
    showGroupingProblem();
    m_picture->setLocked(locks.reason(QStringLiteral("image_upload_id")), locks.reason(QStringLiteral("icon")));
    m_remark->setText(locks.remark);
    m_remark->setVisible(!locks.remark.isEmpty());
}

void BadgeEditor::showGroupingProblem()
{
    QList<GroupingId> there;
    for (int i = 0; i < m_grouping->count(); ++i)
        there << m_grouping->itemData(i).toLongLong();
    const QString problem = m_draft.groupingProblem(there);
    m_groupingProblem->setText(problem);
    m_groupingProblem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        m_grouping->setAccessibleDescription(problem);
}

void BadgeEditor::setNameProblem(const QString &sentence)
{
    m_name->setProblem(sentence);
}

void BadgeEditor::setFacts(const QString &holders)
{
    m_switches->setFacts(holders);
}

void BadgeEditor::focusName()
{
    ensureWidgetVisible(m_name);
    m_name->input()->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(m_name->input()))
        line->selectAll();
}

void BadgeEditor::focusLongDescription()
{
    ensureWidgetVisible(m_longDescription);
    m_longDescription->input()->setFocus();
}

void BadgeEditor::apply(const BadgeFields &fields)
{
    m_draft.edited = applied(m_draft.edited, fields);
    Q_EMIT edited(m_draft);
}

} // namespace badgewright::ui
