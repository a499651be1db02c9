"""Certificates that are wrong, each told apart, with its facts, and no secret sent."""

from __future__ import annotations

import hashlib
import re
import ssl
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from fakes.certificates import Certificates
from fakes.plugin import Check
from fakes.scripts import ACCEPT, implicit, starttls, until_tls
from fakes.server import Server, start_tls

WRONG = {
    "expired": "certificate-expired",
    "not_yet_valid": "certificate-expired",
    "other_name": "certificate-name-mismatch",
    "common_name_only": "certificate-name-mismatch",
    "untrusted": "certificate-untrusted",
}


def pem_of(certificates: Certificates, name: str) -> Path:
    """The PEM file of a certificate, which holds its key first."""
    found: Any = getattr(certificates, name)
    return found if isinstance(found, Path) else Path(found.file)


def leaf_of(file: Path) -> x509.Certificate:
    """The first certificate in a PEM file."""
    match = re.search(rb"-----BEGIN CERTIFICATE-----.*?-----END", file.read_bytes(), re.DOTALL)
    assert match is not None
    return x509.load_pem_x509_certificate(match[0] + b" CERTIFICATE-----\n")


def authorities(certificates: Certificates, name: str) -> tuple[str, Path]:
    """What is to be trusted so that the certificate is wrong in one way only."""
    plain = name in ("plain", "common_name_only")
    return "--ca-file", certificates.plain_ca_file if plain else certificates.ca_file


