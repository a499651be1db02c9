"""Grafana's [smtp], whose values are go-ini's (see test_goini) and then Grafana's own."""

from __future__ import annotations

import pytest
from fakes.memory import facts, logins, secret_of

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/etc/grafana/grafana.ini"
USUAL = {
    "enabled": "true",
    "host": "mail.example.com:587",
    "user": "gr@example.com",
    "password": '"""#pa;ss"""',
    "from_address": "gr@example.com",
}
FILES = {"/run/secrets/pw": " of the file \n", "/run/secrets/raw": "%(user)s"}


def read(text: str, **variables: str) -> Found:
    """What is read of a file."""
    files = {PATH: text, **FILES}
    (found,) = logins("grafana", PATH, files, variables=variables, printed=str)
    return found


def ini(**changes: str | None) -> str:
    """A file with these settings; None leaves one out."""
    settings = {**USUAL, **changes}
    lines = [f"{key} = {value}" for key, value in settings.items() if value is not None]
    return "\n".join(["app_mode = production", "[server]", "a = b", "[smtp]", *lines, ""])


def test_a_usual_file() -> None:
    """Server, TLS where it is offered, user, password, sender."""
    found = read(ini())
    assert facts(found) == (*("mail.example.com", 587, "starttls", "gr@example.com", "#pa;ss"),)
    assert found.sender == "gr@example.com"
    assert any("STARTTLS" in notice for notice in found.notices)


def test_a_password_that_begins_like_a_comment_is_told() -> None:
    """What is cut off from its first character on is told with what to do."""
    for value in ("#pa;ss", ";p"):
        said = read(ini(password=value)).lacking
        assert said.startswith(f"{PATH}:8: [smtp] password is empty, since # or ; starts a comment")
    for whole in ("", '"""#p"""', None):
        assert not read(ini(password=whole)).lacking


def test_a_password_that_a_comment_cuts_is_told() -> None:
    """A # or ; within a word was hardly meant as a comment; one after a blank was."""
    for value, left in (("pa#ss", "pa"), ("p w;x # y", "p w")):
        found = read(ini(password=value))
        assert secret_of(found) == left
        assert any("[smtp] password is only the part before" in each for each in found.notices)
    for whole in ("pa # ss", "pa ;ss", "`pa#ss`", '"""pa#ss"""', "pa", "", None):
        assert not any("only the part" in each for each in read(ini(password=whole)).notices)


@pytest.mark.parametrize(
    ("host", "policy", "tls", "told"),
    [
        ("h:587", "MandatoryStartTLS", "starttls", False),
        ("h:587", "OpportunisticStartTLS", "starttls", True),
        ("h:587", "", "starttls", True),
        ("h:587", "mandatorystarttls", "starttls", True),
        ("h:25", "NoStartTLS", "none", False),
        ("h:465", "", "implicit", False),
        ("h:465", "NoStartTLS", "implicit", False),
    ],
)
def test_how_tls_starts(host: str, policy: str, tls: str, told: bool) -> None:
    """By port and startTLS_policy, whose words are exact."""
    found = read(ini(host=host, startTLS_policy=policy))
    assert found.tls == tls
    assert any("STARTTLS" in notice for notice in found.notices) == told


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("p#w", "p"),
        ("p;w", "p"),
        ("`p#w`", "p#w"),
        ('"quoted"', "quoted"),
        ("'quoted'", "quoted"),
        ("$__env{SMTP_PW}", "e#nv"),
        ("${SMTP_PW}", "e#nv"),
        ("x${SMTP_PW}y${SMTP_PW}z", "xe#nvye#nvz"),
        ("$__file{/run/secrets/pw}", "of the file"),
        ("$__file{/run/secrets/raw}", "gr@example.com"),
        ("%(user)s!", "gr@example.com!"),
        ("$(id)`id`", "$(id)`id`"),
        ("pa$$w", "pa$$w"),
        ("100%", "100%"),
        ("`$__env{SMTP_PW}`", "e#nv"),
    ],
)
def test_what_becomes_of_a_password(password: str, expected: str) -> None:
    """Cut, unquoted and expanded as Grafana does it, in its order."""
    assert secret_of(read(ini(password=password), SMTP_PW="e#nv")) == expected


