"""The token endpoint: one form is posted to it and one answer read, before a deadline.

It uses the same ``Wire`` as the mail, so no step outlasts the deadline. The certificate is
always verified. Redirects are not followed: the secret is for the configured endpoint only.
Where the environment names a proxy (``https_proxy``, with the exceptions in ``no_proxy``), the
connection goes through it by CONNECT, except to this machine itself.
"""

from __future__ import annotations

from binascii import b2a_base64
from urllib.parse import unquote_to_bytes, urlencode, urlsplit

from .. import __version__
from ..accounts import Misconfigured, Trust
from ..mask import Mask
from ..net import trust as trusted
from ..net.connect import connect
from ..net.loop import Broken
from ..net.resolve import resolve
from ..observation import Kind, Stage
from ..record import Record
from ..secret import Secret
from .answers import MOST
from .client import TokenUnavailable
from .message import NotHTTP, parse
from .url import Place, is_host, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Callable

    from ..net.loop import Clock, Steps
    from ..net.wire import Wire
    from ..observation import KindName, StageName
    from .message import Answer


# What is waited for at each stage.
AWAITED: dict[StageName, str] = {
    Stage.DNS: "an answer from DNS",
    Stage.CONNECT: "the TCP connection",
    Stage.TLS: "the TLS handshake",
    Stage.TOKEN: "the answer",
}


# Only the start of a proxy's reason phrase is reported.
LONGEST_REASON = 60


class Proxy(Record):
    """An HTTP proxy, and the ``user`` and ``password`` to authenticate with, if any."""

    host: str
    port: int
    user: bytes = b""
    password: Secret = Secret(b"")

    @property
    def credentials(self) -> str:
        """User and password encoded for Basic authentication (RFC 7617), "" for none."""
        pair = self.user + b":" + self.password.reveal()
        return "" if pair == b":" else b2a_base64(pair, newline=False).decode("ascii")

    def masked(self, reason: str) -> str:
        """Return the start of a reason phrase without the credentials, which it may repeat."""
        mask = Mask(self.password, (self.user.decode("utf-8", "replace"),))
        mask.also_hide(self.credentials.encode("ascii"))
        return mask.line(reason)[:LONGEST_REASON]


def post(
    url: str,
    form: dict[str, str],
    ca_file: str | None,
    until: float,
    clock: Clock,
    on_send: Callable[[], None],
) -> Steps[Answer]:
    """Post a form and return the answer; ``on_send`` is called just before it is sent.

    Raises TokenUnavailable, and Misconfigured where the trust or the proxy cannot be used.
    """
    place, trust = split(url), Trust(ca_file=ca_file)
    proxy = None if place.local else proxy_of(place)
    request = _request(place, form)

    def attempt(whole_store: bool) -> Steps[Answer]:
        context = None
        if place.secure:
            context = yield from _context(trust, until, whole_store)
        return (yield from _Exchange(place, proxy, context, until, clock).run(request, on_send))

    try:
        try:
            return (yield from attempt(whole_store=False))
        except Broken as broken:
            # Nothing secret was sent yet: try again with the whole store of trusted certificates.
            if broken.kind != Kind.CERTIFICATE or not trusted.may_lack(trust, broken.code):
                raise
        return (yield from attempt(whole_store=True))
    except _Trouble as trouble:
        raise TokenUnavailable(trouble.kind, trouble.detail) from None


def proxy_of(place: Place) -> Proxy | None:
    """Return the proxy that the environment names for a place; raises Misconfigured."""
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    url = proxies.get("https") or proxies.get("all")
    if not url or proxy_bypass(place.host, proxies):
        return None
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host, port = parts.hostname, parts.port or 80
        user, password = (unquote_to_bytes(part or "") for part in (parts.username, parts.password))
    except ValueError:
        host = None
    if not host or not is_host(host) or parts.scheme != "http":
        raise Misconfigured("https_proxy in the environment: must be an http:// proxy")
    return Proxy(host, port, user, Secret(password))


def _context(trust: Trust, until: float, whole_store: bool) -> Steps[ssl.SSLContext]:
    """Return the context for TLS; raises Misconfigured, naming the key of ``--oauth``."""
    try:
        return (yield from trusted.context(trust, until, whole_store))
    except Misconfigured as error:
        raise Misconfigured(str(error).replace("--ca-file", "--oauth ca-file")) from None


def _request(place: Place, form: dict[str, str]) -> bytes:
    """Return the whole request, with the form as its body."""
    body = urlencode(form).encode("ascii")
    head = (
        f"POST {place.path} HTTP/1.1",
        f"Host: {place.name}",
        f"User-Agent: check_smtp_auth/{__version__}",
        "Accept: application/json",
        "Accept-Encoding: identity",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        "Connection: close",
    )
    return "\r\n".join((*head, "", "")).encode("ascii") + body


