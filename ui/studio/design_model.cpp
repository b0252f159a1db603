// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/design_model.h"

#include "ui/studio/layer_words.h"

#include <QUndoCommand>

#include <algorithm>

namespace badgewright::ui {

using artwork::BadgeDesign;
using artwork::Layer;

/// A step from one design to the next. Both are kept whole: their parts are shared, and nothing can go out of step.
class DesignEdit final : public QUndoCommand
{
public:
    struct Moment {
        BadgeDesign design;
        int current;
    };
    DesignEdit(DesignModel *model, const QString &what, Moment before, Moment after, const QString &gesture)
        : QUndoCommand(what), m_model(model), m_before(std::move(before)), m_after(std::move(after)), m_gesture(gesture)
    {
    }

    void undo() override { m_model->apply(m_before.design, m_before.current); }
    void redo() override { m_model->apply(m_after.design, m_after.current); }
    int id() const override { return m_gesture.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const DesignEdit *>(other);
        if (next->m_gesture != m_gesture)
            return false;
        m_after = next->m_after;
        setObsolete(m_after.design == m_before.design);
        return true;
    }

private:
    DesignModel *m_model;
    Moment m_before;
    Moment m_after;
    QString m_gesture;
};

DesignModel::DesignModel(const BadgeDesign &design, QObject *parent)
    : QObject(parent), m_design(design), m_current(int(design.layers.size()) - 1)
{
}

const Layer *DesignModel::layer() const
{
    return m_current >= 0 && m_current < m_design.layers.size() ? &m_design.layers.at(m_current) : nullptr;
}

void DesignModel::setCurrent(int current)
{
    current = std::clamp(current, kBackground, int(m_design.layers.size()) - 1);
    if (m_current == current)
        return;
    endGesture();
    m_current = current;
    Q_EMIT currentChanged();
}

void DesignModel::change(const QString &what, BadgeDesign design, int current, const QString &gesture)
{
    if (design == m_design)
        return;
    const QString serial = gesture.isEmpty() ? QString() : QStringLiteral("%1/%2/%3").arg(gesture).arg(m_gesture).arg(current);
    m_undo.push(new DesignEdit(this, what, {m_design, m_current}, {std::move(design), current}, serial));
}

void DesignModel::changeLayer(const QString &what, const std::function<void(Layer &)> &edit, const QString &gesture)
{
    if (!layer())
        return;
    BadgeDesign design = m_design;
    Layer &changing = design.layers[m_current];
    edit(changing);
    changing = artwork::withinLimits(changing);
    change(what, artwork::forType(std::move(design), m_design.typeId), m_current, gesture);
}

void DesignModel::add(const Layer &layer)
{
    if (!canAdd())
        return;
    BadgeDesign design = m_design;
    const int place = m_current + 1;
    design.layers.insert(place, layer);
    change(tr("add %1").arg(layerTitle(layer)), artwork::forType(design, design.typeId), place);
}

void DesignModel::removeCurrent()
{
    if (!layer())
        return;
    BadgeDesign design = m_design;
    const QString title = layerTitle(design.layers.at(m_current));
    design.layers.removeAt(m_current);
    change(tr("remove %1").arg(title), design, std::min(m_current, int(design.layers.size()) - 1));
}

void DesignModel::duplicateCurrent()
{
    if (!layer())
        return;
    Layer copy = *layer();
    copy.centre += QPointF(16, 16);
    add(artwork::withinLimits(copy));
}

void DesignModel::reorder(const QList<int> &places)
{
    if (places.size() != m_design.layers.size())
        return;
    BadgeDesign design = m_design;
    for (int i = 0; i < places.size(); ++i)
        design.layers[i] = m_design.layers.at(places.at(i));
    change(tr("order"), design, m_current < 0 ? m_current : int(places.indexOf(m_current)));
}

void DesignModel::shift(int steps)
{
    const int to = m_current + steps;
    if (!layer() || to < 0 || to >= m_design.layers.size())
        return;
    BadgeDesign design = m_design;
    design.layers.move(m_current, to);
    change(tr("order"), design, to);
}

void DesignModel::rename(int layer, const QString &name)
{
    if (layer < 0 || layer >= m_design.layers.size())
        return;
    BadgeDesign design = m_design;
    design.layers[layer].name = name.simplified().left(artwork::design_limits::kLongestName);
    change(tr("name"), design, m_current);
}

void DesignModel::reset(const BadgeDesign &design)
{
    m_undo.clear();
    apply(design, int(design.layers.size()) - 1);
}

void DesignModel::apply(const BadgeDesign &design, int current)
{
    m_design = design;
    const int before = m_current;
    m_current = std::clamp(current, kBackground, int(design.layers.size()) - 1);
    Q_EMIT changed();
    if (m_current != before)
        Q_EMIT currentChanged();
}

} // namespace badgewright::ui
