"""Senders that are not ASCII, at Postfix with and without SMTPUTF8, and at Dovecot without it."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pytest
from fakes.plugin import Run, run

from .dovecot import Dovecot
from .mailserver import MailServer
from .postfix import Postfix


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Run]:
    """The plugin with right options for a server."""
    secret = tmp_path / "secret"
    secret.touch(0o600)

    def run_against(server: MailServer, *options: str) -> Run:
        secret.write_text(server.password)
        where = ("-H", "localhost", "-p", str(server.port_starttls), "-t", "9")
        return run(*where, "-u", server.user, "-P", secret, "--ca-file", server.ca_file, *options)

    return run_against


@pytest.mark.parametrize("sender", ["josé@example.test", "用户@例え.test", "<>"])
def test_postfix_takes_it(
    postfix_variant: Callable[..., Postfix], check: Callable[..., Run], sender: str
) -> None:
    """Where Postfix offers SMTPUTF8 it takes such a sender and recipient, as we send them."""
    server = postfix_variant(settings={"smtputf8_enable": "yes"})
    done = check(server, "-f", sender, "--rcpt-to", "jürgen@bücher.test")
    assert done.code == 0, done.output


def test_without_smtputf8_nothing_is_tried(
    postfix_variant: Callable[..., Postfix],
    dovecot_submission: Dovecot,
    check: Callable[..., Run],
) -> None:
    """Where it is not offered the server sees no login; a domain alone does not need it."""
    without = postfix_variant(settings={"smtputf8_enable": "no"})
    for server in (without, dovecot_submission):
        with server.watch() as seen:
            done = check(server, "-f", "josé@example.test")
        assert done.code == 3
        assert "does not offer SMTPUTF8" in done.first
        assert seen == []
    assert check(without, "-f", "jose@bücher.test").code == 0
