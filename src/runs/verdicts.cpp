// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/verdicts.h"

#include <QLocale>

namespace badgewright::runs {

QString Verdicts::since(const QDateTime &at)
{
    return at.isValid() ? tr("since %1").arg(QLocale().toString(at.toLocalTime().date(), QLocale::LongFormat)) : QString();
}

QString Verdicts::sameAsRow(int row)
{
    return tr("same person as row %1").arg(row);
}

QString Verdicts::noSuchTopic()
{
    return tr("There is no such topic or post.");
}

QString Verdicts::holdersUnread()
{
    return tr("Whether this person holds it already could not be read.");
}

QString Verdicts::forumGivesItself()
{
    return tr("The forum gives this badge by itself and may take it back.");
}

void Verdicts::noAccount(Step *step, bool ambiguous)
{
    step->verdict = ambiguous ? Verdict::Ambiguous : Verdict::NoSuchAccount;
    QStringList names;
    for (const Account &account : std::as_const(step->suggestions)) {
        if (names.size() < 3)
            names.append(account.username + QLatin1Char('?'));
    }
    step->verdictDetail = names.join(QLatin1Char(' '));
}

} // namespace badgewright::runs