def test_empty_values_leave_the_defaults() -> None:
    """Grafana's own host is localhost:25, and its sender admin@grafana.localhost."""
    found = read(ini(host="", from_address=""))
    assert (found.host, found.port, found.sender) == ("localhost", 25, "admin@grafana.localhost")


def test_certificate_identity_and_verification() -> None:
    """cert_file is the client's; skip_verify is not followed, but told."""
    more = {"cert_file": "/c.pem", "key_file": "/k.pem", "skip_verify": "true"}
    found = read(ini(**more, ehlo_identity="me.example.com"))
    assert (found.client_cert, found.client_key, found.hello) == (
        "/c.pem",
        "/k.pem",
        "me.example.com",
    )
    assert any("skip_verify" in notice for notice in found.notices)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"enabled": "false"}, "enabled"),
        ({"enabled": None}, "enabled"),
        ({"enabled": "TRUE!"}, "enabled"),
        ({"user": None}, "user"),
    ],
)
def test_a_grafana_that_does_not_log_in_names_the_key(
    changes: dict[str, str | None], words: str
) -> None:
    """There is nothing to check then."""
    found = read(ini(**changes))
    assert words in found.problem
    place = PATH if None in changes.values() else f"{PATH}:{5 + list(USUAL).index(words)}"
    assert found.problem.startswith(f"{place}: ")


@pytest.mark.parametrize("word", ["1", "t", "yes", "on", "True", "y"])
def test_words_that_mean_yes(word: str) -> None:
    """As the package has them."""
    assert read(ini(enabled=word)).problem == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"host": "mail.example.com"}, ":6: .*host:port"),
        ({"host": "h:s3cr3t"}, ":6: .*host:port"),
        ({"password": "pa${s3cr3t}"}, ":8: .*not set"),
        ({"password": "$__env{s3cr3t}"}, ":8: .*not set"),
        ({"password": "$__vault{s3cr3t}"}, ":8: "),
        ({"password": "`s3cr3t"}, ":8: .*closing quote"),
    ],
)
def test_what_is_wrong_is_told_by_its_line(changes: dict[str, str], words: str) -> None:
    """The error names file and line, and nothing that stands there."""
    with pytest.raises(Misconfigured, match=f"^{PATH}{words}") as caught:
        read(ini(**changes))
    assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize("place", ["/etc/default/grafana-server", "/etc/sysconfig/grafana-server"])
def test_variables_of_the_packages_service_are_told_of(place: str) -> None:
    """Where the packages have the service take variables from, those that are over grafana.ini are
    named, and not their values; others are not, nor are they for a file somewhere else.
    """
    service = (
        "GRAFANA_USER=grafana\n#GF_SMTP_USER=x\nGF_SMTP_PASSWORD='s3cr3t'\nGF_SMTP_HOST=h:25\n"
    )
    (found,) = logins("grafana", PATH, {PATH: ini(), place: service}, printed=str)
    (notice,) = [each for each in found.notices if place in each]
    assert "sets GF_SMTP_HOST, GF_SMTP_PASSWORD, which the service uses instead of" in notice
    usual = {PATH: ini(), place: "GRAFANA_USER=grafana\nGF_SERVER_ROOT_URL=x\n"}
    (found,) = logins("grafana", PATH, usual, printed=str)
    assert not [each for each in found.notices if place in each]
    elsewhere = "/srv/grafana.ini"
    (found,) = logins("grafana", elsewhere, {elsewhere: ini(), place: service}, printed=str)
    assert not [each for each in found.notices if place in each]


def test_a_file_that_is_missing_is_named() -> None:
    """As Grafana would not start, the check cannot."""
    with pytest.raises(Misconfigured, match="/run/secrets/none"):
        read(ini(password="$__file{/run/secrets/none}"))


def test_for_a_list_no_secret_is_looked_for() -> None:
    """A list of accounts reads no password file."""
    text = ini(password="$__file{/run/secrets/none}")
    (found,) = logins("grafana", PATH, {PATH: text})
    assert found.host == "mail.example.com"
