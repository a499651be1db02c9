"""What a program is configured with, among what is given beside it and what holds for all."""

from __future__ import annotations

from typing import Any

import pytest

from check_smtp_auth.accounts import Account, Misconfigured, Origin, Program
from check_smtp_auth.configs.reading import Found
from check_smtp_auth.options.given import Unfit
from check_smtp_auth.options.origin import account_from, chosen, names_of, origin_of
from check_smtp_auth.secret import Proof, Secret

PATH = "/etc/conf"
SECRET = Secret(b"hunter2")
FOUND = Found(host="a.test", port=2525, tls="none", user="u", secret=SECRET, place=PATH)


def picked(names: list[str], name: str = "", kind: str = "msmtp") -> int:
    """Which of some logins is taken."""
    found = [Found(each, port=at) for at, each in enumerate(names)]
    return chosen(found, Program(kind, PATH, name)).port or 0


def test_the_one_that_is_named_is_taken() -> None:
    """A login is taken by its name; of two of one name by a number behind it."""
    names = ["a", "b", "a", "c/1"]
    assert names_of([Found(name) for name in names]) == ["a/1", "b", "a/2", "c/1"]
    assert [picked(names, name) for name in ("b", "a/1", "a/2", "c/1")] == [1, 0, 2, 3]


def test_without_a_name_the_programs_default_is_taken() -> None:
    """The program's own default, the one without a name, or the only one there is."""
    assert picked(["a", "default", "b"]) == 1
    assert picked(["a", "global", "b"], kind="alertmanager") == 1
    assert picked(["a", "", "b"], kind="postfix") == 1
    assert picked(["x"], kind="grafana") == 0


@pytest.mark.parametrize(
    ("names", "name", "words"),
    [
        ([], "", "no login to a mail server is configured there"),
        (["a", "b"], "", "several are configured, name one after #: a, b"),
        (
            ["a", "b pass=hunter2", "smtp://u:hunter2@h"],
            "",
            "several are configured, name one after #: a, (a name not shown), (a name not shown)",
        ),
        (["default", "default"], "", "name one after #: default/1, default/2"),
        (["a", "b"], "c", "there is no login of that name, only a, b"),
        (["a", "a"], "a", "there are several of that name: a/1, a/2"),
        (["x"] * 20, "a", "x/8 and 12 more"),
    ],
)
def test_which_one_is_meant_must_be_clear(names: list[str], name: str, words: str) -> None:
    """Where none or several may be meant, those that there are are named."""
    with pytest.raises(Misconfigured) as caught:
        picked(names, name)
    assert str(caught.value).startswith(f"{PATH}: ")
    assert words in str(caught.value)


def account(found: Found = FOUND, weaker: dict[str, Any] | None = None, **stronger: Any) -> Account:
    """The account that is made."""
    origin = Origin(Program("msmtp", PATH), stronger, weaker or {})
    return account_from(found, origin, "mark", 7.0)


def test_what_is_beside_it_is_stronger_and_what_is_for_all_is_weaker() -> None:
    """Each value is the first that there is: beside it, in the program, for all accounts."""
    weaker = {"host": "w.test", "port": 1, "tls": "implicit", "user": "w", "timeout": 3.0}
    made = account(weaker=weaker, port=26)
    assert (made.host, made.port, made.tls, made.user) == ("a.test", 26, "none", "u")
    assert (made.timeout, made.source.kind) == (3.0, "program")
    assert (made.source.secret, made.source.mark, made.source.changed) == (SECRET, "mark", 7.0)
    # Neither port nor TLS of another server count for one that the program does not say them of.
    made = account(FOUND.replace(port=None, tls=None), weaker)
    assert (made.port, made.tls) == (587, "starttls")
    made = account(password_file="/x", host="b.test", user="v", tls="implicit")
    assert (made.host, made.user, made.tls) == ("b.test", "v", "implicit")
    assert (made.source.kind, made.source.place) == ("file", "/x")


