"""Trust: strict alike on every Python, and clear words for files that cannot be used."""

from __future__ import annotations

import os
import re
import ssl
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from fakes.certificates import Certificates
from fakes.plugin import USER, Check, run
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server
from fakes.timing import in_time

from check_smtp_auth.accounts import Misconfigured, Trust
from check_smtp_auth.net import trust as trusts
from check_smtp_auth.net.loop import run as run_all
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.net.trust import context, may_lack

NOWHERE = ("-H", "127.0.0.1", "-p", "1", "-u", USER)
PARTIAL_CHAIN, STRICT = 0x80000, 0x20


def made_for(trust: Trust) -> ssl.SSLContext:
    """The context for a trust."""
    return run_one(context(trust, time.monotonic() + 5))


def test_strictness_is_the_same_on_every_python(certificates: Certificates) -> None:
    """TLS 1.2 at least, names by subjectAltName alone, partial chains, and not strict."""
    made = made_for(Trust(ca_file=str(certificates.ca_file)))
    assert made.minimum_version == ssl.TLSVersion.TLSv1_2
    assert made.verify_mode == ssl.CERT_REQUIRED
    assert made.check_hostname
    assert not made.hostname_checks_common_name
    assert made.verify_flags & ssl.VERIFY_X509_TRUSTED_FIRST
    assert made.verify_flags & PARTIAL_CHAIN
    assert not made.verify_flags & STRICT


def test_ciphers_are_the_same_on_every_python(certificates: Certificates) -> None:
    """Ciphers without forward secrecy, with SHA-1, RC4 or 3DES are not offered."""
    names = [cipher["name"] for cipher in made_for(Trust()).get_ciphers()]
    assert names
    assert not [name for name in names if re.search("RC4|DES|MD5|NULL|-SHA$|EXP|PSK|SRP", name)]
    assert all(name.startswith(("TLS_", "ECDHE-", "DHE-")) for name in names)


