// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "cases.h"

#include <QCryptographicHash>
#include <QImage>
#include <QTest>
#include <QUrlQuery>

namespace badgewright::sample_cases {

using namespace Qt::StringLiterals;
using sample::Options;

namespace {

Answer upload(Asking &ask, const QByteArray &name, const QByteArray &content, bool forSetting = false)
{
    QList<QPair<QByteArray, QByteArray>> fields = {{"upload_type", "badge_image"}};
    if (forSetting)
        fields.append(qMakePair(QByteArray("for_site_setting"), QByteArray("true")));
    return ask.multipart(u"/uploads.json"_s, fields, {{"file", name, "application/octet-stream", content}});
}

Options withStore()
{
    Options options;
    options.store = true;
    return options;
}

Headers signedHeaders(const QJsonObject &presigned)
{
    Headers headers;
    const QJsonObject given = presigned.value("signed_headers"_L1).toObject();
    for (auto at = given.begin(); at != given.end(); ++at)
        headers.append(qMakePair(at.key().toLatin1(), at.value().toString().toLatin1()));
    return headers;
}

QJsonObject presign(Asking &ask, const QByteArray &content, const QString &name = u"star.png"_s)
{
    const QString sha1 = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha1).toHex());
    return ask.json("POST", u"/uploads/generate-presigned-put.json"_s,
                    {{u"file_name"_s, name}, {u"file_size"_s, content.size()}, {u"type"_s, u"badge_image"_s}, {u"metadata"_s, QJsonObject{{u"sha1-checksum"_s, sha1}}}}).object();
}

} // namespace

void UploadCases::knowsTheSamePictureAgain()
{
    Asking ask;
    const QByteArray bytes = picture(64, 48, 7);
    const QJsonObject first = upload(ask, "gold.png", bytes).object();
    const QJsonObject again = upload(ask, "other.png", bytes).object();
    QCOMPARE(first.value("id"_L1), again.value("id"_L1));
    QCOMPARE(again.value("original_filename"_L1).toString(), u"gold.png"_s);
    QCOMPARE(first.value("width"_L1).toInt(), 64);
    QVERIFY(first.value("url"_L1).toString().startsWith(u"//127.0.0.1:"_s));
    QCOMPARE(ask.send("GET", QUrl(u"http:"_s + first.value("url"_L1).toString()).path()).body, bytes);
    QCOMPARE(ask.send("GET", first.value("short_path"_L1).toString()).status, 302);
    // The picture of a badge that was there from the beginning is known too.
    const QJsonArray badges = ask.get(u"/admin/badges.json"_s).object().value("badges"_L1).toArray();
    for (const auto &each : badges)
        if (const QJsonObject badge = each.toObject(); badge.value("name"_L1).toString() == u"Beekeeper"_s) {
            const QByteArray known = ask.send("GET", badge.value("image_url"_L1).toString()).body;
            QCOMPARE(upload(ask, "copy.png", known).object().value("id"_L1), badge.value("image_upload_id"_L1));
        }
}

