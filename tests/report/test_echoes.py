"""A refusal that echoes the secret, in every form of every output, at the highest verbosity."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import cycle
from pathlib import Path

import pytest
from echoes import CUTS, FORMS, USER
from fakes.scripts import answer, clear
from fakes.server import Server

from check_smtp_auth.accounts import Account, Caution, Policy, Source, Trust
from check_smtp_auth.check import check
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.outputs import OUTPUTS
from check_smtp_auth.printable import clean

pytestmark = pytest.mark.laws
SECRETS = {
    "short": "k9#Zq",
    "with signs": "pässwört—€ § <&>",
    "a token": "eyJ0eXAi" + "Q7rT2xWv9LkP" * 20,
}
# Each with one secret: the mask is tried with all of them in its own room.
ECHOES = [*zip(cycle(SECRETS), FORMS)]
# Of a secret of five characters four may be left, as of any word.
ECHOES += zip(cycle(each for each in SECRETS if each != "short"), CUTS)


def refused(password_file: Path, echo: list[str]) -> Outcome:
    """Log in at a server that refuses with these lines."""
    lines = [b"5.7.8 wrong:", *(line.encode() for line in echo), b"5.7.8 sorry"]
    text = b"".join(b"535-" + line + b"\r\n" for line in lines[:-1]) + b"535 " + lines[-1] + b"\r\n"
    with Server(clear(answer(b"AUTH", text))) as server:
        account = Account(
            *(server.address, server.port, USER, Source("file", str(password_file)), "none"),
            *(Trust(), "localhost"),
            name="finance",
        )
        return run_one(check(account, Policy(), Caution(state_dir="none")))


def told(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Yield what each output says of it, as one account and as one of many."""
    words = ("-H", "localhost", "-u", USER)
    for name, output in OUTPUTS.items():
        report = import_module(f"check_smtp_auth.report.{output.module}")
        yield name, report.render([outcome], 3, words)[0]
        many, _ = report.render_many([outcome, outcome], lambda: 1.0, 3, words)
        yield name, many if isinstance(many, str) else b"".join(many).decode()


@pytest.mark.parametrize(("which", "form"), ECHOES)
def test_no_output_shows_an_echo(password_file: Path, which: str, form: str) -> None:
    """Whatever form a server gives the secret, no output shows it, at no -v."""
    secret = SECRETS[which]
    password_file.write_text(secret)
    echo = {**FORMS, **CUTS}[form](secret).splitlines()
    outcome = refused(password_file, echo)
    assert outcome.verdict.slug == "credentials-rejected"
    for output, text in told(outcome):
        for hidden in (secret, *map(clean, echo)):
            assert len(hidden) < 4 or hidden.casefold() not in text.casefold(), output
