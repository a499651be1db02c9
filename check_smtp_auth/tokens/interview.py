"""Somebody signs in: the actions of a sign-in are carried out at the terminal, the endpoints
and the address to which the browser returns.
"""

from __future__ import annotations

import os
import select
import time

from ..net.loop import Wait
from ..printable import clean
from . import answers, browser, device, endpoint, grants
from .client import TokenUnavailable
from .consent import LONGEST, Ask, Pause, Tell, Visit, expired
from .loopback import Loopback
from .url import fields_of, with_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..net.loop import Steps
    from ..secret import Secret
    from .client import Client
    from .consent import Action, Way
    from .grants import Form

# The longest line that is shown: an address with all its fields.
LONGEST_LINE = 8000
# The longest line that a terminal returns.
LINE = 4096
TERMINAL = 0
AGAIN = "Paste the whole address of the page on which the browser ended up:"


def sign_in(client: Client, user: str, timeout: float, by_device: bool) -> Steps[Secret]:
    """Have somebody sign in for a mailbox; return the refresh token. Raises TokenUnavailable, and
    Misconfigured. Each request may take ``timeout`` seconds.
    """

    def proof() -> Form:
        return grants.authentication(client, time.time(), os.urandom)

    proof()  # fails here, before anybody is asked, if the key cannot sign
    if by_device:
        way = device.way(client, user, proof, time.monotonic)
        return (yield from _Interview(client, timeout, None).along(way))
    loopback = Loopback()
    try:
        back = browser.redirect(client, loopback.port)
        way = browser.way(client, user, back, proof, os.urandom)
        return (yield from _Interview(client, timeout, loopback).along(way))
    finally:
        loopback.close()


def tell(*lines: str) -> None:
    """Print lines, each with its indentation."""
    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        os.write(1, f"{indent}{clean(line, LONGEST_LINE)}\n".encode("utf-8", "replace"))


class _Interview:
    """One sign-in."""

    def __init__(self, client: Client, timeout: float, loopback: Loopback | None) -> None:
        """Print nothing yet."""
        self._client = client
        self._timeout = timeout
        self._loopback = loopback
        self._typed = b""
        self._sources: tuple[int, ...] = (TERMINAL,)  # none, once the terminal has ended

    def along(self, way: Way) -> Steps[Secret]:
        """Carry out the actions of a way to sign in; return the refresh token."""
        go, came = way.send, None
        while True:
            try:
                action = go(came)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            try:
                go, came = way.send, (yield from self._done(action))
            except TokenUnavailable as problem:
                go, came = way.throw, problem

    def _done(self, action: Action) -> Steps[Any]:
        """Carry out an action; return its result."""
        if isinstance(action, Ask):
            return (yield from self._heard(action.url, action.form))
        if isinstance(action, Visit):
            return (yield from self._visited(action))
        if isinstance(action, Tell):
            tell(*action.lines)
        else:
            assert isinstance(action, Pause)
            yield Wait(time.monotonic() + action.seconds)
        return None

    def _heard(self, url: str, form: Form) -> Steps[answers.Heard]:
        """Post a form; return the answer."""
        until = time.monotonic() + self._timeout
        answer = yield from endpoint.post(
            url, form, self._client.ca_file, until, time.monotonic, lambda: None
        )
        return answers.Heard(answer, grants.secrets(form), time.time())

    def _visited(self, visit: Visit) -> Steps[Form]:
        """Have somebody open an address; return the fields of the address at which the browser
        ends up, whether it reaches us by itself or somebody pastes that address.
        """
        loopback = self._loopback
        assert loopback is not None
        until = time.monotonic() + LONGEST
        tell(*visit.lines, "", f"    {with_fields(visit.url, visit.fields)}", "", *visit.more)
        while (yield Wait(until, (*loopback.descriptors, *self._sources))):
            fields = loopback.look(visit.flaw) or self._pasted(visit)
            if fields is not None:
                return fields
        raise expired()

    def _pasted(self, visit: Visit) -> Form | None:
        """Return the fields of an address that was pasted, None if none or a wrong one was."""
        if not self._sources or not select.select(self._sources, (), (), 0)[0]:
            return None
        try:
            typed = os.read(TERMINAL, LINE)
        except OSError:  # the terminal was closed
            typed = b""
        if not typed:
            self._sources = ()
        *lines, self._typed = (self._typed + typed).replace(b"\r", b"\n").split(b"\n")
        for line in filter(None, map(bytes.strip, lines)):
            fields = fields_of(line.decode("utf-8", "replace"))
            flaw = visit.flaw(fields)
            if not flaw:
                return fields
            tell(f"That address does not work: {flaw}. {AGAIN}")
        return None
