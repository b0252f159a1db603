// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/people.h"

#include <QScrollArea>

#include <functional>

class QFormLayout;

namespace badgewright::ui {

/// What a report wants to be told: a field for each parameter, with its type and what holds when it stays empty.
class ParameterForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit ParameterForm(QWidget *parent);
    void setReport(const Report &report);
    const Report &report() const { return m_report; }
    /// Only those that were filled in; of the rest the report knows what holds.
    QHash<QString, QString> values() const;
    void takeFocus(const QString &parameter);

Q_SIGNALS:
    void changed();

private:
    struct Field {
        QString name;
        QWidget *widget;
        std::function<QString()> value;
    };
    Field makeField(const Report::Parameter &parameter, QWidget *form, QFormLayout *layout);

    Report m_report;
    QList<Field> m_fields;
};

} // namespace badgewright::ui
