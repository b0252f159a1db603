// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QWidget;

namespace badgewright::ui {

/// The colours of the window. There are two sets, and a widget knows its own by its palette: see tokens().
struct Tokens {
    bool dark = false;
    QColor window;    ///< behind everything, the rail, table headers
    QColor panel;     ///< pages, cards, fields
    QColor line;      ///< hairlines and frames
    QColor soft;      ///< quiet fills: neutral pills, progress troughs, hover
    QColor text;
    QColor secondary; ///< less important text
    QColor accent;    ///< the one accent: primary buttons, selection marks, links
    QColor onAccent;
    QColor selection; ///< fill of selected rows and entries
    QColor good;
    QColor goodSoft;
    QColor look;      ///< worth a look: warnings
    QColor lookSoft;
    QColor bad;
    QColor badSoft;
};

const Tokens &lightTokens();
const Tokens &darkTokens();
/// The set that a palette of ours was made from.
const Tokens &tokens(const QPalette &palette);
const Tokens &tokens(const QWidget *widget);

/// What a message, a pill or a count means. Always said in words too, never by colour alone.
enum class Tone { Note, Good, Look, Bad, Accent };
QColor toneText(const Tokens &tokens, Tone tone);
QColor toneFill(const Tokens &tokens, Tone tone);

/// The ground of fields to write in.
QColor fieldColour(const Tokens &tokens);

/// Metrics in device-independent pixels, on an 8 px grid.
inline constexpr int kGrid = 8;
inline constexpr int kMargin = 20;        ///< from a page's edge to its content
inline constexpr int kControlHeight = 32; ///< buttons, fields, combo boxes
inline constexpr int kRowHeight = 34;     ///< a row of a table
inline constexpr int kListRowHeight = 44; ///< a row with a picture and two lines
inline constexpr int kBarHeight = 56;     ///< header and action bar
inline constexpr int kRadius = 6;         ///< controls
inline constexpr int kFrameRadius = 8;    ///< cards and table frames
inline constexpr int kRailWidth = 176;
inline constexpr int kListWidth = 296;
inline constexpr int kPreviewWidth = 392;

/// The four sizes of text, 18 / 14 / 13 / 12 px where the system's font is of ordinary size, larger in proportion where
/// the person has chosen a larger one.
enum class TextSize { Title, Section, Body, Secondary };
QFont textFont(TextSize size);
/// `font` in another of the four sizes; weight and family stay.
QFont resized(QFont font, TextSize size);

enum class ThemeChoice { System, Light, Dark };
QString themeChoiceName(ThemeChoice choice); ///< "system", "light", "dark"
ThemeChoice themeChoiceFromName(const QString &name);

/// Dresses the application: style, palette, fonts. One per program, made right after QApplication; it changes its mind
/// while running, and every widget follows. The environment's BADGEWRIGHT_THEME=light|dark|system wins over `choice`.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application, ThemeChoice choice = ThemeChoice::System);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    ThemeChoice m_choice;
    bool m_systemDark = false;
    bool m_dark = false;
};

/// The palette made from a set of tokens.
QPalette paletteOf(const Tokens &tokens);

} // namespace badgewright::ui
