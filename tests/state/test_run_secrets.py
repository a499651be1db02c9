"""No secret at rest: neither as it is, nor in any form from which it can be had quickly."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fakes.plugin import SECRET, USER
from fakes.server import Server

from .runs import Monitor, accepting, rejecting

FAST = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s")
OCTETS = SECRET.encode()


def forms(octets: bytes, salts: list[bytes]) -> Iterator[bytes]:
    """The octets, what can be turned back into them, and fast hashes of them."""
    yield octets
    yield octets[::-1]
    yield octets.hex().encode()
    yield quote(octets).encode()
    for before in (b"", b"\0", b"\0\0", f"\0{USER}\0".encode()):
        yield base64.b64encode(before + octets).rstrip(b"=")[4:-4]
    salted = [octets, octets + b"\n", USER.encode() + octets]
    salted += [one for salt in salts for one in (salt + octets, octets + salt)]
    for name in FAST:
        digests = [hashlib.new(name, each).digest() for each in salted]
        digests += [hmac.new(salt, octets, name).digest() for salt in salts]
        for digest in digests:
            yield digest
            yield digest.hex().encode()
            yield base64.b64encode(digest).rstrip(b"=")


def kept(monitor: Monitor) -> bytes:
    """All there is in the state directory: names and contents."""
    files = [path for path in monitor.directory.rglob("*") if path.is_file()]
    assert files
    return b"\n".join(part for path in files for part in (path.name.encode(), path.read_bytes()))


def salts(monitor: Monitor) -> list[bytes]:
    """The salt that is kept, in the forms in which it may have been used."""
    salt = monitor.memory().spent.fingerprint.partition(":")[0]
    return [salt.encode(), bytes.fromhex(salt)] if salt else []


ECHOES = {
    "nothing": b"535 5.7.8 Error: authentication failed\r\n",
    "plain": b"535 5.7.8 No: " + OCTETS + b"\r\n",
    "base64": b"535 5.7.8 No: " + base64.b64encode(f"\0{USER}\0{SECRET}".encode()) + b"\r\n",
    "hex": b"535 5.7.8 No: " + OCTETS.hex().encode() + b"\r\n",
    "over two lines": b"535-5.7.8 No: " + OCTETS[:8] + b"\r\n535 5.7.8 " + OCTETS[8:] + b"\r\n",
    "beyond what is kept": b"535 5.7.8 " + b"x" * (490 - 9 - 4) + b" " + OCTETS + b"\r\n",
}


@pytest.mark.parametrize("echo", list(ECHOES))
def test_no_secret_is_kept_of_a_rejection(monitor: Monitor, echo: str) -> None:
    """Of a rejected password nothing is kept that gives it away, whatever the server echoes."""
    with Server(rejecting(ECHOES[echo])) as server:
        for _ in range(3):
            monitor.check(server)
        assert server.count(b"AUTH") == 2
    assert monitor.memory().spent.fingerprint
    found = kept(monitor)
    assert [form for form in forms(OCTETS, salts(monitor)) if form in found] == []


def test_no_secret_is_kept_of_a_success(monitor: Monitor) -> None:
    """Of a password that works not even a slow hash is kept, also when it was rejected before."""
    for script in (accepting(), rejecting(), accepting()):
        with Server(script) as server:
            monitor.check(server)
    assert monitor.memory().spent.fingerprint == ""
    found = kept(monitor)
    assert [form for form in forms(OCTETS, []) if form in found] == []


def test_the_hash_is_slow_and_salted(monitor: Monitor) -> None:
    """Two accounts with the same password cannot be told from what is kept of them."""
    with Server(rejecting()) as server:
        monitor.check(server)
        monitor.check(server, user="other")
    memories = (monitor.memory(user) for user in (USER, "other"))
    one, other = (memory.spent.fingerprint.partition(":") for memory in memories)
    assert len(bytes.fromhex(one[0])) >= 16
    assert one[0] != other[0]
    assert one[2] != other[2]


def test_what_others_use_the_password_for_is_not_kept(monitor: Monitor) -> None:
    """What is kept of a rejected password is no hash that an LDAP or htpasswd file might have."""
    with Server(rejecting()) as server:
        monitor.check(server)
    salt, _, hashed = monitor.memory().spent.fingerprint.partition(":")
    few = [
        hashlib.pbkdf2_hmac("sha256", OCTETS, each, rounds)
        for each in (salt.encode(), bytes.fromhex(salt))
        for rounds in (1, 1_000, 4_096, 10_000)
    ]
    assert bytes.fromhex(hashed) not in few
