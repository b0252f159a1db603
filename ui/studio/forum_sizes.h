// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_prepare.h"

#include <QImage>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace badgewright::ui {

class SegmentedControl;
class TextLabel;

/// A picture in the sizes that forums show it, on a light page and on a dark one, the size that it is made in, and the file
/// that will be uploaded of it: made as that one is made, so that what stands here is true.
class ForumSizes : public QWidget
{
    Q_OBJECT

public:
    /// What is handed on when the picture is used; called in a worker thread.
    using Original = std::function<Result<artwork::CheckedPicture>()>;

    ForumSizes(const SiteInfo &site, QWidget *parent);

    /// `shown`: what it looks like, at most 512 px.
    void setPicture(const QImage &shown, const Original &original);
    void setSide(int side); ///< artwork::kAutomaticSide, or one of kMasterSides
    int side() const { return m_side; }
    QString facts() const;
    /// The file, of this very picture in this very size; none while it is being made, or where it cannot be.
    const std::optional<artwork::PreparedPicture> &prepared() const { return m_prepared; }

Q_SIGNALS:
    void sideChosen(int side); ///< by the person; setSide() follows
    void weighed();

private:
    void weigh();
    void startWeighing();

    class Ground;
    SiteInfo m_site;
    int m_side = artwork::kAutomaticSide;
    Original m_original;
    Ground *m_light;
    Ground *m_dark;
    SegmentedControl *m_choice;
    TextLabel *m_facts;
    QTimer m_soon;
    QPointer<PendingCall> m_weighing;
    std::optional<artwork::PreparedPicture> m_prepared;
};

} // namespace badgewright::ui
