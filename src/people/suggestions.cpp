// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/suggestions.h"

#include "people/recipient.h"

#include <algorithm>
#include <vector>

namespace badgewright::people {
namespace {

constexpr qsizetype kLongestCompared = 60;

/// "Bob  Miller" and "bob miller" are the same display name.
QString foldedDisplayName(const QString &name)
{
    return foldedName(name.simplified());
}

} // namespace

int editDistance(const QString &a, const QString &b)
{
    const QString s = a.left(kLongestCompared);
    const QString t = b.left(kLongestCompared);
    const auto width = size_t(t.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> now(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= s.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= t.size(); ++j) {
            const auto k = size_t(j);
            const int change = last[k - 1] + (s.at(i - 1) != t.at(j - 1));
            now[k] = std::min({last[k] + 1, now[k - 1] + 1, change});
            if (i > 1 && j > 1 && s.at(i - 1) == t.at(j - 2) && s.at(i - 2) == t.at(j - 1))
                now[k] = std::min(now[k], before[k - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[width - 1];
}

QString searchTerm(const QString &typed)
{
    if (typed.contains(u' '))
        return typed.simplified();
    return typed.left(std::max<qsizetype>(3, typed.size() * 2 / 3));
}

SearchVerdict judgeSearch(const QString &typed, const QList<Account> &results)
{
    SearchVerdict verdict;
    const QString key = foldedName(typed);
    const QString display = foldedDisplayName(typed);
    struct Ranked {
        int distance;
        Account account;
    };
    std::vector<Ranked> ranked;
    for (const Account &account : results) {
        const QString username = foldedName(account.username);
        if (username == key)
            verdict.exact = account;
        const QString name = foldedDisplayName(account.name);
        if (!name.isEmpty() && name == display)
            verdict.sameName.append(account);
        int distance = editDistance(key, username);
        if (!name.isEmpty())
            distance = std::min(distance, editDistance(display, name));
        ranked.push_back({distance, account});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked &a, const Ranked &b) { return a.distance < b.distance; });
    for (const Ranked &entry : ranked) {
        // Half of the letters different is another person, not a slip.
        if (entry.distance * 2 <= key.size())
            verdict.suggestions.append(entry.account);
    }
    return verdict;
}

} // namespace badgewright::people
