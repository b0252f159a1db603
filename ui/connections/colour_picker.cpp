// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/colour_picker.h"

#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

class Swatch final : public QAbstractButton
{
public:
    Swatch(const ConnectionColour &colour, QWidget *parent) : QAbstractButton(parent), m_colour(colour.value)
    {
        setCheckable(true);
        setFixedSize(32, 32);
        setFocusPolicy(Qt::StrongFocus);
        setToolTip(colour.name);
        setAccessibleName(colour.name);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        const QRectF fill = QRectF(rect()).adjusted(4, 4, -4, -4);
        paint::roundedFrame(&painter, fill, 5, QColor(m_colour), {});
        if (isChecked()) {
            paint::roundedFrame(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, {}, t.accent, 2);
            paint::glyph(&painter, rect(), u"check"_s, Qt::white, 14);
        } else if (hasFocus() || underMouse()) {
            paint::roundedFrame(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, {}, hasFocus() ? t.accent : t.line,
                                hasFocus() ? 1.5 : 1);
        }
    }

private:
    QString m_colour;
};

} // namespace

QList<ConnectionColour> connectionColours()
{
    const auto name = [](const char *text) { return QCoreApplication::translate("badgewright::ui::ColourPicker", text); };
    return {{u"#1e9e6a"_s, name(QT_TRANSLATE_NOOP("badgewright::ui::ColourPicker", "Green"))},
            {u"#3056c8"_s, name(QT_TRANSLATE_NOOP("badgewright::ui::ColourPicker", "Blue"))},
            {u"#c2562b"_s, name(QT_TRANSLATE_NOOP("badgewright::ui::ColourPicker", "Orange"))},
            {u"#b42318"_s, name(QT_TRANSLATE_NOOP("badgewright::ui::ColourPicker", "Red"))},
            {u"#7a4bc2"_s, name(QT_TRANSLATE_NOOP("badgewright::ui::ColourPicker", "Violet"))}};
}

ColourPicker::ColourPicker(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Colour"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const QList<ConnectionColour> all = connectionColours();
    for (int i = 0; i < all.size(); ++i) {
        auto *swatch = new Swatch(all.at(i), this);
        m_group->addButton(swatch, i);
        row->addWidget(swatch);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        m_colour = connectionColours().at(id).value;
        Q_EMIT colourChanged(m_colour);
    });
    setColour(all.first().value);
}

QString ColourPicker::colour() const
{
    return m_colour;
}

void ColourPicker::setColour(const QString &value)
{
    m_colour = value;
    const QList<ConnectionColour> all = connectionColours();
    m_group->setExclusive(false);
    for (int i = 0; i < all.size(); ++i)
        m_group->button(i)->setChecked(all.at(i).value.compare(value, Qt::CaseInsensitive) == 0);
    m_group->setExclusive(true);
}

} // namespace badgewright::ui
