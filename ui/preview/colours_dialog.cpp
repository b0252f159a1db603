// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/colours_dialog.h"

#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/labels.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"
#include "ui/preview/forum_palette.h"

#include <QAbstractButton>
#include <QColorDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using artwork::ForumColours;
using artwork::PaletteColours;

/// Shows a colour, and opens the chooser when it is pressed.
class ColourWell final : public QAbstractButton
{
public:
    ColourWell(const QString &name, QWidget *parent) : QAbstractButton(parent)
    {
        setFixedSize(kControlHeight, kControlHeight);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(name);
        setToolTip(name);
    }
    void setColour(const QColor &colour)
    {
        m_colour = colour;
        update();
    }
    const QColor &colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paint::roundedFrame(&painter, QRectF(rect()).adjusted(3, 3, -3, -3), kRadius - 1, m_colour, t.line);
        if (hasFocus())
            paint::roundedFrame(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), kRadius + 1, {}, t.accent, 2);
    }

private:
    QColor m_colour;
};

ColoursDialog::ColoursDialog(ForumPalette *palette, QWidget *parent)
    : QDialog(parent),
      m_palette(palette),
      m_words(bodyLabel({}, this)),
      m_back(makeButton(ButtonKind::Flat, tr("Back to the defaults"), this)),
      m_use(makeButton(ButtonKind::Primary, tr("Use these colours"), this))
{
    setWindowTitle(tr("The forum’s own colours"));
    auto *explanation = secondaryLabel(
        tr("The colours that the forum’s admin chose, of those that badges wear. Lines and paler texts are derived from them, as the forum does it. They are kept with this connection."), this);
    m_words->setTone(Tone::Bad);
    m_words->setObjectName(u"colourComplaint"_s);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 2);
    m_back->setObjectName(u"defaultColours"_s);
    m_use->setObjectName(u"useColours"_s);
    auto *cancel = makeButton(ButtonKind::Flat, tr("Cancel"), this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 16, kMargin, 16);
    column->setSpacing(14);
    column->addWidget(explanation);
    column->addWidget(makeFields());
    column->addWidget(m_words);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    column->addLayout(buttons);
    m_use->setDefault(true);
    for (QPushButton *button : {m_back, cancel})
        button->setAutoDefault(false);

    connect(m_back, &QPushButton::clicked, this, [this] { fill(ForumColours()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &ColoursDialog::use);
    fill(palette->own());
    m_light[0].hex->setFocus();
    m_light[0].hex->selectAll();
}

QString ColoursDialog::nameOf(int field) const
{
    const QStringList names{tr("Text"), tr("Page"), tr("Links"), tr("Tick of one’s own badges"), tr("Card of a badge"), tr("Unread notification")};
    return names.value(field);
}

QWidget *ColoursDialog::makeFields()
{
    // The names that admins know from their forum's pages.
    const QStringList adminNames{u"primary"_s, u"secondary"_s, u"tertiary"_s, u"success"_s, u"--d-badge-card-background-color"_s, u"tertiary-low"_s};
    auto *whole = new QWidget(this);
    auto *grid = new QGridLayout(whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(sectionLabel(tr("Light pages"), whole), 0, 1, 1, 2);
    grid->addWidget(sectionLabel(tr("Dark pages"), whole), 0, 4, 1, 2);
    grid->setColumnMinimumWidth(3, 8);
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < PaletteColours::kCount; ++i) {
        TextLabel *label = bodyLabel(nameOf(i), whole);
        label->setToolTip(adminNames.at(i));
        grid->addWidget(label, i + 1, 0);
        for (const bool dark : {false, true}) {
            Field &field = (dark ? m_dark : m_light)[size_t(i)];
            const QString name = dark ? tr("%1, dark pages").arg(nameOf(i)) : tr("%1, light pages").arg(nameOf(i));
            field.hex = new QLineEdit(whole);
            field.hex->setAccessibleName(name);
            field.hex->setAccessibleDescription(adminNames.at(i));
            field.hex->setObjectName((dark ? u"dark-%1"_s : u"light-%1"_s).arg(i));
            field.hex->setFixedWidth(136);
            field.well = new ColourWell(tr("%1: choose").arg(name), whole);
            grid->addWidget(field.well, i + 1, dark ? 4 : 1);
            grid->addWidget(field.hex, i + 1, dark ? 5 : 2);
            connect(field.hex, &QLineEdit::textChanged, this, &ColoursDialog::showState);
            connect(field.well, &QAbstractButton::clicked, this, [this, dark, i] { pick(dark, i); });
        }
    }
    return whole;
}

void ColoursDialog::fill(const ForumColours &colours)
{
    for (const bool dark : {false, true}) {
        const PaletteColours &palette = dark ? colours.dark : colours.light;
        for (size_t i = 0; i < size_t(PaletteColours::kCount); ++i) {
            const QColor colour = palette.*PaletteColours::members()[i];
            (dark ? m_dark : m_light)[i].hex->setText(colour.isValid() ? colour.name() : QString());
        }
    }
    showState();
}

ForumColours ColoursDialog::colours() const
{
    QStringList strings;
    for (const Fields *fields : {&m_light, &m_dark}) {
        for (const Field &field : *fields) {
            // While the fields are being made, some are not there yet.
            strings << (field.hex ? field.hex->text() : QString());
        }
    }
    return ForumColours::fromStrings(strings);
}

QString ColoursDialog::complaint() const
{
    for (const bool dark : {false, true}) {
        const Fields &fields = dark ? m_dark : m_light;
        for (int i = 0; i < PaletteColours::kCount; ++i) {
            const QString text = fields[size_t(i)].hex->text().trimmed();
            const QString where = fields[size_t(i)].hex->accessibleName();
            if (text.isEmpty() && i < PaletteColours::kDerivedFrom)
                return tr("%1: a colour is needed here, such as #0088cc.").arg(where);
            if (!text.isEmpty() && !artwork::colourFromHex(text).isValid())
                return tr("%1: “%2” is no colour. Write three or six of 0–9 and a–f, such as #0088cc.").arg(where, text);
        }
    }
    return {};
}

void ColoursDialog::showState()
{
    if (!m_dark.back().hex)
        return;
    const ForumColours now = colours();
    for (const bool dark : {false, true}) {
        const artwork::PreviewTokens tokens = artwork::derivedTokens(dark ? now.dark : now.light);
        const std::array<QColor, PaletteColours::kCount> shown{tokens.primary, tokens.secondary,      tokens.tertiary,
                                                               tokens.success, tokens.cardBackground, tokens.unread};
        const Fields &fields = dark ? m_dark : m_light;
        for (size_t i = 0; i < shown.size(); ++i) {
            fields[i].well->setColour(shown[i]);
            if (int(i) >= PaletteColours::kDerivedFrom)
                fields[i].hex->setPlaceholderText(tr("%1 derived", "a colour").arg(shown[i].name()));
        }
    }
    const QString sentence = complaint();
    m_words->setText(sentence);
    m_use->setEnabled(sentence.isEmpty());
    m_back->setEnabled(!sentence.isEmpty() || now != ForumColours());
}

void ColoursDialog::pick(bool dark, int index)
{
    const Field &field = (dark ? m_dark : m_light)[size_t(index)];
    auto *dialog = new QColorDialog(field.well->colour(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    dialog->setWindowTitle(field.hex->accessibleName());
    connect(dialog, &QColorDialog::colorSelected, this, [hex = field.hex](const QColor &colour) { hex->setText(colour.name()); });
    dialog->open();
}

void ColoursDialog::use()
{
    if (!complaint().isEmpty())
        return;
    m_palette->setOwn(colours());
    accept();
}

} // namespace badgewright::ui
