"""A SCRAM client (RFC 5802) to prove the servers with, written apart from the plugin's own."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os

_NO_BINDING = "n,,"


class Scram:
    """Answers a server's challenges, the first of which is empty.

    `verified` becomes true when the server has shown that it knows the password.
    """

    def __init__(
        self,
        mechanism: str,
        user: str,
        password: str,
        *,
        header: str = _NO_BINDING,
        channel: bytes = b"",
    ) -> None:
        """Prepare for one exchange, with this GS2 header and channel binding."""
        self._hash = mechanism[len("SCRAM-") :].replace("-PLUS", "").replace("-", "").lower()
        self._header = header
        self._channel = channel
        self._password = password.encode("utf-8")
        nonce = base64.b64encode(os.urandom(15)).decode("ascii")
        self._first = f"n={user},r={nonce}"
        self._signature = b""
        self.verified = False

    def __call__(self, challenge: bytes) -> str:
        """Return the response to a challenge."""
        if not challenge:
            return self._header + self._first
        text = challenge.decode("ascii")
        fields = dict(part.split("=", 1) for part in text.split(","))
        if not self._signature:
            return self._prove(text, fields)
        self.verified = base64.b64decode(fields["v"]) == self._signature
        return ""

    def _prove(self, server_first: str, fields: dict[str, str]) -> str:
        binding = base64.b64encode(self._header.encode("ascii") + self._channel).decode()
        without_proof = f"c={binding},r={fields['r']}"
        message = ",".join((self._first, server_first, without_proof)).encode("ascii")
        salted = hashlib.pbkdf2_hmac(
            self._hash, self._password, base64.b64decode(fields["s"]), int(fields["i"])
        )
        client_key = self._mac(salted, b"Client Key")
        stored_key = hashlib.new(self._hash, client_key).digest()
        mask = self._mac(stored_key, message)
        proof = bytes(a ^ b for a, b in zip(client_key, mask))
        self._signature = self._mac(self._mac(salted, b"Server Key"), message)
        return f"{without_proof},p={base64.b64encode(proof).decode('ascii')}"

    def _mac(self, key: bytes, text: bytes) -> bytes:
        return hmac.new(key, text, self._hash).digest()
