"""Alertmanager's configuration; that its values are read as Alertmanager does is in monitors/."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from servers.requirements import require

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/etc/prometheus/alertmanager.yml"
GLOBAL = (
    "global: {smtp_smarthost: 'mail.example.com:587', smtp_from: 'A <al@example.com>', "
    "smtp_auth_username: al@example.com, smtp_auth_password_file: /etc/am/pw}\n"
)
RECEIVER = "receivers: [{name: oncall, email_configs: [{to: x, %s}]}]\n"
FILES = {"/etc/am/pw": " from file \n", "/etc/am/secret": "cram\n"}
ENOUGH = "smarthost: 'h:587', auth_username: u, auth_password: p"


def read(text: str, name: str = "", files: dict[str, str] | None = None) -> list[Found]:
    """All logins of a file."""
    return logins("alertmanager", PATH, {PATH: text, **FILES, **(files or {})}, name, printed=str)


def one(settings: str, common: str = "") -> Found:
    """The login of the one receiver that has these settings."""
    found = read(common + RECEIVER % settings, "oncall")
    return next(each for each in found if each.name == "oncall")


def problem(settings: str, common: str = "") -> str:
    """Why a receiver with these settings cannot be read or checked."""
    try:
        return one(settings, common).problem
    except Misconfigured as wrong:
        return str(wrong)


@pytest.mark.parametrize("password", ["${SMTP_PASSWORD}", "$SMTP_PASSWORD", "$(SMTP_PASSWORD)"])
def test_a_variable_is_told_to_be_none(password: str) -> None:
    """What is written like a variable is the password itself, as Alertmanager has it."""
    found = one(f"smarthost: 'h:587', auth_username: u, auth_password: '{password}'")
    assert secret_of(found) == password
    assert any("does not expand variables" in notice for notice in found.notices)
    assert not one(ENOUGH).notices


def test_global_and_a_receiver_of_its_own() -> None:
    """Two logins: global's with a trimmed password file, and the receiver's that stands over it."""
    own = "smarthost: 'smtp.example.net:465', auth_username: relay, auth_password: '0123'"
    text = GLOBAL + RECEIVER % own
    found = read(text)
    assert [each.name for each in found] == ["global", "oncall"]
    assert facts(found[0]) == ("mail.example.com", 587, "starttls", "al@example.com", "from file")
    assert found[0].sender == "A <al@example.com>"
    named = read(text, "oncall")[1]
    assert facts(named) == ("smtp.example.net", 465, "implicit", "relay", "0123")
    assert named.sender == "A <al@example.com>"


def test_only_the_file_of_the_login_that_is_asked_for_is_read() -> None:
    """Another receiver's password file may be missing."""
    text = GLOBAL + RECEIVER % "auth_password_file: /not/there"
    assert secret_of(read(text)[0]) == "from file"
    assert "/not/there" in read(text, "oncall")[1].problem


def test_what_is_wrong_with_one_receiver_hinders_no_other() -> None:
    """Its own login says what it is, and the others are read."""
    text = GLOBAL + (
        "receivers: [{name: bad, email_configs: [{to: a, smarthost: no-port}]}, "
        "{name: good, email_configs: [{to: b, auth_password: p}]}]\n"
    )
    found = read(text, "good")
    assert [bool(each.problem) for each in found] == [False, True, False]
    assert secret_of(found[2]) == "p"
    assert "port is required" in found[1].problem


def test_receivers_inherit_what_they_do_not_say() -> None:
    """What a receiver leaves out, or leaves empty, is global's."""
    found = one("auth_username: '', hello: mx.example.com", GLOBAL)
    assert facts(found) == ("mail.example.com", 587, "starttls", "al@example.com", "from file")
    assert found.hello == "mx.example.com"
    assert secret_of(one("auth_password: own", GLOBAL)) == "own"


def test_what_stands_beside_a_merge_is_over_it() -> None:
    """A receiver that begins with another one's settings has its own over them, as in YAML; what
    is there twice without that is refused.
    """
    base = "- name: a\n  email_configs:\n  - &base {to: x, smarthost: 'h:587', auth_username: u}\n"
    own = (
        "- name: b\n  email_configs:\n  - <<: *base\n    auth_username: own\n    auth_password: p\n"
    )
    assert facts(read(f"receivers:\n{base}{own}", "b")[1]) == ("h", 587, "starttls", "own", "p")
    twice = read(f"receivers:\n{base}{own}    auth_password: q\n", "b")[1]
    assert "this key is set twice" in twice.problem


