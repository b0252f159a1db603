// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/verdicts.h"

#include <QLocale>

namespace badgewright::runs {

QString Verdicts::since(const QDateTime &at)
{
    return at.isValid() ? tr("since %1").arg(QLocale().toString(at.toLocalTime().date(), QLocale::LongFormat)) : QString();
}

QString Verdicts::heldSince(const QDateTime &at)
{
    return at.isValid() ? tr("held since %1").arg(QLocale().toString(at.toLocalTime().date(), QLocale::LongFormat)) : QString();
}

QString Verdicts::until(const QString &time)
{
    const QDateTime at = QDateTime::fromString(time, Qt::ISODate);
    if (!at.isValid())
        return time;
    constexpr int kForEver = 200; // years
    if (at.date().year() - QDate::currentDate().year() > kForEver)
        return tr("for ever");
    return tr("until %1").arg(QLocale().toString(at.toLocalTime().date(), QLocale::LongFormat));
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

QString Verdicts::heldForUnknownPosts()
{
    return tr("Holds it already; for which posts the forum does not show.");
}

QString Verdicts::forumGivesItself()
{
    return tr("The forum gives this badge by itself and may take it back.");
}

QString Verdicts::notLookedUp(const Error &error)
{
    if (error.kind == ErrorKind::RefusedHere)
        return error.detail;
    if (error.kind == ErrorKind::Forbidden)
        return tr("This connection may not find people by what this row names.");
    const QString words = error.serverWords.join(QStringLiteral("; "));
    return words.isEmpty() ? tr("The forum gave no usable answer.") : tr("The forum said: %1").arg(words);
}

Step Verdicts::stepOf(const RecipientRow &row)
{
    Step step;
    step.row = row.row;
    step.recipient = row.recipient;
    step.suggestions = row.suggestions;
    return step;
}

void Verdicts::noAccount(Step *step, const RecipientRow &row)
{
    if (row.lookUpError) {
        step->verdict = Verdict::NotLookedUp;
        step->verdictDetail = notLookedUp(*row.lookUpError);
        return;
    }
    step->verdict = row.ambiguous ? Verdict::Ambiguous : Verdict::NoSuchAccount;
    QStringList names;
    for (const Account &account : row.suggestions) {
        if (names.size() < 3)
            names.append(account.username + QLatin1Char('?'));
    }
    step->verdictDetail = names.join(QLatin1Char(' '));
}

} // namespace badgewright::runs
