// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/set_comparison.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPixmap>
#include <QSet>

namespace badgewright::ui {

class BadgePictures;
class ImportFlow;
struct ImportRow;

/// The rows of an import: what each will do, what it looks like, and how it stands to the forum. Edited in place.
class ImportListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ActionColumn, NameColumn, TypeColumn, IconColumn, GroupingColumn, DescriptionColumn, StateColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< int(SetState)
        ChoicesRole,                  ///< QStringList: what a cell may be; absent: any text
        LookRole,                     ///< bool: somebody should look at it
        FreeRole,                     ///< beside its choices a cell may be any other text
    };

    explicit ImportListModel(ImportFlow *flow, QObject *parent = nullptr);
    /// Where the glyphs of icons come from. Outlives this.
    void setPictures(BadgePictures *pictures);

    /// Badges that a run of this window has published, by name: their rows say so.
    void setPublished(const QSet<QString> &names);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isPublished(const ImportRow &row) const;
    bool take(const QModelIndex &index, const QString &typed);
    void forgetThumbs();
    QVariant text(int row, int column) const;
    QString unsaid(const QModelIndex &index) const;
    QStringList choices(int row, int column) const;
    QPixmap thumb(int row) const;

    ImportFlow *m_flow;
    BadgePictures *m_pictures = nullptr;
    QSet<QString> m_published;
    mutable QHash<int, QPixmap> m_thumbs;
};

/// Of a filter, beside the numbers of the states: rows that somebody should look at.
inline constexpr int kLookFilter = artwork::kSetStateCount;

/// "Gold", "Silver", "Bronze"; empty: no type that forums have.
QString typeWord(int typeId);
/// Where the import says nothing of that field, and it is shown all the same: what becomes of it, a sentence. Else empty.
QString unsaidWords(const ImportRow &row, const QString &field);
/// "New", "Same", "Changed", "Name is taken", "Problem".
QString stateWord(artwork::SetState state);

} // namespace badgewright::ui
