"""Which authorities are trusted, by options, by the environment, and by the system."""

from __future__ import annotations

import re
import shutil
import ssl
from pathlib import Path

import pytest
import trustme
from fakes.certificates import Certificates
from fakes.namespace import with_trust_store
from fakes.plugin import Check, environment
from fakes.scripts import ACCEPT, hello, starttls, until_tls
from fakes.server import Server, start_tls


def system(**changes: object) -> dict[str, str]:
    """The environment of a system whose trust store is elsewhere: SSL_CERT_DIR and _FILE."""
    nowhere = {"SSL_CERT_DIR": "/nonexistent", "SSL_CERT_FILE": "/nonexistent"}
    return environment(**nowhere | {name: str(value) for name, value in changes.items()})


# An empty option counts as not given: the system's store counts, not the test's own CA.
AS_SYSTEM = ("--ca-file", "")


def test_a_hashed_directory_is_trusted(check: Check, certificates: Certificates) -> None:
    """The system's directory of hashed certificates is trusted, without the bundle."""
    env = system(SSL_CERT_DIR=certificates.ca_directory)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, env=env)
    assert run.code == 0
    assert len(server.connections) == 1


def test_a_bundle_is_trusted(check: Check, certificates: Certificates) -> None:
    """Where the system has a bundle only, that is trusted."""
    env = system(SSL_CERT_FILE=certificates.ca_file)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, env=env)
    assert run.code == 0
    assert len(server.connections) == 1


def hashed_without(certificates: Certificates, tmp_path: Path) -> Path:
    """A hashed directory with another authority in it than the server's."""
    directory = tmp_path / "hashed"
    shutil.copytree(certificates.ca_directory, directory, symlinks=True)
    for file in directory.iterdir():
        if not file.is_symlink():
            shutil.copy(certificates.other_ca_file, file)
    return directory


def test_directory_and_bundle_are_one_store(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """An authority that is in the bundle only is trusted beside a hashed directory."""
    directory = hashed_without(certificates, tmp_path)
    env = system(SSL_CERT_DIR=directory, SSL_CERT_FILE=certificates.ca_file)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, env=env)
    assert run.code == 0
    assert server.count(b"AUTH") == 1


def test_the_systems_own_bundle_is_asked_after_its_directory(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """Where the system's directory does not do, its bundle is read, in a second connection."""
    hashed = hashed_without(certificates, tmp_path)
    before = with_trust_store(tmp_path, hashed, certificates.ca_file)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, before=before)
    assert run.code == 0
    assert len(server.connections) == 2
    assert server.count(b"AUTH") == 1


def test_what_neither_trusts_is_untrusted(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """An authority in neither directory nor bundle is certificate-untrusted; nothing is sent."""
    directory = hashed_without(certificates, tmp_path)
    env = system(SSL_CERT_DIR=directory, SSL_CERT_FILE=certificates.other_ca_file)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, "--output", "json", env=env)
    assert (run.code, run.account["diagnosis"]) == (2, "certificate-untrusted")
    assert server.count(b"AUTH") == 0


def test_no_store_at_all_is_untrusted(check: Check, certificates: Certificates) -> None:
    """Without any store every certificate is untrusted, and that is no fault of ours."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, "--output", "json", env=system())
    assert (run.code, run.account["diagnosis"]) == (2, "certificate-untrusted")


def test_a_broken_bundle_is_untrusted(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """A system's bundle that is no PEM trusts nobody; the check ends in one clean result."""
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(bytes(range(256)))
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *AS_SYSTEM, "--output", "json", env=system(SSL_CERT_FILE=bundle))
    assert (run.code, run.account["diagnosis"]) == (2, "certificate-untrusted")


@pytest.mark.parametrize("where", ["directory", "bundle"])
def test_the_faults_of_a_certificate_are_the_same_by_either_store(
    check: Check, certificates: Certificates, where: str
) -> None:
    """Expired and misnamed certificates have the same diagnosis whichever store is used."""
    by_directory = system(SSL_CERT_DIR=certificates.ca_directory)
    by_bundle = system(SSL_CERT_FILE=certificates.ca_file)
    env = by_directory if where == "directory" else by_bundle
    diagnoses = []
    for leaf in (certificates.expired, certificates.other_name, certificates.untrusted):
        with Server(starttls(leaf.file, ACCEPT)) as server:
            diagnoses.append(check(server, *AS_SYSTEM, "--output", "json", env=env).account)
    assert [account["diagnosis"] for account in diagnoses] == [
        *("certificate-expired", "certificate-name-mismatch", "certificate-untrusted")
    ]


