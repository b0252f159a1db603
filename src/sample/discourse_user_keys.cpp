// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/records.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <memory>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr const char *allowedScopes = "read|write|message_bus|push|notifications|session_info|one_time_password";
constexpr const char *allowedRedirects = "https://api.discourse.org/api/auth_redirect|discourse://auth_redirect";
constexpr std::size_t payloadGroup = 60;

template <class T, void (*release)(T *)> struct Release {
    void operator()(T *thing) const { release(thing); }
};
using Bio = std::unique_ptr<BIO, Release<BIO, BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY, EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;

Key publicKey(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return Key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

/// Encrypted for the program's key, as Base64; empty when it does not fit.
std::string sealed(EVP_PKEY *key, const std::string &text)
{
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    std::size_t size = 0;
    if (!context || EVP_PKEY_encrypt_init(context.get()) <= 0 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0
        || EVP_PKEY_encrypt(context.get(), nullptr, &size, bytes, text.size()) <= 0)
        return {};
    QByteArray cipher(static_cast<qsizetype>(size), '\0');
    if (EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char *>(cipher.data()), &size, bytes, text.size()) <= 0)
        return {};
    cipher.truncate(static_cast<qsizetype>(size));
    return cipher.toBase64().toStdString();
}

std::string escaped(const std::string &text)
{
    return s(q(text).toHtmlEscaped());
}

Outgoing html(const std::string &body)
{
    return {200, "text/html; charset=utf-8", "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Gardeners</title></head><body>\n" + body + "\n</body></html>\n", {}};
}

std::vector<std::string> wantedScopes(const Ask &ask)
{
    const auto known = split(allowedScopes, '|');
    std::vector<std::string> scopes = split(ask.require("scopes"), ',');
    for (const auto &scope : scopes)
        if (std::find(known.begin(), known.end(), scope) == known.end())
            refuseAccess();
    return scopes;
}

void checkRedirect(const Ask &ask)
{
    const auto redirect = ask.params.present("auth_redirect");
    const auto known = split(allowedRedirects, '|');
    if (redirect && std::find(known.begin(), known.end(), *redirect) == known.end())
        refuseAccess();
}

Outgoing askPerson(Ask &ask)
{
    Outgoing out;
    if (ask.in.method == "HEAD") {
        out = emptyAnswer(200, "application/json");
    } else {
        ask.require("nonce");
        ask.require("client_id");
        wantedScopes(ask);
        checkRedirect(ask);
        std::string form = "<h1>Gardeners</h1><p>" + escaped(ask.require("application_name")) + " asks for access to your account (rowan): " + escaped(ask.require("scopes"))
            + "</p><form method=\"post\" action=\"/user-api-key\">";
        for (const char *name : {"application_name", "client_id", "scopes", "nonce", "public_key", "auth_redirect"})
            if (const auto value = ask.params.present(name))
                form += "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escaped(*value) + "\">";
        out = html(form + "<button>Authorize</button></form>");
    }
    out.headers.emplace_back("Auth-Api-Version", "4");
    return out;
}

Outgoing create(Ask &ask)
{
    // Nobody signs in here: whoever authorises is the admin.
    UserKey key;
    const std::string nonce = ask.require("nonce");
    key.client = ask.require("client_id");
    key.scopes = wantedScopes(ask);
    const std::string pem = ask.require("public_key");
    key.application = ask.require("application_name");
    checkRedirect(ask);
    key.key = randomHex(32);
    key.person = 1;
    const Key theirs = publicKey(pem);
    const std::string payload = theirs ? sealed(theirs.get(), json{{"key", key.key}, {"nonce", nonce}, {"push", false}, {"api", 4}}.dump()) : std::string();
    if (payload.empty())
        refuseInvalid("public_key");
    ask.forum.change({{"do", "user-key"}, {"key", toRecord(key)}});

    std::string lines;
    std::string groups;
    for (std::size_t at = 0; at < payload.size(); at += payloadGroup) {
        lines += payload.substr(at, payloadGroup) + "\n";
        groups += (at > 0 ? " " : "") + payload.substr(at, payloadGroup);
    }
    if (const auto redirect = ask.params.present("auth_redirect")) {
        Outgoing out = emptyAnswer(302, "text/html; charset=utf-8");
        out.headers.emplace_back("Location", *redirect + (redirect->find('?') == std::string::npos ? "?" : "&") + "payload=" + percentEncoded(lines));
        return out;
    }
    const std::string words = "Copy this into " + key.application + ":";
    if (ask.in.header("accept").find("application/json") != std::string::npos)
        return jsonAnswer({{"payload", lines}, {"instructions", words}});
    return html("<p>" + escaped(words) + "</p>\n<pre id=\"payload\">" + groups + "</pre>");
}

Outgoing revoke(Ask &ask)
{
    const std::string text = ask.in.header("user-api-key");
    for (UserKey key : ask.community().userKeys)
        if (!text.empty() && key.key == text) {
            key.revoked = true;
            ask.forum.change({{"do", "user-key"}, {"key", toRecord(key)}});
            return success();
        }
    refuseNotFound();
}

} // namespace

void addUserKeyRoutes(RouteTable &table)
{
    table.add("GET", "/user-api-key/new", "user_api_keys/new", {.form = Form::Any}, askPerson);
    table.add("POST", "/user-api-key", "user_api_keys/create", {}, create);
    table.add("POST", "/user-api-key/revoke", "user_api_keys/revoke", {}, revoke);
}

} // namespace badgewright::sample
