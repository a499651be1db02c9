"""The wire: one TCP connection, with TLS once it is started, under one deadline.

Sockets never block; TLS is an ``SSLObject`` between two memory buffers, so that every wait is
the loop's. What the system or OpenSSL raises becomes ``Broken``.
"""

from __future__ import annotations

import errno
import os
import socket
import ssl

from ..observation import Kind
from ..smtp.reply import MAX_QUOTED, quoted
from .handshake import Listening, facts, facts_of_failed
from .loop import WRITABLE, Broken, Wait, ready
from .tls_errors import is_end, is_tls, last_word, lost, reason
from .trust import verified_aside, verifies_aside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, TypeVar

    from ..observation import KindName, TLSFacts
    from .loop import Steps
    from .resolve import Address

    T = TypeVar("T")

CHUNK = 16_384
NONBLOCKING = getattr(socket, "SOCK_NONBLOCK", 0)
MOST_FOR_ONE = 1_048_576  # octets that a handshake, or a record, may take
# This system's errors if it does not even try to connect: its own firewall or SELinux (EPERM,
# EACCES), a route of type prohibit (EACCES) or blackhole (EINVAL).
FORBIDDEN = (errno.EPERM, errno.EACCES, errno.EINVAL)

AWAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL)
KINDS: dict[int, KindName] = {
    errno.ECONNREFUSED: Kind.REFUSED,
    errno.ETIMEDOUT: Kind.TIMEOUT,
    errno.ECONNRESET: Kind.LOST,
    errno.ECONNABORTED: Kind.LOST,
    **dict.fromkeys((*AWAY, errno.EACCES, errno.EPERM, errno.EAFNOSUPPORT), Kind.UNREACHABLE),
}


def broken(error: OSError, otherwise: KindName = Kind.LOST) -> Broken:
    """Translate a system error; raises the error itself if this host lacks resources."""
    from ..faults import require_resources

    require_resources(error)
    return Broken(KINDS.get(error.errno or 0, otherwise), error.strerror or str(error))


