"""Mail servers for the demo: on loopback, with real TLS and real AUTH, well or ailing.

``MailServers`` runs any number of them in one thread. What is wrong with one is in its
``Behaviour``. The protocol is aiosmtpd's; hooks of ``Ailments`` bend it.
"""

from __future__ import annotations

import asyncio
import datetime
import logging
import ssl
import threading
from pathlib import Path
from typing import Any, NamedTuple

import trustme
from aiosmtpd.smtp import MISSING, SMTP, AuthResult, Envelope, LoginPassword, Session

ADDRESS = "127.0.0.1"
NAME = "mail.example.com"


class Behaviour(NamedTuple):
    """How a server is to be: as it stands here, all is well."""

    certificate: Path
    implicit_tls: bool = False
    offers_auth: bool = True
    seconds_to_auth: float = 0
    refusal: str = ""  # its answer to every AUTH


class Certificates:
    """A certification authority of our own, and what it has signed, as files."""

    def __init__(self, directory: Path) -> None:
        """Write them into the directory."""
        authority = trustme.CA(
            organization_name="The demo", organization_unit_name="Certification authority"
        )
        self.authority = directory / "ca.pem"
        authority.cert_pem.write_to_path(str(self.authority))
        self.valid = _issue(authority, directory / "valid.pem", days=90)
        self.expired = _issue(authority, directory / "expired.pem", days=-2)


def _issue(authority: trustme.CA, file: Path, days: float) -> Path:
    """Sign a certificate that ends so many days from now; write it with its key."""
    end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)
    issued = authority.issue_cert(
        ADDRESS,
        NAME,
        common_name=NAME,
        organization_name="The demo",
        organization_unit_name="Mail server",
        not_after=end,
    )
    issued.private_key_and_cert_chain_pem.write_to_path(str(file))
    return file


class MailServers:
    """Runs mail servers until the ``with`` block ends."""

    def __init__(self, password: str) -> None:
        """Take the password by which the servers accept any user."""
        self._password = password.encode()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        # aiosmtpd tells of what a demo does on purpose.
        logging.getLogger("mail").setLevel(logging.CRITICAL)

    def __enter__(self) -> MailServers:
        """Start the thread."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Drop what is still connected, and stop."""
        asyncio.run_coroutine_threadsafe(_cancel_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def start(self, behaviour: Behaviour, address: str = ADDRESS) -> int:
        """Start a server; return its port, a free one."""
        starting = self._start(behaviour, address)
        return asyncio.run_coroutine_threadsafe(starting, self._loop).result()

    async def _start(self, behaviour: Behaviour, address: str) -> int:
        """Start a server on the loop."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(behaviour.certificate)

        def session() -> SMTP:
            return SMTP(
                Ailments(behaviour),
                hostname=NAME,
                ident="ESMTP",
                tls_context=None if behaviour.implicit_tls else tls,
                auth_require_tls=not behaviour.implicit_tls,
                authenticator=self._authenticate,
                loop=self._loop,
            )

        implicit = tls if behaviour.implicit_tls else None
        server = await self._loop.create_server(session, address, 0, ssl=implicit)
        port: int = server.sockets[0].getsockname()[1]
        return port

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
    ) -> AuthResult:
        """Accept the one password; aiosmtpd words the refusal of any other."""
        well = isinstance(given, LoginPassword) and given.password == self._password
        return AuthResult(success=well, handled=False)


class Ailments:
    """aiosmtpd's hooks: each sees a command before the server acts on it."""

    def __init__(self, behaviour: Behaviour) -> None:
        """Take what the server is to be like."""
        self.behaviour = behaviour

    async def handle_EHLO(  # noqa: N802  # aiosmtpd's name for it
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        """Show what the server offers."""
        session.host_name = hostname
        if self.behaviour.offers_auth:
            return responses
        return [line for line in responses if not line[4:].startswith("AUTH")]

    async def handle_AUTH(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, args: list[str]
    ) -> Any:
        """Take its time for a login, and refuse it or go on with it."""
        await asyncio.sleep(self.behaviour.seconds_to_auth)
        return self.behaviour.refusal or MISSING


async def _cancel_all() -> None:
    """End every task but this one."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
