"""What is read of certificates where something is wrong, and how a chain hangs together."""

from __future__ import annotations

import ssl
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from fakes.chains import Member, own, pem_file, trusted
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth import chain
from check_smtp_auth.net import handshake

ROOT = Member("Root")
MAIL_CA = Member("Mail CA", ROOT)
OWN = own(MAIL_CA)
SERVER = ("localhost",)


def der(member: Member) -> bytes:
    """A certificate as it goes over the wire."""
    return member.certificate.public_bytes(Encoding.DER)


def shaken(shown: Path, anchors: Path) -> tuple[ssl.SSLObject, ssl.SSLContext, bool]:
    """Shake hands in memory; tell whether the chain was verified."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(str(shown))
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.load_verify_locations(str(anchors))
    client.verify_flags |= 0x80000  # type: ignore[assignment]  # PARTIAL_CHAIN
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    theirs = server.wrap_bio(to_server, to_client, server_side=True)
    with handshake.Listening(client, SERVER):
        ours = client.wrap_bio(to_client, to_server, server_hostname="localhost")
        while True:
            try:
                ours.do_handshake()
                return ours, client, True
            except ssl.SSLWantReadError:
                try:
                    theirs.do_handshake()
                except ssl.SSLWantReadError:
                    pass
            except ssl.SSLCertVerificationError:
                return ours, client, False


def twins() -> dict[str, tuple[Sequence[Member], Sequence[Member], Sequence[Member], bool]]:
    """What is sent, what is trusted, which chain that makes, and whether it is valid."""
    first = Member("First", ROOT)
    second = Member("Second", first)
    below_second = own(second)
    late = Member("Mail CA", ROOT, twin=MAIL_CA, ends=-1)
    later = Member("Mail CA", ROOT, twin=MAIL_CA, ends=-0.5)
    renewed = Member("Root", twin=ROOT, ends=900)
    old = Member("Old Root", ends=-1)
    crossed = Member("Root", old, twin=ROOT)
    namesake = Member("Mail CA", ROOT)
    alone = own(None)
    return {
        "as it should be": ((OWN, MAIL_CA), (ROOT,), (OWN, MAIL_CA, ROOT), True),
        "root sent too": ((OWN, MAIL_CA, ROOT), (ROOT,), (OWN, MAIL_CA, ROOT), True),
        "ends at an intermediate": ((OWN, MAIL_CA), (MAIL_CA,), (OWN, MAIL_CA), True),
        "intermediate here alone": ((OWN,), (MAIL_CA, ROOT), (OWN, MAIL_CA), True),
        "wrong order": (
            (below_second, first, second),
            (ROOT,),
            (below_second, second, first, ROOT),
            True,
        ),
        "unknown root": ((OWN, MAIL_CA), (old,), (OWN, MAIL_CA), False),
        "nothing above": ((OWN,), (ROOT,), (OWN,), False),
        "expired one here": ((OWN, MAIL_CA), (ROOT, late), (OWN, late), False),
        "two expired ones here": ((OWN,), (late, later), (OWN, later), False),
        "valid one here": ((OWN, late), (ROOT, MAIL_CA), (OWN, MAIL_CA), True),
        "valid one sent too": ((OWN, late, MAIL_CA), (ROOT,), (OWN, MAIL_CA, ROOT), True),
        "renewed root": ((OWN, MAIL_CA), (renewed,), (OWN, MAIL_CA, renewed), True),
        "cross-signed": ((OWN, MAIL_CA, crossed), (ROOT, old), (OWN, MAIL_CA, ROOT), True),
        "cross-signed by an old one": (
            (OWN, MAIL_CA, crossed),
            (old,),
            (OWN, MAIL_CA, crossed, old),
            False,
        ),
        "a namesake": ((OWN, namesake, MAIL_CA), (ROOT,), (OWN, MAIL_CA, ROOT), True),
        "self-signed": ((alone,), (alone,), (alone,), True),
        "self-signed and unknown": ((alone,), (ROOT,), (alone,), False),
    }


TWINS = twins()


@pytest.mark.parametrize("case", TWINS)
def test_the_chain_is_the_one_that_openssl_built(case: str, tmp_path: Path) -> None:
    """What this Python tells of the chain, and what is told where Python tells nothing (3.9),
    are the chain that OpenSSL verified, or tried to.
    """
    sent, stored, expected, verified = TWINS[case]
    shown, anchors = pem_file(tmp_path / "shown", *sent), trusted(tmp_path / "trusted", *stored)
    tls, used, is_good = shaken(shown, anchors)
    assert is_good is verified
    facts = handshake.facts_of_failed(tls, used, SERVER)
    assert facts is not None
    assert [member.der for member in facts.chain] == [*map(der, expected)]
    assert [*chain.path([*map(der, sent)], [*map(der, stored)], time.time())] == [
        *map(der, expected)
    ]
    shown_ones = [*map(der, sent)]
    assert all(member.sent == (member.der in shown_ones) for member in facts.chain)
    assert facts.chain[0].role == "server"
    if verified and len(expected) > 1:
        assert facts.chain[-1].trusted
    assert not any(member.trusted for member in facts.chain[:-1])


def test_a_chain_as_long_as_openssl_builds() -> None:
    """The longest chain that OpenSSL builds is followed to its end, whatever the order."""
    above, authorities = ROOT, [ROOT]
    for number in range(100):
        above = Member(f"CA {number}", above)
        authorities.append(above)
    whole = [*map(der, [own(above), *reversed(authorities)])]
    sent = [whole[0], *whole[-2:0:-1]]
    assert chain.path(sent, [der(ROOT)], time.time()) == whole


def test_no_chain_without_a_certificate() -> None:
    """Where nothing was sent there is no chain."""
    assert chain.path([], [der(ROOT)], 0.0) == []


@PROPERTY
@given(st.lists(st.binary(max_size=40), max_size=4), st.binary(max_size=60))
def test_noise_is_no_error(stored: list[bytes], noise: bytes) -> None:
    """Whatever a server sends, the questions have an answer."""
    assert chain.path([noise, *stored], stored, 0.0)[:1] == [noise]
    assert (chain.weak_key(noise), chain.weak_signature(noise)) == ("", "")
    assert chain.is_for_servers(noise)
    assert not chain.is_authority(noise)
    assert chain.path_length(noise) is None


@pytest.mark.parametrize("end", range(0, 600, 7))
def test_a_certificate_cut_short_is_no_error(end: int) -> None:
    """A certificate that ends early has no fault, and is no authority."""
    short = der(MAIL_CA)[:end]
    assert (chain.weak_key(short), chain.weak_signature(short)) == ("", "")
    assert chain.is_for_servers(short) or end > len(short)
    assert chain.path([short], [der(ROOT)], 0.0) == [short] or end >= len(der(MAIL_CA))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("EC", ""),
        (2048, ""),
        (1024, "an RSA key of 1024 bits"),
        (1536, "an RSA key of 1536 bits"),
        (2047, "an RSA key of 2047 bits"),
    ],
)
def test_short_keys(kind: str | int, words: str) -> None:
    """RSA keys below 2048 bits are too short."""
    assert chain.weak_key(der(own(ROOT, key=kind))) == words


@pytest.mark.parametrize(
    ("curve", "words"),
    [
        (ec.SECP192R1(), "an elliptic curve key of 192 bits"),
        (ec.SECP224R1(), ""),
        (ec.SECP521R1(), ""),
    ],
)
def test_short_curves(curve: ec.EllipticCurve, words: str) -> None:
    """Curves below 224 bits are too short."""
    twin = Member("Short")
    twin.key = ec.generate_private_key(curve)
    assert chain.weak_key(der(own(ROOT, twin=twin))) == words


@pytest.mark.parametrize(
    ("made_by", "words"),
    [
        ("genpkey -algorithm rsa-pss -pkeyopt rsa_keygen_bits:1024", "an RSA key of 1024 bits"),
        ("genpkey -algorithm rsa-pss -pkeyopt rsa_keygen_bits:2048", ""),
        ("dsaparam -genkey 1024", "a DSA key of 1024 bits"),
        ("dsaparam -genkey 2048", ""),
        ("genpkey -algorithm ed25519", ""),
    ],
)
def test_short_keys_of_other_kinds(made_by: str, words: str, tmp_path: Path) -> None:
    """Keys for RSA-PSS and DSA, which only openssl makes, are measured too."""
    key = subprocess.run(["openssl", *made_by.split()], check=True, capture_output=True).stdout
    (tmp_path / "key.pem").write_bytes(key)
    assert chain.weak_key(_self_signed(tmp_path, "-key", "key.pem")) == words


@pytest.mark.parametrize(
    ("digest", "key", "words"),
    [
        ("sha1", "rsa:2048", "SHA-1"),
        ("md5", "rsa:2048", "MD5"),
        ("sha1", "ec", "SHA-1"),
        ("sha256", "rsa:2048", ""),
        ("sha384", "ec", ""),
        ("sha1", "pss", "SHA-1"),
        ("sha256", "pss", ""),
    ],
)
def test_signatures_that_can_be_forged(digest: str, key: str, words: str, tmp_path: Path) -> None:
    """SHA-1 and MD5 are named, whatever the key and the padding."""
    curve = ["-pkeyopt", "ec_paramgen_curve:P-256"] if key == "ec" else []
    padding = ["-sigopt", "rsa_padding_mode:pss"] if key == "pss" else []
    new = ["-newkey", key.replace("pss", "rsa:2048"), *curve, *padding, "-nodes"]
    der = _self_signed(tmp_path, *new, "-keyout", "key.pem", f"-{digest}")
    assert chain.weak_signature(der) == words


def _self_signed(folder: Path, *options: str) -> bytes:
    """What openssl makes by these options, in DER form."""
    command = ["openssl", "req", "-x509", *options, "-subj", "/CN=x", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return ssl.PEM_cert_to_DER_cert((folder / "cert.pem").read_text())


def test_what_an_authority_is() -> None:
    """An authority says so, and may sign; how long the path below it may be is read."""
    assert chain.is_authority(der(ROOT)) and chain.is_authority(der(MAIL_CA))
    assert not chain.is_authority(der(OWN))
    assert not chain.is_authority(der(Member("x", ROOT, is_authority=False)))
    assert chain.path_length(der(ROOT)) is None
    assert chain.path_length(der(OWN)) is None
    for length in (0, 1, 3):
        assert chain.path_length(der(Member("x", ROOT, path_length=length))) == length


@pytest.mark.parametrize(
    ("uses", "fits"),
    [
        ([], True),
        (["server"], True),
        (["client"], False),
        (["client", "server"], True),
        (["any"], False),
        (["mail"], False),
        (["mail", "any"], False),
        (["any", "server"], True),
    ],
)
def test_what_a_certificate_is_for(uses: list[str], fits: bool) -> None:
    """Without extended key usage, or for servers, it fits a server; OpenSSL does not take "any
    purpose" for it.
    """
    assert chain.is_for_servers(der(own(ROOT, uses=uses))) is fits


@pytest.mark.parametrize(
    ("names", "wanted", "fits"),
    [
        (["mail.example.test"], "mail.example.test", True),
        (["MAIL.example.test"], "mail.EXAMPLE.test", True),
        (["mail.example.test"], "mail.example.test.", True),
        (["*.example.test"], "mail.example.test", True),
        (["*.example.test"], "example.test", False),
        (["*.test"], "mail.test", False),
        (["*.local"], "mail.local", False),
        (["*.co.test"], "mail.co.test", True),
        (["*.example.test"], "a.b.example.test", False),
        (["mail.example.test"], "smtp.example.test", False),
        (["192.0.2.1"], "192.0.2.1", True),
        (["192.0.2.1"], "192.0.2.10", False),
        (["2001:db8:0:0:0:0:0:1"], "2001:db8::1", True),
        (["*.0.2.1"], "192.0.2.1", False),
        ([], "mail.example.test", False),
    ],
)
def test_for_whom_a_certificate_is(names: list[str], wanted: str, fits: bool) -> None:
    """Names are compared without regard to case, "*" is one label, addresses are addresses."""
    assert chain.is_for(names, wanted) is fits
