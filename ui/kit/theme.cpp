// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include "ui/kit/badgewright_style.h"
#include "ui/kit/system_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QToolTip>
#include <QWidget>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QRgb rgb(uint value)
{
    return 0xff000000U | value;
}

Tokens makeLight()
{
    Tokens t;
    t.window = rgb(0xF5F6F8);
    t.panel = rgb(0xFFFFFF);
    t.line = rgb(0xE2E5EA);
    t.soft = rgb(0xEEF0F4);
    t.text = rgb(0x1C2128);
    t.secondary = rgb(0x636C78);
    t.accent = rgb(0x3056C8);
    t.onAccent = rgb(0xFFFFFF);
    t.selection = rgb(0xE6ECFB);
    t.good = rgb(0x1A7F4B);
    t.goodSoft = rgb(0xE3F4EA);
    t.look = rgb(0x9A6200);
    t.lookSoft = rgb(0xFDF1DA);
    t.bad = rgb(0xB42318);
    t.badSoft = rgb(0xFDE8E6);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x191B1F);
    t.panel = rgb(0x222529);
    t.line = rgb(0x343941);
    t.soft = rgb(0x2B2F35);
    t.text = rgb(0xE7E9EC);
    t.secondary = rgb(0x9AA3AE);
    t.accent = rgb(0x7EA2FF);
    t.onAccent = rgb(0x10131A);
    t.selection = rgb(0x2A3555);
    t.good = rgb(0x5CC98D);
    t.goodSoft = rgb(0x1E3A2B);
    t.look = rgb(0xE5B252);
    t.lookSoft = rgb(0x3B301A);
    t.bad = rgb(0xFF8A7D);
    t.badSoft = rgb(0x442320);
    return t;
}

/// The system's font. Where no desktop says one, Qt falls back to a generic name at whatever size; then Inter, when it is
/// installed, at the ordinary size.
QFont systemFont()
{
    static const QFont font = [] {
        QFont f = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        const QString family = f.family().toLower();
        const bool generic = QGuiApplication::platformName() == "offscreen"_L1 || family.isEmpty()
            || family == "sans serif"_L1 || family == "sans"_L1 || family == "sans-serif"_L1;
        if (generic) {
            if (QFontDatabase::hasFamily(u"Inter"_s))
                f.setFamilies({u"Inter"_s, f.family()});
            f.setPixelSize(13);
        }
        return f;
    }();
    return font;
}

double fontScale()
{
    return qBound(1.0, QFontInfo(systemFont()).pixelSize() / 13.0, 2.0);
}

int pixels(TextSize size)
{
    switch (size) {
    case TextSize::Title:
        return 18;
    case TextSize::Section:
        return 14;
    case TextSize::Body:
        return 13;
    case TextSize::Secondary:
        return 12;
    }
    return 13;
}

ThemeChoice chosen(ThemeChoice fallback)
{
    const QString name = qEnvironmentVariable("BADGEWRIGHT_THEME");
    return name.isEmpty() ? fallback : themeChoiceFromName(name);
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens t = makeLight();
    return t;
}

const Tokens &darkTokens()
{
    static const Tokens t = makeDark();
    return t;
}

const Tokens &tokens(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base).lightness() < 128 ? darkTokens() : lightTokens();
}

const Tokens &tokens(const QWidget *widget)
{
    return tokens(widget ? widget->palette() : QGuiApplication::palette());
}

QColor toneText(const Tokens &t, Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return t.good;
    case Tone::Look:
        return t.look;
    case Tone::Bad:
        return t.bad;
    case Tone::Accent:
        return t.accent;
    case Tone::Note:
        break;
    }
    return t.secondary;
}

QColor toneFill(const Tokens &t, Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return t.goodSoft;
    case Tone::Look:
        return t.lookSoft;
    case Tone::Bad:
        return t.badSoft;
    case Tone::Accent:
        return t.selection;
    case Tone::Note:
        break;
    }
    return t.soft;
}

QColor fieldColour(const Tokens &t)
{
    // Light: the panel's white. Dark: between window and panel.
    return t.dark ? QColor(0x1B, 0x1D, 0x21) : t.panel;
}

QFont resized(QFont font, TextSize size)
{
    font.setPixelSize(qRound(pixels(size) * fontScale()));
    return font;
}

QFont textFont(TextSize size)
{
    QFont font = resized(systemFont(), size);
    if (size == TextSize::Title)
        font.setWeight(QFont::Bold);
    else if (size == TextSize::Section)
        font.setWeight(QFont::DemiBold);
    return font;
}

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice themeChoiceFromName(const QString &name)
{
    if (name == "light"_L1)
        return ThemeChoice::Light;
    if (name == "dark"_L1)
        return ThemeChoice::Dark;
    return ThemeChoice::System;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &colour) { p.setColor(QPalette::All, role, colour); };
    set(QPalette::Window, t.window);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.panel);
    set(QPalette::AlternateBase, t.window);
    set(QPalette::Text, t.text);
    set(QPalette::Button, t.panel);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.bad);
    set(QPalette::ToolTipBase, t.dark ? t.soft : t.text);
    set(QPalette::ToolTipText, t.dark ? t.text : t.panel);
    set(QPalette::PlaceholderText, t.secondary);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::Light, t.panel);
    set(QPalette::Midlight, t.soft);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line);
    set(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.line);
    // Readable still, but plainly asleep.
    QColor faint = t.secondary;
    faint.setAlphaF(0.65F);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.soft);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return p;
}

Theme::Theme(QApplication &application, ThemeChoice choice)
    : m_application(application)
    , m_choice(chosen(choice))
{
    auto *scheme = new SystemScheme(this);
    m_systemDark = scheme->isDark();
    connect(scheme, &SystemScheme::changed, this, [this, scheme] {
        m_systemDark = scheme->isDark();
        if (m_choice == ThemeChoice::System)
            apply();
    });
    application.setStyle(new BadgewrightStyle);
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    choice = chosen(choice);
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    m_dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    QApplication::setFont(textFont(TextSize::Body));
    QToolTip::setFont(textFont(TextSize::Secondary));
    QApplication::setPalette(paletteOf(m_dark ? darkTokens() : lightTokens()));
    QToolTip::setPalette(QGuiApplication::palette());
    // Fields to write in are a little darker than the panel they lie on.
    QPalette written = QGuiApplication::palette();
    written.setColor(QPalette::Base, fieldColour(m_dark ? darkTokens() : lightTokens()));
    for (const char *kind : {"QPlainTextEdit", "QTextEdit"})
        QApplication::setPalette(written, kind);
    Q_EMIT changed();
}

} // namespace badgewright::ui
