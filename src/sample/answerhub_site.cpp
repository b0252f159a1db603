// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/answerhub_site.h"

#include "sample/answerhub_shapes.h"
#include "sample/pictures.h"
#include "sample/text.h"

#include <QByteArray>
#include <QDateTime>

#include <algorithm>

namespace badgewright::sample {

Result<std::unique_ptr<Site>> makeAnswerHubSite(const SiteOptions &options)
{
    return answerhub::AnswerHubSite::make(options);
}

} // namespace badgewright::sample

namespace badgewright::sample::answerhub {

using nlohmann::json;

namespace {

const std::string apiRoot = "/services/v2/";
constexpr int tokenSeconds = 21'600;
constexpr const char *keeper = "rowan";  ///< may everything
constexpr const char *helper = "mira";   ///< may read, but not award
constexpr const char *visitor = "bobby"; ///< may not use the API

std::string decoded(const std::string &base64)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(base64)).toStdString();
}

std::string encoded(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string afterWord(const std::string &text, const std::string &word)
{
    return startsWith(text, word) ? trimmed(text.substr(word.size())) : std::string();
}

} // namespace

Result<std::unique_ptr<Site>> AnswerHubSite::make(const SiteOptions &options)
{
    std::unique_ptr<AnswerHubSite> site;
    auto journal = Journal::open(options.stateFile, [&](const std::string &line) {
        const json record = json::parse(line, nullptr, false);
        if (record.is_discarded() || !record.is_object() || !record.contains("do"))
            return false;
        // The first record says on which day all this was founded: everything else follows from it.
        if (!site) {
            const QDate day = record.at("do") == "founded" ? parseDate(record.value("day", "")) : QDate();
            if (!day.isValid() || record.value("kind", "") != "answerhub")
                return false;
            site.reset(new AnswerHubSite(day));
            return true;
        }
        try {
            site->m_board.apply(record);
        } catch (const json::exception &) {
            return false;
        }
        return true;
    });
    if (!journal)
        return tl::unexpected(journal.error());
    const bool fresh = !site;
    if (fresh)
        site.reset(new AnswerHubSite(QDateTime::currentDateTimeUtc().date()));
    site->m_journal = std::move(*journal);
    if (options.limitPerMinute)
        site->m_limit.emplace(*options.limitPerMinute, 60);
    const bool kept = !fresh
        || (site->m_journal->append(json{{"do", "founded"}, {"kind", "answerhub"}, {"day", isoDate(site->m_board.founded)}}.dump()) && site->makeLogins());
    if (!kept)
        return fail(ErrorKind::Storage, QStringLiteral("%1 cannot be written.").arg(options.stateFile));
    return std::unique_ptr<Site>(std::move(site));
}

bool AnswerHubSite::makeLogins()
{
    const auto add = [this](const char *name, bool api, bool reputation) {
        const Member *who = m_board.memberByName(name);
        return who && change({{"do", "login"}, {"member", who->id}, {"password", randomHex(24)}, {"api", api}, {"reputation", reputation}});
    };
    return add(keeper, true, true) && add(helper, true, false) && add(visitor, false, false);
}

bool AnswerHubSite::change(const json &record)
{
    if (!m_journal->append(record.dump()))
        return false;
    m_board.apply(record);
    return true;
}

void AnswerHubSite::listening(const std::string &base)
{
    const std::lock_guard lock(m_mutex);
    m_base = base;
}

QString AnswerHubSite::user() const
{
    return QString::fromLatin1(keeper);
}

QString AnswerHubSite::secret() const
{
    const std::lock_guard lock(m_mutex);
    return q(m_board.logins.front().password);
}

int AnswerHubSite::timesHeld(const QString &username, const QString &badgeName) const
{
    const std::lock_guard lock(m_mutex);
    const Member *who = m_board.memberByName(s(username));
    const auto type = std::find_if(m_board.types.begin(), m_board.types.end(), [&](const auto &entry) { return entry.second.name == s(badgeName); });
    return who && type != m_board.types.end() ? m_board.held(who->id, type->first) : 0;
}

json AnswerHubSite::facts(const std::string &base) const
{
    const std::lock_guard lock(m_mutex);
    json facts{{"kind", "answerhub"}, {"url", base}, {"user", keeper}, {"secret", m_board.logins.front().password}};
    const auto account = [&](const char *role, std::size_t at) {
        const Login &login = m_board.logins.at(at);
        facts["accounts"][role] = {{"user", m_board.member(login.member)->username}, {"secret", login.password}};
    };
    account("may_not_award", 1);
    account("may_not_use_api", 2);
    const Member *ada = m_board.member(m_board.action(editAction)->member);
    facts["award_type"] = editorType;
    facts["action"] = editAction;
    facts["person"] = {{"id", ada->id}, {"username", ada->username}};
    facts["post"] = m_board.action(editAction)->node;
    facts["award_types"] = m_board.types.size();
    facts["people"] = m_board.members.size();
    return facts;
}

Outgoing AnswerHubSite::faultAnswer(FaultKind kind)
{
    if (kind == FaultKind::LimitJson) {
        Outgoing limited = refusedValues(429, "Too many requests.");
        limited.headers.emplace_back("Retry-After", "2");
        return limited;
    }
    if (kind == FaultKind::ReadOnly)
        return refusedValues(503, "This site is in read only mode.");
    return errorPage(500, "Internal Server Error");
}

