"""A client to prove the servers with, on smtplib, apart from the plugin's own."""

from __future__ import annotations

import base64
import smtplib
import ssl
from pathlib import Path
from typing import Callable, Protocol

from .process import PATIENCE
from .scram import Scram

CLIENT = "client.test"  # given to smtplib, which else asks DNS for a name


class Server(Protocol):
    """Where a client finds a server."""

    host: str
    port_starttls: int
    port_implicit: int
    ca_file: Path


def connect(
    server: Server,
    *,
    implicit: bool = False,
    host: str = "",
    ca_file: Path | None = None,
    certificate: Path | None = None,
) -> smtplib.SMTP:
    """Open a connection under verified TLS, showing a client certificate if given; say EHLO."""
    context = ssl.create_default_context(cafile=str(ca_file or server.ca_file))
    if certificate is not None:
        context.load_cert_chain(certificate)
    host = host or server.host
    if implicit:
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            host, server.port_implicit, CLIENT, timeout=PATIENCE, context=context
        )
    else:
        client = smtplib.SMTP(host, server.port_starttls, CLIENT, timeout=PATIENCE)
        client.starttls(context=context)
    client.ehlo()
    return client


def login(
    server: Server, mechanism: str, user: str, password: str, *, implicit: bool = False
) -> int:
    """Make one AUTH and return the final reply code."""
    with connect(server, implicit=implicit) as client:
        if mechanism.startswith("SCRAM-"):
            return login_scram(client, mechanism, Scram(mechanism, user, password))
        client.user, client.password = user, password
        answer = getattr(client, "auth_" + mechanism.lower().replace("-", "_"))
        try:
            return client.auth(mechanism, answer)[0]
        except smtplib.SMTPAuthenticationError as refusal:
            return refusal.smtp_code


def login_scram(client: smtplib.SMTP, mechanism: str, scram: Scram) -> int:
    """Make one AUTH by SCRAM and return the final reply code."""
    code = _exchange(client, mechanism, scram)
    assert scram.verified == (code == 235)
    return code


def login_plain(server: Server, user: str, password: str) -> int:
    """Make one AUTH PLAIN, in UTF-8, and return the final reply code."""
    message = f"\0{user}\0{password}"
    with connect(server) as client:
        return _exchange(client, "PLAIN", lambda challenge: message)


def converse(
    server: Server, mechanism: str, *responses: str, certificate: Path | None = None
) -> list[str]:
    """Make one AUTH with these responses, the first with the command; return the replies."""
    with connect(server, certificate=certificate) as client:
        replies = [client.docmd("AUTH", f"{mechanism} {_encode(responses[0]) or '='}")]
        for response in responses[1:]:
            replies.append(client.docmd(_encode(response)))
    return [f"{code} {text.decode('utf-8')}" for code, text in replies]


def _exchange(client: smtplib.SMTP, mechanism: str, answer: Callable[[bytes], str]) -> int:
    """Make one AUTH, also with what smtplib cannot send: UTF-8, and in 3.9 an empty response."""
    code, text = client.docmd("AUTH", f"{mechanism} {_encode(answer(b''))}")
    while code == 334:
        code, text = client.docmd(_encode(answer(base64.b64decode(text))))
    return code


def _encode(response: str) -> str:
    """Return a response as it goes on the wire."""
    return base64.b64encode(response.encode("utf-8")).decode("ascii")