class _Trouble(Broken):
    """What went wrong with the connection, in words that name the endpoint or the proxy."""


class _Exchange:
    """One connection, and the stage that it has reached."""

    def __init__(
        self,
        place: Place,
        proxy: Proxy | None,
        context: ssl.SSLContext | None,
        until: float,
        clock: Clock,
    ) -> None:
        """Prepare; no connection is opened yet."""
        self._place = place
        self._proxy = proxy
        self._context = context
        self._until = until
        self._clock = clock
        self._peer = f"the proxy {proxy.host}" if proxy else self._name()
        self._stage: StageName = Stage.DNS
        self._wire: Wire | None = None

    def run(self, request: bytes, on_send: Callable[[], None]) -> Steps[Answer]:
        """Connect, send the request, and return the answer; raises _Trouble."""
        try:
            wire = yield from self._connect()
            if self._context is not None:
                self._stage = Stage.TLS
                yield from wire.start_tls(self._context, self._place.host)
            self._stage = Stage.TOKEN
            on_send()
            yield from wire.send(request)
            return (yield from self._answer(wire))
        except Broken as broken:
            raise _Trouble(*self._told(broken), code=broken.code) from None
        except NotHTTP as error:
            raise _Trouble(Kind.TOKEN_ANSWER, f"{self._peer} answered with {error}") from None
        finally:
            if self._wire is not None:
                self._wire.close()

    def _connect(self) -> Steps[Wire]:
        """Connect to the endpoint, through the proxy if there is one."""
        there: Place | Proxy = self._proxy or self._place
        addresses = yield from resolve(there.host, there.port, "any", self._until)
        self._stage = Stage.CONNECT
        wire, _ = yield from connect(addresses, None, self._until, self._clock, [])
        self._wire = wire
        if self._proxy is not None:
            self._stage = Stage.TOKEN
            yield from wire.send(self._tunnel(self._proxy))
            answer = yield from self._answer(wire, bodiless=True)
            if not 200 <= answer.status < 300:
                reason = self._proxy.masked(answer.reason)
                raise Broken(Kind.REFUSED, f"HTTP {answer.status} {reason}".strip())
            self._peer = self._name()
        return wire

    def _name(self) -> str:
        """Name the endpoint so that nobody takes it for the mail server."""
        return f"the token endpoint {self._place.host}"

    def _tunnel(self, proxy: Proxy) -> bytes:
        """Return the request for a connection by a proxy (RFC 9110 section 9.3.6)."""
        target = self._place.authority
        head = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
        if proxy.credentials:
            head.append(f"Proxy-Authorization: Basic {proxy.credentials}")
        return "\r\n".join((*head, "", "")).encode("ascii")

    def _answer(self, wire: Wire, bodiless: bool = False) -> Steps[Answer]:
        """Read until the answer is complete; raises NotHTTP and Broken."""
        octets = b""
        while True:
            data = yield from wire.receive()
            octets += data
            if len(octets) > MOST:
                raise NotHTTP(f"more than {MOST // 1024} KiB")
            answer = parse(octets, not data, bodiless)
            if answer is not None:
                return answer
            if not data:
                raise Broken(
                    Kind.LOST, "before its answer was complete" if octets else "unanswered"
                )

    def _told(self, broken: Broken) -> tuple[KindName, str]:
        """Return what went wrong, and the words for it."""
        kind, detail, peer = broken.kind, broken.detail, self._peer
        if kind == Kind.TIMEOUT and self._stage == Stage.DNS:
            kind = Kind.DNS
        said = f'it said "{detail}"' if detail else "the answer is not TLS"
        words: dict[KindName, str] = {
            Kind.DNS: f"{peer} could not be resolved: {detail or 'DNS did not answer in time'}",
            Kind.REFUSED: f"{peer} refused the connection: {detail}",
            Kind.UNREACHABLE: f"{peer} cannot be reached: {detail}",
            Kind.TIMEOUT: f"{peer} did not answer in time: waited for {AWAITED[self._stage]}",
            Kind.LOST: f"{peer} closed the connection: {detail}",
            Kind.ALERT: f"{peer} closed the connection: {detail}",
            Kind.GARBLED: f"{peer} sent what is not valid TLS: {detail}",
            Kind.HANDSHAKE: f"no TLS with {peer}: {detail}",
            Kind.NOT_TLS: f"no TLS with {peer}: {said}",
            Kind.CERTIFICATE: f"the certificate of {peer} is not trusted: {detail}",
        }
        return kind, words.get(kind, detail)
