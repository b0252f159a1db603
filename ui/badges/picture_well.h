// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QPixmap>

namespace badgewright::ui {

/// The framed field that shows a badge's picture on a checkerboard, or the small pictures of several. A click asks for a file, Ctrl+V
/// pastes, Delete removes; drops are taken by PictureDrop.
class PictureWell : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PictureWell(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    /// A glyph stands smaller than a picture and without a checkerboard: it has no pixels of its own.
    void setGlyph(const QImage &glyph);
    /// Those of several badges, kThumb px each; `more` are not among them.
    void setSeveral(const QList<QPixmap> &thumbs, int more, const QString &words);
    static constexpr int kThumb = 36;
    static constexpr int kMostThumbs = 8;
    void setEmpty(const QString &invitation);
    void setBusy(bool busy);
    void setHovered(bool hovered);
    const QImage &picture() const { return m_image; }
    bool hasPicture() const { return !m_image.isNull() && !m_isGlyph; }

    QSize sizeHint() const override { return {172, 148}; }
    QSize minimumSizeHint() const override { return {120, 120}; }

Q_SIGNALS:
    void pasteWanted();
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe(const QString &shown); ///< for a screen reader

    void paintGround(QPainter &painter, const QPainterPath &frame);
    void paintSeveral(QPainter &painter);

    QImage m_image;
    QList<QPixmap> m_several;
    int m_more = 0;
    bool m_isGlyph = false;
    bool m_busy = false;
    bool m_hovered = false;
    QString m_invitation;
};

} // namespace badgewright::ui
