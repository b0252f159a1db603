// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/verdict_tiles.h"

#include "ui/runs/plan_list_model.h"
#include "ui/words/run_words.h"

#include <QMap>
#include <QSortFilterProxyModel>

namespace badgewright::ui {

using runs::Verdict;

int tileOf(const runs::Step &step)
{
    if (step.wanted())
        return int(Verdict::Ready);
    return int(step.verdict == Verdict::NoSuchAccount ? Verdict::Ambiguous : step.verdict);
}

class VerdictTiles::Filter final : public QSortFilterProxyModel
{
public:
    Filter(PlanListModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model) { setSourceModel(model); }
    void setTile(int tile)
    {
        m_tile = tile;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return m_tile < 0 || tileOf(m_model->plan().steps.at(row)) == m_tile;
    }

private:
    PlanListModel *m_model;
    int m_tile = -1;
};

VerdictTiles::VerdictTiles(PlanListModel *model, QWidget *parent) : CountTileRow(parent), m_model(model), m_filter(new Filter(model, this))
{
    connect(this, &CountTileRow::filterChanged, m_filter, &Filter::setTile);
}

QSortFilterProxyModel *VerdictTiles::rows() const
{
    return m_filter;
}

void VerdictTiles::showAll()
{
    setCurrent(-1);
    m_filter->setTile(-1);
}

void VerdictTiles::count()
{
    const QList<runs::Step> &steps = m_model->plan().steps;
    QMap<int, int> counts;
    for (const runs::Step &step : steps)
        ++counts[tileOf(step)];
    if (!counts.isEmpty() && counts.keys() != m_keys) {
        const int filter = current();
        m_keys = counts.keys();
        clear();
        for (const int key : std::as_const(m_keys))
            addTile(key, words::verdictCount(Verdict(key), words::commonType(steps), m_model->plan().undoOf != 0));
        setCurrent(counts.contains(filter) ? filter : -1);
        m_filter->setTile(current());
    }
    for (const int key : std::as_const(m_keys))
        tile(key)->setCount(counts.value(key));
}

} // namespace badgewright::ui
