// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_set.h"
#include "artwork/preview_colours.h"

#include <QObject>

namespace badgewright::ui {

/// What is judged of one row: the badge as it would be on the forum, and the picture that it brings.
struct JudgedRow {
    Badge badge;
    std::optional<artwork::SetPicture> picture;
    bool iconUnknown = false;
    bool pictureMissing = false; ///< it was to have one that cannot be read, which is said of it already
};

/// Finds out about the rows of an import what the badges page says of a badge: a few at a time in another thread, and
/// each only once as long as nothing about it changes.
class ImportJudge final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// The rows as they are now; those that are others than before are judged anew.
    void judge(const QList<JudgedRow> &rows);
    void setColours(const artwork::PreviewColours &colours); ///< the forum's
    /// All of them are judged.
    bool isDone() const { return m_waiting.isEmpty() && !m_busy; }

Q_SIGNALS:
    void judged(int row, const QList<badgewright::artwork::Finding> &findings);
    void paused(); ///< after each few

private:
    /// All that findings depend on, cheap to compare.
    struct Sight {
        QStringList words;
        int typeId = 0;
        qint64 picture = 0; ///< of its still
        QByteArray::size_type bytes = 0;
        bool iconUnknown = false;
        bool pictureMissing = false;
        bool operator==(const Sight &) const = default;
    };
    static Sight sightOf(const JudgedRow &row);
    void next();

    QList<JudgedRow> m_rows;
    QList<Sight> m_sights;
    QList<int> m_waiting; ///< rows, the next one first
    bool m_busy = false;
    quint64 m_round = 0; ///< counts what makes all that is under way out of date
    artwork::PreviewColours m_colours;
};

} // namespace badgewright::ui
