// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/http_server.h"

#include "sample/text.h"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <set>
#include <thread>

#ifndef _WIN32
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace badgewright::sample {

namespace {

constexpr int workerThreads = 64; // a worker belongs to a connection as long as that is open
constexpr int idleMs = 30'000;
constexpr int readMs = 10'000;
constexpr std::size_t maxBody = 64u * 1024 * 1024;

bool waitFor(socket_t socket, short events, int timeoutMs)
{
#ifdef _WIN32
    WSAPOLLFD entry{socket, events, 0};
    return WSAPoll(&entry, 1, timeoutMs) > 0;
#else
    pollfd entry{socket, events, 0};
    int answer = 0;
    do {
        answer = ::poll(&entry, 1, timeoutMs);
    } while (answer < 0 && errno == EINTR);
    return answer > 0;
#endif
}

void shutDown(socket_t socket)
{
#ifdef _WIN32
    ::shutdown(socket, SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

void closeSocket(socket_t socket)
{
    shutDown(socket);
#ifdef _WIN32
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

/// The bytes of one connection. httplib's own stream cannot be made to drop a connection unanswered.
class Connection final : public httplib::Stream
{
public:
    explicit Connection(socket_t socket) : m_socket(socket) {}

    bool cut = false;
    bool closeAfter = false;

    bool idleUntilNext() const { return m_taken < m_buffer.size() || waitFor(m_socket, POLLIN, idleMs); }

    bool is_readable() const override { return m_taken < m_buffer.size() || waitFor(m_socket, POLLIN, readMs); }
    bool is_writable() const override { return !cut && waitFor(m_socket, POLLOUT, readMs); }
    socket_t socket() const override { return m_socket; }

    ssize_t read(char *to, size_t size) override
    {
        if (m_taken == m_buffer.size()) {
            if (!waitFor(m_socket, POLLIN, readMs))
                return -1;
            m_buffer.resize(16 * 1024);
            m_taken = 0;
            const auto got = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
            m_buffer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
            if (got <= 0)
                return got;
        }
        const auto count = std::min(size, m_buffer.size() - m_taken);
        std::copy_n(m_buffer.data() + m_taken, count, to);
        m_taken += count;
        return static_cast<ssize_t>(count);
    }

    ssize_t write(const char *from, size_t size) override
    {
        if (!is_writable())
            return -1;
#ifdef MSG_NOSIGNAL
        constexpr int flags = MSG_NOSIGNAL;
#else
        constexpr int flags = 0;
#endif
        return ::send(m_socket, from, size, flags);
    }

    void get_remote_ip_and_port(std::string &ip, int &port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }
    void get_local_ip_and_port(std::string &ip, int &port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }

private:
    socket_t m_socket;
    std::string m_buffer;
    std::size_t m_taken = 0;
};

// One worker serves one connection at a time, so a handler finds its connection here.
thread_local Connection *currentConnection = nullptr;

} // namespace

class HttpServer::Engine final : public httplib::Server
{
public:
    explicit Engine(HttpServer::Handler handler) : m_handler(std::move(handler))
    {
        new_task_queue = [] { return new httplib::ThreadPool(workerThreads); };
        set_tcp_nodelay(true);
        set_keep_alive_max_count(1'000'000);
        set_keep_alive_timeout(idleMs / 1000);
        set_payload_max_length(maxBody);
        Get(".*", [this](const httplib::Request &in, httplib::Response &out) { serve(in, out, nullptr); });
        Options(".*", [this](const httplib::Request &in, httplib::Response &out) { serve(in, out, nullptr); });
        // A handler that reads the body itself is free of the 8,192 bytes httplib allows a form.
        const httplib::Server::HandlerWithContentReader reading =
            [this](const httplib::Request &in, httplib::Response &out, const httplib::ContentReader &reader) {
                serve(in, out, &reader);
            };
        Post(".*", reading);
        Put(".*", reading);
        Patch(".*", reading);
        Delete(".*", reading);
    }

    ~Engine() override
    {
        m_stopping = true;
        stop();
        {
            const std::lock_guard lock(m_mutex);
            for (const auto socket : m_open)
                shutDown(socket); // wakes the worker that waits for the next request
        }
        if (m_thread.joinable())
            m_thread.join();
    }

    bool start(quint16 port)
    {
        const std::string host = "127.0.0.1";
        m_port = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
        if (m_port <= 0)
            return false;
        m_thread = std::thread([this] { listen_after_bind(); });
        while (!is_running())
            std::this_thread::yield(); // stop() has no effect before this
        return true;
    }

    int boundPort() const { return m_port; }

private:
    bool process_and_close_socket(socket_t socket) override
    {
        Connection connection(socket);
        {
            const std::lock_guard lock(m_mutex);
            m_open.insert(socket);
        }
        currentConnection = &connection;
        while (!m_stopping && connection.idleUntilNext()) {
            bool closed = false;
            // httplib does not notice that an answer without a body could not be written, so a cut is looked for here.
            if (!process_request(connection, false, closed, nullptr) || closed || connection.cut || connection.closeAfter)
                break;
        }
        currentConnection = nullptr;
        const std::lock_guard lock(m_mutex);
        m_open.erase(socket);
        closeSocket(socket);
        return true;
    }

    static bool readBody(const httplib::Request &in, const httplib::ContentReader &reader, Incoming &request)
    {
        if (in.is_multipart_form_data()) {
            return reader(
                [&](const httplib::MultipartFormData &header) {
                    request.parts.push_back(
                        {header.name, header.filename, header.content_type, {}, !header.content_type.empty() || !header.filename.empty()});
                    return true;
                },
                [&](const char *data, size_t size) {
                    request.parts.back().content.append(data, size);
                    return true;
                });
        }
        // Without either header there is no body, and reading on would wait for the connection to end.
        if (!in.has_header("Content-Length") && !in.has_header("Transfer-Encoding"))
            return true;
        return reader([&](const char *data, size_t size) {
            request.body.append(data, size);
            return true;
        });
    }

    void serve(const httplib::Request &in, httplib::Response &out, const httplib::ContentReader *reader)
    {
        Incoming request;
        request.method = in.method;
        request.target = in.target;
        request.path = in.path;
        if (const auto mark = in.target.find('?'); mark != std::string::npos)
            request.query = parsePairs(in.target.substr(mark + 1, in.target.find('#', mark) - mark - 1));
        for (const auto &[name, value] : in.headers)
            request.headers.emplace_back(lower(name), value);
        if (reader && !readBody(in, *reader, request)) {
            out.status = 400;
            currentConnection->closeAfter = true; // what is left of the body must not be read as the next request
            return;
        }
        const Reply reply = m_handler(request);
        currentConnection->cut = reply.cut;
        currentConnection->closeAfter = reply.closeAfter;
        out.status = reply.answer.status;
        for (const auto &[name, value] : reply.answer.headers)
            out.set_header(name.c_str(), value.c_str());
        if (reply.answer.status != 204 && reply.answer.status != 304)
            out.set_content(reply.answer.body, reply.answer.type.c_str());
    }

    HttpServer::Handler m_handler;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false;
    std::mutex m_mutex;
    std::set<socket_t> m_open;
    int m_port = 0;
};

HttpServer::HttpServer(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}

HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::listen(quint16 port, Handler handler)
{
    auto engine = std::make_unique<Engine>(std::move(handler));
    if (!engine->start(port))
        return fail(ErrorKind::Network, QStringLiteral("The port %1 is taken.").arg(port));
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(engine)));
}

quint16 HttpServer::port() const
{
    return static_cast<quint16>(m_engine->boundPort());
}

} // namespace badgewright::sample