const Login *AnswerHubSite::loginOf(int member) const
{
    const auto login = std::find_if(m_board.logins.begin(), m_board.logins.end(), [&](const Login &one) { return one.member == member; });
    return login == m_board.logins.end() ? nullptr : &*login;
}

const Login *AnswerHubSite::basicLogin(const Incoming &request) const
{
    const std::string given = decoded(afterWord(request.header("authorization"), "Basic "));
    const auto colon = given.find(':');
    if (colon == std::string::npos)
        return nullptr;
    const Member *who = m_board.memberByName(given.substr(0, colon));
    const Login *login = who ? loginOf(who->id) : nullptr;
    return login && login->password == given.substr(colon + 1) ? login : nullptr;
}

const Login *AnswerHubSite::login(const Incoming &request) const
{
    const std::string bearer = afterWord(request.header("authorization"), "Bearer ");
    if (bearer.empty())
        return basicLogin(request);
    const auto pass = std::find_if(m_passes.begin(), m_passes.end(), [&](const Pass &one) { return one.token == bearer && one.until > nowMs(); });
    return pass == m_passes.end() ? nullptr : loginOf(pass->member);
}

Outgoing AnswerHubSite::answer(const Incoming &request)
{
    const std::lock_guard lock(m_mutex);
    if (!startsWith(request.path, apiRoot))
        return request.isWrite() ? errorPage(405, "Method Not Allowed") : page(request.path);
    if (m_limit) {
        if (const auto wait = m_limit->take(nowMs() / 1000)) {
            Outgoing limited = refusedValues(429, "Too many requests.");
            limited.headers.emplace_back("Retry-After", std::to_string(*wait));
            return limited;
        }
    }
    const std::string suffix = ".json";
    const std::string rest = request.path.substr(apiRoot.size());
    if (rest.size() <= suffix.size() || rest.compare(rest.size() - suffix.size(), suffix.size(), suffix) != 0)
        return errorPage(404, "Not Found");
    return api(request, split(rest.substr(0, rest.size() - suffix.size()), '/'));
}

Outgoing AnswerHubSite::api(const Incoming &request, const Segments &at)
{
    if (at == Segments{"auth", "token"})
        return token(request);
    const Login *who = login(request);
    if (!who) {
        Outgoing refused = errorPage(401, "Unauthorized");
        refused.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Gardeners' answers\"");
        return refused;
    }
    if (!who->useApi)
        return notPermitted("You do not have permission to perform this operation.\nUse API is required.");
    if (at[0] == "award")
        return awards(request, at, *who);
    if (at[0] == "user")
        return members(request, at, *who);
    if (request.isWrite())
        return errorPage(405, "Method Not Allowed");
    if (at == Segments{"action"})
        return actionList(request, std::nullopt);
    if (at.size() == 2 && at[0] == "action") {
        const Action *action = m_board.action(wholeNumber(at[1]).value_or(0));
        return action ? jsonAnswer(200, actionShape(m_board, *action, m_base)) : errorPage(404, "Not Found");
    }
    return nodes(request, at);
}

Outgoing AnswerHubSite::token(const Incoming &request)
{
    if (request.method != "POST")
        return errorPage(405, "Method Not Allowed");
    if (!startsWith(request.header("authorization"), "Basic "))
        return errorPage(400, "Bad Request");
    const Login *who = basicLogin(request);
    if (!who)
        return errorPage(401, "Unauthorized");
    const std::string text = encoded(R"({"alg":"HS256","typ":"JWT"})") + "." + encoded("{\"sub\":\"" + std::to_string(who->member) + "\"}") + "." + randomHex(43);
    m_passes.push_back({text, who->member, nowMs() + tokenSeconds * 1000});
    if (m_passes.size() > 1'000)
        m_passes.erase(m_passes.begin());
    return jsonAnswer(200, {{"idToken", text}, {"expiresIn", tokenSeconds}});
}

Outgoing AnswerHubSite::page(const std::string &path) const
{
    const auto at = split(path.substr(1), '/');
    const int id = at.size() > 1 ? static_cast<int>(leadingInteger(at[1])) : 0;
    const Member *who = m_board.member(id);
    if (path == "/")
        return webPage(200, "Gardeners' answers", "This is the sample forum. It answers programs, not browsers.");
    if (at[0] == "users" && at.size() == 3 && at[2] == "photo.png" && who)
        return {200, "image/png", drawPortrait(id, 64), {}};
    if (at[0] == "users" && who)
        return webPage(200, who->username, "A gardener.");
    const Node *node = m_board.node(id);
    if (node && at[0] == node->type + "s")
        return webPage(200, m_board.node(node->root)->title, "A " + node->type + ".");
    const std::string badges = "/themes/thub/images/badges/";
    if (startsWith(path, badges)) {
        for (const auto &[typeId, type] : m_board.types)
            if (path == badges + type.key + ".png")
                return {200, "image/png", drawBadge(type.key, type.level == "gold" ? 1 : type.level == "silver" ? 2 : 3, mix(static_cast<std::uint32_t>(typeId)) & 0xffffff), {}};
    }
    return webPage(404, "Page not found", "There is no such page.");
}

} // namespace badgewright::sample::answerhub
