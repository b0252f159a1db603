// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/bulk_editor.h"

#include "ui/badges/badge_switches.h"
#include "ui/badges/choice_pair.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/text_field.h"
#include "ui/kit/labels.h"
#include "ui/words/badge_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBulkEdge = 22;
constexpr int kPictureLeast = 132; // as in the editor for one
constexpr int kPictureMost = 172;

/// What all of them have whose field can be set, for what is typed here never comes to the others; nothing where they differ.
template <class T> std::optional<T> shared(const QList<BadgeDraft> &drafts, const QList<FieldLocks> &locks, const QString &field, T Badge::*member)
{
    const bool anyFree = lockedForAll(locks, field).isEmpty();
    std::optional<T> found;
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        if (anyFree && !locks.at(i).reason(field).isEmpty())
            continue;
        const T &value = drafts.at(i).edited.*member;
        if (found && *found != value)
            return std::nullopt;
        found = value;
    }
    return found;
}

void dress(QComboBox *box, const QVariant &value, const QString &why)
{
    box->setCurrentIndex(value.isValid() ? box->findData(value) : -1);
    box->setEnabled(why.isEmpty());
    box->setToolTip(why);
    box->setAccessibleDescription(why.isEmpty() && box->currentIndex() < 0 ? box->placeholderText() : why);
}

void dress(TextField *field, const std::optional<QString> &text, const QString &why)
{
    field->setPrompt(text           ? QString()
                     : why.isEmpty() ? BulkEditor::tr("They differ. Type to set it for all.")
                                     : BulkEditor::tr("They differ."));
    field->setText(text.value_or(QString()));
    field->setLocked(why);
}

} // namespace

BulkEditor::BulkEditor(AskUser *ask, QWidget *parent)
    : QScrollArea(parent),
      m_title(new TextLabel(TextSize::Title, {})),
      m_remark(secondaryLabel({}, nullptr)),
      m_picture(new PictureSection(ask, nullptr)),
      m_type(new QComboBox),
      m_grouping(new QComboBox),
      m_description(new TextField(tr("Description"), 500, 2, nullptr)),
      m_longDescription(new TextField(tr("Long description"), 1000, 3, nullptr)),
      m_switches(new BadgeSwitches)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Editor for several badges"));
    auto *sheet = new ui::Panel; // QFrame has a Panel too
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(kBulkEdge, 18, kBulkEdge, 18);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addWidget(m_remark);
    for (QComboBox *box : {m_type, m_grouping})
        box->setPlaceholderText(tr("They differ"));
    m_pair = new ChoicePair(tr("Type"), m_type, tr("Grouping"), m_grouping, nullptr);
    m_picture->setMinimumWidth(kPictureLeast);
    m_picture->setMaximumWidth(kPictureMost);
    auto *right = new QVBoxLayout;
    right->setSpacing(14);
    right->addWidget(m_pair);
    right->addWidget(m_description);
    right->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_picture, 2, Qt::AlignTop);
    top->addLayout(right, 3);
    column->addLayout(top);
    column->addWidget(m_picture->complaint());
    column->addWidget(m_longDescription);
    column->addWidget(m_switches);
    column->addStretch();
    setWidget(sheet);

    m_type->setObjectName(u"bulkType"_s);
    m_grouping->setObjectName(u"bulkGrouping"_s);
    const auto boxes = m_switches->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes)
        box->setObjectName(u"bulk_"_s + box->objectName());
    auto parts = m_picture->findChildren<QWidget *>(QRegularExpression(u"^(pictureFacts|pictureFetching|stopFetching)$"_s));
    parts << m_picture->complaint();
    for (QWidget *part : parts)
        part->setObjectName(u"bulk_"_s + part->objectName());
    for (TextField *field : {m_description, m_longDescription}) {
        // An empty field that is meant to be left alone and one that was emptied look the same to its own undo: the page's
        // takes the texts of all badges back.
        qobject_cast<QPlainTextEdit *>(field->input())->setUndoRedoEnabled(false);
    }
    connect(m_type, &QComboBox::activated, this, [this] { change(&BadgeFields::typeId, m_type->currentData().toInt()); });
    connect(m_grouping, &QComboBox::activated, this, [this] { change(&BadgeFields::groupingId, m_grouping->currentData().toLongLong()); });
    connect(m_description, &TextField::edited, this, [this](const QString &text) { change(&BadgeFields::description, text); });
    connect(m_longDescription, &TextField::edited, this, [this](const QString &text) { change(&BadgeFields::longDescription, text); });
    connect(m_switches, &BadgeSwitches::switched, this, &BulkEditor::edited);
}

