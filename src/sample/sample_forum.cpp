// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sample_forum.h"

#include "sample/fault_box.h"
#include "sample/http_server.h"
#include "sample/site.h"
#include "sample/text.h"

#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace badgewright::sample {

namespace {

/// As a proxy in front of a forum words it, which knows nothing of JSON.
Outgoing proxyLimit()
{
    return {429, "text/html", "<html>\n<head><title>429 Too Many Requests</title></head>\n<body>\n<center><h1>429 Too Many Requests</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n",
            {{"Retry-After", "2"}}};
}

} // namespace

std::string Incoming::header(const std::string &name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto &pair) { return pair.first == name; });
    return found == headers.end() ? std::string() : found->second;
}

bool Incoming::hasHeader(const std::string &name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &pair) { return pair.first == name; });
}

bool Incoming::isWrite() const
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

struct SampleForum::Private {
    std::unique_ptr<Site> site;
    FaultBox faults;
    std::atomic<int> requests = 0;
    std::mutex slowMutex;
    std::condition_variable stopSlow;
    bool stopping = false;
    // Last, so that it goes first: no request may reach a site that is gone.
    std::unique_ptr<HttpServer> server;

    ~Private()
    {
        {
            const std::lock_guard lock(slowMutex);
            stopping = true;
        }
        stopSlow.notify_all();
        server.reset();
    }

    void beSlow(std::chrono::milliseconds slowness)
    {
        std::unique_lock lock(slowMutex);
        stopSlow.wait_for(lock, slowness, [this] { return stopping; });
    }

    /// Another origin that really answers, so that a client that follows is found out by what it sends there.
    Outgoing redirect(const Incoming &request) const
    {
        Outgoing out{302, "text/html; charset=utf-8", {}, {}};
        out.headers.emplace_back("Location", "http://localhost:" + std::to_string(server->port()) + request.target);
        return out;
    }

    Reply serve(const Incoming &request)
    {
        ++requests;
        Reply reply;
        std::optional<Outgoing> instead;
        bool cutAfter = false;
        bool badJson = false;
        for (const Fault &fault : faults.strikes(request)) {
            switch (fault.kind) {
            case FaultKind::Slow: beSlow(fault.slowness); break;
            case FaultKind::CutBefore: reply.cut = true; return reply;
            case FaultKind::CutAfter: cutAfter = true; break;
            case FaultKind::LimitHtml: instead = proxyLimit(); break;
            case FaultKind::LimitJson:
            case FaultKind::ReadOnly:
            case FaultKind::ServerError: instead = site->faultAnswer(fault.kind); break;
            case FaultKind::BadJson: badJson = true; break;
            case FaultKind::Redirect: instead = redirect(request); break;
            case FaultKind::NoKeepAlive: reply.closeAfter = true; break;
            }
        }
        reply.answer = instead ? *instead : site->answer(request);
        if (!request.isWrite() && faults.armed(FaultKind::ReadOnly))
            reply.answer.headers.emplace_back("Discourse-Readonly", "true");
        reply.cut = cutAfter && !instead;
        if (badJson && !instead && startsWith(reply.answer.type, "application/json")) {
            reply.answer.status = 200;
            reply.answer.body = "{\"badges\":[{\"id\":1,\"na";
        }
        return reply;
    }
};

SampleForum::SampleForum(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

SampleForum::~SampleForum() = default;

Result<std::unique_ptr<SampleForum>> SampleForum::start(const Options &options)
{
    auto parts = std::make_unique<Private>();
    const SiteOptions siteOptions{options.limitPerMinute, options.store, options.stateFile};
    auto site = options.kind == Kind::AnswerHub ? makeAnswerHubSite(siteOptions) : makeDiscourseSite(siteOptions);
    if (!site)
        return tl::unexpected(site.error());
    parts->site = std::move(*site);
    parts->faults.set(options.faults);
    auto server = HttpServer::listen(options.port, [raw = parts.get()](const Incoming &request) { return raw->serve(request); });
    if (!server)
        return tl::unexpected(server.error());
    parts->server = std::move(*server);
    std::unique_ptr<SampleForum> forum(new SampleForum(std::move(parts)));
    const std::string base = s(forum->url().toString());
    forum->d->site->listening(base);
    if (!options.factsFile.isEmpty()) {
        QSaveFile file(options.factsFile); // renamed into place when it is whole
        const QByteArray facts = QByteArray::fromStdString(forum->d->site->facts(base).dump(1)) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(facts) != facts.size() || !file.commit())
            return fail(ErrorKind::File, QStringLiteral("%1: %2").arg(options.factsFile, file.errorString()));
    }
    return forum;
}

QUrl SampleForum::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->server->port()));
}

QString SampleForum::user() const
{
    return d->site->user();
}

QString SampleForum::secret() const
{
    return d->site->secret();
}

void SampleForum::setFaults(const QList<Fault> &faults)
{
    d->faults.set(faults);
}

int SampleForum::requestCount() const
{
    return d->requests;
}

void SampleForum::cleanUp()
{
    d->site->cleanUp();
}

int SampleForum::timesHeld(const QString &username, const QString &badgeName) const
{
    return d->site->timesHeld(username, badgeName);
}

} // namespace badgewright::sample
