"""The server's half of SCRAM (RFC 5802 section 3), written from the formulas.

It shares nothing with the code under test but ``hmac`` and ``hashlib``: Hi() is the loop of
RFC 5802 section 2.2, and the client is checked the way a server does it, by StoredKey.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode


class ScramServer:
    """One account on one server, and one exchange.

    ``kind`` and ``data`` are the channel binding that it sees, if it binds at all; the
    mechanism with -PLUS demands it, that without refuses a client which thinks that we do not
    bind (RFC 5802 section 6).
    """

    def __init__(
        self,
        mechanism: str,
        user: str,
        password: str,
        salt: bytes = b"salted and peppered",
        iterations: int = 4096,
        nonce: str = "3rfcNHYJY1ZVvWVs7j",
        kind: str = "",
        data: bytes = b"",
    ) -> None:
        """Store what a server stores: salt, count, StoredKey and ServerKey."""
        self.plus = mechanism.endswith("-PLUS")
        self.digest = mechanism[len("SCRAM-") :].replace("-PLUS", "").replace("SHA-", "sha")
        self.kind, self.data = kind, data
        self.user = user
        self.salt = salt
        self.iterations = iterations
        self.nonce = nonce
        salted = self._hi(password.encode(), salt, iterations)
        self.stored_key = hashlib.new(self.digest, self._hmac(salted, b"Client Key")).digest()
        self.server_key = self._hmac(salted, b"Server Key")
        self.error = b""
        self.header = ""
        self.authzid = ""
        self.messages: list[str] = []

    def first(self, client_first: bytes) -> bytes:
        """Answer the client-first-message, if it is for this account."""
        flag, authzid, bare = client_first.decode().split(",", 2)
        name, nonce = bare.split(",")
        self.error = self._judge(flag)
        assert name == f"n={self.user}"
        self.header = f"{flag},{authzid},"
        self.authzid = authzid
        whole_nonce = f"{nonce[2:]}{self.nonce}"
        answer = f"r={whole_nonce},s={b64encode(self.salt).decode()},i={self.iterations}"
        self.messages = [bare, answer]
        return answer.encode()

    def final(self, client_final: bytes) -> bytes:
        """Check the client's proof; return our own, or e=invalid-proof."""
        without_proof, _, proof = client_final.decode().rpartition(",p=")
        binding, nonce = without_proof.split(",")
        bound = self.header.encode() + (self.data if self.plus else b"")
        assert nonce == self.messages[1].split(",")[0]
        if self.error or b64decode(binding[2:]) != bound:
            return self.error or b"e=channel-bindings-dont-match"
        auth_message = ",".join([*self.messages, without_proof]).encode()
        signature = self._hmac(self.stored_key, auth_message)
        client_key = bytes(a ^ b for a, b in zip(b64decode(proof), signature))
        if hashlib.new(self.digest, client_key).digest() != self.stored_key:
            return b"e=invalid-proof"
        return b"v=" + b64encode(self._hmac(self.server_key, auth_message))

    def _judge(self, flag: str) -> bytes:
        """What is wrong with the client's GS2 flag; b"" where nothing is."""
        if flag == "y" and self.kind:
            return b"e=server-does-support-channel-binding"
        if self.plus and flag != f"p={self.kind}":
            return b"e=unsupported-channel-binding-type"
        assert self.plus or flag in ("n", "y"), flag
        return b""

    def _hi(self, password: bytes, salt: bytes, iterations: int) -> bytes:
        """Hi(str, salt, i), as RFC 5802 section 2.2 has it."""
        block = self._hmac(password, salt + b"\0\0\0\1")
        result = int.from_bytes(block, "big")
        for _ in range(iterations - 1):
            block = self._hmac(password, block)
            result ^= int.from_bytes(block, "big")
        return result.to_bytes(len(block), "big")

    def _hmac(self, key: bytes, message: bytes) -> bytes:
        return hmac.new(key, message, self.digest).digest()