@pytest.mark.parametrize("option", ["ca_file", "ca_path", "client_cert"])
def test_too_little_memory_is_no_bad_file(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    """What OpenSSL cannot read for want of memory is told as that, and not blamed on the file."""

    def fail(*_: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    given = (certificates.ca_file, certificates.ca_directory, certificates.client.file)
    file = dict(zip(("ca_file", "ca_path", "client_cert"), given))[option]
    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", fail)
    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", fail)
    monkeypatch.setattr(trusts, "_contexts", {})  # other tests have made some
    trust = Trust(**{option: str(file)})
    with pytest.raises(Misconfigured, match=r"too little memory.*ulimit -v"):
        made_for(trust)


def test_a_context_is_made_once(certificates: Certificates) -> None:
    """All accounts of the same trust share one context: making one costs as much as a login."""
    trust = Trust(ca_file=str(certificates.ca_file))
    assert made_for(trust) is made_for(Trust(ca_file=str(certificates.ca_file)))
    assert made_for(trust) is not made_for(trust.replace(minimum="1.3"))


def test_a_context_is_made_once_for_all_who_want_it_now(certificates: Certificates) -> None:
    """Accounts of one run that begin together wait for one context, and do not make many."""
    trust = Trust(ca_file=str(certificates.ca_file), minimum="1.3")
    until = time.monotonic() + 5
    made = [each.result for each in run_all(context(trust, until) for _ in range(20))]
    assert len(set(map(id, made))) == 1


def test_what_is_wrong_is_told_to_all_and_not_kept(
    certificates: Certificates, tmp_path: Path
) -> None:
    """All who want a context hear what is wrong with its file; once it is fixed, they get one."""
    file = tmp_path / "authority.pem"
    os.mkfifo(file)
    trust = Trust(ca_file=str(file))
    until = time.monotonic() + 5
    ended = list(run_all(context(trust, until) for _ in range(3)))
    assert {str(each.error) for each in ended} == {"--ca-file: not a regular file"}
    file.unlink()
    file.write_bytes(certificates.ca_file.read_bytes())
    assert made_for(trust) is made_for(trust)


def test_own_authorities_are_the_whole_of_trust(certificates: Certificates) -> None:
    """With a CA of one's own there is nothing left to ask of the system's store."""
    assert not may_lack(Trust(ca_file=str(certificates.ca_file)), 20)
    assert not may_lack(Trust(insecure=True), 20)
    assert not may_lack(Trust(), 10)


@pytest.mark.parametrize("code", [2, 18, 19, 20, 21])
def test_what_the_whole_store_might_verify(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A chain whose issuer is not in the system's directory is looked for in its bundle too."""
    variable = ssl.get_default_verify_paths().openssl_capath_env
    monkeypatch.setenv(variable, str(certificates.ca_directory))
    assert may_lack(Trust(), code)
    monkeypatch.setenv(variable, "/nonexistent")  # then the bundle was read at once
    assert not may_lack(Trust(), code)


WRONG = {
    "absent": ("--ca-file", "/nonexistent", "no such file or directory"),
    "a home": (
        "--ca-file",
        "~/x",
        "no such file or directory: only a shell replaces ~ and variables",
    ),
    "a directory for a file": ("--ca-file", "/", "a directory, not a file"),
    "no PEM": ("--ca-file", "/etc/hostname", "does not contain a certificate in PEM format"),
    "no directory": ("--ca-path", "/nonexistent", "no such file or directory"),
    "a file for a directory": ("--ca-path", "/etc/hostname", "not a directory"),
    "no certificate": ("--client-cert", "/nonexistent", "no such file or directory"),
    "no certificate in it": ("--client-cert", "/etc/hostname", "does not contain a certificate in"),
}


@pytest.mark.parametrize("case", list(WRONG))
def test_a_file_that_cannot_be_used_is_misconfigured(password_file: Path, case: str) -> None:
    """A trust file that is absent or no PEM is UNKNOWN, one line, with the option's name, in words
    as those of other files.
    """
    option, value, why = WRONG[case]
    done = run(*NOWHERE, "-P", password_file, option, value)
    assert done.code == 3
    assert len(done.lines) == 1
    assert f": {option}: {why}" in done.first


def test_a_directory_without_hashed_names_is_misconfigured(
    password_file: Path, certificates: Certificates, tmp_path: Path
) -> None:
    """Certificates that were only copied into the directory of --ca-path are found by nobody: the
    command that gives them their names is told. Beside --ca-file the directory may be empty.
    """
    (tmp_path / "ca.pem").write_bytes(certificates.ca_file.read_bytes())
    done = run(*NOWHERE, "-P", password_file, "--ca-path", tmp_path)
    assert (done.code, len(done.lines)) == (3, 1)
    assert "--ca-path: " in done.first and "run openssl rehash" in done.first
    both = ("--ca-path", tmp_path, "--ca-file", certificates.ca_file)
    assert run(*NOWHERE, "-P", password_file, *both).code == 2


def test_a_client_certificate_without_its_key(
    password_file: Path, certificates: Certificates
) -> None:
    """A client certificate whose file has no key is misconfigured."""
    done = run(*NOWHERE, "-P", password_file, "--client-cert", certificates.ca_file)
    assert done.code == 3
    assert "--client-cert: does not contain a private key in PEM format" in done.first


def test_a_client_key_that_is_none_or_anothers(
    password_file: Path, certificates: Certificates
) -> None:
    """What is wrong with a key in a file of its own is told of that file, or of both."""
    right, other, no_key = certificates.client.file, certificates.server.file, certificates.ca_file
    for key, why in (
        (no_key, "--client-key: does not contain a private key in PEM format"),
        (other, "--client-cert: the certificate and the key do not belong together, or"),
    ):
        options = ("--client-cert", right, "--client-key", key)
        assert f": {why}" in run(*NOWHERE, "-P", password_file, *options).first


def test_a_client_key_with_a_passphrase(
    password_file: Path, certificates: Certificates, tmp_path: Path
) -> None:
    """A key with a passphrase is misconfigured at once: nobody is there to type it."""
    plain, encrypted = certificates.client.file, tmp_path / "key"
    made = ("openssl", "ec", "-in", plain, "-aes128", "-passout", "pass:x", "-out", encrypted)
    subprocess.run(made, check=True, capture_output=True)
    options = ("--client-cert", plain, "--client-key", encrypted)
    done = run(*NOWHERE, "-P", password_file, *options)
    assert done.code == 3
    assert "passphrase" in done.first


def with_client_key(
    certificates: Certificates, folder: Path, where: str
) -> tuple[Path, tuple[str, ...]]:
    """Return a file with a client's key, and the options by which it is given: in a file of its
    own, in that of the certificate, or there though another is named.
    """
    both = certificates.client.file.read_text()
    key, certificate = re.findall(r"(-----BEGIN.*?-----END[^\n]*\n)", both, re.DOTALL)[:2]
    for name, text in {"key": key, "certificate": certificate, "both": key + certificate}.items():
        (folder / name).touch(0o600)
        (folder / name).write_text(text)
    (folder / "certificate").chmod(0o644)
    names = {
        "apart": ("key", "certificate", "key"),
        "together": ("both", "both", ""),
        "twice": ("both", "both", "key"),
    }
    secret, cert, own = names[where]
    options = ("--client-cert", str(folder / cert))
    return folder / secret, (*options, "--client-key", str(folder / own)) if own else options


@pytest.mark.parametrize("where", ["apart", "together", "twice"])
@pytest.mark.parametrize("more", [(), ("-P", "secret")], ids=["EXTERNAL", "beside a password"])
@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (0o644, "is open to everyone: run chmod 600 on it"),
        (0o666, "is open to everyone: run chmod 600 on it"),
        (0o602, "is open to everyone: run chmod 600 on it"),
        (0o660, "is open to its group: run chmod 600 on it"),
        (0o600, ""),
        (0o400, ""),
    ],
)
def test_a_client_key_that_others_can_read(
    certificates: Certificates,
    tmp_path: Path,
    password_file: Path,
    where: str,
    more: tuple[str, ...],
    mode: int,
    words: str,
) -> None:
    """A client's key that is not its owner's only is refused, wherever it stands."""
    file, options = with_client_key(certificates, tmp_path, where)
    file.chmod(mode)
    more = tuple(str(password_file) if word == "secret" else word for word in more)
    done = run(*NOWHERE, *more, *options)
    option = "--client-key" if where == "apart" else "--client-cert"
    if words:
        assert (done.code, len(done.lines)) == (3, 1)
        assert f"the file of {option} {words}" in done.first
    else:
        assert done.code == 2  # nobody listens there


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("where", ["apart", "together"])
def test_a_client_key_of_somebody_else(
    certificates: Certificates, tmp_path: Path, where: str
) -> None:
    """A client's key that belongs to another user is refused."""
    file, options = with_client_key(certificates, tmp_path, where)
    os.chown(file, 65_534, 65_534)
    done = run(*NOWHERE, *options)
    assert done.code == 3
    assert "belongs to nobody: run the check as that user" in done.first


def test_a_client_key_that_is_exchanged(
    certificates: Certificates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What OpenSSL reads is the file that was judged, whatever stands under its name by then."""
    file, _ = with_client_key(certificates, tmp_path, "together")
    real = ssl.SSLContext.load_cert_chain
    loaded = []

    def exchanged(made: ssl.SSLContext, *words: Any) -> None:
        file.rename(tmp_path / "away")
        file.write_text("no key at all")
        real(made, *words)
        loaded.append(made)

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", exchanged)
    trust = Trust(ca_file=str(certificates.ca_file), client_cert=str(file))
    assert made_for(trust) in loaded


@pytest.mark.parametrize("option", ["--ca-file", "--client-cert"])
def test_a_trust_file_that_never_answers(password_file: Path, tmp_path: Path, option: str) -> None:
    """A FIFO in place of a certificate file does not keep the check past its timeout."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    done = in_time(1, lambda: run(*NOWHERE, "-P", password_file, option, fifo, "-t", "1"))
    assert done.code == 3


def test_the_system_store_is_used_by_default(check: Check, certificates: Certificates) -> None:
    """Without --ca-file the system's authorities count, and the test's own is none of them."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "--ca-file", "", "--output", "json")
    assert run.account["diagnosis"] == "certificate-untrusted"
    assert server.count(b"AUTH") == 0


def test_a_broken_trust_file_is_told_in_words() -> None:
    """In the code it is an error of ours to fix, with words for the first line."""
    with pytest.raises(Misconfigured) as caught:
        made_for(Trust(ca_file="/nonexistent"))
    assert str(caught.value) == "--ca-file: no such file or directory"
