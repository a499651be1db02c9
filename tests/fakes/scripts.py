"""The parts of which scripts for the fake server are put together."""

from __future__ import annotations

from pathlib import Path

from .server import Script, expect, send, start_tls

GREET: Script = [send(b"220 fake.test ESMTP\r\n")]
ACCEPT: Script = [expect(b"AUTH"), send(b"235 2.7.0 Authentication successful\r\n")]
REJECTION = b"535 5.7.8 Error: authentication failed: bad password\r\n"
REJECT: Script = [expect(b"AUTH"), send(REJECTION)]
OFFER = "AUTH PLAIN LOGIN"


def hello(*keywords: str) -> Script:
    """Answer EHLO with these keywords."""
    lines = ["fake.test", *keywords]
    text = "".join(
        f"250{' ' if number == len(lines) else '-'}{line}\r\n"
        for number, line in enumerate(lines, 1)
    )
    return [expect(b"EHLO"), send(text.encode())]


def clear(*rest: Script, offer: str = OFFER) -> Script:
    """Greeting and EHLO without TLS, and what follows."""
    return [*GREET, *hello(offer), *joined(rest)]


def starttls(certificate: Path, *rest: Script, offer: str = OFFER) -> Script:
    """Greeting, EHLO, STARTTLS and EHLO again, and what follows."""
    return [*until_tls(), start_tls(certificate), *hello(offer), *joined(rest)]


def until_tls() -> Script:
    """Greeting, EHLO, and STARTTLS agreed to: the handshake is next."""
    return [*GREET, *hello("STARTTLS"), expect(b"STARTTLS"), send(b"220 2.0.0 Ready\r\n")]


def implicit(certificate: Path, *rest: Script, offer: str = OFFER) -> Script:
    """TLS from the start, greeting and EHLO, and what follows."""
    return [start_tls(certificate), *GREET, *hello(offer), *joined(rest)]


def answer(command: bytes, reply: bytes) -> Script:
    """Wait for a command and answer it."""
    return [expect(command), send(reply)]


def joined(parts: tuple[Script, ...]) -> Script:
    """Parts of a script, one after the other."""
    return [step for part in parts for step in part]
