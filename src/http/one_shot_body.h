// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace badgewright::http {

/// A body that can be read once and never rewound.
///
/// Qt sends a request again by itself when the connection drops before the answer, whatever its verb; only a body it
/// cannot rewind stops it, and then also for a body of no bytes. Every write gets one, so that nothing happens twice.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    OneShotBody(const QByteArray &bytes, QObject *parent);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return m_position >= m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

    /// The last byte was given to the network: from here on the server may have the whole request.
    /// Before, it cannot have carried out anything. Says nothing about a body of no bytes.
    bool isHandedOver() const { return atEnd(); }

protected:
    qint64 readData(char *data, qint64 max) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace badgewright::http