def test_two_of_one_receiver_are_told_apart() -> None:
    """Each has its number after the name."""
    text = GLOBAL + (
        "receivers: [{name: team, email_configs: [{to: a, auth_password: one}, "
        "{to: b, auth_password: two}]}]\n"
    )
    assert [secret_of(each) for each in read(text, "team/1")] == ["", "one", ""]
    assert [secret_of(each) for each in read(text, "team/2")] == ["", "", "two"]


@pytest.mark.parametrize(
    ("settings", "tls"),
    [
        ("smarthost: 'h:587'", "starttls"),
        ("smarthost: 'h:25'", "starttls"),
        ("smarthost: 'h:465'", "implicit"),
        ("smarthost: 'h:465', require_tls: false", "implicit"),
        ("smarthost: 'h:25', require_tls: no", "none"),
        ("smarthost: 'h:2465', force_implicit_tls: true", "implicit"),
        ("smarthost: 'h:465', force_implicit_tls: off", "starttls"),
        ("smarthost: 'h:465', force_implicit_tls: false, require_tls: false", "none"),
        ("smarthost: 'h:submission'", "starttls"),
    ],
)
def test_how_tls_starts(settings: str, tls: str) -> None:
    """By port, require_tls and force_implicit_tls, as Alertmanager decides it."""
    assert one(f"{settings}, auth_username: u, auth_password: p").tls == tls


def test_global_require_tls_holds_for_receivers_that_say_nothing() -> None:
    """A receiver's own word is over it."""
    common = "global: {smtp_require_tls: false, smtp_smarthost: 'h:25'}\n"
    login = "auth_username: u, auth_password: p"
    assert one(login, common).tls == "none"
    assert one(f"{login}, require_tls: true", common).tls == "starttls"


def test_port_465_is_told_about_older_releases() -> None:
    """Alertmanager of Debian 12 wants STARTTLS within TLS there, unless it is told not to."""
    login = "smarthost: 'h:465', auth_username: u, auth_password: p"
    assert any("0.31" in notice for notice in one(login).notices)
    assert one(f"{login}, require_tls: false").notices == ()
    assert one(f"{login}, force_implicit_tls: true").notices == ()


def test_a_secret_for_cram_md5_alone_is_used_for_that() -> None:
    """The file of it is not trimmed, as Alertmanager does not."""
    login = "smarthost: 'h:587', auth_username: u"
    assert one(f"{login}, auth_secret: s").mechanisms == ("CRAM-MD5",)
    found = one(f"{login}, auth_secret_file: /etc/am/secret")
    assert (secret_of(found), found.mechanisms) == ("cram\n", ("CRAM-MD5",))
    assert any("line end" in notice for notice in found.notices)
    assert one(f"{login}, auth_password: p").mechanisms == ()


def test_trust_identity_and_names_are_taken_over() -> None:
    """tls_config, auth_identity and hello reach the check."""
    tls = (
        "tls_config: {ca_file: /ca.pem, cert_file: /c.pem, key_file: /k.pem, server_name: mx.test, "
        "insecure_skip_verify: true}"
    )
    found = one(f"{ENOUGH}, {tls}, auth_identity: boss, hello: me.test")
    assert (found.ca_file, found.client_cert, found.client_key) == ("/ca.pem", "/c.pem", "/k.pem")
    assert (found.tls_name, found.authzid, found.hello) == ("mx.test", "boss", "me.test")
    assert any("insecure_skip_verify" in notice for notice in found.notices)


