// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/buttons.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace badgewright::ui {

namespace {

struct ButtonWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::Button)
};

constexpr const char *kKind = "buttonKind";
constexpr const char *kTakesFocus = "takesLostFocus";

/// Return presses the button that has the focus. Without being a default button of its own: Qt would then let Return in
/// any field of a dialog press the first button it finds.
class Button : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    bool focusNextPrevChild(bool next) override { return giveUpFocus(this) || QPushButton::focusNextPrevChild(next); }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

constexpr int kLeastName = 56; // px, so that something of it is left

class NamingButton final : public Button
{
public:
    using Button::Button;
    void setNaming(const QString &words, const QString &name)
    {
        m_words = words;
        m_name = name;
        setAccessibleName(words.contains(u"%1") ? words.arg(name) : words);
        fit();
        updateGeometry();
    }
    QSize sizeHint() const override { return hintFor(m_name); }
    QSize minimumSizeHint() const override { return hintFor(elided(kLeastName)); }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        Button::resizeEvent(event);
        fit();
    }
    void changeEvent(QEvent *event) override
    {
        Button::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            fit();
    }

private:
    QFontMetrics metrics() const
    {
        QFont used = font();
        if (buttonKind(this) == ButtonKind::Primary)
            used.setWeight(QFont::DemiBold);
        return QFontMetrics(used);
    }
    int wide(const QString &text) const { return metrics().size(Qt::TextShowMnemonic, text).width(); }
    QString whole(const QString &name) const
    {
        return m_words.contains(u"%1") ? m_words.arg(QString(name).replace(u'&', QStringLiteral("&&"))) : m_words;
    }
    QString elided(int room) const { return metrics().elidedText(m_name, Qt::ElideMiddle, room); }
    QSize hintFor(const QString &name) const
    {
        QSize hint = Button::sizeHint();
        hint.rwidth() += wide(whole(name)) - wide(text());
        return hint;
    }
    void fit()
    {
        const int around = Button::sizeHint().width() - wide(text());
        const bool all = width() >= sizeHint().width();
        const QString fitting = whole(all ? m_name : elided(qMax(kLeastName, width() - around - wide(whole({})))));
        if (fitting != text())
            setText(fitting);
    }

    QString m_words;
    QString m_name;
};

/// One part of a SegmentedControl; neighbours share a border.
class Segment final : public QAbstractButton
{
public:
    Segment(const QString &text, bool first, bool last, QWidget *parent)
        : QAbstractButton(parent), m_first(first), m_last(last)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setAccessibleName(text);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return {QFontMetrics(strong).horizontalAdvance(text()) + 22, qMax(28, fontMetrics().height() + 10)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const bool roundLeft = mirrored ? m_last : m_first;
        const bool roundRight = mirrored ? m_first : m_last;
        // Widened on the inner sides, so that the rounding falls outside and the borders overlap by one pixel.
        const QRectF frame = QRectF(rect()).adjusted(roundLeft ? 0 : -8, 0, roundRight ? 0 : 8, 0);
        painter.setClipRect(rect());
        paint::roundedFrame(&painter, frame, kRadius, isChecked() ? t.selection : underMouse() && isEnabled() ? t.soft : t.panel,
                            t.line);
        if (!roundLeft)
            painter.fillRect(QRectF(0, 0, 1, height()), t.line);
        QFont strong = font();
        if (isChecked())
            strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(!isEnabled() ? palette().color(QPalette::Disabled, QPalette::ButtonText)
                                    : isChecked() ? t.accent : t.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus())
            paint::roundedFrame(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), 4, {}, t.accent, 1.5);
    }

private:
    bool m_first;
    bool m_last;
};

} // namespace

ButtonKind buttonKind(const QAbstractButton *button)
{
    return ButtonKind(button->property(kKind).toInt());
}

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kKind, int(kind));
    button->update();
}

QPushButton *makeButton(ButtonKind kind, const QString &text, QWidget *parent, const QString &iconName)
{
    auto *button = new Button(text, parent);
    setButtonKind(button, kind);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    return button;
}

QPushButton *makeButton(ButtonKind kind, QAction *action, QWidget *parent)
{
    auto *button = makeButton(kind, action->text(), parent);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip() == action->iconText() ? QString() : action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QPushButton *makeNamingButton(ButtonKind kind, QWidget *parent)
{
    auto *button = new NamingButton(parent);
    setButtonKind(button, kind);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return button;
}

void setNamingText(QPushButton *button, const QString &text, const QString &name)
{
    if (auto *naming = dynamic_cast<NamingButton *>(button))
        naming->setNaming(text, name);
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton *makeIconButton(const QString &iconName, QAction *action, QWidget *parent)
{
    QToolButton *button = makeIconButton(iconName, action->text(), parent);
    const auto follow = [button, action] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString words = action->text();
        button->setToolTip(keys.isEmpty() ? words : ButtonWords::tr("%1 (%2)", "what it does, its shortcut").arg(words, keys));
        button->setAccessibleName(words);
        button->setEnabled(action->isEnabled());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    return button;
}

void setTakesLostFocus(QWidget *widget)
{
    widget->setProperty(kTakesFocus, true);
}

bool giveUpFocus(QWidget *loser)
{
    if (loser->isEnabled() && loser->isVisible())
        return false;
    for (QWidget *above = loser->parentWidget(); above; above = above->parentWidget()) {
        if (above->property(kTakesFocus).toBool()) {
            above->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

SegmentedControl::SegmentedControl(const QString &name, const QStringList &choices, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < choices.size(); ++i) {
        auto *segment = new Segment(choices.at(i), i == 0, i == choices.size() - 1, this);
        segment->setChecked(i == 0);
        m_group->addButton(segment, i);
        row->addWidget(segment);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (auto *button = m_group->button(index))
        button->setChecked(true);
}

void SegmentedControl::setChoiceEnabled(int index, bool enabled, const QString &why)
{
    if (auto *button = m_group->button(index)) {
        button->setEnabled(enabled);
        button->setToolTip(why);
    }
}

} // namespace badgewright::ui
