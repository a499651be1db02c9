"""The slow hash by which a changed secret is recognised. Pure, but for the salt.

It is made only when a secret was rejected, or is to be compared with a rejected one: a good run
does not pay for it.
"""

from __future__ import annotations

import hashlib
import os
from binascii import hexlify

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..secret import Secret

ROUNDS = 100_000
SALT_OCTETS = 16


def new_salt() -> str:
    """A salt for an account that has none yet."""
    return hexlify(os.urandom(SALT_OCTETS)).decode("ascii")


def fingerprint(secret: Secret, salt: str) -> str:
    """Return "salt:hash", by a slow hash: from it the secret cannot be guessed at leisure."""
    octets = secret.reveal()
    hashed = hashlib.pbkdf2_hmac("sha256", octets, salt.encode("ascii"), ROUNDS)
    return f"{salt}:{hexlify(hashed).decode('ascii')}"
