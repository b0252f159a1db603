// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/colour_row.h"

#include "artwork/badge_preview_metrics.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"
#include "ui/studio/colour_words.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QColorDialog>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSwatch = 30;
constexpr int kInOneRow = 8;

class ColourSwatch final : public QAbstractButton
{
public:
    ColourSwatch(const QColor &colour, const QString &name, QWidget *parent) : QAbstractButton(parent), m_colour(colour)
    {
        setCheckable(true);
        setFixedSize(kSwatch, kSwatch);
        setFocusPolicy(Qt::StrongFocus);
        setToolTip(name);
        setAccessibleName(name);
        setAttribute(Qt::WA_Hover);
    }
    const QColor &colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        // The line lets a colour show on a ground that is the same.
        paint::roundedFrame(&painter, QRectF(rect()).adjusted(4, 4, -4, -4), 5, m_colour, t.line);
        if (isChecked() || hasFocus() || underMouse())
            paint::roundedFrame(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), 8, {},
                                isChecked() || hasFocus() ? t.accent : t.line, isChecked() ? 2 : 1);
        if (hasFocus() && isChecked())
            paint::roundedFrame(&painter, QRectF(rect()).adjusted(7, 7, -7, -7), 3, {}, t.panel, 1.5);
    }

private:
    QColor m_colour;
};

QList<QColor> typeColours()
{
    return {artwork::badgeTypeColour(kGold), artwork::badgeTypeColour(kSilver), artwork::badgeTypeColour(kBronze)};
}

QList<QColor> coloursIn(const QStringList &names)
{
    QList<QColor> colours;
    for (const QString &name : names) {
        const QColor colour(name);
        if (colour.isValid() && !colours.contains(colour))
            colours.append(colour);
    }
    return colours;
}

QStringList namesOf(const QList<QColor> &colours)
{
    QStringList names;
    for (const QColor &colour : colours)
        names.append(colour.name());
    return names;
}

} // namespace

Palette::Palette(Settings *settings, const QString &forumId, QObject *parent)
    : QObject(parent), m_settings(settings), m_forumKey("palettes/" + forumId.toUtf8().toPercentEncoding())
{
    if (settings) {
        m_kept = coloursIn(settings->value(ofForum())).mid(0, kMostKept);
        m_used = coloursIn(settings->value(settings::kColoursUsed)).mid(0, kMostUsed);
    } else {
        m_kept = coloursIn(settings::kPalette.fallback);
    }
}

void Palette::keep(const QColor &colour)
{
    if (m_kept.contains(colour) || typeColours().contains(colour))
        return;
    m_kept.append(colour);
    if (m_kept.size() > kMostKept)
        m_kept.removeFirst();
    m_used.removeAll(colour);
    save();
}

void Palette::forget(const QColor &colour)
{
    if (m_kept.removeAll(colour))
        save();
}

void Palette::use(const QColor &colour)
{
    if (m_kept.contains(colour) || typeColours().contains(colour) || m_used.startsWith(colour))
        return;
    m_used.removeAll(colour);
    m_used.prepend(colour);
    m_used = m_used.mid(0, kMostUsed);
    save();
}

/// A forum that has none of its own yet begins with what all have.
Setting<QStringList> Palette::ofForum() const
{
    return {m_forumKey.constData(), m_settings->value(settings::kPalette)};
}

void Palette::save()
{
    if (m_settings) {
        m_settings->set(ofForum(), namesOf(m_kept));
        m_settings->set(settings::kColoursUsed, namesOf(m_used));
    }
    Q_EMIT changed();
}

ColourRow::ColourRow(const QString &name, Palette *palette, QWidget *parent)
    : QWidget(parent),
      m_name(name),
      m_palette(palette),
      m_grid(new QGridLayout(this)),
      m_group(new QButtonGroup(this)),
      m_more(makeIconButton(u"more"_s, tr("%1: other colours").arg(name), this))
{
    setAccessibleName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(2);
    m_grid->addWidget(fieldLabel(name, m_more, this), 0, 0, 1, kInOneRow + 1);
    m_grid->setColumnStretch(kInOneRow, 1);
    m_more->setFixedSize(kSwatch, kSwatch);
    connect(m_more, &QToolButton::clicked, this, &ColourRow::openMenu);
    connect(m_palette, &Palette::changed, this, [this] {
        // The button that was pressed is among those that go.
        QMetaObject::invokeMethod(this, &ColourRow::fill, Qt::QueuedConnection);
    });
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { take(static_cast<ColourSwatch *>(button)->colour()); });
    fill();
}