def test_own_authorities_replace_the_system(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """With --ca-file or --ca-path the system's store does not count any more."""
    trusting = system(SSL_CERT_FILE=certificates.ca_file, SSL_CERT_DIR=certificates.ca_directory)
    other = hashed_without(certificates, tmp_path)
    own = (("--ca-file", certificates.other_ca_file), (*AS_SYSTEM, "--ca-path", other))
    for options in own:
        with Server(starttls(certificates.server.file, ACCEPT)) as server:
            run = check(server, *options, "--output", "json", env=trusting)
        assert (run.code, run.account["diagnosis"]) == (2, "certificate-untrusted")
        assert len(server.connections) == 1


def test_own_directory_is_trusted(check: Check, certificates: Certificates) -> None:
    """--ca-path takes a directory of hashed certificates."""
    options = (*AS_SYSTEM, "--ca-path", certificates.ca_directory)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, *options, env=system()).code == 0


def test_a_plain_authority_works(check: Check, certificates: Certificates) -> None:
    """A CA made by plain "openssl req -x509", without key usage, works on every Python."""
    with Server(starttls(certificates.plain, ACCEPT)) as server:
        run = check(server, "--ca-file", certificates.plain_ca_file)
    assert run.code == 0


def test_formal_faults_are_told(check: Check, certificates: Certificates) -> None:
    """What a stricter program would refuse a chain for is a note, and changes no state."""
    with Server(starttls(certificates.plain, ACCEPT)) as server:
        run = check(server, "--ca-file", certificates.plain_ca_file, "-v")
    assert run.code == 0
    assert "Note: The certificate chain has a CA certificate without key usage." in run.long


def test_a_chain_may_end_below_its_root(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """An intermediate, or the server's own certificate, can be trusted without its root."""
    root = trustme.CA()
    intermediate = root.create_child_ca()
    leaf = intermediate.issue_cert("localhost")
    leaf.private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "leaf.pem"))
    anchors = {"intermediate": intermediate.cert_pem, "leaf": leaf.cert_chain_pems[0]}
    for name, anchor in anchors.items():
        anchor.write_to_path(str(tmp_path / name))
        with Server(starttls(tmp_path / "leaf.pem", ACCEPT)) as server:
            assert check(server, "--ca-file", tmp_path / name).code == 0, name


def test_a_client_certificate_is_shown(check: Check, certificates: Certificates) -> None:
    """--client-cert is shown to a server that asks for one."""
    tls = start_tls(certificates.server.file, client_ca=certificates.ca_file)
    script = [*until_tls(), tls, *hello("AUTH PLAIN"), *ACCEPT]
    with Server(script) as server:
        run = check(server, "--client-cert", certificates.client.file)
    assert run.code == 0
    assert server.connections[0].client_certificate is not None


def test_a_client_key_of_its_own_file(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """--client-key takes the key from another file than the certificate."""
    both = certificates.client.file.read_text()
    key, certificate = re.findall(r"(-----BEGIN.*?-----END[^\n]*\n)", both, re.DOTALL)[:2]
    (tmp_path / "key").touch(0o600)
    (tmp_path / "key").write_text(key)
    (tmp_path / "certificate").write_text(certificate)
    tls = start_tls(certificates.server.file, client_ca=certificates.ca_file)
    files = ("--client-cert", tmp_path / "certificate", "--client-key", tmp_path / "key")
    with Server([*until_tls(), tls, *hello("AUTH PLAIN"), *ACCEPT]) as server:
        assert check(server, *files).code == 0


@pytest.mark.parametrize("version", ["TLSv1_2", "TLSv1_3"])
def test_a_client_certificate_that_is_missing(
    check: Check, certificates: Certificates, version: str
) -> None:
    """A server that wants a client certificate and gets none is CRITICAL; nothing is sent."""
    newest = ssl.TLSVersion[version]
    tls = start_tls(certificates.server.file, client_ca=certificates.ca_file, newest=newest)
    with Server([*until_tls(), tls, *hello("AUTH PLAIN")]) as server:
        run = check(server, "--output", "json")
    assert run.code == 2
    assert run.account["diagnosis"] == "tls-failed"
    assert server.count(b"AUTH") == 0