void UploadCases::turnsALargePngToJpeg()
{
    Asking ask;
    const QJsonObject large = upload(ask, "photo.png", picture(1'400, 800, 3, true)).object();
    QCOMPARE(large.value("extension"_L1).toString(), u"jpg"_s);
    QCOMPARE(large.value("original_filename"_L1).toString(), u"photo.jpg"_s);
    QCOMPARE(upload(ask, "photo2.png", picture(1'400, 800, 4, true), true).object().value("extension"_L1).toString(), u"png"_s);
    QCOMPARE(upload(ask, "flat.png", picture(1'400, 800, 5)).object().value("extension"_L1).toString(), u"png"_s); // nothing to save
}

void UploadCases::refusesWhatIsNoPicture()
{
    Asking ask;
    QCOMPARE(upload(ask, "a.exe", "MZ").status, 422);
    QCOMPARE(upload(ask, "a.png", "hello").status, 422);
    QCOMPARE(upload(ask, "a.png", "").status, 422);
    QCOMPARE(upload(ask, "cut.png", picture(300, 300, 6, true).left(9'000)).status, 200); // its header is whole
    QCOMPARE(ask.multipart(u"/uploads.json"_s, {}, {{"file", "a.png", "image/png", picture(8, 8)}}).status, 400);
    QCOMPARE(ask.form("POST", u"/uploads/generate-presigned-put.json"_s, "file_name=a.png&file_size=1&type=badge_image").status, 404); // no store
}

void UploadCases::takesSvgForStaffOnly()
{
    Asking ask;
    const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script><rect onclick=\"y()\" width=\"9\" height=\"9\"/></svg>";
    QCOMPARE(upload(ask, "a.svg", svg).status, 422);
    const QJsonObject kept = upload(ask, "a.svg", svg, true).object();
    const QByteArray served = ask.send("GET", QUrl(u"http:"_s + kept.value("url"_L1).toString()).path()).body;
    QVERIFY(served.contains("<rect"));
    QVERIFY(!served.contains("script") && !served.contains("onclick"));
}

void UploadCases::takesAPresignedPut()
{
    Asking ask(withStore());
    QNetworkAccessManager network;
    const QByteArray bytes = picture(96, 96, 8);
    const QJsonObject presigned = presign(ask, bytes);
    QCOMPARE(fetch(network, "PUT", QUrl(presigned.value("url"_L1).toString()), bytes, signedHeaders(presigned)).status, 200);
    const QJsonObject id{{u"unique_identifier"_s, presigned.value("unique_identifier"_L1)}};
    const QJsonObject done = ask.json("POST", u"/uploads/complete-external-upload.json"_s, id).object();
    QVERIFY(done.value("id"_L1).toInt() > 0);
    QCOMPARE(ask.json("POST", u"/uploads/complete-external-upload.json"_s, id).status, 404); // once only
    const QJsonObject badge = ask.form("POST", u"/admin/badges.json"_s, "name=Stored&badge_type_id=1&image_upload_id=" + QByteArray::number(done.value("id"_L1).toInt())).object().value("badge"_L1).toObject();
    const QUrl url(u"http:"_s + badge.value("image_url"_L1).toString());
    QVERIFY(url.port() != QUrl(ask.address()).port());
    QCOMPARE(fetch(network, "GET", url, {}, {}).body, bytes);

    const QJsonObject other = presign(ask, bytes);
    QCOMPARE(fetch(network, "PUT", QUrl(other.value("url"_L1).toString()), bytes + "x", signedHeaders(other)).status, 200);
    QCOMPARE(ask.json("POST", u"/uploads/complete-external-upload.json"_s, {{u"unique_identifier"_s, other.value("unique_identifier"_L1)}}).status, 422);
    QVERIFY(presign(ask, bytes).value("error_type"_L1).toString() == u"invalid_access"_s); // for five minutes
}

void UploadCases::storeRefusesWhatWasNotSigned()
{
    Asking ask(withStore());
    QNetworkAccessManager network;
    const QByteArray bytes = picture(32, 32, 9);
    const QJsonObject presigned = presign(ask, bytes);
    const QUrl url(presigned.value("url"_L1).toString());
    QCOMPARE(fetch(network, "PUT", url, bytes, signedHeaders(presigned) + ask.key()).status, 403); // the forum's key has no business there
    QCOMPARE(fetch(network, "PUT", url, bytes, {}).status, 403);
    QCOMPARE(fetch(network, "PUT", url, bytes, signedHeaders(presigned) + Headers{{"x-amz-meta-more", "1"}}).status, 403);
    QUrl moved = url;
    moved.setPath(u"/temp/elsewhere.png"_s);
    QCOMPARE(fetch(network, "PUT", moved, bytes, signedHeaders(presigned)).status, 403);
    QCOMPARE(fetch(network, "PUT", url, bytes, signedHeaders(presigned)).status, 200);
}

void UploadCases::joinsParts()
{
    Asking ask(withStore());
    QNetworkAccessManager network;
    const QByteArray bytes = picture(200, 200, 10, true);
    const QJsonObject begun = ask.json("POST", u"/uploads/create-multipart.json"_s, {{u"file_name"_s, u"big.png"_s}, {u"file_size"_s, bytes.size()}, {u"upload_type"_s, u"badge_image"_s}}).object();
    const QString id = begun.value("unique_identifier"_L1).toString();
    const QJsonObject urls = ask.json("POST", u"/uploads/batch-presign-multipart-parts.json"_s, {{u"unique_identifier"_s, id}, {u"part_numbers"_s, QJsonArray{1, 2}}}).object().value("presigned_urls"_L1).toObject();
    QJsonArray parts;
    for (int part = 1; part <= 2; ++part) {
        const QByteArray piece = part == 1 ? bytes.left(50'000) : bytes.mid(50'000);
        const Answer stored = fetch(network, "PUT", QUrl(urls.value(QString::number(part)).toString()), piece, {});
        QCOMPARE(stored.status, 200);
        parts.append(QJsonObject{{u"part_number"_s, part}, {u"etag"_s, QString::fromLatin1(stored.header("ETag"))}});
    }
    const QJsonObject done = ask.json("POST", u"/uploads/complete-multipart.json"_s, {{u"unique_identifier"_s, id}, {u"parts"_s, parts}}).object();
    QCOMPARE(done.value("filesize"_L1).toInt(), static_cast<int>(bytes.size()));
    QCOMPARE(ask.json("POST", u"/uploads/abort-multipart.json"_s, {{u"external_upload_identifier"_s, begun.value("external_upload_identifier"_L1)}}).object().value("success"_L1).toString(), u"OK"_s);
}

} // namespace badgewright::sample_cases