void ColourRow::fill()
{
    const auto old = m_group->buttons();
    QColor focused;
    for (QAbstractButton *button : old) {
        if (button->hasFocus())
            focused = static_cast<ColourSwatch *>(button)->colour();
        m_group->removeButton(button);
        delete button;
    }
    const QStringList typeNames{tr("Gold"), tr("Silver"), tr("Bronze")};
    const QList<QColor> types = typeColours();
    QList<std::pair<QColor, QString>> all;
    for (int i = 0; i < types.size(); ++i)
        all.append({types.at(i), typeNames.at(i)});
    for (const QColor &colour : m_palette->kept())
        all.append({colour, colourName(colour)});
    for (const QColor &colour : m_palette->used())
        all.append({colour, tr("%1, used before").arg(colourName(colour))});
    // Qt puts what is made later at the end of the window, and in order only behind what takes the focus.
    QWidget *before = m_more->previousInFocusChain();
    while (before != m_more && before->focusPolicy() == Qt::NoFocus)
        before = before->previousInFocusChain();
    for (int i = 0; i < all.size(); ++i) {
        auto *swatch = new ColourSwatch(all.at(i).first, all.at(i).second, this);
        m_group->addButton(swatch);
        m_grid->addWidget(swatch, 1 + i / kInOneRow, i % kInOneRow);
        setTabOrder(before, swatch);
        before = swatch;
        swatch->show();
        if (swatch->colour() == focused)
            swatch->setFocus();
    }
    m_grid->addWidget(m_more, 1 + int(all.size()) / kInOneRow, int(all.size()) % kInOneRow);
    setTabOrder(before, m_more);
    mark();
}

void ColourRow::mark()
{
    m_group->setExclusive(false);
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setChecked(static_cast<ColourSwatch *>(button)->colour() == m_colour);
    m_group->setExclusive(true);
}

void ColourRow::setColour(const QColor &colour)
{
    m_colour = colour;
    mark();
}

void ColourRow::take(const QColor &colour)
{
    setColour(colour);
    Q_EMIT chosen(colour);
    Q_EMIT settled();
}

void ColourRow::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Other colour…"), this, &ColourRow::openDialog);
    menu->addSeparator();
    QAction *keep = menu->addAction(tr("Keep %1 in the palette").arg(m_colour.name().toUpper()), this,
                                    [this] { m_palette->keep(m_colour); });
    keep->setEnabled(m_colour.isValid() && !m_palette->kept().contains(m_colour) && !typeColours().contains(m_colour));
    QAction *forget = menu->addAction(tr("Take %1 out of the palette").arg(m_colour.name().toUpper()), this,
                                      [this] { m_palette->forget(m_colour); });
    forget->setEnabled(m_palette->kept().contains(m_colour));
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void ColourRow::openDialog()
{
    auto *dialog = new QColorDialog(m_colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    dialog->setWindowTitle(m_name);
    const QColor before = m_colour;
    // The design shows each colour while it is being looked for.
    connect(dialog, &QColorDialog::currentColorChanged, this, [this](const QColor &colour) {
        setColour(QColor::fromRgb(colour.rgb()));
        Q_EMIT chosen(m_colour);
    });
    connect(dialog, &QColorDialog::finished, this, [this, dialog, before](int result) {
        if (result != QDialog::Accepted) {
            setColour(before);
            Q_EMIT chosen(before);
        } else {
            m_palette->use(QColor::fromRgb(dialog->selectedColor().rgb()));
        }
        Q_EMIT settled();
    });
    dialog->open();
}

} // namespace badgewright::ui
