"""All mail servers of a test session: made when first asked for, shared, stopped at the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Callable, TypeVar, cast

from . import cyrus, dovecot
from .certificates import Authority, Certificate
from .dovecot import Dovecot
from .exim import Exim
from .external import CertificateDovecot
from .kerberos import KerberosDovecot
from .mailserver import MailServer
from .oauth import OauthDovecot
from .postfix import DovecotSasl, Postfix, Sasl, cyrus_for
from .requirements import CYRUS, DOVECOT, KERBEROS, require, require_exim

_Server = TypeVar("_Server", bound=MailServer)


class Variants:
    """A maker of running servers; the same arguments give the same server."""

    def __init__(self, directory: Path, authority: Authority) -> None:
        """Make servers in directories below `directory`."""
        self._directory = directory
        self._authority = authority
        self._made: dict[tuple[object, ...], MailServer] = {}

    def postfix(
        self,
        sasl: str = "cyrus",
        *,
        tls: str = "may",
        certificate: Certificate | None = None,
        auth_only: bool = True,
        mechanisms: tuple[str, ...] | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> Postfix:
        """Return a Postfix. `sasl` is "cyrus" or "dovecot", the rest is as for `Postfix`."""
        require("postfix", *(CYRUS if sasl == "cyrus" else DOVECOT), root=True)

        def make(room: Path) -> Postfix:
            return Postfix(
                room,
                self._authority,
                self._sasl(sasl, room, mechanisms),
                tls=tls,
                certificate=certificate,
                auth_only=auth_only,
                settings=settings,
            )

        lines = tuple(sorted((settings or {}).items()))
        return self._shared(make, "postfix", sasl, tls, certificate, auth_only, mechanisms, lines)

    def dovecot(
        self,
        *,
        certificate: Certificate | None = None,
        disable_plaintext_auth: bool = True,
        mechanisms: tuple[str, ...] = dovecot.MECHANISMS,
        failure_delay: int = 0,
        settings: str = "",
    ) -> Dovecot:
        """Return a Dovecot with its submission service; all arguments are as for `Dovecot`."""
        require(*DOVECOT)

        def make(room: Path) -> Dovecot:
            return Dovecot(
                room,
                self._authority,
                certificate=certificate,
                disable_plaintext_auth=disable_plaintext_auth,
                mechanisms=mechanisms,
                failure_delay=failure_delay,
                settings=settings,
            )

        options = (certificate, disable_plaintext_auth, mechanisms, failure_delay, settings)
        return self._shared(make, "dovecot", *options)

    def exim(
        self,
        *,
        settings: Mapping[str, str] | None = None,
        acl: Mapping[str, str] | None = None,
    ) -> Exim:
        """Return an Exim; all arguments are as for `Exim`."""
        require_exim()

        def make(room: Path) -> Exim:
            return Exim(room, self._authority, settings=settings, acl=acl)

        wish = (tuple(sorted((each or {}).items())) for each in (settings, acl))
        return self._shared(make, "exim", *wish)

    def oauth_dovecot(self) -> OauthDovecot:
        """Return a Dovecot that takes OAuth tokens."""
        require(*DOVECOT)
        return self._shared(lambda room: OauthDovecot(room, self._authority), "oauth")

    def certificate_dovecot(self) -> CertificateDovecot:
        """Return a Dovecot that takes client certificates."""
        require(*DOVECOT)
        return self._shared(lambda room: CertificateDovecot(room, self._authority), "external")

    def kerberos_dovecot(self) -> KerberosDovecot:
        """Return a Dovecot that takes Kerberos tickets."""
        require(*DOVECOT, *KERBEROS)
        return self._shared(lambda room: KerberosDovecot(room, self._authority), "kerberos")

    def stop(self) -> None:
        """Stop all servers."""
        for server in self._made.values():
            server.stop()

    def _sasl(self, kind: str, room: Path, mechanisms: tuple[str, ...] | None) -> Sasl:
        if kind == "cyrus":
            return cyrus_for(room, mechanisms or cyrus.MECHANISMS)
        offered = mechanisms or dovecot.MECHANISMS
        return DovecotSasl(Dovecot(room / "dovecot", self._authority, mechanisms=offered))

    def _shared(self, make: Callable[[Path], _Server], *wish: object) -> _Server:
        if wish not in self._made:
            self._made[wish] = make(self._directory / f"{wish[0]}-{len(self._made)}")
        server = self._made[wish]
        server.start()
        return cast("_Server", server)