void BulkEditor::setChoices(const BadgeCatalogue &catalogue)
{
    m_type->clear();
    for (const BadgeType &type : catalogue.types)
        m_type->addItem(type.name, type.id);
    m_grouping->clear();
    for (const Grouping &grouping : catalogue.groupings)
        m_grouping->addItem(grouping.name, grouping.id);
    m_pair->fit();
}

void BulkEditor::setDrafts(const QList<BadgeDraft> &drafts, const QList<FieldLocks> &locks)
{
    if (drafts.isEmpty())
        return;
    m_title->setText(tr("%Ln badge(s)", nullptr, int(drafts.size())));
    const QString remark = remarkOf(drafts, locks);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    const auto typeId = shared(drafts, locks, u"badge_type_id"_s, &Badge::typeId);
    const auto groupingId = shared(drafts, locks, u"badge_grouping_id"_s, &Badge::groupingId);
    dress(m_type, typeId ? QVariant(*typeId) : QVariant(), lockedForAll(locks, u"badge_type_id"_s));
    dress(m_grouping, groupingId ? QVariant(*groupingId) : QVariant(), lockedForAll(locks, u"badge_grouping_id"_s));
    dress(m_description, shared(drafts, locks, u"description"_s, &Badge::description), lockedForAll(locks, u"description"_s));
    dress(m_longDescription, shared(drafts, locks, u"long_description"_s, &Badge::longDescription), lockedForAll(locks, u"long_description"_s));
    m_picture->setLocked(lockedForAll(locks, u"image_upload_id"_s), lockedForAll(locks, u"icon"_s));
    QList<Badge> badges;
    for (const BadgeDraft &draft : drafts)
        badges << draft.edited;
    m_switches->setBadges(badges, locks);
}

QString BulkEditor::remarkOf(const QList<BadgeDraft> &drafts, const QList<FieldLocks> &locks) const
{
    const bool nothing = std::all_of(locks.begin(), locks.end(), [](const FieldLocks &one) { return !one.everything.isEmpty(); });
    if (nothing)
        return locks.first().everything;
    int system = 0;
    int closed = 0;
    QString whyClosed;
    QStringList words;
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        if (const QString &why = locks.at(i).everything; !why.isEmpty()) {
            ++closed;
            whyClosed = why;
            continue;
        }
        if (!drafts.at(i).edited.system)
            continue;
        ++system;
        for (const char *field : {"badge_type_id", "badge_grouping_id", "description", "long_description", "icon", "image_upload_id", "enabled", "listable", "show_posts", "allow_title", "multiple_grant"}) {
            const QString word = words::badgeField(QLatin1String(field));
            if (!locks.at(i).reason(QLatin1String(field)).isEmpty() && !words.contains(word))
                words << word;
        }
    }
    QString sentence = tr("What you set here is set for all of them; everything else stays as it is.");
    if (system && !words.isEmpty())
        sentence += u' ' + tr("%Ln of them belong(s) to the forum, which fixes there: %1.", nullptr, system).arg(words.join(u", "_s));
    if (closed)
        sentence += u' ' + tr("Not for %Ln of them: %1", nullptr, closed).arg(whyClosed);
    return sentence;
}

QString lockedForAll(const QList<FieldLocks> &locks, const QString &field)
{
    const bool free = std::any_of(locks.begin(), locks.end(), [&](const FieldLocks &one) { return one.reason(field).isEmpty(); });
    return free || locks.isEmpty() ? QString() : locks.first().reason(field);
}

BadgeFields unlocked(const BadgeFields &change, const FieldLocks &locks)
{
    QStringList names = fieldNames(change);
    names.removeIf([&](const QString &name) { return !locks.reason(name).isEmpty(); });
    return only(change, names);
}

} // namespace badgewright::ui