VERSIONS = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.name)
@pytest.mark.parametrize("name", list(WRONG))
def test_a_wrong_certificate_has_its_own_diagnosis(
    check: Check, certificates: Certificates, name: str, version: ssl.TLSVersion
) -> None:
    """Each fault of a certificate has its slug, its facts in JSON, and no AUTH is sent."""
    file = pem_of(certificates, name)
    with Server([*until_tls(), start_tls(file, newest=version)]) as server:
        run = check(server, *authorities(certificates, name), "--output", "json")
    leaf = leaf_of(file)
    assert (run.code, run.account["diagnosis"]) == (2, WRONG[name])
    assert run.account["stage"] == "tls"
    assert run.account["tls"]["verified"] is False
    facts = run.account["tls"]["certificate"]
    der = leaf.public_bytes(serialization_der())
    assert facts["sha256"] == hashlib.sha256(der).hexdigest()
    ends = datetime.strptime(facts["not_after"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    assert ends.timestamp() == not_after(leaf)
    assert facts["days"] == (not_after(leaf) - datetime.now(timezone.utc).timestamp()) // 86_400
    assert server.count(b"AUTH") == 0


def serialization_der() -> Any:
    """The name that cryptography has for DER."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return Encoding.DER


def not_after(leaf: x509.Certificate) -> float:
    """When a certificate ends, in seconds since the epoch."""
    return leaf.not_valid_after_utc.timestamp()


@pytest.mark.parametrize("name", list(WRONG))
def test_a_wrong_certificate_is_described(
    check: Check, certificates: Certificates, name: str
) -> None:
    """The long output tells which certificate it was; the first line and perfdata say enough."""
    file = pem_of(certificates, name)
    with Server([*until_tls(), start_tls(file)]) as server:
        run = check(server, *authorities(certificates, name))
    fingerprint = hashlib.sha256(leaf_of(file).public_bytes(serialization_der())).hexdigest()
    assert run.code == 2
    assert fingerprint in run.long
    assert "issued by" in run.long
    assert {"connect_time", "certificate_days", "total_time"} <= set(run.perfdata)
    assert "auth_time" not in run.perfdata


def test_a_certificate_for_another_name_is_named(check: Check, certificates: Certificates) -> None:
    """On a name mismatch the output has the name that the certificate is for."""
    with Server([*until_tls(), start_tls(certificates.other_name.file)]) as server:
        run = check(server)
    assert "mail.example.test" in run.first + run.long


@pytest.mark.parametrize("name", ["not_yet_valid", "other_name", "common_name_only", "untrusted"])
def test_insecure_verifies_nothing_and_says_so(
    check: Check, certificates: Certificates, name: str
) -> None:
    """With --insecure a wrong certificate is let pass, and the first line and JSON say so."""
    with Server(starttls(pem_of(certificates, name), ACCEPT)) as server:
        run = check(server, "--insecure")
        account = check(server, "--insecure", "--output", "json").account
    assert run.code == 0
    assert "certificate not verified (--insecure)" in run.first
    assert account["tls"]["verified"] is False
    assert account["tls"]["certificate"]["sha256"]
    assert account["notices"][0] == "The certificate was not verified (--insecure)."


def test_insecure_still_counts_the_days(check: Check, certificates: Certificates) -> None:
    """With --insecure an expired certificate is let pass, and the login is judged by its days; it
    is said to have ended, not to end soon, and for whom it works all the same.
    """
    with Server(starttls(certificates.expired.file, ACCEPT)) as server:
        run = check(server, "--insecure", "--output", "json")
        told = check(server, "--insecure")
    assert server.count(b"AUTH") == 2
    assert (run.code, run.account["diagnosis"]) == (2, "certificate-expiring")
    not_after = run.account["tls"]["certificate"]["not_after"]
    assert re.search(r"expired (\d+ days? ago, on|less than a day ago, at) ", told.first)
    assert not_after[:10] in told.first
    assert "only because this check does not verify certificates (--insecure)" in told.long
    assert "expires soon" not in told.output


def test_days_turned_off_are_not_judged(check: Check, certificates: Certificates) -> None:
    """-D 0,0 turns the judgement of the days off, also for a certificate that has run out."""
    with Server(starttls(certificates.expired.file, ACCEPT)) as server:
        run = check(server, "--insecure", "-D", "0,0", "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (0, "authenticated")


def test_tls_name_is_verified_and_asked_for(check: Check, certificates: Certificates) -> None:
    """--tls-name is the name that the certificate must have, and the one sent as SNI."""
    with Server(starttls(certificates.other_name.file, ACCEPT)) as server:
        run = check(server, "--tls-name", "mail.example.test", host="127.0.0.1")
    assert run.code == 0
    assert server.names == ["mail.example.test"]


@pytest.mark.parametrize("name", ["localhost.", "LOCALHOST", "localhost"])
def test_a_trailing_dot_is_dropped(check: Check, certificates: Certificates, name: str) -> None:
    """A host name with a trailing dot is verified, and sent as SNI, without it."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, host=name)
    assert run.code == 0
    assert [str(sent).lower() for sent in server.names] == ["localhost"]


def test_a_name_in_unicode_is_sent_as_idna(check: Check, certificates: Certificates) -> None:
    """A --tls-name that is not ASCII is verified, and sent as SNI, in its IDNA form."""
    leaf = certificates.issue("idna", "xn--grn-ioa.example.test").file
    with Server(starttls(leaf, ACCEPT)) as server:
        run = check(server, "--tls-name", "grün.example.test")
    assert run.code == 0
    assert server.names == ["xn--grn-ioa.example.test"]


@pytest.mark.parametrize("name", [".example.test", "a..b", "-", "%", "a" * 70, "x" * 250])
def test_a_strange_tls_name_is_no_bug_of_ours(
    check: Check, certificates: Certificates, name: str
) -> None:
    """A name that TLS cannot take is a matter of options or of the certificate, not a fault."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "--tls-name", name)
    assert run.code in (2, 3)
    assert "fault in this plugin" not in run.output


def test_a_certificate_that_has_run_out_unverified_counts_days_below_zero(
    check: Check, certificates: Certificates
) -> None:
    """The days of an expired certificate are negative, whole, and rounded down."""
    with Server(implicit(certificates.expired.file)) as server:
        run = check(server, "--tls", "implicit")
    assert run.code == 2
    assert run.perfdata["certificate_days"].text in ("-1", "-2")


@pytest.mark.parametrize(("minimum", "code"), [("1.2", 0), ("1.3", 2)])
def test_the_floor_of_tls_is_kept(
    check: Check, certificates: Certificates, minimum: str, code: int
) -> None:
    """--tls-min 1.3 does not speak to a server of TLS 1.2: tls-failed."""
    tls = start_tls(certificates.server.file, newest=ssl.TLSVersion.TLSv1_2)
    script = starttls(certificates.server.file, ACCEPT)
    with Server([*until_tls(), tls, *script[len(until_tls()) + 1 :]]) as server:
        run = check(server, "--tls-min", minimum, "--output", "json")
    assert run.code == code
    assert run.account["diagnosis"] == ("tls-failed" if code else "authenticated")
