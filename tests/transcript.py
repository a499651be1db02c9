r"""Transcripts: a login written down as it goes over the wire, and how it is judged.

``tests/transcripts/*.txt`` are the specification of the dialogue. A file has settings, an
empty line, the dialogue, and the slug of the diagnosis, if need be with its state::

    # What this shows.
    tls: starttls
    mechanisms: LOGIN

    S: 220 mail.example.com ESMTP      a line of the server's
    C: AUTH LOGIN                      a line of ours
    S: 334 {b64:Username:}             base64, readable; \0 stands for NUL, \1 for ^A
    TLS                                TLS starts here
    CLOSED                             the server closes the connection here
    = authenticated

The settings and what they are when not given stand in ``DEFAULTS``.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from pathlib import Path

from check_smtp_auth.accounts import Account, Source, Trust
from check_smtp_auth.record import Record

FOLDER = Path(__file__).with_name("transcripts")
TLS, CLOSED = "TLS", "CLOSED"
GREETING = "(greeting)"  # we say nothing, and the server speaks
DEFAULTS = {
    "tls": "implicit",  # starttls, implicit, none
    "mechanisms": "",  # the allowed ones, in order; empty: the strongest
    "user": "user",
    "password": "pencil",  # or the token; not sent by EXTERNAL
    "proof": "password",  # "access token", "client certificate": what it proves itself with
    "host": "mail.example.com",
    "authzid": "",
    "nonce": "fyko+d2lbbFgONRv9qkxdawL",  # ours, for SCRAM: that of RFC 5802
    "binding": "",  # a kind and, in base64, the data by which TLS can be bound to
    "insecure": "no",  # yes: the certificate is not verified
    "cleartext": "refused",  # allowed: the secret may travel without TLS
    "sender": "",  # -f; "<>" is the null sender
    "recipient": "",  # --rcpt-to
    "pinned": "",  # --expect-mechanism
    "kept": "",  # the mechanism that worked before
    "drift": "refused",  # accepted: --accept-drift
    "proxy": "no",  # yes: a PROXY header was sent first
    "expect": "accepted",  # rejected: the credential is retired
}


class Turn(Record):
    """What we say (a line, ``TLS``, or ``GREETING``), and what the server sends upon it."""

    said: str
    answer: tuple[bytes, ...]
    closes: bool


class Transcript(Record):
    """One file."""

    name: str
    settings: dict[str, str]
    turns: tuple[Turn, ...]
    slug: str
    state: str

    @property
    def account(self) -> Account:
        """The account that the settings describe."""
        return Account(
            self.settings["host"],
            587 if self.settings["tls"] == "starttls" else 465,
            self.settings["user"] or None,
            Source("file", "/etc/smtp/user", self.settings["proof"]),
            self.settings["tls"],
            Trust(insecure=self.settings["insecure"] == "yes"),
            self.settings["host"],
        )

    @property
    def bindings(self) -> dict[str, bytes]:
        """The data by which the TLS connection can be bound to, by kind."""
        kind, _, data = self.settings["binding"].partition(" ")
        return {kind: b64decode(data)} if kind else {}

    @property
    def nonce(self) -> bytes:
        """The octets whose base64 is the client's nonce."""
        return b64decode(self.settings["nonce"])


def read_all() -> list[Transcript]:
    """Read all files."""
    return [parse(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt"))]


def parse(name: str, text: str) -> Transcript:
    """Read one file; AssertionError or ValueError for one that is not well-formed."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    blank = lines.index("")
    given = dict(line.split(": ", 1) for line in lines[:blank])
    assert given.keys() <= DEFAULTS.keys(), f"{name}: unknown setting"
    *dialogue, verdict = lines[blank + 1 :]
    assert verdict.startswith("= "), f"{name}: no verdict"
    slug, _, state = verdict[2:].partition(" ")
    return Transcript(name, {**DEFAULTS, **given}, turns(dialogue), slug, state)


def turns(lines: list[str]) -> tuple[Turn, ...]:
    """Put together what we say with what the server sends upon it."""
    parts = [[GREETING]]
    for line in lines:
        if line == TLS or line.startswith("C: "):
            parts.append([line])
        else:
            assert line == CLOSED or line.startswith("S: "), f"neither S nor C: {line}"
            parts[-1].append(line)
    if parts[0] == [GREETING]:  # with implicit TLS the server is not the first to speak
        del parts[0]
    return tuple(
        Turn(
            expand(first.replace("C: ", "", 1)).decode(),
            tuple(expand(line[3:]) + b"\r\n" for line in rest if line != CLOSED),
            CLOSED in rest,
        )
        for first, *rest in parts
    )


def expand(line: str) -> bytes:
    """Put base64 in place of what is written readably."""

    def encode(match: re.Match[str]) -> str:
        readable = match[1].replace("\\0", "\0").replace("\\1", "\1")
        return b64encode(readable.encode()).decode()

    return re.sub(r"\{b64:(.*?)\}(?!\})", encode, line).encode()  # JSON ends in "}" too
