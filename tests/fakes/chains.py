"""Chains of certificates with one or more faults in them, made by ``cryptography``."""

from __future__ import annotations

import copy
import datetime
import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from servers.certificates import SERVER_NAMES
from x509_maker import tlv

from check_smtp_auth.certificate import elements, inside

UTC = datetime.timezone.utc
USES = {
    "server": ExtendedKeyUsageOID.SERVER_AUTH,
    "client": ExtendedKeyUsageOID.CLIENT_AUTH,
    "mail": ExtendedKeyUsageOID.EMAIL_PROTECTION,
    "any": ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
}
_numbers = itertools.count(1)


class Member:
    """One certificate and its key; ``issuer`` None signs itself.

    ``begins`` and ``ends`` are days from now. ``names`` make it a server's, None an authority's;
    ``key`` is "EC" or the bits of an RSA key, ``uses`` the extended key usage. Without
    ``key_ids`` it does not say by which key it was signed; an authority that may not sign, or
    only for the domains that are permitted, is a wrong one. ``twin`` has the same key, and with
    it what was signed by it. ``key_use`` is the key usage of a server's, "" for none of it;
    ``strange`` an extension that is critical and that nobody knows.
    """

    def __init__(
        self,
        name: str,
        issuer: Member | None = None,
        *,
        begins: float = -400,
        ends: float = 300.5,
        names: Iterable[str] | None = None,
        is_authority: bool | None = None,
        path_length: int | None = None,
        key: str | int = "EC",
        digest: Any = None,
        uses: Iterable[str] = (),
        key_ids: bool = True,
        may_sign: bool = True,
        permitted: Iterable[str] = (),
        twin: Member | None = None,
        key_use: str = "",
        strange: str = "",
    ) -> None:
        """Make it."""
        self.name = name
        self.key: Any = twin.key if twin else _key(key)
        above = issuer or self
        now = datetime.datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(_name(name))
            .issuer_name(_name(above.name))
            .public_key(self.key.public_key())
            .serial_number(next(_numbers))
            .not_valid_before(now + datetime.timedelta(days=begins))
            .not_valid_after(now + datetime.timedelta(days=ends))
        )
        is_authority = names is None if is_authority is None else is_authority
        extensions: list[tuple[x509.ExtensionType, bool]] = [
            (x509.BasicConstraints(is_authority, path_length), True),
        ]
        if key_ids:
            keys = self.key.public_key(), above.key.public_key()
            extensions += [
                (x509.SubjectKeyIdentifier.from_public_key(keys[0]), False),
                (x509.AuthorityKeyIdentifier.from_issuer_public_key(keys[1]), False),
            ]
        if is_authority:
            usage = x509.KeyUsage(False, False, False, False, False, may_sign, True, False, False)
            extensions.append((usage, True))
        if key_use:
            extensions.append((_key_usage(key_use), True))
        if strange:
            unknown = x509.UnrecognizedExtension(x509.ObjectIdentifier(strange), b"\x05\x00")
            extensions.append((unknown, True))
        if permitted:
            subtrees = [x509.DNSName(name) for name in permitted]
            extensions.append((x509.NameConstraints(subtrees, None), True))
        if names is not None:
            extensions.append((x509.SubjectAlternativeName(list(map(_general, names))), False))
        if uses:
            extensions.append((x509.ExtendedKeyUsage([USES[use] for use in uses]), False))
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        self.certificate = builder.sign(above.key, digest or hashes.SHA256())

    @property
    def pem(self) -> str:
        """The certificate as text."""
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")

    @property
    def key_pem(self) -> str:
        """The key as text."""
        form = serialization.PrivateFormat.PKCS8
        none = serialization.NoEncryption()
        octets: bytes = self.key.private_bytes(serialization.Encoding.PEM, form, none)
        return octets.decode("ascii")

    @property
    def sha256(self) -> str:
        """The fingerprint."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()


def own(issuer: Member | None, ends: float = 300.5, **facts: Any) -> Member:
    """A server's own certificate, for the names of the fake servers unless it is for others."""
    return Member("localhost", issuer, ends=ends, **{"names": SERVER_NAMES, **facts})


def by_sha1(member: Member, issuer: Member) -> Member:
    """The same certificate with a SHA-1 signature, which ``cryptography`` makes no more."""
    algorithm = tlv(0x30, tlv(0x06, bytes.fromhex("2a8648ce3d0401")))  # ecdsa-with-SHA1
    der = member.certificate.tbs_certificate_bytes
    parts = [tlv(tag, value) for tag, value in elements(inside(der, 0x30))]
    parts[2] = algorithm
    signed = tlv(0x30, *parts)
    signature: bytes = issuer.key.sign(signed, ec.ECDSA(hashes.SHA1()))
    forged = copy.copy(member)
    whole = tlv(0x30, signed, algorithm, tlv(0x03, b"\0", signature))
    forged.certificate = x509.load_der_x509_certificate(whole)
    return forged


def pem_file(file: Path, own_one: Member, *others: Member) -> Path:
    """Write what a server shows: its key, its certificate, and others in this order."""
    file.write_text("".join((own_one.key_pem, own_one.pem, *(each.pem for each in others))))
    return file


def trusted(file: Path, *members: Member) -> Path:
    """Write what a client trusts."""
    file.write_text("".join(each.pem for each in members))
    return file


def _key(kind: str | int) -> Any:
    if kind == "EC":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65_537, int(kind))


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _key_usage(use: str) -> x509.KeyUsage:
    uses = (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
        *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**{each: each == use for each in uses})


def _general(name: str) -> x509.GeneralName:
    """An address as one, all else as a host name; with "DNS:" before it an address too."""
    import ipaddress

    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name.replace("DNS:", "", 1))
