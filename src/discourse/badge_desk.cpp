// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/badge_desk.h"

#include "discourse/badge_codec.h"
#include "discourse/icons.h"
#include "discourse/picture_upload.h"
#include "discourse/save_groupings.h"
#include "discourse/words.h"

namespace badgewright::discourse {

namespace {

constexpr QLatin1String kAdminList("/admin/badges.json");
constexpr qint64 kLargestImage = 10 * 1024 * 1024;
constexpr BadgeId kFirstOwnId = 100;
constexpr std::chrono::seconds kToldLasts{60};

QString adminPath(BadgeId id)
{
    return QStringLiteral("/admin/badges/%1.json").arg(id);
}

} // namespace

void DiscourseBadgeDesk::remember(const Badge &badge)
{
    m_system.insert(badge.id, badge.system);
}

void DiscourseBadgeDesk::fillIn(Badge *badge) const
{
    const auto told = m_told.constFind(badge->id);
    if (told == m_told.cend() || told->at + kToldLasts < m_session->clock()->monotonic())
        return;
    const auto take = [](auto &into, const auto &from) {
        if (!into)
            into = from;
    };
    take(badge->showPosts, told->badge.showPosts);
    take(badge->targetPosts, told->badge.targetPosts);
    take(badge->autoRevoke, told->badge.autoRevoke);
    take(badge->query, told->badge.query);
    take(badge->trigger, told->badge.trigger);
}

Call<BadgeCatalogue> *DiscourseBadgeDesk::list()
{
    const SiteFacts &facts = m_session->facts();
    const bool admin = m_session->accessTo(http::Method::Get, kAdminList) == Access::WithKey
        && (facts.admin || !facts.roleKnown);
    http::Request request = http::Request::get(admin ? QString(kAdminList) : QStringLiteral("/badges.json"));
    // Without this header the common list leaves out what is disabled or not listed.
    if (!admin)
        request.headers.emplaceBack("X-Requested-With", "XMLHttpRequest");
    return m_session->read<BadgeCatalogue>(request, [this, base = m_session->base()](const QByteArray &body) {
        auto catalogue = decodeCatalogue(body, base);
        if (catalogue) {
            for (Badge &badge : catalogue->badges) {
                remember(badge);
                fillIn(&badge);
            }
        }
        return catalogue;
    });
}

Call<BadgeWritten> *DiscourseBadgeDesk::create(const BadgeFields &fields)
{
    if (const QStringList problems = problemsOf(fields, true); !problems.isEmpty())
        return settledCall<BadgeWritten>(m_session, fail(Error::refusedHere(problems.join(u' '))));
    BadgeFields whole = fields;
    if (!whole.typeId)
        whole.typeId = kBronze; // the one field besides the name that the forum insists on
    return write(http::Method::Post, kAdminList, whole);
}

Call<BadgeWritten> *DiscourseBadgeDesk::update(BadgeId id, const BadgeFields &fields)
{
    if (const QStringList problems = problemsOf(fields, false); !problems.isEmpty())
        return settledCall<BadgeWritten>(m_session, fail(Error::refusedHere(problems.join(u' '))));
    return write(http::Method::Put, adminPath(id), fields);
}

Call<BadgeWritten> *DiscourseBadgeDesk::write(http::Method method, const QString &path, const BadgeFields &fields)
{
    return m_session->change<BadgeWritten>(
        http::Request::form(method, path, formOf(fields)),
        [this, fields, base = m_session->base()](const QByteArray &body) -> Result<BadgeWritten> {
            auto badge = decodeOneBadge(body, base);
            if (!badge)
                return fail(badge.error());
            remember(*badge);
            m_told.insert(badge->id, {*badge, m_session->clock()->monotonic()});
            const UploadId sent = fields.imageUploadId.value_or(0);
            BadgeWritten written{*badge, ignoredFields(fields, *badge, m_uploads.value(sent))};
            // Forums before 3.2 do not name the upload of a picture; what was sent is what they have.
            if (sent > 0 && !written.badge.imageUploadId && !written.badge.imageUrl.isEmpty())
                written.badge.imageUploadId = sent;
            return written;
        });
}

Call<Done> *DiscourseBadgeDesk::remove(BadgeId id)
{
    if (m_system.contains(id))
        return removeUnlessSystem(id);
    // The forum itself would delete one of its own badges without a word, so it is looked at first.
    auto *call = new Call<Done>(m_session);
    auto *look = list();
    follow(call, look);
    look->then(call, [this, call, id](const Result<BadgeCatalogue> &result) {
        if (call->isSettled())
            return;
        if (!result && result.error().kind != ErrorKind::Forbidden && result.error().kind != ErrorKind::NotFound) {
            call->settle(fail(result.error()));
            return;
        }
        auto *inner = removeUnlessSystem(id);
        follow(call, inner);
        inner->then(call, [call](const Result<Done> &done) { call->settle(done); });
    });
    return call;
}

Call<Done> *DiscourseBadgeDesk::removeUnlessSystem(BadgeId id)
{
    // A key that may not list: the forum's own badges have the ids below 100, save those of plugins.
    if (m_system.value(id, id < kFirstOwnId)) {
        return settledCall<Done>(m_session,
                                 fail(Error::refusedHere(Words::tr("This badge belongs to the forum and cannot be deleted."))));
    }
    http::Request request;
    request.method = http::Method::Delete;
    request.path = adminPath(id);
    return m_session->change<Done>(request, [this, id](const QByteArray &) -> Result<Done> {
        m_system.remove(id);
        return Done{};
    });
}

Call<QList<Grouping>> *DiscourseBadgeDesk::saveGroupings(const QList<Grouping> &wanted, const QList<Grouping> &basis)
{
    return SaveGroupings::run(m_session, wanted, basis);
}

Call<QList<Icon>> *DiscourseBadgeDesk::searchIcons(const QString &part)
{
    return discourse::searchIcons(m_session, part);
}

Call<Icon> *DiscourseBadgeDesk::icon(const QString &name)
{
    return fetchIcon(m_session, name);
}

Call<Upload> *DiscourseBadgeDesk::upload(const Picture &picture)
{
    return mapCall<Upload>(m_session, PictureUpload::run(m_session, picture, &m_storeRefused),
                           [this](const Upload &upload) -> Result<Upload> {
                               m_uploads.insert(upload.id, upload.url);
                               return upload;
                           });
}

Call<QByteArray> *DiscourseBadgeDesk::image(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return settledCall<QByteArray>(m_session, fail(ErrorKind::NotFound, QStringLiteral("the badge has no picture")));
    // Pictures of badges are open to everybody, wherever they lie; the key stays here.
    return mapCall<QByteArray>(m_session, m_session->client().getElsewhere(url, kLargestImage),
                               [](const http::Reply &reply) -> Result<QByteArray> {
                                   if (reply.status != 200)
                                       return fail(errorOf(reply, Effect::Reads));
                                   if (reply.body.isEmpty())
                                       return fail(ErrorKind::Unreadable, QStringLiteral("an empty picture"));
                                   return reply.body;
                               });
}

} // namespace badgewright::discourse