class Wire:
    """A connection to one address. ``until`` (monotonic seconds) bounds every wait."""

    def __init__(self, address: Address, source: str | None, until: float) -> None:
        """Make the socket and begin to connect; raises Broken."""
        family, target = address
        self.address = str(target[0])
        self._target = target
        self.until = until
        self.seen: TLSFacts | None = None  # what a failed handshake has shown
        self._heard = b""  # the first of what came in the handshake
        self._tls: ssl.SSLObject | None = None
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        try:
            self._socket = socket.socket(family, socket.SOCK_STREAM | NONBLOCKING)
        except OSError as error:
            raise broken(error, Kind.UNREACHABLE) from None
        try:
            if not NONBLOCKING:
                self._socket.setblocking(False)
            # Small messages one after another: Nagle's algorithm would hold each back.
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._begin(target, source)
        except (OSError, Broken) as error:
            self.close()
            raise broken(error, Kind.UNREACHABLE) if isinstance(error, OSError) else error from None
        self.descriptor = self._socket.fileno()
        self._more = Wait(until, (self.descriptor,))

    def _begin(self, target: tuple[Any, ...], source: str | None) -> None:
        """Begin to connect; raises OSError, and Broken for what this system forbids."""
        if source is not None:
            try:
                self._socket.bind((source, 0))
            except OSError as error:
                absent = error.errno == errno.EADDRNOTAVAIL
                why = "this host has no such address" if absent else error.strerror or str(error)
                raise Broken(Kind.SOURCE, why) from None
        failed = self._socket.connect_ex(target)
        if failed in FORBIDDEN:
            raise Broken(Kind.FORBIDDEN, os.strerror(failed))
        if failed not in (0, errno.EINPROGRESS):
            raise OSError(failed, os.strerror(failed))

    @property
    def local_address(self) -> str:
        """Our end's address; raises Broken."""
        try:
            return str(self._socket.getsockname()[0]).partition("%")[0]
        except OSError as error:
            raise broken(error) from None

    @property
    def ends(self) -> tuple[tuple[str, int], tuple[str, int]]:
        """Address and port of our end, and of the other; raises Broken."""
        try:
            ours, theirs = self._socket.getsockname(), self._socket.getpeername()
        except OSError as error:
            raise broken(error) from None
        return (ours[0].partition("%")[0], ours[1]), (theirs[0].partition("%")[0], theirs[1])

    def is_connected(self) -> bool:
        """Tell whether the connection is established; raises Broken if it failed.

        Its descriptor is writable as soon as that is decided.
        """
        failed = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if failed == errno.ECONNRESET:
            return True  # it was established, and what came before the reset is still to be read
        if failed:
            # With IPv6 a firewall on the way may forbid it in the same way as our own.
            why = "a firewall forbids it" if failed in FORBIDDEN else os.strerror(failed)
            raise broken(OSError(failed, why), Kind.UNREACHABLE)
        try:
            self._socket.getpeername()
        except OSError as error:
            if error.errno == errno.ENOTCONN:
                return False
            raise broken(error) from None
        return True

    def send(self, data: bytes) -> Steps[None]:
        """Send all of it; raises Broken, but not if the peer has closed: what it said before that
        is still to be received, then the end.
        """
        if self._tls is not None:
            try:
                try:
                    self._tls.write(data)
                except ssl.SSLWantReadError:
                    yield from self._through_tls(self._tls.write, data)
            except ssl.SSLError as error:
                raise lost(error) from None
            data = self._outgoing.read()
        left = self._push(data)
        if left:
            yield from self._put(left)

    def receive(self) -> Steps[bytes]:
        """Return what has come, b"" when the peer has closed; raises Broken."""
        if self._tls is None:
            return (yield from self._get())
        if self._outgoing.pending:
            # The end of a handshake, unless it went with what we sent.
            yield from self._put(self._outgoing.read())
        if not (self._incoming.pending or self._tls.pending()):  # TLS could only ask for more
            self._feed((yield from self._get()))
        try:
            try:
                return self._tls.read(CHUNK)
            except ssl.SSLWantReadError:
                return (yield from self._through_tls(self._tls.read, CHUNK))
        except ssl.SSLError as error:
            if is_end(error):
                return b""
            raise lost(error) from None

    def start_tls(self, context: ssl.SSLContext, server_name: str) -> Steps[TLSFacts]:
        """Shake hands; raises Broken, with what the handshake showed in ``seen``."""
        server = (*self._target, server_name)
        with Listening(context, server):
            try:
                # Octets spare the import of the IDNA codec; ssl takes them.
                name = server_name.encode("ascii")
                tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=name)
                self._tls = tls
            except ValueError:
                why = "the server's name is not one that TLS can ask for"
                raise Broken(Kind.HANDSHAKE, why) from None
            try:
                yield from self._through_tls(tls.do_handshake, context=context)
            except ssl.SSLError as error:
                self.seen = facts_of_failed(tls, context, server)
                yield from self._tell_failure()
                raise self._translated(error) from None
            except Broken:
                if not is_tls(self._heard):  # too short for TLS to judge it
                    raise self._not_tls() from None
                self.seen = facts_of_failed(tls, context, server)
                raise
        return facts(tls, context, server)

    def _translated(self, error: ssl.SSLError) -> Broken:
        """Say why a handshake failed; the detail is what came instead of TLS."""
        from ..faults import require_resources

        require_resources(error)
        if isinstance(error, ssl.SSLCertVerificationError):
            return Broken(Kind.CERTIFICATE, error.verify_message, error.verify_code)
        if not is_tls(self._heard):
            return self._not_tls()
        if is_end(error) and not last_word(self._heard):
            return Broken(Kind.LOST, "closed during the TLS handshake")
        return Broken(Kind.HANDSHAKE, last_word(self._heard) or reason(error))

    def _not_tls(self) -> Broken:
        """Say what came in place of TLS."""
        return Broken(Kind.NOT_TLS, quoted(self._heard))

    def close(self) -> None:
        """Close the socket."""
        try:
            self._socket.close()
        except OSError:  # it is closed all the same
            pass

    def _through_tls(
        self, operation: Callable[..., T], *data: Any, context: ssl.SSLContext | None = None
    ) -> Steps[T]:
        """Repeat a TLS operation, carrying octets both ways, until it is done.

        ``context`` is given for a handshake, in which OpenSSL may read a file.
        """
        taken = 0
        while True:
            try:
                if context is not None and verifies_aside(context):
                    return (yield from verified_aside(operation, self.until))
                return operation(*data)
            except ssl.SSLWantReadError:
                if self._outgoing.pending:
                    yield from self._put(self._outgoing.read())
                octets = yield from self._get()
                self._feed(octets)
                taken += len(octets)
                if context is not None and len(self._heard) < MAX_QUOTED:
                    self._heard += octets[:MAX_QUOTED]
                if taken > MOST_FOR_ONE:
                    raise Broken(Kind.HANDSHAKE, "a flood of TLS data") from None

    def _feed(self, data: bytes) -> None:
        """Pass what came from the peer to TLS."""
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    def _tell_failure(self) -> Steps[None]:
        """Send the alert that tells the peer why, if possible."""
        try:
            yield from self._put(self._outgoing.read())
        except Broken:
            pass

    def _put(self, data: bytes) -> Steps[None]:
        """Write octets to the socket, as long as the peer reads them."""
        while data:
            left = self._push(data)
            if len(left) == len(data):
                yield from ready(self.descriptor, WRITABLE, self.until)
            data = left

    def _push(self, data: bytes) -> bytes:
        """Write what the socket takes now; return the rest, none if the peer has closed."""
        try:
            return data[self._socket.send(data) :]
        except BlockingIOError:
            return data
        except ConnectionError:
            return b""
        except OSError as error:
            raise broken(error) from None

    def _get(self) -> Steps[bytes]:
        """Read octets from the socket when they come; checks the deadline each time."""
        while True:
            self._more.until = self.until
            if not (yield self._more):
                raise Broken(Kind.TIMEOUT)
            try:
                return self._socket.recv(CHUNK)
            except BlockingIOError:
                continue
            except OSError as error:
                raise broken(error) from None