def test_a_template_as_sender_is_not_expanded() -> None:
    """It is left out, and told."""
    found = one(f"{ENOUGH}, from: '{{{{ .GroupLabels.x }}}}@example.com'")
    assert found.sender == ""
    assert any("template" in notice for notice in found.notices)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("smarthost: mail.example.com, auth_username: u", "smarthost: .*port is required"),
        ("smarthost: 'h:s3cr3t', auth_username: u", "smarthost: "),
        ("smarthost: ':587', auth_username: u", "smarthost: "),
        ("smarthost: '::1:587', auth_username: u", "smarthost: "),
        ("smarthost: 'h:587'", "auth_username"),
        ("smarthost: 'h:587', auth_username: u", "auth_password"),
        (f"{ENOUGH}, auth_password_file: /etc/am/pw", "at most one"),
        (f"{ENOUGH}, require_tls: s3cr3t", "require_tls: must be true or false"),
        (f"{ENOUGH}, tls_config: {{ca_file: ca.pem}}", "use an absolute path"),
        (f"{ENOUGH}, tls_config: {{ca: s3cr3t}}", "ca_file"),
        ("smarthost: 'h:587', auth_username: u, auth_password_file: pw", "use an absolute path"),
        ("smarthost: 'h:587', auth_username: u, auth_password: !vault s3cr3t", "tag"),
        ("smarthost: 'h:587', auth_username: u, auth_password: [s3cr3t]", "must be text"),
        ("auth_username: u, auth_password: s3cr3t", "smarthost"),
        (f"{ENOUGH}, auth_password: s3cr3t", "set twice"),
    ],
)
def test_what_is_wrong_is_told_by_its_key(settings: str, words: str) -> None:
    """The error names the key, and nothing that stands there."""
    told = problem(settings)
    assert re.search(words, told), told
    assert told.startswith(PATH) or told.startswith("oncall")
    assert "s3cr3t" not in told


# Of one receiver, with require_tls and what comes after it in this form.
CHECKED = """\
global: {smtp_smarthost: 'h:587', smtp_from: a@b.test, smtp_auth_username: u}
route: {receiver: r}
receivers:
- name: r
  email_configs:
  - to: x@y.test
    auth_password: p
    require_tls: %s
"""
JUDGED = (
    *("true", "no", "On", "n", "~", "", '"false"', "'true'", "!!str true", "''", "maybe", "0"),
    *("FaLse", "[]", "true\n    auth_secret: s"),
    *("true\n    auth_password: q", "true\n    smarthost: no-port", "true\n    smarthost: 'h:25'"),
    *("true\n    smarthost: '::1:25'", "true\n    smarthost: '[::1]:25'", "true\n   x: y"),
    *("true\n    auth_password: [p]", "true # no\r", "&a true\n    force_x: *b", "|\n      true"),
)


def test_what_amtool_refuses_is_refused(tmp_path: Path) -> None:
    """Files that Alertmanager's own tool takes are read, and those are refused that it refuses."""
    require("alertmanager")
    paths = [tmp_path / f"{number}.yml" for number in range(len(JUDGED))]
    for path, settings in zip(paths, JUDGED):
        path.write_bytes((CHECKED % settings).encode())
    done = subprocess.run(["amtool", "check-config", *paths], stdout=subprocess.PIPE, timeout=60)
    told = dict(re.findall(r"Checking '([^']*)' +(\w+)", done.stdout.decode()))
    theirs = {text: told[str(path)] == "SUCCESS" for path, text in zip(paths, JUDGED)}
    assert {text: not refusal(CHECKED % text) for text in JUDGED} == theirs
    assert 8 < sum(theirs.values()) < len(theirs) - 8


def refusal(text: str) -> str:
    """Why a file cannot be read, or its one login cannot be checked."""
    try:
        return read(text, "r")[-1].problem
    except Misconfigured as wrong:
        return str(wrong)


@pytest.mark.parametrize("text", ["", "global: {}\n", "receivers: []\n", "- x\n", "route: {}\n"])
def test_a_file_without_mail_says_so(text: str) -> None:
    """Where nothing sends mail there is nothing to check."""
    with pytest.raises(Misconfigured, match="smtp_smarthost"):
        read(text)


def test_global_that_cannot_log_in_hides_no_receiver() -> None:
    """Where only receivers have users, the one receiver is the login."""
    common = "global: {smtp_smarthost: 'h:587', smtp_from: a@b.test}\n"
    found = read(common + RECEIVER % "auth_username: u, auth_password: p")
    assert [(each.name, secret_of(each)) for each in found] == [("oncall", "p")]
