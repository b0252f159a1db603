// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/badgewright_style.h"

#include "ui/kit/buttons.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QMenu>
#include <QStyleOption>

namespace badgewright::ui {

namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kChevronWidth = 28;
constexpr int kSpinWidth = 24;

} // namespace

int BadgewrightStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // Only what differs from Fusion is named.
    switch (int(metric)) {
    case PM_ButtonMargin:
        return 16;
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ToolBarIconSize:
        return 20;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QMenu *>(widget) ? 1 : 2;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_ScrollBarExtent:
        return kScrollBarWidth;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_SplitterWidth:
        return 1; // Qt widens the grip of a 1 px handle by itself
    case PM_HeaderMargin:
        return 10;
    case PM_HeaderMarkSize:
        return 12;
    case PM_HeaderGripMargin:
        return 6;
    case PM_FocusFrameHMargin:
        return 8; // the cell padding of item views
    case PM_FocusFrameVMargin:
        return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGrid;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 18;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BadgewrightStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const
{
    switch (int(hint)) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ComboBox_ListMouseTracking:
    case SH_Menu_MouseTracking:
    case SH_Slider_AbsoluteSetButtons:
        return hint == SH_Slider_AbsoluteSetButtons ? int(Qt::LeftButton) : 1;
    case SH_Table_GridLineColor:
        return int(tokens(widget).line.rgba());
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_UnderlineShortcut:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize BadgewrightStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const
{
    switch (int(type)) {
    case CT_PushButton: {
        int width = size.width() + 28;
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            if (button->features & QStyleOptionButton::HasMenu)
                width += 8;
            const auto *one = qobject_cast<const QAbstractButton *>(widget);
            if (one && buttonKind(one) == ButtonKind::Primary) {
                QFont strong = one->font();
                strong.setWeight(QFont::DemiBold);
                width += QFontMetrics(strong).horizontalAdvance(button->text) - one->fontMetrics().horizontalAdvance(button->text);
            }
            if (!button->icon.isNull() && !button->text.isEmpty())
                width += 6;
            if (button->text.isEmpty())
                width = qMax(kControlHeight, size.width() + 16);
        }
        return {width, qMax(kControlHeight, size.height() + 12)};
    }
    case CT_ToolButton:
        return size.expandedTo({kControlHeight - 8, kControlHeight - 8}) + QSize(8, 8);
    case CT_LineEdit:
        return {size.width() + 16, qMax(kControlHeight, size.height() + 12)};
    case CT_ComboBox:
        return {size.width() + 20 + kChevronWidth, qMax(kControlHeight, size.height() + 12)};
    case CT_SpinBox:
        // The height is that of the line edit inside, which has its padding already.
        return {size.width() + kChevronWidth + 24, qMax(kControlHeight, size.height())};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 4, qMax(24, base.height())};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(kControlHeight, size.height())};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const bool hasShortcut = item && item->text.contains(u'\t');
        return {size.width() + 32 + 28 + (hasShortcut ? 24 : 0), qMax(30, size.height() + 10)};
    }
    case CT_ItemViewItem: {
        QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        // The list of a combo box is a menu to the eye.
        if (widget && widget->inherits("QComboBoxListView"))
            base.setHeight(qMax(30, base.height()));
        return base;
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect BadgewrightStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(element)) {
    case SE_LineEditContents:
        return option->rect.adjusted(8, 1, -8, -1);
    case SE_PushButtonContents:
        return option->rect.adjusted(12, 0, -12, 0);
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect BadgewrightStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                       const QWidget *widget) const
{
    const QRect r = option->rect;
    const auto seen = [&](const QRect &rect) { return visualRect(option->direction, r, rect); };
    switch (int(control)) {
    case CC_ComboBox:
        if (subControl == SC_ComboBoxArrow)
            return seen({r.right() - kChevronWidth + 1, r.top(), kChevronWidth, r.height()});
        if (subControl == SC_ComboBoxEditField)
            return seen(r.adjusted(9, 1, -kChevronWidth, -1));
        break;
    case CC_SpinBox: {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int half = r.height() / 2;
        if (subControl == SC_SpinBoxUp)
            return buttons ? seen({r.right() - kSpinWidth, r.top() + 2, kSpinWidth, half - 2}) : QRect();
        if (subControl == SC_SpinBoxDown)
            return buttons ? seen({r.right() - kSpinWidth, r.top() + half, kSpinWidth, half - 2}) : QRect();
        if (subControl == SC_SpinBoxEditField)
            return seen(r.adjusted(2, 1, buttons ? -kSpinWidth - 2 : -2, -1));
        break;
    }
    case CC_ScrollBar: {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            break;
        const bool flat = bar->orientation == Qt::Horizontal;
        const int length = flat ? r.width() : r.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0) {
            slider = int(qint64(length) * bar->pageStep / (range + bar->pageStep));
            slider = qBound(qMin(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)), slider, length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider,
                                                  bar->upsideDown);
        const auto span = [&](int from, int to) {
            return flat ? seen({r.left() + from, r.top(), to - from, r.height()})
                        : QRect(r.left(), r.top() + from, r.width(), to - from);
        };
        if (subControl == SC_ScrollBarSlider)
            return span(start, start + slider);
        if (subControl == SC_ScrollBarGroove)
            return r;
        if (subControl == SC_ScrollBarSubPage)
            return span(0, start);
        if (subControl == SC_ScrollBarAddPage)
            return span(start + slider, length);
        return {};
    }
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace badgewright::ui
