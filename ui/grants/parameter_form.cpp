// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/parameter_form.h"

#include "ui/kit/labels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kMostFields = 3; ///< in sight
constexpr int kFieldGap = 6;

void addRow(QFormLayout *layout, const QString &name, QWidget *field)
{
    TextLabel *label = fieldLabel(name, field, field->parentWidget());
    label->setMinimumHeight(kControlHeight);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addRow(label, field);
}

/// What a type of the Data Explorer takes; of types that are not known, the forum's own word.
QString typeWords(const QString &type)
{
    if (type == QLatin1String("int") || type == QLatin1String("bigint"))
        return ParameterForm::tr("a whole number");
    if (type == QLatin1String("double"))
        return ParameterForm::tr("a number");
    if (type == QLatin1String("boolean"))
        return ParameterForm::tr("yes or no");
    if (type == QLatin1String("date"))
        return ParameterForm::tr("a day, like 2026-05-12");
    if (type == QLatin1String("time"))
        return ParameterForm::tr("a time, like 14:30");
    if (type == QLatin1String("datetime"))
        return ParameterForm::tr("a day and time, like 2026-05-12 14:30");
    if (type == QLatin1String("string"))
        return ParameterForm::tr("a text");
    if (type == QLatin1String("user_id"))
        return ParameterForm::tr("a username or account id");
    if (type == QLatin1String("user_list"))
        return ParameterForm::tr("usernames with commas between");
    if (type == QLatin1String("int_list") || type == QLatin1String("string_list"))
        return ParameterForm::tr("values with commas between");
    return type;
}

} // namespace

ParameterForm::ParameterForm(QWidget *parent) : QScrollArea(parent)
{
    setAccessibleName(tr("What the report is told"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setReport({});
}

void ParameterForm::setReport(const Report &report)
{
    m_report = report;
    m_fields.clear();
    auto *form = new QWidget;
    form->setAutoFillBackground(false);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(kFieldGap);
    layout->setHorizontalSpacing(12);
    for (const Report::Parameter &parameter : report.parameters)
        m_fields << makeField(parameter, form, layout);
    setWidget(form); // deletes the one before
    const int count = std::min(int(m_fields.size()), kMostFields);
    setFixedHeight(count * (kControlHeight + kFieldGap));
    setVisible(count > 0);
}

ParameterForm::Field ParameterForm::makeField(const Report::Parameter &parameter, QWidget *form, QFormLayout *layout)
{
    const QString otherwise = !parameter.defaultValue.isEmpty() ? tr("%1; otherwise %2").arg(typeWords(parameter.type), parameter.defaultValue)
        : parameter.nullable                                    ? tr("%1; may stay empty").arg(typeWords(parameter.type))
                                                                : typeWords(parameter.type);
    if (parameter.type == QLatin1String("boolean")) {
        auto *box = new QComboBox(form);
        if (!parameter.defaultValue.isEmpty() || parameter.nullable)
            box->addItem(parameter.defaultValue.isEmpty() ? tr("Not said") : tr("As usual (%1)").arg(parameter.defaultValue), QString());
        box->addItem(tr("Yes"), QStringLiteral("true"));
        box->addItem(tr("No"), QStringLiteral("false"));
        if (parameter.defaultValue.isEmpty() && !parameter.nullable) {
            box->setPlaceholderText(tr("Choose"));
            box->setCurrentIndex(-1); // nobody has said yes yet
        }
        box->setAccessibleDescription(otherwise);
        addRow(layout, parameter.name, box);
        connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::changed);
        return {parameter.name, box, [box] { return box->currentData().toString(); }};
    }
    auto *field = new QLineEdit(form);
    field->setPlaceholderText(otherwise);
    field->setAccessibleName(parameter.name);
    field->setAccessibleDescription(otherwise);
    addRow(layout, parameter.name, field);
    connect(field, &QLineEdit::textChanged, this, &ParameterForm::changed);
    return {parameter.name, field, [field] { return field->text().trimmed(); }};
}

QHash<QString, QString> ParameterForm::values() const
{
    QHash<QString, QString> values;
    for (const Field &field : m_fields) {
        if (const QString value = field.value(); !value.isEmpty())
            values.insert(field.name, value);
    }
    return values;
}

void ParameterForm::takeFocus(const QString &parameter)
{
    for (const Field &field : std::as_const(m_fields)) {
        if (field.name == parameter)
            field.widget->setFocus();
    }
}

} // namespace badgewright::ui
