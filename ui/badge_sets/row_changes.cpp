// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/row_changes.h"

#include "ui/badges/badge_draft.h"
#include "ui/badges/badge_pictures.h"
#include "ui/kit/badge_thumb.h"
#include "ui/kit/labels.h"
#include "ui/words/badge_words.h"

#include <QGridLayout>

#include <algorithm>

namespace badgewright::ui {

using artwork::PictureSameness;
using artwork::SetState;

namespace {

constexpr int kThumb = 56;
constexpr int kWordColumn = 116;
constexpr int kStackedBelow = 380; // px
constexpr qsizetype kLongText = 240; // characters; more would push the fields out of sight
constexpr qsizetype kBefore = 40;    // characters left before the first that differs

/// Long texts from shortly before the first character that differs.
QString cut(const QString &text, const QString &other)
{
    if (std::max(text.size(), other.size()) <= kLongText)
        return text;
    qsizetype same = 0;
    while (same < std::min(text.size(), other.size()) && text.at(same) == other.at(same))
        ++same;
    const qsizetype from = std::max<qsizetype>(0, same - kBefore);
    QString part = text.mid(from, kLongText);
    if (from > 0)
        part.prepend(u'…');
    if (from + kLongText < text.size())
        part.append(u'…');
    return part;
}

TextLabel *valueLabel(const QString &text, const QString &other, const QString &name, QWidget *parent)
{
    TextLabel *label = bodyLabel(cut(text, other), parent);
    label->setObjectName(name);
    label->setToolTip(label->text() == text ? QString() : text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

QList<FieldChange> changesOf(const ImportRow &row, const BadgeCatalogue &catalogue)
{
    QList<FieldChange> changes;
    const Badge *existing = catalogue.find(row.match.existing);
    if (!existing || row.match.state != SetState::Changed)
        return changes;
    const QStringList fields = row.match.changedFields();
    for (const QString &field : fields) {
        const QString before = words::badgeValue(*existing, field, catalogue);
        if (field == QLatin1String("badge_grouping_id")) { // it may have to be made first
            const QString after = row.badge.grouping.value_or(QString());
            changes << FieldChange{field, before, after.isEmpty() ? RowChanges::tr("nothing") : after};
        } else if (field == artwork::SetBadge::kPictureField) {
            changes << FieldChange{field, existing->imageUrl.isEmpty() ? RowChanges::tr("none") : QString(), row.badge.picture ? QString() : RowChanges::tr("none")};
        } else {
            changes << FieldChange{field, before, words::badgeValue(applied(*existing, row.match.changes), field, catalogue)};
        }
    }
    return changes;
}

RowChanges::RowChanges(BadgePictures *pictures, QWidget *parent) : QWidget(parent), m_pictures(pictures), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 8);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, kWordColumn);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    hide();
}

void RowChanges::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool stacked = width() < kStackedBelow;
    if (m_isStacked == stacked)
        return;
    m_isStacked = stacked;
    m_grid->setColumnMinimumWidth(0, stacked ? 0 : kWordColumn);
    m_grid->setHorizontalSpacing(stacked ? 8 : 12);
    m_shown.clear();
    // Not while it is being laid out.
    QMetaObject::invokeMethod(this, [this] { showRow(ImportRow(m_row), BadgeCatalogue(m_catalogue)); }, Qt::QueuedConnection);
}

void RowChanges::showRow(const ImportRow &row, const BadgeCatalogue &catalogue)
{
    m_row = row;
    m_catalogue = catalogue;
    const QList<FieldChange> changes = changesOf(row, catalogue);
    const Badge *existing = catalogue.find(row.match.existing);
    QStringList shown;
    for (const FieldChange &change : changes) {
        shown << change.field << change.before << change.after;
        if (change.field == artwork::SetBadge::kPictureField)
            shown << QString::number(m_pictures->picture(existing->imageUrl).thumb.cacheKey()) << QString::number(row.badge.picture ? row.badge.picture->still.cacheKey() : 0);
    }
    if (m_shown == shown.join(QChar(0)))
        return;
    m_shown = shown.join(QChar(0));
    qDeleteAll(findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    setVisible(!changes.isEmpty());
    if (changes.isEmpty())
        return;
    if (!m_isStacked)
        m_grid->addWidget(secondaryLabel(tr("What changes"), this), 0, 0);
    m_grid->addWidget(secondaryLabel(tr("On the forum now"), this), 0, 1);
    m_grid->addWidget(secondaryLabel(tr("From the import"), this), 0, 2);
    int line = 1;
    for (const FieldChange &change : changes) {
        TextLabel *word = secondaryLabel(words::badgeField(change.field), this);
        word->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(word, line, 0, 1, m_isStacked ? 3 : 1);
        line += m_isStacked ? 1 : 0;
        if (change.field == artwork::SetBadge::kPictureField)
            addPictures(line, row, *existing);
        if (!change.before.isEmpty())
            m_grid->addWidget(valueLabel(change.before, change.after, QStringLiteral("before-") + change.field, this), line, 1);
        if (!change.after.isEmpty())
            m_grid->addWidget(valueLabel(change.after, change.before, QStringLiteral("after-") + change.field, this), line, 2);
        ++line;
    }
}

void RowChanges::addPictures(int line, const ImportRow &row, const Badge &existing)
{
    if (!existing.imageUrl.isEmpty()) {
        const BadgePictures::Entry entry = m_pictures->picture(existing.imageUrl);
        switch (entry.state) {
        case BadgePictures::State::Ready:
            addPicture(line, 1, QPixmap::fromImage(entry.thumb), tr("The picture on the forum now"));
            break;
        case BadgePictures::State::Loading:
            m_grid->addWidget(secondaryLabel(tr("being read…"), this), line, 1);
            break;
        case BadgePictures::State::Missing:
        case BadgePictures::State::Failed:
            m_grid->addWidget(secondaryLabel(tr("It cannot be shown."), this), line, 1);
            break;
        }
    }
    if (row.badge.picture)
        addPicture(line, 2, QPixmap::fromImage(row.badge.picture->still), tr("The picture from the import"));
}

void RowChanges::addPicture(int line, int column, const QPixmap &picture, const QString &name)
{
    auto *label = new QLabel(this);
    label->setPixmap(badgeThumb({picture, {}, kBronze}, kThumb, devicePixelRatioF()));
    label->setAccessibleName(name);
    label->setToolTip(name);
    label->setObjectName(column == 1 ? QStringLiteral("before-picture") : QStringLiteral("after-picture"));
    m_grid->addWidget(label, line, column, Qt::AlignLeft | Qt::AlignTop);
}

} // namespace badgewright::ui
