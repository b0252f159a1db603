// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/badgewright_style.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QScrollBar *>(widget)
        || qobject_cast<const QHeaderView *>(widget) || qobject_cast<const QTabBar *>(widget)
        || qobject_cast<const QSlider *>(widget);
}

} // namespace

BadgewrightStyle::BadgewrightStyle() : QProxyStyle(u"fusion"_s)
{
}

void BadgewrightStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover, true);
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        edit->document()->setDocumentMargin(7);
    else if (auto *rich = qobject_cast<QTextEdit *>(widget))
        rich->document()->setDocumentMargin(7);
}

QPixmap BadgewrightStyle::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const
{
    return mode == QIcon::Selected ? pixmap : QProxyStyle::generatedIconPixmap(mode, pixmap, option);
}

QIcon BadgewrightStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(QStringLiteral("cross")) : QProxyStyle::standardIcon(which, option, widget);
}

void BadgewrightStyle::unpolish(QWidget *widget)
{
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

void BadgewrightStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const Tokens &t = tokens(option->palette);
    switch (int(element)) {
    case PE_PanelButtonCommand:
        paint::buttonPanel(painter, option, widget);
        return;
    case PE_PanelButtonTool:
    case PE_FrameButtonTool:
        paint::toolButtonPanel(painter, option);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paint::field(painter, option, widget);
        return;
    }
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_Frame:
        if (widget && widget->windowType() == Qt::Popup) { // suggestions: a ring would compete with the chosen row
            paint::roundedFrame(painter, option->rect, 0, {}, t.line);
            return;
        }
        // Text edits and other scroll areas: a frame around what they have filled themselves.
        paint::roundedFrame(painter, option->rect, kRadius, {},
                            option->state & State_HasFocus ? t.accent : t.line, option->state & State_HasFocus ? 2 : 1);
        return;
    case PE_FrameFocusRect:
        paint::focusRing(painter, option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkMark(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioMark(painter, option);
        return;
    case PE_PanelItemViewItem:
        paint::itemPanel(painter, option);
        return;
    case PE_PanelItemViewRow:
        return; // one surface; hairlines part the rows
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.panel);
        return;
    case PE_FrameMenu:
    case PE_FrameTabWidget:
        paint::roundedFrame(painter, option->rect, 0, {}, t.line);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None) {
            const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
            paint::glyph(painter, option->rect, up ? u"chevron-down"_s : u"chevron-up"_s, t.secondary, 12);
        }
        return;
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QString closed = option->direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
            paint::glyph(painter, option->rect, option->state & State_Open ? u"chevron-down"_s : closed, t.secondary, 14);
        }
        return;
    case PE_IndicatorArrowDown:
        paint::glyph(painter, option->rect, u"chevron-down"_s, t.secondary, 14);
        return;
    case PE_IndicatorArrowUp:
        paint::glyph(painter, option->rect, u"chevron-up"_s, t.secondary, 14);
        return;
    case PE_IndicatorArrowRight:
        paint::glyph(painter, option->rect, u"chevron-right"_s, t.secondary, 14);
        return;
    case PE_IndicatorArrowLeft:
        paint::glyph(painter, option->rect, u"chevron-left"_s, t.secondary, 14);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BadgewrightStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const Tokens &t = tokens(option->palette);
    switch (int(element)) {
    case CE_PushButton:
        // The ring belongs to the panel, so nothing is drawn after the label.
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::buttonPanel(painter, option, widget);
            paint::buttonLabel(painter, button, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::buttonLabel(painter, button, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && !combo->editable) {
            QStyleOptionComboBox fitting(*combo);
            int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - 2;
            if (!combo->currentIcon.isNull())
                room -= combo->iconSize.width() + 4;
            fitting.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
            QProxyStyle::drawControl(element, &fitting, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            paint::headerSection(painter, header);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet(*header);
            // The distance is meant for the sides; above and below it would cut off what reaches under the line. (The base asks
            // itself, not this style, for the label's place.)
            const int margin = pixelMetric(PM_HeaderMargin, header, widget);
            quiet.rect.adjust(0, -margin, 0, margin);
            quiet.palette.setColor(QPalette::ButtonText, t.secondary);
            quiet.palette.setColor(QPalette::WindowText, t.secondary);
            quiet.state.setFlag(State_On, false); // no jumping weight when a cell is selected
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paint::menuItem(painter, item);
            return;
        }
        break;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, t.panel);
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            paint::progressBar(painter, bar);
            return;
        }
        break;
    case CE_TabBarTab:
        if (const auto *one = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paint::tab(painter, one);
            return;
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, t.line);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            // Selected text keeps its colour on the pale fill.
            QStyleOptionViewItem plain(*item);
            const QVariant own = item->index.data(Qt::ForegroundRole);
            const QColor colour = own.canConvert<QBrush>() && own.isValid() ? own.value<QBrush>().color() : t.text;
            plain.palette.setColor(QPalette::HighlightedText, colour);
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BadgewrightStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                          const QWidget *widget) const
{
    switch (int(control)) {
    case CC_ComboBox:
        paint::comboBox(painter, option, this, widget);
        return;
    case CC_SpinBox:
        paint::spinBox(painter, option, this, widget);
        return;
    case CC_ScrollBar:
        paint::scrollBar(painter, option, this, widget);
        return;
    case CC_Slider:
        paint::slider(painter, option, this, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace badgewright::ui
