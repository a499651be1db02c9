"""A secret prints itself nowhere."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import pprint
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from check_smtp_auth.record import Record
from check_smtp_auth.sasl import Credential
from check_smtp_auth.secret import Secret, oddity
from check_smtp_auth.smtp.conversation import Command

WORD = "correct-horse"
SECRET = Secret(WORD.encode())


class Holder(Record):
    """A value that has a secret in it."""

    secret: Secret


PRINTERS: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": format,
    "f-string": lambda value: f"{value} {value!r} {value!s} {value!a}",
    "%": lambda value: "%s %r" % (value, value),  # noqa: UP031
    "str.format": lambda value: "{0} {0!r}".format(value),  # noqa: UP032
    "ascii": ascii,
    "pprint": pprint.pformat,
    "logging": lambda value: logging.makeLogRecord({"msg": "%s", "args": (value,)}).getMessage(),
    "json": lambda value: json.dumps(value, default=repr),
}
HOLDERS: dict[str, Any] = {
    "itself": SECRET,
    "tuple": (SECRET,),
    "list": [SECRET],
    "dict": {"password": SECRET},
    "exception": ValueError("no", SECRET),
    "record": Holder(SECRET),
    "credential": Credential("user", SECRET),
    "command": Command("auth", SECRET, "AUTH PLAIN ***"),
}


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("holder", HOLDERS)
def test_prints_as_stars(holder: str, printer: str) -> None:
    """However a secret is printed, and whatever holds it, stars come out."""
    printed = PRINTERS[printer](HOLDERS[holder])
    assert WORD not in printed
    assert "***" in printed


def test_padded_formats_do_not_leak() -> None:
    """A format that a secret does not understand is an error without the secret in it."""
    for how in (">20", "s", "x"):
        with pytest.raises((TypeError, ValueError)) as error:
            format(SECRET, how)
        assert WORD not in str(error.value)


@pytest.mark.parametrize("capture_locals", [False, True])
def test_traceback(capture_locals: bool) -> None:
    """A traceback through code that holds a secret does not show it, not even with locals."""

    def fail(secret: Secret) -> None:
        raise ValueError(secret)

    with pytest.raises(ValueError) as error:
        fail(SECRET)
    described = traceback.TracebackException.from_exception(
        error.value, capture_locals=capture_locals
    )
    text = "".join(described.format())
    assert WORD not in text
    assert "***" in text


@pytest.mark.parametrize("holder", HOLDERS)
def test_is_not_stored(holder: str) -> None:
    """A secret, and what holds it, cannot be pickled into a state file, in any protocol."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError) as error:
            pickle.dumps(HOLDERS[holder], protocol)
        assert WORD not in str(error.value)


def test_is_not_copied() -> None:
    """A secret cannot be copied, so that there is one of it."""
    for make in (copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            make(SECRET)
    with pytest.raises(TypeError):
        copy.deepcopy(Holder(SECRET))


def test_has_no_other_way_in() -> None:
    """Nothing but reveal() gives the octets: no bytes(), no iteration, no vars()."""
    ways: tuple[Callable[[Any], object], ...] = (bytes, iter, len, vars, json.dumps)
    for way in ways:
        with pytest.raises(TypeError) as error:
            way(SECRET)
        assert WORD not in str(error.value)
    assert SECRET.reveal() == WORD.encode()


def test_secrets_compare() -> None:
    """Two secrets are equal if their octets are, and to nothing else."""
    assert Secret(b"one") == Secret(b"one")
    assert Secret(b"one") != Secret(b"two")
    assert Secret(b"one") != b"one"
    assert Secret(b"one") != "one"


def test_hash_tells_nothing() -> None:
    """The hash of a secret is that of any other, so that it can be printed too."""
    assert hash(Secret(b"one")) == hash(Secret(b"two"))
    assert len({Secret(b"one"), Secret(b"one"), Secret(b"two")}) == 2


SLIPS = {
    "hunter2": "",
    "": "",
    "correct horse battery staple": "",
    "to be or not": "",
    "abcd efgh": "",
    "ab-cd ef-gh ij-kl": "",
    "abcd efgh ijkl mnop": "groups",
    "abcd\u00a0efgh\u00a0ijkl\u00a0mnop": "groups",
    " abcd efgh ijkl mnop ": "groups",
    "abcd  efgh\tijkl": "groups",
    "hunter\u00a02": "odd blank",
    "hunter2\u00a0": "odd blank",
    "hunter2\u3000": "odd blank",
    "hun\u200bter2": "odd blank",
    "hunter2\ufeff": "odd blank",
    "hun\u00adter2": "odd blank",
    "hunt\u00e9r2": "not ASCII",
    "\u043f\u0430\u0440\u043e\u043b\u044c": "not ASCII",
    "hunter2 ": "blank",
    " hunter2": "blank",
    "hunter2\t": "blank",
    " correct horse": "blank",
    '"hunter2"': "quotes",
    "'correct horse'": "quotes",
    "\u201chunter2\u201d": "quotes",
    "\u201ecorrect horse\u201c": "quotes",
    "\u2018hunter2\u2019": "quotes",
    "\u00abhunter2\u00bb": "quotes",
    '"': "",
    "'t was": "",
    "-----BEGIN PGP MESSAGE-----": "encrypted",
    "$ANSIBLE_VAULT;1.1;AES256": "encrypted",
}


@pytest.mark.parametrize("secret", SLIPS)
def test_what_is_often_a_slip(secret: str) -> None:
    """Blanks, marks that cannot be seen, and letters that are not ASCII are known for what they
    are; an ordinary password, or a pass phrase, is not suspected.
    """
    assert oddity(secret.encode()) == SLIPS[secret]


def test_a_command_may_be_printed() -> None:
    """A command of the dialogue prints as what may be shown of it."""
    assert repr(HOLDERS["command"]) == ("Command(stage='auth', line=***, shown='AUTH PLAIN ***')")
