// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace badgewright::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

QByteArray contents(const Memory &memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Identity make(const QByteArray &name, bool authority, int fromDays, int toDays, const Identity *issuer)
{
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const Certificate certificate(X509_new(), &X509_free);
    static long serial = 1;
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_set_version(certificate.get(), 2);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 86400L * fromDays);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400L * toDays);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);

    Certificate issuing(nullptr, &X509_free);
    Key signing(nullptr, &EVP_PKEY_free);
    if (issuer) {
        const QByteArray pem = issuer->certificate.toPem();
        const Memory certificateIn(BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free_all);
        issuing.reset(PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr));
        const Memory keyIn(BIO_new_mem_buf(issuer->keyPem.constData(), int(issuer->keyPem.size())), &BIO_free_all);
        signing.reset(PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr));
    }
    X509 *by = issuing ? issuing.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(by));
    if (authority) {
        extend(certificate.get(), by, NID_basic_constraints, "critical,CA:TRUE");
        extend(certificate.get(), by, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else {
        QByteArray names = "DNS:" + name;
        if (name == "localhost")
            names += ",IP:127.0.0.1";
        extend(certificate.get(), by, NID_subject_alt_name, names);
    }
    X509_sign(certificate.get(), signing ? signing.get() : key.get(), EVP_sha256());

    const Memory certificateOut(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_X509(certificateOut.get(), certificate.get());
    const Memory keyOut(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    Identity made;
    made.certificate = QSslCertificate(contents(certificateOut), QSsl::Pem);
    made.keyPem = contents(keyOut);
    made.key = QSslKey(made.keyPem, QSsl::Ec, QSsl::Pem);
    return made;
}

} // namespace

Identity makeAuthority()
{
    return make("Test authority", true, -10, 10, nullptr);
}

Identity makeIdentity(const QByteArray &dnsName, int validFromDays, int validToDays, const Identity *issuer)
{
    return make(dnsName, false, validFromDays, validToDays, issuer);
}

} // namespace badgewright::test
