// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace badgewright {

Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::File,
                    QCoreApplication::translate("WholeFile", "%1 could not be written: %2.").arg(path, file.errorString()));
    return Done{};
}

} // namespace badgewright
