// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_prepare.h"
#include "ui/shell/page.h"

#include <QDialog>
#include <QTimer>
#include <QUndoStack>

class QPushButton;

namespace badgewright::ui {

class ForumSizes;
class PictureCanvas;
class SegmentedControl;
class SliderField;
class TextLabel;

/// Crops, turns, trims and zooms a picture, in a window of its own that does not block the others.
class PictureEditor : public QDialog
{
    Q_OBJECT

public:
    /// `pixels`: what artwork::editablePixels() gave of the picture.
    PictureEditor(const PageContext &context, const artwork::CheckedPicture &picture, const QImage &pixels, const QString &badgeName,
                  QWidget *parent = nullptr, int side = artwork::kAutomaticSide);
    ~PictureEditor() override;

    /// What it was opened with.
    const artwork::CheckedPicture &picture() const { return m_picture; }
    PictureCanvas *canvas() const { return m_canvas; }
    QUndoStack *undoStack() { return &m_undo; }
    /// The picture as it would be used now, with what is marked cut out.
    QImage result() const;
    /// The size it is to be made in.
    int side() const;
    bool hasUnsaved() const;

Q_SIGNALS:
    void pictureReady(const badgewright::artwork::CheckedPicture &picture);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeTools();
    void change(const QString &what, const QImage &image);
    void apply();
    void dress();
    void showPreview();
    void use();

    PageContext m_context;
    artwork::CheckedPicture m_picture;
    QUndoStack m_undo;
    PictureCanvas *m_canvas;
    SegmentedControl *m_mode;
    SliderField *m_zoom;
    QPushButton *m_apply;
    QPushButton *m_trim;
    QPushButton *m_square;
    ForumSizes *m_sizes;
    TextLabel *m_facts;
    QTimer m_previewSoon;
    double m_shrunk = 1;      ///< by how much the picture is larger than what is edited of it
    qint64 m_measured = 0;    ///< the picture that m_trimmable is about
    bool m_trimmable = false;
    bool m_closeAsked = false;
    bool m_mayClose = false;
};

} // namespace badgewright::ui
