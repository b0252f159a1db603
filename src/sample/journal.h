// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QFile>
#include <QLockFile>

#include <functional>
#include <memory>
#include <string>

namespace badgewright::sample {

/// Changes, one a line, on the disk before the answer leaves. Without a file it keeps nothing.
class Journal
{
public:
    /// Reads `file` line by line into `replay`; the beginning of a line that was not finished is cut off.
    /// Storage error when the file cannot be used or another process uses it.
    static Result<std::unique_ptr<Journal>> open(const QString &file, const std::function<bool(const std::string &)> &replay);

    /// Appends a line and waits until the disk has it. False when it could not be kept.
    bool append(const std::string &line);
    bool isEmpty() const { return m_empty; }
    bool keeps() const { return m_file != nullptr; }

private:
    Journal() = default;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QFile> m_file;
    bool m_empty = true;
};

} // namespace badgewright::sample
