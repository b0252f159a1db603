// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace badgewright::ui {

/// A field for a text of several lines.
class TextBox final : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    /// Qt 6.4 reads the first format of what is pasted without looking whether there is one, and an empty clipboard has none.
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace badgewright::ui