def test_its_own_trust_gives_way_as_a_whole() -> None:
    """The program's authorities count before those for all, and not beside those that are given."""
    found = FOUND.replace(ca_file="/p.pem", ca_path="/p")
    trust = account(found, {"ca_file": "/w.pem"}).trust
    assert (trust.ca_file, trust.ca_path) == ("/p.pem", "/p")
    trust = account(FOUND.replace(ca_file="/p.pem"), {"ca_path": "/w"}).trust
    assert (trust.ca_file, trust.ca_path) == ("/p.pem", None)
    trust = account(FOUND, {"ca_path": "/w"}).trust
    assert (trust.ca_file, trust.ca_path) == (None, "/w")
    trust = account(found, ca_path="/s").trust
    assert (trust.ca_file, trust.ca_path) == (None, "/s")


def test_mechanisms_tell_what_the_secret_is() -> None:
    """A secret for certain mechanisms is used for those; one for tokens is a token."""
    made = account(FOUND.replace(mechanisms=("CRAM-MD5",)))
    assert (made.mechanisms, made.source.proof) == (("CRAM-MD5",), Proof.PASSWORD)
    made = account(FOUND.replace(mechanisms=("XOAUTH2",)))
    assert (made.mechanisms, made.source.proof) == (("XOAUTH2",), Proof.TOKEN)
    made = account(FOUND.replace(mechanisms=("CRAM-MD5",)), mechanism=[("PLAIN",)])
    assert made.mechanisms == ("PLAIN",)
    made = account(FOUND.replace(secret=None, mechanisms=("GSSAPI",)))
    assert made.source.kind == "ticket"
    made = account(FOUND.replace(secret=None, client_cert="/c", mechanisms=("EXTERNAL",)))
    assert (made.source.kind, made.source.place) == ("certificate", "/c")


@pytest.mark.parametrize(
    ("sender", "asked"),
    [
        ("a@b.test", "a@b.test"),
        ("A B <a@b.test>", "a@b.test"),
        ("<a@b.test>", "a@b.test"),
        ('"<x>" <a@b.test> ', "a@b.test"),
        ("a@grün.test", "a@xn--grn-ioa.test"),
    ],
)
def test_the_configured_sender_is_an_address(sender: str, asked: str) -> None:
    """What is asked for is the address, without the name beside it."""
    assert account(FOUND.replace(sender=sender), mail_from="auto ").sender == asked
    assert account(FOUND.replace(sender=sender)).sender is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"host": ""}, "no server is configured there"),
        ({"secret": None}, "no password is configured there for this login"),
        ({"host": "S3CR/x"}, "the host there is not valid"),
        ({"user": "S3CR\n"}, "the user there is not valid"),
        ({"sender": "S3CR x y"}, "the sender there is not an address"),
        ({"sender": ""}, "mail-from auto needs a sender there, and none is configured"),
    ],
)
def test_what_is_no_value_is_told(changes: dict[str, Any], words: str) -> None:
    """What stands there must be what an option takes; where it is not, that is told unquoted."""
    for place, told in (("/etc/conf.local", "/etc/conf.local"), ("", PATH)):
        with pytest.raises(Misconfigured) as caught:
            account(
                FOUND.replace(**{"sender": "a@b.test", "place": place, **changes}),
                mail_from="auto ",
            )
        assert str(caught.value) == f"{told}: {words}"


def test_a_problem_is_told_as_it_is() -> None:
    """Why a login cannot be checked is the reader's to say."""
    with pytest.raises(Misconfigured, match=r"^off$"):
        account(FOUND.replace(problem="off"))


def test_the_strongest_layer_that_names_a_program_counts() -> None:
    """What is below it is weaker than the program, and its secrets are none of its; keys of a
    generic kind may stand below.
    """
    first, second = Program("ini", "/x"), Program("msmtp", "/y")
    keys = {"host": "a.b"}
    low = {"password_file": "/p", "host": "h", "from": second, "from_keys": keys}
    origin = origin_of([low, {"from": first, "port": 1}, {"user": "u"}])
    assert origin.program == first.replace(keys=keys)
    assert origin.stronger == {"from": first, "port": 1, "user": "u"}
    assert origin.weaker == {"host": "h", "from": second, "from_keys": keys}
    assert origin_of([low | {"from": first}, {"from": second}]).program == second
    with pytest.raises(Unfit):
        origin_of([{"from": second, "from_keys": keys}])
