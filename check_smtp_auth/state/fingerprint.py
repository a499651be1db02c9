"""The slow hash by which a changed secret is recognised.

It is computed only if a secret was rejected, or is to be compared with a rejected one: a good run
does not pay for it.
"""

from __future__ import annotations

import hashlib
import os
from binascii import hexlify

from ..net.background import background
from ..net.loop import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..net.loop import Steps
    from ..secret import Secret

ROUNDS = 100_000
SALT_OCTETS = 16


def hashed(secret: Secret, salt: str, until: float) -> Steps[str]:
    """Return the fingerprint, computed aside, with this salt or a new one; "" if it is not done by
    ``until`` (monotonic).
    """
    try:
        return (yield from background(lambda: fingerprint(secret, salt or new_salt()), until))
    except Broken:
        return ""


def new_salt() -> str:
    """A salt for an account that has none yet."""
    return hexlify(os.urandom(SALT_OCTETS)).decode("ascii")


def fingerprint(secret: Secret, salt: str) -> str:
    """Return "salt:hash"; the hash is slow, so that nobody can guess the secret by it quickly."""
    octets = secret.reveal()
    made = hashlib.pbkdf2_hmac("sha256", octets, salt.encode("ascii"), ROUNDS)
    return f"{salt}:{hexlify(made).decode('ascii')}"
