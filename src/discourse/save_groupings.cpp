// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/save_groupings.h"

#include "discourse/badge_codec.h"
#include "discourse/words.h"

#include <algorithm>

namespace badgewright::discourse {

namespace {

bool sameList(const QList<Grouping> &a, const QList<Grouping> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Grouping &x, const Grouping &y) { return x.id == y.id && x.name == y.name; });
}

} // namespace

Call<QList<Grouping>> *SaveGroupings::run(Session *session, const QList<Grouping> &wanted, const QList<Grouping> &basis)
{
    if (const QString problem = groupingsProblem(wanted); !problem.isEmpty())
        return settledCall<QList<Grouping>>(session, fail(Error::refusedHere(problem)));
    auto *call = new Call<QList<Grouping>>(session);
    (new SaveGroupings(session, wanted, basis, call))->readAgain();
    return call;
}

SaveGroupings::SaveGroupings(Session *session, const QList<Grouping> &wanted, const QList<Grouping> &basis,
                             Call<QList<Grouping>> *call)
    : QObject(call)
    , m_session(session)
    , m_wanted(wanted)
    , m_basis(basis)
    , m_call(call)
{
}

void SaveGroupings::readAgain()
{
    auto *inner = m_session->read<BadgeCatalogue>(
        http::Request::get(QStringLiteral("/admin/badges.json")),
        [base = m_session->base()](const QByteArray &body) { return decodeCatalogue(body, base); });
    cancelWith(m_call, inner);
    inner->then(this, [this](const Result<BadgeCatalogue> &now) {
        if (m_call->isSettled())
            return;
        if (!now)
            m_call->settle(fail(now.error()));
        else
            compareWithForum(*now);
    });
}

void SaveGroupings::compareWithForum(const BadgeCatalogue &now)
{
    if (!sameList(now.groupings, m_basis)) {
        m_call->settle(fail(ErrorKind::Conflict, QStringLiteral("somebody else changed the groupings meanwhile")));
        return;
    }
    for (const Grouping &grouping : now.groupings) {
        const bool stays = std::any_of(m_wanted.begin(), m_wanted.end(),
                                       [&](const Grouping &w) { return w.id == grouping.id; });
        if (stays)
            continue;
        if (grouping.system) {
            m_call->settle(fail(Error::refusedHere(
                Words::tr("The grouping “%1” belongs to the forum and cannot be removed.").arg(grouping.name))));
            return;
        }
        // The forum would leave these badges in a grouping that is no more.
        const auto count = std::count_if(now.badges.begin(), now.badges.end(),
                                         [&](const Badge &badge) { return badge.groupingId == grouping.id; });
        if (count > 0) {
            m_call->settle(fail(Error::refusedHere(
                Words::tr("The grouping “%1” still has %n badge(s). Move them to another grouping first.", nullptr, int(count))
                    .arg(grouping.name))));
            return;
        }
    }
    save();
}

void SaveGroupings::save()
{
    FormFields form;
    for (const Grouping &grouping : m_wanted)
        form.append({QStringLiteral("ids[]"), QString::number(grouping.id > 0 ? grouping.id : -1)});
    for (const Grouping &grouping : m_wanted)
        form.append({QStringLiteral("names[]"), grouping.name.trimmed()});
    auto *inner = m_session->change<QList<Grouping>>(
        http::Request::form(http::Method::Post, QStringLiteral("/admin/badges/badge_groupings.json"), form), decodeGroupings);
    cancelWith(m_call, inner);
    inner->then(this, [this](const Result<QList<Grouping>> &saved) {
        if (saved && !sameGroupings(m_wanted, *saved)) {
            m_call->settle(fail(ErrorKind::Invalid, QStringLiteral("the forum kept another list of groupings than was sent")));
            return;
        }
        m_call->settle(saved);
    });
}

} // namespace badgewright::discourse
