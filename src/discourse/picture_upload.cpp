// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/picture_upload.h"

#include "discourse/badge_codec.h"
#include "discourse/capabilities.h"
#include "discourse/words.h"
#include "support/unbroken.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocale>

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

constexpr auto kUploadTimeout = std::chrono::minutes(3);
const auto kPurpose = "badge_image";

http::Request jsonPost(const QString &path, const Json &body)
{
    return http::Request::json(http::Method::Post, path,
                               QByteArray::fromStdString(body.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

} // namespace

QString pictureProblem(const Picture &picture, const SiteFacts &facts)
{
    if (picture.bytes.isEmpty())
        return Words::tr("The picture is empty.");
    const QString extension = QFileInfo(picture.fileName).suffix().toLower();
    if (extension.isEmpty())
        return Words::tr("The picture’s file name has no extension.");
    if (!facts.settingsKnown)
        return {};
    if (!facts.imageExtensions.contains(extension)) {
        return Words::tr("This forum does not take .%1 files as pictures. It takes: %2.")
            .arg(extension, pictureRemark(facts));
    }
    if (facts.maxImageBytes > 0 && picture.bytes.size() > facts.maxImageBytes) {
        return Words::tr("The picture has %1; this forum takes up to %2.")
            .arg(unbroken(QLocale().formattedDataSize(picture.bytes.size())), unbroken(QLocale().formattedDataSize(facts.maxImageBytes)));
    }
    return {};
}

Call<Upload> *PictureUpload::run(Session *session, const Picture &picture, bool *storeRefused)
{
    if (const QString problem = pictureProblem(picture, session->facts()); !problem.isEmpty())
        return settledCall<Upload>(session, fail(Error::refusedHere(problem)));
    auto *call = new Call<Upload>(session);
    auto *upload = new PictureUpload(session, picture, storeRefused, call);
    if (session->facts().directUploads && !*storeRefused)
        upload->presign();
    else
        upload->post();
    return call;
}

PictureUpload::PictureUpload(Session *session, const Picture &picture, bool *storeRefused, Call<Upload> *call)
    : QObject(call)
    , m_session(session)
    , m_picture(picture)
    , m_storeRefused(storeRefused)
    , m_call(call)
{
}

void PictureUpload::presign()
{
    const QByteArray sum = QCryptographicHash::hash(m_picture.bytes, QCryptographicHash::Sha1).toHex();
    // "type" here, "upload_type" everywhere else.
    const Json body{{"file_name", m_picture.fileName.toStdString()},
                    {"file_size", m_picture.bytes.size()},
                    {"type", kPurpose},
                    {"metadata", {{"sha1-checksum", sum.toStdString()}}}};
    auto *inner = m_session->send(jsonPost(QStringLiteral("/uploads/generate-presigned-put.json"), body), Effect::Changes);
    follow(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &result) {
        if (m_call->isSettled())
            return;
        if (result)
            return put(result->body);
        if (result.error().httpStatus == 404)
            *m_storeRefused = true;
        post();
    });
}

void PictureUpload::put(const QByteArray &presigned)
{
    const auto answer = parseObject(presigned);
    const QUrl url(answer ? text(*answer, "url") : QString());
    const QString identifier = answer ? text(*answer, "unique_identifier") : QString();
    if (!url.isValid() || url.host().isEmpty() || identifier.isEmpty())
        return post();
    QList<std::pair<QByteArray, QByteArray>> headers;
    const Json &signedHeaders = member(*answer, "signed_headers");
    if (signedHeaders.is_object()) {
        for (const auto &[name, value] : signedHeaders.items())
            headers.emplaceBack(QByteArray::fromStdString(name), shown(value).toUtf8());
    }
    auto *inner = m_session->client().putElsewhere(url, m_picture.bytes, headers);
    follow(m_call, inner);
    inner->then(this, [this, identifier](const Result<http::Reply> &result) {
        if (m_call->isSettled())
            return;
        if (result && result->status >= 200 && result->status < 300)
            complete(identifier);
        else
            post();
    });
}

void PictureUpload::complete(const QString &identifier)
{
    auto request = jsonPost(QStringLiteral("/uploads/complete-external-upload.json"),
                            Json{{"unique_identifier", identifier.toStdString()}});
    request.timeout = kUploadTimeout;
    auto *inner = m_session->send(request, Effect::Changes);
    follow(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &result) {
        if (m_call->isSettled())
            return;
        // Sending the same picture again is harmless: the forum knows it by its checksum.
        if (result && decodeUpload(result->body, m_session->base()))
            settle(result);
        else
            post();
    });
}

void PictureUpload::post()
{
    // Servers before 2.8 know only "type", for a while in 2024 only "upload_type" worked: both are always right.
    auto request = http::Request::multipart(
        QStringLiteral("/uploads.json"),
        {{QStringLiteral("upload_type"), kPurpose, {}, {}},
         {QStringLiteral("type"), kPurpose, {}, {}},
         {QStringLiteral("file"), m_picture.bytes, m_picture.fileName, m_picture.mimeType}});
    request.timeout = kUploadTimeout;
    auto *inner = m_session->send(request, Effect::Changes);
    follow(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &result) { settle(result); });
}

void PictureUpload::settle(const Result<http::Reply> &result)
{
    if (!result)
        return m_call->settle(fail(result.error()));
    auto upload = decodeUpload(result->body, m_session->base());
    if (!upload && upload.error().kind == ErrorKind::Unreadable) {
        Error error = upload.error();
        error.kind = ErrorKind::OutcomeUnknown;
        error.requestId = result->requestId;
        error.httpStatus = result->status;
        upload = fail(error);
    }
    m_call->settle(upload);
}

} // namespace badgewright::discourse
