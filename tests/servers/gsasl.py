"""An SMTP server whose SCRAM is GNU SASL's, with channel binding: SCRAM-SHA-*-PLUS."""

from __future__ import annotations

import base64
import ctypes
from ctypes.util import find_library
from typing import Any

from OpenSSL import SSL

from .certificates import Authority
from .smallserver import Refused, SmallServer

WITH_BINDING = ("SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS")
WITHOUT_BINDING = ("SCRAM-SHA-256", "SCRAM-SHA-1")

_EXPORTER_LABEL = b"EXPORTER-Channel-Binding"  # RFC 9266, with a length of 32

# From gsasl.h.
_OK, _NEEDS_MORE, _NO_CALLBACK = 0, 1, 51
_AUTHID, _PASSWORD, _CB_TLS_UNIQUE, _CB_TLS_EXPORTER = 1, 3, 18, 25
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)


def _load() -> Any:
    """Return libgsasl, with the types of the functions that are used here."""
    library = ctypes.CDLL(find_library("gsasl") or "libgsasl.so.18")
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    library.gsasl_init.argtypes = [ctypes.POINTER(pointer)]
    library.gsasl_done.argtypes = [pointer]
    library.gsasl_callback_set.argtypes = [pointer, _Callback]
    library.gsasl_server_start.argtypes = [pointer, text, ctypes.POINTER(pointer)]
    library.gsasl_step.argtypes = [
        pointer,
        text,
        ctypes.c_size_t,
        ctypes.POINTER(pointer),
        ctypes.POINTER(ctypes.c_size_t),
    ]
    library.gsasl_property_set.argtypes = [pointer, ctypes.c_int, text]
    library.gsasl_property_fast.argtypes = [pointer, ctypes.c_int]
    library.gsasl_property_fast.restype = text
    library.gsasl_finish.argtypes = [pointer]
    library.gsasl_free.argtypes = [pointer]
    return library


class GsaslServer(SmallServer):
    """GNU SASL behind SMTP; the user's `password` may be changed at any time.

    With `binding` it takes the mechanisms with channel binding too (tls-unique under TLS 1.2,
    tls-exporter under 1.3), and then refuses a client that could bind but was made to believe
    that the server cannot. To be somebody who strips them from the list, change `offered`.
    `headers` are the GS2 headers that clients have sent: "p=tls-unique,," or "y,," or "n,,".
    """

    def __init__(self, authority: Authority, *, tls: str, binding: bool = True) -> None:
        """Make a server that is not yet started."""
        self.mechanisms = (WITH_BINDING if binding else ()) + WITHOUT_BINDING
        super().__init__(authority, tls=tls)
        self.tls = tls
        self.binding = binding
        self.headers: list[str] = []
        self.library = _load()

    def acceptor(self, mechanism: str, connection: SSL.Connection) -> _Exchange:
        """Begin an exchange of GNU SASL's."""
        return _Exchange(self, mechanism, self._channel(connection))

    def _channel(self, connection: SSL.Connection) -> dict[int, bytes]:
        """Return the channel binding, as the property that GNU SASL takes it by."""
        if not self.binding:
            return {}
        if self.tls == "1.2":
            # The first Finished of a full handshake is the client's.
            return {_CB_TLS_UNIQUE: connection.get_peer_finished() or b""}
        return {_CB_TLS_EXPORTER: connection.export_keying_material(_EXPORTER_LABEL, 32, b"")}


class _Exchange:
    """One exchange; GNU SASL asks back for the password and the channel binding."""

    def __init__(self, server: GsaslServer, mechanism: str, channel: dict[int, bytes]) -> None:
        self._server = server
        self._library = server.library
        self._channel = channel
        self._first = True
        self._accepted = False
        self._context = ctypes.c_void_p()
        self._session = ctypes.c_void_p()
        self._library.gsasl_init(ctypes.byref(self._context))
        self._callback = _Callback(self._answer)  # kept, since the library does not
        self._library.gsasl_callback_set(self._context, self._callback)
        code = self._library.gsasl_server_start(
            self._context, mechanism.encode("ascii"), ctypes.byref(self._session)
        )
        assert code == _OK, code

    def step(self, response: bytes) -> bytes | None:
        """Hand a response to GNU SASL and return its challenge; None once all is said."""
        if self._accepted:
            self._end()
            return None
        if self._first and not response:
            return b""
        if self._first:
            self._server.headers.append(response[: response.find(b",n=") + 1].decode("utf-8"))
        self._first = False
        output, length = ctypes.c_void_p(), ctypes.c_size_t()
        code = self._library.gsasl_step(
            self._session, response, len(response), ctypes.byref(output), ctypes.byref(length)
        )
        if code not in (_OK, _NEEDS_MORE):
            self._end()
            raise Refused(code)
        challenge = ctypes.string_at(output, length.value) if length.value else b""
        self._library.gsasl_free(output)
        self._accepted = code == _OK  # what the server proves itself with is still to be sent
        return challenge

    def _answer(self, context: int, session: int, wanted: int) -> int:
        if wanted == _PASSWORD:
            user = self._library.gsasl_property_fast(session, _AUTHID)
            if user is None or user.decode("utf-8") != self._server.user:
                return _NO_CALLBACK
            value = self._server.password.encode("utf-8")
        elif wanted in self._channel:
            value = base64.b64encode(self._channel[wanted])
        else:
            return _NO_CALLBACK
        self._library.gsasl_property_set(session, wanted, value)
        return _OK

    def _end(self) -> None:
        self._library.gsasl_finish(self._session)
        self._library.gsasl_done(self._context)
