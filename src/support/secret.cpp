// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/secret.h"

#include "support/log.h"

namespace badgewright {

Secret::Secret(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    SecretFilter::add(bytes);
    // A deep copy, so that wiping ours cannot be undone by somebody sharing the buffer; the deleter runs with the last copy.
    m_bytes = std::shared_ptr<QByteArray>(new QByteArray(bytes.constData(), bytes.size()), [](QByteArray *held) {
        volatile char *byte = held->data();
        for (qsizetype i = 0; i < held->size(); ++i)
            byte[i] = 0;
        delete held;
    });
}

Secret::~Secret() = default;

} // namespace badgewright
