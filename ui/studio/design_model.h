// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace badgewright::ui {

/// The design under the pencil, with the chosen layer. Every change of the design goes through the undo stack; choosing a
/// layer does not, but comes back with the change it led to.
class DesignModel : public QObject
{
    Q_OBJECT

public:
    static constexpr int kBackground = -1;

    explicit DesignModel(const artwork::BadgeDesign &design, QObject *parent);

    const artwork::BadgeDesign &design() const { return m_design; }
    int current() const { return m_current; } ///< kBackground, or the place of a layer, the lowest 0
    const artwork::Layer *layer() const;      ///< null: the background is chosen
    void setCurrent(int current);
    QUndoStack *undoStack() { return &m_undo; }

    /// Changes that follow one another under the same `gesture` become one step, until endGesture(). An empty one stands alone.
    void change(const QString &what, artwork::BadgeDesign design, int current, const QString &gesture = {});
    /// The chosen layer; nothing happens for the background.
    void changeLayer(const QString &what, const std::function<void(artwork::Layer &)> &edit, const QString &gesture = {});
    void endGesture() { ++m_gesture; }

    bool canAdd() const { return m_design.layers.size() < artwork::design_limits::kMostLayers; }
    void add(const artwork::Layer &layer); ///< above the chosen one
    void removeCurrent();
    void duplicateCurrent();
    /// Puts the layers in another order: places of now, in the wanted order.
    void reorder(const QList<int> &places);
    /// The chosen layer one step up (+1) or down (-1).
    void shift(int steps);
    void rename(int layer, const QString &name);

    /// Another design altogether, without a past.
    void reset(const artwork::BadgeDesign &design);

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    friend class DesignEdit;
    void apply(const artwork::BadgeDesign &design, int current);

    artwork::BadgeDesign m_design;
    int m_current = kBackground;
    int m_gesture = 0;
    QUndoStack m_undo;
};

} // namespace badgewright::ui
