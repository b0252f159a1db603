// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/forum_sizes.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/picture_edit.h"
#include "ui/kit/labels.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"
#include "ui/words/value_words.h"

#include <QPainter>
#include <QVBoxLayout>

#include <array>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSizes{56, 32, 16};
constexpr int kPause = 300; // ms after the last change: packing a picture takes a while

} // namespace

class ForumSizes::Ground final : public QWidget
{
public:
    Ground(bool dark, QWidget *parent) : QWidget(parent), m_dark(dark)
    {
        setFixedHeight(76);
        setMinimumWidth(180);
        setAccessibleName(dark ? ForumSizes::tr("On a dark page") : ForumSizes::tr("On a light page"));
    }
    void setPicture(const QImage &picture)
    {
        const qreal ratio = devicePixelRatioF();
        for (size_t i = 0; i < kSizes.size(); ++i) {
            const QSize room = QSize(kSizes[i], kSizes[i]) * ratio;
            m_small[i] = picture.isNull() ? QImage() : picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            m_small[i].setDevicePixelRatio(ratio);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const artwork::PreviewTokens page = m_dark ? artwork::PreviewTokens::dark() : artwork::PreviewTokens::light();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paint::roundedFrame(&painter, QRectF(rect()), kFrameRadius, page.secondary, tokens(this).line);
        qreal left = 16;
        for (size_t i = 0; i < kSizes.size(); ++i) {
            const QSizeF size = m_small[i].deviceIndependentSize();
            painter.drawImage(QPointF(left + (kSizes[i] - size.width()) / 2, (height() - size.height()) / 2), m_small[i]);
            left += kSizes[i] + 20;
        }
    }

private:
    bool m_dark;
    std::array<QImage, kSizes.size()> m_small;
};

ForumSizes::ForumSizes(const artwork::PrepareOptions &options, QWidget *parent)
    : QWidget(parent), m_options(options), m_light(new Ground(false, this)), m_dark(new Ground(true, this)),
      m_facts(secondaryLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(sectionLabel(tr("In the forum"), this));
    column->addWidget(m_light);
    column->addWidget(m_dark);
    column->addWidget(m_facts);
    m_facts->setObjectName(u"pictureWeight"_s);
    m_facts->setText(tr("56, 32 and 16 px"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(&m_soon, &QTimer::timeout, this, &ForumSizes::weigh);
}

void ForumSizes::setPicture(const QImage &picture)
{
    m_picture = picture;
    m_light->setPicture(picture);
    m_dark->setPicture(picture);
    m_soon.start();
}

QString ForumSizes::facts() const
{
    return m_facts->text();
}

void ForumSizes::weigh()
{
    if (m_weighing)
        m_weighing->cancel();
    artwork::CheckedPicture from;
    from.fileName = u"badge.png"_s;
    auto *call = artwork::preparePictureLater(this, artwork::editedPicture(from, m_picture), m_options);
    m_weighing = call;
    call->then(this, [this, call](const Result<artwork::PreparedPicture> &prepared) {
        if (m_weighing != call)
            return;
        m_weighing.clear();
        if (prepared)
            m_facts->setText(tr("56, 32 and 16 px · PNG %1 px, %2")
                                 .arg(QString::number(prepared->still.width()), words::bytes(prepared->picture.bytes.size())));
        else if (prepared.error().kind != ErrorKind::Cancelled)
            m_facts->setText(prepared.error().detail);
    });
}

} // namespace badgewright::ui
